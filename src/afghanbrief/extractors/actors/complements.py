"""Reads the place behind a description, and keeps officials of two places apart."""

from __future__ import annotations

from collections.abc import Sequence

from afghanbrief.extractors.actors.profiles import Profile
from afghanbrief.extractors.actors.roles import SPACES
from afghanbrief.kinds import ActorMention
from afghanbrief.text.names import GazetteerEntry, NameIndex
from afghanbrief.text.tokens import Tokens

_WHERE = ("in", "of", "from", "at")
_REACH = 6


def place_behind(tokens: Tokens, index: NameIndex, mention: ActorMention) -> GazetteerEntry | None:
    """Give the place right behind a mention ("officials in the city of Gardez", "residents of Tolak").

    Arguments:
        tokens: the document's tokens.
        index: the listed names.
        mention: a description or a body.

    Returns:
        The entry of the place or country, or ``None``.
    """
    words, gaps, listed = tokens.words, tokens.gaps, index.first_words
    stop = tokens.first_from(mention.span.end)
    if stop >= len(words) or words[stop] not in _WHERE or gaps[stop] not in SPACES:
        return None
    for position in range(stop + 1, min(stop + _REACH, len(words))):
        if gaps[position] not in SPACES:
            break
        if words[position] in listed:
            hit = index.match(tokens, position)
            if hit is not None and hit.entry.country and hit.entry.type in ("country", "place"):
                return hit.entry
        elif tokens.forms[position] != words[position]:
            break
    return None


def keep_apart(tokens: Tokens, index: NameIndex, profiles: Sequence[Profile]) -> list[Profile]:
    """Split descriptions by the places behind them: "officials in Kabul" are not "officials in Ashgabat".

    A description without a place is of those named last.

    Arguments:
        tokens: the document's tokens.
        index: the listed names.
        profiles: the actors.

    Returns:
        The actors, in the order of their first mentions.
    """
    if not any(profile.type == "role" and len(profile.mentions) > 1 for profile in profiles):
        return list(profiles)
    kept: list[Profile] = []
    split = False
    for profile in profiles:
        if profile.type != "role" or len(profile.mentions) == 1:
            kept.append(profile)
            continue
        parts: dict[str, list[ActorMention]] = {}
        key = ""
        for mention in profile.mentions:
            place = place_behind(tokens, index, mention)
            if place is not None:
                key = place.id
            parts.setdefault(key, []).append(mention)
        if len(parts) == 1:
            kept.append(profile)
            continue
        split = True
        kept.extend([Profile(profile.names[0], mentions) for mentions in parts.values()])
    if split:
        kept.sort(key=lambda profile: profile.mentions[0].span.start)
    return kept
