"""Tells what an unknown word names by how it ends: "Eurochamber", "Charkhabad", "Kandaharis"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from afghanbrief.extractors.actors import verdicts as v
from afghanbrief.extractors.actors.verdicts import Verdict
from afghanbrief.text.names import NameIndex

# How names of families, bodies and places end in the languages that news writes of.
SURNAME_ENDINGS: Final = (
    "ov", "ova", "ev", "eva", "enko", "vich", "sky", "skiy", "ski", "ska", "zai", "yar", "ullah", "uddin", "zada",
    "zadeh", "oglu", "dze", "shvili", "yan", "escu", "opoulos", "sson", "stein", "mann", "vic", "nejad", "pour", "khel",
    "waal",
)  # fmt: skip
_BODY_ENDINGS: Final = (
    "bank",
    "chamber",
    "prom",
    "neft",
    "gaz",
    "soft",
    "tech",
    "corp",
    "telecom",
    "energo",
    "avia",
    "trans",
)
_PLACE_ENDINGS: Final = (
    "abad", "stan", "pur", "pura", "grad", "gorod", "burg", "burgh", "ville", "shire", "nagar", "garh", "dorf", "heim",
    "stadt", "polis", "mouth", "chester", "shahr", "kent", "qala",
)  # fmt: skip
_STATE_ENDINGS: Final = ("ia", "land", "stan")
# How plurals of those who live in a town end.
_OF_TOWN: Final = ("ers", "is", "ites", "ians", "ans")
_SHORTEST: Final = 6
_SHORTEST_TOWN: Final = 4


def by_ending(word: str, *, acts: bool) -> Verdict | None:
    """Judge an unknown word by how it ends.

    Arguments:
        word: the word in lower case.
        acts: whether it says or does something, as no place does.

    Returns:
        The verdict, or ``None`` if the ending tells nothing.
    """
    if len(word) < _SHORTEST:
        return None
    if word.endswith(_BODY_ENDINGS):
        return v.BODY_ENDING
    if word.endswith(_PLACE_ENDINGS) and not acts:
        return v.PLACE_ENDING
    return None


def is_state(word: str, state: int, place: int) -> bool:
    """Tell whether a word names a state that is not listed: by what a state has, by its ending, and as a place.

    Arguments:
        word: the word in lower case.
        state: what speaks for a state.
        place: what speaks for a place.
    """
    return state > 1 or word.endswith(_STATE_ENDINGS) or state + place > 3


def is_of_town(word: str, index: NameIndex, known: Mapping[str, str], dictionary: frozenset[str]) -> bool:
    """Tell whether a plural names the people of a listed town or land: "Londoners", "Kandaharis", "Floridians".

    Arguments:
        word: the word in lower case.
        index: the listed names.
        known: types of well-known names.
        dictionary: English words.
    """
    for ending in _OF_TOWN:
        if not word.endswith(ending):
            continue
        town = word[: -len(ending)]
        if ending in ("ians", "ans") and _is_place(index, f"{town}a"):
            return True
        if len(town) >= _SHORTEST_TOWN and town not in dictionary:
            if known.get(town) == "place" or _is_place(index, town):
                return True
    return False


def _is_place(index: NameIndex, name: str) -> bool:
    entry = index.get(name)
    return entry is not None and entry.type == "place"
