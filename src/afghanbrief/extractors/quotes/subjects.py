"""Finds the subject of a verb of saying: before it, behind it, across appositions and brackets."""

from __future__ import annotations

from afghanbrief.extractors.quotes.lexicon import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    TIME,
)
from afghanbrief.extractors.quotes.phrases import JOINS, Range, head_before, phrase_after, phrase_before
from afghanbrief.extractors.quotes.view import Sentence, View

_CHUNK_WINDOW = 48


class Subject:
    """A subject and how it was found.

    Attributes:
        start, end: word indexes, end exclusive.
        clause: index of the first word of its clause as far as it was read.
        rule: ``"pronoun"``, ``"phrase"``, ``"relative"``, ``"apposition"``.
        antecedent: word indexes of what a relative pronoun stands for.
    """

    __slots__ = ("antecedent", "clause", "end", "rule", "start")

    def __init__(self, start: int, end: int, clause: int, rule: str) -> None:
        self.start = start
        self.end = end
        self.clause = clause
        self.rule = rule
        self.antecedent: Range | None = None


def subject_before(view: View, verb: int, low: int) -> Subject | None:
    """Find the subject that stands before a verb group.

    Arguments:
        view: the document.
        verb: index of the group's first word.
        low: index of the first word that may belong to the subject.

    Returns:
        The subject, or ``None`` if there is none (inverted order, a second verb of the same subject).
    """
    if verb <= low:
        return None
    gap = view.gaps[verb]
    if gap in JOINS:
        index = verb - 1
        bits = view.classes[index]
        if bits & PRONOUN and not bits & RELATIVE:
            return Subject(index, verb, index, "pronoun")
        if bits & RELATIVE:
            if view.words[index] != "who" or index <= low:
                return None
            phrase = head_before(view, index, low) if '"' not in view.gaps[index] else None
            subject = Subject(index, verb, index, "relative")
            subject.antecedent = phrase
            return subject
        if bits & CONJUNCTION:
            return None
        phrase = head_before(view, verb, low)
        if phrase and phrase[0] > low and view.classes[phrase[0] - 1] & AUXILIARY and view.gaps[phrase[0]] in JOINS:
            phrase = _before_relative(view, phrase[0], low)
        return Subject(phrase[0], phrase[1], _clause_start(view, phrase[0], low), "phrase") if phrase else None
    if '"' in gap or verb in view.closes or ";" in gap or ":" in gap:
        return None
    if ")" in gap and "," not in gap:
        for index in range(verb - 1, max(low, verb - 12) - 1, -1):
            if "(" in view.gaps[index]:
                if index <= low:
                    return None
                phrase = head_before(view, index, low)
                return Subject(phrase[0], phrase[1], _clause_start(view, phrase[0], low), "phrase") if phrase else None
        return None
    if "," in gap or "\u2014" in gap or " - " in gap:
        return _across_apposition(view, verb, low)
    return None


def _before_relative(view: View, end: int, low: int) -> Range | None:
    # "Another Muslim who did not want to be named said": the subject stands before the relative clause.
    for index in range(end - 1, max(low, end - 16), -1):
        if view.classes[index] & RELATIVE:
            return head_before(view, index, low)
    return None


def _clause_start(view: View, start: int, low: int) -> int:
    index = start
    while index > low and view.gaps[index] == " " and view.classes[index - 1] & (CONJUNCTION | ADVERB):
        index -= 1
    return index


def _across_apposition(view: View, verb: int, low: int) -> Subject | None:
    gaps, classes, words = view.gaps, view.classes, view.words
    chunks: list[Range] = []
    end = verb
    least = max(low, verb - _CHUNK_WINDOW)
    for index in range(verb - 1, least - 1, -1):
        gap = gaps[index]
        hard = index == least or '"' in gap or ";" in gap or ":" in gap
        if hard or "," in gap or "\u2014" in gap or " - " in gap or "(" in gap or ")" in gap:
            chunks.append((index, end))
            end = index
            if hard:
                break
    if len(chunks) < 2:
        return None
    first_of_all = chunks[-1][0]
    for number in range(1, len(chunks)):
        start, end = chunks[number]
        bits = classes[start]
        if bits & (PREPOSITION | SUBORDINATOR) and not bits & ADVERB and start != first_of_all:
            continue
        at_edge = start == first_of_all
        if number > 1 and any(classes[index] & AUXILIARY for index in range(start, end)):
            # A clause of its own ("The dead were soldiers, the spokesman, Colonel X, told"): the subject follows.
            start, end = chunks[number - 1]
            phrase = head_before(view, end, start)
            return _named(view, chunks[number - 2], phrase, start) if phrase else None
        if not at_edge and not bits & CONJUNCTION:
            before = chunks[number + 1][0]
            opening = classes[before] & (PREPOSITION | SUBORDINATOR | ADVERB | TIME) or words[before].endswith("ing")
            if not (opening and before == first_of_all):
                continue
        phrase = head_before(view, end, start)
        if phrase is None:
            continue
        if bits & PREPOSITION and phrase[0] <= start + 1 and number == len(chunks) - 1:
            # An adverbial at the very front is no subject: "In Kabul, Smith, said".
            return _named(view, chunks[number - 1], phrase, start) if number > 1 else None
        return _named(view, chunks[number - 1], phrase, start)
    start, end = chunks[1]
    phrase = head_before(view, end, start)
    return _named(view, chunks[0], phrase, start) if phrase else None


def _named(view: View, apposition: Range, phrase: Range, clause: int) -> Subject:
    # "The Front's spokesman, Mullah Haidar Samim, said": the name stands for the description.
    if view.forms[phrase[1] - 1][0].islower():
        start, end = apposition
        if view.forms[start][0].isupper() and not view.classes[start] & (DETERMINER | PREPOSITION | ADVERB | PRONOUN):
            name = phrase_before(view, end, start)
            if name and name[0] == start and view.forms[end - 1][0].isupper():
                return Subject(start, end, clause, "apposition")
    return Subject(phrase[0], phrase[1], clause, "apposition")


def subject_behind(view: View, start: int, high: int) -> Subject | None:
    """Find the subject that stands behind a verb of saying ("said a spokesman, Peter Aldous").

    Arguments:
        view: the document.
        start: index of the word after the verb.
        high: index after the last word that may belong to the subject.

    Returns:
        The subject, or ``None``.
    """
    while start < high and view.classes[start] & ADVERB and view.gaps[start] == " " and view.forms[start].islower():
        start += 1
    if start >= high or view.gaps[start] not in (" ", "  ", "\n"):
        return None
    if view.classes[start] & PRONOUN:
        return Subject(start, start + 1, start, "pronoun")
    phrase = phrase_after(view, start, high)
    if phrase is None or (phrase[1] == start + 1 and view.classes[start] & DETERMINER):
        return None
    end = phrase[1]
    if (
        end < high
        and view.gaps[end].startswith(",")
        and view.forms[end - 1][0].islower()
        and view.forms[end][0].isupper()
    ):
        name = phrase_after(view, end, high)
        if name and view.forms[name[1] - 1][0].isupper() and not view.classes[end] & (DETERMINER | ADVERB | TIME):
            return Subject(name[0], name[1], start, "apposition")
    return Subject(phrase[0], end, start, "phrase")


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
        opening = bits & (PREPOSITION | SUBORDINATOR) or view.words[index].endswith(("ing", "ed"))
        phrase = None if opening else phrase_after(view, index, before)
        if (
            phrase is not None
            and not (phrase[1] == index + 1 and bits & DETERMINER)
            and not (phrase[1] < before and "," in view.gaps[phrase[1]] and view.classes[index] & TIME)
        ):
            return Subject(phrase[0], phrase[1], phrase[0], "phrase")
        for position in range(index + 1, min(before, index + 30)):
            if ", " in view.gaps[position] and not view.words[position].isdigit():
                index = position
                break
        else:
            return None
    return None
