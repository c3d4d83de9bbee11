"""Reads two numbers as one figure: ranges, shares such as "one in five", and "every third"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from afghanbrief.extractors.statistics.bounds import read_bound_before
from afghanbrief.extractors.statistics.figure import COMPARED, Figure, plain
from afghanbrief.extractors.statistics.lexicon import Lexicon
from afghanbrief.extractors.statistics.unit_table import UnitTable
from afghanbrief.extractors.statistics.units import Unit, read_unit
from afghanbrief.text.numerals import Numeral
from afghanbrief.text.tokens import Tokens

# Between the two numbers of a pair: unit, joint and the currency of the second.
FURTHEST: Final = 7
_JOINTS: Final = frozenset(("and", "to", "or", "in", "out", "of", "every"))
_SHARES: Final = frozenset((("in",), ("out", "of"), ("in", "every"), ("of", "every"), ("out", "of", "every")))
# Signs that may stand with the dash of a range: "$5-$7", "5%-7%".
_BESIDE_DASH: Final = " $\u20ac\u00a3\u00a5%"
# What "and" needs before the first number of a range, right there or before its bound.
_OPENING: Final = frozenset(("between", "ages"))
_LONGEST_BOUND: Final = 20
_UNPAIRED: Final = frozenset(("ordinal", "multiple", "vague"))


def read_pair(
    tokens: Tokens, text: str, low: Numeral, high: Numeral, lexicon: Lexicon, table: UnitTable
) -> Figure | None:
    """Read a range ("3,000 to 4,000", "between 25 and 30 per cent", "20-25") or a share ("one in five")."""
    apart = high.first - low.stop
    if apart > FURTHEST or low.form in _UNPAIRED or high.form in _UNPAIRED:
        return None
    if apart:
        joints = _JOINTS.intersection(tokens.words[low.stop : high.first])
        if not joints:
            # "US$3bn-US$4bn": a currency of letters stands behind the dash.
            dashed = apart == 1 and tokens.gaps[low.stop].strip(_BESIDE_DASH) == "-"
            return _range(tokens, text, low, high, lexicon, table) if dashed else None
        if "in" in joints or "of" in joints:
            share = _share(tokens, low, high, lexicon) or _singular_share(tokens, low, high, lexicon)
            if share is not None:
                return share
        if "to" not in joints:
            # "40 houses and 3 schools": most are two counts.
            if "and" in joints:
                if _OPENING.isdisjoint(tokens.words[max(0, low.first - _LONGEST_BOUND) : low.first]):
                    return None
            elif "or" not in joints or not _is_next(low, high):
                return None
    elif "-" not in tokens.gaps[high.first] and "/" not in tokens.gaps[high.first]:
        return None
    return _range(tokens, text, low, high, lexicon, table)


def _range(tokens: Tokens, text: str, low: Numeral, high: Numeral, lexicon: Lexicon, table: UnitTable) -> Figure | None:
    low_unit = read_unit(tokens, text, low, table)
    if low_unit.symbol == "ft" and tokens.gaps[high.first] == "-" == tokens.gaps[low.stop] and high.value < _INCHES:
        return _height(tokens, low_unit, low, high)
    high_unit = read_unit(tokens, text, high, table)
    joint = tokens.words[low_unit.stop : high_unit.first]
    if not _joins(tokens, joint, low, high, low_unit, lexicon, measured=high_unit.symbol not in ("count", "point")):
        return None
    value, upper, unit = low.value, high.value * high_unit.factor, high_unit.symbol
    stop, end = high_unit.stop, high_unit.end
    if unit == "count" and tokens.words[stop : stop + 1] == ("times",) and tokens.words[stop + 1 : stop + 2]:
        if tokens.words[stop + 1] in COMPARED:
            unit, stop, end = "x", stop + 1, tokens.ends[stop]
    if low_unit.symbol not in ("count", unit, unit.partition("/")[0]):
        if unit != "count":
            return None
        unit = low_unit.symbol
    if high.scaled and not low.scaled and value < 1000 <= upper:
        # "5 to 7 million": the scale word serves both; "$200 to $4 million" says its own.
        shared = value * (upper / mantissa(upper))
        value = shared if shared < upper else value
    if value >= upper:
        return None
    bound_first, _ = read_bound_before(tokens, low_unit.first, lexicon)
    return Figure(
        first=low_unit.first,
        stop=stop,
        start=low_unit.start,
        end=end,
        number_stop=high.stop,
        value=plain(value),
        upper=plain(upper),
        bound="range",
        unit=unit,
        rule="range",
        bound_first=bound_first,
        form="digits",
    )


_INCHES: Final = 12


def _height(tokens: Tokens, unit: Unit, low: Numeral, high: Numeral) -> Figure:
    """Read "a 5-foot-9 guard": feet and inches."""
    return Figure(
        first=unit.first,
        stop=high.stop,
        start=unit.start,
        end=high.end,
        number_stop=low.stop,
        value=plain(low.value + high.value / _INCHES),
        upper=None,
        bound="=",
        unit="ft",
        rule="number-with-unit",
        bound_first=unit.first,
        form="digits",
    )


def _joins(
    tokens: Tokens,
    joint: tuple[str, ...],
    low: Numeral,
    high: Numeral,
    low_unit: Unit,
    lexicon: Lexicon,
    *,
    measured: bool,
) -> bool:
    """Tell whether what stands between two numbers makes them the ends of a range."""
    if joint == ():
        gap = tokens.gaps[low.stop].strip(_BESIDE_DASH)
        if gap == "-" and tokens.words[low.first][0] == "0" and low.value:
            # A telephone number or a code.
            return False
        if gap == "-":
            return low.value < high.value and (measured or _is_range_dash(tokens, low, high))
        return gap == "/" and tokens.gaps[high.first][-1:] in "$\u20ac\u00a3" and low.value < high.value
    before = tokens.words[low_unit.first - 1] if low_unit.first else ""
    if joint == ("and",):
        if before == "of" and tokens.words[low_unit.first - 2 : low_unit.first - 1] == ("ages",):
            return True
        return before == "between" or _after_bound(tokens, low_unit.first, "between", lexicon)
    if joint in (("to",), ("up", "to")):
        if len(joint) > 1 and before != "from":
            return False
        own = low_unit.symbol != "count" and low_unit.end > low.end
        moved = before in lexicon.sets["change_verbs"]
        if moved and low_unit.symbol != "count":
            # "Rose $1.20 to $63.40".
            return False
        if before == "by" or moved or (own and before != "from"):
            # "rose by three to 127", "fell 0.7 per cent to 11,250": a change and the level that it led to; but
            # "cooled by 2 to 2.5 degrees": ends of one unit that lie close together.
            near = high.value <= low.value * 3 and tokens.gaps[high.stop][:1] not in (",", ".", ";")
            if before == "by" and own:
                return near and low_unit.symbol == "percent"
            return near and (not (before == "by" or moved) or low_unit.symbol == "count")
        return before != "from" or not _tells_change(tokens, low_unit.first, lexicon)
    return joint == ("or",) and _is_next(low, high) and low.form == high.form


def _is_next(low: Numeral, high: Numeral) -> bool:
    """Tell whether two numbers follow one another: "five or six", "twenty or thirty"."""
    tens = low.value % 10 == 0 and 10 <= low.value < 100
    return high.value - low.value == 1 or (tens and high.value - low.value == 10)


_CHANGE_WINDOW: Final = 12


def _tells_change(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb or noun of change stands before "from": then its two figures are two levels."""
    for position in range(first - 1, max(-1, first - _CHANGE_WINDOW), -1):
        word = tokens.words[position]
        if word in lexicon.sets["ranging"] and word != "between":
            return False
        if word in lexicon.sets["increase"] or word in lexicon.sets["decrease"] or word in lexicon.sets["change_verbs"]:
            return True
        if ";" in tokens.gaps[position + 1] or ". " in tokens.gaps[position + 1]:
            break
    return False


def mantissa(value: Decimal) -> Decimal:
    """Give a value without its scale word: 1.3 of 1.3 billion."""
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
        low.value >= 10 or high.value - low.value <= 10 or (high.scaled and low.value < mantissa(high.value))
    )


def _share(tokens: Tokens, low: Numeral, high: Numeral, lexicon: Lexicon) -> Figure | None:
    """Read "one in five", "two out of three": a share of a whole that is smaller than a dozen dozens."""
    joint = tokens.words[low.stop : high.first]
    if joint not in _SHARES or low.form not in ("words", "digits") or not 0 < low.value < high.value <= 1000:
        return None
    if tokens.gaps[high.first] not in (" ", "\n") or high.scaled:
        return None
    after = tokens.words[high.stop] if high.stop < len(tokens.words) else ""
    if joint == ("in",):
        if (
            (low.value > 9 and high.value not in _ROUND)
            or after in lexicon.sets["time_units"]
            or tokens.gaps[high.stop][:1] == "%"
        ):
            return None
        if high.form == "digits" and high.value not in _WHOLES and low.value != 1:
            return None
    elif high.value not in _WHOLES:
        # "Nine out of 31 centres" are two counts.
        return None
    bound_first, bound = read_bound_before(tokens, low.first, lexicon)
    return Figure(
        first=low.first,
        stop=high.stop,
        start=low.start,
        end=high.end,
        number_stop=high.stop,
        value=plain(low.value * 100 / high.value),
        upper=None,
        bound=bound,
        unit="percent",
        rule="one-in-n",
        bound_first=bound_first,
        form="fraction",
    )


def _singular_share(tokens: Tokens, low: Numeral, high: Numeral, lexicon: Lexicon) -> Figure | None:
    """Read "one child in four", where nothing that could be counted follows."""
    words = tokens.words
    if low.value != 1 or not 1 < high.value <= 100 or high.scaled or high.first - low.stop not in (2, 3):
        return None
    noun, joint = words[low.stop], words[low.stop + 1 : high.first]
    if joint not in (("in",), ("in", "every")) or noun in lexicon.sets["stops"] or noun in lexicon.sets["time_units"]:
        return None
    if any(gap not in (" ", "\n") for gap in tokens.gaps[low.stop : high.first + 1]):
        return None
    after = words[high.stop] if high.stop < len(words) else ""
    if not (tokens.gaps[high.stop].strip() or after in lexicon.sets["stops"] or after in lexicon.sets["verbs"]):
        return None
    bound_first, bound = read_bound_before(tokens, low.first, lexicon)
    return Figure(
        first=low.first,
        stop=high.stop,
        start=low.start,
        end=high.end,
        number_stop=high.stop,
        value=plain(Decimal(100) / high.value),
        upper=None,
        bound=bound,
        unit="percent",
        rule="one-in-n",
        bound_first=bound_first,
        form="one-of",
    )


# Wholes that shares in digits are told of; "9 out of 15 districts" are two counts.
_ROUND: Final = frozenset((100, 1000))
_WHOLES: Final = frozenset((3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000))


def read_every_nth(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Figure | None:
    """Read "every third well", "every second household"."""
    if not numeral.first or tokens.words[numeral.first - 1] != "every" or numeral.value > 20 or numeral.value < 2:
        return None
    stop = numeral.stop + 1
    if stop > len(tokens) or tokens.words[numeral.stop] in _PERIODS:
        return None
    first = numeral.first - 1
    bound_first, bound = read_bound_before(tokens, first, lexicon)
    return Figure(
        first=first,
        stop=numeral.stop,
        start=tokens.starts[first],
        end=numeral.end,
        number_stop=numeral.stop,
        value=plain(Decimal(100) / numeral.value),
        upper=None,
        bound=bound,
        unit="percent",
        rule="every-nth",
        bound_first=bound_first,
        form="nth",
    )


_PERIODS: Final = frozenset(
    "day year week month hour time night weekend morning evening minute season summer winter".split()
)
