"""Resolves dates of the Solar Hijri and Islamic calendars to Gregorian days and periods."""

from __future__ import annotations

import datetime

from afghanbrief.extractors.dates import islamic, solar_hijri
from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.reading import STEP

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
    if not month and not year:
        if near is None:
            return None
        return solar_hijri.year_bounds(solar_hijri.from_gregorian(near)[0] + STEP.get(found.relation, 0))
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
        bounds = solar_hijri.month_bounds(year, month) if found.relation in ("last", "next") else None
        if bounds and found.relation == "last" and bounds[1] >= near:
            year -= 1
        elif bounds and found.relation == "next" and bounds[0] <= near:
            year += 1
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
