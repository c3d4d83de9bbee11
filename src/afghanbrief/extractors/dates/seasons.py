"""Grammar of parts of the day and of the year: mornings, seasons, halves."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.dates.amounts import is_rate, unit_of, with_direction
from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan


def part_of_day(scan: Scan, index: int, head: int, determiner: str, relation: str, ordinal: int) -> Expression | None:
    """Read "this morning", "the evening", "noon"."""
    word = scan.words[head]
    value = str(scan.values["P"][word])
    plural = word.endswith("s")
    if ordinal or plural or _is_capitalised_name(scan, head):
        return None
    if word in ("sunrise", "sunset") and (determiner or relation):
        return None
    if word in ("dawn", "dusk") and determiner == "the" and scan.words[head + 1] == "of":
        # "the dawn of a new era", "the dawn of the 20th century"
        at = head + 2 + (scan.letter(head + 2) == "t")
        if scan.letter(at) not in "dMmJWDoT" or scan.words[at + 1] == "century":
            return None
    if determiner in ("a", "an", "another"):
        if is_rate(scan, index):
            found = Expression(index, head + 1, "set", "rate")
            found.value = "XXXX-XX-XX" + value
            return found
        return None
    if not determiner and not relation:
        dated = value[1].isdigit() and (
            scan.letter(head + 1) in "DW" or (scan.words[head + 1] == "on" and scan.letter(head + 2) in "dMmJWt")
        )
        before = scan.words[index - 1]
        if word == "night" and scan.letter(head + 1) == "x" and scan.gap(head + 1) == " ":
            # "to night calls", "at night raids began" is rare
            before = before if scan.words[head + 1] in _BEHIND_NIGHT else ""
        if before in ("and", "or") and value[1].isdigit() and scan.words[index - 2] in _HOURS_BEFORE:
            # "between 9 p.m. and midnight"
            dated = True
        if dated or before in _BY_HOUR or (before in _BEFORE_HOUR and (value[1].isdigit() or word in _TURNS_OF_DAY)):
            found = Expression(index, head + 1, "time", "part-of-day")
            found.clock = value
            return found
        return None
    found = Expression(index, head + 1, "time", "part-of-day")
    found.clock = value
    found.relation = relation or determiner
    if scan.words[head + 1] == "hours" and scan.gap(head + 1) == " ":
        found.after = head + 2
    elif scan.words[head + 1 : head + 3] == ("before", "last") and determiner == "the":
        found.relation, found.direction, found.after = "last", "before last", head + 3
    elif scan.words[head + 1] in ("before", "earlier") and determiner == "the" and scan.letter(head + 2) not in "tTaZM":
        # "in a speech the night before"
        if scan.gap(head + 2) != " " or scan.forms[head + 2][0].islower():
            found.relation, found.after = "previous", head + 2
    return found


_CAMPAIGNS: Final = frozenset(("offensive", "offensives", "campaign", "campaigns", "fighting"))
_BEHIND_NIGHT: Final = frozenset(
    "in on at from by with when while as but because after before without under for until since he she they it we i "
    "his her their its is was were are near along across through into where so if that than around about".split()
)
_BEFORE_HOUR: Final = frozenset(
    ("at", "by", "before", "until", "till", "since", "from", "to", "after", "around", "about", "past", "near")
)
_TURNS_OF_DAY: Final = frozenset(("dawn", "dusk", "daybreak", "nightfall", "night", "sunrise", "sunset"))
_HOURS_BEFORE: Final = frozenset(("m", "am", "pm", "noon", "midday", "midnight", "dawn", "dusk", "clock"))
_BY_HOUR: Final = frozenset(("by", "until", "till", "since", "towards", "toward"))


def _is_capitalised_name(scan: Scan, head: int) -> bool:
    # "the Spring Offensive", "the Evening Standard"
    following = scan.forms[head + 1 : head + 2]
    return bool(following) and scan.forms[head][0].isupper() and following[0][0].isupper() and scan.gap(head + 1) == " "


def season(scan: Scan, index: int, head: int, determiner: str, relation: str) -> Expression | None:
    """Read "the spring", "this summer", "winter 1994"."""
    letter, word = scan.shape[2 * head + 1], scan.words[head]
    if scan.words[head + 1] in _CAMPAIGNS and (determiner != "the" or _is_capitalised_name(scan, head)):
        # "the Spring Offensive", "the winter campaign": a history dates them so; elsewhere they are names.
        found = Expression(head, head + 1, "campaign", "season-campaign")
        found.part = str(scan.values[letter][word])
        return found
    if _is_capitalised_name(scan, head):
        return None
    if word.endswith("s") or determiner in ("a", "an", "another", "its", "their", "his", "her", "our"):
        return None
    dated = (scan.letter(head + 1) == "Y" and scan.gap(head + 1) in " ,") or (
        scan.letter(head + 1) == "f" and scan.letter(head + 2) == "Y"
    )
    if determiner == "the" and scan.words[head + 1] == "of" and scan.letter(head + 2) == "x" and not relation:
        # "the spring of water"
        return None
    in_the_fall = determiner == "the" and scan.words[index - 1] in (
        "in",
        "during",
        "throughout",
        "over",
        "by",
        "since",
        "until",
    )
    if determiner == "the" and scan.words[index - 1] == "for" and scan.gap(head + 1) != " ":
        # "planned for the fall."
        in_the_fall = True
    if (
        letter == "B"
        and not (in_the_fall and scan.words[head + 1] != "of")
        and not (dated or relation in ("last", "next", "previous", "following") or determiner in ("this", "that"))
    ):
        return None
    if not determiner and not relation and not dated:
        joined = scan.letter(head + 1) == "&" and scan.letter(head + 2) == "S" and scan.letter(head + 3) == "Y"
        if not joined and scan.words[index - 1] not in (
            "in",
            "by",
            "since",
            "until",
            "till",
            "before",
            "during",
            "through",
            "after",
            "early",
            "late",
            "mid",
            "of",
            "from",
            "between",
            "and",
            "for",
            "over",
            "into",
        ):
            return None
        if scan.words[head + 1] in ("offensive", "sports", "olympics", "games", "camp", "school", "schools"):
            return None
    found = Expression(index, head + 1, "date", "season")
    found.part = str(scan.values[letter][word])
    found.relation = relation or determiner
    if dated:
        at = head + 1 if scan.letter(head + 1) == "Y" else head + 2
        found.year, found.after = int(scan.words[at]), at + 1
        if scan.gap(at + 1) in "-/" and len(scan.words[at + 1]) == 2 and scan.letter(at + 1) in "dn":
            found.after = at + 2
    return found


def half(
    scan: Scan, index: int, head: int, determiner: str, relation: str, ordinal: int, amount: str
) -> Expression | None:
    """Read "half an hour" and "the first half of"."""
    after = scan.words[head + 1]
    if scan.letter(head + 1) in "uh" or (scan.letter(head + 1) == "a" and scan.letter(head + 2) in "uh"):
        at = head + 1 if scan.letter(head + 1) in "uh" else head + 2
        if determiner == "the" or ordinal or (amount and amount != "1") or scan.gap(at) not in " -":
            return None
        unit = unit_of(scan, at)
        found = Expression(index, at + 1, "duration", "duration-counted")
        found.count, found.unit = "0.5", unit
        if relation:
            found.relation = relation
            return found
        return with_direction(scan, found)
    number = ordinal if ordinal in (1, 2) else {"last": 2, "latter": 2}.get(relation, 0)
    owned = scan.words[index - 1] == "s" and scan.gap(index - 1) == "'"
    if not number or determiner not in ("the", ""):
        return None
    if after not in ("of", "this") and scan.letter(head + 1) != "Y" and not owned:
        return None
    found = Expression(index, head + 1, "date", "half-year")
    found.part = f"H{number}"
    return found
