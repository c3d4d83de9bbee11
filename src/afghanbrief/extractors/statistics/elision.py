"""Gives a bare number the unit that its clause has named already: "up 64 points to 4,577", "of which 267 billion"."""

from __future__ import annotations

from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.extractors.statistics.lexicon import Lexicon
from afghanbrief.text.tokens import Tokens

_MILLION = 10**6
_NEAR = 200
_CLAUSE = 80
# Units that say how much something changed, not what it is measured in.
_RELATIVE = frozenset(("percent", "percentage-point", "bp", "x", "count"))


def with_elided_unit(tokens: Tokens, text: str, figure: Figure, figures: list[Figure], lexicon: Lexicon) -> Figure:
    """Give a figure the unit of the one before it, where its noun is left out and the wording ties the two.

    Arguments:
        tokens: the document's tokens.
        text: the normalized text.
        figure: a figure without a unit.
        figures: the figures before it, at least one.
        lexicon: the word lists.
    """
    last = figures[-1]
    if last.unit in _RELATIVE and len(figures) > 1 and figures[-2].unit == "point" and last.start - figures[-2].end < 9:
        # "Lost 162 points, or 2.1 percent, to 7,425": the share is said by the way.
        last = figures[-2]
    if last.unit == "count" or figure.form not in ("digits", "words"):
        return figure
    after = tokens.words[figure.stop] if figure.stop < len(tokens.words) else ""
    gap = tokens.gaps[figure.stop]
    if not (gap.strip() or not after or after in lexicon["stops"]):
        return figure
    apart = figure.start - last.end
    if apart < _CLAUSE and _is_second_level(tokens, last, figure):
        return figure._replace(unit=last.unit, rule="elided-unit")
    if figure.value < _MILLION or not _is_money(last.unit) or after == "of" or apart > _NEAR:
        return figure
    if len(figures) > 1 and text[last.start - 1 : last.start] == "(" and _is_money(figures[-2].unit):
        # Of an amount and its conversion in brackets, the amount outside gives the currency.
        last = figures[-2]
    return figure._replace(unit=last.unit, rule="elided-currency")


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _is_second_level(tokens: Tokens, last: Figure, figure: Figure) -> bool:
    """Tell whether a figure is the level that a change led to, or that it began at, in the same clause."""
    before = tokens.words[figure.bound_first - 1] if figure.bound_first else ""
    between = tokens.gaps[last.stop : figure.bound_first + 1]
    if any(";" in gap or ". " in gap or "\n\n" in gap or "?" in gap for gap in between):
        return False
    if last.unit in _RELATIVE:
        opening = tokens.words[last.bound_first - 1] if last.bound_first else ""
        return last.unit == "percent" and before == "to" and opening == "from" and figure.value <= 100
    if before in ("to", "from", "at"):
        return figure.value > 0 and (last.unit == "point" or before != "at")
    if before in ("is", "was") and figure.number_stop - figure.first > 1:
        return last.unit in ("cent", "penny", "sen") or _is_money(last.unit)
    return False
