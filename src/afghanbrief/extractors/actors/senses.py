"""Tells whether the name of a country or capital stands for its government or for the place."""

from __future__ import annotations

from enum import Enum

from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.text.tokens import Tokens

_LOOK_AHEAD = 4


class Sense(Enum):
    """What a country's or capital's name stands for; ``MODIFIER`` is no mention ("U.S. campaign")."""

    GOVERNMENT = "government"
    PLACE = "place"
    MODIFIER = "modifier"


def judge_sense(tokens: Tokens, first: int, stop: int, lexicon: Lexicon, *, capital: bool) -> tuple[Sense, str]:
    """Judge one name by its clause.

    Arguments:
        tokens: the document's tokens.
        first: index of the name's first token.
        stop: index after its last token.
        lexicon: the word lists.
        capital: whether it is a capital's name.

    Returns:
        The sense, and the name of the rule that decided.
    """
    words, gaps = tokens.words, tokens.gaps
    before = words[first - 1] if first and gaps[first] in (" ", "\n") else ""
    if before == "the" and first > 1:
        before = words[first - 2]
    after_gap = gaps[stop].replace("\n", " ")
    after = words[stop] if stop < len(words) else ""
    if after_gap.startswith("'") and after == "s" and stop + 1 < len(words):
        noun = words[stop + 1]
        if noun in lexicon["government_nouns"]:
            return Sense.GOVERNMENT, "possessive-before-office"
        return Sense.PLACE, "possessive-before-land"
    if before in lexicon["place_prepositions"]:
        return Sense.PLACE, "place-by-preposition"
    if _acts(tokens, stop, lexicon):
        return Sense.GOVERNMENT, "subject-of-act"
    if before in lexicon["actor_prepositions"]:
        if before == "between" or before == "and" or not capital:
            if before != "and" or _is_party(tokens, first, lexicon):
                return Sense.GOVERNMENT, "party-by-preposition"
        elif before in ("with", "by", "against", "urged", "accused", "told", "asked", "prodded", "blamed"):
            return Sense.GOVERNMENT, "party-by-preposition"
    if after_gap == " " and after.isalpha() and _is_noun(after, lexicon):
        return Sense.MODIFIER, "modifier-of-noun"
    return Sense.PLACE, "place-by-default"


def _acts(tokens: Tokens, stop: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb of saying or acting follows, behind auxiliaries, adverbs or "and X"."""
    words, gaps = tokens.words, tokens.gaps
    auxiliary = ""
    for position in range(stop, min(stop + _LOOK_AHEAD, len(words))):
        if gaps[position].replace("\n", " ") not in (" ", ", "):
            return False
        word = words[position]
        if word in lexicon["speech_verbs"] or word in lexicon["action_verbs"]:
            return auxiliary not in ("is", "are", "was", "were")
        if word in lexicon["auxiliaries"]:
            auxiliary = word
        elif word == "and" and position == stop and tokens.forms[stop + 1 : stop + 2] != words[stop + 1 : stop + 2]:
            continue
        elif word not in lexicon["adverbs"] and not (position == stop + 1 and words[stop] == "and"):
            return auxiliary in ("has", "had", "have", "will", "would")
    return auxiliary in ("has", "had", "have", "will", "would")


def _is_party(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    """Tell whether "X and Y" are parties: a preposition of parties stands before X."""
    for position in range(first - 2, max(-1, first - 7), -1):
        word = tokens.words[position]
        if word in ("between", "with", "against"):
            return True
        if word in lexicon["place_prepositions"]:
            return False
    return False


def _is_noun(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a lower-case word behind a name may be the noun that it modifies: no function word, no verb."""
    return not (
        word in lexicon["common_words"]
        or word in lexicon["auxiliaries"]
        or word in lexicon["adverbs"]
        or word.endswith(("ing", "ed", "ly"))
    )
