"""Resolves parsed expressions in the order of the text, against the publication date and the discourse clock."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import NamedTuple

from afghanbrief.extractors.dates.amounts import unit_amount
from afghanbrief.extractors.dates.clock import DiscourseClock
from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.lunisolar_values import feast_day, hijri_bounds
from afghanbrief.extractors.dates.scan import Scan
from afghanbrief.extractors.dates.tense import direction
from afghanbrief.extractors.dates.timex import Point, coarsen, day_point, months_of, same_grain_shift, shift, week_point

_TO_NOW = frozenset(("this", "current", "last", "next", "past", "coming", "upcoming", "latest", "present", "recent"))
_OPEN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}
_STEP = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "next": 1,
    "following": 1,
    "coming": 1,
    "upcoming": 1,
    "subsequent": 1,
    "ensuing": 1,
}


class Resolved(NamedTuple):
    """What an expression means.

    Attributes:
        type: TIMEX3 type.
        value: TIMEX3 value.
        point: the point in time, if the value is one.
        anchored: ``"published"``, ``"text"`` (the last point before it) or empty.
        cue: index of the word that gave the direction, or -1.
        earliest, latest: bounds where they are not the point's.
    """

    type: str
    value: str
    point: Point | None = None
    anchored: str = ""
    cue: int = -1
    earliest: datetime.date | None = None
    latest: datetime.date | None = None


class Resolver:
    """Resolves the expressions of one document, one after the other.

    Arguments:
        scan: the document.
        expressions: all of them, for the clock to tell a history from news.
        published: the publication date, or ``None``.
    """

    __slots__ = ("_previous", "clock", "now", "scan")

    def __init__(self, scan: Scan, expressions: list[Expression], published: datetime.date | None) -> None:
        self.scan = scan
        self.now = day_point(published) if published else None
        self._previous: tuple[Expression, Resolved] | None = None
        _share_years(scan, expressions)
        self.clock = DiscourseClock(scan, expressions, self.now)

    def resolve(self, found: Expression) -> Resolved | None:
        """Give what *found* means here, and move the clock; ``None`` if it is no temporal expression after all."""
        resolved = self._resolve(found)
        if resolved is None:
            return None
        if resolved.point:
            self.clock.move(found, resolved.point)
            resolved = resolved._replace(earliest=resolved.point.first(), latest=resolved.point.last())
        self._previous = (found, resolved)
        return resolved

    def _is_gloss(self, found: Expression) -> bool:
        """Tell whether it explains the date before it in brackets: "9 April (20 Hamal)"."""
        if self._previous is None or found.first != self._previous[0].after:
            return False
        return "(" in self.scan.gaps[found.first] and found.calendar != self._previous[0].calendar

    def _resolve(self, found: Expression) -> Resolved | None:
        kind = found.kind
        if kind == "date":
            return self._date(found)
        if kind == "weekday":
            return self._weekday(found)
        if kind == "deictic":
            return self._deictic(found)
        if kind == "unit":
            return self._unit(found)
        if kind == "offset":
            return self._offset(found)
        if kind == "duration":
            return self._duration(found)
        if kind == "time":
            return self._time(found)
        if kind == "set":
            return Resolved("SET", found.value)
        if kind == "reference":
            return Resolved("DATE", found.value)
        if kind in ("decade", "century"):
            point = Point(kind, found.year)
            return Resolved("DATE", point.value(), point)
        if kind == "open":
            return self._numbered(found)
        if kind == "hijri":
            return self._hijri(found)
        if kind == "feast":
            return self._feast(found)
        return None

    def _date(self, found: Expression) -> Resolved:
        year, anchored, cue = found.year, "", -1
        if not year and found.of is not None:
            inner = self._resolve(found.of)
            if inner and inner.point:
                year, anchored = inner.point.year, inner.anchored
        if (found.month and not year) or (found.day and not found.month):
            year, month, anchored, cue = self._open_month(found)
        else:
            month = found.month
        if found.part and not year:
            year, anchored, cue = self._open_part(found)
        if found.part:
            grain = {"Q": "quarter", "H": "half"}.get(found.part[0] if found.part[1:].isdigit() else "", "season")
            point = Point(grain, year, part=found.part)
        elif found.day:
            point = Point("day", year, month, found.day)
        else:
            point = Point("month" if month else "year", year, month)
        if found.day and year > 0 and point.first() is None:
            # An impossible date keeps its span; no value is invented for it.
            return Resolved("DATE", "XXXX-XX-XX")
        if not month and found.day:
            return Resolved("DATE", f"{year:04d}-XX-{found.day:02d}" if year else f"XXXX-XX-{found.day:02d}")
        value = point.value()
        if found.clock:
            return Resolved("TIME", value + found.clock, point, anchored, cue)
        return Resolved("DATE", value, point if year else None, anchored, cue)

    def _open_month(self, found: Expression) -> tuple[int, int, str, int]:
        """Give year and month for a month or day whose year is not said."""
        clock, now = self.clock, self.now
        if found.day and not found.month:
            reference = clock.reference if found.relation != "month" or not now or clock.narrative else now
            if reference and reference.month:
                return reference.year, reference.month, "text", -1
            return (now.year, now.month, "published", -1) if now else (0, 0, "", -1)
        month = found.month
        if self._is_gloss(found) and self._previous and self._previous[1].earliest:
            day = self._previous[1].earliest
            return day.year + (month == 1 and day.month == 12) - (month == 12 and day.month == 1), month, "text", -1
        if found.relation:
            base = clock.reference if found.relation in ("previous", "following", "same", "that") or not now else now
            base = (clock.reference or now) if clock.narrative else base
            if base is None:
                return 0, month, "", -1
            step = _STEP.get(found.relation, 0)
            year = base.year
            if step < 0 and month >= (base.month or 13):
                year -= 1
            elif step > 0 and month <= base.month:
                year += 1
            return year, month, "published" if base is now else "text", -1
        if clock.narrative or now is None:
            year = clock.year_of_month(month)
            return year, month, "text" if year else "", -1
        before = self.scan.word(found.first - 1)
        sense, cue = direction(self.scan, found.first, found.after)
        if before == "by" and now.month != month:
            sense, cue = 1, found.first - 1
        elif before == "since":
            sense, cue = -2, found.first - 1
        if now.month == month and not found.day:
            return now.year, month, "published", -1
        return self._near_month(month, found.day, sense, found.weekday), month, "published", cue

    def _near_month(self, month: int, day: int, sense: int, weekday: int) -> int:
        """Give the year of the nearest such month or day, leaning to where the clause looks."""
        now = self.now
        if now is None:
            return 0
        if day and weekday:
            for year in (now.year, now.year - 1, now.year + 1):
                first = Point("day", year, month, day).first()
                if first and first.isoweekday() == weekday:
                    return year
        ahead = (month - now.month) * 30 + (day - now.day if day else 0)
        forward, back = (ahead, 360 - ahead) if ahead > 0 else (360 + ahead, -ahead)
        if sense == -2:
            forward_wins = False
        elif sense > 0:
            forward_wins = forward < back + (150 if day else 240)
        elif sense < 0:
            forward_wins = forward < (80 if day else 45)
        else:
            forward_wins = forward < (120 if day else 95) and forward < back
        if forward_wins:
            return now.year if ahead > 0 else now.year + 1
        return now.year if ahead <= 0 else now.year - 1

    def _open_part(self, found: Expression) -> tuple[int, str, int]:
        clock, now = self.clock, self.now
        base = clock.reference or now if clock.narrative or now is None else now
        if base is None or not base.year:
            return 0, "", -1
        anchored = "published" if base is now else "text"
        year = base.year
        step = _STEP.get(found.relation, 0)
        if found.part[1:].isdigit():
            last = int(found.part[1]) * (3 if found.part[0] == "Q" else 6)
            if base is now and last - base.month >= 8 and direction(self.scan, found.first, found.after)[0] <= 0:
                year -= 1
            return year, anchored, -1
        start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[found.part]
        if base is not now and not step:
            return year, anchored, -1
        sense, cue = direction(self.scan, found.first, found.after)
        month = base.month or 6
        if step < 0:
            year -= start + 2 >= month
        elif step > 0:
            year += start <= month
        elif sense < 0 and start > month + 1 and found.relation != "this" and found.part != "WI":
            year -= 1
        elif sense > 0 and start + 2 < month and found.relation != "this":
            year += 1
        elif sense < 0 and found.part == "WI" and month <= 3:
            year = base.year - 1
        return year, anchored, cue

    def _weekday(self, found: Expression) -> Resolved:
        clock, now = self.clock, self.now
        base = now
        if found.relation in ("previous", "following", "that", "same", "preceding") or (
            clock.narrative and clock.reference
        ):
            base = clock.reference or now
        first = base.first() if base and base.grain == "day" and (base is not now or now) else None
        if clock.narrative and not found.relation and self.now is None:
            first = None
        if first is None or base is None:
            return Resolved("TIME" if found.clock else "DATE", f"XXXX-WXX-{found.weekday}" + found.clock)
        step = _STEP.get(found.relation, 0)
        cue = -1
        back = (first.isoweekday() - found.weekday) % 7
        ahead = (found.weekday - first.isoweekday()) % 7
        if not step:
            sense, cue = direction(self.scan, found.first, found.after)
            near = self.scan.words[max(0, found.first - 6) : found.after + 5]
            if self.scan.word(found.first - 1) in ("until", "till", "by") and "had" not in near:
                sense, cue = 1, found.first - 1
            if base is not now:
                step = 1
            elif found.relation == "this":
                step = 1 if sense >= 0 else -1
                back = back or 0
            else:
                step = 1 if sense > 0 else -1
        else:
            back, ahead = back or 7, ahead or 7
        day = first + datetime.timedelta(ahead if step > 0 else -back)
        point = day_point(day)
        anchored = "published" if base is now else "text"
        if found.clock:
            return Resolved("TIME", point.value() + found.clock, point, anchored, cue)
        return Resolved("DATE", point.value(), point, anchored, cue)

    def _deictic(self, found: Expression) -> Resolved:
        if self.now is None:
            value = "PRESENT_REF" if found.count == "0" and not found.clock else "XXXX-XX-XX"
            return Resolved("TIME" if found.clock else "DATE", value + found.clock if value[0] == "X" else value)
        point = shift(self.now, int(found.count), "D")
        if point is None:
            return Resolved("DATE", "XXXX-XX-XX")
        if found.clock:
            return Resolved("TIME", point.value() + found.clock, point, "published")
        if self.clock.narrative and found.count == "0":
            return Resolved("DATE", "PRESENT_REF")
        return Resolved("DATE", point.value(), point, "published")

    def _base(self, relation: str) -> Point | None:
        if self.clock.narrative or self.now is None:
            return self.clock.reference if self.now is None or relation != "this" or self.clock.reference else self.now
        if relation in _TO_NOW or relation == "the":
            return self.now
        return self.clock.reference or self.now

    def _unit(self, found: Expression) -> Resolved | None:
        unit, relation = found.unit, found.relation
        if (
            self.now is None
            and relation in ("this", "last", "next", "current", "the")
            and not (relation == "the" and self.clock.reference)
            and not (relation == "next" and self.clock.reference)
        ):
            return Resolved("DATE", _OPEN.get(unit, "XXXX"))
        base = self._base(relation)
        if unit == "D" and relation in ("next", "last") and self.clock.reference:
            base = self.clock.reference
        if base is None:
            return Resolved("DATE", _OPEN.get(unit, "XXXX"))
        anchored = "published" if base is self.now else "text"
        step = _STEP.get(relation, 0)
        cue = -1
        if unit == "Q" and relation in ("the", "latest", "that", "same"):
            point = self.clock.quarter
            today = self.now.first() if self.now else None
            ends = point.last() if point else None
            if point is not None and not (relation == "latest" and today and ends and ends >= today):
                return Resolved("DATE", point.value(), point, "text")
            if base is self.now:
                step = -1
        if unit == "WE" and base is self.now and not step:
            sense, cue = direction(self.scan, found.first, found.after)
            first = base.first()
            before = self.scan.word(found.first - 1)
            if (
                first
                and sense <= 0
                and first.isoweekday() <= 4
                and relation == "the"
                and before not in ("before", "by")
            ):
                step = -1
        if unit == "FN":
            unit, step = "W", step * 2
        if found.direction == "before last":
            step = -2
        if found.of is not None and unit == "W":
            inner = self._resolve(found.of)
            first = inner.point.first() if inner and inner.point and inner.point.grain == "day" else None
            if first and inner:
                point = week_point(first)
                return Resolved("DATE", point.value(), point, inner.anchored)
        point = shift(base, step, unit) if step else coarsen(base, unit)
        if point is None and step and base.grain == "month" and unit in ("D", "W", "WE"):
            point = None
        if point is None:
            return Resolved("DATE", _OPEN.get(unit, "XXXX"), None, anchored)
        if not step and point.grain != {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}.get(
            unit, point.grain
        ):
            return Resolved(
                "DATE", point.value() if relation in ("same", "that") else _OPEN.get(unit, "XXXX"), None, anchored
            )
        if found.clock:
            return Resolved("TIME", point.value() + found.clock, point, anchored)
        return Resolved("DATE", point.value(), point, anchored, cue)

    def _offset(self, found: Expression) -> Resolved:
        back = found.direction in ("ago", "earlier")
        reference = self.clock.reference
        base = self.now if found.direction in ("ago", "hence") and not self.clock.narrative else reference or self.now
        if found.count == "X":
            return Resolved("DATE", "PAST_REF" if back else "FUTURE_REF")
        unit = found.unit
        count = float(found.count)
        if base is None:
            return Resolved("TIME" if unit[0] == "T" else "DATE", _OPEN.get(unit, "XXXX-XX-XX"))
        anchored = "published" if base is self.now else "text"
        sign = -1 if back else 1
        if found.value:
            return self._compound_offset(found, base, sign, anchored)
        if unit[0] == "T":
            return self._clock_offset(found, base, sign * count, anchored)
        steps = int(count)
        if count != steps:
            steps, unit = int(count * 12), {"Y": "M"}.get(unit, unit)
        if unit == "Y" and count == 1:
            told = self._compared_period(found, reference)
            point = same_grain_shift(told, sign) if told else None
            if point:
                return Resolved("DATE", point.value(), point, "text")
        if unit == "DE":
            steps, unit = steps * 10, "Y"
        elif unit == "CE":
            steps, unit = steps * 100, "Y"
        elif unit in ("W", "FN") and base.grain == "day":
            steps, unit = steps * (7 if unit == "W" else 14), "D"
        point = shift(base, sign * steps, unit)
        if point is None:
            return Resolved("DATE", _OPEN.get(unit, "XXXX"), None, anchored)
        return Resolved("DATE", point.value(), point, anchored)

    def _compound_offset(self, found: Expression, base: Point, sign: int, anchored: str) -> Resolved:
        """Move by years and months together: "nine years and two months later"."""
        years, _, rest = found.value[1:].partition("Y")
        if not rest.endswith("M") or base.grain not in ("day", "month"):
            return Resolved("DATE", "XXXX", None, anchored)
        point = shift(base, sign * (int(years) * 12 + int(rest[:-1])), "M")
        return Resolved("DATE", point.value(), point, anchored) if point else Resolved("DATE", "XXXX")

    def _compared_period(self, found: Expression, reference: Point | None) -> Point | None:
        """Give the quarter or half that "a year earlier" and "the year-ago period" compare with, or ``None``."""
        quarter = self.clock.quarter
        if found.rule == "year-ago-period" and found.part:
            base = reference or self.now
            return Point("quarter", base.year, part=found.part) if base and base.year else None
        if quarter and (found.rule == "year-ago-period" or (reference and reference.year >= quarter.year - 1)):
            return quarter
        if reference and reference.part[1:].isdigit() and self.clock.near(found):
            return reference
        return None

    def _clock_offset(self, found: Expression, base: Point, count: float, anchored: str) -> Resolved:
        clock = self.clock.last_clock
        if found.unit in ("TH", "TM") and clock[1:3].isdigit() and anchored == "text":
            first = base.first()
            if first:
                minutes = int(count * (60 if found.unit == "TH" else 1))
                moment = datetime.datetime(
                    first.year, first.month, first.day, int(clock[1:3]) % 24, int(clock[4:6] or 0)
                )
                moment += datetime.timedelta(minutes=minutes)
                point = day_point(moment.date())
                return Resolved("TIME", f"{point.value()}T{moment:%H:%M}", point, anchored)
        if base.grain != "day":
            return Resolved("TIME", "XXXX-XX-XXTXX", None, anchored)
        return Resolved("TIME", base.value() + "TXX", base, anchored)

    def _duration(self, found: Expression) -> Resolved:
        value = found.value or unit_amount(found.count, found.unit)
        if found.of is not None:
            part = {("3", "first"): "Q1", ("3", "last"): "Q4", ("6", "first"): "H1", ("6", "last"): "H2"}.get(
                (found.count, "first" if not found.relation else found.relation)
            )
            inner = self._resolve(found.of)
            if inner and inner.point:
                self.clock.move(found.of, inner.point)
            bounds = self._months_of_year(found, inner.point) if inner and inner.point else None
            if bounds and not part:
                return Resolved("DURATION", value, None, "", -1, *bounds)
            if part and found.unit == "M" and inner and inner.point and inner.point.grain == "year":
                found.after = found.of.after
                point = Point("quarter" if part[0] == "Q" else "half", inner.point.year, part=part)
                return Resolved("DATE", point.value(), point, inner.anchored)
        elif (
            found.relation in ("past", "last", "next", "coming")
            and self.now
            and found.count.isdigit()
            and found.unit in ("D", "W", "M", "Y")
        ):
            today = self.now.first()
            moved = _moved(today, int(found.count) * (-1 if found.relation in ("past", "last") else 1), found.unit)
            if today and moved:
                return Resolved("DURATION", value, None, "published", -1, min(moved, today), max(moved, today))
        return Resolved("DURATION", value)

    @staticmethod
    def _months_of_year(found: Expression, whole: Point) -> tuple[datetime.date, datetime.date] | None:
        """Give the bounds of "the first nine months of 2018"."""
        if found.unit != "M" or whole.grain != "year" or whole.year <= 0 or not 1 <= int(found.count) <= 12:
            return None
        count = int(found.count)
        return months_of(whole.year, 13 - count, 12) if found.relation else months_of(whole.year, 1, count)

    def _time(self, found: Expression) -> Resolved:
        if found.of is not None:
            inner = self._resolve(found.of)
            if inner:
                if inner.point and inner.point.grain == "day":
                    return Resolved("TIME", inner.point.value() + found.clock, inner.point, inner.anchored, inner.cue)
                return Resolved("TIME", inner.value + found.clock, None, inner.anchored)
        relation, reference, now = found.relation, self.clock.reference, self.now
        step = _STEP.get(relation, 0)
        base = reference if reference and reference.grain == "day" else None
        if (relation == "last" and now) or (relation == "this" and now) or (
            now
            and not self.clock.narrative
            and not (
                base
                and (relation in ("that", "same", "next", "following", "previous") or self.clock.same_sentence(found))
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
        point = shift(base, step, "D") if step else base
        if point is None:
            return Resolved("TIME", "XXXX-XX-XX" + found.clock)
        return Resolved("TIME", point.value() + found.clock, point, anchored)

    def _near_day(self, found: Expression) -> tuple[datetime.date | None, str]:
        if self._is_gloss(found) and self._previous and self._previous[1].earliest:
            return self._previous[1].earliest, "text"
        reference, now = self.clock.reference, self.now
        if now and not self.clock.narrative:
            return now.first(), "published"
        return (reference.first() if reference else None), "text"

    def _hijri(self, found: Expression) -> Resolved:
        near, anchored = self._near_day(found)
        bounds = hijri_bounds(found, near)
        if bounds is None:
            return Resolved("DATE", "XXXX-XX-XX" if found.day else "XXXX-XX" if found.month else "XXXX")
        first, last = bounds
        anchored = "" if found.year else anchored
        if first == last:
            return Resolved("DATE", first.isoformat(), day_point(first), anchored)
        return Resolved("DATE", f"{first.isoformat()}/{last.isoformat()}", None, anchored, -1, first, last)

    def _feast(self, found: Expression) -> Resolved:
        near, anchored = self._near_day(found)
        day = feast_day(found, near)
        fixed = found.calendar == "gregorian"
        if found.calendar == "thanksgiving":
            found.calendar = "gregorian"
        if day is None:
            return Resolved("DATE", f"XXXX-{found.month:02d}-{found.day:02d}" if fixed else "XXXX-XX-XX")
        return Resolved("DATE", day.isoformat(), day_point(day), "" if found.year else anchored)

    def _numbered(self, found: Expression) -> Resolved | None:
        if found.of is None:
            return None
        if found.of.kind == "hijri":
            whole = self._hijri(found.of)
            found.calendar = found.of.calendar
            if whole.earliest is None or whole.latest is None:
                return Resolved("DATE", "XXXX-XX-XX")
            day = whole.earliest + datetime.timedelta(int(found.count) - 1)
            return Resolved("DATE", day.isoformat(), day_point(day), whole.anchored) if day <= whole.latest else None
        inner = self._resolve(found.of)
        if inner is None or inner.point is None or inner.point.grain not in ("month", "year", "week"):
            return None
        first = inner.point.first()
        if first is None:
            return None
        point = shift(day_point(first), int(found.count) - 1, "D")
        return Resolved("DATE", point.value(), point, inner.anchored) if point else None


def _share_years(scan: Scan, expressions: list[Expression]) -> None:
    """Give the first end of a range the year of its second end: "from July to November 1954"."""
    for first, second in pairwise(expressions):
        if first.kind != "date" or first.year or first.of or not (first.month or first.part) or second.kind != "date":
            continue
        joined = second.first == first.after + 1 and scan.letter(first.after) == "&"
        if not second.year or not (joined or (second.first == first.after and scan.gap(second.first) in "-~")):
            continue
        if second.month or second.part:
            later = first.month > second.month > 0 or (first.part == "WI" and second.part == "SP")
            first.year = second.year - 1 if later else second.year


def _moved(day: datetime.date | None, count: int, unit: str) -> datetime.date | None:
    if day is None:
        return None
    try:
        if unit == "D":
            return day + datetime.timedelta(count)
        if unit == "W":
            return day + datetime.timedelta(7 * count)
        index = day.year * 12 + day.month - 1 + count * (12 if unit == "Y" else 1)
        return datetime.date(index // 12, index % 12 + 1, min(day.day, 28))
    except (ValueError, OverflowError):
        return None


__all__ = ["Resolved", "Resolver", "week_point"]
