"""Tells where the writer speaks again behind a comma or dash."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.clauses import Clause
from afghanbrief.extractors.quotes.finite import has_finite
from afghanbrief.extractors.quotes.lexicon import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    CUE,
    NAME,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    WEAK,
    word_list,
)
from afghanbrief.extractors.quotes.phrases import is_past
from afghanbrief.extractors.quotes.view import View

_SUMMARIES: Final = word_list("summaries")
_BACKSHIFTED: Final = word_list("backshifted")
_PRESENT: Final = word_list("present")
_OWN_VOICE: Final = word_list("own_voice")
_BEFORE_PARTICIPLE: Final = frozenset(("while", "before", "after", "without"))
_UNTOLD: Final = frozenset(
    ("elaborating", "giving", "providing", "offering", "specifying", "naming", "identifying", "citing")
)
_FAULT: Final = word_list("fault")


def is_own_voice(view: View, clause: Clause, index: int, position: int, high: int, *, dash: bool) -> bool:
    """Tell whether the writer speaks behind the comma or dash before word *position*."""
    words, classes = view.words, view.classes
    word = words[position]
    bits = classes[position]
    if word in _BEFORE_PARTICIPLE and position + 1 < high and view.gaps[position + 1] == " ":
        # "..., while acknowledging that", "..., without giving details"
        untold = word == "without" and words[position + 1] in _UNTOLD
        position += 1
        word, bits = words[position], classes[position]
        return untold or (bool(bits & CUE) and word.endswith("ing"))
    if bits & CUE and word.endswith("ing"):
        return not bits & WEAK and word not in ("showing", "finding")
    if word in ("which", "who", "whom"):
        return _own_relative(view, clause, position, high)
    if word == "according" and position + 1 < high:
        return words[position + 1] == "to"
    if word == "as" and position + 1 < high and classes[position + 1] & AUXILIARY:
        # "..., as has the mayor"
        return True
    if dash:
        return word in _OWN_VOICE and not _closes_again(view, position, high, dash=True)
    if word in ("a", "an"):
        return _own_apposition(view, clause.cue, index, position, high)
    return word in ("compared", "something")


def _own_relative(view: View, clause: Clause, position: int, high: int) -> bool:
    # "..., which votes on Sunday": the present behind "said" is the writer's; "which had ..." is reported.
    at = position + 1
    while at < high and view.classes[at] & ADVERB and not view.classes[at] & AUXILIARY:
        at += 1
    if at + 1 >= high or _closes_again(view, at, high):
        return False
    word = view.words[at]
    if view.classes[at] & PRONOUN or view.forms[at][0].isupper():
        return any(view.classes[place] & CUE for place in range(at + 1, min(high, at + 5)))
    if word in _BACKSHIFTED or (
        view.words[clause.cue] not in ("said", "told") and not view.words[clause.cue].endswith("ed")
    ):
        return False
    return word in _PRESENT


def _own_apposition(view: View, cue: int, index: int, position: int, high: int) -> bool:
    # "..., a claim that officials deny": it sums up the report from outside; other appositions belong to a noun inside.
    for at in range(position + 1, min(high, position + 5)):
        if view.words[at] in _SUMMARIES and (at + 1 >= high or view.words[at + 1] not in _SUMMARIES):
            break
        if view.classes[at] & (PREPOSITION | RELATIVE) or view.words[at] == "that":
            return False
    else:
        return False
    whole = view.words[index].endswith("ing") or view.words[cue] in _FAULT or view.classes[cue] & NAME
    whole = whole or has_finite(view, index, position)
    return bool(whole) and not _closes_again(view, position, high)


def _closes_again(view: View, position: int, high: int, *, dash: bool = False) -> bool:
    """Tell whether another comma or dash follows with a verb or conjunction: what it encloses is an insertion."""
    for at in range(position + 1, min(high, position + 40)):
        gap = view.gaps[at]
        if ("," in gap or "\u2014" in gap or gap == " - " or "--" in gap) and not view.words[at].isdigit():
            bits = view.classes[at]
            if dash and "," not in gap:
                return True
            if bits & (AUXILIARY | CONJUNCTION) or is_past(view, at) or view.words[at].endswith("ed"):
                return True
    return False
