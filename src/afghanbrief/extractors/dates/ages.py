"""Grammar of ages without a unit: "Sher Alam, 47, a driver", "she is 44", "the eldest is 17", "children under five"."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan

_OLDEST: Final = 115
_COPULAS: Final = frozenset(
    ("is", "was", "not", "yet", "just", "only", "about", "nearly", "almost", "around", "of", "at")
)
_PLACES_BEHIND: Final = frozenset(("in", "at", "near", "from"))
_AT: Final = frozenset(("at", "by", "from", "until", "before", "after", "since", "under", "below", "over", "above"))
_ARE: Final = frozenset(("are", "were", "is", "was"))
_NEAR: Final = 6
_UNITS: Final = frozenset("uUhk")


def bare_age(scan: Scan, index: int) -> Expression | None:
    """Read a number without a unit as somebody's age, if what stands around it says so."""
    shape, at = scan.shape, 2 * index + 1
    before, behind = shape[at - 1], shape[at + 1]
    if (before == "," or before == "|") and behind in ",.;":
        return age_behind_name(scan, index)
    if before == "(":
        return age_in_brackets(scan, index) if behind == "|" else None
    return age_behind_copula(scan, index) if before == " " and shape[at - 2] in "xf" else None


def age_behind_name(scan: Scan, index: int) -> Expression | None:
    """Read the number in "Sher Alam, 47, a driver" and "Nur Gul, 39."."""
    age = _age(scan, index)
    if age is None or scan.gaps[index] not in (", ", "), "):
        return None
    if not _is_name(scan, index - 1) and scan.words[index - 1] not in scan.lexicon.context["persons"]:
        return None
    if scan.words[index - 1] in scan.lexicon.context["identifier"] or scan.words[index - 2] in _PLACES_BEHIND:
        # "Section 5, 12, of", "in Kabul, 42, mostly men"
        return None
    gap, following = scan.gaps[index + 1], scan.forms[index + 1]
    if gap == ", ":
        # In a list a name or number follows, or stands before: "Herat, 12, Kunduz, 9, and".
        if scan.letter(index - 2) in "dn" or not following[0].islower() or scan.letter(index + 1) in "dnNYMmJ":
            return None
    elif not gap.startswith(".") or scan.gap(index - 1) != " " or not scan.forms[index - 2][0].isupper():
        return None
    return _expression(index, index + 1, age)


def age_in_brackets(scan: Scan, index: int) -> Expression | None:
    """Read the number in "Ravi Dhawale (61), a former member": brackets, and a description of the person behind."""
    age = _age(scan, index)
    if age is None or not _is_name(scan, index - 1) or scan.gaps[index + 1] != "), ":
        return None
    return _expression(index, index + 1, age) if scan.words[index + 1] in _DESCRIBING else None


_DESCRIBING: Final = frozenset("a an the who whose son daughter wife widow resident chairman".split())


def age_behind_copula(scan: Scan, index: int) -> Expression | None:
    """Read the number in "She is 44.", "he was thought to be 79 and", "a man of about 25, with a cough"."""
    words, at = scan.words, index - 1
    if words[at] not in BEFORE_AGE:
        return None
    gap, age = scan.gap(index + 1), _age(scan, index)
    if age is None or (gap not in ".,| " and index + 1 < scan.count) or scan.gaps[index + 1][:1] == "%":
        return None
    if gap == " " and (scan.letter(index + 1) not in "x&" or words[index + 1] in scan.lexicon.context["counted"]):
        return None
    mod = _ABOUT.get(words[at], "")
    if mod:
        at -= 1
    if words[at] == "of":
        # "a man of 25", not "a group of 25" nor "a member of 25 bodies"
        told = words[at - 1] in _PERSONS_OF_AGE and words[at - 2] in ("a", "an", "another", "young", "old")
        told = told and (gap != " " or words[index + 1] in _BEHIND_AGE)
    elif gap == " " and words[index + 1] not in _BEHIND_AGE:
        told = False
    elif words[at] in ("are", "were"):
        # "drop out before they are 12"
        told = words[at - 1] == "they" and words[at - 2] in _AT_THE_AGE
    elif words[at] == "be":
        told = words[at - 1] == "to" and words[at - 2] in _THOUGHT and words[at - 4] in _PRONOUNS
    else:
        told = words[at] in _BE and (
            words[at - 1] in _PRONOUNS
            or words[at - 1] in scan.lexicon.context["persons"]
            or (_is_name(scan, at - 1) and _is_name(scan, at - 2) and scan.gap(at - 1) == " ")
        )
    if not told:
        return None
    found = _expression(index - bool(mod), index + 1, age)
    found.mod = mod or None
    return found


_ABOUT: Final = {"about": "APPROX", "around": "APPROX", "nearly": "LESS_THAN", "almost": "LESS_THAN"}
_AT_THE_AGE: Final = frozenset(("before", "until", "till", "when", "once", "after", "time"))
_BE: Final = frozenset(("is", "was", "s", "am", "m", "turned", "turns"))
# What may stand before an age without a unit.
BEFORE_AGE: Final = _BE | frozenset(("of", "be", "are", "were", *_ABOUT))
_PRONOUNS: Final = frozenset(("he", "she", "i", "who"))
_THOUGHT: Final = frozenset(("thought", "believed", "said", "known", "reported"))
_PERSONS_OF_AGE: Final = frozenset(("man", "woman", "boy", "girl", "youth", "child", "lad", "lady"))
_BEHIND_AGE: Final = frozenset("and when but now who with from at in was is had has he she or so".split())


def age_behind_word(scan: Scan, index: int) -> list[Expression]:
    """Read the number behind "aged", "the eldest is", "children under"."""
    word = scan.words[index]
    at = index + 1
    if word in ("under", "over"):
        people = scan.lexicon.context["people"]
        ahead = scan.words[max(0, index - _NEAR) : index]
        # "children under five", "12 of those held are under 18"
        if ahead[-1:] and ahead[-1] not in people and (ahead[-1] not in _ARE or people.isdisjoint(ahead)):
            return []
    else:
        if word == "age" and scan.words[index - 1] not in _AT and scan.words[index - 2] not in _AT:
            # "a retirement age of 65"
            return []
        while at < index + 4 and scan.words[at] in _COPULAS and scan.gap(at) == " ":
            at += 1
        if word in ("aged", "age") and scan.words[at] == "between":
            at += 1
    if scan.gap(at) != " ":
        return []
    number = scan.number(at) if scan.letter(at) in "dnN" else None
    if number is None or not number[0].isdigit() or not 0 < int(number[0]) <= _OLDEST:
        return []
    after = number[1]
    if word in ("under", "over") and (scan.gap(after) == "%" or scan.letter(after) in "dnNY"):
        return []
    if scan.gap(after) in " -" and (
        scan.letter(after) in _UNITS or scan.words[after] in scan.lexicon.context["counted"]
    ):
        return []
    found = _expression(at, after, int(number[0]))
    if word in ("under", "over"):
        found.first, found.mod = index, "LESS_THAN" if word == "under" else "MORE_THAN"
    upper = after + (scan.letter(after) == "&")
    if word in ("aged", "age") and (upper > after or scan.gap(after) in "-~") and scan.letter(upper) in "dnN":
        second = scan.number(upper)
        if second is not None and second[0].isdigit() and int(number[0]) < int(second[0]) <= _OLDEST:
            return [found, _expression(upper, second[1], int(second[0]))]
    return [found]


def _age(scan: Scan, index: int) -> int | None:
    word = scan.words[index]
    if len(word) > 3 or word[0] == "0" or not word.isdecimal() or int(word) > _OLDEST:
        return None
    return int(word)


def _is_name(scan: Scan, index: int) -> bool:
    form = scan.forms[index]
    return index >= 0 and form[0].isupper() and len(form) > 1 and scan.letter(index) not in "MmJWw"


def _expression(first: int, after: int, age: int) -> Expression:
    found = Expression(first, after, "duration", "bare-age")
    found.count, found.unit = str(age), "Y"
    return found
