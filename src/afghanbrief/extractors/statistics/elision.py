"""Gives a bare number the unit that its clause has named already: "up 64 points to 4,577", "of which 267 billion"."""

from __future__ import annotations

from typing import Final

import attrs

from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.extractors.statistics.lexicon import Lexicon
from afghanbrief.extractors.statistics.unit_table import UnitTable
from afghanbrief.text.tokens import Tokens

_MILLION: Final = 10**6
_NEAR: Final = 200
_CLAUSE: Final = 80
# Characters between an amount and what it is in another currency, bound words included.
_BRACKET: Final = 24
_DIMENSIONS: Final = frozenset("long high deep tall wide thick across".split())
_LENGTHS: Final = frozenset(("km", "m", "mi", "ft", "cm", "mm", "yd", "in"))
_PARALLEL: Final = frozenset("for in from by to at of".split())
_OF_WHOLES: Final = frozenset((word,) for word in "them these those the which whom its their his her it".split())
_POINTED: Final = frozenset(("x", "point", "percentage-point", "bp"))
# Units that say how much something changed, not what it is measured in.
_RELATIVE: Final = frozenset(("percent", "percentage-point", "bp", "x", "count"))


def with_elided_unit(
    tokens: Tokens, text: str, figure: Figure, figures: list[Figure], lexicon: Lexicon, table: UnitTable
) -> Figure:
    """Give a figure the unit of the one before it, where its noun is left out and the wording ties the two.

    Arguments:
        tokens: the document's tokens.
        text: the normalized text.
        figure: a figure without a unit.
        figures: the figures before it.
        lexicon: the word lists.
        table: the units.
    """
    before = tokens.words[figure.bound_first - 1] if figure.bound_first else ""
    ahead = tokens.words[figure.bound_first - 2] if figure.bound_first > 1 else ""
    stop = figure.stop
    rated = (figures and figures[-1].rule == "exchange-rate") or (
        before in _BEFORE_RATE and tokens.words[stop : stop + 1] in (("to",), ("against",))
    )
    if figure.value != int(figure.value) or rated or (before == "at" and ahead in _TRADING):
        rate = _exchange_rate(tokens, figure, figures, table)
        if rate:
            return attrs.evolve(figure, unit=rate, rule="exchange-rate") if rate != "count" else figure
    if not figures or figure.form not in ("digits", "words"):
        return figure
    after = tokens.words[figure.stop] if figure.stop < len(tokens.words) else ""
    gap = tokens.gaps[figure.stop]
    if not (gap.strip() or not after or after in lexicon.sets["stops"] or after in lexicon.sets["verbs"]) and (
        after not in _DIMENSIONS
    ):
        if "ago" not in tokens.words[figure.stop + 1 : figure.stop + 4]:
            # "From 12,000 two years ago".
            return figure
    last = figures[-1]
    if len(figures) > 1 and _is_conversion(text, figures[-2], last):
        last = figures[-2]
    if last.unit in _RELATIVE and len(figures) > 1 and figures[-2].unit == "point" and last.start - figures[-2].end < 9:
        # "Lost 162 points, or 2.1 percent, to 7,425": the share is said by the way.
        last = figures[-2]
    apart = figure.start - last.end
    if apart > _NEAR:
        return figure
    money = _is_money(last.unit)
    listed = before == "and" or (after == "of" and tokens.gaps[figure.bound_first] == ", ")
    if listed and after in _PARALLEL and last.unit != "count" and last.unit not in _POINTED:
        # "10,000 rupees for adults and 5,000 for children", "30 tonnes of rice, 40 of flour".
        whole = after == "of" and tokens.words[figure.stop + 1 : figure.stop + 2] in _OF_WHOLES
        if whole:
            return figure
        if tokens.words[last.stop : last.stop + 1] == (after,) and figure.bound_first - last.stop < _LONGEST_ITEM:
            return attrs.evolve(figure, unit=last.unit, rule="elided-unit")
    if after in _DIMENSIONS and last.unit in _LENGTHS and tokens.words[last.stop] in _DIMENSIONS:
        # "312 metres long and 14 wide".
        return attrs.evolve(figure, unit=last.unit, rule="elided-unit")
    if before == "which" and ahead == "of" and last.unit not in _RELATIVE and not money:
        # "33 billion cubic metres a year, of which 5 billion".
        return attrs.evolve(figure, unit=last.unit.partition("/")[0], rule="elided-unit")
    if apart < _CLAUSE and last.unit != "count":
        if last.unit == "percent" and _is_listed_share(tokens, figure, last, lexicon):
            return attrs.evolve(figure, unit="percent", rule="elided-unit")
        if _is_second_level(tokens, last, figure):
            return attrs.evolve(figure, unit=last.unit, rule="elided-unit")
    if figure.value < _MILLION or after == "of":
        return figure
    source = _sum_before(text, figures)
    return attrs.evolve(figure, unit=source.unit, rule="elided-currency") if source is not None else figure


def _sum_before(text: str, figures: list[Figure]) -> Figure | None:
    """Give the amount of money before a figure, past shares; of one and its conversion in brackets the one outside."""
    for index in range(len(figures) - 1, max(-1, len(figures) - 4), -1):
        last = figures[index]
        if _is_money(last.unit):
            return figures[index - 1] if index and _is_conversion(text, figures[index - 1], last) else last
        if last.unit not in ("percent", "percentage-point"):
            return None
    return None


def _is_conversion(text: str, amount: Figure, last: Figure) -> bool:
    """Tell whether a sum says in brackets what the one before it is in another currency: "5,000 rupees (about $60)"."""
    if not (_is_money(last.unit) and _is_money(amount.unit)) or last.start - amount.end > _BRACKET:
        return False
    between = text[amount.end : last.start]
    return between.startswith(" (") and ")" not in between


def _is_listed_share(tokens: Tokens, figure: Figure, last: Figure, lexicon: Lexicon) -> bool:
    """Tell whether a number is a share of a list: "men make up 58 per cent of arrivals and women 24"."""
    index = figure.bound_first - 1
    word = tokens.words[index] if index > 0 else ""
    if figure.value > _WHOLE or tokens.gaps[index + 1] != " " or word < ":" or not word.endswith(("s", "en")):
        return False
    if tokens.forms[index] != word or word in lexicon.sets["stops"] or word in lexicon.sets["verbs"]:
        return False
    between = tokens.words[last.stop : index]
    gaps = tokens.gaps[last.stop : index + 1]
    if any(". " in gap or ";" in gap or "\n\n" in gap for gap in gaps):
        return False
    return len(between) < _LONGEST_ITEM and ("and" in between or any("," in gap for gap in gaps))


_WHOLE: Final = 100
_LONGEST_ITEM: Final = 9


_TRADING: Final = frozenset(("traded", "trades", "trading"))
_SUBJECT_WINDOW: Final = 14
_BOUNDS: Final = ("past", "above", "below", "over", "under", "beyond")
_BEFORE_RATE: Final = frozenset(("to", "at", "against", "from", "is", "was", "than", "with", "of", *_BOUNDS))
_OTHERS: Final = ("dollar", "euro", "pound")
_QUOTED: Final = frozenset(
    (*(("to", "the", other) for other in _OTHERS), *(("against", "the", other) for other in _OTHERS))
) | frozenset(("per", other) for other in _OTHERS)


def _exchange_rate(tokens: Tokens, figure: Figure, figures: list[Figure], table: UnitTable) -> str:
    """Read "the afghani closed at 69.4 to the dollar", "the yen fell to 148.6": the rate is in the subject's currency.

    Returns:
        A currency, ``"count"`` where only the other currency is told, or an empty string for what is no rate.
    """
    words, gaps = tokens.words, tokens.gaps
    index = figure.bound_first - 1
    if index < 1 or words[index] not in _BEFORE_RATE:
        if index > 0 and words[index] == "and" and figures and figures[-1].rule == "exchange-rate":
            # "At 1,585 to the dollar in the banks and 1,615 on the street".
            last = figures[-1]
            near = figure.start - last.end < _NEAR and last.value <= figure.value * 2 <= last.value * 4
            return last.unit if near else ""
        return ""
    stop = figure.stop
    quoted = words[stop : stop + 3] in _QUOTED or words[stop : stop + 2] in _QUOTED
    for position in range(index - 1, max(-1, index - 1 - _SUBJECT_WINDOW), -1):
        if gaps[position + 1].strip() not in ("", ",", "(", ")") and gaps[position + 1] not in (".", "% "):
            break
        word = words[position]
        if word in table.heads and (position < 1 or words[position - 1] > ":"):
            code = _currency_named(word, table)
            if code and (quoted or (words[index] not in ("is", "was") and code != "USD")):
                return code
    if figures and figures[-1].rule == "exchange-rate" and figure.start - figures[-1].end < _NEAR:
        # "It closed at 70.1, against 66.8": what was reckoned goes on being it.
        return figures[-1].unit
    return "count" if quoted else ""


def _currency_named(word: str, table: UnitTable) -> str:
    for entry in table.heads[word]:
        if entry.need == "pounds":
            return "GBP"
        if not entry.rest and not entry.form and entry.need in ("", "shared", "large-shared"):
            code = table.shared[entry.symbol][0][0] if entry.need else entry.symbol
            if _is_money(code):
                return code
    return ""


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
