"""A figure as it is read, before it is known what it counts; and how values are written."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Final

import attrs

from afghanbrief.kinds.statistics import Bound
from afghanbrief.text.tokens import Tokens


@attrs.define(eq=False, weakref_slot=False)
class Figure:
    """A figure before it is known what it counts.

    Attributes:
        first: index of the first token of the number or its currency.
        stop: index after the last token of number and unit.
        start: offset of its first character, currency sign included.
        end: offset after its last character, percent sign included.
        number_stop: index after the last token of the number alone.
        value: the value, or the lower end.
        upper: the upper end, or ``None``.
        bound: its bound.
        unit: its unit.
        rule: the rule that read it.
        bound_first: index of the first token of the bound's words, or *first*.
        form: form of its numeral.
    """

    first: int
    stop: int
    start: int
    end: int
    number_stop: int
    value: Decimal
    upper: Decimal | None
    bound: Bound
    unit: str
    rule: str
    bound_first: int
    form: str


# What "three times" may compare with: "as many", "the number", "more".
COMPARED: Final = frozenset("as more higher the greater larger that what bigger its less his her their total".split())


_FORMER: Final = frozenset(("last", "this", "previous", "yesterday", "today"))
_COMPARED_TIME: Final = 4


def is_compared_time(tokens: Tokens, index: int) -> bool:
    """Tell whether what "three times" is compared with begins here as that of a time: "last year's sum".

    Arguments:
        tokens: the document's tokens.
        index: index of the word behind "times" or "twice".
    """
    words, gaps = tokens.words, tokens.gaps
    if index >= len(words) or words[index] not in _FORMER or gaps[index] != " ":
        return False
    return any(
        words[place] == "s" and gaps[place] == "'"
        for place in range(index + 1, min(index + _COMPARED_TIME, len(words)))
    )


# Few values come again and again.
@functools.lru_cache(maxsize=4096)
def plain(value: Decimal) -> Decimal:
    """Write a value without needless digits: whole numbers without a point, others to six places at most."""
    whole = int(value)
    if value == whole:
        return Decimal(whole)
    short = value.normalize()
    exponent = short.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_EXACT and abs(short) >= _SMALL:
        return short.quantize(_SMALLEST) if short.adjusted() < _WIDEST else short
    return short


_SMALL: Final = Decimal("0.001")
_SMALLEST: Final = Decimal("0.000001")
_WIDEST: Final = 20
# Up to here a fraction is one that ends, such as 1/128.
_EXACT: Final = 12
