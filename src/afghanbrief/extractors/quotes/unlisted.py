"""Gives marked words that no listed verb introduces the rest of their clause, behind the verb before them."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.clauses import Clause
from afghanbrief.extractors.quotes.endings import right_end
from afghanbrief.extractors.quotes.joints import plain_past
from afghanbrief.extractors.quotes.lexicon import ADVERB, AUXILIARY, CUE, TELL, WEAK
from afghanbrief.extractors.quotes.phrases import JOINS, PAST
from afghanbrief.extractors.quotes.regions import runs_on, zones_within
from afghanbrief.extractors.quotes.report import Report
from afghanbrief.extractors.quotes.view import View

# Words from the verb to the marks.
_NEAR: Final = 25
# Words of an apposition between subject and verb.
_APPOSITION: Final = 14
_PARTICLES: Final = frozenset(("back", "out", "off", "up", "down", "away"))
_PERFECT: Final = frozenset(("has", "have", "had"))


def widen(view: View, report: Report, first: int) -> None:
    """Widen a report of marked words to the clause behind its verb: 'bemoaned a trade in which all "cheat"'.

    Arguments:
        view: the document.
        report: the report; it holds one zone.
        first: index of the zone's first word.
    """
    sentence = report.sentence
    zone = view.zones[report.zones[0]]
    if first <= sentence.low:
        if not runs_on(view, report.zones[0], view.zone_words[report.zones[0]][1]):
            return
        # '"They are not there yet" to back him': the rest of the sentence goes on with what was said.
        clause, start, begin = Clause(first, first, sentence), first, zone.start
    else:
        verb = 0 if view.gaps[first].strip("\"' ") else _verb_before(view, report, first)
        if not verb:
            # 'said late in May, "but ..."': the marks stand apart.
            return
        clause, start = Clause(verb, verb, sentence), verb + 1
        while start < first and view.words[start] in _PARTICLES:
            start += 1
        if start < first and view.words[start] == "that":
            start += 1
        if start >= first or view.gaps[start] not in JOINS:
            return
        begin = view.starts[start]
    clause.subject = report.subject
    report.regions = [(begin, max(right_end(view, clause, start, []), zone.end))]
    if len(sentence.zones) > 1:
        report.zones = zones_within(view, sentence, *report.regions[0])


def _verb_before(view: View, report: Report, first: int) -> int:
    subject = report.subject
    low = report.sentence.low
    if subject is None or not low <= subject.start < first:
        return 0
    for at in range(first - 1, max(subject.end, first - _NEAR), -1):
        if view.in_zone(view.starts[at]) or ";" in view.gaps[at] or ":" in view.gaps[at]:
            return 0
        if view.words[at] in ("and", "but") and plain_past(view, at + 1, first):
            return at + 1
    at = subject.end
    if view.gaps[at] == ", ":
        # "Karl Brandt, the former governor, ripped the board for"
        at = next((more for more in range(at + 1, min(first, at + _APPOSITION)) if view.gaps[more] == ", "), at)
    elif view.gaps[at] != " ":
        return 0
    if first - at > _NEAR:
        return 0
    while at < first and (view.classes[at] & ADVERB or view.words[at] in _PERFECT):
        at += 1
    return at if at < first and _is_verb(view, at) else 0


def _is_verb(view: View, at: int) -> bool:
    word, bits = view.words[at], view.classes[at]
    if not view.forms[at].islower() or bits & AUXILIARY or (bits & TELL and not bits & WEAK):
        # What verbs of telling introduce was read before.
        return False
    return word in PAST or ((not bits or bool(bits & CUE)) and word.endswith(("ed", "s")))
