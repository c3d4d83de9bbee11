"""Reads two numbers as one figure: ranges, shares such as "one in five", and "every third"."""

from __future__ import annotations

from decimal import Decimal

from afghanbrief.document import Document
from afghanbrief.extractors.statistics.bounds import read_bound_before
from afghanbrief.extractors.statistics.figure import Figure, plain
from afghanbrief.extractors.statistics.lexicon import Lexicon
from afghanbrief.extractors.statistics.units import read_unit
from afghanbrief.text.numerals import Numeral
from afghanbrief.text.tokens import Tokens

# Between the two numbers of a pair: unit, joint and the currency of the second.
_FURTHEST = 6
_JOINTS = frozenset(("and", "to", "or", "in", "out", "of", "every"))


def read_pair(document: Document, low: Numeral, high: Numeral, lexicon: Lexicon) -> Figure | None:
    """Read a range ("3,000 to 4,000", "between 25 and 30 per cent", "20-25") or a share ("one in five")."""
    tokens = document.tokens
    if low.upper is not None or high.upper is not None or {low.form, high.form} & {"ordinal", "multiple"}:
        return None
    apart = high.first - low.stop
    if apart > _FURTHEST or (apart and not _JOINTS.intersection(tokens.words[low.stop : high.first])):
        return None
    share = _share(document, low, high)
    if share is not None:
        return share
    joint = tuple(tokens.words[low.stop : high.first])
    low_unit = read_unit(document, low, lexicon)
    if low_unit[3] > low.stop:
        joint = tuple(tokens.words[low_unit[3] : high.first])
    high_unit = read_unit(document, high, lexicon)
    gap = tokens.gaps[high.first]
    if high_unit[1] < high.first:
        joint = joint[: len(joint) - (high.first - high_unit[1])]
    before = tokens.words[low_unit[1] - 1] if low_unit[1] else ""
    between = before == "between" or _after_bound(tokens, low_unit[1], "between", lexicon)
    if joint == ("and",) and between:
        pass
    elif joint == ("to",) and before != "by" and (before != "from" or not _tells_change(tokens, low_unit[1], lexicon)):
        if low_unit[0] not in ("count", high_unit[0]) and low_unit[3] > low.stop:
            # "fell 0.7 per cent to 11,250": a change and the level that it led to.
            return None
    elif joint == () and gap.strip() == "-" and low.value < high.value and _is_range_dash(tokens, low, high):
        pass
    elif joint == ("or",) and high.value == low.value + 1:
        pass
    else:
        return None
    value, upper, unit = low.value, high.value, high_unit[0]
    if low_unit[0] not in ("count", unit):
        if unit != "count":
            return None
        unit = low_unit[0]
    if high.scaled and not low.scaled and value < 1000 and upper >= 1000 and unit != "count":
        factor = upper / _mantissa(upper)
        value *= factor
    elif high.scaled and not low.scaled and value < 1000 <= upper and joint == ("to",):
        value *= upper / _mantissa(upper)
    if value >= upper:
        return None
    bound_first, _ = read_bound_before(tokens, low_unit[1], lexicon)
    return Figure(
        first=low_unit[1],
        stop=high_unit[3],
        start=low_unit[2],
        end=high_unit[4],
        number_stop=high.stop,
        value=plain(value),
        upper=plain(upper),
        bound="range",
        unit=unit,
        rule="range",
        bound_first=bound_first,
        form="digits",
    )


_CHANGE_WINDOW = 7


def _tells_change(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb or noun of change stands before "from": then its two figures are two levels."""
    for position in range(first - 1, max(-1, first - _CHANGE_WINDOW), -1):
        word = tokens.words[position]
        if word in lexicon["ranging"]:
            return False
        if word in lexicon["increase"] or word in lexicon["decrease"] or word in lexicon["change_verbs"]:
            return True
        if ";" in tokens.gaps[position + 1] or ". " in tokens.gaps[position + 1]:
            break
    return False


def _mantissa(value: Decimal) -> Decimal:
    for scale in (10**12, 10**9, 10**6, 10**3):
        if value >= scale:
            return value / scale
    return value


def _after_bound(tokens: Tokens, first: int, word: str, lexicon: Lexicon) -> bool:
    begin, _ = read_bound_before(tokens, first, lexicon)
    return begin > 0 and tokens.words[begin - 1] == word


def _is_range_dash(tokens: Tokens, low: Numeral, high: Numeral) -> bool:
    if low.first and tokens.gaps[low.first].endswith("-"):
        return False
    after = tokens.gaps[high.stop]
    return not after.startswith("-") and (
        low.value >= 10 or high.value - low.value <= 10 or (high.scaled and low.value < _mantissa(high.value))
    )


def _share(document: Document, low: Numeral, high: Numeral) -> Figure | None:
    """Read "one in five", "two out of three": a share of a whole that is smaller than a dozen dozens."""
    tokens = document.tokens
    joint = tokens.words[low.stop : high.first]
    if low.form not in ("words", "digits") or not 0 < low.value < high.value <= 1000:
        return None
    if low.form == "digits" and (joint != ("out", "of") or high.value not in (3, 4, 5, 10, 100, 1000)):
        return None
    if joint == ("in",) and (low.value > 9 or high.value > 100 or tokens.words[high.stop : high.stop + 1] == ("days",)):
        return None
    if joint not in (("in",), ("out", "of"), ("in", "every"), ("of", "every"), ("out", "of", "every")):
        return None
    if joint == ("in",) and high.form == "digits" and high.value > 20:
        return None
    return Figure(
        first=low.first,
        stop=high.stop,
        start=low.start,
        end=high.end,
        number_stop=high.stop,
        value=plain(low.value * 100 / high.value),
        upper=None,
        bound="=",
        unit="percent",
        rule="one-in-n",
        bound_first=low.first,
        form="fraction",
    )


def read_every_nth(document: Document, numeral: Numeral) -> Figure | None:
    """Read "every third well", "every second household"."""
    tokens = document.tokens
    if not numeral.first or tokens.words[numeral.first - 1] != "every" or numeral.value > 20 or numeral.value < 2:
        return None
    stop = numeral.stop + 1
    if stop > len(tokens) or tokens.words[numeral.stop] in ("day", "year", "week", "month", "hour", "time", "night"):
        return None
    first = numeral.first - 1
    return Figure(
        first=first,
        stop=numeral.stop,
        start=tokens.starts[first],
        end=numeral.end,
        number_stop=numeral.stop,
        value=plain(Decimal(100) / numeral.value),
        upper=None,
        bound="=",
        unit="percent",
        rule="every-nth",
        bound_first=first,
        form="nth",
    )
