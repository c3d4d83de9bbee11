"""Grammar of years counted by an era or told of a life: "480 BC", "A.D. 79", "(ruled 830-846)"."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan
from afghanbrief.text.patterns import compile_pattern

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


# A number of three digits behind a word, and what may follow it.
_BARE: Final = compile_pattern(r"(?<=x )n(?=[ ,.|(])|(?<=f )n(?=[ ,.|(])")
_INTRODUCING: Final = frozenset(("in", "since", "until", "till"))
# What may follow a year; a noun would make it an amount.
_BEHIND_YEAR: Final = frozenset(
    (
        "the a an he she they it his her their this these that both after before when while and but by with at to "
        "was were"
    ).split()
)
_SAME_AGE: Final = 120


def continue_era(scan: Scan, expressions: list[Expression]) -> list[Expression]:
    """Add the years before Christ that leave out their era: "in 264 BC ... In 262 they besieged the town"."""
    if not any(found.year < 0 and found.kind == "date" for found in expressions):
        return expressions
    bare = [match.start() >> 1 for match in _BARE.finditer(scan.shape, 1, 2 * scan.count + 1)]
    merged: list[Expression] = []
    told, at = 0, 0
    for found in [*expressions, None]:
        first = scan.count if found is None else found.first
        while at < len(bare) and bare[at] < first:
            index = bare[at]
            at += 1
            last = merged[-1] if merged else None
            if (last is not None and index < last.after) or not told or not _is_bare_year(scan, index, told):
                continue
            if last is not None and last.after == index - 1 and scan.words[index - 1] == "of":
                if last.kind == "date" and not last.year and (last.part or last.month):
                    # "the spring of 255"
                    last.year, last.after = -int(scan.words[index]), index + 1
                continue
            if scan.words[index - 1] in _INTRODUCING or scan.forms[index - 1] == "By":
                merged.append(with_era(index, index + 1, int(scan.words[index]), -1))
        if found is not None:
            merged.append(found)
            if found.year < 0 and found.kind == "date":
                told = -found.year
    return merged


def _is_bare_year(scan: Scan, index: int, told: int) -> bool:
    word, behind = scan.words[index], scan.words[index + 1]
    if len(word) != 3 or word[0] == "0" or abs(int(word) - told) > _SAME_AGE:
        return False
    return scan.gap(index + 1) != " " or behind in _BEHIND_YEAR or scan.forms[index + 1][:1].isupper()
