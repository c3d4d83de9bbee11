"""Grammar of quarters and halves of a year in letters and digits: "Q3 2018", "2018 H1", "3Q18"."""

from __future__ import annotations

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan
from afghanbrief.extractors.dates.years import full_year


def short_quarter(scan: Scan, index: int) -> Expression | None:
    """Read "Q3", "Q3 2018", "3Q18", "H1 of 2018"; "H1" alone may be a visa or a road."""
    word = scan.words[index]
    found = Expression(index, index + 1, "date", "quarter")
    if len(word) > 4:
        # "2018q3", "2018h1"
        found.year, word = int(word[:4]), word[4:]
    elif len(word) == 4:
        # "3q18"
        found.year, word = full_year(int(word[2:])), word[:2]
    found.part = _part(word)
    if found.part[0] == "H":
        found.rule = "half-year"
    if found.year:
        return found
    after = index + 1
    if scan.gap(after) in " -,/":
        if scan.letter(after) == "i":
            found.year, found.after = full_year(int(scan.words[after][2:])), after + 1
            return found
        after += scan.letter(after) == "F"
        if scan.letter(after) == "Y" and scan.gap(after) in " -,/":
            found.year, found.after = int(scan.words[after]), after + 1
            return found
    if found.rule == "half-year" and (scan.letter(after) != "f" or scan.letter(after + 1) not in "YT"):
        return None
    return found


def _part(word: str) -> str:
    # "q3", "3q", "h1", "1h"
    return word.upper() if word[0] in "qh" else word[1].upper() + word[0]


def year_and_quarter(scan: Scan, index: int) -> Expression | None:
    """Read "2018 Q3", "2018-H1": the year first."""
    after = index + 1
    if scan.letter(after) != "Q" or scan.gap(after) not in " -/" or len(scan.words[after]) > 2:
        return None
    found = Expression(index, after + 1, "date", "quarter")
    found.year, found.part = int(scan.words[index]), _part(scan.words[after])
    if found.part[0] == "H":
        found.rule = "half-year"
    return found


def last_quarter(scan: Scan, index: int, head: int) -> Expression | None:
    """Read "the last quarter" before "of" and a year: the fourth."""
    if scan.letter(head + 1) != "f" or scan.letter(head + 2) not in "YTFit":
        return None
    found = Expression(index, head + 1, "date", "quarter")
    found.part = "Q4"
    return found
