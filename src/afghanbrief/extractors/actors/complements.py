"""Reads the place behind a description, and keeps officials of two places apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from afghanbrief.extractors.actors.function_words import SPACES
from afghanbrief.extractors.actors.profiles import Profile
from afghanbrief.kinds import ActorMention
from afghanbrief.text.names import GazetteerEntry, NameIndex
from afghanbrief.text.tokens import Tokens

_WHERE: Final = ("in", "of", "from", "at")
_REACH: Final = 6
# Behind a place and a hyphen: what is seated there.
SEATED: Final = frozenset("based registered headquartered born owned".split())


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
        if tokens.forms[position] != words[position]:
            break
    return None


def country_in_apposition(tokens: Tokens, index: NameIndex, mention: ActorMention) -> GazetteerEntry | None:
    """Give the country that a description behind a comma names: "Ekwall, a Swedish historian", "a Tehran-based firm".

    Arguments:
        tokens: the document's tokens.
        index: the listed names.
        mention: a person or body.

    Returns:
        The entry of the country or place, or ``None``.
    """
    words, gaps, listed = tokens.words, tokens.gaps, index.first_words
    at = tokens.first_from(mention.span.end)
    if at + 1 >= len(words) or gaps[at] != ", ":
        return None
    if words[at].isdigit() and gaps[at + 1] == ", ":
        # "Ekwall, 42, a Swedish historian"
        at += 1
    if words[at] not in ("a", "an", "the"):
        return None
    for position in range(at + 1, min(at + 4, len(words))):
        if gaps[position] not in SPACES:
            break
        if words[position] in listed:
            hit = index.match(tokens, position)
            if hit is None or not hit.entry.country or hit.entry.type not in ("country", "place", "people"):
                break
            seated = gaps[hit.stop] == "-" and words[hit.stop : hit.stop + 1] and words[hit.stop] in SEATED
            # "a Tehran firm", not "the Iraq war veteran".
            return hit.entry if seated or hit.entry.form in ("adjective", "capital", "demonym") else None
        if tokens.forms[position] != words[position]:
            break
    return None


def is_told_with_age(tokens: Tokens, mention: ActorMention) -> bool:
    """Tell whether an age stands behind a name, as it does with those whom a reporter met: "Baqi, 42, said".

    Arguments:
        tokens: the document's tokens.
        mention: a person.

    Returns:
        Whether it is so, and no body is named for which the person would speak.
    """
    words, gaps = tokens.words, tokens.gaps
    at = tokens.first_from(mention.span.end)
    if at + 2 >= len(words) or gaps[at] != ", ":
        return False
    if words[at].isdigit() and len(words[at]) < 3:
        return gaps[at + 1][:1] in ",." and words[at + 1] != "of"
    return words[at] in ("a", "an") and words[at + 2] == "year" and words[at + 1].isdigit()


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
