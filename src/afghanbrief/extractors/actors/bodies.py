"""Finds the governments and forces of countries: "the Afghan government", "Russia's foreign ministry"."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.described_bodies import Described
from afghanbrief.extractors.actors.function_words import SPACES
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.text.tokens import Tokens

_GOVERNMENTS: Final = frozenset(["government", "administration", "regime", "authorities", "govt"])
_FORCES: Final = frozenset(
    [
        "forces",
        "military",
        "army",
        "navy",
        "police",
        "parliament",
        "embassy",
        "ministry",
        "senate",
        "coastguard",
        "court",
        "judiciary",
    ]
)
_OWN_FORCES: Final = ("army", "military", "navy", "judiciary")
_FORCE_MODIFIERS: Final = frozenset(
    "security armed air special national border military ground defence defense local foreign interior finance health"
    " justice education state civil coalition joint police energy oil trade economy agriculture mines water transport"
    " information culture labour labor industry commerce emergencies home planning".split()
)
# What the word behind a country is, where one of these may follow.
_FOLLOWING: Final = _GOVERNMENTS | _FORCES | _FORCE_MODIFIERS | {"opposition", "s"}
# "Afghan police officials" are officials, not police.
_HEADS_BEHIND_FORCES: Final = frozenset(
    "officials official officers officer chief chiefs spokesman spokeswoman spokesperson commander commanders sources"
    " source intelligence leaders leader base bases post posts headquarters unit units vehicle vehicles convoy convoys"
    " campaign operation operations campaign support aid action training equipment cadets general generals recruits"
    " attack attacks strike strikes checkpoint checkpoints station stations helicopter helicopters camp camps".split()
)


def find_bodies(tokens: Tokens, countries: list[tuple[int, int]], lexicon: Lexicon) -> list[Described]:
    """Find what follows a country's adjective or name: its government, its forces.

    Arguments:
        tokens: the document's tokens.
        countries: first and stop of each name or adjective of a country.
        lexicon: the word lists.

    Returns:
        Described actors, the adjective inside.
    """
    found: list[Described] = []
    words, gaps, count = tokens.words, tokens.gaps, len(tokens)
    for first, stop in countries:
        if first > 1 and words[first - 1 - (words[first - 1] == "the")] == "of":
            start = first - 2 - (words[first - 1] == "the")
            if start >= 0 and words[start] == "government" and gaps[start + 1] == " ":
                found.append(Described(start, stop, "government", "name", "government-of-country"))
                continue
        if stop == count or words[stop] not in _FOLLOWING:
            continue
        possessive = gaps[stop] == "'" and words[stop] == "s"
        position = stop + possessive
        skipped = 0
        while (
            position < count
            and (gaps[position] in SPACES or gaps[position] == ". ")
            and words[position] in _FORCE_MODIFIERS
            and skipped < 3
        ):
            position += 1
            skipped += 1
        if skipped and words[position - 1] in _FORCES and words[position : position + 1] != ("forces",):
            # "the Israeli military said", "Turkish police arrested": what may modify is the head here.
            following = words[position] if position < count and gaps[position] in SPACES else ""
            if following not in _FORCES and following not in _GOVERNMENTS and following not in _HEADS_BEHIND_FORCES:
                position -= 1
                skipped -= 1
        if position >= count or (gaps[position] not in SPACES and (gaps[position] != ". " or position != stop)):
            continue
        if gaps[position] == ". " and (stop - first == 1 or tokens.forms[position] != words[position]):
            continue
        word = words[position]
        if possessive and word != "ministry" and (skipped or word not in _OWN_FORCES):
            continue
        if word in _GOVERNMENTS and not skipped:
            found.append(Described(first, position + 1, "government", "name", "government-of-country"))
        elif word == "opposition" and not possessive and _is_whole(tokens, position, lexicon):
            found.append(Described(first, position + 1, "organisation", "nominal", "opposition-of-country"))
        elif word == "ministry" and not possessive and words[position + 1 : position + 2] in (("of",), ("for",)):
            # "the Afghan Ministry of Mines": a name of its own.
            continue
        elif word in _FORCES and not _is_of_title(tokens, position, lexicon):
            found.append(Described(first, position + 1, "organisation", "nominal", "forces-of-country"))
    return found


def _is_of_title(tokens: Tokens, position: int, lexicon: Lexicon) -> bool:
    """Tell whether a body's noun begins an office: "Mali's military ruler", "the Iraqi army spokesman"."""
    after = position + 1
    if after >= len(tokens) or tokens.gaps[after] not in SPACES:
        return False
    kind = lexicon.classes.get(tokens.words[after], 0)
    return tokens.words[after] == "officials" or bool(kind & lx.TITLE_END and not kind & (lx.ACTION | lx.SPEECH))


def _is_whole(tokens: Tokens, position: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun ends its phrase: no other noun follows that it would modify."""
    after = position + 1
    if after >= len(tokens) or tokens.gaps[after] not in SPACES:
        return True
    word = tokens.words[after]
    verbal = lexicon.classes.get(word, 0) & (lx.AUXILIARY | lx.SPEECH | lx.ACTION)
    return bool(verbal) or word in lexicon["pronouns"]
