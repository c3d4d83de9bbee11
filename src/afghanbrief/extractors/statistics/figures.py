"""Reads the figures of a document: numerals that measure something, with their bound and unit."""

from __future__ import annotations

import attrs

from afghanbrief.document import Document
from afghanbrief.extractors.statistics.bounds import read_bound_after, read_bound_before
from afghanbrief.extractors.statistics.figure import Figure, plain
from afghanbrief.extractors.statistics.lexicon import Lexicon
from afghanbrief.extractors.statistics.pairs import read_every_nth, read_pair
from afghanbrief.extractors.statistics.units import read_unit
from afghanbrief.extractors.statistics.vetoes import is_vetoed
from afghanbrief.text.numerals import Numeral
from afghanbrief.text.tokens import Tokens


def read_figures(document: Document, lexicon: Lexicon, taken: list[tuple[int, int]]) -> list[Figure]:
    """Read the figures of a document.

    Arguments:
        document: the document.
        lexicon: the word lists.
        taken: sorted stretches of dates, which hold no figures.

    Returns:
        The figures in text order.
    """
    figures: list[Figure] = []
    numerals = document.numerals
    position = 0
    date = 0
    while position < len(numerals):
        numeral = numerals[position]
        position += 1
        while date < len(taken) and taken[date][1] <= numeral.start:
            date += 1
        if date < len(taken) and taken[date][0] < numeral.end:
            continue
        if numeral.form == "ordinal":
            third = read_every_nth(document, numeral)
            if third is not None:
                figures.append(third)
            continue
        partner = numerals[position] if position < len(numerals) else None
        pair = read_pair(document, numeral, partner, lexicon) if partner is not None else None
        if pair is not None:
            figures.append(pair)
            position += 1
            continue
        if not is_vetoed(document, numeral, lexicon):
            figure = _read_one(document, numeral, lexicon)
            if figure.unit == "count" and numeral.scaled and figures and figures[-1].unit.isupper():
                figure = _with_elided_currency(document, figure, figures, lexicon)
            figures.append(figure)
    return figures


_MILLION = 10**6
_NEAR = 200


def _with_elided_currency(document: Document, figure: Figure, figures: list[Figure], lexicon: Lexicon) -> Figure:
    """Read "377 billion afghanis ($5.4bn), of which 267 billion is ordinary": a sum without a noun has the currency.

    Of an amount and its conversion in brackets, the amount outside gives the currency.
    """
    tokens = document.tokens
    after = tokens.words[figure.stop] if figure.stop < len(tokens.words) else ""
    if figure.value < _MILLION or not (tokens.gaps[figure.stop].strip() or not after or after in lexicon["stops"]):
        return figure
    if after == "of" or figure.start - figures[-1].end > _NEAR:
        return figure
    last = figures[-1]
    if len(figures) > 1 and document.text[last.start - 1 : last.start] == "(" and len(figures[-2].unit) == 3:
        last = figures[-2] if figures[-2].unit.isupper() else last
    return attrs.evolve(figure, unit=last.unit, rule="elided-currency") if len(last.unit) == 3 else figure


def _read_one(document: Document, numeral: Numeral, lexicon: Lexicon) -> Figure:
    tokens = document.tokens
    unit, first, start, stop, end = read_unit(document, numeral, lexicon)
    bound_first, bound = read_bound_before(tokens, first, lexicon)
    if bound == "=":
        bound = read_bound_after(tokens, stop, lexicon)
    value, upper = numeral.value, numeral.upper
    if _is_negative(document, numeral, start):
        value = -value
    rule = "number"
    if numeral.form == "vague":
        bound, rule = "range", "vague-plural"
    elif numeral.form == "fraction":
        unit, rule = "percent", "fraction"
    elif numeral.form == "multiple":
        unit, rule = "x", "multiple"
    elif unit == "count" and tokens.words[stop : stop + 1] == ("times",) and _compares(tokens, stop + 1):
        unit, rule, stop = "x", "multiple", stop + 1
        end = tokens.ends[stop - 1]
    elif unit != "count":
        rule = "number-with-unit"
    return Figure(
        first=first,
        stop=stop,
        start=start,
        end=end,
        number_stop=numeral.stop,
        value=plain(value),
        upper=None if upper is None else plain(upper),
        bound=bound,
        unit=unit,
        rule=rule,
        bound_first=bound_first,
        form=numeral.form,
    )


def _is_negative(document: Document, numeral: Numeral, start: int) -> bool:
    """Tell whether a minus stands before the number or its currency: "minus 3 degrees", "$-50.8bn"."""
    tokens = document.tokens
    if numeral.first and tokens.words[numeral.first - 1] == "minus" and tokens.gaps[numeral.first] in (" ", "-"):
        return True
    before = document.normalized[max(0, start - 2) : start]
    return before in (" -", "(-", "$-") or before == "-"


def _compares(tokens: Tokens, index: int) -> bool:
    return index < len(tokens) and tokens.words[index] in _COMPARED


_COMPARED = frozenset("as more higher the greater larger that what bigger its less his her their total".split())
