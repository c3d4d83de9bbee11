"""Grammar of periods that a report compares with: "the year-ago quarter", "the 1988 period"."""

from __future__ import annotations

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan


def year_ago(scan: Scan, index: int, j: int) -> Expression | None:
    """Read "the year-ago quarter", "the year-earlier period": a year before the period that is being told of."""
    shape = scan.shape
    if scan.words[j] == "comparable":
        j += 1
    if scan.words[j] != "year" or shape[2 * j + 2] != "-" or scan.words[j + 1] not in ("ago", "earlier"):
        return None
    after = j + 2
    found = Expression(index, after, "offset", "year-ago-period")
    found.count, found.unit, found.direction = "1", "Y", "earlier"
    if j > index and scan.words[index] in ("a", "an"):
        found.first = j
    if shape[2 * after + 1] == "O" and scan.words[after + 1] == "quarter":
        found.part = f"Q{scan.values['O'][scan.words[after]]}"
        after += 1
    if scan.words[after] in ("quarter", "period"):
        found.after = after + 1
    return found


def year_period(scan: Scan, index: int, j: int) -> Expression | None:
    """Read "the 1988 quarter", "the 1988 third quarter", "the 1988 period"."""
    after = j + 1
    found = Expression(index, after, "date", "year-period")
    found.year = int(scan.words[j])
    if scan.letter(after) == "O" and scan.words[after + 1] in ("quarter", "half"):
        found.part = ("Q" if scan.words[after + 1] == "quarter" else "H") + str(scan.values["O"][scan.words[after]])
        after += 1
    elif scan.words[after] not in ("quarter", "period"):
        return None
    found.after = after + 1
    return found


def same_period(scan: Scan, index: int, j: int) -> Expression | None:
    """Read "the same period", "the corresponding period", which a year behind must follow (see composition)."""
    if scan.words[j] != "period" or scan.gap(j + 1) != " ":
        return None
    return Expression(index, j + 1, "same-period", "same-period")
