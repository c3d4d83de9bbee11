"""Arithmetic of the Islamic lunar calendar: Umm al-Qura from 1343 to 1500, the tabular calendar outside.

The month in Afghanistan begins when the moon is seen, or when Saudi Arabia begins it: the day may differ by one.
Umm al-Qura: R. H. van Gent's tables as in data/umm_al_qura.csv. Tabular: thirty-year cycle, leap years 2, 5, 7, 10, 13,
16, 18, 21, 24, 26, 29, epoch 16 July 622 (Reingold and Dershowitz, Calendrical Calculations, chapter 7).
"""

from __future__ import annotations

import datetime
import functools
from importlib import resources
from typing import Final

_FIRST, _LAST = 1343, 1500
_FIRST_DAY: Final = datetime.date(1924, 8, 1).toordinal()
_LENGTHS: Final = {"8": 28, "9": 29, "0": 30, "1": 31}
_EPOCH: Final = 227015


@functools.cache
def _month_starts() -> tuple[int, ...]:
    table = resources.files("afghanbrief.extractors.dates").joinpath("data/umm_al_qura.csv").read_text("ascii")
    starts = [_FIRST_DAY]
    for line in table.split()[1:]:
        for digit in line[5:]:
            starts.append(starts[-1] + _LENGTHS[digit])
    return tuple(starts)


def month_bounds(year: int, month: int) -> tuple[datetime.date, datetime.date] | None:
    """Give the first and last day of a lunar month.

    Arguments:
        year: year AH, 1 to 9000.
        month: 1 (Muharram) to 12 (Dhu al-Hijja).

    Returns:
        Two Gregorian dates, or ``None`` if there is no such month.

    >>> month_bounds(1439, 9)
    (datetime.date(2018, 5, 16), datetime.date(2018, 6, 14))
    """
    if not 1 <= month <= 12 or not 1 <= year <= 9000:
        return None
    if _FIRST <= year <= _LAST:
        starts = _month_starts()
        index = (year - _FIRST) * 12 + month - 1
        first, after = starts[index], starts[index + 1]
    else:
        first = _tabular(year, month)
        after = _tabular(year + month // 12, month % 12 + 1)
    return datetime.date.fromordinal(first), datetime.date.fromordinal(after - 1)


def _tabular(year: int, month: int) -> int:
    return _EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2


def to_gregorian(year: int, month: int, day: int) -> datetime.date | None:
    """Convert a lunar date, or give ``None`` if there is no such day."""
    bounds = month_bounds(year, month)
    if bounds is None or day < 1:
        return None
    found = bounds[0] + datetime.timedelta(day - 1)
    return found if found <= bounds[1] else None


def year_bounds(year: int) -> tuple[datetime.date, datetime.date] | None:
    """Give the first and last day of a lunar year."""
    first, last = month_bounds(year, 1), month_bounds(year, 12)
    return (first[0], last[1]) if first and last else None


def year_near(day: datetime.date, month: int) -> int:
    """Give the year AH whose month of this number lies nearest to a Gregorian day."""
    guess = int((day.toordinal() - _EPOCH) / 354.367) + 1
    best, distance = guess, 10**9
    for year in (guess - 1, guess, guess + 1):
        bounds = month_bounds(year, month)
        if bounds is None:
            continue
        away = 0 if bounds[0] <= day <= bounds[1] else min(abs((bounds[0] - day).days), abs((bounds[1] - day).days))
        if away < distance:
            best, distance = year, away
    return best
