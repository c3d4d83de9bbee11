"""Groups the mentions of a document that are one actor or place: by name, surname, sound, acronym, country."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Final

from afghanbrief.document import Document
from afghanbrief.extractors.actors.naming import PLACE_TAILS, Name, read_name
from afghanbrief.extractors.actors.profiles import Profile
from afghanbrief.extractors.actors.spelling import sound
from afghanbrief.extractors.actors.surnames import settle_short_names
from afghanbrief.kinds import ActorMention
from afghanbrief.text.names import GazetteerEntry, NameIndex
from afghanbrief.text.patterns import compile_pattern

_PLACE_SOUNDS: Final = frozenset(map(sound, PLACE_TAILS))
_SMALL: Final = frozenset(["of", "for", "and", "the", "on", "in", "to"])
_LONGEST_PART: Final = 6
_LONGEST_ACRONYM: Final = 7
# What stands between a name and another one of the same actor: "X, better known as Y"; and what all of it has.
_CALLING: Final = ("known", "nicknamed", "dubbed", "alias", "aka ", "a.k.a", " called ", "real name", "goes by")
_CALLED: Final = compile_pattern(
    # Without a comma "X called Y" has a verb.
    r"(?:(?:,? who (?:is|was) |, ?| \()(?:(?:also|once|now|then|sometimes|formerly) )?(?:called|nicknamed|dubbed)"
    r"|(?:,? who (?:is|was)|,| \(|) ?(?:(?:also|better|widely|commonly|popularly|formerly|once|locally|now) )?"
    r"(?:known (?:(?:locally|widely|simply|in \w+) )?as|known by (?:its|his|her|the|their)(?: \w+){1,3}|alias|aka"
    r"|a\.k\.a\.?|whose real name (?:is|was)|who goes by the (?:name|nickname|nom de guerre)(?: of)?)"
    r"),? (?:the )?[\"'\u201c\u2018]?"
)
_LONGEST_CALLING: Final = 60
_UNBRACKETED: Final = ("person", "place", "role", "people")
_UNCALLED: Final = ("place", "role", "people")


def group_mentions(document: Document, index: NameIndex, mentions: Sequence[ActorMention]) -> list[Profile]:
    """Group mentions that are one.

    Arguments:
        document: the document.
        index: the listed names.
        mentions: its mentions in text order, none of them a pronoun.

    Returns:
        The groups in the order of their first mentions.
    """
    named: dict[Name, list[ActorMention]] = defaultdict(list)
    text = document.text
    for mention in mentions:
        span = mention.span
        named[read_name(index, mention.type, text[span.start : span.end])].append(mention)
    aliases = _aliases(document, named)
    profiles: dict[str, Profile] = {}
    for name, found in named.items():
        key = name.key
        if key in aliases:
            key = _last(aliases, key)
        profile = profiles.get(key)
        if profile is None:
            profiles[key] = Profile(name, found)
        else:
            profile.add(name, found)
    return list(profiles.values())


def _aliases(document: Document, named: Mapping[Name, list[ActorMention]]) -> dict[str, str]:
    """Map keys of short names to those of the full ones."""
    bodies: dict[str, str] = {}
    persons: dict[str, GazetteerEntry | None] = {}
    places: list[str] = []
    companies: list[Name] = []
    for name in named:
        if name.type == "person":
            persons[name.key] = name.entry
        elif name.body is not None:
            bodies[name.body] = name.key
            if name.alone:
                companies.append(name)
        elif name.type == "place" and " " in name.key:
            places.append(name.key)
    aliases: dict[str, str] = {}
    if len(persons) > 1:
        aliases = settle_short_names(persons, functools.partial(_offsets, named))
    for name in companies:
        # "Halvorsen Dale" without its "Inc." looks like a person's name.
        if name.alone in persons:
            aliases[name.alone] = name.key
    if len(bodies) > 1:
        aliases.update(_shorter_bodies(bodies))
    if places:
        keys = {name.key for name in named}
        for key in places:
            head, _, tail = key.rpartition(" ")
            if tail in _PLACE_SOUNDS and head in keys:
                # "Helmand province" is "Helmand", where both are there.
                aliases[key] = head
    if "(" in document.text:
        aliases.update(_bracketed(document.text, named))
    if (len(persons) > 1 or len(bodies) > 1) and any(map(document.text.__contains__, _CALLING)):
        for short, key in _called(document.text, named):
            aliases.setdefault(short, key)
    return aliases


def _called(text: str, named: Mapping[Name, list[ActorMention]]) -> Iterator[tuple[str, str]]:
    """Give the keys of names that the text says are one: "X, better known as Y", "X, nicknamed Y"."""
    places = sorted(
        [
            (mention.span.start, mention.span.end, name)
            for name, mentions in named.items()
            if name.type not in _UNCALLED
            for mention in mentions
        ],
        key=itemgetter(0),
    )
    for (_, stop, left), (start, _, right) in pairwise(places):
        if (
            0 < start - stop < _LONGEST_CALLING
            and left.key != right.key
            and (left.type == "person") is (right.type == "person")
            and _CALLED.fullmatch(text, stop, start)
        ):
            yield right.key, left.key


def _offsets(named: Mapping[Name, list[ActorMention]], key: str) -> list[int]:
    """Give the offsets at which a person's name stands."""
    return [mention.span.start for name, found in named.items() if name.key == key for mention in found]


def _bracketed(text: str, named: Mapping[Name, list[ActorMention]]) -> dict[str, str]:
    """Link "Northern Monitoring Group (NMG)": a name and what stands in brackets right behind it."""
    found: dict[str, str] = {}
    ends: dict[int, str] | None = None
    for name, mentions in named.items():
        if name.type in _UNBRACKETED:
            continue
        for mention in mentions:
            start, end = mention.span.start, mention.span.end
            if text[start - 1 : start] != "(" or text[end : end + 1] != ")":
                continue
            if ends is None:
                ends = {
                    each.span.end: other.key
                    for other, those in named.items()
                    if other.type not in _UNBRACKETED
                    for each in those
                }
            stop = start - 1
            while stop > 0 and start - stop < 3 and text[stop - 1].isspace():
                stop -= 1
            key = ends.get(stop)
            if key is not None and key != name.key:
                found[name.key] = key
    return found


def _shorter_bodies(names: Mapping[str, str]) -> dict[str, str]:
    """Map short names of bodies to the full ones: acronyms, first or last parts, heads before "of"."""
    aliases: dict[str, str] = {}
    for text, key in names.items():
        if " " in text:
            for part in names.keys() & _parts_of(text):
                short = names[part]
                if short != key and (short.startswith("body:") or (" " in part and text.endswith(part))):
                    aliases.setdefault(short, key)
    return aliases


@functools.lru_cache(maxsize=4096)
def _parts_of(text: str) -> frozenset[str]:
    """Give the short names that a body of a name of several words may have."""
    words = text.split()
    count = len(words)
    longest = min(count, _LONGEST_PART + 1)
    parts = [" ".join(words[-size:]) for size in range(1, longest)]
    parts += [" ".join(words[:size]) for size in range(1, longest)]
    if count <= 2 * _LONGEST_ACRONYM:
        parts.append("".join([word[0] for word in words if word not in _SMALL]))
    parts += [words[i - 1] for i in range(1, count - 1) if words[i] in ("of", "for", "on")]
    return frozenset(parts) - {text}


def _last(aliases: dict[str, str], key: str) -> str:
    seen = {key}
    while aliases.get(key, key) not in seen:
        key = aliases[key]
        seen.add(key)
    return key
