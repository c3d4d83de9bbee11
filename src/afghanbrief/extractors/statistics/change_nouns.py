"""Reads what changes beside a noun of change: "a rise in *exports*", "a *price* increase", "..., a drop of"."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.statistics import grammar as g
from afghanbrief.extractors.statistics.counting import Counted
from afghanbrief.extractors.statistics.noun_phrases import Classes, Phrase, is_plural, phrase_from
from afghanbrief.extractors.statistics.wholes import past_numbers
from afghanbrief.text.tokens import Tokens


def is_apposed(tokens: Tokens, index: int, classes: Classes) -> bool:
    """Tell whether a noun of change stands behind what changed: "..., *a drop* of", "that was *a rise* of"."""
    words = tokens.words
    position = index - 1
    while position >= 0 and tokens.gaps[position + 1] == " ":
        kind = classes.get(words[position], 0)
        if not kind & (g.DETERMINER | g.MODIFIER) and (kind or position < index - 2):
            return kind & g.LINKING != 0 or words[position] in _APPOSING
        position -= 1
    return position >= 0 and ". " not in tokens.gaps[position + 1] and "\n" not in tokens.gaps[position + 1]


def follows_pronoun(tokens: Tokens, index: int, classes: Classes) -> bool:
    """Tell whether "this represents a" stands before word *index*: what changed was told of before."""
    words = tokens.words
    position = index - 1
    while position > 0 and tokens.gaps[position + 1] == " ":
        kind = classes.get(words[position], 0)
        if not kind & (g.DETERMINER | g.MODIFIER):
            said = kind & g.LINKING != 0 or words[position] in _APPOSING
            return said and words[position - 1] in ("this", "that", "it") and words[position] != "or"
        position -= 1
    return False


_APPOSING: Final = frozenset(
    "or which represents represented representing marks marked marking meant means meaning".split()
)


def changed_behind(tokens: Tokens, phrase: Phrase, classes: Classes) -> Counted | None:
    """Read what changes: behind "in", "of" or "for" after a noun of change, or the noun compounded with it."""
    words = tokens.words
    if phrase.stop + 1 < len(words) and tokens.gaps[phrase.stop] == " " and words[phrase.stop] in ("in", "of", "for"):
        start = past_numbers(tokens, phrase.stop + 1, classes)
        kind = classes.get(words[start], 0) if 0 <= start < len(words) else g.TIME
        if not kind & g.TIME:
            found = phrase_from(tokens, start, classes, singular=True)
            if found is not None and not (
                classes.get(words[found.stop - 1], 0) & g.TIME or _is_place(tokens, phrase.stop, found, classes)
            ):
                return Counted(found)
    before = phrase.stop - 2
    if before >= phrase.first:
        word = words[before]
        if not classes.get(word, 0) & g.MODIFIER and not word.endswith(("al", "ic", "ive", "ous", "ful", "arp", "ep")):
            return Counted(Phrase(phrase.first, phrase.stop - 1))
    return None


def _is_place(tokens: Tokens, preposition: int, phrase: Phrase, classes: Classes) -> bool:
    """Tell whether "a rise in *Kabul*" names where, not what: a lone name in the singular behind "in"."""
    if tokens.words[preposition] != "in" or phrase.stop - phrase.first > 1 or phrase.first != preposition + 1:
        return False
    word = tokens.words[phrase.first]
    return tokens.forms[phrase.first] != word and not is_plural(word, classes.get(word, 0))
