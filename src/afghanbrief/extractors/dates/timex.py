"""Arithmetic on points in time, and the TIMEX3 values they are written as."""

from __future__ import annotations

import calendar
import datetime
from typing import Final, NamedTuple

_QUARTERS: Final = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}
_LENGTHS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# Seasons as the meteorological ones of the northern half of the earth; a winter begins in December of its year.
_SEASONS: Final = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}


class Point(NamedTuple):
    """A point in time, as coarse as it was said.

    Attributes:
        grain: ``"day"``, ``"week"``, ``"weekend"``, ``"month"``, ``"quarter"``, ``"half"``, ``"season"``, ``"year"``,
            ``"decade"`` or ``"century"``.
        year: the year, negative before Christ, 0 if open; of a decade or century its first two or three digits.
        month: 1 to 12, or 0.
        day: 1 to 31, or 0; of a week the day of the month of its Monday.
        part: ``"SP"``, ``"Q3"``, ``"H1"`` of the year.
    """

    grain: str
    year: int
    month: int = 0
    day: int = 0
    part: str = ""

    def value(self) -> str:
        """Write the point as a TIMEX3 value.

        >>> Point("quarter", 2018, part="Q3").value(), Point("year", -480).value()
        ('2018-Q3', 'BC0480')
        """
        grain, year, month, day, part = self
        if year > 0:
            if grain == "day":
                return f"{year:04d}-{month:02d}-{day:02d}"
            said = f"{year:04d}"
        else:
            said = f"BC{-year:04d}" if year else "XXXX"
        if grain == "year":
            return said
        if grain == "month":
            return f"{said}-{month:02d}"
        if part:
            return f"{said}-{part}"
        if grain in ("week", "weekend"):
            iso = datetime.date(year, month, day).isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if grain == "weekend" else "")
        if grain == "decade":
            return f"{year:03d}" if year >= 0 else f"BC{-year - 1:03d}"
        if grain == "century":
            return f"{year:02d}" if year >= 0 else f"BC{-year - 1:02d}"
        return f"{said}-{month:02d}-{day:02d}"

    def first(self) -> datetime.date | None:
        """Give the first day, or ``None`` if it is open, before Christ or impossible."""
        bounds = self.bounds()
        return bounds[0] if bounds else None

    def last(self) -> datetime.date | None:
        """Give the last day, inclusive, or ``None`` if it is open, before Christ or impossible."""
        bounds = self.bounds()
        return bounds[1] if bounds else None

    def bounds(self) -> tuple[datetime.date, datetime.date] | None:
        """Give the first and last day, or ``None`` if they are open, before Christ or impossible."""
        year, grain = self.year, self.grain
        try:
            if grain == "decade":
                return datetime.date(year * 10, 1, 1), datetime.date(year * 10 + 9, 12, 31)
            if grain == "century":
                return datetime.date(year * 100, 1, 1), datetime.date(year * 100 + 99, 12, 31)
            if year <= 0:
                return None
            if grain == "year":
                return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
            if grain == "day":
                day = datetime.date(year, self.month, self.day)
                return day, day
            if grain == "week":
                day = datetime.date(year, self.month, self.day)
                return day, day + datetime.timedelta(6)
            if grain == "weekend":
                day = datetime.date(year, self.month, self.day)
                return day + datetime.timedelta(5), day + datetime.timedelta(6)
            if self.part in _QUARTERS:
                return months_of(year, *_QUARTERS[self.part])
            if self.part in _SEASONS:
                return months_of(year, *_SEASONS[self.part])
            if self.part == "WI":
                return datetime.date(year, 12, 1), months_of(year + 1, 2, 2)[1]
            return months_of(year, self.month, self.month)
        except (ValueError, OverflowError):
            return None


def months_of(year: int, first: int, last: int) -> tuple[datetime.date, datetime.date]:
    """Give the first day of one month and the last day of another of the same year."""
    length = _LENGTHS[last] + (last == 2 and calendar.isleap(year))
    return datetime.date(year, first, 1), datetime.date(year, last, length)


def counted_weekday(year: int, month: int, weekday: int, number: int) -> datetime.date | None:
    """Give the first to fifth such weekday of a month (0: the last one), or ``None`` if there is no fifth.

    >>> counted_weekday(2018, 11, 4, 4)
    datetime.date(2018, 11, 22)
    """
    first, last = months_of(year, month, month)
    if not number:
        return last - datetime.timedelta((last.isoweekday() - weekday) % 7)
    day = first + datetime.timedelta((weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    return day if day <= last else None


def day_point(day: datetime.date) -> Point:
    """Make the point of a day."""
    return Point("day", day.year, day.month, day.day)


def week_point(day: datetime.date, grain: str = "week") -> Point:
    """Make the point of the ISO week (or weekend) that holds a day."""
    monday = day - datetime.timedelta(day.weekday())
    return Point(grain, monday.year, monday.month, monday.day)


def coarsen(point: Point, unit: str) -> Point:
    """Give the unit (``"D"``, ``"W"``, ``"M"``, ``"Q"``, ``"Y"``, ``"DE"``, ``"CE"``) in which a point lies.

    A point that is coarser than the unit is given back as it is.

    >>> coarsen(Point("day", 2018, 8, 30), "Q").value()
    '2018-Q3'
    """
    if unit == "Y":
        return Point("year", point.year) if point.grain not in ("decade", "century") else point
    if unit == "DE":
        return point if point.grain in ("decade", "century") else Point("decade", _floor(point.year, 10))
    if unit == "CE":
        if point.grain == "decade":
            return Point("century", point.year // 10)
        return point if point.grain == "century" else Point("century", _floor(point.year, 100))
    first = point.first()
    if unit == "M":
        if point.month:
            return Point("month", point.year, point.month)
        return Point("month", first.year, first.month) if first and point.grain == "week" else point
    if unit == "Q" and point.month:
        return Point("quarter", point.year, part=f"Q{(point.month + 2) // 3}")
    if unit == "W" and first and point.grain in ("day", "week", "weekend"):
        return week_point(first)
    if unit == "WE" and first and point.grain in ("day", "week", "weekend"):
        return week_point(first, "weekend")
    return point


def _floor(year: int, size: int) -> int:
    return year // size if year >= 0 else -((-year) // size) - 1


def shift(point: Point, count: int, unit: str) -> Point | None:
    """Move a point by whole units and give it at the grain of the unit (a year moves a quarter to a quarter).

    Arguments:
        point: where to start.
        count: how many units, negative for earlier.
        unit: ``"D"``, ``"W"``, ``"WE"``, ``"FN"``, ``"M"``, ``"Q"``, ``"Y"``, ``"DE"`` or ``"CE"``.

    Returns:
        The point, or ``None`` if it is open or outside the calendar.

    >>> shift(Point("day", 2018, 8, 30), -2, "M").value()
    '2018-06'
    """
    try:
        if unit == "DE":
            return Point("decade", coarsen(point, "DE").year + count)
        if unit == "CE":
            return Point("century", coarsen(point, "CE").year + count)
        if not point.year or point.grain in ("decade", "century"):
            return None
        if unit == "Y":
            year = point.year + count
            # There is no year nought.
            return Point("year", year + (point.year < 0 <= year) - (point.year > 0 >= year))
        if unit == "Q":
            index = point.year * 4 + _quarter(point) + count
            return Point("quarter", index // 4, part=f"Q{index % 4 + 1}")
        if unit == "M":
            if not point.month:
                return None
            index = point.year * 12 + point.month - 1 + count
            return Point("month", index // 12, index % 12 + 1)
        if point.grain == "month":
            return None
        first = point.first()
        if first is None:
            return None
        if unit == "D":
            return day_point(first + datetime.timedelta(count))
        moved = first + datetime.timedelta(count * (14 if unit == "FN" else 7))
        return week_point(moved, "weekend" if unit == "WE" else "week")
    except (ValueError, OverflowError):
        return None


def _quarter(point: Point) -> int:
    if point.part.startswith("Q"):
        return int(point.part[1]) - 1
    return (point.month + 2) // 3 - 1 if point.month else 0


def same_grain_shift(point: Point, years: int) -> Point | None:
    """Move a point by years and keep its grain: a day to the same day, a quarter to the same quarter."""
    if not point.year or point.grain in ("decade", "century"):
        return None
    if point.grain in ("week", "weekend"):
        return shift(point, 52 * years, "WE" if point.grain == "weekend" else "W")
    moved = point._replace(year=point.year + years)
    if point.grain == "day" and moved.first() is None:
        return moved._replace(day=28)
    return moved
