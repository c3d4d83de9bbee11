"""Grammar of clock times: "9:20 a.m.", "14:30", "0800 GMT", "3pm"."""

from __future__ import annotations

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan

_ZONE = ("utc", "gmt", "est", "edt", "pst", "cst", "hrs", "local", "hours", "h")
_TIME_BEFORE = frozenset(
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


def clock_time(scan: Scan, index: int) -> Expression | None:
    """Read a clock time that begins at a number; its value is a suffix such as ``T09:20``."""
    word = scan.words[index]
    gap = scan.gap(index)
    if gap in "^;:/-$" and not (gap == "-" and scan.letter(index - 1) in "dn"):
        return None
    if scan.letter(index) == "z":
        found = Expression(index, index + 1, "time", "clock-time")
        found.clock = _clock(int(word[:-2]), 0, word[-2])
        return found
    if not word.isdigit():
        return None
    hour, minute, after = int(word), 0, index + 1
    colon = False
    if (
        (scan.gap(after) == ":" or scan.gap(after) == ";")
        and scan.letter(after) in "dn"
        and len(scan.words[after]) == 2
    ):
        minute, colon = int(scan.words[after]), scan.gap(after) == ":"
        after += 1
        if colon and scan.gap(after) == ":" and len(scan.word(after)) == 2:
            after += 1
    elif scan.gap(after) == ":" and (scan.word(after)[:2].isdigit() and scan.word(after)[2:] in ("am", "pm", "hrs")):
        half = scan.word(after)[2:]
        found = Expression(index, after + 1, "time", "clock-time")
        found.clock = _clock(hour, int(scan.word(after)[:2]), half[0] if half != "hrs" else "")
        return found if found.clock else None
    elif len(word) == 4 and hour % 100 < 60 and hour < 2400:
        military = word[0] == "0" or scan.word(index - 1) == "at"
        if scan.word(after) not in _ZONE or scan.gap(after) != " " or (scan.word(after) == "hours" and not military):
            return None
        hour, minute = divmod(hour, 100)
        colon = True
    if hour > 24 or minute > 59:
        return None
    half = ""
    letter = scan.word(after)
    if letter in ("a", "p") and scan.word(after + 1) == "m" and scan.gap(after + 1) in ";" and scan.gap(after) in " ;":
        half, after = letter, after + 2
    elif letter in ("am", "pm") and scan.gap(after) == " ":
        half, after = letter[0], after + 1
    elif letter == "o" and scan.gap(after + 1) == "'" and scan.word(after + 1) == "clock":
        after += 2
        colon = True
    if not half and not colon:
        return None
    if not half and scan.word(index - 1) in ("score", "ratio", "verse", "chapter"):
        return None
    if not half and scan.gaps[index] == " " and scan.letter(index - 1) == "x" and scan.forms[index - 1][0].isupper():
        # "John 3:16"
        return None
    if not half and (gap not in " (-|~," or scan.gaps[index].endswith(("+", "=", "%", "$"))) and index:
        return None
    found = Expression(index, after, "time", "clock-time")
    found.clock = _clock(hour, minute, half)
    if scan.word(after) in _ZONE and scan.gap(after) in " (;.":
        found.after += 1
        if scan.word(after) == "local" and scan.word(after + 1) == "time":
            found.after += 1
    return found if found.clock else None


def _clock(hour: int, minute: int, half: str) -> str:
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return f"T{hour:02d}:{minute:02d}" if hour <= 24 else ""
