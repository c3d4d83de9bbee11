"""Finds the noun phrase that ends before a word, by its bounds, back over "of" and "in" phrases."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.statistics import grammar as g
from afghanbrief.extractors.statistics.noun_phrases import LONGEST, Classes, Phrase, is_adverb, is_participle, joined
from afghanbrief.text.tokens import Tokens

_JUMPS: Final = 4
# "The appeal for $2 billion was": a sum behind a noun is stepped over like a bare number.
_SUMS: Final = frozenset((" $", " \u20ac", " \u00a3"))
# Prepositions whose two objects are no two subjects: "trade between A and B fell".
_TAKING_LISTS: Final = ("of", "between")
# Nouns that behind a plural are verbs with a clause.
_HOLDING: Final = frozenset("estimate forecast claim fear hope project report reckon".split())
_TRIMMED: Final = frozenset("last this next ago first second".split())


def phrase_until(tokens: Tokens, stop: int, low: int, classes: Classes) -> Phrase | None:
    """Read the noun phrase that ends before a word, back over its "of" and "in" phrases to its own head.

    Arguments:
        tokens: the document's tokens.
        stop: index of the word after the phrase.
        low: index that the phrase does not begin before.
        classes: the word classes.

    Returns:
        Its head and what stands before it ("*price* of bread"; of "number of deaths", the deaths), or ``None``.
    """
    words = tokens.words
    end = stop
    nearest: Phrase | None = None
    numbered: Phrase | None = None
    for _ in range(_JUMPS):
        if end - 2 > low and is_nominal_participle(tokens, end - 1, classes):
            first = end - 1
        else:
            end = _trimmed(tokens, end, low, classes)
            first = _phrase_start(tokens, end, low, classes)
        if first == end:
            if end > low and words[end - 1] in ("those", "that") and nearest is not None:
                return Phrase(end - 1, end)
            return nearest
        phrase = Phrase(first, end)
        if numbered is not None and classes.get(words[end - 1], 0) & g.NUMBERING:
            return numbered
        numbered = None
        left = _past_determiners(tokens, first, low, classes)
        if left < low or not joined(tokens, left + 1):
            return phrase
        kind = classes.get(words[left], 0)
        if kind & g.CONJUNCTION:
            conjunct = _phrase_start(tokens, left, low, classes) if joined(tokens, left) else left
            left = _past_determiners(tokens, conjunct, low, classes)
            if conjunct <= left + 3 and left >= low and joined(tokens, left + 1):
                kind = classes.get(words[left], 0)
                if not kind & g.PREPOSITION or words[left] not in _TAKING_LISTS:
                    return phrase
            else:
                return phrase
        if not kind & g.PREPOSITION or left == low:
            return phrase
        if kind & g.CLAUSE and (not joined(tokens, left) or _has_verb(tokens, low, left, classes)):
            # "Arrests since the coup have", but "it cut its forecast after the cost had"
            return phrase
        if words[left] == "of":
            if words[left - 1] == "out":
                return phrase
            numbered = phrase
        nearest = nearest or phrase
        if not joined(tokens, left):
            return nearest
        end = left
    return nearest


def _has_verb(tokens: Tokens, low: int, stop: int, classes: Classes) -> bool:
    """Tell whether a verb stands between *low* and *stop* in the same sentence."""
    for index in range(stop - 1, low - 1, -1):
        if classes.get(tokens.words[index], 0) & _VERBAL:
            return True
        if ". " in tokens.gaps[index] or "\n\n" in tokens.gaps[index]:
            return False
    return False


_VERBAL: Final = g.VERB | g.LEVEL | g.CHANGE | g.AUXILIARY | g.TRANSITIVE | g.LINKING


def noun_before(tokens: Tokens, stop: int, classes: Classes) -> Phrase | None:
    """Read the noun phrase right before a word, without stepping back over prepositions.

    Arguments:
        tokens: the document's tokens.
        stop: index of the word after the phrase.
        classes: the word classes.
    """
    first = _phrase_start(tokens, stop, max(0, stop - LONGEST), classes)
    if first == stop:
        return None
    head = tokens.words[stop - 1]
    kind = classes.get(head, 0)
    if kind & (g.ADVERB | g.MODIFIER) and not kind & (g.RATING_NOUN | g.NUMBERING | g.TOLL | g.PLURAL):
        return None
    if kind & g.VERB or (is_participle(head, kind) and not kind & g.PLURAL):
        # "on this stretch", but "people stretch".
        determined = first and stop - first == 1 and classes.get(tokens.words[first - 1], 0) & g.DETERMINER
        return Phrase(first, stop) if determined else None
    return Phrase(first, stop)


def is_oblique(tokens: Tokens, phrase: Phrase, classes: Classes) -> bool:
    """Tell whether a preposition stands before a phrase.

    Arguments:
        tokens: the document's tokens.
        phrase: the phrase.
        classes: the word classes.
    """
    left = _past_determiners(tokens, phrase.first, 0, classes)
    return left >= 0 and joined(tokens, left + 1) and classes.get(tokens.words[left], 0) & g.PREPOSITION != 0


def is_nominal_participle(tokens: Tokens, index: int, classes: Classes) -> bool:
    """Tell whether a participle stands for those to whom it was done: "the number of *displaced*", "of *missing*".

    Arguments:
        tokens: the document's tokens.
        index: index of the participle.
        classes: the word classes.
    """
    words = tokens.words
    if index < 2 or words[index - 1] != "of" or not (joined(tokens, index) and joined(tokens, index - 1)):
        return False
    kind = classes.get(words[index], 0)
    if not (kind & g.CASUALTY or words[index] == "missing" or is_participle(words[index], kind)):
        return False
    return classes.get(words[index - 2], 0) & g.NUMBERING != 0


def _trimmed(tokens: Tokens, end: int, low: int, classes: Classes) -> int:
    """Step back over adverbs, dates, participles and loose prepositions behind a noun."""
    words, forms = tokens.words, tokens.forms
    dated = False
    while end > low:
        word = words[end - 1]
        kind = classes.get(word, 0)
        if dated and kind & (g.DETERMINER | g.CONJUNCTION):
            pass
        elif word[0].isdigit():
            named = end - 2 >= low and forms[end - 2][0].isupper() and joined(tokens, end - 1)
            if named and not classes.get(words[end - 2], 0) & (g.TIME | g.FUNCTION):
                return end
        elif kind & (g.PREPOSITION | g.ADVERB | g.TIME | g.NUMBER) or word in _TRIMMED or forms[end - 1] == "May":
            pass
        elif kind & g.NO_PARTICIPLE or not (
            is_adverb(word, kind) or (is_participle(word, kind) and not kind & g.PLURAL)
        ):
            return end
        elif word.endswith("ing") and (
            end - 2 < low
            or not joined(tokens, end - 1)
            or classes.get(words[end - 2], 0) & (g.FUNCTION | g.CONJUNCTION)
        ):
            # A gerund that begins its clause is its subject: "Smuggling fell".
            return end
        dated = dated or word[0].isdigit() or kind & (g.TIME | g.NUMBER) != 0
        end -= 1
        if end > low and not joined(tokens, end) and tokens.gaps[end] not in _SUMS:
            return end
    return end


def _phrase_start(tokens: Tokens, end: int, low: int, classes: Classes) -> int:
    """Give the index of the first word of the run of modifiers and head before *end*."""
    words, forms = tokens.words, tokens.forms
    first = end
    while first > low and end - first < LONGEST:
        if first < end and not joined(tokens, first):
            break
        word = words[first - 1]
        kind = classes.get(word, 0)
        if kind & (g.FUNCTION | g.CONJUNCTION | g.NUMBER) and not (first < end and tokens.gaps[first] == "-"):
            break
        if first < end and (
            kind & g.VERB or (is_participle(word, kind) and _is_finite(tokens, first - 1, low, classes))
        ):
            break
        if word in _HOLDING and first < end and first - 2 >= low and words[first - 2][-1] == "s":
            # "Officials estimate *forests* have shrunk"
            break
        if word[0].isdigit():
            if not (
                first < end
                and (
                    tokens.gaps[first] in ("-", "/")
                    or (first - 2 >= low and forms[first - 2][0].isupper() and joined(tokens, first - 1))
                )
            ) and not (first == end and first - 2 >= low and forms[first - 2][0].isupper()):
                break
        elif word == "s" and tokens.gaps[first - 1] == "'":
            break
        elif first < end and kind & (g.ADVERB | g.TIME) and not kind & g.MODIFIER and tokens.gaps[first] != "-":
            break
        first -= 1
    return first


def _past_determiners(tokens: Tokens, first: int, low: int, classes: Classes) -> int:
    """Give the index of the word before a phrase's determiners and possessor."""
    words = tokens.words
    left = first - 1
    if left > low and words[left] == "s" and tokens.gaps[left] == "'":
        left -= 1
        while left >= low and not classes.get(words[left], 0) & (g.FUNCTION | g.VERB | g.CONJUNCTION):
            if not joined(tokens, left):
                return left - 1
            left -= 1
    while left >= low and joined(tokens, left + 1):
        kind = classes.get(words[left], 0)
        dated = kind & g.TIME and left > low and words[left - 1] == "for"
        # "Brent crude for March delivery"
        if words[left] == "per" or not (dated or kind & (g.DETERMINER | g.NUMBER) or words[left][0].isdigit()):
            break
        left -= 1
    return left


def _is_finite(tokens: Tokens, index: int, low: int, classes: Classes) -> bool:
    """Tell whether a participle before a noun is a verb with a subject: "the club *entered* the game"."""
    if index - 1 < low or not joined(tokens, index) or tokens.gaps[index + 1] == "-":
        return False
    before = tokens.words[index - 1]
    return not (classes.get(before, 0) & (g.FUNCTION | g.ADVERB | g.MODIFIER | g.CONJUNCTION) or is_adverb(before, 0))
