"""Resolves parsed expressions in the order of the text, against the publication date and the discourse clock."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from afghanbrief.extractors.dates.calendar_dates import calendar_date, deictic_day, weekday
from afghanbrief.extractors.dates.clock import DiscourseClock
from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.other_calendars import feast_date, hijri_date, numbered_day
from afghanbrief.extractors.dates.reading import Reading, Resolved
from afghanbrief.extractors.dates.relative_dates import offset_date, unit_date
from afghanbrief.extractors.dates.scan import Scan
from afghanbrief.extractors.dates.spans_of_time import duration, reported_period, time_of_day
from afghanbrief.extractors.dates.timex import Point, day_point, shift


class Resolver:
    """Resolves the expressions of one document, one after the other.

    Arguments:
        scan: the document.
        expressions: all of them, for the clock to tell a history from news.
        published: the publication date, or ``None``.

    Attributes:
        anchor: the expression that the last one was resolved against, or ``None``.
    """

    __slots__ = ("_state", "anchor")

    def __init__(self, scan: Scan, expressions: list[Expression], published: datetime.date | None) -> None:
        now = day_point(published) if published else None
        self.anchor: Expression | None = None
        period = _join_ranges(scan, expressions)
        self._state = Reading(scan, now, DiscourseClock(scan, expressions, now), _resolve)
        self._state.period = period

    def resolve(self, found: Expression) -> Resolved | None:
        """Give what *found* means here, and move the clock; ``None`` if it is no temporal expression after all."""
        state = self._state
        clock, previous = state.clock, state.previous
        if clock.looked_back:
            clock.come_back(found)
        resolved = _resolve(state, found)
        self.anchor = None
        if resolved is None:
            return None
        if resolved.anchored == "text":
            by_line = found.kind == "date" and found.month > 0 and not found.relation
            self.anchor = clock.main_of if by_line else clock.reference_of
            if previous and state.is_gloss(found):
                self.anchor = previous[0]
        if resolved.point:
            clock.move(found, resolved.point)
            if found.until is not None and resolved.point.year > 0:
                found.until.told = resolved.point.year + (found.until.month < found.month), resolved.anchored
        elif found.kind == "date" and found.day and found.month and resolved.value.startswith("XXXX-"):
            clock.hold_open_day(found)
        elif state.now is None and found.kind in ("unit", "deictic", "weekday") and resolved.value[0] == "X":
            clock.reference = None
        state.previous = (found, resolved)
        return resolved


def _resolve(state: Reading, found: Expression) -> Resolved | None:
    try:
        return _RESOLVE[found.kind](state, found)
    except (OverflowError, ValueError):
        # Outside the years 1 to 9999 there is no day to count from.
        return Resolved("DATE", "XXXX-XX-XX")


def _campaign(state: Reading, found: Expression) -> Resolved | None:
    """Resolve the season of "the Spring Offensive", in a history only."""
    clock = state.clock
    if not clock.narrative or state.now is None or clock.reference is None:
        return None
    found.kind = "date"
    return calendar_date(state, found)


def _ready_set(_state: Reading, found: Expression) -> Resolved:
    return Resolved("SET", found.value)


def _ready_reference(_state: Reading, found: Expression) -> Resolved:
    return Resolved("DATE", found.value)


def _beside(state: Reading, found: Expression) -> Resolved | None:
    """Resolve "the day after Christmas"; ``None`` if that day is open."""
    inner = state.resolve(found.of) if found.of is not None else None
    if inner is None or inner.point is None or inner.point.grain != "day":
        return None
    count = int(found.count) if found.count.isdigit() else 1
    if found.count and found.unit == "W":
        # "two weeks from Friday" is a Friday too
        point = shift(inner.point, 7 * count, "D")
        return Resolved("DATE", point.value(), point, inner.anchored, inner.cue) if point else None
    point = shift(inner.point, -count if found.direction == "before" else count, found.unit)
    return Resolved("DATE", point.value(), point, inner.anchored, inner.cue) if point else None


def _same_period(state: Reading, found: Expression) -> Resolved | None:
    """Resolve "the same period of 2017" to the year that is said; ``None`` if none is."""
    return state.resolve(found.of) if found.of is not None else None


def _decade_or_century(_state: Reading, found: Expression) -> Resolved:
    point = Point(found.kind, found.year)
    return Resolved("DATE", point.value(), point)


_RESOLVE: Final[dict[str, Callable[[Reading, Expression], Resolved | None]]] = {
    "date": calendar_date,
    "weekday": weekday,
    "deictic": deictic_day,
    "unit": unit_date,
    "offset": offset_date,
    "duration": duration,
    "time": time_of_day,
    "open": numbered_day,
    "beside": _beside,
    "campaign": _campaign,
    "hijri": hijri_date,
    "feast": feast_date,
    "reported": reported_period,
    "same-period": _same_period,
    "set": _ready_set,
    "reference": _ready_reference,
    "decade": _decade_or_century,
    "century": _decade_or_century,
}


def _join_ranges(scan: Scan, expressions: list[Expression]) -> tuple[Expression, Expression] | None:
    """Give first ends the year of their second ones ("from July to November 1954"), and find the first range."""
    period: tuple[Expression, Expression] | None = None
    # Backwards, since a year may be said once for several: "from 3 to 5 May and from 7 to 9 June 2018".
    for second, first in pairwise(reversed(expressions)):
        if first.kind == "time" and second.kind == "time" and first.of is None and second.first == first.after + 1:
            # "between 2 a.m. and 3 a.m. on Saturday"
            first.of = second.of if scan.letter(first.after) == "&" else None
        if first.kind != second.kind or second.first - first.after > 2 or second.kind not in ("date", "hijri"):
            continue
        joined = second.first == first.after + 1 and scan.letter(first.after) == "&" and scan.gap(first.after) != ","
        if second.first == first.after + 2:
            joined = scan.words[first.after] == "and" and scan.words[first.after + 1] in ("from", "on", "between")
        if not joined and not (second.first == first.after and scan.gap(second.first) in "-~"):
            continue
        if not first.year and not first.of and (first.month or first.part) and second.year:
            if second.month or second.part:
                later = first.month > second.month > 0 or (first.part == "WI" and second.part == "SP")
                if first.calendar == second.calendar:
                    first.year = second.year - 1 if later else second.year
                    first.count = second.count
        elif not first.year and not second.year and first.month and second.month and first.calendar == "gregorian":
            if first.of is None and second.of is None and not second.relation and second.calendar == "gregorian":
                first.until = second
        if first.month and second.month:
            period = (first, second)
    return period
