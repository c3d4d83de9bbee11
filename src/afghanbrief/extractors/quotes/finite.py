"""Tells finite verbs and clauses from mere phrases, in a bounded window."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.lexicon import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MEDIUM,
    NOUN,
    PAPER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    TIME,
    word_list,
)
from afghanbrief.extractors.quotes.phrases import JOINS, PAST, is_manner, is_nominal, is_past, phrase_after
from afghanbrief.extractors.quotes.view import View

_FINITE: Final = word_list("finite")
_STANDINGS: Final = frozenset(("ahead", "behind", "up", "down", "tied", "level", "in", "with"))
_FINITE_LOOK: Final = 24
_BEFORE_NUMBER: Final = frozenset(
    ("about", "around", "over", "under", "between", "at", "up", "as", "close", "more", "fewer", "less", "from")
)
_SECOND_BEFORE_NUMBER: Final = frozenset(("least", "most", "to", "many", "few", "than"))
_NUMBERS: Final = word_list("numbers")


def has_finite(view: View, index: int, high: int) -> bool:
    """Tell whether a finite verb stands within the next words, so that they are a clause and no mere phrase."""
    classes, words, gaps, forms = view.classes, view.words, view.gaps, view.forms
    begun = index
    most = min(high, begun + _FINITE_LOOK)
    for index in range(begun, most):
        bits = classes[index]
        word = words[index]
        if index > begun and (";" in gaps[index] or ("," in gaps[index] and bits & CONJUNCTION)):
            return False
        if bits & AUXILIARY and (len(word) > 1 or gaps[index] == "'"):
            return True
        if index > begun and bits & CUE and not bits & (NOUN | PAPER | MEDIUM) and not word.endswith("ing"):
            return True
        if word == "s" and gaps[index] == "'" and index + 1 < most and not is_nominal(view, index + 1):
            return True
        if index > begun and forms[index].islower():
            if (
                word.endswith("ed")
                and len(word) > 4
                and gaps[index] == " "
                and not classes[index - 1] & (DETERMINER | PREPOSITION)
            ):
                return True
            if classes[index - 1] & PRONOUN and is_nominal(view, index) and not bits & DETERMINER:
                return True
        if word in _FINITE or word in PAST:
            return True
    return False


def opens_clause(view: View, index: int, high: int) -> bool:
    """Tell whether a clause begins at *index*: a subject whose own verb follows, no mere noun phrase.

    Arguments:
        view: the document.
        index: index of the first word.
        high: index after the last word that may belong to it.

    Returns:
        Whether the verb is found before a conjunction, a relative clause without an end, or a pause.
    """
    classes, words, gaps = view.classes, view.words, view.gaps
    if classes[index] & CONJUNCTION or index in view.closes:
        return False
    if classes[index] & CUE and not classes[index] & (NOUN | MEDIUM | PAPER) and view.forms[index].islower():
        return False
    most = min(high, index + _FINITE_LOOK)
    relative = False
    begun = index
    while index < most:
        bits = classes[index]
        word = words[index]
        gap = gaps[index]
        if index > begun:
            if ";" in gap or ":" in gap:
                return False
            if "," in gap and not relative and not bits & RELATIVE:
                return _past_insertion(view, index, most)
            if bits & CONJUNCTION and index + 1 < most and is_finite(view, index + 1, begun):
                return False
            if (bits & (RELATIVE | SUBORDINATOR) and not bits & DETERMINER) or word == "that":
                if not bits & RELATIVE and word != "that":
                    return False
                relative = True
                index += 1
                continue
        if word == "to" and index + 1 < most:
            index += 2
            continue
        if is_finite(view, index, begun):
            if not relative:
                return True
            relative = False
            if bits & AUXILIARY:
                # "someone who had threatened": one verb.
                while index + 1 < most and (classes[index + 1] & (ADVERB | AUXILIARY) or words[index + 1][-2:] == "ed"):
                    index += 1
        index += 1
    return False


def opens_quantity(view: View, index: int, high: int) -> bool:
    """Tell whether a word opens a quantity: "about 20 people", "at least 40", "up to 50", "between 30 and 40"."""
    words = view.words
    word = words[index]
    if word not in _BEFORE_NUMBER or index + 1 >= high or view.gaps[index + 1] != " ":
        return False
    after = index + 1
    if word in ("at", "up", "as", "close", "more", "fewer", "less"):
        if words[after] not in _SECOND_BEFORE_NUMBER:
            return False
        if words[after] == "many" and after + 1 < high and words[after + 1] == "as":
            after += 1
        after += 1
    return after < high and (words[after].isdigit() or words[after] in _NUMBERS)


def opens_small_clause(view: View, index: int, high: int) -> bool:
    """Tell whether a clause without a finite verb begins at *index* ("a poll shows Clinton leading by ten points")."""
    phrase = phrase_after(view, index, high)
    if phrase is None:
        return False
    for at in range(phrase[0] + 1, min(high, phrase[1] + 1)):
        if view.gaps[at] != " ":
            return False
        word = view.words[at]
        if word == "in" and at + 2 < high and "lead" not in view.words[at + 1 : at + 4]:
            return False
        if word in _STANDINGS or (word.endswith("ing") and not view.classes[at] and len(word) > 5):
            return at + 2 < high
    return False


def _past_insertion(view: View, index: int, most: int) -> bool:
    # "added a commander, Mullah Samim, was among them": the verb behind an apposition.
    for position in range(index + 1, most):
        if "," in view.gaps[position]:
            word = view.words[position]
            if view.classes[position] & AUXILIARY or word in PAST:
                return is_finite(view, position, index)
            return word.endswith("ed") and view.words[min(position + 1, most - 1)] not in ("by", "in", "on", "with")
    return False


def is_finite(view: View, index: int, begun: int) -> bool:
    """Tell whether the word is a finite verb, in a clause that begins at word *begun*."""
    classes, words, gaps, forms = view.classes, view.words, view.gaps, view.forms
    bits = classes[index]
    word = words[index]
    if bits & AUXILIARY:
        if word in ("may", "will") and forms[index][0].isupper() and index > begun:
            return False
        return (len(word) > 1 or gaps[index] == "'") and word not in ("being", "having", "been", "be")
    if word == "s" and gaps[index] == "'":
        if classes[index - 1] & PRONOUN:
            return True
        return index + 1 < len(words) and not is_nominal(view, index + 1)
    if index == begun or not forms[index].islower():
        return False
    before = classes[index - 1]
    if word in PAST or word in _FINITE:
        return not before & (DETERMINER | PREPOSITION)
    if before & PRONOUN and is_nominal(view, index) and not bits & DETERMINER:
        return True
    by = index + 1 < len(words) and words[index + 1] == "by"
    if word.endswith("ed") and len(word) > 4 and gaps[index] == " " and not by:
        # "329 suspected laboratories"
        return not (before & (DETERMINER | PREPOSITION) or words[index - 1].isdigit())
    if before & DETERMINER or not bits & CUE:
        # "the attack"
        return False
    return not bits & (NOUN | PAPER | MEDIUM) and not word.endswith("ing")


def starts_relative(view: View, index: int, high: int) -> bool:
    """Tell whether "that" at word *index* is a relative pronoun, with its verb behind it ("a report that said")."""
    after = index + 1
    while after < high and view.classes[after] & ADVERB and not view.classes[after] & (AUXILIARY | TIME):
        after += 1
    if after < high and view.gaps[after] == "'" and view.words[after] == "s":
        # "the protein found in red cells that's responsible"
        return True
    if after >= high or view.gaps[after] != " ":
        return False
    bits = view.classes[after]
    if bits & AUXILIARY and not bits & DETERMINER:
        return view.words[after] != "being" and view.forms[after][0].islower()
    if is_past(view, after):
        return True
    follows = after + 1 < high and not view.classes[after + 1] & AUXILIARY and not is_past(view, after + 1)
    return follows and view.forms[after].islower() and view.words[after] in _FINITE


def is_clause_start(view: View, index: int, high: int) -> bool:
    """Tell whether a noun phrase begins at *index*."""
    return index < high and bool(view.classes[index] & (DETERMINER | PRONOUN) or is_nominal(view, index))


def is_reported_clause(view: View, start: int, end: int) -> bool:
    """Tell whether the words before a bracket of speech ("..., he said") can be what is said."""
    if has_finite(view, start, end) or (end - start > _FINITE_LOOK and has_finite(view, end - _FINITE_LOOK, end)):
        return True
    return end - start >= 6 and not view.classes[start] & (PREPOSITION | SUBORDINATOR)


def has_verb_next(view: View, index: int, high: int) -> bool:
    """Tell whether a finite verb follows the word, adverbs aside."""
    after = index + 1
    while after < high and (view.classes[after] & ADVERB or is_manner(view, after)) and view.gaps[after] == " ":
        if view.classes[after] & AUXILIARY:
            # "it may be": no month.
            break
        after += 1
    return after < high and view.gaps[after] in JOINS and is_finite(view, after, index)
