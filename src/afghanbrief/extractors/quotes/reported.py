"""Gives the words behind a verb of saying, and tells which of them are no report."""

from __future__ import annotations

import sys
from typing import Final

from afghanbrief.extractors.quotes.clauses import Clause
from afghanbrief.extractors.quotes.complements import SHOWING
from afghanbrief.extractors.quotes.endings import NEXT_NAME, right_end
from afghanbrief.extractors.quotes.finite import has_finite
from afghanbrief.extractors.quotes.frames import (
    fault_behind,
    is_bound,
    is_deed,
    is_telling_deed,
)
from afghanbrief.extractors.quotes.lexicon import (
    AUXILIARY,
    BARE,
    DETERMINER,
    NAME,
    OBJECT_PRONOUN,
    PRONOUN,
    SAY,
    TELL,
    WEAK,
    word_list,
)
from afghanbrief.extractors.quotes.regions import (
    NAMING,
    zones_within,
)
from afghanbrief.extractors.quotes.report import Report
from afghanbrief.extractors.quotes.view import Sentence, View

_RULES: Final = {
    frame: sys.intern(f"verb-then-{frame}") for frame in ("that", "clause", "question", "to", "phrase", "preposition")
}
_ACCUSING: Final = frozenset(("accuse", "accuses", "accused", "accusing"))
_DENIAL: Final = word_list("denying")
_NOBODY: Final = frozenset(("nobody", "no", "none", "nothing", "neither"))
_FAULT: Final = word_list("fault")
_SHOWN: Final = word_list("shown")
_TELLING_DEEDS: Final = word_list("telling_deeds")
# Words; more of them behind "that" are a clause, even if its verb is not known.
_DEMONSTRATIVE: Final = 8
_RECIPROCAL: Final = (("each", "other"), ("one", "another"))
_ASPECTUAL: Final = frozenset(("begin", "begins", "began", "go", "goes", "went"))
_FAULT_AHEAD: Final = ("for", "of", "over")
_FINDING: Final = frozenset(("find", "finds", "found"))
_QUOTING: Final = word_list("quoting")
# Words from "quoted" to "as saying".
_NEAR_SAYING: Final = 14
_MODALS: Final = frozenset(("would", "will", "could", "can", "should", "to", "may", "might", "must"))


def read_reported(
    view: View, clause: Clause, report: Report, frame: str, index: int, following: list[Clause]
) -> Report | None:
    sentence = clause.sentence
    bits = view.classes[clause.cue]
    if index >= sentence.high:
        return None
    if view.words[clause.cue] in _QUOTING and _quotes_as_saying(view, clause.cue, sentence.high):
        return None
    if view.text[sentence.end - 1] == "?" and view.classes[sentence.low] & AUXILIARY and clause.first == clause.cue:
        # "Did the minister say the dam was safe?"
        return None
    end = right_end(view, clause, index, following)
    if view.words[index] in ("responsibility", "credit") and frame in ("clause", "phrase"):
        if view.words[clause.cue].startswith("claim"):
            # "claimed responsibility": a deed, and no words of his.
            return None
    if bits & NAME and clause.audience is not None and clause.audience[0] == clause.cue + 1:
        index = clause.cue + 1
    if bits & NAME and view.words[index] == "as" and index + 1 in view.opens and index == clause.cue + 1:
        # 'dismissed as "baseless" the claim'
        index += 1
    start = view.zones[view.opens[index]].start if index in view.opens else view.starts[index]
    if bits & NAME and sentence.zones and view.words[clause.cue] in NAMING:
        end = _named_end(view, sentence, start, end)
    zones = zones_within(view, sentence, start, end) if sentence.zones else []
    fault = 0
    if view.words[clause.cue] in _ACCUSING and not zones:
        # "accused the government of hiding": the fault alone is what was said.
        fault = fault_behind(view, index, sentence.high)
        if fault:
            index, start = fault, view.starts[fault]
    report.regions.append((start, end))
    report.zones = zones
    # One string for all quotes of the rule.
    report.rule = _RULES[frame]
    if view.words[clause.cue] in _FAULT and clause.negated:
        return None
    if frame == "that" and view.words[clause.cue].startswith("ask") and not zones:
        if "be" in view.words[index + 1 : index + 8] and not _MODALS & set(view.words[index + 1 : index + 8]):
            # "asked that her name be withheld": a request.
            return None
    if frame == "to" and not zones and is_bound(view, clause, index):
        report.rule = "verb-then-infinitive"
        return report
    if frame in ("phrase", "clause") and view.words[clause.cue] in _TELLING_DEEDS and clause.subject is not None:
        if is_telling_deed(view, index) and not clause.negated:
            report.rule = "verb-then-phrase"
            return report
    if frame in ("phrase", "preposition", "to"):
        if frame == "phrase" and view.words[clause.cue] in _FAULT:
            alone = index + 1 >= sentence.high or view.starts[index + 1] > end
            pronoun = view.classes[index] & (PRONOUN | OBJECT_PRONOUN) and not view.classes[index] & DETERMINER
            if view.words[clause.cue] in _DENIAL and not zones and not is_deed(view, index):
                return None
            if not zones and not fault and view.words[index : index + 2] in _RECIPROCAL:
                if index + 2 >= sentence.high or view.words[index + 2] not in _FAULT_AHEAD:
                    # "blamed each other after the raid": no fault is named.
                    return None
            bare = alone and view.forms[index].islower() and not is_deed(view, index)
            return None if (bare and not fault) or pronoun else report
        if zones and (view.is_name(zones[0]) or view.words[clause.cue] in _FINDING):
            # 'found him guilty of what they called "theft"'
            return None
        if view.words[clause.cue] in _ASPECTUAL:
            # 'began with the guild calling her "a cheat"'
            return None
        if not zones or (zones[0] and view.zone_words[zones[0]][0] - index > 30):
            return None
        report.rule = "verb-then-marked-phrase"
        return report
    if frame == "question" and clause.subject is None:
        return None
    if view.words[clause.cue] in _FAULT and frame == "clause" and not zones:
        if (
            view.words[clause.cue] in _DENIAL
            and not is_deed(view, index)
            and not has_finite(view, index, sentence.high)
        ):
            return None
        report.rule = "verb-then-phrase"
        return report
    if not bits & (SAY | TELL):
        how = frame == "question" and view.words[clause.cue].startswith("describ") and not clause.negated
        return report if zones or how else None
    if clause.subject is not None and (
        view.words[clause.subject.start] in _NOBODY or view.words[clause.subject.start - 1] == "nor"
    ):
        return None
    if frame == "question" and clause.cue == sentence.low and clause.form == "finite":
        # "Asked what he would do, ..."
        return None
    if view.words[clause.cue] in SHOWING and clause.subject is not None:
        if view.words[clause.subject.end - 1] in _SHOWN:
            return None
    if view.words[clause.cue] in SHOWING and frame == "clause" and view.classes[index] & OBJECT_PRONOUN:
        if not view.classes[index] & (PRONOUN | DETERMINER):
            # "showed me a ledger"
            return None
    if view.words[clause.cue] in SHOWING and clause.subject is not None and clause.subject.rule == "pronoun":
        if view.words[clause.subject.start] != "it" and frame == "clause":
            return None
    if frame == "clause" and not bits & BARE:
        return report if zones and not bits & WEAK else None
    if clause.negated and clause.form != "infinitive":
        return None
    demonstrative = bits & WEAK or view.words[clause.cue].startswith("claim")
    if frame == "that" and demonstrative and not zones and sentence.high - index < _DEMONSTRATIVE:
        if not has_finite(view, index, sentence.high):
            # "went on to win that year"
            return None
    if frame == "question" and view.words[index] == "when" and view.words[clause.cue] == "said":
        if _MODALS.isdisjoint(view.words[index + 1 : index + 7]):
            # "said when he left the hall"
            return None
    return report


def _quotes_as_saying(view: View, cue: int, high: int) -> bool:
    # 'quoted an officer as saying that "..."': the verb of saying reports it.
    for index in range(cue + 1, min(high - 1, cue + _NEAR_SAYING)):
        if view.words[index] == "as":
            return view.words[index + 1].endswith("ing")
        if "," in view.gaps[index]:
            return False
    return False


def _named_end(view: View, sentence: Sentence, start: int, end: int) -> int:
    """Give the offset of the marks that a name given to somebody ends with: 'called him a "cheat," a jab at ...'."""
    for place, number in enumerate(sentence.zones):
        zone = view.zones[number]
        if zone.start < start or zone.end >= end:
            continue
        behind = view.zone_words[number][1]
        if behind >= sentence.high or "," not in view.text[zone.end - 1 : zone.outer_end + 1]:
            continue
        more = place + 1 < len(sentence.zones) and view.zone_words[sentence.zones[place + 1]][0] - behind < NEXT_NAME
        return end if more else zone.end
    return end
