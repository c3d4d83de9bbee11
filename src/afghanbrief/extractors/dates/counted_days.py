"""Grammar of days by number or place: the third Friday of May, a second day in a row, on the 13th, the day after."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from afghanbrief.extractors.dates.absolute import day_number
from afghanbrief.extractors.dates.amounts import unit_of
from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan

Reader = Callable[[int, int], list[Expression]]

_SUBJECTS: Final = frozenset(("he", "she", "it", "they", "we", "i", "you"))
_NOT_YET: Final = frozenset(("modal", "may", "possible", "to"))


def weekday_of_month(scan: Scan, index: int, head: int, ordinal: int) -> Expression | None:
    """Read "the third Friday of May 2018", "the last Sunday in March"."""
    at = head + 2
    if scan.words[head + 1] not in ("of", "in") or scan.letter(at) not in "Mm" or ordinal > 5:
        return None
    found = Expression(index, at + 1, "date", "weekday-of-month")
    found.weekday = int(scan.values["W"][scan.words[head]])
    found.month = int(scan.values[scan.letter(at)][scan.words[at]])
    found.count = str(ordinal)
    if scan.letter(at + 1) == "Y" and scan.gap(at + 1) in " ,":
        found.year, found.after = int(scan.words[at + 1]), at + 2
    return found


def day_in_a_row(scan: Scan, index: int, after: int) -> Expression | None:
    """Read "a second consecutive day", "the third week in a row": the day or week that is being told of."""
    joined = scan.words[after] in ("consecutive", "straight", "successive")
    head = after + joined
    if scan.letter(head) != "u" or scan.gap(head) != " ":
        return None
    end = head + 1
    if not joined:
        end += 3 if scan.words[end : end + 3] == ("in", "a", "row") else scan.words[end] == "running"
        if end == head + 1:
            return None
    found = Expression(index, head + 1, "unit", "unit-in-a-row")
    found.unit = unit_of(scan, head)
    found.relation = "the" if found.unit == "Q" else "this"
    return found


def means_some_day(scan: Scan, index: int, head: int) -> bool:
    """Tell whether "one day" is some day to come: "will one day lead", "one day may return"."""
    if scan.words[index:head] != ("one",) or scan.words[head] != "day" or scan.gap(head) != " ":
        return False
    tenses = scan.lexicon.tenses
    if scan.words[head + 1] in _SUBJECTS and tenses.get(scan.words[head + 2]) in _NOT_YET:
        # "one day he will return"
        return True
    return tenses.get(scan.words[index - 1]) in _NOT_YET or (
        scan.gap(head + 1) == " " and tenses.get(scan.words[head + 1]) in _NOT_YET and scan.words[head + 1] != "to"
    )


def time_ahead(scan: Scan, index: int, head: int, unit: str) -> Expression | None:
    """Read "the weeks ahead", "the years to come"."""
    after = head + 2 if scan.words[head + 1] == "ahead" else head + 3
    if scan.words[head + 1 : after] not in (("ahead",), ("to", "come")) or scan.words[after] == "of":
        return None
    found = Expression(index, after, "duration", "duration-vague")
    found.count, found.unit = "X", unit
    return found


def lone_day(scan: Scan, index: int) -> list[Expression]:
    """Read "on the 13th", "on the 22nd and 23rd": a day of the month that is being told of."""
    if scan.letter(index + 1) in "oO" and scan.letter(index + 2) == "f" and scan.words[index + 4] == "month":
        if scan.letter(index + 3) in "tT":
            found = Expression(index, index + 5, "date", "lone-day")
            word = scan.words[index + 1]
            found.day = int(scan.values["O"][word]) if scan.letter(index + 1) == "O" else int(word.rstrip("sthnrd"))
            found.relation = "month"
            return [found]
    century = _shared_century(scan, index)
    if century is not None:
        return [century]
    if scan.letter(index + 1) != "o" or scan.words[index - 1] not in (
        "on",
        "by",
        "until",
        "since",
        "from",
        "to",
        "of",
    ):
        return []
    if (
        scan.gap(index + 2) == " "
        and scan.letter(index + 2) == "x"
        and scan.words[index + 2]
        not in ("and", "the", "when", "he", "they", "it", "we", "she", "a", "in", "at", "after", "with", "by")
    ):
        return []
    if scan.gap(index + 2) in "-" or scan.letter(index + 2) == "P":
        # "on the 27th night of Ramadan"
        return []
    found = Expression(index, index + 2, "date", "lone-day")
    found.day = day_number(scan, index + 1)
    second = index + 3
    if scan.words[index + 2] == "and" and scan.letter(second) == "o" and scan.gap(second + 1) in ".,;|":
        # "on the 22nd and 23rd"
        later = Expression(second, second + 1, "date", "lone-day")
        later.day = day_number(scan, second)
        return [found, later] if later.day > found.day else [found]
    return [found]


def _shared_century(scan: Scan, index: int) -> Expression | None:
    """Read "the 15th" in "from the 15th to the 19th century": the word stands once, behind the last number."""
    at = index + 2
    if scan.letter(at) != "&" or scan.gap(at) != " ":
        return None
    at += 1 + (scan.letter(at + 1) == "t")
    at += scan.letter(at) == "e"
    if scan.letter(at) not in "oO" or scan.words[at + 1] not in ("century", "centuries"):
        return None
    found = Expression(index, index + 2, "century", "century")
    word = scan.words[index + 1]
    number = int(scan.values["O"][word]) if scan.letter(index + 1) == "O" else day_number(scan, index + 1)
    found.year = number - 1
    if scan.words[at + 2] in ("bc", "bce"):
        found.year = -number
    return found


def day_beside(scan: Scan, index: int, read: Reader, depth: int) -> list[Expression]:
    """Read "the day after Christmas", "the day before last Tuesday", "the week after 5 May": from a said day."""
    beside = scan.words[index + 2]
    if beside not in ("before", "after") or scan.words[index + 1] not in ("day", "week") or depth > 1:
        return []
    if scan.letter(index + 3) not in "MmJWdtrDLlHI" or scan.gap(index + 3) != " ":
        return []
    inner = read(index + 3, depth + 2)
    if not inner or inner[0].first != index + 3 or inner[0].clock or inner[0].kind not in _SAID_DAYS:
        return []
    if inner[0].kind in ("date", "hijri") and not inner[0].day:
        return []
    found = Expression(index, inner[0].after, "beside", "day-beside")
    found.of, found.unit, found.direction = inner[0], unit_of(scan, index + 1), beside
    return [found]


_SAID_DAYS: Final = frozenset(("date", "weekday", "deictic", "hijri", "feast"))
