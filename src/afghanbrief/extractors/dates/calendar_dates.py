"""Resolves calendar dates, weekdays and "yesterday": the year of a bare month, the week of a weekday."""

from __future__ import annotations

import datetime
from typing import Final

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.other_calendars import part_of_solar_year
from afghanbrief.extractors.dates.reading import STEP, Reading, Resolved
from afghanbrief.extractors.dates.scan import Scan
from afghanbrief.extractors.dates.tense import direction
from afghanbrief.extractors.dates.timex import Point, counted_weekday, day_point, shift


def calendar_date(state: Reading, found: Expression) -> Resolved:
    """Resolve a date of the Gregorian calendar."""
    year, anchored, cue = found.year, "", -1
    if found.of is not None and found.of.kind == "hijri":
        return part_of_solar_year(found)
    if not year and found.of is not None:
        inner = state.resolve(found.of)
        if inner and inner.point:
            year, anchored = inner.point.year, inner.anchored
    if (found.month and not year) or (found.day and not found.month):
        year, month, anchored, cue = _open_month(state, found)
    else:
        month = found.month
    if found.part and not year:
        year, anchored, cue = _open_part(state, found)
    if found.part:
        grain = {"Q": "quarter", "H": "half"}.get(found.part[0] if found.part[1:].isdigit() else "", "season")
        point = Point(grain, year, part=found.part)
    elif found.day:
        point = Point("day", year, month, found.day)
    elif found.rule == "weekday-of-month" and year > 0:
        counted = counted_weekday(year, month, found.weekday, int(found.count))
        if counted is None:
            return Resolved("DATE", "XXXX-XX-XX")
        point = day_point(counted)
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


def _open_month(state: Reading, found: Expression) -> tuple[int, int, str, int]:
    """Give year and month for a month or day whose year is not said."""
    clock, now = state.clock, state.now
    if found.day and not found.month:
        reference = clock.reference if found.relation != "month" or not now or clock.narrative else now
        if reference and reference.month:
            return reference.year, reference.month, "text", -1
        return (now.year, now.month, "published", -1) if now else (0, 0, "", -1)
    month = found.month
    if found.told is not None:
        return found.told[0], month, found.told[1], -1
    day = state.explained_day(found)
    if day is not None:
        return day.year + (month == 1 and day.month == 12) - (month == 12 and day.month == 1), month, "text", -1
    if found.relation:
        base = clock.reference if found.relation in ("previous", "following", "same", "that") or not now else now
        base = (clock.reference or now) if clock.narrative else base
        if base is None:
            return 0, month, "", -1
        step = STEP.get(found.relation, 0)
        year = base.year
        if step < 0 and month >= (base.month or 13):
            year -= 1
        elif step > 0 and month <= base.month:
            year += 1
        return year, month, "published" if base is now else "text", -1
    if clock.narrative or now is None:
        year = clock.year_of_month(found, month)
        return year, month, "text" if year else "", -1
    before = state.scan.words[found.first - 1]
    sense, cue = direction(state.scan, found.first, found.after)
    if sense <= 0 and clock.tells(found) and not _is_known_event(state, found):
        year = clock.year_of_month(found, month)
        if 0 < year < now.year or (year == now.year and month <= now.month):
            return year, month, "text", cue
    if before == "for" and state.scan.words[found.after] in _DELIVERIES:
        # "crude for March delivery"
        return now.year + (month < now.month), month, "published", found.after
    if month == 9 and found.day == 11 and before in _SINCE_THEN and found.rule == "month-day" and now.year > 2001:
        if not 8 <= now.month <= 10:
            # "the wars since September 11": the day that needs no year
            return 2001, month, "", -1
    if before == "to" and found.day and _is_put_off(state, found):
        reference = clock.reference
        if reference is not None and reference.year > now.year:
            # "due in April 2019 were delayed to 20 July"
            return reference.year, month, "text", -1
    if sense == 0 and _goes_on_ahead(state, found):
        sense = 1
    if before == "by" and now.month != month:
        # "By the end of June it had registered 900", but "will be done by June", "agreed to leave by June"
        sense, cue = (-2, cue) if sense < 0 and _is_over(state.scan, found, cue) else (1, found.first - 1)
    elif before in _UNTIL and _is_put_off(state, found):
        # "was extended until March"
        sense, cue = 1, found.first - 1
    elif before in _BOUNDS and (
        before != "from" or (sense < 1 and not (found.day or state.scan.letter(found.after) == "&"))
    ):
        sense = 0
    elif before == "since" or (sense < 0 and found.day and cue == found.first - 1 - (before == "on")):
        # "expired December 1": the verb stands right before the day.
        sense, cue = -2, found.first - 1 if before == "since" else cue
    if before in _OWNERS and state.scan.words[found.first - 2] in _COMPARED:
        # "down from its July guidance"
        sense = -2
    if before == "the" and state.scan.words[found.after] in state.scan.lexicon.context["happened"]:
        # "the 13 November attacks"
        sense = -2
    if now.month == month and not found.day:
        return now.year, month, "published", -1
    return _near_month(state, month, found.day, sense, found.weekday), month, "published", cue


_DELIVERIES: Final = frozenset(
    ("delivery", "settlement", "shipment", "loading", "contracts", "futures", "transactions")
)
_OWNERS: Final = frozenset(("its", "their", "his", "her", "the"))
_COMPARED: Final = frozenset(("from", "than"))
_SINCE_THEN: Final = frozenset(("since", "after", "before"))


def _goes_on_ahead(state: Reading, found: Expression) -> bool:
    """Tell whether the date before it in its sentence is still to come: "will fly from March 30, and from August 6"."""
    told, now = state.clock.reference, state.now
    if told is None or now is None or not told.month or not state.clock.same_sentence(found):
        return False
    return (told.year, told.month, told.day or 31) > (now.year, now.month, now.day)


def _is_put_off(state: Reading, found: Expression) -> bool:
    near = state.scan.words[max(0, found.first - 6) : found.first]
    return not state.scan.lexicon.context["put_off"].isdisjoint(near)


def _is_over(scan: Scan, found: Expression, cue: int) -> bool:
    """Tell whether the clause that a "by" opens tells what had come about: "By June 900 people had fled"."""
    if cue > 1 and scan.words[cue - 2 : cue] == ("to", "have"):
        # "was to have left by August"
        return True
    if cue < found.after or scan.words[cue] not in _HAD:
        return False
    behind = scan.words[cue + 1] if cue + 1 < scan.count else ""
    if scan.words[cue] == "had":
        return behind != "to"
    return behind != "to" and scan.lexicon.tenses.get(behind) not in ("future", "intent", "intended")


_HAD: Final = frozenset(("had", "was", "were", "has", "have"))


def _is_known_event(state: Reading, found: Expression) -> bool:
    """Tell whether a day names an event that readers know: "the March 22 attack" is the last one."""
    scan = state.scan
    if not found.day or scan.words[found.first - 1] != "the" or scan.gap(found.after) != " ":
        return False
    return scan.letter(found.after) == "x" and scan.words[found.after] in scan.lexicon.context["events"]


_UNTIL: Final = ("until", "till")
# A month behind one of these is the nearest one, whatever the verb.
_BOUNDS: Final = frozenset(("through", "until", "till", "from"))


def _near_month(state: Reading, month: int, day: int, sense: int, weekday: int) -> int:
    """Give the year of the nearest such month or day, leaning to where the clause looks."""
    now = state.now
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
        forward_wins = forward < back + (180 if day else 200)
    elif sense < 0:
        forward_wins = forward < (80 if day else 20)
    else:
        forward_wins = forward < (150 if day else 95) and forward < back
    if forward_wins:
        return now.year if ahead > 0 else now.year + 1
    return now.year if ahead <= 0 else now.year - 1


def _open_part(state: Reading, found: Expression) -> tuple[int, str, int]:
    clock, now = state.clock, state.now
    told = clock.tells(found) or found.relation in ("previous", "following", "that", "same")
    base = clock.current(found) or now if told else now
    if base is None or not base.year:
        return 0, "", -1
    anchored = "published" if base is now else "text"
    year = base.year
    step = STEP.get(found.relation, 0)
    if found.part[1:].isdigit():
        last = int(found.part[1]) * (3 if found.part[0] == "Q" else 6)
        if base is now and last - base.month >= 8 and direction(state.scan, found.first, found.after)[0] <= 0:
            year -= 1
        return year, anchored, -1
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[found.part]
    if base is not now and not step:
        # In a history the winter behind a summer or autumn is named by the year that it ends in.
        # "in autumn and winter" of one year
        joined = state.previous is not None and state.previous[0].part and found.first == state.previous[0].after + 1
        ahead = found.part == "WI" and not 1 <= base.month <= 6 and not joined and year != -1
        return year + ahead, anchored, -1
    sense, cue = direction(state.scan, found.first, found.after)
    if state.scan.words[found.first - 1] in _UNTIL:
        # "put it off until autumn"
        sense, cue = 1, found.first - 1
    month = base.month or (1 if base.part == "WI" else 6)
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


def weekday(state: Reading, found: Expression) -> Resolved:
    """Resolve a weekday: the one before or after the publication date, or the next one in a history."""
    clock, now = state.clock, state.now
    if state.scan.words[found.first - 1] == "a" and state.scan.words[found.first - 2] == "on":
        # "We pick one on a Monday"
        return Resolved("TIME" if found.clock else "DATE", f"XXXX-WXX-{found.weekday}" + found.clock)
    week = _week_beside(state, found)
    if week is not None and week.point is not None:
        monday = week.point.first()
        if monday is not None:
            point = day_point(monday + datetime.timedelta(found.weekday - 1))
            if found.clock:
                return Resolved("TIME", point.value() + found.clock, point, week.anchored)
            return Resolved("DATE", point.value(), point, week.anchored)
    begun = _begun_range(state, found)
    if begun is not None:
        point = day_point(begun + datetime.timedelta((found.weekday - begun.isoweekday()) % 7 or 7))
        return Resolved("TIME" if found.clock else "DATE", point.value() + found.clock, point, "text")
    base = now
    if found.relation in ("previous", "following", "that", "same", "preceding") or (
        clock.narrative and clock.reference
    ):
        base = clock.reference or now
    first = base.first() if base and base.grain == "day" and (base is not now or now) else None
    if clock.narrative and not found.relation and state.now is None:
        first = None
    if first is None or base is None:
        return Resolved("TIME" if found.clock else "DATE", f"XXXX-WXX-{found.weekday}" + found.clock)
    step = STEP.get(found.relation, 0)
    cue = -1
    back = (first.isoweekday() - found.weekday) % 7
    ahead = (found.weekday - first.isoweekday()) % 7
    if not step:
        outer = state.outer
        first_word = outer.first if outer is not None and outer.of is found else found.first
        sense, cue = direction(state.scan, first_word, found.after)
        bound = _bound_before(state, found)
        if bound >= 0:
            sense, cue = 1, bound
        elif _names_past_event(state, found):
            sense, cue = -1, -1
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


def _week_beside(state: Reading, found: Expression) -> Resolved | None:
    """Give the week that a weekday is said to lie in: "Monday of last week", "next week on Tuesday"."""
    if found.of is not None:
        return state.resolve(found.of)
    previous = state.previous
    if previous is None or previous[0].unit != "W" or previous[0].kind != "unit":
        return None
    joined = found.first == previous[0].after + 1 and state.scan.words[previous[0].after] == "on"
    return previous[1] if joined else None


def _begun_range(state: Reading, found: Expression) -> datetime.date | None:
    """Give the day that "Monday" is in "from Monday to Friday", where *found* is the Friday."""
    previous = state.previous
    if previous is None or previous[0].kind != "weekday" or found.first != previous[0].after + 1 or found.relation:
        return None
    if state.scan.words[previous[0].after] not in ("to", "through", "until", "till") or previous[1].point is None:
        return None
    return previous[1].point.first()


def _bound_before(state: Reading, found: Expression) -> int:
    """Give the place of "until" or "by" before a weekday or its clock time, unless the clause looks back, or -1."""
    scan, outer = state.scan, state.outer
    first = outer.first if outer is not None and outer.of is found else found.first
    before, behind = scan.words[first - 1], scan.words[found.after : found.after + 5]
    if before in ("until", "till") and _holds_office(scan, first):
        return -1
    if before in ("until", "till") and "had" not in scan.words[max(0, first - 6) : first] and "had" not in behind:
        return first - 1
    if before == "by" and direction(scan, first, found.after)[0] >= 0:
        return first - 1
    if before == "through" and direction(scan, first - 1, first - 1)[0] == 0:
        # "rain is forecast through Saturday"
        return first - 1
    if before == "to" and scan.words[first - 2] in scan.lexicon.context["put_off"]:
        return first - 1
    return -1


def _names_past_event(state: Reading, found: Expression) -> bool:
    """Tell whether what it owns has happened, whatever the verb: "will appeal Wednesday's ruling"."""
    scan, after = state.scan, found.after
    if scan.words[after] != "s" or scan.gap(after) != "'":
        return False
    return not scan.lexicon.context["happened"].isdisjoint(scan.words[after + 1 : after + 4])


def _holds_office(scan: Scan, first: int) -> bool:
    """Tell whether somebody did something until then: "who headed the agency until Wednesday"."""
    near = scan.words[max(0, first - 12) : first]
    return "who" in near and direction(scan, first - 1, first)[0] < 0


def _is_contrasted(state: Reading, found: Expression) -> bool:
    """Tell whether "today" means these days: "in 2014 we were many; today we are few"."""
    previous, scan = state.previous, state.scan
    if previous is None or found.first - previous[0].after > 12 or scan.gaps[found.first] == " ":
        return False
    behind = scan.words[found.after] in _SUBJECTS or scan.letter(found.after) in "dnN"
    if not behind or previous[1].point is None:
        return False
    return previous[1].point.grain in ("year", "decade", "century")


_SUBJECTS: Final = frozenset(("we", "it", "they", "there", "he", "she", "you", "i", "the", "only", "that"))


def deictic_day(state: Reading, found: Expression) -> Resolved:
    """Resolve "yesterday", "today", "tomorrow"."""
    if state.now is None:
        value = "PRESENT_REF" if found.count == "0" and not found.clock else "XXXX-XX-XX"
        return Resolved("TIME" if found.clock else "DATE", value + found.clock if value[0] == "X" else value)
    point = shift(state.now, int(found.count), "D")
    if point is None:
        return Resolved("DATE", "XXXX-XX-XX")
    if found.clock:
        return Resolved("TIME", point.value() + found.clock, point, "published")
    if found.count == "0" and (state.clock.narrative or _is_contrasted(state, found)):
        return Resolved("DATE", "PRESENT_REF")
    return Resolved("DATE", point.value(), point, "published")
