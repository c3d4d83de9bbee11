"""Groups the mentions of a document that are one actor or place: by name, surname, sound, acronym, country."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from afghanbrief.document import Document
from afghanbrief.extractors.actors.naming import PLACE_TAILS, Name, read_name
from afghanbrief.extractors.actors.profiles import Profile
from afghanbrief.extractors.actors.spelling import sound
from afghanbrief.extractors.actors.surnames import settle_short_names
from afghanbrief.kinds import ActorMention
from afghanbrief.text.names import NameIndex

_PLACE_SOUNDS = frozenset(map(sound, PLACE_TAILS))
_SMALL = frozenset(["of", "for", "and", "the", "on", "in", "to"])
_LONGEST_PART = 6
_LONGEST_ACRONYM = 7
_UNBRACKETED = ("person", "place", "role", "people")


def group_mentions(
    document: Document, index: NameIndex, mentions: Sequence[ActorMention]
) -> tuple[list[Name], list[Profile]]:
    """Group mentions that are one.

    Arguments:
        document: the document.
        index: the listed names.
        mentions: its mentions in text order, none of them a pronoun.

    Returns:
        The name of each mention, and the groups in the order of their first mentions.
    """
    names = [read_name(index, mention.type, mention.span.text) for mention in mentions]
    keys = dict.fromkeys([name.key for name in names])
    aliases = _bracketed(document.text, mentions, names)
    bodies = [key[5:] for key in keys if key.startswith("body:")]
    if len(bodies) > 1:
        aliases = {**_shorter_bodies(bodies), **aliases}
    if any(key.startswith("place:") and " " in key for key in keys):
        aliases.update(_longer_places(keys))
    persons = [(number, name.key) for number, name in enumerate(names) if name.type == "person"]
    final = settle_short_names(persons) if len(persons) > 1 else {}
    profiles: dict[str, Profile] = {}
    for number, (mention, name) in enumerate(zip(mentions, names, strict=True)):
        key = name.key
        if final:
            key = final.get(number, key)
        if key in aliases:
            key = _last(aliases, key)
        profile = profiles.get(key)
        if profile is None:
            profiles[key] = Profile(mention, name)
        else:
            profile.add(mention, name)
    return names, list(profiles.values())


def _bracketed(text: str, mentions: Sequence[ActorMention], names: Sequence[Name]) -> dict[str, str]:
    """Link "Northern Monitoring Group (NMG)": a name and what stands in brackets right behind it."""
    found: dict[str, str] = {}
    end = -9
    for number, mention in enumerate(mentions):
        span = mention.span
        start = span.start
        if 1 < start - end < 4 and text[start - 1] == "(" and text[span.end : span.end + 1] == ")":
            left, right = names[number - 1], names[number]
            if (
                left.type not in _UNBRACKETED
                and right.type not in _UNBRACKETED
                and text[end:start].strip() == "("
                and left.key != right.key
            ):
                found[right.key] = left.key
        end = span.end
    return found


def _shorter_bodies(names: list[str]) -> dict[str, str]:
    """Map short names of bodies to the full ones: acronyms, first or last parts, heads before "of"."""
    aliases: dict[str, str] = {}
    short = set(names)
    for text in names:
        words = text.split()
        count = len(words)
        if count < 2:
            continue
        longest = min(count, _LONGEST_PART + 1)
        parts = [" ".join(words[-size:]) for size in range(1, longest)]
        parts += [" ".join(words[:size]) for size in range(1, longest)]
        if count <= 2 * _LONGEST_ACRONYM:
            parts.append("".join([word[0] for word in words if word not in _SMALL]))
        parts += [words[i - 1] for i in range(1, count - 1) if words[i] in ("of", "for", "on")]
        for part in parts:
            if part in short and part != text:
                aliases.setdefault(f"body:{part}", f"body:{text}")
    return aliases


def _longer_places(keys: Collection[str]) -> dict[str, str]:
    """Map "Helmand province" to "Helmand", where both are there."""
    aliases: dict[str, str] = {}
    for key in keys:
        if " " in key and key.startswith("place:"):
            name, _, tail = key.rpartition(" ")
            if tail in _PLACE_SOUNDS and name in keys:
                aliases[key] = name
    return aliases


def _last(aliases: dict[str, str], key: str) -> str:
    seen = {key}
    while aliases.get(key, key) not in seen:
        key = aliases[key]
        seen.add(key)
    return key
