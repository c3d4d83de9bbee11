"""Guesses the subject of a clause or sentence that a verb of saying without one of its own belongs to."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.complementizers import TIME_NOUNS
from afghanbrief.extractors.quotes.finite import opens_clause
from afghanbrief.extractors.quotes.lexicon import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    CUE,
    DETERMINER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    TIME,
)
from afghanbrief.extractors.quotes.phrases import (
    Range,
    is_past,
    phrase_after,
    without_tail,
)
from afghanbrief.extractors.quotes.subjects import Subject, named_by_apposition
from afghanbrief.extractors.quotes.view import Sentence, View

_CLAUSE_WINDOW: Final = 40
_COORDINATES: Final = frozenset(("and", "but", "while"))
_WHEN: Final = frozenset(("later", "ago", "earlier", "after", "before"))
# "United States officials", "Acting Defense Secretary": no participles that open a sentence.
_IN_NAMES: Final = frozenset(("united", "acting", "leading", "king", "allied"))


def _says_where(view: View, end: int, before: int, *, front: bool) -> bool:
    # "Minutes later, ...", "in Portsmouth, N.H., on Tuesday, ...", but not "The Front, in a message, ..."
    if end >= before:
        return False
    if view.words[end] in _WHEN and view.gaps[end] == " " and view.words[end - 1] in TIME_NOUNS:
        return True
    return "," in view.gaps[end] and bool(view.classes[end] & (TIME if front else PREPOSITION | TIME))


def clause_subject(view: View, sentence: Sentence, before: int) -> Subject | None:
    """Find the subject of the clause that a participle or infinitive at word *before* belongs to.

    Arguments:
        view: the document.
        sentence: the sentence.
        before: index of the participle or infinitive.

    Returns:
        The subject of the nearest clause to the left, else that of the sentence, or ``None``.
    """
    gaps, classes = view.gaps, view.classes
    for index in range(before - 1, max(sentence.low, before - _CLAUSE_WINDOW), -1):
        joined = view.words[index] in _COORDINATES and gaps[index] != " "
        if not (joined or "," in gaps[index]) or view.in_zone(view.starts[index]):
            continue
        start = index + 1 if joined else index
        while start < before and classes[start] & (ADVERB | SUBORDINATOR):
            start += 1
        if start + 1 < before and classes[start] & PREPOSITION and classes[start + 1] & RELATIVE:
            # "..., where boys throw stones at a puppet, yelling ..."
            start += 2
        if start + 1 >= before:
            continue
        if classes[start] & PRONOUN and not classes[start] & RELATIVE:
            if gaps[start + 1] == " ":
                return Subject(start, start + 1, start, "pronoun")
            continue
        phrase = phrase_after(view, start, before)
        end = _verb_in(view, phrase, before) if phrase else 0
        if phrase and end:
            return Subject(phrase[0], end, phrase[0], "phrase")
    return main_subject(view, sentence, before)


def subject_ahead(view: View, first: int, high: int) -> Subject | None:
    """Find the subject of the main clause behind a participle at the front: "After blaming the board, Noor left".

    Arguments:
        view: the document.
        first: index of the participle.
        high: index after the sentence's last word.

    Returns:
        The subject of the first clause behind a comma, or ``None``.
    """
    for index in range(first + 2, min(high, first + _CLAUSE_WINDOW)):
        if "," not in view.gaps[index] or view.in_zone(view.starts[index]):
            continue
        if view.classes[index] & PRONOUN and not view.classes[index] & RELATIVE:
            return Subject(index, index + 1, index, "pronoun")
        if view.classes[index] & (PREPOSITION | SUBORDINATOR | CONJUNCTION):
            continue
        phrase = phrase_after(view, index, high)
        if phrase and opens_clause(view, index, high):
            return Subject(*without_tail(view, (phrase[0], _verb_in(view, phrase, high) or phrase[1])), index, "phrase")
    return None


def _verb_in(view: View, phrase: Range, before: int) -> int:
    """Give the index of the verb that ends a noun phrase, or 0 if none does."""
    start, end = phrase
    for index in range(start + 1, end):
        word = view.words[index]
        if word.endswith("ed") and len(word) > 4 and view.forms[index].islower() and not view.classes[index - 1]:
            follows = view.classes[index + 1] if index + 1 < before else 0
            if follows & (DETERMINER | PREPOSITION | PRONOUN) or view.forms[min(index + 1, before - 1)][0].isupper():
                return index
    if end >= before or view.gaps[end] != " ":
        return 0
    bits = view.classes[end]
    if bits & AUXILIARY or is_past(view, end) or (bits & CUE and view.forms[end].islower()):
        return end if not (end == start + 1 and view.classes[start] & DETERMINER) else 0
    return 0


def _behind_body(view: View, index: int, before: int) -> int:
    """Give the index behind what an office is of: "Minister of Mines and Petroleum, ..."."""
    most = min(before, index + 10)
    if index < most and view.classes[index] & PREPOSITION and view.gaps[index] == " ":
        while index < most and view.gaps[index] == " ":
            index += 1
    return index


def main_subject(view: View, sentence: Sentence, before: int) -> Subject | None:
    """Guess the subject of a sentence: the first noun phrase behind opening adverbials.

    Arguments:
        view: the document.
        sentence: the sentence.
        before: index of the word before which it stands.

    Returns:
        The subject, or ``None``.
    """
    index = sentence.low
    for position in range(index + 1, min(before, index + 7)):
        if (
            view.gaps[position].strip() in ("\u2014", "-", "--")
            and view.forms[index].isupper()
            and len(view.forms[index]) > 2
        ):
            # A dateline: "TALLAHASSEE - The governor ..."
            index = position
            break
    for _ in range(4):
        most = min(before, index + 12)
        while index < most and (
            view.classes[index] & (CONJUNCTION | ADVERB | TIME)
            or (view.words[index].endswith("ly") and not view.classes[index] and len(view.words[index]) > 5)
        ):
            index += 1
        if index >= before:
            return None
        bits = view.classes[index]
        if bits & PRONOUN and not bits & RELATIVE:
            return Subject(index, index + 1, index, "pronoun")
        opening = bits & (PREPOSITION | SUBORDINATOR) or (
            view.words[index].endswith(("ing", "ed")) and view.words[index] not in _IN_NAMES
        )
        phrase = None if opening else phrase_after(view, index, before)
        if (
            phrase is not None
            and not (phrase[1] == index + 1 and bits & DETERMINER)
            and not (phrase[1] < before and "," in view.gaps[phrase[1]] and view.classes[index] & TIME)
            and not _says_where(view, phrase[1], before, front=phrase[0] == sentence.low and not bits & TIME)
        ):
            end = _verb_in(view, phrase, before)
            behind = _behind_body(view, phrase[1], before)
            if not end and behind + 1 < before and view.gaps[behind] == ", ":
                # "The Kremlin's envoy, Ivan Petrov, was blunter, telling ..."
                name = phrase_after(view, behind, before)
                if name is not None and name[1] < before and view.gaps[name[1]] == ", ":
                    return named_by_apposition(view, name, phrase, phrase[0])
            return Subject(*((phrase[0], end) if end else without_tail(view, phrase)), phrase[0], "phrase")
        if phrase is not None and phrase[1] < before and view.words[phrase[1]] in _WHEN and view.gaps[phrase[1]] == " ":
            if view.gaps[phrase[1] + 1] == " ":
                # "Hours later the group ..."
                index = phrase[1] + 1
                continue
        for position in range(index + 1, min(before, index + 30)):
            if ", " in view.gaps[position] and not view.words[position].isdigit():
                index = position
                break
        else:
            return None
    return None
