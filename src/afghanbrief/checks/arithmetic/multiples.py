"""Multiples: "tripled from 20 to 60", "have doubled: 1,260 by Sunday, up from 630"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from afghanbrief.briefing import Finding
from afghanbrief.checks.arithmetic.view import FigureView, relation_finding, show
from afghanbrief.text.patterns import compile_pattern

_FROM: Final = compile_pattern(r"\bfrom\s*(?:(?:about|some|around|nearly|only|just|the|an estimated)\s){0,2}\Z")
_TO: Final = compile_pattern(r"[^.;!?()]{0,60}\bto\s*(?:(?:about|some|around|only|just|nearly|over|more than)\s)?\Z")
_UP_FROM: Final = compile_pattern(
    r"[^.;!?()]{0,40}\b(?:up|compared (?:with|to)|against)(?: from)?\s*(?:(?:just|only)\s)?\Z"
)
# "Tripled to $96 million from $41 million"
_FROM_EARLIER: Final = compile_pattern(r"[^.;!?()]{0,40}\bfrom\s*(?:(?:about|some|around|only|just|the)\s)?\Z")
# Behind these words another thing changes.
_OTHER_CLAUSE: Final = compile_pattern(r"[;.!?]|\b(?:and|while|but|as|whereas|when|although|though|with)\b")
_A_MULTIPLE: Final = compile_pattern(r"[^.;:!?()]{0,40}, (?:which is |that is |representing )?an? \Z")
_SO_IT_HAS: Final = compile_pattern(
    r"[^.;:!?()]{0,40}(?:,|;| and) (?:so|thus|which means|that is,?) (?:(?:that )?(?:it|they) (?:has|have|had) )?"
    r"(?:more than |nearly |almost |about )?\Z"
)
# "Doubled" is said of what has nearly doubled too, "nearly doubled" of less.
_SLACK: Final = {"=": Decimal("0.1"), "~": Decimal("0.25")}
_EDGE: Final = Decimal("0.05")
_PLAUSIBLE: Final = 3


def find_multiples(view: FigureView) -> Iterator[Finding]:
    """Yield multiples whose old and new figures the text states.

    Arguments:
        view: the figures.

    Yields:
        Findings of relation ``percent-change``; claimed and expected are times the old figure.
    """
    for index, figure in enumerate(view.figures):
        if figure.unit == "x" and figure.change == "increase" and not view.alone[index]:
            levels = _levels_behind(view, index) or _levels_before(view, index)
            finding = None if levels is None else _compare(view, index, *levels)
            if finding is not None:
                yield finding


def _are_levels(view: FigureView, index: int, first: int) -> bool:
    """Tell whether two figures of one sentence and unit may be the levels of a multiple."""
    second = first + 1
    if first < 0 or second >= len(view.figures):
        return False
    here = view.sentences[index]
    return (
        view.sentences[first] == view.sentences[second] == here
        and view.alike(first, second)
        and view.figures[first].unit not in ("percent", "x")
    )


def _levels_behind(view: FigureView, index: int) -> tuple[int, int] | None:
    """Find "doubled from X to Y" and "has doubled: Y, up from X"; gives old and new."""
    first = index + 1
    if not _are_levels(view, index, first) or _OTHER_CLAUSE.search(view.between(index, first)):
        return None
    between = view.between(first, first + 1)
    if _FROM.search(view.before(first, 30)):
        return (first, first + 1) if _TO.match(between) else None
    if view.before(first, 3) == "to " and _FROM_EARLIER.match(between):
        return first + 1, first
    return (first + 1, first) if _UP_FROM.match(between) else None


def _levels_before(view: FigureView, index: int) -> tuple[int, int] | None:
    """Find "from X to Y, a threefold rise", "X in 2019 and Y in 2023, so it has doubled"; gives old and new."""
    first = index - 2
    if not _are_levels(view, index, first):
        return None
    behind = view.between(index - 1, index)
    if _SO_IT_HAS.match(behind) and view.as_of(first) and view.as_of(first) != view.as_of(first + 1):
        # "$46 million in 2019 and $64 million in 2023, so it has doubled"
        earlier = view.as_of(first) < view.as_of(first + 1)
        return (first, first + 1) if earlier else (first + 1, first)
    if not _A_MULTIPLE.match(behind):
        return None
    if not _FROM.search(view.before(first, 30)) or not _TO.match(view.between(first, first + 1)):
        return None
    return first, first + 1


def _compare(view: FigureView, index: int, old: int, new: int) -> Finding | None:
    claimed, before, after = view.figures[index], view.figures[old], view.figures[new]
    if not before.value or claimed.upper is not None:
        return None
    times = after.value / before.value
    if claimed.bound in (">", ">="):
        holds = times >= claimed.value * (1 - _EDGE)
    elif claimed.bound in ("<", "<="):
        holds = times <= claimed.value * (1 + _EDGE)
    else:
        holds = abs(times - claimed.value) <= claimed.value * _SLACK.get(claimed.bound, _EDGE)
    if not holds and not claimed.value / _PLAUSIBLE <= times <= claimed.value * _PLAUSIBLE:
        return None
    expected = times.quantize(Decimal("0.01"))
    return relation_finding(
        "percent-change",
        f"from {show(before.value)} to {show(after.value)} is {expected.normalize():f} times as much",
        (before.id, after.id, claimed.id),
        operands=(before.value, after.value),
        claimed=claimed.value,
        expected=expected,
        holds=holds,
    )
