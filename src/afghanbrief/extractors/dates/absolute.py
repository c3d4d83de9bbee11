"""Grammar of calendar dates: day, month and year, numeric dates, years, decades and centuries."""

from __future__ import annotations

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan
from afghanbrief.text.patterns import compile_pattern

_MONTH = r"(?P<m>[MmJ])"
_MONTH_DAY = compile_pattern(
    _MONTH
    + r"[ .\-](?:t )?(?P<d>[do])(?![;:^]\w)"
    + r"(?:(?:[-~/]| & )(?:t )?(?P<d2>[do])(?![;:^]\w| [MmJ]))?(?:(?:,| |\.|-|,x |/| f )(?P<y>Y)(?![;^]\w))?"
)
_MONTH_YEAR = compile_pattern(_MONTH + r"(?:[ ,.\-]| f |'| ')(?P<y>Y)(?![;^]\w)")
_MONTH_SHORT_YEAR = compile_pattern(r"(?P<m>[MmJ])(?:`|-)(?P<y>[dn])(?![;^:/])")
_DAY_MONTH = compile_pattern(r"(?:t )?(?P<d>[do])(?: f)?[ \-./]" + _MONTH + r"(?:(?:[ ,.\-/]| f )(?P<y>Y)(?![;^]\w))?")
_RANGE_DAY_MONTH = compile_pattern(
    r"(?:t )?(?P<d>[do])(?:[-~/]| & )(?:t )?(?P<d2>[do])(?: f)?[ \-.]"
    + _MONTH
    + r"(?:(?:[ ,.\-]| f )(?P<y>Y)(?![;^]\w))?"
)
_DAY_MONTH_SHORT_YEAR = compile_pattern(r"d-[MmJ]-[dn](?![;^/\-:]\w)")
_ISO = compile_pattern(r"(?P<y>Y)(?P<s>[-/;])(?P<a>[dn])(?P=s)(?P<b>[dn])(?![;^/\-]\w)")
_NUMERIC = compile_pattern(r"(?P<a>d)(?P<s>[-/;])(?P<b>d)(?P=s)(?P<y>[Ydn])(?![;^/\-][dnY])")


_ATTACKS = frozenset(("attack", "attacks", "terrorist", "terror", "hijackers", "hijackings"))


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
        if not match["d2"]:
            first.after = _index(match.end())
        return [first]
    match = _MONTH_YEAR.match(scan.shape, at)
    if match and (letter == "J" or match.group()[1] != "."):
        found = Expression(index, _index(match.end()), "date", "month-year")
        found.month, found.year = month, int(scan.words[_index(match.start("y"))])
        return [found]
    if scan.letter(index + 1) == "N" and scan.gap(index + 1) == " ":
        spelled = spelled_year(scan, index + 1)
        if spelled:
            spelled.first, spelled.month = index, month
            return [spelled]
    if scan.letter(index + 1) == "n" and scan.letter(index + 2) == "E":
        found = Expression(index, index + 3, "date", "year-era")
        found.month = month
        found.year = int(scan.words[index + 1]) * int(scan.lexicon.values["eras"][scan.words[index + 2]])
        return [found]
    match = _MONTH_SHORT_YEAR.match(scan.shape, at)
    if match:
        found = Expression(index, _index(match.end()), "date", "month-year")
        found.month, found.year = month, _century(int(scan.words[_index(match.start("y"))]))
        return [found]
    found = Expression(index, index + 1, "date", "month")
    found.month = month
    return [found]


def _counts_people(scan: Scan, index: int, end: int) -> bool:
    # "In May 17 people died" and "in May 17,000": the number belongs to what follows.
    after = _index(end)
    if scan.word(index - 1) not in ("in", "since", "during"):
        return False
    return scan.gap(after) == " " and scan.word(after) in scan.lexicon.context["counted"]


def _date(scan: Scan, first: int, after: int, month: int, day: int, match: object, rule: str) -> Expression:
    found = Expression(first, after, "date", rule)
    found.month = month
    found.day = day_number(scan, day)
    if month == 9 and found.day == 11 and scan.word(after) in _ATTACKS:
        found.year, found.rule = 2001, "nine-eleven"
    year = match["y"] and match.start("y")  # type: ignore[index, attr-defined]
    if year:
        found.year = int(scan.words[_index(year)])
        found.rule = rule + "-year"
    return found


def _century(year: int) -> int:
    return year + (1900 if year > 30 else 2000) if year < 100 else year


def day_first(scan: Scan, index: int) -> list[Expression]:
    """Read a date that begins with the day: "5 May", "the 5th of May 2018", "1 to 9 May 2019"."""
    at = 2 * index + 1
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
        short.year = _century(int(scan.words[index + 2]))
        return [short]
    match = _DAY_MONTH.match(scan.shape, at)
    if not match:
        return []
    month_at, day = _index(match.start("m")), _index(match.start("d"))
    if (
        scan.word(month_at) == "may"
        and scan.word(month_at + 1) in ("be", "have", "not")
        and scan.gap(month_at + 1) == " "
    ):
        return []
    if scan.gap(index) in "^;:":
        return []
    return [_date(scan, index, _index(match.end()), month_number(scan, month_at), day, match, "day-month")]


def _time_stamp(scan: Scan, index: int) -> Expression | None:
    """Read "2018-08-20T14:00:00"; \\w+ joins day and hour to one word."""
    day, _, hour = scan.word(index + 2).partition("t")
    if (
        len(day) != 2
        or len(hour) != 2
        or not (day + hour).isdecimal()
        or scan.gap(index + 1) + scan.gap(index + 2) != "--"
    ):
        return None
    month, minute = scan.word(index + 1), scan.word(index + 3)
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
            year = _century(year)
        month, day = (second, first) if first > 12 or match["s"] == ";" else (first, second)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return []
    found = Expression(index, _index(match.end()), "date", "numeric-date")
    found.year, found.month, found.day = year, month, day
    if 1300 <= year <= 1450:
        found.kind, found.rule, found.calendar = "hijri", "solar-hijri-date", "solar-hijri"
    return [found]


def year(scan: Scan, index: int) -> list[Expression]:
    """Read a year, unless it is an amount, an identifier or a piece of a number; "1995-96" is two."""
    word = scan.words[index]
    value = int(word)
    gap, before, after = scan.gap(index), scan.word(index - 1), scan.word(index + 1)
    context = scan.lexicon.context
    raw = scan.gaps[index][-1:]
    raw_after = scan.gaps[index + 1]
    if (
        gap in "^;:$"
        or (raw and raw in "$\u20ac\u00a3#%+.@/\\" and raw != ".")
        or raw_after[:1] in ("%", "\u00b0", "$", "\u20ac")
    ):
        return []
    if scan.gap(index + 1) in "^;:" and scan.letter(index + 1) in "dnYx" and scan.gap(index + 1) != ":":
        return []
    if scan.letter(index - 1) in "dnY" and gap in "-/" and scan.letter(index - 1) != "Y":
        return []
    if before in context["identifier"] and gap in " .;|":
        return []
    if scan.letter(index + 1) == "E":
        return early_year(scan, index)
    if before == "ad" and scan.forms[index - 1] == "AD":
        return [_with_era(scan, index - 1, index + 1, value, 1)]
    said = before in context["year_before"] and gap in " -"
    strong = said and before in (
        "in",
        "since",
        "until",
        "during",
        "year",
        "early",
        "late",
        "mid",
        "summer",
        "spring",
        "autumn",
        "winter",
        "fall",
        "circa",
        "throughout",
        "fiscal",
        "fy",
    )
    if not 1400 <= value <= 2100 and not strong:
        return []
    if (
        after in context["counted"]
        and scan.gap(index + 1) in " -"
        and not (
            strong
            and 1800 <= value <= 2050
            and after
            not in (
                "men",
                "people",
                "troops",
                "soldiers",
                "km",
                "miles",
                "feet",
                "metres",
                "meters",
                "years",
                "casualties",
                "deaths",
                "civilians",
            )
        )
    ):
        return []
    if not 1700 <= value <= 2060 and not said and scan.gap(index) not in "(-~|":
        return []
    if scan.letter(index - 1) in "NnY" and gap == " ":
        return []
    if (
        before in ("about", "around", "than", "some", "nearly", "almost", "least", "over", "roughly", "approximately")
        and scan.gap(index + 1) == " "
        and after.endswith("s")
        and after not in ("was", "is", "as", "has")
    ):
        return []
    found = Expression(index, index + 1, "date", "year")
    found.year = value
    if (
        scan.gap(index + 1) in "-/"
        and scan.letter(index + 2 - 1) in "dn"
        and len(after) == 2
        and scan.gap(index + 2) not in "-/;^"
    ):
        tail = int(after)
        if scan.gap(index + 2) == "-" and scan.letter(index + 2) in "dnY":
            return []
        if scan.gap(index + 1) == "-" and 1 <= tail <= 12 and tail <= value % 100 and gap in " (|,":
            found.after, found.month, found.rule = index + 2, tail, "numeric-date"
            return [found]
        if tail == (value + 1) % 100 or tail > value % 100:
            second = Expression(index + 1, index + 2, "date", "year-range")
            second.year = value - value % 100 + tail
            return [found, second]
    return [found]


def _era(scan: Scan, index: int) -> int:
    # "480 BC", "499-493 BC", "from 499 to 493 BC": the era stands once, behind the last number.
    if scan.letter(index) == "E" and scan.gap(index) == " ":
        return int(scan.lexicon.values["eras"][scan.words[index]])
    if scan.gap(index) in "-~" or scan.letter(index) == "&":
        at = index + (scan.letter(index) == "&")
        if scan.letter(at) in "nd" and scan.letter(at + 1) == "E" and scan.gap(at + 1) == " ":
            era = int(scan.lexicon.values["eras"][scan.words[at + 1]])
            return era if era < 0 else 0
    return 0


def _with_era(scan: Scan, first: int, after: int, value: int, era: int) -> Expression:
    found = Expression(first, after, "date", "year-era")
    found.year = value * era
    return found


def early_year(scan: Scan, index: int) -> list[Expression]:
    """Read a year of less than four digits by its era: "480 BC", "499-493 BC"."""
    era = _era(scan, index + 1)
    if not era or scan.gap(index) in "^;" or scan.letter(index) == "o":
        return []
    after = index + 2 if scan.letter(index + 1) == "E" else index + 1
    return [_with_era(scan, index, after, int(scan.words[index]), era)]


def spelled_year(scan: Scan, index: int) -> Expression | None:
    """Read a year in words: "nineteen ninety-seven", "two thousand" after a preposition or "the year"."""
    value = scan.values["N"]
    first, second = value[scan.words[index]], value.get(scan.word(index + 1), 0)
    after = index + 2
    if first in (18, 19, 20) and 20 <= second <= 90 and scan.gap(index + 1) == " ":
        tail = value.get(scan.word(after), 0)
        if tail < 10 and tail and scan.gap(after) in "- ":
            second, after = second + tail, after + 1
        total = first * 100 + second
    elif first == 2 and second == 1000 and scan.word(index - 1) == "year":
        total = 2000
    else:
        return None
    if scan.letter(after) in "uUhkN" or scan.word(after) in scan.lexicon.context["counted"]:
        return None
    found = Expression(index, after, "date", "year-spelled")
    found.year = total
    return found


def fiscal_year(scan: Scan, index: int) -> Expression | None:
    """Read "fiscal year 2018", "fiscal 1989", "FY 2018", "FY 2017/18"."""
    after = index + 1
    if scan.word(after) == "year":
        after += 1
    if scan.letter(after) != "Y" or scan.gap(after) not in " -":
        return None
    found = Expression(index, after + 1, "date", "fiscal-year")
    found.year = int(scan.words[after])
    if scan.gap(after + 1) in "/-" and scan.letter(after + 1) in "dn" and len(scan.words[after + 1]) == 2:
        found.after += 1
    return found


def fiscal_token(scan: Scan, index: int) -> list[Expression]:
    """Read "FY2018", "FY18"."""
    found = Expression(index, index + 1, "date", "fiscal-year")
    found.year = _century(int(scan.words[index][2:]))
    if found.year < 1500:
        rule = "afghan-fiscal-year" if scan.words[index][0] == "f" else "solar-hijri-year"
        found.kind, found.rule, found.calendar = "hijri", rule, "solar-hijri"
    return [found]


def nine_eleven(scan: Scan, index: int) -> list[Expression]:
    """Read "9/11", which names the day of 2001."""
    if scan.words[index] != "9" or scan.gap(index + 1) != "/" or scan.word(index + 1) != "11":
        return []
    if scan.gap(index) in "/-;^:" or scan.gap(index + 2) in "/-;^%":
        return []
    found = Expression(index, index + 2, "date", "nine-eleven")
    found.year, found.month, found.day = 2001, 9, 11
    return [found]


def decade(scan: Scan, index: int) -> list[Expression]:
    """Read a decade: "the 1980s", "the '90s", "the nineties"."""
    word = scan.words[index]
    first = index - 1 if scan.letter(index - 1) == "t" and scan.gap(index) in " `'" else index
    if scan.letter(index) == "K":
        if first == index and scan.letter(index - 1) != "e":
            return []
        number = 190 + int(scan.values["K"][word])
    else:
        digits = int(word[:-1])
        if digits < 100:
            if scan.gap(index) not in "`'" and first == index and scan.letter(index - 1) != "e":
                return []
            number = 190 + digits // 10 if digits >= 20 else 200 + digits // 10
        else:
            number = digits // 10
    found = Expression(first, index + 1, "decade", "decade")
    found.year = number
    if scan.word(index + 1) in ("bc", "bce"):
        found.year, found.after = -number - 1, index + 2
    return [found]
