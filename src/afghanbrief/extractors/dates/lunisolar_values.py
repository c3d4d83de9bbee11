"""Resolves dates of the Solar Hijri and Islamic calendars and feasts to Gregorian days and periods."""

from __future__ import annotations

import datetime

from afghanbrief.extractors.dates import islamic, solar_hijri
from afghanbrief.extractors.dates.expression import Expression

Bounds = tuple[datetime.date, datetime.date]


def hijri_bounds(found: Expression, near: datetime.date | None) -> Bounds | None:
    """Give the first and last Gregorian day of a Solar Hijri or Islamic date.

    Arguments:
        found: year, month and day as the text says them; a missing year is taken nearest to *near*.
        near: the publication date or the day that the text has come to; ``None`` leaves an unsaid year open.

    Returns:
        Two days, or ``None`` if the date is open or impossible.
    """
    year, month = found.year, found.month
    if found.calendar == "islamic":
        if found.count == "gregorian":
            year = _lunar_year_of(found.year, month, found.day)
        elif not year:
            if near is None:
                return None
            year = islamic.year_near(near, month)
            bounds = islamic.month_bounds(year, month)
            if bounds and found.relation == "last" and bounds[1] >= near:
                year -= 1
            elif bounds and found.relation == "next" and bounds[0] <= near:
                year += 1
        if not month:
            return islamic.year_bounds(year)
        day = islamic.to_gregorian(year, month, found.day) if found.day else None
        return ((day, day) if day else None) if found.day else islamic.month_bounds(year, month)
    if not month:
        return (
            solar_hijri.fiscal_year_bounds(year)
            if found.rule == "afghan-fiscal-year"
            else solar_hijri.year_bounds(year)
        )
    if not year:
        if near is None:
            return None
        year = _solar_year_near(near, month, found.day or 15)
    if found.day:
        day = solar_hijri.to_gregorian(year, month, found.day)
        return (day, day) if day else None
    return solar_hijri.month_bounds(year, month)


def _lunar_year_of(gregorian: int, month: int, day: int) -> int:
    """Give the lunar year whose month begins in a Gregorian year (the first, when two do)."""
    guess = int((gregorian - 622) * 1.0307)
    for year in range(guess - 1, guess + 4):
        bounds = islamic.month_bounds(year, month)
        if bounds and (bounds[0] + datetime.timedelta(max(0, day - 1))).year == gregorian:
            return year
    return 0


def _solar_year_near(near: datetime.date, month: int, day: int) -> int:
    try:
        middle = solar_hijri.from_gregorian(near)[0]
    except ValueError:
        return 0
    best, distance = middle, 10**9
    for year in (middle - 1, middle, middle + 1):
        point = solar_hijri.to_gregorian(year, month, min(day, 29))
        if point and abs((point - near).days) < distance:
            best, distance = year, abs((point - near).days)
    return best


def feast_day(found: Expression, near: datetime.date | None) -> datetime.date | None:
    """Give the first day of a feast in the year said, or the one nearest to *near* (before or after it, if said)."""
    years: tuple[int, ...]
    if found.year:
        years = (found.year,)
    elif near is not None:
        years = (near.year, near.year - 1, near.year + 1)
    else:
        return None
    days = [day for year in years for day in _days_in(found, year)]
    if near is None or found.year:
        return days[0] if days else None
    if found.relation == "last":
        days = [day for day in days if day < near]
    elif found.relation == "next":
        days = [day for day in days if day > near]
    return min(days, key=lambda day: abs((day - near).days), default=None)


def _days_in(found: Expression, year: int) -> list[datetime.date]:
    if found.calendar == "islamic":
        if year >= 1700:
            days = [islamic.to_gregorian(lunar, found.month, found.day) for lunar in _lunar_years(year)]
            return [day for day in days if day and day.year == year]
        day = islamic.to_gregorian(year, found.month, found.day)
        return [day] if day else []
    if found.calendar == "solar-hijri":
        day = solar_hijri.to_gregorian(year if year < 1700 else year - 621, 1, 1)
        return [day] if day else []
    try:
        if found.calendar == "thanksgiving":
            first = datetime.date(year, 11, 1)
            return [first + datetime.timedelta((3 - first.weekday()) % 7 + 21)]
        return [datetime.date(year, found.month, found.day)]
    except ValueError:
        return []


def _lunar_years(gregorian: int) -> tuple[int, int, int]:
    guess = int((gregorian - 622) * 1.0307)
    return guess, guess + 1, guess + 2
