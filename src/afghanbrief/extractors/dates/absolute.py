"""Grammar of calendar dates: day, month and year, in words and digits."""

from __future__ import annotations

import re
from typing import Final

from afghanbrief.extractors.dates.eras import era_at
from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan
from afghanbrief.extractors.dates.spelled_dates import month_and_spelled_day
from afghanbrief.extractors.dates.years import full_year, spelled_year
from afghanbrief.text.patterns import compile_pattern

_MONTH: Final = r"(?P<m>[MmJ])"
_MONTH_DAY: Final = compile_pattern(
    _MONTH
    + r"[ .\-](?:t )?(?P<d>[do])(?![;:^]\w)"
    + r"(?:(?:[-~/]| & )(?:t )?(?P<d2>[do])(?![;:^]\w| [MmJ]))?(?:(?:,| |\.|-|,x |/| f )(?P<y>Y)(?![;^]\w))?"
)
_MONTH_YEAR: Final = compile_pattern(_MONTH + r"(?:[ ,.\-]| f |'| ')(?P<y>Y)(?![;^]\w)")
_MONTH_SHORT_YEAR: Final = compile_pattern(r"(?P<m>[MmJ])(?:`|-)(?P<y>[dn])(?![;^:/]\w)")
_DAY_MONTH: Final = compile_pattern(
    r"(?:t )?(?P<d>[do])(?: f)?[ \-./]" + _MONTH + r"(?:(?:[ ,.\-/]| f )(?P<y>Y)(?![;^]\w))?"
)
_RANGE_DAY_MONTH: Final = compile_pattern(
    r"(?:t )?(?P<d>[do])(?:[-~/]| & )(?:t )?(?P<d2>[do])(?: f)?[ \-.]"
    + _MONTH
    + r"(?:(?:[ ,.\-]| f )(?P<y>Y)(?![;^]\w))?"
)
# Three days or more of one month: "July 9, 10 and 11, 2019", "12, 13 and 14 June".
_MONTH_DAYS: Final = compile_pattern(
    _MONTH + r"[ .](?P<ds>[do](?:,[do]){1,4}[, ]& [do])(?!(?:[;:^]|,d)\w)(?:,(?P<y>Y)(?![;^]\w))?"
)
_DAYS_MONTH: Final = compile_pattern(
    r"(?P<ds>[do](?:,[do]){1,4}[, ]& [do]) " + _MONTH + r"(?:(?:[ ,.\-]| f )(?P<y>Y)(?![;^]\w))?"
)
_DAY_MONTH_SHORT_YEAR: Final = compile_pattern(r"d(?:-[MmJ]-| [MmJ]`)[dn](?![;^/\-:]\w)")
_ISO: Final = compile_pattern(r"(?P<y>Y)(?P<s>[-/;])(?P<a>[dn])(?P=s)(?P<b>[dn])(?![;^/\-]\w)")
_NUMERIC: Final = compile_pattern(r"(?P<a>d)(?P<s>[-/;])(?P<b>d)(?P=s)(?P<y>[Ydn])(?![;^/\-][dnY])")


_ATTACKS: Final = frozenset(("attack", "attacks", "terrorist", "terror", "hijackers", "hijackings"))


def _index(position: int) -> int:
    return position // 2


def month_number(scan: Scan, index: int) -> int:
    """Give the number of the month named at *index*."""
    return int(scan.values[scan.letter(index)][scan.words[index]])


def day_number(scan: Scan, index: int) -> int:
    """Give the day of the month at *index*, from digits or an ordinal in digits."""
    return int(scan.words[index].rstrip("sthnrd"))


def month_first(scan: Scan, index: int) -> list[Expression]:
    """Read a date that begins with a month's name: "May", "May 5", "May 5, 2018", "May 5-9", "May 2018"."""
    at = 2 * index + 1
    letter = scan.shape[at]
    month = month_number(scan, index)
    match = _MONTH_DAYS.match(scan.shape, at) if scan.gap(index + 2) == "," else None
    if match:
        days = _listed_days(scan, match, month, "month-day-list")
        if days:
            days[0].first = index
            return days
    match = _MONTH_DAY.match(scan.shape, at)
    if match and (letter == "J" or match.group()[1] != ".") and not _counts_people(scan, index, match.end()):
        first = _date(scan, index, _index(match.end("d")), month, _index(match.start("d")), match, "month-day")
        if match["d2"]:
            second = _index(match.start("d2"))
            if day_number(scan, second) > day_number(scan, _index(match.start("d"))):
                later = _date(scan, second, second + 1, month, second, match, "month-day-range")
                later.after = _index(match.end())
                first.after = _index(match.end("d"))
                return [first, later]
            first.year = 0
            return [first]
        if not match["d2"] and first.after < _index(match.end()):
            first.after = _index(match.end())
        return [first]
    match = _MONTH_YEAR.match(scan.shape, at)
    if match and (letter == "J" or match.group()[1] != "."):
        found = Expression(index, _index(match.end()), "date", "month-year")
        found.month, found.year = month, int(scan.words[_index(match.start("y"))])
        return [found]
    if scan.letter(index + 1) in "ONt":
        spelled_date = month_and_spelled_day(scan, index, month)
        if spelled_date:
            return [spelled_date]
    if scan.letter(index + 1) == "N" and scan.gap(index + 1) == " ":
        spelled = spelled_year(scan, index + 1)
        if spelled:
            spelled.first, spelled.month = index, month
            return [spelled]
    if scan.letter(index + 1) == "n" and scan.letter(index + 2) == "E":
        found = Expression(index, index + 3, "date", "year-era")
        found.month = month
        era, found.after = era_at(scan, index + 2)
        found.year = int(scan.words[index + 1]) * era
        if era:
            return [found]
    match = _MONTH_SHORT_YEAR.match(scan.shape, at)
    if match:
        found = Expression(index, _index(match.end()), "date", "month-year")
        found.month, found.year = month, full_year(int(scan.words[_index(match.start("y"))]))
        return [found]
    found = Expression(index, index + 1, "date", "month")
    if scan.words[index + 1] == "quarter" and not month % 3 and scan.gap(index) != "-":
        # "the June quarter" ends in June
        found.after, found.part, found.rule = index + 2, f"Q{month // 3}", "quarter"
        return [found]
    if scan.words[index + 2] == "quarter" and month % 3 == 1 and scan.letter(index + 1) in "MmJ":
        if scan.gap(index + 1) in "-~/" and month_number(scan, index + 1) == month + 2:
            # "the July-September quarter"
            found.after, found.part, found.rule = index + 3, f"Q{month // 3 + 1}", "quarter"
            return [found]
    found.month = month
    if month == 10 and scan.forms[index + 1] == "Revolution":
        found.year, found.rule = 1917, "october-revolution"
    return [found]


def _listed_days(scan: Scan, match: re.Match[str], month: int, rule: str) -> list[Expression]:
    """Make the dates of a list of days that share a month; none if they do not ascend."""
    begin, end = match.span("ds")
    places = [_index(at) for at in range(begin, end, 2) if scan.shape[at] in "do"]
    days = [day_number(scan, place) for place in places]
    if days != sorted(set(days)):
        return []
    year = int(scan.words[_index(match.start("y"))]) if match["y"] else 0
    found = []
    for place, day in zip(places, days, strict=True):
        one = Expression(place, place + 1, "date", rule)
        one.month, one.day, one.year = month, day, year
        found.append(one)
    found[-1].after = _index(match.end())
    return found


def _counts_people(scan: Scan, index: int, end: int) -> bool:
    # "In May 17 people died" and "in May 17,000": the number belongs to what follows.
    after = _index(end)
    if scan.words[index - 1] not in ("in", "since", "during"):
        return False
    return scan.gap(after) == " " and scan.words[after] in scan.lexicon.context["counted"]


def _date(scan: Scan, first: int, after: int, month: int, day: int, match: object, rule: str) -> Expression:
    found = Expression(first, after, "date", rule)
    found.month = month
    found.day = day_number(scan, day)
    if (
        month == 9
        and found.day == 11
        and (scan.words[after] in _ATTACKS or (scan.words[first - 1] == "of" and scan.words[first - 2] in _ATTACKS))
    ):
        found.year, found.rule = 2001, "nine-eleven"
    year = match["y"] and match.start("y")  # type: ignore[index, attr-defined]
    if year:
        found.year = int(scan.words[_index(year)])
        found.rule = rule + "-year"
    elif scan.letter(after + 1) == "E" and scan.letter(after) in "dnY" and scan.gap(after + 1) == " ":
        # "12 September 490 BC"
        if scan.gap(after) in " ,":
            era, behind = era_at(scan, after + 1)
            if era:
                found.year, found.after, found.rule = int(scan.words[after]) * era, behind, rule + "-year"
    return found


def day_first(scan: Scan, index: int) -> list[Expression]:
    """Read a date that begins with the day: "5 May", "the 5th of May 2018", "1 to 9 May 2019"."""
    at = 2 * index + 1
    if scan.gap(index + 1) == ",":
        match = _DAYS_MONTH.match(scan.shape, at)
        return (
            _listed_days(scan, match, month_number(scan, _index(match.start("m"))), "day-list-month") if match else []
        )
    match = _RANGE_DAY_MONTH.match(scan.shape, at)
    if match:
        month_at, day, second = _index(match.start("m")), _index(match.start("d")), _index(match.start("d2"))
        month = month_number(scan, month_at)
        if day_number(scan, day) < day_number(scan, second) and not scan.gap(index).endswith(";"):
            first = _date(scan, index, day + 1, month, day, match, "day-range-month")
            later = _date(scan, second, _index(match.end()), month, second, match, "day-range-month")
            return [first, later]
    match = _DAY_MONTH_SHORT_YEAR.match(scan.shape, at)
    if match and scan.gap(index) not in "^;:-":
        month_at = index + 1
        short = _date(scan, index, index + 3, month_number(scan, month_at), index, {"y": None}, "day-month-year")
        short.year = full_year(int(scan.words[index + 2]))
        return [short]
    match = _DAY_MONTH.match(scan.shape, at)
    if not match:
        return []
    month_at, day = _index(match.start("m")), _index(match.start("d"))
    if (
        scan.words[month_at] == "may"
        and scan.words[month_at + 1] in ("be", "have", "not")
        and scan.gap(month_at + 1) == " "
    ):
        return []
    if scan.gap(index) in "^;:":
        return []
    return [_date(scan, index, _index(match.end()), month_number(scan, month_at), day, match, "day-month")]


def without_article(scan: Scan, dates: list[Expression]) -> list[Expression]:
    """Leave "the" outside where it belongs to a noun behind: "the 13 November attacks", not "the 13th of May"."""
    first, after = dates[0].first, dates[0].after
    if len(dates) == 1 and scan.letter(first + 1) == "d" and scan.letter(after) == "x" and scan.gap(after) == " ":
        if scan.forms[after].islower():
            dates[0].first = first + 1
    return dates


def _time_stamp(scan: Scan, index: int) -> Expression | None:
    """Read "2018-08-20T14:00:00"; \\w+ joins day and hour to one word."""
    day, _, hour = scan.words[index + 2].partition("t")
    if (
        len(day) != 2
        or len(hour) != 2
        or not (day + hour).isdecimal()
        or scan.gap(index + 1) + scan.gap(index + 2) != "--"
    ):
        return None
    month, minute = scan.words[index + 1], scan.words[index + 3]
    if scan.letter(index) != "Y" or not month.isdecimal() or len(minute) != 2 or not minute.isdecimal():
        return None
    after = index + 4
    if scan.gap(after) == ":" and scan.letter(after) in "dn":
        after += 1
    found = Expression(index, after, "date", "numeric-date")
    found.year, found.month, found.day = int(scan.words[index]), int(month), int(day)
    found.clock = f"T{hour}:{minute}"
    return found if 1 <= found.month <= 12 and int(hour) < 25 and int(minute) < 60 else None


def numeric(scan: Scan, index: int) -> list[Expression]:
    """Read a date in digits alone: "2018-05-01", "5/13/2018", "14.08.2018"."""
    at = 2 * index + 1
    if scan.gap(index) in "-/;^:":
        return []
    stamp = _time_stamp(scan, index)
    if stamp:
        return [stamp]
    match = _ISO.match(scan.shape, at)
    if match:
        year, month, day = (int(scan.words[_index(match.start(name))]) for name in "yab")
    else:
        match = _NUMERIC.match(scan.shape, at)
        if not match:
            return []
        first, second, year = (int(scan.words[_index(match.start(name))]) for name in "aby")
        if match["s"] == ";" and match["y"] != "Y":
            return []
        if match["y"] != "Y":
            if len(scan.words[_index(match.start("y"))]) != 2 or match["s"] == "-":
                return []
            year = full_year(year)
        # Americans write the month first; dates with dots and Solar Hijri ones begin with the day.
        day_leads = first > 12 or match["s"] == ";" or (1300 <= year <= 1450 and second <= 12)
        month, day = (second, first) if day_leads else (first, second)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return []
    found = Expression(index, _index(match.end()), "date", "numeric-date")
    found.year, found.month, found.day = year, month, day
    if 1300 <= year <= 1450:
        found.kind, found.rule, found.calendar = "hijri", "solar-hijri-date", "solar-hijri"
    return [found]


def nine_eleven(scan: Scan, index: int) -> list[Expression]:
    """Read "9/11", which names the day of 2001."""
    if scan.words[index] != "9" or scan.gap(index + 1) != "/" or scan.words[index + 1] != "11":
        return []
    if scan.gap(index) in "/-;^:" or scan.gap(index + 2) in "/-;^%":
        return []
    found = Expression(index, index + 2, "date", "nine-eleven")
    found.year, found.month, found.day = 2001, 9, 11
    return [found]
