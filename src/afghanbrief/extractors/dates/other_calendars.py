"""Resolves Solar Hijri and Islamic dates, feasts, and days numbered within a period."""

from __future__ import annotations

import datetime
from typing import Final

from afghanbrief.extractors.dates import solar_hijri
from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.feasts import feast_day
from afghanbrief.extractors.dates.lunisolar_values import hijri_bounds
from afghanbrief.extractors.dates.reading import Reading, Resolved
from afghanbrief.extractors.dates.solar_hijri import from_gregorian
from afghanbrief.extractors.dates.tense import direction
from afghanbrief.extractors.dates.timex import day_point, shift

# The years whose fiscal year ran from Jadi to Qaws; see fiscal_year_bounds.
_FISCAL_FROM, _FISCAL_TO = 1392, 1401
_LEANING: Final = 90
_YEARS: Final = {"this": 0, "last": -1, "next": 1}


def _near_day(state: Reading, found: Expression) -> tuple[datetime.date | None, str]:
    explained = state.explained_day(found)
    if explained is not None:
        return explained, "text"
    reference, now = state.clock.reference, state.now
    told = state.clock.tells(found) and reference is not None
    if now and (not told or (found.relation in _YEARS and not state.clock.narrative)):
        return now.first(), "published"
    return (reference.first() if reference else None), "text"


def _take_said_year(state: Reading, found: Expression) -> None:
    """Give a lunar month or feast the Gregorian year that is said behind it: "Ramadan last year"."""
    whole = state.resolve(found.of) if found.of is not None and not found.year else None
    if found.calendar == "solar-hijri":
        today = state.now.first() if state.now else None
        if found.of is not None and today is not None and found.of.relation in _YEARS:
            # "20 Mizan last year": the solar year before this one
            found.year = from_gregorian(today)[0] + _YEARS[found.of.relation]
        return
    if whole is not None and whole.point is not None and whole.point.year > 0:
        found.year, found.count = whole.point.year, "gregorian"


def hijri_date(state: Reading, found: Expression) -> Resolved:
    """Resolve a Solar Hijri or Islamic date; a month or year is a period."""
    _take_said_year(state, found)
    near, anchored = _near_day(state, found)
    cue = -1
    if near and anchored == "published" and not found.year and found.calendar == "solar-hijri" and not found.relation:
        # A month half a year away may be the last or the next one: the clause says which.
        sense, cue = direction(state.scan, found.first, found.after)
        near += datetime.timedelta(_LEANING * sense)
    bounds = hijri_bounds(found, near)
    if bounds is None:
        return Resolved("DATE", "XXXX-XX-XX" if found.day else "XXXX-XX" if found.month else "XXXX")
    first, last = bounds
    anchored = "" if found.year else anchored
    if first == last:
        return Resolved("DATE", first.isoformat(), day_point(first), anchored, cue)
    return Resolved("DATE", f"{first.isoformat()}/{last.isoformat()}", None, anchored, cue, first, last)


def feast_date(state: Reading, found: Expression) -> Resolved:
    """Resolve a feast to its first day."""
    _take_said_year(state, found)
    near, anchored = _near_day(state, found)
    if near and anchored == "text" and state.explained_day(found) is None:
        # A story runs forward: the feast to come is nearer than it seems.
        near += datetime.timedelta(_LEANING)
    day = feast_day(found, near)
    if day is None:
        return Resolved("DATE", f"XXXX-{found.month:02d}-{found.day:02d}" if found.part == "fixed" else "XXXX-XX-XX")
    return Resolved("DATE", day.isoformat(), day_point(day), "" if found.year else anchored)


def part_of_solar_year(found: Expression) -> Resolved:
    """Resolve a quarter, half or season of a Solar Hijri year: "the first quarter of 1398" is Hamal to Jawza."""
    year = found.of.year if found.of is not None else 0
    first, last = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}.get(
        found.part, {"SP": (1, 3), "SU": (4, 6), "FA": (7, 9), "WI": (10, 12)}.get(found.part, (1, 12))
    )
    found.calendar = "solar-hijri"
    if found.of is not None and found.of.rule == "afghan-fiscal-year" and _FISCAL_FROM <= year < _FISCAL_TO:
        # The fiscal year began three months before the solar one.
        begin = solar_hijri.month_bounds(year - (first <= 3), (first + 8) % 12 + 1)
        end = solar_hijri.month_bounds(year - (last <= 3), (last + 8) % 12 + 1)
    else:
        begin, end = solar_hijri.month_bounds(year, first), solar_hijri.month_bounds(year, last)
    if begin is None or end is None:
        return Resolved("DATE", "XXXX")
    return Resolved("DATE", f"{begin[0].isoformat()}/{end[1].isoformat()}", None, "", -1, begin[0], end[1])


def numbered_day(state: Reading, found: Expression) -> Resolved | None:
    """Resolve "the eighth day of Ramadan"; ``None`` if the period is not known."""
    if found.of is None:
        return None
    if found.of.kind == "hijri":
        whole = hijri_date(state, found.of)
        found.calendar = found.of.calendar
        if whole.earliest is None or whole.latest is None:
            return Resolved("DATE", "XXXX-XX-XX")
        day = whole.earliest + datetime.timedelta(int(found.count) - 1)
        return Resolved("DATE", day.isoformat(), day_point(day), whole.anchored) if day <= whole.latest else None
    inner = state.resolve(found.of)
    if found.of.kind == "feast":
        found.calendar = found.of.calendar
        if inner is None or inner.point is None:
            return Resolved("DATE", "XXXX-XX-XX")
    elif inner is None or inner.point is None or inner.point.grain not in ("month", "year", "week"):
        return None
    first = inner.point.first()
    if first is None:
        return None
    point = shift(day_point(first), int(found.count) - 1, "D")
    return Resolved("DATE", point.value(), point, inner.anchored) if point else None
