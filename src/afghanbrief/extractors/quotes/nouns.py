"""Reads nouns of saying: "his remark that ...", "a claim by the army that ...", "His answer was short: ..."."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.clauses import Clause
from afghanbrief.extractors.quotes.endings import right_end, second_verb
from afghanbrief.extractors.quotes.finite import has_finite, is_finite, starts_relative
from afghanbrief.extractors.quotes.lexicon import (
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    MEDIUM,
    NOUN,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
)
from afghanbrief.extractors.quotes.phrases import JOINS, head_before, is_past, phrase_after, phrase_before
from afghanbrief.extractors.quotes.regions import zones_within
from afghanbrief.extractors.quotes.report import Report
from afghanbrief.extractors.quotes.subjects import Subject
from afghanbrief.extractors.quotes.view import Sentence, View

_OWNERS: Final = frozenset(("his", "her", "their", "its"))
_BETWEEN: Final = 8


def read_noun(view: View, sentence: Sentence, cue: int, following: list[Clause]) -> Report | None:
    """Read "X's claim that ...".

    Arguments:
        view: the document.
        sentence: its sentence.
        cue: index of the noun.
        following: the clauses of saying behind it.

    Returns:
        The report, or ``None`` if no clause with "that" follows, or nobody is named who said it.
    """
    high = sentence.high
    that = cue + 1
    speaker = None
    if that < high and view.words[that] in ("by", "from", "of") and view.gaps[that] == " ":
        phrase = phrase_after(view, that + 1, high)
        if phrase is None or phrase[1] - that > _BETWEEN:
            return None
        if view.words[that] != "of":
            speaker = Subject(phrase[0], phrase[1], phrase[0], "phrase")
        that = phrase[1]
    if that + 2 >= high or view.words[that] != "that" or view.gaps[that] != " " or starts_relative(view, that, high):
        return None
    if speaker is None and cue - 3 >= sentence.low and view.words[cue - 3] in ("in", "on"):
        if view.classes[cue] & MEDIUM and view.classes[cue - 2] & DETERMINER and view.forms[cue - 1][0].isupper():
            # "claimed in a WhatsApp message that": the verb has its own speaker.
            return None
    if speaker is None:
        speaker = owner_before(view, cue, sentence.low)
    if speaker is None:
        return None
    report = Report("noun-then-that", (cue, cue + 1), speaker, sentence)
    clause = Clause(cue, cue, sentence)
    end = right_end(view, clause, that + 1, following)
    if view.classes[sentence.low] & PREPOSITION or view.words[sentence.low] == "contrary":
        end = min(end, _front_end(view, that + 1, high, cue - sentence.low, end))
    elif _is_subject(view, cue, sentence.low):
        # "His claim that the road is safe was challenged": the noun is the subject, its clause ends before the verb.
        stop = second_verb(view, that + 1, high)
        end = min(end, view.ends[stop - 1]) if stop else end
    start = that + 1
    begin = view.zones[view.opens[start]].start if start in view.opens else view.starts[start]
    if start in view.opens:
        zone, behind = view.zones[view.opens[start]], view.zone_words[view.opens[start]][1]
        if behind < high and view.gaps[behind].strip("\"'") == " " and is_finite(view, behind, high):
            # 'His remark that "no army wins by waiting" drew applause.'
            end = min(end, zone.end)
            report.direct = end == zone.end
    report.regions.append((begin, end))
    report.zones = zones_within(view, sentence, begin, end)
    return report


def _front_end(view: View, start: int, high: int, distance: int, end: int) -> int:
    # "Contrary to his claim that the army would win, there were losses": the main clause follows the comma.
    if distance > _BETWEEN:
        return end
    for index in range(start + 2, min(high, start + 40)):
        if "," in view.gaps[index] and has_finite(view, start, index):
            main = has_finite(view, index, high) and not view.classes[index] & (CONJUNCTION | PREPOSITION | RELATIVE)
            return view.ends[index - 1] if main else end
    return end


def _is_subject(view: View, cue: int, low: int) -> bool:
    # No verb stands before the noun in its clause.
    for index in range(cue - 1, low - 1, -1):
        bits = view.classes[index]
        if bits & AUXILIARY or is_past(view, index) or view.words[index].endswith("ed"):
            return False
        if view.words[index] == "that" or bits & CONJUNCTION or "," in view.gaps[index]:
            return True
    return True


def owner_before(view: View, noun: int, low: int) -> Subject | None:
    """Find who the noun at word *noun* belongs to: "his", "Karzai's", "the army's own", "a Taliban".

    Arguments:
        view: the document.
        noun: index of the noun.
        low: index of the first word that may belong to the owner.

    Returns:
        The owner, or ``None``.
    """
    index = noun - 1
    least = max(low, noun - 5)
    while index >= least and view.gaps[index + 1] in (" ", "-"):
        word = view.words[index]
        if word in _OWNERS:
            return Subject(index, index + 1, index, "pronoun")
        if word == "s" and view.gaps[index] == "'" and index > low:
            phrase = head_before(view, index, low) or phrase_before(view, index, low)
            return Subject(phrase[0], phrase[1], phrase[0], "phrase") if phrase else None
        if view.gaps[index + 1] == " " and view.classes[index] & (DETERMINER | PREPOSITION | PRONOUN):
            break
        index -= 1
    if index >= least and view.gaps[index + 1] == "' ":
        phrase = phrase_before(view, index + 1, low)
        return Subject(phrase[0], phrase[1], phrase[0], "phrase") if phrase else None
    if noun - 1 >= low and view.forms[noun - 1][0].isupper() and view.gaps[noun] == " ":
        # "a Taliban claim"
        phrase = phrase_before(view, noun, low)
        return Subject(phrase[0], phrase[1], phrase[0], "phrase") if phrase else None
    return None


def noun_before_zone(view: View, sentence: Sentence, first: int) -> Subject | None:
    """Find the speaker of marked words that a noun of saying leads to: "His answer was short: ...".

    Arguments:
        view: the document.
        sentence: the sentence.
        first: index of the first marked word.

    Returns:
        The noun's owner, or ``None``.
    """
    gap = view.gaps[first]
    if ":" not in gap and "," not in gap:
        return None
    for index in range(first - 1, max(sentence.low, first - _BETWEEN) - 1, -1):
        if view.classes[index] & NOUN:
            owner = owner_before(view, index, sentence.low)
            return owner if ":" in gap or index == first - 1 else None
        if view.gaps[index] not in JOINS:
            return None
    return None
