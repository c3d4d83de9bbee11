"""Resolves durations and times of day, with the bounds that the publication date or a year gives them."""

from __future__ import annotations

import calendar
import datetime
from typing import Final

from afghanbrief.extractors.dates.amounts import unit_amount
from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.other_calendars import part_of_solar_year
from afghanbrief.extractors.dates.reading import OPEN, STEP, Reading, Resolved
from afghanbrief.extractors.dates.timex import Point, months_of, shift, week_point


def duration(state: Reading, found: Expression) -> Resolved:
    """Resolve a duration; "the first six months of 2018" is a half of that year."""
    value = found.value or unit_amount(found.count, found.unit)
    if found.count == "X" and found.unit in OPEN and state.clock.narrative and state.now is not None:
        words, first = state.scan.words, found.first
        if found.after == first + 1 and words[first + 1] in ("before", "after") and words[first - 1] != "for":
            # "just months after his death" in a history: some month
            return Resolved("DATE", OPEN[found.unit])
    if found.number and found.of is not None and found.unit == "W" and found.of.month and not found.of.day:
        week = _week_of_month(state, found, found.of)
        if week is not None:
            return week
    if found.of is not None:
        part = _PARTS.get((found.count + found.unit, found.relation or "first"))
        if part and found.of.kind == "hijri" and found.of.calendar == "solar-hijri" and not found.of.month:
            if found.of.year:
                # "the first six months of 1397"
                found.part, found.after = part, found.of.after
                return part_of_solar_year(found)
        inner = state.resolve(found.of)
        if inner and inner.point:
            state.clock.move(found.of, inner.point)
        bounds = _months_of_year(found, inner.point) if inner and inner.point else None
        if bounds and not part:
            return Resolved("DURATION", value, None, "", -1, *bounds)
        if part and inner and inner.point and inner.point.grain == "year":
            found.after = found.of.after
            point = Point("quarter" if part[0] == "Q" else "half", inner.point.year, part=part)
            return Resolved("DATE", point.value(), point, inner.anchored)
    elif found.relation in ("past", "last", "next", "coming") and state.now and found.count.isdigit():
        today = state.now.first()
        moved = _moved(today, int(found.count) * (-1 if found.relation in ("past", "last") else 1), found.unit)
        if today and moved:
            return Resolved("DURATION", value, None, "published", -1, min(moved, today), max(moved, today))
    return Resolved("DURATION", value)


def _week_of_month(state: Reading, found: Expression, month: Expression) -> Resolved | None:
    """Resolve "the first week of Ramadan" to its seven days, "the last week of May" in news to a week of the year."""
    whole = state.resolve(month)
    found.rule = "week-of-month" if whole is not None and not state.clock.narrative else found.rule
    first, last = whole.bounds() if whole is not None else (None, None)
    if whole is None or first is None or last is None or found.number > 5:
        return None
    if month.kind == "hijri":
        begin = last - datetime.timedelta(6) if found.number < 0 else first + datetime.timedelta(7 * found.number - 7)
        end = min(begin + datetime.timedelta(6), last)
        found.calendar = month.calendar
        if begin > last:
            return None
        return Resolved("DATE", f"{begin.isoformat()}/{end.isoformat()}", None, whole.anchored, whole.cue, begin, end)
    if state.clock.narrative:
        # A history tells how long what it tells took.
        return None
    point = week_point(last if found.number < 0 else first + datetime.timedelta(7 * found.number - 7))
    return Resolved("DATE", point.value(), point, whole.anchored, whole.cue)


_PARTS: Final = {
    ("3M", "first"): "Q1",
    ("3M", "last"): "Q4",
    ("6M", "first"): "H1",
    ("6M", "last"): "H2",
    ("2Q", "first"): "H1",
    ("2Q", "last"): "H2",
}


def _months_of_year(found: Expression, whole: Point) -> tuple[datetime.date, datetime.date] | None:
    """Give the bounds of "the first nine months of 2018"."""
    if found.unit != "M" or whole.grain != "year" or whole.year <= 0 or not 1 <= int(found.count) <= 12:
        return None
    count = int(found.count)
    return months_of(whole.year, 13 - count, 12) if found.relation else months_of(whole.year, 1, count)


def time_of_day(state: Reading, found: Expression) -> Resolved:
    """Resolve a clock time or a part of a day."""
    if found.of is not None:
        state.outer = found
        inner = state.resolve(found.of)
        if inner:
            if inner.point and inner.point.grain == "day":
                return Resolved("TIME", inner.point.value() + found.clock, inner.point, inner.anchored, inner.cue)
            return Resolved("TIME", inner.value + found.clock, None, inner.anchored)
    relation, reference, now = found.relation, state.clock.reference, state.now
    step = STEP.get(relation, 0)
    base = reference if reference and reference.grain == "day" else None
    dated = state.clock.dated_day
    if now and not relation and not state.clock.narrative and _belongs_to_told_day(state, found, dated, now):
        base = dated
    elif (
        (relation == "last" and now)
        or (relation == "this" and now)
        or (
            now
            and not state.clock.narrative
            and not (
                base
                and (
                    relation in ("that", "same", "next", "following", "previous")
                    or state.clock.same_sentence(found)
                    or (base is not now and base.year < now.year and state.clock.tells(found))
                )
            )
        )
    ):
        base = now
    if base is None:
        return Resolved(
            "TIME", ("" if not now and found.clock[1].isdigit() and not reference else "XXXX-XX-XX") + found.clock
        )
    anchored = "published" if base is now else "text"
    if relation == "last" and not found.clock.endswith("NI") and found.clock[1].isdigit():
        step = -1
    if found.direction == "before last":
        step = -2
    point = shift(base, step, "D") if step else base
    if point is None:
        return Resolved("TIME", "XXXX-XX-XX" + found.clock)
    return Resolved("TIME", point.value() + found.clock, point, anchored)


_BEFORE_HOUR: Final = frozenset(("at", "around", "about", "by"))
_FRESH, _NEAR = 2, 60


def _belongs_to_told_day(state: Reading, found: Expression, told: Point | None, now: Point) -> bool:
    """Tell whether an hour is one of a day told of that is no news any more: "on 29 October ... at 10:15 a.m."."""
    if not found.clock[1].isdigit() or told is None or found.first - state.clock.dated_after > _NEAR:
        return False
    if state.scan.words[found.first] not in _BEFORE_HOUR and state.scan.words[found.first - 1] not in _BEFORE_HOUR:
        return False
    day, today = told.first(), now.first()
    return day is not None and today is not None and (today - day).days > _FRESH


def _moved(day: datetime.date | None, count: int, unit: str) -> datetime.date | None:
    """Move a day by whole units; hours move it by the days that they reach into."""
    if day is None or unit not in _DAYS_OR_MONTHS:
        return None
    days, months = _DAYS_OR_MONTHS[unit]
    try:
        if unit == "TH":
            count = (abs(count) + 23) // 24 * (1 if count > 0 else -1)
        if not months:
            return day + datetime.timedelta(days * count)
        index = day.year * 12 + day.month - 1 + count * months
        year, month = index // 12, index % 12 + 1
        return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return None


_DAYS_OR_MONTHS: Final = {
    "TH": (1, 0),
    "D": (1, 0),
    "W": (7, 0),
    "FN": (14, 0),
    "M": (0, 1),
    "Q": (0, 3),
    "Y": (0, 12),
    "DE": (0, 120),
    "CE": (0, 1200),
}


def reported_period(state: Reading, _found: Expression) -> Resolved | None:
    """Resolve "the reporting period" by the first range of dates of the text; ``None`` if it has none."""
    if state.period is None:
        return None
    begin, end = (state.resolve(side) for side in state.period)
    first = begin.point.first() if begin and begin.point else None
    last = end.point.last() if end and end.point else None
    if first is None or last is None or last < first:
        return None
    return Resolved("DATE", _period_value(first, last), None, "text", -1, first, last)


def _period_value(first: datetime.date, last: datetime.date) -> str:
    """Write a period as the week, month, quarter, half or year that it is, else as start and end."""
    if (last - first).days == 6:
        # A week that begins on Saturday or Sunday is valued by the ISO week of its middle.
        return week_point(first + datetime.timedelta(3)).value()
    parts = [Point("year", first.year), Point("month", first.year, first.month)]
    parts += [Point("quarter", first.year, part=f"Q{quarter}") for quarter in range(1, 5)]
    parts += [Point("half", first.year, part=f"H{half}") for half in (1, 2)]
    for point in parts:
        if (point.first(), point.last()) == (first, last):
            return point.value()
    return f"{first.isoformat()}/{last.isoformat()}"
