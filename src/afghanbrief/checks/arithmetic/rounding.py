"""How far a printed figure may be from the exact one: what rounding allows, and what "about" does."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from afghanbrief.kinds import Statistic
from afghanbrief.text.patterns import compile_pattern

_NO_DIGITS: Final = compile_pattern(r"[^\d.]+")
_ZERO: Final = Decimal(0)
_FIVE: Final = Decimal(5)
_WORD_STEP: Final = Decimal("1.5")
_LOOSE_WORD_STEP: Final = Decimal("2.5")
_SLACK: Final = Decimal("1.02")


def printed_step(statistic: Statistic) -> Decimal:
    """Give half a unit of the last digit that is printed: 56.3 percent is right within 0.05.

    Scale words widen it: "1.4 million" is right within 50,000. Words ("a third") are right within one and a half
    percent. Approximate figures are right within twice their step, and round ones ("about 40") within half a unit
    of their last digit that is no zero, but no further than a tenth of them, and no further than five percentage
    points.

    Arguments:
        statistic: the figure.

    Returns:
        The step, in the figure's own unit.
    """
    text = statistic.span.text
    digits = _NO_DIGITS.sub("", text).strip(".")
    value = abs(statistic.value)
    loose = statistic.bound == "~"
    if not digits:
        if statistic.unit == "percent":
            return _LOOSE_WORD_STEP * 2 if loose else _WORD_STEP
        return _round_step(value) if loose else _ZERO
    decimals = len(digits.split(".", 1)[1].replace(".", "")) if "." in digits else 0
    step = Decimal(5).scaleb(-decimals - 1)
    try:
        mantissa = Decimal(digits)
    except ArithmeticError:
        mantissa = value
    if mantissa and value > mantissa * 10:
        step *= (value / mantissa).quantize(Decimal(1))
    elif statistic.unit not in ("percent", "percentage-point") and not decimals:
        return _round_step(value) if loose else _ZERO
    if not loose:
        return step
    rounded = _ZERO if decimals else _round_step(value)
    return max(step * 2, min(rounded, _FIVE) if statistic.unit in ("percent", "percentage-point") else rounded)


def _round_step(value: Decimal) -> Decimal:
    """Give half a unit of the last digit of a whole number that is no zero, but a tenth of the number at most.

    "About 40" may stand for 37, but "about 100" not for 60, nor "about 1,000,000" for 600,000.
    """
    whole = int(value)
    if whole == 0 or value != whole:
        return _ZERO
    unit = 1
    while whole % 10 == 0:
        whole //= 10
        unit *= 10
    half = Decimal("2.5") if unit == 1 and whole % 5 == 0 else Decimal(unit) / 2
    return min(half, value / 10)


def within(expected: Decimal, claimed: Statistic, allowed: Decimal) -> bool:
    """Tell whether a claim holds for the value that the other figures give.

    Arguments:
        expected: what they give.
        claimed: the claim; "more than" asks for more, "less than" for less.
        allowed: what rounding allows.
    """
    allowed *= _SLACK
    if claimed.bound in (">", ">="):
        return expected >= claimed.value - allowed
    if claimed.bound in ("<", "<="):
        return expected <= claimed.value + allowed
    return abs(expected - claimed.value) <= allowed
