"""Resolves units and offsets: "last week", "that month", "two years later", "a year earlier"."""

from __future__ import annotations

import datetime
from typing import Final

from afghanbrief.extractors.dates.amounts import unit_amount
from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.reading import OPEN, STEP, Reading, Resolved
from afghanbrief.extractors.dates.tense import direction
from afghanbrief.extractors.dates.timex import Point, coarsen, same_grain_shift, shift, week_point
from afghanbrief.text.patterns import compile_pattern

_AMOUNTS: Final = compile_pattern(r"(\d+)([YMWDHS])")
_FROM_TEXT: Final = ("following", "previous", "preceding", "next", "same", "that")
_COARSE: Final = ("year", "quarter", "half", "season")
# A year that is no leap year.
_ANY_YEAR: Final = 2001
_MINUTES: Final = {"H": 60, "M": 1, "S": 0}
_COARSE_FOR_DAYS: Final = ("year", "quarter", "half", "season", "month")
_TO_NOW: Final = frozenset(
    ("this", "current", "last", "next", "past", "coming", "upcoming", "latest", "present", "recent")
)


def _base(state: Reading, relation: str) -> Point | None:
    if state.clock.narrative or state.now is None:
        return state.clock.reference if state.now is None or relation != "this" or state.clock.reference else state.now
    if relation in _TO_NOW or relation == "the":
        return state.now
    return state.clock.reference or state.now


def unit_date(state: Reading, found: Expression) -> Resolved | None:
    """Resolve "last week", "this year", "the following month"."""
    unit, relation = found.unit, found.relation
    if (
        state.now is None
        and relation in ("this", "last", "next", "current", "the")
        and not (relation == "the" and state.clock.reference)
        and not (relation == "next" and state.clock.reference)
    ):
        return Resolved("DATE", OPEN.get(unit, "XXXX"))
    if found.of is not None and unit == "Y":
        return state.resolve(found.of) or Resolved("DATE", OPEN["Y"])
    if found.of is not None and relation == "same":
        return _same_part(state, found)
    if found.of is not None and unit == "Q":
        inner = state.resolve(found.of)
        if inner and inner.point and inner.point.month:
            ended = coarsen(inner.point, "Q")
            return Resolved("DATE", ended.value(), ended, inner.anchored)
    if relation == "past" and state.clock.narrative and state.now is not None:
        # "in the past year" of a history: how long, and no new point of its line
        return Resolved("DURATION", unit_amount("1", unit))
    base = _base(state, relation)
    if unit == "D" and relation in ("same", "that") and not state.clock.narrative and base and base.grain in _COARSE:
        base = state.now
    if unit == "D" and relation in ("next", "last") and state.clock.reference:
        base = state.clock.reference
    reference = state.clock.reference
    previous = state.previous
    if relation == "the" and unit == "Y" and previous and previous[1].point and previous[0].after == found.first:
        if state.scan.gap(found.first) == "," and previous[1].point.year:
            # "In 2001, the year the towers fell"
            base = previous[1].point
    if unit == "DE" and state.clock.decade and relation in _FROM_TEXT and state.clock.decade_after + 40 > found.first:
        base = state.clock.decade
    if relation == "next" and reference and state.now and 0 < reference.year < state.now.year:
        # "in April of the next year": beside a past date, with an article
        if state.scan.words[found.first] == "the" and state.clock.near(found):
            base = reference
    if found.rule == "closing-day" and state.clock.reference and state.clock.reference.grain == "day":
        base = state.clock.reference
    if base is None:
        return Resolved("DATE", OPEN.get(unit, "XXXX"))
    anchored = "published" if base is state.now else "text"
    step: int = STEP.get(relation, 0)
    cue = -1
    if unit == "Q" and relation in ("the", "latest", "that", "same"):
        point = state.clock.quarter
        today = state.now.first() if state.now else None
        ends = point.last() if point else None
        if point is not None and not (relation == "latest" and today and ends and ends >= today):
            return Resolved("DATE", point.value(), point, "text")
        if base is state.now:
            step = -1
    if unit == "WE" and base is state.now and not step:
        sense, cue = direction(state.scan, found.first, found.after)
        first = base.first()
        before = state.scan.words[found.first - 1]
        if first and first.isoweekday() <= 4 and before not in ("before", "by", "for"):
            # On a Wednesday the weekend is the last one, "this weekend" only where the clause looks back.
            step = -1 if sense < 0 or (sense == 0 and relation == "the") else 0
    if unit == "FN":
        unit, step = "W", step * 2
    if found.direction:
        # "the year before last", "the week after next"
        step *= 2
    if found.of is not None and unit in ("W", "WE"):
        inner = state.resolve(found.of)
        first = inner.point.first() if inner and inner.point and inner.point.grain == "day" else None
        if first and inner:
            point = week_point(first, "week" if unit == "W" else "weekend")
            return Resolved("DATE", point.value(), point, inner.anchored)
    if unit == "M" and relation in ("same", "that") and base.grain == "year" and state.clock.last_day is not None:
        # "Signed on 27 July 1953 ... earlier that year ... the same month"
        base = state.clock.last_day if state.clock.last_day.year == base.year else base
    point = shift(base, step, unit) if step else coarsen(base, unit)
    if point is None and step and base.grain == "month" and unit in ("D", "W", "WE"):
        point = None
    if point is None:
        return Resolved("DATE", OPEN.get(unit, "XXXX"), None, anchored)
    if not step and point.grain != {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}.get(
        unit, point.grain
    ):
        return Resolved(
            "DATE", point.value() if relation in ("same", "that") else OPEN.get(unit, "XXXX"), None, anchored
        )
    if found.clock:
        return Resolved("TIME", point.value() + found.clock, point, anchored)
    return Resolved("DATE", point.value(), point, anchored, cue)


def _same_part(state: Reading, found: Expression) -> Resolved:
    """Resolve "the same month last year": the month that is being told of, in the year that is said."""
    whole = state.resolve(found.of) if found.of is not None else None
    base = state.clock.reference or state.now
    if base and state.now and base.grain in ("year", "decade", "century"):
        base = state.now
    part = coarsen(base, found.unit) if base and found.unit != "D" else base
    if whole is None or whole.point is None or part is None or part.grain not in ("day", "month", "quarter"):
        return Resolved("DATE", OPEN.get(found.unit, "XXXX"))
    point = part._replace(year=whole.point.year)
    return Resolved("DATE", point.value(), point, whole.anchored)


def offset_date(state: Reading, found: Expression) -> Resolved:
    """Resolve "two years ago", "three days later"."""
    back = found.direction in ("ago", "earlier")
    reference = state.clock.current(found)
    base = state.now if found.direction in ("ago", "hence") and not state.clock.narrative else reference or state.now
    unit = found.unit
    if found.direction == "on" and (reference is None or not (state.clock.narrative or state.clock.near(found))):
        # "One year on, both sides blame each other": since when is not said
        found.after, found.rule = found.after - 1, "duration-counted"
        return Resolved("DURATION", unit_amount(found.count, unit))
    if found.count == "X":
        if state.clock.narrative and found.direction != "ago" and state.scan.letter(found.first) in "Uk":
            # "weeks later" in a history: some week of it; "a few weeks later" is vaguer.
            return Resolved("TIME", "XXXX-XX-XXTXX") if unit[0] == "T" else Resolved("DATE", OPEN.get(unit, "XXXX"))
        return Resolved("DATE", "PAST_REF" if back else "FUTURE_REF")
    count = float(found.count)
    # "three years later, in April": the month says no year.
    names_it = found.of is not None and (unit != "Y" or found.of.year > 0)
    named = state.resolve(found.of) if found.of is not None and names_it else None
    if named and named.point and unit in ("Y", "M", "D") and named.point.grain in ("day", "month", "year"):
        told = coarsen(named.point, unit)
        if told.grain == {"Y": "year", "M": "month", "D": "day"}[unit]:
            return Resolved("DATE", told.value(), told, named.anchored)
    if base is None:
        return Resolved("TIME" if unit[0] == "T" else "DATE", OPEN.get(unit, "XXXX-XX-XX"))
    if unit == "D" and base.grain in _COARSE_FOR_DAYS and not state.clock.narrative:
        # "last May ... a day earlier": days are counted from the last day, not from a month.
        base = state.clock.last_day or state.now or base
    anchored = "published" if base is state.now else "text"
    sign = -1 if back else 1
    if unit[0] == "T":
        if found.value:
            count, unit = sum(int(n) * _MINUTES[u] for n, u in _AMOUNTS.findall(found.value)), "TM"
        return _clock_offset(state, found, base, sign * count * (60 if unit == "TH" else 1), anchored)
    if found.value:
        return _compound_offset(state, found, base, sign, anchored)
    steps = int(count)
    if count != steps:
        steps, unit = int(count * 12), {"Y": "M"}.get(unit, unit)
    if unit == "Y" and found.relation == "month" and base.month:
        point = same_grain_shift(coarsen(base, "M"), sign * steps)
        if point:
            return Resolved("DATE", point.value(), point, anchored)
    if unit == "Y" and found.relation == "week" and base.grain == "day":
        moved = same_grain_shift(base, sign * steps)
        day = moved.first() if moved else None
        if day:
            point = week_point(day)
            return Resolved("DATE", point.value(), point, anchored)
    if unit == "Y" and count == 1:
        compared = _compared_period(state, found, reference)
        if compared is None and reference and found.direction in ("later", "earlier") and state.clock.near(found, 45):
            compared = reference if reference.grain in ("month", "day") else None
        point = same_grain_shift(compared, sign) if compared else None
        if point:
            return Resolved("DATE", point.value(), point, "text")
    elif unit == "Y" and reference and reference.grain == "month" and base is reference and state.clock.near(found, 45):
        point = same_grain_shift(reference, sign * steps)
        if point and count == steps:
            return Resolved("DATE", point.value(), point, "text")
    if unit in ("DE", "CE") and count != steps:
        # "half a century ago"
        steps, unit = int(count * (10 if unit == "DE" else 100)), "Y"
    if not base.year and unit in ("D", "W"):
        return _from_open_day(base, sign * steps * (7 if unit == "W" else 1))
    if unit == "DE":
        steps, unit = steps * 10, "Y"
    elif unit == "CE":
        steps, unit = steps * 100, "Y"
    elif unit in ("W", "FN") and base.grain == "day":
        steps, unit = steps * (7 if unit == "W" else 14), "D"
    point = shift(base, sign * steps, unit)
    if point is None:
        return Resolved("DATE", OPEN.get(unit, "XXXX"), None, anchored)
    return Resolved("DATE", point.value(), point, anchored)


def _from_open_day(base: Point, days: int) -> Resolved:
    """Count days from a day without a year: a week after XXXX-05-18 is XXXX-05-25."""
    start = base._replace(year=_ANY_YEAR).first()
    day = start + datetime.timedelta(days) if start else None
    if day is None or day.year != _ANY_YEAR:
        return Resolved("DATE", "XXXX-XX-XX", None, "text")
    return Resolved("DATE", f"XXXX-{day.month:02d}-{day.day:02d}", None, "text")


def _compound_offset(state: Reading, found: Expression, base: Point, sign: int, anchored: str) -> Resolved:
    """Move by years and months together: "nine years and two months later"."""
    steps = {"Y": 0, "M": 0, "W": 0, "D": 0}
    for count, unit in _AMOUNTS.findall(found.value.partition("T")[0]):
        steps[unit] = int(count)
    months, days = 12 * steps["Y"] + steps["M"], 7 * steps["W"] + steps["D"]
    if base.grain == "month" and days:
        return Resolved("DATE", "XXXX-XX-XX", None, anchored)
    if base.grain not in ("day", "month"):
        return Resolved("DATE", "XXXX", None, anchored)
    point = shift(base, sign * months, "M") if months else base
    if point and days:
        moved = point if point.grain == "day" else point._replace(grain="day", day=min(base.day, 28))
        point = shift(moved, sign * days, "D")
    return Resolved("DATE", point.value(), point, anchored) if point else Resolved("DATE", "XXXX")


def _compared_period(state: Reading, found: Expression, reference: Point | None) -> Point | None:
    """Give the quarter or half that "a year earlier" and "the year-ago period" compare with, or ``None``."""
    quarter = state.clock.quarter
    if found.rule == "year-ago-period" and found.part:
        base = reference or state.now
        return Point("quarter", base.year, part=found.part) if base and base.year else None
    if reference and reference.grain == "month" and found.rule == "offset" and state.clock.same_sentence(found):
        # "in the ten months to October, up from $6bn a year earlier"
        return reference
    if quarter and (found.rule == "year-ago-period" or (reference and reference.year >= quarter.year - 1)):
        return quarter
    if reference and reference.part[1:].isdigit() and state.clock.near(found):
        return reference
    return None


def _clock_offset(state: Reading, found: Expression, base: Point, minutes: float, anchored: str) -> Resolved:
    clock = state.clock.last_clock
    if found.unit in ("TH", "TM") and clock[1:3].isdigit() and found.direction in ("later", "earlier"):
        said = int(clock[1:3]) * 60 + int(clock[4:6] or 0)
        days, minute = divmod(said + int(minutes), 24 * 60)
        point = shift(base, days, "D") if base.grain == "day" else None
        if point:
            return Resolved("TIME", f"{point.value()}T{minute // 60:02d}:{minute % 60:02d}", point, "text")
    point = shift(base, int(minutes / (24 * 60)), "D") if base.grain == "day" else None
    if point is None:
        return Resolved("TIME", "XXXX-XX-XXTXX", None, anchored)
    return Resolved("TIME", point.value() + "TXX", point, anchored)
