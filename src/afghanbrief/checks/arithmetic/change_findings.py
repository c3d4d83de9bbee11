"""Compares a claimed change with the levels that it is about."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from afghanbrief.briefing import Finding
from afghanbrief.checks.arithmetic.view import FigureView, relation_finding, show
from afghanbrief.text.patterns import compile_pattern

_FOR_MONEY: Final = compile_pattern(
    r"\b(?:to|per|against|for) (?:(?:the|a|an|one|us|u\.s\.|american) ){0,2}"
    r"(?:dollar|greenback|euro|pound|yen|yuan|rupee)\b"
)
# Figures that give a change so far off are not those that the claim is about.
_PLAUSIBLE: Final = (Decimal("0.4"), Decimal("2.5"))
_PLAUSIBLE_TIGHT: Final = (Decimal("0.08"), Decimal(12))
# "an 11 percent increase from 1,672": so close to a level the claim can be about nothing else.
_TIGHT: Final = 20


def compare(view: FigureView, index: int, old: int, new: int) -> Finding | None:
    """Compare a claim with the change between two levels, in percent or in their own unit."""
    figure, before, after = view.figures[index], view.figures[old], view.figures[new]
    if figure.unit == "percent" and before.unit != "percent" and before.value:
        return percent_change(view, index, old, new)
    if figure.unit == "percentage-point" and before.unit == "percent":
        return difference(view, index, old, new)
    if figure.unit == before.unit and figure.value < max(before.value, after.value):
        return difference(view, index, old, new)
    return None


def likeliest(view: FigureView, index: int, old: int, candidates: list[int], *, sure: bool = True) -> Finding | None:
    """Compare with the level that fits; only if there is but one level can the claim be contradicted."""
    findings = [compare(view, index, old, new) for new in candidates if view.alike(old, new)]
    for finding in findings:
        if finding is not None and finding.holds:
            return finding
    return findings[0] if sure and len(findings) == 1 else None


def percent_change(view: FigureView, index: int, old: int, new: int) -> Finding | None:
    """Check a change in percent against its two levels; figures too far off are not those that it is about."""
    claimed, before, after = view.figures[index], view.figures[old], view.figures[new]
    change = (after.value - before.value) * 100 / before.value
    expected = abs(change).quantize(Decimal("0.01"))
    allowed = view.step(index)
    allowed += (view.step(new) + view.step(old) * after.value / before.value) * 100 / before.value
    reversed_ = False
    if before.unit == after.unit != "count" and after.value and abs(expected - claimed.value) > allowed:
        # A currency that goes from 141.5 to 158.2 for a dollar has lost 10.6 percent, and the dollar has gained 11.8.
        reverse = abs(100 - before.value * 100 / after.value).quantize(Decimal("0.01"))
        if abs(reverse - claimed.value) < abs(expected - claimed.value) and _is_exchange_rate(view, old, new):
            expected, reversed_ = reverse, True
    holds = abs(expected - claimed.value) <= allowed * Decimal("1.02") or (
        claimed.bound in ("<", "<=") and expected < claimed.value
    )
    if claimed.bound in (">", ">="):
        holds = expected >= claimed.value - allowed
    tight = view.gap(index, new) <= _TIGHT or view.gap(index, old) <= _TIGHT
    low, high = _PLAUSIBLE_TIGHT if tight else _PLAUSIBLE
    if not holds and not low <= expected / (claimed.value or 1) <= high:
        return None
    if not holds and (
        max(before.value, after.value) > 20 * min(before.value, after.value)
        or before.bound not in ("=", "~")
        or after.bound not in ("=", "~")
    ):
        return None
    direction = "up" if (change > 0) != reversed_ else "down"
    levels = f"from {show(before.value)} to {show(after.value)}{' for another currency' if reversed_ else ''}"
    return relation_finding(
        "percent-change",
        f"{levels} is {direction} {show(expected.quantize(Decimal('0.1')))}%",
        (before.id, after.id, claimed.id),
        operands=(before.value, after.value),
        claimed=claimed.value,
        expected=expected,
        holds=holds,
    )


def _is_exchange_rate(view: FigureView, old: int, new: int) -> bool:
    """Tell whether two sums of money are what another money costs."""
    first = min(old, new)
    near = f"{view.before(first, 60)} {view.between(first, max(old, new))} {view.after(max(old, new), 60)}"
    return _FOR_MONEY.search(near) is not None


def difference(view: FigureView, index: int, old: int, new: int) -> Finding:
    """Check a difference in the levels' own unit, or in points of percent."""
    claimed, before, after = view.figures[index], view.figures[old], view.figures[new]
    expected = abs(after.value - before.value)
    allowed = view.step(index) + view.step(old) + view.step(new)
    if claimed.unit in ("percentage-point", "percent"):
        allowed = view.step(index) if "." in claimed.span.text else allowed / 3
    return relation_finding(
        "difference",
        f"between {show(before.value)} and {show(after.value)} there are {show(expected)}",
        (before.id, after.id, claimed.id),
        operands=(before.value, after.value),
        claimed=claimed.value,
        expected=expected,
        holds=abs(expected - claimed.value) <= allowed,
    )
