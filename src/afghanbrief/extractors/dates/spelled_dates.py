"""Grammar of days, years and decades in words: "March eighth", "the twenty-first of May", "twenty eighteen"."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan

_DAY_BEFORE: Final = frozenset("on by until till since from to before after and through".split())
_GOES_ON: Final = frozenset("the a he she it they we when and but was were there that his her".split())
_TENS: Final = frozenset(("twenty", "thirty"))


def spelled_day(scan: Scan, index: int) -> tuple[int, int] | None:
    """Read a day of the month in words: its number and the index after it."""
    after, day = index, 0
    if scan.letter(index) == "N":
        if scan.words[index] not in _TENS or scan.letter(index + 1) != "O" or scan.gap(index + 1) not in "- ":
            return None
        day, after = int(scan.values["N"][scan.words[index]]), index + 1
    if scan.letter(after) != "O":
        return None
    ordinal = int(scan.values["O"][scan.words[after]])
    if day and ordinal > 9:
        return None
    return (day + ordinal, after + 1) if day + ordinal <= 31 else None


def month_and_spelled_day(scan: Scan, index: int, month: int) -> Expression | None:
    """Read "March eighth", "May the twenty-third, 2018" from the month's name at *index*."""
    at = index + 1 + (scan.letter(index + 1) == "t")
    if scan.gap(index + 1) != " " or scan.gap(at) != " ":
        return None
    read = spelled_day(scan, at)
    if read is None:
        return None
    day, after = read
    weekday_before = scan.letter(index - 1) in "Ww"
    if scan.gap(after) == " " and scan.words[index - 1] not in _DAY_BEFORE and not weekday_before:
        # "in May first reports came"
        return None
    found = Expression(index, after, "date", "spelled-day")
    found.month, found.day = month, day
    return _with_year(scan, found)


def spelled_day_of_month(scan: Scan, index: int) -> Expression | None:
    """Read "the eighth of March", "the twenty-first of May 2018" from "the" at *index*."""
    read = spelled_day(scan, index + 1)
    if read is None:
        return None
    day, of = read
    if scan.letter(of) != "f" or scan.letter(of + 1) not in "Mm" or scan.gap(of + 1) != " ":
        return None
    if scan.gap(of + 2) == "'":
        # "the first of May's raids"
        return None
    found = Expression(index, of + 2, "date", "spelled-day")
    found.day, found.month = day, int(scan.values[scan.letter(of + 1)][scan.words[of + 1]])
    return _with_year(scan, found)


def _with_year(scan: Scan, found: Expression) -> Expression:
    if scan.letter(found.after) == "Y" and scan.gap(found.after) in " ,":
        found.year, found.after = int(scan.words[found.after]), found.after + 1
    return found


def spelled_recent_year(scan: Scan, index: int) -> Expression | None:
    """Read "in twenty eighteen", "since two thousand and one", where no noun follows."""
    value, words = scan.values["N"], scan.words
    if words[index] not in ("twenty", "two") or scan.shape[2 * index + 3] != "N":
        return None
    if words[index - 1] not in scan.lexicon.context["year_sure"] and words[index - 1] != "of":
        return None
    second, after = value.get(words[index + 1], 0), index + 2
    if words[index] == "twenty" and 10 <= second <= 29:
        total = 2000 + second
    elif words[index] == "two" and second == 1000:
        after += words[after] == "and"
        total = 2000 + value.get(words[after], 0)
        if not 2000 < total < 2030:
            return None
        after += 1
    else:
        return None
    if total % 100 == 20 and scan.gap(after) in "- " and 0 < value.get(words[after], 0) < 10:
        total, after = total + value[words[after]], after + 1
    if any(scan.gap(at) not in " -" for at in range(index + 1, after)):
        return None
    if scan.gap(after) == "-" or (scan.gap(after) == " " and words[after] not in _GOES_ON):
        return None
    found = Expression(index, after, "date", "year-spelled")
    found.year = total
    return found


def spelled_decade(scan: Scan, index: int) -> Expression | None:
    """Read "the nineteen-eighties" from the number at *index*."""
    century = int(scan.values["N"].get(scan.words[index], 0))
    if century not in (17, 18, 19, 20) or scan.letter(index + 1) != "K" or scan.gap(index + 1) not in "- ":
        return None
    first = index - 1 if scan.letter(index - 1) == "t" and scan.gap(index) == " " else index
    found = Expression(first, index + 2, "decade", "decade")
    found.year = 10 * century + int(scan.values["K"][scan.words[index + 1]])
    return found
