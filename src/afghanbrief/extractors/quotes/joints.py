"""Tells whether a clause behind "and" or "but" is the writer's, by its tense, its subject or what it thinks."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.clauses import Clause
from afghanbrief.extractors.quotes.finite import has_finite
from afghanbrief.extractors.quotes.lexicon import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    MODAL,
    NEGATION,
    PREPOSITION,
    PRONOUN,
    word_list,
)
from afghanbrief.extractors.quotes.phrases import PAST, is_past
from afghanbrief.extractors.quotes.view import View

_BACKSHIFT: Final = frozenset(("had", "has", "have", "would", "will", "could", "can", "is", "are"))
_THINKING: Final = word_list("thinking")
_PERFECT: Final = frozenset(("has", "have", "hasn", "haven"))
# Words; a clause has its verb within them.
_NEAR: Final = 9


def goes_back(view: View, index: int, position: int, high: int) -> bool:
    # "told him that he had had enough, and went home": the plain past goes on with the writer's subject.
    if position + 1 >= high or view.gaps[position + 1] != " ":
        return False
    if not plain_past(view, position + 1, high):
        return False
    if view.words[position] == "but":
        return True
    for at in range(index, min(position, index + 12)):
        if view.classes[at] & AUXILIARY:
            # "said it was not satisfied, and fined the bank": a state was told of, and an act follows.
            state = view.words[at] in ("was", "were") and not is_past(view, at + 1)
            return state or (view.words[at] in _BACKSHIFT and not view.classes[at + 1] & DETERMINER)
        if is_past(view, at):
            return False
    return False


def writes_on(view: View, clause: Clause, index: int, position: int, high: int) -> bool:
    """Tell whether a clause behind "and" or "but" is the writer's, by its tense or that of the saying."""
    at = position + 1
    if at + 1 >= high or view.gaps[at] != " " or view.words[at] == "that":
        return False
    words, pronoun = view.words, bool(view.classes[at] & PRONOUN)
    if words[position] == "but":
        if pronoun and words[at + 1] in _PERFECT:
            # "said he would come, but he has set no date"
            return has_finite(view, index, position)
        if pronoun and _is_backshifted(view, index, position) and plain_past(view, at + 1, high):
            # "said there would be talks, but he pressed for more"
            return True
    if _PERFECT.isdisjoint(words[clause.first : clause.cue]) or view.classes[at] & (MODAL | PREPOSITION):
        return False
    # "has said she will vote for him, and the party is uneasy": nobody goes on telling behind "has said".
    return has_finite(view, index, position) and has_finite(view, at, min(high, at + _NEAR))


def others_think(view: View, position: int, high: int) -> bool:
    # "..., but diplomats believe the number is lower": what others think is not what he said.
    subject = view.classes[position + 1] if position + 1 < high else PRONOUN
    return not subject & PRONOUN and not _THINKING.isdisjoint(view.words[position + 2 : min(high, position + 6)])


def plain_past(view: View, position: int, high: int) -> bool:
    """Tell whether a verb in the past stands at a word, or "did not"."""
    if position + 1 < high and view.words[position] == "did" and view.classes[position + 1] & NEGATION:
        return True
    if position >= high or view.gaps[position] != " " or view.classes[position] & (AUXILIARY | ADVERB):
        return False
    return view.words[position] in PAST or view.words[position].endswith("ed")


def _is_backshifted(view: View, index: int, position: int) -> bool:
    for at in range(index, min(position, index + 12)):
        if view.classes[at] & AUXILIARY:
            return view.words[at] in _BACKSHIFT and not view.classes[at + 1] & DETERMINER
    return False
