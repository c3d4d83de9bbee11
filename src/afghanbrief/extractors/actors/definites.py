"""Joins "the major" to the one person before it who was called a major."""

from __future__ import annotations

from collections.abc import Sequence

from afghanbrief.document import Document
from afghanbrief.extractors.actors.offices import OfficeBook
from afghanbrief.extractors.actors.profiles import Profile


def join_definite_roles(document: Document, profiles: list[Profile], book: OfficeBook) -> list[Profile]:
    """Put descriptions of one word behind "the" to the only person before them who bore that title.

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
        start = profile.mentions[0].span.start
        before = {id(owner): owner for at, owner in holders.get(profile.names[0].folded, ()) if at < start}
        if len(before) == 1:
            next(iter(before.values())).join(profile)
            joined.append(profile)
    return [profile for profile in profiles if profile not in joined] if joined else profiles


def _is_definite(document: Document, profile: Profile) -> bool:
    if " " in profile.name:
        return False
    start = profile.mentions[0].span.start
    return document.text[max(0, start - 4) : start].lower() == "the "


def _holders(document: Document, profiles: Sequence[Profile], book: OfficeBook) -> dict[str, list[tuple[int, Profile]]]:
    """Give the persons of each title's last word, with where they are called so."""
    words = document.tokens.words
    holders: dict[str, list[tuple[int, Profile]]] = {}
    for profile in profiles:
        if profile.type == "person":
            for mention in profile.mentions:
                for office in book.at(mention):
                    if not office.past:
                        holders.setdefault(words[office.stop - 1], []).append((mention.span.start, profile))
    return holders
