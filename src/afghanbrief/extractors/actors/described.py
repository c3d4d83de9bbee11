"""Finds described actors: governments and forces of a country, officials, fighters and residents who act or speak."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.kinds.actors import MentionForm, MentionType
from afghanbrief.text.names import GazetteerEntry, NameHit
from afghanbrief.text.tokens import Tokens

_GOVERNMENTS = frozenset(["government", "administration", "regime", "authorities", "govt"])
_FORCES = frozenset(["forces", "military", "army", "navy", "police", "parliament", "embassy"])
_FORCE_MODIFIERS = frozenset(
    ["security", "armed", "air", "special", "national", "border", "military", "ground", "defence", "defense", "local"]
)
_PEOPLE_HEADS = frozenset(
    ["troops", "soldiers", "officials", "fighters", "diplomats", "officers", "commanders", "lawmakers", "negotiators"]
)
_LONGEST_PREMODIFIER = 5
_LOOK_AHEAD = 6


class Described(NamedTuple):
    """A described actor.

    Attributes:
        first: index of its first token.
        stop: index after its last token.
        type: the type of its mention.
        form: the form of its mention.
        rule: the rule that found it.
    """

    first: int
    stop: int
    type: MentionType
    form: MentionForm
    rule: str


def find_bodies(tokens: Tokens, hits: list[NameHit], *, of: Callable[[GazetteerEntry], bool]) -> list[Described]:
    """Find what follows a country's adjective or name: its government, its forces, its people.

    Arguments:
        tokens: the document's tokens.
        hits: listed names.
        of: tells whether an entry is a country's name or adjective.

    Returns:
        Described actors, the adjective inside.
    """
    found: list[Described] = []
    words, count = tokens.words, len(tokens)
    for hit in hits:
        if not of(hit.entry):
            continue
        stop = hit.stop
        skipped = 0
        while stop < count and _is_blank(tokens, stop) and words[stop] in _FORCE_MODIFIERS and skipped < 3:
            stop += 1
            skipped += 1
        if stop >= count or not _is_blank(tokens, stop):
            continue
        word = words[stop]
        if word in _GOVERNMENTS and not skipped:
            found.append(Described(hit.first, stop + 1, "government", "name", "government-of-country"))
        elif word in _FORCES:
            found.append(Described(hit.first, stop + 1, "organisation", "nominal", "forces-of-country"))
        elif word in _PEOPLE_HEADS:
            found.append(Described(hit.first, stop + 1, "role", "nominal", "people-of-country"))
    return found


def _is_blank(tokens: Tokens, index: int) -> bool:
    """Tell whether only a blank stands before a token, or the stop of an abbreviation ("U.S. troops")."""
    gap = tokens.gaps[index].replace("\n", " ")
    return gap == " " or (gap == ". " and index > 0 and len(tokens.forms[index - 1]) == 1)


def find_roles(tokens: Tokens, lexicon: Lexicon, inside: Callable[[int], int]) -> list[Described]:
    """Find unnamed persons who speak.

    Arguments:
        tokens: the document's tokens.
        lexicon: the word lists.
        inside: gives the first token of the listed or unknown name that ends before a token, or -1.

    Returns:
        Described actors: premodifiers and head, no article.
    """
    heads = lexicon["role_heads"]
    found: list[Described] = []
    for position in [i for i, word in enumerate(tokens.words) if word in heads]:
        if tokens.forms[position].isupper() and len(tokens.forms[position]) > 1:
            continue
        if _is_title(tokens, position) or not _speaks(tokens, position, lexicon):
            continue
        first = _first_premodifier(tokens, position, lexicon, inside)
        if first == position and tokens.words[position] in _SINGULAR_ALONE:
            continue
        found.append(Described(first, position + 1, "role", "nominal", "speaking-role"))
    return found


# Heads that name nobody unless a modifier stands before them.
_SINGULAR_ALONE = frozenset(["secretary", "director", "coordinator", "guard", "source", "chairman"])


def _is_title(tokens: Tokens, position: int) -> bool:
    """Tell whether a name follows: then the word is a title."""
    after = position + 1
    return (
        after < len(tokens)
        and tokens.gaps[after] in (" ", ", ")
        and tokens.forms[after] != tokens.words[after]
        and (tokens.gaps[after] == " " or tokens.words[position - 1 : position] != ("the",))
    )


def _speaks(tokens: Tokens, position: int, lexicon: Lexicon) -> bool:
    words, gaps = tokens.words, tokens.gaps
    verbs, actions = lexicon["speech_verbs"], lexicon["action_verbs"]
    # "officials in Kabul said": a phrase of place or belonging may stand between.
    phrase = False
    for after in range(position + 1, min(position + 1 + _LOOK_AHEAD, len(words))):
        gap = gaps[after].replace("\n", " ")
        word = words[after]
        if gap not in (" ", ", ", "-", "'", ". ", "."):
            break
        if word in verbs and gap == " " and (phrase or after == position + 1 or words[after - 1] != "the"):
            return words[after - 1] not in ("to", "is", "was", "were", "are", "be")
        if word in actions and not phrase and after - position <= 3 and gap == " ":
            return words[after - 1] not in ("to", "is", "was", "were", "are", "be", "been")
        if word in ("in", "of", "from", "at", "on", "with", "who", "for"):
            phrase = True
        elif not phrase and word not in lexicon["auxiliaries"] and word not in lexicon["adverbs"]:
            break
    allowed = lexicon["role_modifiers"] | lexicon["role_modifiers_outside"]
    for before in range(position - 1, max(-1, position - 6), -1):
        word = words[before]
        if word in ("said", "says", "added"):
            return True
        if word == "to" and before and words[before - 1] == "according":
            return True
        if gaps[before + 1] not in (" ", "-", "\n", ".", ". ") or (
            word not in allowed and tokens.forms[before] == word
        ):
            break
    return False


def _first_premodifier(tokens: Tokens, position: int, lexicon: Lexicon, inside: Callable[[int], int]) -> int:
    first = position
    modifiers, outside = lexicon["role_modifiers"], lexicon["role_modifiers_outside"]
    while first > 0 and position - first < _LONGEST_PREMODIFIER and tokens.gaps[first] in (" ", "-", "\n"):
        name = inside(first)
        if name >= 0:
            first = name
            continue
        word = tokens.words[first - 1]
        if word in outside or word not in modifiers:
            break
        first -= 1
    return first
