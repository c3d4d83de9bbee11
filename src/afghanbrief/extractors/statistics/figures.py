"""Reads the figures of a document: numerals that measure something, with their bound and unit."""

from __future__ import annotations

from typing import Final

import attrs

from afghanbrief.document import Document
from afghanbrief.extractors.statistics.bounds import read_bound_after, read_bound_before
from afghanbrief.extractors.statistics.elision import with_elided_unit
from afghanbrief.extractors.statistics.figure import COMPARED, Figure, is_compared_time, plain
from afghanbrief.extractors.statistics.lexicon import Lexicon
from afghanbrief.extractors.statistics.pairs import FURTHEST, mantissa, read_every_nth, read_pair
from afghanbrief.extractors.statistics.unit_table import UnitTable
from afghanbrief.extractors.statistics.units import read_unit, read_unit_of_part
from afghanbrief.extractors.statistics.vetoes import is_no_measure, is_vetoed
from afghanbrief.kinds.statistics import Bound
from afghanbrief.text.numerals import Numeral
from afghanbrief.text.tokens import Tokens


def read_figures(document: Document, lexicon: Lexicon, table: UnitTable, taken: list[tuple[int, int]]) -> list[Figure]:
    """Read the figures of a document.

    Arguments:
        document: the document.
        lexicon: the word lists.
        table: the units.
        taken: sorted stretches of dates, which hold no figures.

    Returns:
        The figures in text order.
    """
    figures: list[Figure] = []
    numerals = document.numerals
    tokens, text = document.tokens, document.normalized
    count = len(numerals)
    position = 0
    date = 0
    while position < count:
        numeral = numerals[position]
        position += 1
        while date < len(taken) and taken[date][1] <= numeral.start:
            date += 1
        if date < len(taken) and taken[date][0] < numeral.end:
            if taken[date] != (numeral.start, numeral.end) or position >= count or tokens.gaps[numeral.stop] != " - ":
                continue
            # "2000 - 2500 calories": with a unit behind the second, the first is no year.
            pair = read_pair(tokens, text, numeral, numerals[position], lexicon, table)
            if pair is not None and pair.unit != "count":
                figures.append(pair)
                position += 1
            continue
        if numeral.form == "ordinal":
            third = read_every_nth(tokens, numeral, lexicon)
            if third is not None:
                figures.append(third)
            continue
        if position < count and numerals[position].first - numeral.stop <= FURTHEST:
            pair = read_pair(tokens, text, numeral, numerals[position], lexicon, table)
            if pair is not None:
                position += 1
                if not is_no_measure(tokens, pair, lexicon):
                    if figures and figures[-1].unit == "count":
                        figures[-1] = _from_unit_behind(tokens, figures[-1], pair)
                    figures.append(pair)
                continue
        if figures and numeral.form == "words" and _repeats(tokens, figures[-1], numeral):
            continue
        if not is_vetoed(tokens, text, numeral, lexicon, table):
            figure = _read_one(tokens, text, numeral, lexicon, table)
            if figure.unit == "count":
                figure = with_elided_unit(tokens, text, figure, figures, lexicon, table)
            if figures and figure.first - figures[-1].stop <= _LONGEST_LEVEL and figures[-1].unit == "count":
                figures[-1] = _from_unit_behind(tokens, figures[-1], figure)
            if figures and figure.bound == "=" and figures[-1].bound not in ("=", "range"):
                figure = _with_bound_of_converted(tokens, figure, figures[-1])
            if position < count and tokens.words[figure.stop - 1] in _COINED:
                with_coins = _with_coins(tokens, text, figure, numerals[position], table)
                if with_coins is not None:
                    figure = with_coins
                    position += 1
            figures.append(figure)
    return figures


def _repeats(tokens: Tokens, last: Figure, numeral: Numeral) -> bool:
    """Tell whether a number is said again in words: "15 (fifteen) men"."""
    again = last.number_stop == numeral.first and last.value == numeral.value
    return again and tokens.gaps[numeral.first] == " (" and tokens.gaps[numeral.stop][:1] == ")"


_COINED: Final = frozenset("dollar dollars euro euros pound pounds rupee rupees".split())
_COINS: Final = frozenset(("cent", "penny", "paise"))


def _with_coins(tokens: Tokens, text: str, figure: Figure, coins: Numeral, table: UnitTable) -> Figure | None:
    """Read "15 dollars 50", "two pounds and 30 pence" as one sum."""
    joint = tokens.words[figure.stop : coins.first]
    if joint not in ((), ("and",)) or not 0 < coins.value < 100 or coins.form not in ("digits", "words"):
        return None
    if tokens.gaps[figure.stop] != " " or not figure.unit.isupper():
        return None
    unit = read_unit(tokens, text, coins, table)
    bare = unit.symbol == "count" and not joint and not tokens.gaps[coins.stop].startswith((" ", "-"))
    if unit.symbol not in _COINS and not (bare and coins.form == "digits" and len(tokens.words[coins.first]) == 2):
        return None
    return attrs.evolve(
        figure, value=figure.value + plain(coins.value) / 100, stop=unit.stop, end=unit.end, number_stop=coins.stop
    )


_COMPARABLE: Final = frozenset(("percent", "percentage-point", "count", "x", "point"))


def _with_bound_of_converted(tokens: Tokens, figure: Figure, last: Figure) -> Figure:
    """Read "more than 100 kilometres (60 miles)": a figure converted in brackets has the bound of the one before."""
    if figure.unit in _COMPARABLE or last.unit in _COMPARABLE or figure.unit == last.unit:
        return figure
    if (figure.unit.isupper() or last.unit.isupper()) and last.bound == "~":
        # "Some 2.3 billion afghanis ($31m)": a round sum is converted as it stands, a limit is a limit in any money.
        return figure
    if figure.bound_first != last.stop or tokens.gaps[last.stop].strip(" $\u20ac\u00a3") != "(":
        return figure
    return attrs.evolve(figure, bound=last.bound)


def _from_unit_behind(tokens: Tokens, low: Figure, high: Figure) -> Figure:
    """Read "rose from 44 to 55 afghanis", "10 by 12 metres": the first number has the unit of the second."""
    between = tokens.words[low.stop : high.first]
    of_length = 1 < len(between) < 6 and between[0] == "of" and high.unit in _LENGTHS
    if of_length and _ELSEWHERE.isdisjoint(between) and "\n" not in tokens.gaps[low.stop]:
        # "664 of the border's 980 kilometres".
        return attrs.evolve(low, unit=high.unit, rule="elided-unit")
    if (
        between == ("and",)
        and tokens.gaps[low.stop] == " "
        and high.unit == "percent"
        and high.form == low.form == "digits"
    ):
        # "Gone up by 20 and 35 percent"
        killed = low.bound_first and tokens.words[low.bound_first - 1] in _HARMED
        return low if low.value > _WHOLE or killed else attrs.evolve(low, unit="percent", rule="elided-unit")
    if between in (("x",), ("by",)) and low.form == "digits" and high.unit in _LENGTHS:
        return attrs.evolve(low, unit=high.unit, rule="elided-unit")
    if between == ("to",) and high.unit == "percent" and low.bound_first and tokens.words[low.bound_first - 1] == "by":
        if not _LEADING.isdisjoint(tokens.words[max(0, low.bound_first - _LONGEST_LEVEL) : low.bound_first]):
            # "Led by 47 to 44 percent".
            return attrs.evolve(low, unit=high.unit, rule="elided-unit")
    if (
        between[-1:] != ("to",)
        or len(between) > _LONGEST_LEVEL
        or not low.bound_first
        or tokens.words[low.bound_first - 1] != "from"
        or low.form not in ("digits", "words")
    ):
        return low
    if high.value >= _MILLION and low.value < _THOUSAND:
        # "From 1 to 1.3 billion": the scale word serves both.
        low = attrs.evolve(low, value=plain(low.value * (high.value / mantissa(high.value))))
    return low if high.unit == "count" else attrs.evolve(low, unit=high.unit, rule="elided-unit")


# "Six of them by mortars of 120 mm": behind one of these another thing is measured.
_ELSEWHERE: Final = frozenset("them whom these those by with in at from to for and".split())
_LONGEST_LEVEL: Final = 5
_LEADING: Final = frozenset("led leads leading won wins beat beats defeated ahead trailed".split())
_WHOLE: Final = 100
_HARMED: Final = frozenset("killed killing wounded wounding injured injuring hurt".split())
_THOUSAND: Final = 1000
_MILLION: Final = 10**6
_LENGTHS: Final = frozenset(("m", "cm", "mm", "km", "in", "ft", "yd", "mi"))


def _read_one(tokens: Tokens, text: str, numeral: Numeral, lexicon: Lexicon, table: UnitTable) -> Figure:
    unit, first, start, stop, end, factor = read_unit(tokens, text, numeral, table)
    form = numeral.form
    value, upper = numeral.value, numeral.upper
    if unit == "count" and (form == "fraction" or value < 1):
        part = read_unit_of_part(tokens, numeral, table)
        if part is not None:
            unit, first, start, stop, end, factor = part
            if form == "fraction":
                form, value = "words", value / 100
    words, gap = tokens.words, tokens.gaps[numeral.first]
    bound_first: int = first
    bound: Bound = "="
    # Most figures have no bound and no minus: what stands right before them tells.
    if (first and words[first - 1] in lexicon.bound_tails) or not _UNBOUND.issuperset(gap):
        bound_first, bound = read_bound_before(tokens, first, lexicon)
    if bound == "=" and (tokens.gaps[stop][:1] == "+" or not lexicon.bound_heads.isdisjoint(words[stop : stop + 3])):
        bound = read_bound_after(tokens, stop, lexicon)
    if bound == "=" and stop > numeral.stop and words[numeral.stop] in lexicon.bound_heads:
        # "300-odd kilometres", "5,000 or so dollars".
        bound = read_bound_after(tokens, numeral.stop, lexicon)
    if factor != 1:
        value *= factor
    if ("-" in gap or words[numeral.first - 1] in _MINUS) and _is_negative(tokens, text, numeral, start):
        value = -value
    rule = "number"
    if form == "vague":
        bound, rule = "range", "vague-plural"
    elif form == "fraction":
        unit, rule = "percent", "fraction"
    elif form == "multiple":
        unit, rule = "x", "multiple"
    elif unit != "count":
        rule = "number-with-unit"
    elif words[stop : stop + 1] == ("times",) and tokens.gaps[stop + 1] == " ":
        compared = words[stop + 1 : stop + 2] and words[stop + 1] in COMPARED
        if compared or is_compared_time(tokens, stop + 1):
            unit, rule, stop = "x", "multiple", stop + 1
            end = tokens.ends[stop - 1]
    elif words[stop : stop + 1] == ("fold",) and tokens.gaps[stop] in (" ", "-"):
        unit, rule, stop = "x", "multiple", stop + 1
        end = tokens.ends[stop - 1]
    high = None if upper is None else plain(upper)
    return Figure(first, stop, start, end, numeral.stop, plain(value), high, bound, unit, rule, bound_first, form)


_UNBOUND: Final = frozenset(" $\n,.(-\u20ac\u00a3;:\"'/")
_MINUS: Final = frozenset(("minus", "negative"))


def _is_negative(tokens: Tokens, text: str, numeral: Numeral, start: int) -> bool:
    """Tell whether a minus stands before the number or its currency: "minus 3 degrees", "$-50.8bn", "a -5C night"."""
    gap = tokens.gaps[numeral.first]
    if numeral.first and gap in (" ", "-") and tokens.words[numeral.first - 1] in _MINUS:
        return True
    before = text[max(0, start - 2) : start]
    if before in (" -", "(-", "\n-") or before == "-":
        # A dash between blanks is none, nor is one before a blank; an item of a list opens its line.
        return before != "\n-" and text[start] != " "
    return "$-" in gap or "\u20ac-" in gap or "\u00a3-" in gap
