"""Changes: "rose 25 per cent, from 400 to 500", "three more than the eight of the day before"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from afghanbrief.briefing import Finding
from afghanbrief.checks.arithmetic.view import FigureView, printed_step, relation_finding, show
from afghanbrief.text.patterns import compile_pattern

_FROM = compile_pattern(r"(?:\bfrom|\bagainst)\s*(?:(?:about|some|around|the|an estimated)\s){0,2}\Z")
_TO = compile_pattern(r"[^.;!?\d]{0,50}\bto\s*(?:(?:about|some|around|only|just)\s)?\Z")
_BEFORE_THAT = compile_pattern(
    r"[^;!?()]{0,160}\b(?:when (?:there were|it (?:recorded|cost|was|had|documented|stood at)|they were)|"
    r"(?:up|down) from|"
    r"compared (?:with|to)|than (?:the|in)|from(?: the| an)?(?: original)?(?: [a-z]{1,12}){0,3}(?: of)?|"
    r"against|over the)\s*(?:the\s)?\Z"
)
_SHORT_OF = compile_pattern(
    r"\s*(?:short of|more than|fewer than|less than|below|above|lower than|higher than)(?: the| its| a)?\s*\Z"
)


def find_changes(view: FigureView) -> Iterator[Finding]:
    """Yield changes whose old and new figures the text states.

    Arguments:
        view: the figures.

    Yields:
        Findings of relation ``percent-change`` and ``difference``.
    """
    for index, figure in enumerate(view.figures):
        if figure.upper is not None or not _has_company(view, index):
            continue
        levels = _from_to(view, index) or _with_earlier(view, index)
        if levels is None:
            continue
        old, new = levels
        before, after = view.figures[old], view.figures[new]
        if figure.unit == "percent" and before.unit != "percent" and before.value:
            finding = _percent(view, index, old, new)
            if finding is not None:
                yield finding
        elif figure.unit == "percentage-point" and before.unit == "percent":
            yield _difference(view, index, old, new)
        elif figure.unit == before.unit and figure.value < max(before.value, after.value):
            yield _difference(view, index, old, new)


def _has_company(view: FigureView, index: int) -> bool:
    """Tell whether another figure stands in the sentence or the next one: a change needs its levels."""
    sentences = view.sentences
    if index and sentences[index - 1] == sentences[index]:
        return True
    return index + 1 < len(sentences) and sentences[index + 1] - sentences[index] <= 1


def _is_change(view: FigureView, index: int) -> bool:
    return view.figures[index].change != "level" or view.before(index, 4) == " by " or view.before(index, 6) == " by a "


def _from_to(view: FigureView, index: int) -> tuple[int, int] | None:
    """Find "from X to Y" (or "to Y from X") in the sentence of a change."""
    figures = view.figures
    if not (_is_change(view, index) or figures[index].unit in ("percent", "percentage-point")):
        return None
    for first in (index + 1, index - 2):
        second = first + 1
        if first < 0 or second >= len(figures) or not view.alike(first, second):
            continue
        if not view.sentences[first] == view.sentences[second] == view.sentences[index]:
            continue
        if figures[first].unit in ("percent",) and figures[index].unit == "percent":
            continue
        if _FROM.search(view.before(first, 30)) and _TO.match(view.between(first, second)):
            return (first, second) if _says_change(view, index, first) else None
        if view.before(first, 4).endswith("to ") and _FROM.search(view.before(second, 30)):
            return second, first
    return None


def _says_change(view: FigureView, index: int, first: int) -> bool:
    if _is_change(view, index):
        return True
    near = view.between(index, first) if first > index else view.between(first + 1, index)
    words = near.split()
    changes = {"drop", "fall", "rise", "increase", "decrease", "fell", "rose", "decline", "percent", "growth", "cut"}
    return bool(changes & {word.strip(",") for word in words}) or (first > index and near.strip() in (",", "%,"))


def _with_earlier(view: FigureView, index: int) -> tuple[int, int] | None:
    """Find "Y, 12 percent more than ..., when there were X" and "Y, up from X, an increase of P"."""
    figures = view.figures
    figure = figures[index]
    if not _is_change(view, index):
        if not (_SHORT_OF.match(view.after(index, 20)[:20].rstrip() + " ") and figure.unit == "count"):
            return None
    new = _earlier_level(view, index)
    if new is None:
        return None
    following = index + 1
    if (
        following < len(figures)
        and view.alike(new, following)
        and view.sentences[following] - view.sentences[index] <= 1
    ):
        if figure.unit == "percent" or _SHORT_OF.match(view.between(index, following)):
            if _BEFORE_THAT.match(view.between(index, following)):
                return following, new
            if figure.unit == "count" and _SHORT_OF.match(view.between(index, following)):
                return following, new
    # "168 casualties, up from 97, an increase of 73 per cent"
    if new >= 1 and view.alike(new - 1, new) and view.sentences[new - 1] == view.sentences[index]:
        between = view.between(new - 1, new)
        if _BEFORE_THAT.match(between) and ("up from" in between or "down from" in between):
            return new, new - 1
    return None


def _earlier_level(view: FigureView, index: int) -> int | None:
    """Find the level that a change belongs to: the nearest count before it in the sentence, past brackets."""
    for candidate in range(index - 1, max(-1, index - 5), -1):
        if view.sentences[candidate] != view.sentences[index]:
            return None
        figure = view.figures[candidate]
        if figure.unit in ("percent", "percentage-point", "x") or figure.upper is not None or figure.change != "level":
            continue
        if _is_inside_bracket(view, candidate, index):
            continue
        if figure.unit == "count" and view.lemma(candidate) in ("province", "month", "year"):
            continue
        return candidate
    return None


def _is_inside_bracket(view: FigureView, candidate: int, index: int) -> bool:
    before = view.document.folded[max(0, view.figures[candidate].span.start - 40) : view.figures[candidate].span.start]
    opened = before.rfind("(") > before.rfind(")")
    return opened and ")" in view.between(candidate, index)


# Figures that give a change so far off are not those that the claim is about.
_PLAUSIBLE = (Decimal("0.4"), Decimal("2.5"))


def _percent(view: FigureView, index: int, old: int, new: int) -> Finding | None:
    claimed, before, after = view.figures[index], view.figures[old], view.figures[new]
    change = (after.value - before.value) * 100 / before.value
    expected = abs(change).quantize(Decimal("0.01"))
    allowed = printed_step(claimed)
    allowed += (printed_step(after) + printed_step(before) * after.value / before.value) * 100 / before.value
    holds = abs(expected - claimed.value) <= allowed * Decimal("1.02") or (
        claimed.bound == "<" and expected < claimed.value
    )
    if claimed.bound in (">", ">="):
        holds = expected >= claimed.value - allowed
    if not holds and not _PLAUSIBLE[0] <= expected / (claimed.value or 1) <= _PLAUSIBLE[1]:
        return None
    if not holds and max(before.value, after.value) > 20 * min(before.value, after.value):
        return None
    direction = "up" if change > 0 else "down"
    return relation_finding(
        "percent-change",
        f"from {show(before.value)} to {show(after.value)} is {direction} {show(expected.quantize(Decimal('0.1')))}%",
        (before.id, after.id, claimed.id),
        operands=(before.value, after.value),
        claimed=claimed.value,
        expected=expected,
        holds=holds,
    )


def _difference(view: FigureView, index: int, old: int, new: int) -> Finding:
    claimed, before, after = view.figures[index], view.figures[old], view.figures[new]
    expected = abs(after.value - before.value)
    allowed = printed_step(claimed) + printed_step(before) + printed_step(after)
    if claimed.unit in ("percentage-point", "percent"):
        allowed = printed_step(claimed) if "." in claimed.span.text else allowed / 3
    return relation_finding(
        "difference",
        f"between {show(before.value)} and {show(after.value)} there are {show(expected)}",
        (before.id, after.id, claimed.id),
        operands=(before.value, after.value),
        claimed=claimed.value,
        expected=expected,
        holds=abs(expected - claimed.value) <= allowed,
    )
