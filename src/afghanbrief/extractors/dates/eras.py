"""Grammar of years counted by an era or told of a life: "480 BC", "A.D. 79", "(ruled 830-846)"."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan

# "B.C.", "C.E.", "B.C.E." fall into single letters.
_DOTTED: Final = {("b", "c"): -1, ("c", "e"): 1, ("a", "d"): 1}
# Years behind one of these are those of a life or reign.
_LIVED: Final = frozenset("r ruled reigned reign fl flourished lived b d c ca circa born died dynasty".split())


def era_at(scan: Scan, index: int) -> tuple[int, int]:
    """Read the era at *index*: ``-1`` or ``1`` (``0`` if none stands there) and the index behind it."""
    words = scan.words
    gap = scan.gap(index)
    if gap != " " and not (gap == ";" and index and words[index - 1] in ("c", "ca")):
        return 0, index
    dotted = _DOTTED.get((words[index], words[index + 1]))
    if dotted is not None and scan.gap(index + 1) == ";" and scan.forms[index].isupper():
        after = index + 2
        if dotted < 0 and scan.gap(after) == ";" and words[after] == "e":
            after += 1
        return dotted, after
    era = scan.lexicon.values["eras"].get(words[index])
    return (int(era), index + 1) if era is not None and scan.forms[index].isupper() else (0, index)


def with_era(first: int, after: int, value: int, era: int) -> Expression:
    """Make the year *value* of an era."""
    found = Expression(first, after, "date", "year-era")
    found.year = value * era
    return found


def early_year(scan: Scan, index: int) -> list[Expression]:
    """Read a year by its era, or of a life: "480 BC", "499-493 BC", "1600 B.C.E.", "ruled 830-846"."""
    if scan.gap(index) in "^;" or scan.letter(index) == "o":
        return []
    era, after = era_at(scan, index + 1)
    if era:
        return [with_era(index, after, int(scan.words[index]), era)]
    gap = scan.gap(index + 1)
    if gap in "-~" or scan.letter(index + 1) == "&":
        # "499-493 BC", "from 499 to 493 BC": the era stands once, behind the last number.
        second = index + 1 + (scan.letter(index + 1) == "&")
        if scan.letter(second) in "ndY":
            if era_at(scan, second + 1)[0] < 0:
                return [with_era(index, index + 1, int(scan.words[index]), -1)]
            if gap in "-~":
                return _lived(scan, index)
    return []


def _lived(scan: Scan, index: int) -> list[Expression]:
    """Read both years of "(ruled 830-846)", "(r. 976-1025)"."""
    before, first, second = scan.words[index - 1], scan.words[index], scan.words[index + 1]
    if before not in _LIVED or len(first) != 3 or len(second) < 3 or first[0] == "0" or scan.gap(index) not in " .":
        return []
    if not second.isdecimal() or not 0 < int(second) - int(first) < 120 or scan.gap(index + 2) not in "|,;.":
        return []
    found = [Expression(index, index + 1, "date", "year-lived"), Expression(index + 1, index + 2, "date", "year-lived")]
    found[0].year, found[1].year = int(first), int(second)
    return found


def is_of_life(scan: Scan, index: int) -> bool:
    """Tell whether the number at *index* stands behind "r.", "born" and the like."""
    return scan.words[index - 1] in _LIVED and scan.gap(index) in " ."


def after_era(scan: Scan, index: int) -> list[Expression]:
    """Read a year behind its era: "AD 632", "A.D. 79"."""
    at = index + 1
    if scan.forms[index] != "AD":
        if scan.words[index : index + 2] != ("a", "d") or scan.gap(at) != ";" or scan.gap(at + 1) != ".":
            return []
        if not scan.forms[at].isupper():
            return []
        at += 1
    elif scan.gap(at) != " ":
        return []
    return [with_era(index, at + 1, int(scan.words[at]), 1)] if scan.letter(at) in "dnY" else []
