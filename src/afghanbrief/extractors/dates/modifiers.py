"""Grammar of modifiers: parts of periods ("the end of", "early", "mid-") and bounds of amounts ("more than")."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan

_POINT_NOUNS: Final = frozenset(
    (
        "beginning",
        "start",
        "outset",
        "onset",
        "end",
        "close",
        "middle",
        "midst",
        "rest",
        "remainder",
        "most",
        "much",
        "turn",
    )
)
_TIME_WORDS: Final = frozenset(("early", "late", "mid", "later", "earlier"))

_BEFORE_END: Final = frozenset(("by", "at", "until", "till", "to", "since", "of", "before", "from", "in", "and"))

Reader = Callable[[int, int], list[Expression]]


def point_phrase(scan: Scan, index: int, read: Reader, depth: int) -> list[Expression]:
    """Read "early October", "the end of the month", "late in 2017", "later this year", "mid-May".

    Arguments:
        scan: the document.
        index: of the determiner or the first word.
        read: the parser's reading of what follows.
        depth: how deep in such phrases this one stands.
    """
    shape = scan.shape
    j = index
    if shape[2 * j + 1] == "t":
        j += 1
    if shape[2 * j + 1] == "r" and scan.words[j] == "very":
        j += 1
    word = scan.words[j]
    if shape[2 * j + 1] != "e":
        return []
    mod = str(scan.values["e"][word])
    after = j + 1
    inner: list[Expression] = []
    if word in _POINT_NOUNS or word in ("latter", "early", "earlier", "later", "late"):
        if word == "early" and scan.words[after] == "hours" and shape[2 * after + 3] == "f":
            hours = Expression(index, after + 1, "time", "part-of-day")
            hours.clock, hours.mod, hours.relation = "TMO", "START", "the"
            return [hours]
        if word in ("latter", "early", "later", "late") and scan.words[after] in (
            "part",
            "parts",
            "half",
            "stages",
            "days",
            "months",
            "years",
        ):
            if scan.words[after] not in ("part", "parts", "stages"):
                return []
            after += 1
        if shape[2 * after + 1] == "f" or (
            word in _TIME_WORDS and scan.words[after] in ("in", "on") and shape[2 * after] == " "
        ):
            inner = read(after + 1, depth + 1)
        elif word in _TIME_WORDS and shape[2 * after] in " -`":
            inner = read(after, depth + 1) or part_of_day_after(scan, index, after)
        elif word == "end" and shape[2 * after] in " -" and shape[2 * after + 1] in "MmJY":
            # "end-July", "end 2018"
            inner = read(after, depth + 1)
            if inner and (inner[0].day or scan.words[index - 1] not in _BEFORE_END):
                return []
            if inner:
                inner[0].first, inner[0].mod = index, "END"
            return inner
        if inner and word in _POINT_NOUNS and shape[2 * after + 1] != "f":
            return []
    elif word == "mid" and shape[2 * after] in " -":
        inner = read(after, depth + 1) or part_of_day_after(scan, index, after)
    if not inner or inner[0].first > after + 1 or inner[0].kind in ("duration", "set", "reference", "offset"):
        return []
    if inner[0].kind == "time" and inner[0].clock[1:2].isdigit():
        return []
    if (
        word in ("later", "earlier")
        and inner[0].relation not in ("this", "that", "the", "same")
        and inner[0].kind not in ("date", "deictic", "weekday")
    ):
        return []
    first = inner[0]
    first.first = index
    if mod and not first.mod:
        first.mod = mod
    return inner


def part_of_day_after(scan: Scan, index: int, head: int) -> list[Expression]:
    """Read the part of day in "early morning", "late afternoon", "mid-afternoon", where a day belongs to it."""
    if scan.letter(head) != "P" or scan.values["P"][scan.words[head]][1:2].isdigit() or scan.words[head].endswith("s"):
        return []
    determined = scan.letter(index) in "tT" or scan.words[index - 1] in ("in", "by", "until")
    if not determined and scan.letter(head + 1) not in "fDWMmJd":
        return []
    found = Expression(index, head + 1, "time", "part-of-day")
    if scan.words[head + 1] == "hours" and scan.gap(head + 1) == " ":
        # "the early morning hours of 1 November"
        found.after = head + 2
    found.clock = str(scan.values["P"][scan.words[head]])
    found.relation = "the"
    return [found]


_BOUNDS: Final = {
    ("more", "than"): "MORE_THAN",
    ("less", "than"): "LESS_THAN",
    ("fewer", "than"): "LESS_THAN",
    ("at", "least"): "EQUAL_OR_MORE",
    ("at", "most"): "EQUAL_OR_LESS",
    ("up", "to"): "EQUAL_OR_LESS",
    ("as", "many"): "",
}
_ONE_WORD: Final = {
    "about": "APPROX",
    "around": "APPROX",
    "roughly": "APPROX",
    "approximately": "APPROX",
    "some": "APPROX",
    "circa": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "under": "LESS_THAN",
    "over": "MORE_THAN",
    "another": "",
}
# The words that a bound of an amount ends with.
BOUND_WORDS: Final = frozenset(_ONE_WORD) | {last for _, last in _BOUNDS}
_BELONGS: Final = frozenset(("duration", "offset", "time"))


def amount_modifier(scan: Scan, found: Expression) -> None:
    """Take "more than", "about", "nearly" before an amount of time into its span, and note the modifier."""
    first = found.first
    gap = scan.shape[2 * first]
    if gap != " ":
        if gap == "-" and found.rule == "year" and scan.words[first - 1] in ("post", "pre"):
            found.first, found.mod = first - 1, "AFTER" if scan.words[first - 1] == "post" else "BEFORE"
        elif gap == "." and scan.words[first - 1] in ("ca", "c") and found.kind == "date":
            found.first, found.mod = first - 1, "APPROX"
        return
    word, before = scan.words[first - 1], scan.words[first - 2]
    dated = found.kind == "date" or found.kind == "unit" or found.kind == "weekday"
    if found.kind == "offset" and word == "than" and scan.letter(first - 3) in "dnNYU":
        # "6,000 more than three months earlier" compares with that day
        return
    if found.kind in _BELONGS and (before, word) in _BOUNDS and scan.gap(first - 1) == " ":
        mod = _BOUNDS[before, word]
        found.first = first - 2
        if scan.words[first - 3] in ("no", "not"):
            found.first = first - 3
            mod = "EQUAL_OR_LESS" if word == "than" and before == "more" else "EQUAL_OR_MORE"
        if mod and not found.mod:
            found.mod = mod
    elif word in _ONE_WORD:
        if found.kind in _BELONGS:
            if word == "over" and (found.relation or found.count == "X"):
                return
            if word == "over" and before in ("spread", "all", "took", "place"):
                return
            found.first = first - 1
            if _ONE_WORD[word] and not found.mod:
                found.mod = _ONE_WORD[word]
        elif (
            dated and word in ("about", "around", "circa", "approximately") and (found.month or found.year or found.day)
        ):
            found.first = first - 1
            found.mod = found.mod or "APPROX"
