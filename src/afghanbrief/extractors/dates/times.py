"""Grammar of clock times: "9:20 a.m.", "14:30", "0800 GMT", "3pm"."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan

_MARKS: Final = frozenset(("am", "pm", "hrs"))
# A number with a colon behind one of these is a result or a place in a book.
_COUNTED_BY_COLON: Final = frozenset(("score", "ratio", "verse", "chapter", "odds", "margin"))
_TIME_BEFORE: Final = frozenset(
    (
        "at",
        "around",
        "about",
        "by",
        "until",
        "till",
        "from",
        "to",
        "since",
        "before",
        "after",
        "and",
        "on",
        "between",
        "near",
    )
)


_AT: Final = frozenset(("at", "around", "about", "by", "until", "till"))


def clock_time(scan: Scan, index: int) -> Expression | None:
    """Read a clock time that begins at a number; its value is a suffix such as ``T09:20``."""
    shape = scan.shape
    word, gap = scan.words[index], shape[2 * index]
    if gap in "^;:/-$" and not (gap == "-" and shape[2 * index - 1] in "dn"):
        return None
    if shape[2 * index + 1] == "z":
        return _with_zone(scan, index, index + 1, _clock(int(word[:-2]), 0, word[-2]))
    if not word.isdigit():
        return None
    hour, minute, after = int(word), 0, index + 1
    colon = False
    behind, following = shape[2 * after], scan.words[after]
    if behind in ":;" and shape[2 * after + 1] in "dn" and len(following) == 2:
        minute, colon = int(following), behind == ":"
        after += 1
        if colon and shape[2 * after] == ":" and len(scan.words[after]) == 2:
            after += 1
    elif behind in ":;" and following[:2].isdigit() and following[2:] in _MARKS:
        half = following[2] if following[2:] != "hrs" else ""
        return _with_zone(scan, index, after + 1, _clock(hour, int(following[:2]), half))
    elif len(word) == 4 and hour % 100 < 60 and hour < 2400:
        military = word[0] == "0" or scan.words[index - 1] in _TIME_BEFORE
        # "at 1430 on Monday"
        dated = scan.words[index - 1] in _AT and following == "on" and scan.letter(after + 1) in "dMmJWtT"
        zone = _is_zone(scan, after) and (following != "hours" or military)
        if behind != " " or not (dated or zone):
            return None
        hour, minute = divmod(hour, 100)
        colon = True
    if hour > 24 or minute > 59:
        return None
    if behind == ";" and not colon and scan.words[after] in ("hours", "hrs") and scan.words[index - 1] in _AT:
        # "at 21.30 hours"
        colon, after = True, after + 1
    half = ""
    mark = scan.words[after]
    if mark in ("a", "p") and scan.words[after + 1] == "m" and shape[2 * after + 2] in ";" and shape[2 * after] in " ;":
        half, after = mark, after + 2
    elif mark in ("am", "pm") and shape[2 * after] == " ":
        half, after = mark[0], after + 1
    elif mark == "o" and shape[2 * after + 2] == "'" and scan.words[after + 1] == "clock":
        after += 2
        colon = True
    if not half and (not colon or not _stands_as_time(scan, index)):
        return None
    return _with_zone(scan, index, after, _clock(hour, minute, half))


def range_of_hours(scan: Scan, index: int) -> list[Expression]:
    """Read the two ends of "9 to 11 a.m.", "from 10-12 p.m.": the half of the day stands once."""
    second = index + 1 + (scan.letter(index + 1) == "&")
    if scan.letter(second) != "d" or (second == index + 1 and scan.gap(second) not in "-~"):
        return []
    later = clock_time(scan, second) if scan.letter(second + 1) in "Aa" else None
    hour = int(scan.words[index])
    if later is None or not 1 <= hour <= 12 or scan.words[index - 1] not in _TIME_BEFORE:
        return []
    until = int(later.clock[1:3])
    half = "p" if until > 12 and hour % 12 < until - 12 else "a"
    first = Expression(index, index + 1, "time", "clock-time")
    first.clock = _clock(hour, 0, half)
    return [first, later]


def _stands_as_time(scan: Scan, index: int) -> bool:
    """Tell whether a number with a colon may be a time: "John 3:16", "a ratio of 3:10" and "+10:30" are none."""
    before = scan.words[index - 1]
    if before in _TIME_BEFORE and scan.gap(index) == " ":
        return True
    if before == "in" and scan.gap(index) == " ":
        # "ran it in 20:15"
        return False
    if before in _COUNTED_BY_COLON or (before == "of" and scan.words[index - 2] in _COUNTED_BY_COLON):
        return False
    if scan.gaps[index] == " " and scan.letter(index - 1) == "x" and scan.forms[index - 1][0].isupper():
        return False
    return not index or (scan.gap(index) in " (-|~," and not scan.gaps[index].endswith(("+", "=", "%", "$")))


def _with_zone(scan: Scan, index: int, after: int, clock: str) -> Expression | None:
    if not clock:
        return None
    found = Expression(index, after, "time", "clock-time")
    found.clock = clock
    if scan.gap(after) in " ;." and _is_zone(scan, after):
        after += 1
        if scan.words[after - 1] == "hours" and scan.gap(after) == " " and scan.words[after] in scan.values["zones"]:
            # "0430 hours GMT"
            after += scan.forms[after].isupper()
        if scan.words[after - 1] != "local" and scan.words[after] == "local":
            after += 1
        if scan.words[after - 1] == "local" and scan.words[after] == "time":
            after += 1
        found.after = after
    elif scan.gaps[after] in (" ", ". ") and scan.words[after + 1] == "time" and scan.gap(after + 1) == " ":
        # "2 p.m. Kabul time"
        if scan.forms[after][0].isupper():
            found.after = after + 2
    return found


def _is_zone(scan: Scan, index: int) -> bool:
    word = scan.words[index]
    return word in scan.values["clock_words"] or (word in scan.values["zones"] and scan.forms[index].isupper())


def _clock(hour: int, minute: int, half: str) -> str:
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return f"T{hour:02d}:{minute:02d}" if hour <= 24 else ""
