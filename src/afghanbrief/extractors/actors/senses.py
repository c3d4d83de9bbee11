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
    if before in ("of", "to") and _title_before(tokens, first, lexicon):
        return Sense.GOVERNMENT, "office-of-country"
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
    if _opens_clause(tokens, first) and after_gap == " " and after.isalpha():
        if after in ("is", "was", "were", "are"):
            if capital:
                return Sense.GOVERNMENT, "capital-as-subject"
        elif _is_verb(after, lexicon):
            return Sense.GOVERNMENT, "subject-of-verb"
    if after_gap == ", " and words[stop : stop + 2] in _PARENTHESES:
        return Sense.GOVERNMENT, "subject-of-report"
    if after_gap == ", " and after == "which" and _acts(tokens, stop + 1, lexicon):
        return Sense.GOVERNMENT, "subject-of-relative-clause"
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


_PARENTHESES = frozenset((("he", "said"), ("she", "said"), ("he", "says"), ("she", "says"), ("they", "said")))


def _title_before(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    """Tell whether a title stands before the preposition: "ambassador to Turkey", "prime minister of Cape Verde"."""
    position = first - 2
    if position > 0 and tokens.words[first - 1] == "the":
        position -= 1
    return position >= 0 and tokens.words[position] in lexicon.title_heads


def _opens_clause(tokens: Tokens, first: int) -> bool:
    gap = tokens.gaps[first]
    return (
        not first
        or "." in gap
        or '"' in gap
        or "\n" in gap
        or gap in ("; ", ": ")
        or tokens.words[first - 1] in _CLAUSES
    )


_CLAUSES = frozenset("that but once while because although though when if as whether and".split())


def _is_verb(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word behind a subject reads as a verb: an inflected form that is no common noun of place."""
    return (
        word in lexicon["auxiliaries"]
        or word in lexicon["speech_verbs"]
        or word in lexicon["action_verbs"]
        or (word.endswith("ed") and len(word) > 4)
    )


def agree_in_lists(tokens: Tokens, names: list[tuple[int, int, Sense, str]]) -> list[tuple[int, int, Sense, str]]:
    """Let names that are joined by commas and "and" decide together: one party makes all of them parties.

    Arguments:
        tokens: the document's tokens.
        names: first token, end, sense and rule of each country's and capital's name, in text order.

    Returns:
        The same, with the senses of lists made equal.
    """
    result = list(names)
    begin = 0
    for position in range(1, len(result) + 1):
        if position < len(result) and _is_joined(tokens, result[position - 1][1], result[position][0]):
            continue
        group = result[begin:position]
        if len(group) > 1 and any(sense is Sense.GOVERNMENT for _, _, sense, _ in group):
            if group[-1][2] is Sense.GOVERNMENT or group[0][3] == "party-by-preposition":
                for offset, (first, stop, sense, rule) in enumerate(group):
                    if sense is Sense.PLACE:
                        result[begin + offset] = (first, stop, Sense.GOVERNMENT, "listed-with-party")
        begin = position
    return result


def _is_joined(tokens: Tokens, stop: int, first: int) -> bool:
    if first == stop:
        return tokens.gaps[first] in (", ", "-")
    return first == stop + 1 and tokens.words[stop] == "and" and tokens.gaps[stop] in (" ", ", ")
