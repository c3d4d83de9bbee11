"""Reads sayings that stand beside what is said: "as X said", agents of a passive, inverted subjects."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.clauses import Clause
from afghanbrief.extractors.quotes.endings import right_end
from afghanbrief.extractors.quotes.finite import has_finite
from afghanbrief.extractors.quotes.lexicon import AUXILIARY, NAME, SAY, WEAK, word_list
from afghanbrief.extractors.quotes.phrases import Range, phrase_after
from afghanbrief.extractors.quotes.regions import zones_within
from afghanbrief.extractors.quotes.report import Report
from afghanbrief.extractors.quotes.subjects import Subject
from afghanbrief.extractors.quotes.view import Sentence, View
from afghanbrief.text.quotemarks import QuoteZone

_FAULT: Final = word_list("fault")
PUT: Final = word_list("putting")
# What leads from the verb to the name behind "what": "what he acknowledged was a ...", "described as a ...".
_NAMED_BY: Final = frozenset(("is", "was", "were", "as"))
_NOTES: Final = frozenset(("notes", "reports", "claims", "estimates", "states"))
_NAMED_NEAR: Final = 6


def read_agent(view: View, clause: Clause, following: list[Clause]) -> Report | None:
    """Read "Rwanda was accused by Kinshasa of arming it": the agent of the passive speaks."""
    sentence = clause.sentence
    agent = phrase_after(view, clause.cue + 2, sentence.high)
    if agent is None or agent[1] >= sentence.high or clause.negated:
        return None
    index = agent[1]
    if "," in view.gaps[index]:
        # "was described by the mediator, Salma Osei, as"
        named = phrase_after(view, index, sentence.high)
        if named is None or named[1] >= sentence.high or "," not in view.gaps[named[1]]:
            return None
        agent, index = (named if view.forms[named[0]][0].isupper() else agent), named[1]
    if view.words[index] not in ("of", "as", "that", "for") or index + 1 >= sentence.high:
        return None
    if view.words[index] == "as" and view.words[index + 1].endswith("ing"):
        # "was quoted by the agency as saying": whoever is quoted speaks.
        return None
    report = Report("agent-of-passive", (clause.cue, clause.cue + 1), Subject(*agent, agent[0], "phrase"), sentence)
    start, end = view.starts[index + 1], right_end(view, clause, index + 1, following)
    report.regions.append((start, end))
    report.zones = zones_within(view, sentence, start, end)
    spoken = report.zones or view.words[clause.cue] in _FAULT or view.words[index] == "that"
    return report if spoken else None


def read_named(view: View, clause: Clause) -> Report | None:
    """Read 'what he called a "turning point"': the marked words alone are his, what follows is the writer's."""
    sentence = clause.sentence
    bits = view.classes[clause.cue]
    behind = clause.cue + 1
    if behind >= sentence.high or clause.negated or clause.subject is None:
        return None
    joint = bits & NAME or view.words[behind] in _NAMED_BY
    for index in range(behind, min(sentence.high, behind + _NAMED_NEAR)):
        number = view.opens.get(index)
        if number is not None:
            if not joint or ":" in view.gaps[index]:
                return None
            report = Report("what-is-called", (clause.cue, behind), clause.subject, sentence)
            report.regions = [(view.zones[number].start, view.zones[number].end)]
            report.zones = [number]
            return report
        if view.gaps[index] not in (" ", "-"):
            return None
    return None


def read_as_said(view: View, clause: Clause, report: Report, index: int) -> Report | None:
    """Read "as Lavrov said, ..." and "..., as Lavrov said"."""
    sentence = clause.sentence
    before = clause.start - 1
    report.rule = "as-said"
    if clause.subject is None or view.words[clause.subject.start] in ("i", "we"):
        return None
    if not view.classes[clause.cue] & SAY:
        return None
    if before <= sentence.low + 1:
        for position in range(max(index, clause.cue + 1), min(sentence.high, index + 14)):
            if "," in view.gaps[position]:
                report.regions.append((view.starts[position] - (position in view.opens), sentence.end))
                break
    elif "," in view.gaps[before] and (
        not has_finite(view, sentence.low, before) or view.classes[before - 1] & AUXILIARY
    ):
        # "Just weeks ago, as the paper reported, they were ..."
        for position in range(clause.cue + 1, min(sentence.high, clause.cue + 14)):
            if "," in view.gaps[position]:
                if view.classes[position] & AUXILIARY or view.classes[before - 1] & AUXILIARY:
                    # "The treaty, as Brandt noted, was ...": subject and verb stand on both sides.
                    report.regions.append((view.starts[sentence.low], view.ends[before - 1]))
                report.regions.append((view.starts[position], sentence.end))
                break
    elif "," in view.gaps[before] and before not in view.closes:
        report.regions.append((view.starts[sentence.low], view.ends[before - 1]))
        passed = clause.cue + 2 if view.words[clause.cue] in PUT else clause.cue + 1
        if passed in view.opens:
            zone = view.zones[view.opens[passed]]
            report.regions.append((zone.start, zone.end))
    elif before in view.closes:
        zone = view.zones[view.closes[before]]
        report.regions.append((zone.start, zone.end))
        report.direct = True
    named = view.words[clause.cue].startswith("point") and view.words[clause.cue + 1] == "out"
    weak = not named and (
        view.classes[clause.cue] & WEAK and view.words[clause.cue] not in PUT and view.words[clause.cue] not in _NOTES
    )
    if not report.regions or weak:
        return None
    for region in report.regions:
        report.zones += zones_within(view, sentence, *region)
    first = view.opens.get(view.document.tokens.first_from(report.regions[0][0]))
    if first is not None and len(report.zones) == 1 and _fills(view, view.zones[first], report.regions[0]):
        report.direct = True
        report.regions = [(view.zones[first].start, view.zones[first].end)]
    return report


def _fills(view: View, zone: QuoteZone, region: Range) -> bool:
    before, behind = view.text[region[0] : zone.start], view.text[zone.end : region[1]]
    return not before.strip("\"' ") and not behind.strip("\"'. ")


def read_behind_inverted(view: View, index: int, sentence: Sentence) -> tuple[str, int]:
    """Name the frame behind an inverted subject: marks, a colon, or the end of the sentence."""
    # Behind an inverted subject: skip the rest of its phrase until a zone, a colon or the sentence's end.
    for position in range(index, min(sentence.high, index + 40)):
        if position in view.opens and not view.is_title(view.opens[position], index - 1):
            return "zone", position
        if ":" in view.gaps[position] and not view.in_zone(view.starts[position]):
            return "colon", position
    return ("colon" if view.text[sentence.end - 1] == ":" else "end"), sentence.high
