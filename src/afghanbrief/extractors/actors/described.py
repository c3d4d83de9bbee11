"""Finds described actors: governments and forces of a country, officials, fighters and residents who act or speak."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.kinds.actors import MentionForm, MentionType
from afghanbrief.text.tokens import Tokens

_GOVERNMENTS = frozenset(["government", "administration", "regime", "authorities", "govt"])
_FORCES = frozenset(["forces", "military", "army", "navy", "police", "parliament", "embassy", "ministry", "senate", "coastguard"])
_FORCE_MODIFIERS = frozenset(
    "security armed air special national border military ground defence defense local foreign interior finance health"
    " justice education state civil coalition joint police".split()
)
_LONGEST_PREMODIFIER = 5
_LOOK_AHEAD = 7
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "to"))
_PHRASE = frozenset(("in", "of", "from", "at", "on", "with", "who", "for"))
# Heads that name nobody unless a modifier stands before them.
_SINGULAR_ALONE = frozenset(["secretary", "director", "coordinator", "guard", "source", "chairman", "leader", "leaders", "head"])
_SPACES = (" ", "\n", "\r\n")


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


def find_bodies(tokens: Tokens, countries: list[tuple[int, int]]) -> list[Described]:
    """Find what follows a country's adjective or name: its government, its forces.

    Arguments:
        tokens: the document's tokens.
        countries: first and stop of each name or adjective of a country.

    Returns:
        Described actors, the adjective inside.
    """
    found: list[Described] = []
    words, gaps, count = tokens.words, tokens.gaps, len(tokens)
    for first, stop in countries:
        possessive = gaps[stop] == "'" and stop < count and words[stop] == "s"
        position = stop + possessive
        skipped = 0
        while position < count and gaps[position] in _SPACES and words[position] in _FORCE_MODIFIERS and skipped < 3:
            position += 1
            skipped += 1
        if position >= count or gaps[position] not in _SPACES:
            continue
        word = words[position]
        if possessive and word != "ministry":
            continue
        if word in _GOVERNMENTS and not skipped:
            found.append(Described(first, position + 1, "government", "name", "government-of-country"))
        elif word in _FORCES and words[position + 1 : position + 2] not in (("chief",), ("spokesman",), ("officials",)):
            found.append(Described(first, position + 1, "organisation", "nominal", "forces-of-country"))
    return found


def find_roles(tokens: Tokens, lexicon: Lexicon, starts: Mapping[int, int]) -> list[Described]:
    """Find unnamed persons who act or speak.

    Arguments:
        tokens: the document's tokens.
        lexicon: the word lists.
        starts: first token of each name by the index after its last one.

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
        first = _first_premodifier(tokens, position, lexicon, starts)
        if first == position and tokens.words[position] in _SINGULAR_ALONE:
            continue
        found.append(Described(first, position + 1, "role", "nominal", "acting-role"))
    return found


def _is_title(tokens: Tokens, position: int) -> bool:
    """Tell whether a name follows: then the word is a title."""
    after = position + 1
    return (
        after < len(tokens)
        and tokens.gaps[after] in (" ", ", ", "\n")
        and tokens.forms[after] != tokens.words[after]
        and (tokens.gaps[after] != ", " or tokens.words[position - 1 : position] != ("the",))
    )


def _speaks(tokens: Tokens, position: int, lexicon: Lexicon) -> bool:
    words, gaps, classes = tokens.words, tokens.gaps, lexicon.classes
    # "officials in Kabul said": a phrase of place or belonging may stand between.
    phrase = False
    auxiliary = ""
    for after in range(position + 1, min(position + 1 + _LOOK_AHEAD, len(words))):
        gap = gaps[after]
        word = words[after]
        if gap not in (" ", "\n", ", ", "-", "'", ". ", "."):
            break
        if gap == "'" and word == "s":
            break
        kind = classes.get(word, 0)
        if kind & lx.SPEECH and gap != "-":
            return auxiliary not in _BE and words[after - 1] not in ("the", "a", "to")
        if kind & lx.ACTION and not phrase and gap in _SPACES:
            return auxiliary not in _BE or word.endswith("ing")
        if word in _PHRASE:
            phrase = True
        elif kind & lx.AUXILIARY:
            if not phrase:
                auxiliary = word
        elif not phrase and not kind & lx.ADVERB:
            break
    for before in range(position - 1, max(-1, position - 6), -1):
        word = words[before]
        if word in ("said", "says", "added") and before < position - 1 and gaps[before + 1] in _SPACES:
            return True
        if word == "to" and before and words[before - 1] == "according":
            return True
        if gaps[before + 1] not in (" ", "-", "\n", ".", ". "):
            break
    return False


def _first_premodifier(tokens: Tokens, position: int, lexicon: Lexicon, starts: Mapping[int, int]) -> int:
    first = position
    modifiers, outside = lexicon["role_modifiers"], lexicon["role_modifiers_outside"]
    while first > 0 and position - first < _LONGEST_PREMODIFIER and tokens.gaps[first] in (" ", "-", "\n", ". "):
        name = starts.get(first, -1)
        if name >= 0 and name < first:
            first = name
            continue
        word = tokens.words[first - 1]
        if word in outside or word not in modifiers or tokens.gaps[first] == ". ":
            break
        first -= 1
    return first
