"""Joins "the major" to the one person before it who was called a major."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from afghanbrief.document import Document
from afghanbrief.extractors.actors.offices import OfficeBook
from afghanbrief.extractors.actors.profiles import Profile

# Ranks cut short and what they are in full.
_IN_FULL: Final = {
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
    "maj": "major",
    "capt": "captain",
    "sgt": "sergeant",
    "adm": "admiral",
    "brig": "brigadier",
    "sen": "senator",
    "gov": "governor",
    "amb": "ambassador",
}


def join_definite_roles(document: Document, profiles: list[Profile], book: OfficeBook) -> list[Profile]:
    """Put descriptions behind "the" to the only person of the document who bears that title.

    Arguments:
        document: the document.
        profiles: its actors in text order.
        book: the offices of its persons.

    Returns:
        The actors, without those that were joined to a person.
    """
    definite = [profile for profile in profiles if profile.type == "role" and _is_definite(document, profile)]
    if not definite:
        return profiles
    holders = _holders(document, profiles, book)
    joined: list[Profile] = []
    for profile in definite:
        bearers = holders.get(profile.names[0].folded, ())
        if len(bearers) == 1:
            bearers[0].join(profile)
            joined.append(profile)
    return [profile for profile in profiles if profile not in joined] if joined else profiles


def _is_definite(document: Document, profile: Profile) -> bool:
    start = profile.mentions[0].span.start
    return document.text[max(0, start - 4) : start].lower() == "the "


def _holders(document: Document, profiles: Sequence[Profile], book: OfficeBook) -> dict[str, list[Profile]]:
    """Give the persons of each title and of each title's last word."""
    words = document.tokens.words
    holders: dict[str, list[Profile]] = {}
    for profile in profiles:
        if not profile.is_titled:
            continue
        for mention in profile.mentions:
            for office in book.at(mention):
                if office.past:
                    continue
                head = words[office.stop - 1]
                for title in (_IN_FULL.get(head, head), " ".join(words[office.first : office.stop])):
                    bearers = holders.setdefault(title, [])
                    if profile not in bearers:
                        bearers.append(profile)
    return holders
