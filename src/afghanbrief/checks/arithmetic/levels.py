"""Finds the two levels that a change lies between: an apposition, a comparison, a date of the one before."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from afghanbrief.checks.arithmetic.view import FigureView
from afghanbrief.text.patterns import compile_pattern

# "including 876 deaths": parts of a level are none.
_ASIDE: Final = compile_pattern(r"\b(?:including|among them|of whom|of which|of them)[^,]{0,16}\Z")
_RISES: Final = ("increase", "rise", "jump", "gain", "growth", "surge")
_FALLS: Final = ("drop", "fall", "decrease", "decline", "reduction", "cut", "loss")
_NOUNS: Final = "|".join((*_RISES, *_FALLS))
CHANGE_NOUN: Final = compile_pattern(rf"\s*({_NOUNS})\b")
A_CHANGE: Final = compile_pattern(
    r"[^.;:!?()]{0,60}?[,\u2014\u2013-] ?(?:which is |that is |this is |representing |marking |down by |up by )?an? "
    rf"(?:[a-z]+ )?(?:({_NOUNS}) of "
    r"(?:about |some |nearly |almost |around |more than |over )?)?\Z"
)
_OTHER_TIME: Final = compile_pattern(r"\b(?:now|to|compared|against|from|versus|later|earlier|down|up)\b")
COMPARED: Final = compile_pattern(
    r"\b(?:against|compared (?:with|to)|(?:up|down) from)\s*(?:(?:the|a|some|about|only|just|nearly)\s){0,2}\Z"
)
AGAINST: Final = compile_pattern(
    r"[^.;:!?()]{0,60}\b(?:against|compared (?:with|to)|up from|down from|from)\s*(?:the\s)?\Z"
)
_IT_HAS: Final = compile_pattern(r"(?:it|this|that) (?:has|had|is|was|means|represents|amounts)\b[^.;:!?,\d]{0,40}\Z")
_THEN: Final = compile_pattern(r"[^;!?()]{0,40}(?::|,|\u2014|\u2013| -) ?(?:[a-z]+ ){0,6}\Z")
_THAN_IN: Final = compile_pattern(
    r"\s*(?:(?:increase|rise|decrease|fall|drop|decline|reduction|jump|more|fewer|less|higher|lower|up|down|growth)\s)?"
    r"(?:than (?:in |during |the |that of )?|(?:compared (?:with|to)|from|over|on|against)(?: the| that of)?\s?)\Z"
)
LOOK_BACK: Final = 12


def earlier_levels(view: FigureView, index: int) -> list[int]:
    """Give the levels before a change in its sentence, the nearest first, without those that are asides.

    Arguments:
        view: the figures.
        index: index of the change.

    Returns:
        The indexes of levels that may be what changed, the nearest first.
    """
    figures = view.figures
    levels: list[int] = []
    for candidate in range(index - 1, max(-1, index - 6), -1):
        if view.sentences[candidate] != view.sentences[index]:
            break
        figure = figures[candidate]
        if figure.unit == "x" or figure.upper is not None or figure.change != "level":
            continue
        if figure.unit == "percent" and figures[index].unit != "percentage-point":
            continue
        before = view.before(candidate, 24)
        if before.endswith(", or ") or _ASIDE.search(before) or _is_inside_bracket(view, candidate, index):
            # "$20.6 million, or 88 cents for each share, 3% above $20 million"; "including 876 deaths"
            continue
        if figure.unit == "count" and view.lemma(candidate) in ("province", "month", "year"):
            continue
        levels.append(candidate)
    return levels


def stated_levels(view: FigureView, index: int) -> tuple[int, int] | None:
    """Find the two levels of a change by the first tie that holds.

    Arguments:
        view: the figures.
        index: index of the change.

    Returns:
        The indexes of the old and the new level, or ``None``.
    """
    return _against(view, index) or _after_comparison(view, index) or _since_date(view, index) or _apposed(view, index)


def _apposed(view: FigureView, index: int) -> tuple[int, int] | None:
    """Find "fetched $60 in January and now sells for $28, a drop of 53 percent", "..., a 20 percent drop"."""
    figures, sentences = view.figures, view.sentences
    if index < 2 or sentences[index - 2] != sentences[index] or not view.alike(index - 2, index - 1):
        return None
    if figures[index - 1].unit == "percent" or view.figures[index - 1].change != "level":
        return None
    if COMPARED.search(view.before(index - 2, 30)):
        # "40, against 30 last year and 20 in 2019, an increase of": both are what is compared with.
        return None
    opening = A_CHANGE.match(view.between(index - 1, index))
    if opening is None:
        return None
    noun = opening[1] or CHANGE_NOUN.match(view.after(index, 14))
    if not noun:
        return None
    if view.as_of(index - 2) == view.as_of(index - 1) and not _OTHER_TIME.search(view.between(index - 2, index - 1)):
        return None
    falls = (noun if isinstance(noun, str) else noun[1]) in _FALLS
    first, second = index - 2, index - 1
    if (figures[first].value > figures[second].value) == falls:
        return first, second
    return second, first


def _against(view: FigureView, index: int) -> tuple[int, int] | None:
    """Find "closed at 69.4 on Sunday, against 66.8 a year ago: the dollar is 3.9 percent dearer"."""
    figures, sentences = view.figures, view.sentences
    if index < 2 or sentences[index - 2] != sentences[index]:
        return None
    new, old = index - 2, index - 1
    if not view.alike(new, old) or figures[old].unit == "percent":
        return None
    return (old, new) if AGAINST.match(view.between(new, old)) and _THEN.match(view.between(old, index)) else None


def _after_comparison(view: FigureView, index: int) -> tuple[int, int] | None:
    """Find "traded at 73.8 on Monday, against 89.2 a year ago. It has gained 17 percent": the pair is all there is."""
    new, old = index - 2, index - 1
    if new < 0 or not view.alike(new, old) or view.figures[old].unit == "percent" or not view.alone[index]:
        return None
    if view.sentences[index] - view.sentences[old] != 1 or view.sentences[new] != view.sentences[old]:
        return None
    if new and view.sentences[new - 1] == view.sentences[new]:
        return None
    return (old, new) if AGAINST.match(view.between(new, old)) and _IT_HAS.match(view.before(index, 60)) else None


def _since_date(view: FigureView, index: int) -> tuple[int, int] | None:
    """Find "44,030 in July, which is 40 per cent more than in June": the old level is the figure of that date."""
    figures = view.figures
    figure = figures[index]
    end = figure.span.end
    position = bisect_left(view.dates, end, key=lambda date: date.span.start)
    if position == len(view.dates) or view.dates[position].span.start - end > 40:
        return None
    if not _THAN_IN.match(view.after(index, view.dates[position].span.start - end)):
        return None
    levels = earlier_levels(view, index)
    if not levels:
        return None
    new = levels[0]
    value = view.dates[position].value
    for old in range(new - 1, max(-1, new - LOOK_BACK), -1):
        if view.alike(old, new) and view.as_of(old) == value and view.lemma(old) == view.lemma(new):
            return old, new
    return None


def _is_inside_bracket(view: FigureView, candidate: int, index: int) -> bool:
    before = view.before(candidate, 40)
    return before.rfind("(") > before.rfind(")") and ")" in view.between(candidate, index)
