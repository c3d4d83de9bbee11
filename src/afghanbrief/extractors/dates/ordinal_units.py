"""Grammar of units that are counted by their place: "the third quarter", "the 19th century", "its third year"."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan


def ordinal_unit(
    scan: Scan, index: int, head: int, determiner: str, ordinal: int, unit: str, plural: bool
) -> Expression | None:
    """Read "the third quarter", "the 19th century", "the eighth day", "its third year" from their ordinal.

    Arguments:
        scan: the document.
        index: of the first word.
        head: of the unit.
        determiner: the article or possessive before the ordinal, or empty.
        ordinal: the number.
        unit: TIMEX3 unit.
        plural: whether the unit stands in the plural.
    """
    if plural and unit == "Q":
        return None
    if unit == "Q" and ordinal <= 4 and scan.gap(head + 1) != "-":
        if scan.words[head + 1] == "of" and scan.words[head + 2] in ("it", "them", "which", "whom"):
            return None
        # "the third-quarter loss": the determiner belongs to the loss
        found = Expression(head - 1 if scan.gap(head) == "-" else index, head + 1, "date", "quarter")
        found.part = f"Q{ordinal}"
        return found
    if unit == "CE":
        if scan.forms[head][0].isupper() and scan.gap(head + 1) == " " and scan.forms[head + 1][0].isupper():
            # "20th Century Fox"
            if not scan.forms[head].isupper() and scan.letter(head + 1) == "x":
                return None
        if scan.words[head + 1] == "of" and scan.letter(head + 2) != "t":
            # "the first century of its existence"
            return None
        found = Expression(index, head + 1, "century", "century")
        found.year = ordinal - 1
        after = scan.words[head + 1]
        if after in ("bc", "bce"):
            found.year, found.after = -ordinal, head + 2
        return found
    if plural or unit not in ("D", "W", "M", "Y", "DE") or (not determiner and scan.letter(index - 1) != "Z"):
        return None
    if unit == "D":
        found = Expression(index, head + 1, "open", "numbered-day")
        found.value = "XXXX-XX-XX"
        found.count = str(ordinal)
        return found
    if unit == "Y" and ordinal > 1 and determiner in ("its", "their") and scan.words[index - 1] in _INTO:
        if scan.words[index - 2] in _STANDS:
            # "the country is in its third year of drought": this year
            found = Expression(index, head + 1, "unit", "unit-in-a-row")
            found.relation, found.unit = "this", unit
            return found
    found = Expression(index, head + 1, "duration", "duration-framed")
    found.count, found.unit, found.number = "1", unit, ordinal
    return found


_INTO: Final = frozenset(("in", "into"))
_STANDS: Final = frozenset(("is", "are", "now", "s", "re", "enters", "enter", "already", "currently"))
