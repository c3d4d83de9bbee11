"""Arithmetic of the Solar Hijri calendar of Afghanistan and Iran, and of the Afghan fiscal year.

Leap years follow the cycle of 33 years that K. M. Borkowski, "The Persian calendar for 3000 years", Earth, Moon, and
Planets 74 (1996), 223-230, finds unbroken from 1210 to 1634: eight leap years in 33, the remainders below.
"""

from __future__ import annotations

import datetime
from typing import Final

_LEAP_REMAINDERS: Final = (1, 5, 9, 13, 17, 22, 26, 30)
FIRST_YEAR, LAST_YEAR = 1210, 1634
# 1 Hamal 1397, a day on which the published calendars of both countries agree.
_ANCHOR_YEAR, _ANCHOR_DAY = 1397, datetime.date(2018, 3, 21).toordinal()


def is_leap(year: int) -> bool:
    """Tell whether a Solar Hijri year has 366 days.

    >>> [year for year in range(1390, 1410) if is_leap(year)]
    [1391, 1395, 1399, 1403, 1408]
    """
    return year % 33 in _LEAP_REMAINDERS


def _leaps_before(year: int) -> int:
    cycles, rest = divmod(year - 1, 33)
    return cycles * 8 + sum(remainder <= rest for remainder in _LEAP_REMAINDERS)


def month_length(year: int, month: int) -> int:
    """Give the number of days of a month (1 Hamal or Farvardin to 12 Hut or Esfand)."""
    if month <= 6:
        return 31
    return 30 if month < 12 or is_leap(year) else 29


def to_gregorian(year: int, month: int, day: int) -> datetime.date | None:
    """Convert a Solar Hijri date.

    Arguments:
        year: 1210 to 1634; the cycle of 33 years is not sure outside.
        month: 1 to 12.
        day: 1 to 31.

    Returns:
        The Gregorian date, or ``None`` if there is no such day.

    >>> to_gregorian(1401, 1, 25)
    datetime.date(2022, 4, 14)
    """
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        return None
    new_year = _ANCHOR_DAY + 365 * (year - _ANCHOR_YEAR) + _leaps_before(year) - _leaps_before(_ANCHOR_YEAR)
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return datetime.date.fromordinal(new_year + before + day - 1)


def from_gregorian(day: datetime.date) -> tuple[int, int, int]:
    """Convert a Gregorian date to year, month and day of the Solar Hijri calendar.

    >>> from_gregorian(datetime.date(2018, 3, 21))
    (1397, 1, 1)
    """
    year = day.year - 621
    first = to_gregorian(year, 1, 1)
    if first is None or first > day:
        year -= 1
        first = to_gregorian(year, 1, 1)
    if first is None:
        raise ValueError(f"outside the years {FIRST_YEAR} to {LAST_YEAR}: {day}")
    passed = (day - first).days
    month = passed // 31 + 1 if passed < 186 else (passed - 186) // 30 + 7
    return year, month, passed - (31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)) + 1


def month_bounds(year: int, month: int) -> tuple[datetime.date, datetime.date] | None:
    """Give the first and last day of a Solar Hijri month."""
    first = to_gregorian(year, month, 1)
    return (first, first + datetime.timedelta(month_length(year, month) - 1)) if first else None


def year_bounds(year: int) -> tuple[datetime.date, datetime.date] | None:
    """Give the first and last day of a Solar Hijri year."""
    first = to_gregorian(year, 1, 1)
    return (first, first + datetime.timedelta(365 if is_leap(year) else 364)) if first else None


def fiscal_year_bounds(year: int) -> tuple[datetime.date, datetime.date] | None:
    """Give the first and last day of an Afghan fiscal year.

    Until 1390 it was the solar year; 1391 had nine months (to 30 Qaws, 20 December 2012); from 1392 to 1400 it ran from
    1 Jadi of the year before to 30 Qaws (Public Finance and Expenditure Management Law as amended 2011; Ministry of
    Finance, National Budget 1391 and 1392); from 1401 it is the solar year again (World Bank, Afghanistan Development
    Update, 2023).

    >>> fiscal_year_bounds(1397)
    (datetime.date(2017, 12, 22), datetime.date(2018, 12, 21))
    """
    if year <= 1390 or year >= 1401:
        return year_bounds(year)
    first = to_gregorian(year, 1, 1) if year == 1391 else to_gregorian(year - 1, 10, 1)
    last = to_gregorian(year, 9, 30)
    return (first, last) if first and last else None
