"""Grammar of Afghan, Iranian and Islamic dates and of feasts; nothing is found without a real cue."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan

_CALENDARS: Final = {"H": "solar-hijri", "I": "islamic"}
_TIME_BEFORE: Final = frozenset(
    (
        "in",
        "since",
        "by",
        "until",
        "till",
        "during",
        "of",
        "before",
        "after",
        "early",
        "late",
        "mid",
        "from",
        "to",
        "between",
        "and",
        "last",
        "next",
        "this",
        "through",
        "throughout",
    )
)
_HOLY: Final = frozenset(("month", "holy", "fasting"))
_SOLAR_WORDS: Final = frozenset(("hijri", "shamsi", "solar", "afghan", "persian", "iranian"))
_FIRST_YEAR, _LAST_YEAR = 1250, 1500


def names_solar_years(scan: Scan) -> bool:
    """Tell whether a text counts years in the Solar Hijri calendar: a month with its day or year, or a marked year."""
    shape = scan.shape
    at = shape.find("H")
    while at >= 0:
        index = at // 2
        if at & 1 and (_has_year(scan, index + 1) or scan.letter(index - 1) in "do" or scan.letter(index + 1) in "do"):
            return True
        if at & 1 and scan.words[index] in _MONTHS_ONLY and scan.words[index - 1] in _TIME_BEFORE:
            return True
        if at & 1 and scan.words[index - 2 : index] == ("month", "of"):
            return True
        at = shape.find("H", at + 1)
    marks = {"fiscal", "solar", "hijri", "shamsi", "sh", "sy", "budget", "afghan"}
    at = shape.find("Y")
    while at >= 0:
        index = at // 2
        near = scan.words[max(0, index - 3) : index + 4]
        if at & 1 and _hijri_year(int(scan.words[index])):
            if not marks.isdisjoint(near) and "year" in near:
                return True
            if scan.words[index - 2 : index] in _PARTS_OF_YEAR and int(scan.words[index]) > _RECENT:
                # "the first six months of 1397": nobody counts the quarters of the fourteenth century
                return True
        at = shape.find("Y", at + 1)
    return "i" in shape and any(scan.words[i][:4] in ("fy13", "fy14", "sy13", "sy14") for i in range(scan.count))


_PARTS_OF_YEAR: Final = (("months", "of"), ("quarter", "of"))
_RECENT: Final = 1370


def _hijri_year(value: int) -> bool:
    return _FIRST_YEAR <= value <= _LAST_YEAR


def _has_year(scan: Scan, index: int) -> bool:
    return scan.letter(index) == "Y" and scan.gap(index) in " ,-" and _hijri_year(int(scan.words[index]))


def _month_end(scan: Scan, index: int) -> tuple[int, int]:
    """Give the number of the month that begins at *index* and the index after its name."""
    letter, word = scan.letter(index), scan.words[index]
    month = int(scan.values[letter][word])
    after = index + 1
    following = scan.words[after]
    if letter == "I":
        if word in ("rabi", "jumada", "jamadi"):
            while (
                following in ("al", "ul", "awwal", "awal", "thani", "akhir", "i", "ii", "ula", "akhira", "avval")
                and after < index + 4
            ):
                if following in ("thani", "akhir", "ii", "akhira"):
                    month += 1
                after += 1
                following = scan.words[after]
        elif word in ("dhu", "zul", "dhul", "zil"):
            while (
                following in ("al", "ul", "l", "hijja", "hijjah", "qada", "qadah", "qa", "hajj", "da")
                and after < index + 4
            ):
                if following.startswith("q"):
                    month = 11
                after += 1
                following = scan.words[after]
        elif following in ("al", "ul") and scan.gap(after) in " -":
            after += 2
    return month, after


def afghan_date(scan: Scan, index: int) -> Expression | None:
    """Read a date of the Solar Hijri or Islamic calendar that begins at *index*."""
    letter = scan.letter(index)
    if letter == "Y":
        return _marked_year(scan, index)
    day_at = -1
    month_at = index
    if letter in "tdo":
        day_at = index + (letter == "t")
        month_at = day_at + 1
        if scan.letter(day_at) not in "do":
            return None
        if scan.letter(month_at) == "f":
            month_at += 1
        if scan.gap(month_at) not in " -/" or scan.letter(month_at) not in "HI":
            return None
    if scan.letter(month_at) not in "HI":
        return None
    month, after = _month_end(scan, month_at)
    found = Expression(index, after, "hijri", "solar-hijri-date" if scan.letter(month_at) == "H" else "islamic-date")
    found.calendar = _CALENDARS[scan.letter(month_at)]
    found.month = month
    if day_at >= 0:
        found.day = int(scan.words[day_at].rstrip("sthnrd"))
    elif scan.letter(after) in "do" and scan.gap(after) == " " and scan.letter(after + 1) not in "MmJHI":
        found.day = int(scan.words[after].rstrip("sthnrd"))
        found.after = after = after + 1
    at = after + (scan.letter(after) == "f")
    if _has_year(scan, at):
        found.year, found.after = int(scan.words[at]), at + 1
        marks = scan.lexicon.values["calendar_marks"]
        if scan.words[at + 1] in marks and scan.forms[at + 1].isupper() and scan.gap(at + 1) == " ":
            found.after = at + 2
    elif scan.letter(at) == "Y" and scan.gap(at) in " ," and scan.letter(month_at) == "I":
        # "Ramadan 2018": the Gregorian year in which the month begins
        found.year, found.after, found.count = int(scan.words[at]), at + 1, "gregorian"
    if not found.day and not found.year and not _stands_as_time(scan, month_at, after):
        return None
    return found


def afghan_range(scan: Scan, index: int) -> list[Expression]:
    """Read two days before one month of the Solar Hijri or Islamic calendar: "15-20 Hamal 1397"."""
    second = index + 1 + (scan.letter(index + 1) == "&")
    if scan.letter(second) not in "do" or (second == index + 1 and scan.gap(second) not in "-~"):
        return []
    later = afghan_date(scan, second)
    if later is None or not later.day or later.first != second or scan.letter(second + 1) not in "HIf":
        return []
    first = Expression(index, index + 1, "hijri", later.rule)
    first.calendar, first.month, first.year, first.count = later.calendar, later.month, later.year, later.count
    first.day = int(scan.words[index].rstrip("sthnrd"))
    return [first, later] if first.day < later.day else []


def _stands_as_time(scan: Scan, index: int, after: int) -> bool:
    before, following = scan.words[index - 1], scan.forms[after : after + 1]
    if following and following[0][0].isupper() and scan.gap(after) == " ":
        return False
    if scan.letter(index) == "I":
        if scan.words[index] in ("ramadan", "ramazan", "ramadhan", "ramzan", "muharram", "moharram"):
            return scan.gap(index) != "-" and not (
                scan.letter(index - 1) == "x"
                and scan.forms[index - 1][0].isupper()
                and before not in _TIME_BEFORE
                and scan.gap(index) == " "
            )
        return before in _HOLY or (before == "of" and scan.words[index - 2] in _HOLY)
    word = scan.words[index]
    if scan.gap(index) not in " -" or scan.gap(after) == "'":
        return False
    if before == "of" and scan.words[index - 2] == "month":
        return True
    if scan.letter(index - 1) == "e" or (before == "of" and "e" in (scan.letter(index - 2), scan.letter(index - 3))):
        # "mid-Asad", "the end of Hut"
        return word in _MONTHS_ONLY or word in _ALSO_NAMES
    if before not in _TIME_BEFORE or scan.gap(index) == "-":
        return False
    if before == "and" and scan.letter(index - 2) not in "HdoY":
        # "Karim and Hamal said so"
        return False
    # Asad is a person, Mizan a district: they are months where the text counts in that calendar.
    return word in _MONTHS_ONLY or (word in _ALSO_NAMES and names_solar_years(scan))


_MONTHS_ONLY: Final = frozenset("hamal sawr saur jawza jauza saratan sunbula sonbola sunbulah aqrab dalw qaws".split())
_ALSO_NAMES: Final = frozenset("asad mizan jadi hut hoot".split())


def _marked_year(scan: Scan, index: int) -> Expression | None:
    value = int(scan.words[index])
    if not _hijri_year(value) or scan.gap(index) in "^;:$-" or scan.gap(index + 1) in "^:":
        return None
    after, before = index + 1, scan.words[index - 1]
    marks = scan.lexicon.values["calendar_marks"]
    found = Expression(index, after, "hijri", "solar-hijri-year")
    found.year = value
    found.calendar = "solar-hijri"
    bracketed = scan.gap(after) == "(" and after < scan.count and scan.gaps[after + 1][:1] == ")"
    mark = marks.get(scan.words[after]) if scan.gap(after) == " " or bracketed else None
    mark = mark if scan.forms[after].isupper() else None
    dotted = scan.words[after] + scan.words[after + 1]
    if mark:
        found.after = after + 1
    elif dotted in ("ah", "hs", "sh") and scan.gap(after + 1) == ";" and scan.forms[after].isupper():
        # "1398 A.H."
        mark, found.after = marks[dotted], after + 2
    elif scan.words[index - 2] + before in ("hs", "sh", "ah") and scan.gap(index) == "." and scan.gap(index - 1) == ";":
        # "H.S. 1395"
        mark, found.first = marks[scan.words[index - 2] + before], index - 2
    elif scan.gap(index) == " " and index and scan.forms[index - 1].isupper() and before in marks:
        mark, found.first = marks[before], index - 1
    if not mark and _is_glossed(scan, index):
        return found
    if mark:
        if mark == "islamic" and (value > 1410 or scan.words[found.after] in ("qamari", "lunar")):
            found.calendar, found.rule = "islamic", "islamic-year"
        return found
    if scan.letter(after) == "F" and scan.words[after + 1] == "year" and scan.gap(after) == " ":
        found.after, found.rule = after + 2, "afghan-fiscal-year"
        return found
    first = index
    if before in ("year", "years"):
        first = index - 1
        if scan.words[first - 1] == "budget" and scan.gap(index) == " ":
            # "the budget year 1397"
            found.first, found.rule = first - 1, "afghan-fiscal-year"
            return found
    owner = scan.words[first - 1]
    if scan.letter(first - 1) == "F":
        found.first, found.rule = first - 1, "afghan-fiscal-year"
        return found
    if owner in _SOLAR_WORDS and first < index:
        first -= 2 if scan.words[first - 2] in _SOLAR_WORDS else 1
        found.first = first - 1 if scan.words[first - 1] == "the" else first
        return found
    if first < index and scan.words[first - 1] == "the":
        found.first = first - 1
    if scan.words[after] in ("hijri", "shamsi", "solar") and scan.gap(after) in " (":
        while scan.words[found.after] in _SOLAR_WORDS or scan.words[found.after] in ("qamari", "lunar", "year"):
            if scan.words[found.after] in ("qamari", "lunar"):
                found.calendar, found.rule = "islamic", "islamic-year"
            found.after += 1
        return found
    return None


def _is_glossed(scan: Scan, index: int) -> bool:
    """Tell whether a year beside it in brackets is the same one after the Gregorian calendar: "1345 (1966)"."""
    value, after = int(scan.words[index]), index + 1
    if scan.gap(after) == "(" and scan.letter(after) == "Y" and scan.gaps[after + 1][:1] in (")", "-", "/"):
        return 621 <= int(scan.words[after]) - value <= 622
    if scan.gap(index) == "(" and scan.letter(index - 1) == "Y" and scan.gaps[after][:1] in (")", "-", "/"):
        return 621 <= int(scan.words[index - 1]) - value <= 622
    return False


def solar_year(scan: Scan, index: int, at: int, relation: str) -> Expression | None:
    """Read "the past solar year", "this solar Hijri year"; *at* is the index of "solar"."""
    head = at + 1 + (scan.words[at + 1] in _SOLAR_WORDS)
    if scan.words[head] != "year" or scan.gap(head) != " ":
        return None
    found = Expression(index, head + 1, "hijri", "solar-hijri-year")
    found.calendar, found.relation = "solar-hijri", relation
    return found


def plain_solar_year(scan: Scan, index: int) -> Expression | None:
    """Read a bare year such as "in 1396", in a text that counts in the Solar Hijri calendar."""
    value = int(scan.words[index])
    if not 1300 <= value <= 1420 or scan.gap(index) not in " (-~" or scan.gap(index + 1) in "^:/":
        return None
    before = scan.words[index - 1]
    if scan.gap(index) in "-~":
        # "1396-1397": the second year of a range
        if scan.letter(index - 1) != "Y" or not 1300 <= int(before) < value:
            return None
    elif before not in scan.lexicon.context["year_before"]:
        if (
            scan.gap(index + 1) not in "-~"
            or scan.letter(index + 1) != "Y"
            or not value < int(scan.words[index + 1]) < 1420
        ):
            return None
    if scan.words[index + 1] in scan.lexicon.context["counted"]:
        return None
    found = Expression(index, index + 1, "hijri", "solar-hijri-year")
    if before == "year":
        found.first = index - 2 if scan.words[index - 2] == "the" else index - 1
    found.year, found.calendar = value, "solar-hijri"
    return found
