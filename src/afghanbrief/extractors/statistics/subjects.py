"""Finds the verb of level or change that a figure completes, and the subject or object that it measures."""

from __future__ import annotations

from typing import Final

import attrs

from afghanbrief.extractors.statistics import grammar as g
from afghanbrief.extractors.statistics.noun_phrases import (
    Classes,
    Phrase,
    is_adverb,
    is_participle,
    is_plural,
    joined,
    phrase_from,
)
from afghanbrief.extractors.statistics.phrases_before import is_nominal_participle, noun_before, phrase_until
from afghanbrief.text.tokens import Tokens

_GOVERNOR_WINDOW: Final = 12
_SUBJECT_WINDOW: Final = 24
_INTERRUPTION: Final = 14
# Words of a figure with its unit.
_FIGURE_SIZE: Final = 3
_SIGNS: Final = "$\u20ac\u00a3\u00a5%~- \n'\""
_TOWARDS: Final = frozenset(("by", "to", "from", "at", "between"))
_INTO: Final = g.PREPOSITION | g.ADVERB | g.TIME
_FILLER: Final = _INTO | g.NUMBER | g.DETERMINER | g.MODIFIER | g.MEASURING
_HELPING: Final = g.LINKING | g.AUXILIARY
_GOVERNING: Final = g.LEVEL | g.CHANGE | g.TRANSITIVE | g.LINKING


@attrs.define(eq=False, weakref_slot=False)
class Measured:
    """What a verb measures.

    Attributes:
        phrase: the noun phrase, or ``None``.
        again: whether it is what was counted before: the subject is a pronoun or left out.
    """

    phrase: Phrase | None
    again: bool = False


_AGAIN: Final = Measured(None, True)


def measured_by_verb(
    tokens: Tokens, index: int, classes: Classes, *, money: bool = False, loose: bool = False, relative: bool = False
) -> Measured | None:
    """Find what the verb before a figure measures: "*wages* rose by 5%", "cut *wages* by 5%", "*wages* are at $5".

    Arguments:
        tokens: the document's tokens.
        index: index of the figure's first token, bound words included.
        classes: the word classes.
        money: whether the figure is a sum or a count, which a person may gain or lose without being measured.
        loose: whether any verb right before the figure will do.
        relative: whether the figure is a share or a number of points, which may follow an object: "cut *rates* 5%".

    Returns:
        The subject, or the object of a verb that moves it; ``None`` if no such verb is near.
    """
    words, gaps = tokens.words, tokens.gaps
    position = index - 1
    low = max(0, index - _GOVERNOR_WINDOW)
    if gaps[index] == ", " and words[max(0, index - 2) : index] == ("on", "average") and ", " in gaps[index - 2]:
        position = index - 3
        if position < 0 or not classes.get(words[position], 0) & _GOVERNING:
            return None
        return subject_of(tokens, position, classes)
    if words[position] == "by" and position > low and gaps[position] == ", " and words[position - 1][-2:] == "ly":
        # "*Prices* rose sharply, by 31 percent".
        verb = position - 2
        return subject_of(tokens, verb, classes) if classes.get(words[verb], 0) & g.CHANGE else None
    if words[position] == "to" and position > low and gaps[position] == ", " and gaps[index].strip(_SIGNS) == "":
        # "Exports more than halved, to $410 million".
        position -= 1
        kind = classes.get(words[position], 0)
        return subject_of(tokens, position, classes) if kind & g.CHANGE or words[position] == "halved" else None
    between = False
    while position >= low:
        gap = gaps[position + 1]
        if gap != " " and gap.strip(_SIGNS) and not (gap == ", " and position + 2 < index and _lists(tokens, position)):
            return None
        word = words[position]
        kind = classes.get(word, 0)
        moved = relative and position == index - 1 and word[-1] == "s" and gap == " "
        if moved and position and classes.get(words[position - 1], 0) & g.TRANSITIVE:
            # "Cut *rates* 25 basis points": a plural that may be a verb, too.
            return Measured(Phrase(position, index))
        if kind & _GOVERNING and (gaps[position] == "-" or _is_noun(tokens, position, kind, classes)):
            between = True
            position -= 1
            continue
        if kind & _GOVERNING:
            if kind & g.LINKING:
                # "Was second with 24%" tells what it has, not what it is.
                return None if between or words[index - 1] == "with" else subject_of(tokens, position, classes)
            if word.startswith("cost"):
                # "cost *buyers* $5": whom it costs is not what costs.
                return subject_of(tokens, position, classes)
            if between or (kind & g.TRANSITIVE and not kind & (g.LEVEL | g.CHANGE)):
                if not classes.get(words[position + 1], 0) & _INTO:
                    return _object(tokens, position, index, kind, classes, relative=relative and not kind & g.TRANSFER)
                if not kind & (g.LEVEL | g.CHANGE) and not _is_passive(tokens, position, classes):
                    return None
            if money and kind & g.TRANSFER and (between or words[index - 1] not in _TOWARDS):
                return None
            return subject_of(tokens, position, classes)
        if kind & _FILLER or word[0].isdigit() or is_adverb(word, kind):
            pass
        elif kind & g.PRONOUN and position and words[position - 1].startswith("cost"):
            pass
        elif kind & g.RELATIVE and _is_within_number(tokens, position, low, classes):
            between = True
        elif word == "and" and position > low and position + 2 < index and _lists(tokens, position - 1, 2):
            between = True
        elif kind & (g.FUNCTION | g.CONJUNCTION):
            return _gapped_object(tokens, position, index, classes) if between and word == "and" else None
        elif (
            position and is_participle(word, kind) and classes.get(words[position - 1], 0) & (g.DETERMINER | g.MODIFIER)
        ) or is_nominal_participle(tokens, position, classes):
            between = True
        elif kind & g.VERB or is_participle(word, kind):
            if _is_within_number(tokens, position, low, classes):
                between = True
                position -= 1
                continue
            if money and word in _MAKING and words[position + 1] == "up" and not between:
                return subject_of(tokens, position, classes)
            passive = words[index - 1] in ("by", "at") and _is_passive(tokens, position, classes)
            return subject_of(tokens, position, classes) if (loose or passive) and not between else None
        else:
            if loose and not between and position and classes.get(words[position - 1], 0) & g.AUXILIARY:
                return subject_of(tokens, position, classes)
            between = True
        position -= 1
    return None


def _lists(tokens: Tokens, index: int, step: int = 1) -> bool:
    """Tell whether names stand on both sides of a comma or an "and": "the loss in *Kunar, Ghor* and Logar"."""
    forms, words = tokens.forms, tokens.words
    return forms[index] != words[index] and forms[index + step] != words[index + step]


def _is_noun(tokens: Tokens, index: int, kind: int, classes: Classes) -> bool:
    """Tell whether a word that may be a verb is a noun here: "a *rise* of", "the *cost*"."""
    words = tokens.words
    if kind & g.LINKING:
        return False
    if index + 1 < len(words) and words[index + 1] == "of":
        return True
    if not kind & (g.CHANGE_NOUN | g.NUMBERING | g.RATING_NOUN) and words[index] not in _NOUN_TOO:
        return False
    if index + 1 < len(words) and classes.get(words[index + 1], 0) & g.DETERMINER:
        return False
    if not index or tokens.gaps[index] != " ":
        return False
    before = classes.get(words[index - 1], 0)
    if before & (g.DETERMINER | g.MODIFIER):
        return words[index - 1] not in ("this", "that", "all")
    if before & (g.FUNCTION | g.ADVERB) or is_plural(words[index - 1], before) or words[index][-1] == "s":
        return False
    # "the driving range", but "the prices range" and "the bridge cost".
    return words[index] != "cost" and index > 1 and bool(classes.get(words[index - 2], 0) & g.DETERMINER)


# "Exports made up $87 million of this".
_MAKING: Final = frozenset(("made", "make", "makes"))
_APPOSED: Final = frozenset("worth valued priced estimated reckoned put set rated".split())
_NOUN_TOO: Final = frozenset(("range", "score", "measure", "cost"))


def _is_within_number(tokens: Tokens, index: int, low: int, classes: Classes) -> bool:
    """Tell whether a verb belongs to those who are numbered: "put the number of *children* killed in May at 155"."""
    words, gaps = tokens.words, tokens.gaps
    for position in range(index - 1, low, -1):
        if gaps[position + 1] != " " or classes.get(words[position], 0) & g.TRANSITIVE:
            return False
        if words[position] == "of":
            return gaps[position] == " " and classes.get(words[position - 1], 0) & g.NUMBERING != 0
    return False


def _is_passive(tokens: Tokens, index: int, classes: Classes) -> bool:
    if index > 0 and tokens.gaps[index] == ", " and tokens.words[index] in _APPOSED:
        # "The cost, put by the ministry at $6 million".
        return True
    return index > 0 and bool(classes.get(tokens.words[index - 1], 0) & (g.LINKING | g.ADVERB))


def _object(tokens: Tokens, verb: int, stop: int, kind: int, classes: Classes, *, relative: bool) -> Measured | None:
    """Read the object of a verb: "put *the number of deaths* at", "cut *rates* by", "cut *rates* 5%"."""
    if not kind & g.TRANSITIVE:
        return None
    return _measured_between(tokens, verb + 1, stop, classes, bare=relative)


def _gapped_object(tokens: Tokens, conjunction: int, stop: int, classes: Classes) -> Measured | None:
    """Read the second object of a verb that is not said again: "put the toll at 30 and *the damage* at $2m"."""
    words = tokens.words
    if "at" not in (words[stop], words[stop - 1]) or not classes.get(words[conjunction + 1], 0) & g.DETERMINER:
        return None
    for word in words[max(0, conjunction - _FIGURE_SIZE) : conjunction]:
        if word[0].isdigit() or classes.get(word, 0) & g.NUMBER:
            return _measured_between(tokens, conjunction + 1, stop, classes)
    return None


def _measured_between(
    tokens: Tokens, begin: int, stop: int, classes: Classes, *, bare: bool = False
) -> Measured | None:
    """Read the object that stands between a verb and the preposition of its figure."""
    words = tokens.words
    first = begin
    if words[stop - 1] not in _TOWARDS:
        # "At more than" is a bound as a whole.
        if words[stop] in _TOWARDS:
            stop += 1
        elif not bare:
            return None
        else:
            # "Cut its dividend 20 percent"
            phrase = noun_before(tokens, stop, classes)
            return None if phrase is None or phrase.first < first else Measured(phrase)
    for _ in range(3):
        while begin < stop and classes.get(words[begin], 0) & g.DETERMINER:
            begin += 1
        phrase = phrase_from(tokens, begin, classes, singular=True) if begin < stop else None
        if phrase is None and first < begin < stop and classes.get(words[begin], 0) & g.VERB:
            # Behind a determiner what may be a verb is a noun: "put the *cost* at".
            phrase = Phrase(begin, begin + 1)
        if phrase is None and begin > first + 1 and begin + 2 == stop and is_nominal_participle(tokens, begin, classes):
            # "put the number of *wounded* at"
            phrase = Phrase(begin, begin + 1)
        if phrase is None or phrase.stop >= stop:
            return None
        head = classes.get(words[phrase.stop - 1], 0)
        if head & (g.NUMBERING | g.CHANGE_NOUN) and words[phrase.stop] in ("of", "in"):
            begin = phrase.stop + 1
            continue
        return Measured(phrase)
    return None


def subject_of(tokens: Tokens, verb: int, classes: Classes) -> Measured | None:
    """Find the subject of a verb, over auxiliaries, relative pronouns and one interruption between commas.

    Arguments:
        tokens: the document's tokens.
        verb: index of the verb.
        classes: the word classes.

    Returns:
        The subject's head phrase, or that it is what was counted before, or ``None``.
    """
    words, gaps = tokens.words, tokens.gaps
    low = max(0, verb - _SUBJECT_WINDOW)
    left = verb - 1
    while left >= low and gaps[left + 1] in (" ", "\n", "-"):
        word = words[left]
        kind = classes.get(word, 0)
        if tokens.forms[left] == "May" or not (
            kind & (g.AUXILIARY | g.ADVERB)
            or word in ("to", "once")
            or (word == "used" and words[left + 1] == "to")
            or is_adverb(word, kind)
            or (
                left > low
                and (is_participle(word, kind) or words[left + 1] == "to")
                and classes.get(words[left - 1], 0) & _HELPING
            )
        ):
            break
        left -= 1
    if left < low:
        return None
    infinite = words[left + 1] == "to" or (left + 1 == verb and words[verb].endswith("ing"))
    gap = gaps[left + 1]
    if words[left + 1] == "having":
        return _AGAIN
    if "," in gap or ")" in gap:
        apposed = words[verb] in _APPOSED
        if infinite or apposed:
            kind = classes.get(words[verb], 0)
            if (apposed or (kind & g.LEVEL and not kind & g.CHANGE)) and "," in gap:
                # "claims, ranging from": a participle of level belongs to the noun before it.
                worth = words[verb] == "worth"
                # "*Exports* of pine nuts, worth some $700 million"
                reach = phrase_until(tokens, left + 1, low, classes) if worth else None
                nearest = reach or noun_before(tokens, left + 1, classes)
                if nearest is None and classes.get(words[left], 0) & g.CASUALTY:
                    # "The number of *displaced*, now estimated at 12,000".
                    nearest = Phrase(left, left + 1)
                return _AGAIN if nearest is None else Measured(nearest)
            return _AGAIN
        left = _before_interruption(tokens, left, low, "(" if ")" in gap else ",")
        if left < low:
            return None
    elif gap not in (" ", "\n", "-"):
        return None
    word = words[left]
    kind = classes.get(word, 0)
    if kind & g.RELATIVE and left > low and word != "that":
        nearest = noun_before(tokens, left, classes)
        if nearest is not None and nearest.first and words[nearest.first - 1] != "per":
            head = words[nearest.stop - 1]
            # The number of the verb tells which noun it goes with: "incidents on this stretch, which is".
            if words[left + 1] in ("are", "were", "have") and is_plural(head, classes.get(head, 0)):
                return Measured(nearest)
            if words[left + 1] in ("is", "was", "has") and not is_plural(head, classes.get(head, 0)):
                return Measured(nearest)
        left -= 1
    elif word == "that" and left > low and not classes.get(words[left - 1], 0) & (g.VERB | g.FUNCTION):
        left -= 1
    elif (kind & g.NUMBER and infinite) or (word[0].isdigit() and gap != " "):
        return _AGAIN
    elif kind & g.PRONOUN and left - 1 > low and classes.get(words[left - 1], 0) & g.PREPOSITION:
        left -= 2
    elif kind & (g.PRONOUN | g.CONJUNCTION | g.CLAUSE | g.PREPOSITION | g.RELATIVE):
        return _AGAIN
    phrase = phrase_until(tokens, left + 1, low, classes)
    if phrase is None:
        return None
    relative = _relative_before(tokens, phrase.first, low, classes)
    if relative:
        nearest = noun_before(tokens, relative, classes)
        return _AGAIN if nearest is None else Measured(nearest)
    if phrase.stop - phrase.first == 1 and classes.get(words[phrase.first], 0) & g.PRONOUN:
        return _AGAIN
    return Measured(phrase)


def _relative_before(tokens: Tokens, index: int, low: int, classes: Classes) -> int:
    """Give the "who" whose clause ends in a noun: "*families* who fled the town reached 900"; 0 if there is none."""
    words, gaps = tokens.words, tokens.gaps
    position = index - 1
    while (
        position > low and gaps[position + 1] == " " and classes.get(words[position], 0) & (g.DETERMINER | g.AUXILIARY)
    ):
        position -= 1
    if words[position] != "who" and classes.get(words[position], 0) & g.VERB:
        position -= 1
        while position > low and classes.get(words[position], 0) & (g.AUXILIARY | g.ADVERB):
            position -= 1
    return position if position > low and words[position] == "who" and gaps[position] == " " else 0


def _before_interruption(tokens: Tokens, index: int, low: int, mark: str) -> int:
    """Give the index of the word before the comma or bracket that opened what ends at *index*; or one before *low*."""
    for position in range(index, max(low, index - _INTERRUPTION), -1):
        gap = tokens.gaps[position]
        if mark in gap and gap != ",":
            return position - 1
        if gap not in (" ", "-") and not joined(tokens, position) and gap.strip("'\", ()$%."):
            break
    return low - 1
