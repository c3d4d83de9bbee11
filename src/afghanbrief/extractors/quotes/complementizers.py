"""Finds the "that" of what was said, behind adjuncts and insertions."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.finite import (
    starts_relative,
)
from afghanbrief.extractors.quotes.lexicon import (
    ADVERB,
    AUXILIARY,
    CUE,
    DETERMINER,
    MEDIUM,
    NOUN,
    PAPER,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    TIME,
    word_list,
)
from afghanbrief.extractors.quotes.phrases import JOINS
from afghanbrief.extractors.quotes.view import View

_QUESTION: Final = word_list("question")
_WHICH: Final = frozenset(("last", "this", "next", "late", "earlier", "early"))
_THE: Final = frozenset(("the", "that", "a"))
_ORDER: Final = frozenset(("following", "next", "same", "previous", "very"))
ISSUED: Final = word_list("issued")
_SEASONS: Final = frozenset(("spring", "summer", "autumn", "winter"))
_LATER: Final = frozenset(("later", "earlier", "ago", "before", "after"))
TIME_NOUNS: Final = word_list("spans_of_time") | {"day", "hour", "morning", "evening", "afternoon"}
_RELATIVE_HEADS: Final = frozenset(("way", "those", "one"))


def behind_time(view: View, index: int, high: int) -> int:
    """Give the index behind a noun phrase that says when, or 0: "last week", "the following day", "two days later"."""
    words, classes = view.words, view.classes
    word = words[index]
    if index + 2 < high and view.gaps[index + 2] == "'":
        # "said last week's raid had failed"
        return 0
    if word == "for" and index + 1 < high and words[index + 1] in TIME_NOUNS:
        # "has said for weeks"
        return index + 2
    if word in _WHICH and index + 1 < high and (classes[index + 1] & TIME or words[index + 1] in _SEASONS):
        return index + 2
    if word in _THE and index + 2 < high and words[index + 1] in _ORDER and words[index + 2] in TIME_NOUNS:
        return index + 3
    if index + 2 < high and words[index + 1] in TIME_NOUNS and words[index + 2] in _LATER:
        return index + 3
    if index + 3 < high and words[index + 2] in TIME_NOUNS and words[index + 3] in _LATER:
        # "a few years earlier"
        return index + 4 if classes[index] & (DETERMINER | ADVERB) else 0
    # "hours later", but not "on Monday night, after ..."
    later = index + 1 < high and words[index + 1] in _LATER and view.gaps[index + 1] == " "
    return index + 2 if later and word in TIME_NOUNS else 0


def that_ahead(view: View, index: int, high: int) -> int:
    """Give the index of the "that" behind phrases with prepositions, or 0."""
    # "announced in the great hall that": nothing but phrases with prepositions may stand between.
    classes = view.classes
    for position in range(index + 1, min(high, index + 12)):
        if view.gaps[position] not in JOINS or position in view.opens:
            return 0
        if view.words[position] == "that":
            before = view.words[position - 1]
            passing = (classes[position - 1] & PREPOSITION and before != "out") or before in _RELATIVE_HEADS
            return 0 if passing or starts_relative(view, position, high) else position
        if view.forms[position] == "May" or is_issued(view, position):
            continue
        if classes[position] & (AUXILIARY | PRONOUN | SUBORDINATOR) or (
            classes[position] & CUE and not classes[position] & (NOUN | MEDIUM | PAPER)
        ):
            return 0
    return 0


def is_issued(view: View, index: int) -> bool:
    """Tell whether a word is a participle behind a paper: "a statement posted on its website"."""
    if view.words[index] not in ISSUED or view.gaps[index] != " " or index + 1 >= len(view.words):
        return False
    behind = view.classes[index + 1]
    placed = behind & (PREPOSITION | TIME) or view.words[index + 1] == "online"
    return bool(view.classes[index - 1] & (NOUN | PAPER | MEDIUM) and placed)


def that_behind(view: View, index: int, high: int) -> int:
    """Give the index of the "that" behind an insertion, or 0."""
    # "cautioned, as did the ministry, that": an insertion between commas or dashes.
    mark = "," if "," in view.gaps[index] else view.gaps[index].strip()
    if mark not in (",", "-", "\u2014", "--"):
        return 0
    for position in range(index + 1, min(high, index + 16)):
        if position in view.opens or ";" in view.gaps[position]:
            return 0
        if view.words[position] == "that" and mark in view.gaps[position]:
            return 0 if starts_relative(view, position, high) else position
    return 0


def long_enough(view: View, index: int, high: int) -> bool:
    """Tell whether the words behind a verb of saying are enough for a clause."""
    # What follows "said" is a clause, even if its verb is not known, unless it is a mere word or two ("said yes").
    if high - index < 5:
        return False
    return not any("," in view.gaps[position] or position in view.opens for position in range(index + 1, index + 4))


def adjunct(view: View, preposition: int, end: int) -> bool:
    """Tell whether a phrase says when or through which medium something was said."""
    return any(view.classes[index] & (TIME | MEDIUM) for index in range(preposition + 1, end))


def that_soon(view: View, index: int, high: int) -> bool:
    """Tell whether a word can begin what was told, right behind the hearer."""
    return (
        index < high
        and (
            view.words[index] in ("that", "to")
            or view.words[index] in _QUESTION
            or index in view.opens
            or view.classes[index] & (PRONOUN | DETERMINER) != 0
        )
        and "," not in view.gaps[index]
    )
