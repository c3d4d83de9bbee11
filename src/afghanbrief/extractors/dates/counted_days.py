"""Grammar of days and weeks by number or place: the third Friday of May, a second day in a row, the weeks ahead."""

from __future__ import annotations

from afghanbrief.extractors.dates.amounts import unit_of
from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan

_NOT_YET = frozenset(("modal", "may", "possible", "to"))


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
