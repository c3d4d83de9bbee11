"""Joins an expression with what stands behind it: a day and its hour, a month and its year, a part and its whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan
from afghanbrief.extractors.dates.times import clock_time

Reader = Callable[[int, int], list[Expression]]

_DAYS: Final = ("date", "weekday", "deictic")
# Words of no class that join an expression with what stands behind it.
JOINTS: Final = ("at", "on", "in")
_LONGER: Final = ("date", "unit", "decade", "hijri")
_DATED: Final = ("date", "weekday", "deictic", "unit", "hijri")


def compose(scan: Scan, found: Expression, depth: int, read: Reader) -> None:
    """Take into *found* what belongs to it behind it.

    Arguments:
        scan: the document.
        found: an expression that the grammar has read.
        depth: how deep in other expressions it stands.
        read: the parser's reading of what follows.
    """
    after, kind = found.after, found.kind
    gap, letter = scan.shape[2 * after], scan.shape[2 * after + 1]
    if kind in _DAYS and _with_part_of_day(scan, found, gap, letter):
        return
    if kind in _DAYS and depth == 0 and _with_clock_time(scan, found, gap, letter):
        return
    if kind == "weekday":
        if letter in "frT" and gap == " ":
            _with_week(scan, found, depth, read)
    elif kind == "date":
        if not found.year and (found.month or found.part):
            _with_year(scan, found, depth, read)
        elif found.rule == "year" and gap == "'" and scan.words[after] == "s" and scan.letter(after + 1) in "OQS":
            inner = read(after + 1, depth + 3)
            if inner and inner[0].part and not inner[0].year:
                # "2018's third quarter"
                found.part, found.after, found.rule = inner[0].part, inner[0].after, inner[0].rule
    elif kind == "duration":
        if letter in "rT" and found.unit == "D" and scan.words[found.first] == "one" and gap == " ":
            _some_day_of(found, read(after, depth + 2))
        elif letter == "a" and scan.letter(after + 1) == "u" and gap == " " and "." not in found.count:
            # "six days a week"
            found.kind, found.value, found.rule = "set", "P1" + str(scan.values["u"][scan.words[after + 1]]), "rate"
            found.after = after + 2
        elif found.rule == "duration-framed" and letter == "f" and found.count.isdigit():
            _take_whole(found, read(after + 1, depth + 2), _LONGER)
    elif kind == "unit":
        if found.unit in ("W", "WE") and letter == "f" and scan.letter(after + 1) in "MmJdo":
            inner = read(after + 1, depth + 2)
            if inner and inner[0].day:
                _take_whole(found, inner, ("date",))
        elif found.relation == "same" and found.unit in ("D", "M", "Q") and gap == " " and letter in "frTx":
            at = after + (letter in "fx")
            inner = read(at, depth + 2)
            if inner and inner[0].first == at and _is_year(inner[0]):
                # "the same month last year"
                found.of, found.after = inner[0], inner[0].after
        elif found.unit == "Y" and gap == "'" and scan.words[after] == "s" and scan.letter(after + 1) in "OQuS":
            _with_part(found, read(after + 1, depth + 3))
    elif kind == "same-period":
        at = after + (letter in "fx")
        inner = read(at, depth + 2)
        if inner and inner[0].first == at and (inner[0].kind == "offset" or inner[0].kind in _LONGER):
            found.of, found.after = inner[0], inner[0].after
    elif kind in ("hijri", "feast"):
        if found.month and not found.year and found.part != "solar-hijri":
            at = after + (letter == "f")
            if gap == " " and scan.letter(at) in "rT" and scan.words[at + 1] == "year":
                # "Ramadan last year", "Christmas of last year"
                _take_unit(found, at, read(at, depth + 2))
    elif kind == "open":
        if letter == "f":
            _take_whole(found, read(after + 1, depth + 2), ("date", "unit", "hijri", "feast"))
    elif kind == "time" and depth < 2:
        _with_day(scan, found, depth, read)


def _some_day_of(found: Expression, inner: list[Expression]) -> None:
    """Read "one day last week": some day of it."""
    if inner and inner[0].first == found.after and inner[0].kind == "unit" and inner[0].unit in ("W", "M", "Y"):
        found.kind, found.rule, found.count = "unit", "one-day-of", ""
        found.relation, found.unit, found.after = inner[0].relation, inner[0].unit, inner[0].after


def _take_unit(found: Expression, at: int, inner: list[Expression]) -> None:
    if inner and inner[0].first == at and inner[0].kind == "unit":
        found.of, found.after = inner[0], inner[0].after


def _take_whole(found: Expression, inner: list[Expression], kinds: tuple[str, ...]) -> None:
    if inner and inner[0].first == found.after + 1 and inner[0].kind in kinds:
        found.of, found.after = inner[0], inner[0].after


def _with_part_of_day(scan: Scan, found: Expression, gap: str, letter: str) -> bool:
    """Take the part of a day behind it: "Monday evening", "4 May at noon"."""
    after = found.after
    if letter != "P" or gap != " " or found.clock or (found.kind == "date" and not found.day):
        return False
    found.clock = str(scan.values["P"][scan.words[after]])
    if found.kind == "weekday" and scan.words[after].endswith("s"):
        found.kind, found.rule = "set", "weekday-set"
        found.value = f"XXXX-WXX-{found.weekday}{found.clock}"
    found.after = after + 1
    return True


def _with_clock_time(scan: Scan, found: Expression, gap: str, letter: str) -> bool:
    """Take a clock time behind a day: "Monday at 9 a.m.", "4 May, 14:30"."""
    if found.kind == "date" and not found.day:
        return False
    at = found.after
    if letter not in "dnz":
        if gap != " " or scan.words[at] != "at" or scan.letter(at + 1) not in "dnzPx":
            return False
        at += 1
        about = scan.words[at] in ("around", "about", "approximately") and scan.gap(at) == " "
        at += about
        if scan.letter(at) == "P":
            # "Monday at noon"
            found.clock, found.after = str(scan.values["P"][scan.words[at]]), at + 1
            return True
    time = clock_time(scan, at) if scan.gap(at) in " ,(" else None
    if time is None:
        return False
    found.clock, found.after = time.clock, time.after
    if scan.words[time.first - 1] in ("around", "about", "approximately"):
        found.mod = found.mod or "APPROX"
    return True


def _with_week(scan: Scan, found: Expression, depth: int, read: Reader) -> None:
    """Take the week behind a weekday: "Monday of last week", "Friday next week"."""
    at = found.after + (scan.letter(found.after) == "f")
    if scan.words[at + 1] == "week" or (scan.words[at] == "the" and scan.words[at + 2] == "week"):
        inner = read(at, depth + 2)
        if inner and inner[0].first == at and inner[0].kind == "unit" and inner[0].unit == "W":
            found.of, found.after = inner[0], inner[0].after


def _with_year(scan: Scan, found: Expression, depth: int, read: Reader) -> None:
    """Take the year behind a month, season, quarter or half: "May of that year", "the third quarter of 2017"."""
    after = found.after
    gap, letter = scan.gap(after), scan.letter(after)
    if found.part and letter == "Y" and gap in " ,-" and 1900 <= int(scan.words[after]) < 2100:
        found.year, found.after = int(scan.words[after]), after + 1
        return
    if letter not in "fTrZt" or gap not in " ,":
        return
    start = after + 1 if letter == "f" and gap == " " else after
    inner = read(start, depth + 2) if start < scan.count else []
    if not inner and found.part:
        at = next((i for i in range(start, start + 4) if scan.letter(i) == "Y"), start)
        inner = read(at, depth + 2)
    if not inner or inner[0].first < start:
        return
    whole = inner[0]
    if found.part[:1] == "H" and whole.kind == "date" and whole.month and not whole.day and whole.first == start:
        # "the second half of July"
        found.mod = "START" if found.part == "H1" else "END"
        found.month, found.year, found.of, found.part = whole.month, whole.year, whole.of, ""
        found.rule, found.after = "month", whole.after
        return
    if found.part[:1] == "H" and whole.kind in ("decade", "century") and whole.first == start:
        # "the first half of the 20th century"
        found.mod = "START" if found.part == "H1" else "END"
        found.kind, found.rule, found.year, found.part = whole.kind, whole.rule, whole.year, ""
        found.after = whole.after
        return
    solar_year = bool(found.part) and whole.kind == "hijri" and not whole.month
    if solar_year or (whole.first == start and _is_year(whole)):
        found.of, found.after = whole, whole.after


def _is_year(found: Expression) -> bool:
    return (found.kind == "unit" and found.unit == "Y") or (
        found.kind == "date" and bool(found.year) and not found.month
    )


def _with_part(found: Expression, inner: list[Expression]) -> None:
    """Take the part behind a year in the possessive: "last year's third quarter"."""
    if not inner or inner[0].kind != "date" or not inner[0].part or inner[0].year:
        return
    owner = Expression(found.first, found.after, "unit", found.rule)
    owner.relation, owner.unit = found.relation, "Y"
    found.kind, found.part, found.after = "date", inner[0].part, inner[0].after
    found.of, found.relation, found.rule = owner, "", "quarter"


def _with_day(scan: Scan, found: Expression, depth: int, read: Reader) -> None:
    """Take the day behind a clock time or part of a day: "9 a.m. on Friday", "the night of 4 May"."""
    after = found.after
    gap, letter = scan.gap(after), scan.letter(after)
    aside = scan.gaps[after].endswith(" (") and scan.letter(after) in "dnz"
    at = after + 1 if (letter == "f" or scan.words[after] == "on") and gap in " ." else after
    if aside:
        # "9:20 a.m. (0450 GMT) Sunday"
        at = next((i for i in range(after + 1, after + 6) if i < scan.count and scan.gaps[i] == ") "), after)
        at += scan.words[at] == "on"
    elif scan.gaps[after] == ") " and found.rule == "clock-time":
        aside = True
    elif at == after and gap not in " ,.":
        return
    if scan.letter(at) not in "MmJdotDWTrZ":
        return
    inner = read(at, depth + 2)
    if not inner or inner[0].first != at or inner[0].kind not in _DATED:
        return
    if inner[0].clock:
        if inner[0].clock != found.clock or found.mod != "START":
            return
        # "the early hours of Sunday morning"
        inner[0].clock = ""
    if inner[0].kind not in ("date", "hijri") or inner[0].day:
        found.of = inner[0]
        if not aside:
            found.after = inner[-1].after


def name_by_date(scan: Scan, named: Expression, date: Expression) -> None:
    """Let a date behind it say what an expression means: "six days later, on 7 October", "the week to 11 November"."""
    between = named.after
    if named.unit == "Y" and named.kind == "unit":
        # "the following year, 2006,", "the year before (2015)", "The year before, in 2015, "
        stated = date.rule == "year" and scan.gaps[between] in (", ", " (") and named.relation not in ("this", "the")
        if stated and (date.first == between or (date.first == between + 1 and scan.words[between] == "in")):
            named.of = date
        return
    if date.first != between + 1:
        return
    word = scan.words[between]
    if named.kind == "offset":
        # "Six days later, on 7 October": the date says which day that was
        if scan.gap(between) == "," and word in ("in", "on"):
            named.of = date
    elif date.month and word in ("ended", "ending") and (named.unit == "Q" or (named.unit == "W" and date.day)):
        # "the quarter ended Sept. 30"
        named.of = date
    elif named.unit == "W" and word == "to" and date.day and named.relation in ("the", "this", "that"):
        # "the week to 11 November"
        named.of = date
