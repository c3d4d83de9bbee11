"""Turns clauses of saying into reports: which words are reported, by whom, under which rule."""

from __future__ import annotations

import sys

from afghanbrief.extractors.quotes.asides import PUT, read_agent, read_as_said, read_behind_inverted
from afghanbrief.extractors.quotes.clauses import SHOWING, Clause, find_subject, is_performed, read_clause, read_right
from afghanbrief.extractors.quotes.complementizers import is_issued
from afghanbrief.extractors.quotes.endings import is_postmodifier, right_end
from afghanbrief.extractors.quotes.finite import has_finite, is_reported_clause
from afghanbrief.extractors.quotes.frames import (
    all_said,
    claims,
    fault_behind,
    is_bound,
    is_bracket,
    is_deed,
    is_noun,
    is_parted,
    is_telling_deed,
    leads_nowhere,
    marks_ahead,
    marks_resumed,
    says_when,
)
from afghanbrief.extractors.quotes.lexicon import (
    ACCORDING,
    ACCOUNT,
    AUXILIARY,
    BARE,
    CONJUNCTION,
    CUE,
    DETERMINER,
    NAME,
    NOUN,
    OBJECT_PRONOUN,
    PRONOUN,
    SAY,
    SUBORDINATOR,
    TELL,
    TIME,
    WEAK,
    word_list,
)
from afghanbrief.extractors.quotes.nouns import read_noun
from afghanbrief.extractors.quotes.regions import (
    add_left,
    add_right,
    add_zone,
    words_left,
    zone_left_of,
    zones_within,
)
from afghanbrief.extractors.quotes.report import Report
from afghanbrief.extractors.quotes.sharing import (
    can_speak,
    find_participle_subject,
    goes_on,
    is_inverted,
    shared_subject,
)
from afghanbrief.extractors.quotes.sources import (
    read_according,
    read_account,
    split_clauses,
    without_nested,
    without_outer,
)
from afghanbrief.extractors.quotes.subjects import (
    subject_behind,
)
from afghanbrief.extractors.quotes.view import Sentence, View

_TELL_FORMS = frozenset(("tell", "tells", "told", "informed"))
_ACCUSING = frozenset(("accuse", "accuses", "accused", "accusing"))
_DENIAL = frozenset(("denied", "denies", "deny", "denying"))
_NOBODY = frozenset(("nobody", "no", "none", "nothing", "neither"))
_OTHER_TRIGGERS = ACCOUNT | NOUN | ACCORDING
_BEHIND_NOUN = frozenset(("that", "by", "from", "of"))
_FAULT = word_list("fault")
_QUANTITIES = word_list("quantities")
_RULES = {
    frame: sys.intern(f"verb-then-{frame}") for frame in ("that", "clause", "question", "to", "phrase", "preposition")
}
_CLAUSAL = frozenset(("that", "clause", "question"))
_WHEN = frozenset(("when", "after", "before", "while", "where"))
_SHOWN = word_list("shown")
# Words; so few before a bracket of speech are no whole clause.
_SHORT = 4
_WHENEVER = frozenset(("when", "if", "once", "unless", "until", "though", "although"))
# Characters; what may stand between the verb of a retold saying and its clause ("said on Thursday").
_FRONT = 30
_CONTINUING = word_list("continuing")
_RESUMING = word_list("resuming")
_SPANS_OF_TIME = word_list("spans_of_time")
_TELLING_DEEDS = word_list("telling_deeds")
_MODALS = frozenset(("would", "will", "could", "can", "should", "to", "may", "might", "must"))


def read_sentence(view: View, sentence: Sentence) -> list[Report]:
    """Read all reports with a verb of saying in one sentence.

    Arguments:
        view: the document.
        sentence: the sentence.

    Returns:
        The reports in order of their cues.
    """
    reports: list[Report] = []
    clauses: list[Clause] = []
    nouns: list[int] = []
    classes, words, zone_words, zones = view.classes, view.words, view.zone_words, sentence.zones
    edge = sentence.low
    zone, last_zone = 0, len(zones)
    for cue in sentence.cues:
        while zone < last_zone and zone_words[zones[zone]][1] <= cue:
            edge = max(edge, zone_words[zones[zone]][1])
            zone += 1
        bits = classes[cue]
        if bits & _OTHER_TRIGGERS:
            if bits & ACCOUNT:
                report = read_account(view, sentence, cue)
                if report is not None:
                    reports.append(report)
                    continue
            if bits & NOUN and is_noun(view, cue):
                if words[cue + 1] in _BEHIND_NOUN:
                    nouns.append(cue)
                continue
            if bits & ACCORDING:
                report = read_according(view, sentence, cue)
                if report is not None:
                    reports.append(report)
                continue
            if not bits & CUE:
                continue
        if words[cue].endswith("ed") and is_issued(view, cue):
            continue
        strong = bits & (SAY | TELL) and not bits & WEAK
        if not strong and leads_nowhere(view, sentence, cue):
            continue
        clause = read_clause(view, cue, sentence, edge)
        if clause is None:
            continue
        form = clause.form
        if form == "finite" and words[clause.first] == "having" and words[clause.first - 1] == "as":
            # "quoted the official as having said"
            find_participle_subject(view, clause, edge)
        elif form == "finite" or form == "passive":
            find_subject(view, clause, edge)
        elif form == "participle":
            find_participle_subject(view, clause, edge)
        clauses.append(clause)
        if strong and cue >= edge and clause.subject is not None and clause.subject.rule != "relative":
            edge = cue + 1
    for cue in nouns:
        report = read_noun(view, sentence, cue, [clause for clause in clauses if clause.cue > cue])
        if report is not None:
            reports.append(report)
    limit = sentence.low
    before: Clause | None = None
    amount = len(clauses)
    for number, clause in enumerate(clauses, 1):
        report = _report(view, clause, before, clauses[number : number + 4] if number < amount else [], limit)
        before = clause
        if report is None:
            continue
        if clause.form == "infinitive" and not report.zones and not is_performed(view, clause.first, sentence.low):
            continue
        if reports and report.rule == "clause-then-verb" and _is_retold(reports[-1], report):
            continue
        reports.append(report)
        if report.zones:
            reports += split_clauses(view, report)
        if report.regions and claims(view, clause):
            limit = clause.cue + 1
    return reports if len(reports) < 2 else without_outer(view, without_nested(reports))


def _is_retold(inner: Report, outer: Report) -> bool:
    # "The Kremlin said it knew nothing, the agency reported": whoever is retold speaks.
    if not inner.regions or inner.direct:
        return False
    begin, end = outer.regions[0]
    return begin <= inner.regions[0][0] and inner.regions[-1][1] >= end and inner.regions[0][0] - begin < _FRONT


def _report(view: View, clause: Clause, before: Clause | None, following: list[Clause], limit: int) -> Report | None:
    sentence = clause.sentence
    bits = view.classes[clause.cue]
    if clause.reported:
        return None
    if clause.subject is None and clause.form == "finite" and clause.first > sentence.low:
        if view.words[clause.first - 1] in _WHENEVER and view.gaps[clause.first] == " ":
            # "he said when asked whether he would resign"
            return None
    if clause.withheld or (clause.subject is None and is_postmodifier(view, clause.cue, clause.start)):
        return None
    if clause.subject is not None and clause.subject.rule == "apposition" and is_inverted(view, clause):
        clause.subject = None
        clause.start = clause.first
    left = None if view.gaps[clause.start] == " " else words_left(view, clause, limit)
    index_right = clause.cue
    guessed = False
    if clause.subject is None:
        front = clause.first == sentence.low and view.forms[clause.cue][0].isupper()
        if (
            clause.form == "finite"
            and view.words[clause.cue] not in _TELL_FORMS
            and (left is not None or front or clause.start in view.closes)
        ):
            behind = subject_behind(view, clause.cue + 1, sentence.high)
            marked = clause.start in view.closes
            if behind is not None and not marked and not front and not can_speak(view, clause.cue, behind):
                behind = None
            if behind is not None and not goes_on(view, behind, sentence, marked=clause.start in view.closes):
                clause.subject = behind
                index_right = behind.end - 1
        if clause.subject is None:
            clause.subject = shared_subject(view, clause, before)
            guessed = before is None or clause.subject is not before.subject
    if index_right != clause.cue:
        frame, index = read_behind_inverted(view, index_right + 1, sentence)
    else:
        frame, index = read_right(view, clause)
    by = clause.cue + 2 < sentence.high and view.words[clause.cue + 1] == "by" and view.words[clause.cue].endswith("ed")
    if by and clause.form == "finite" and not bits & NAME:
        # "all of them claimed by the group": a participle behind its noun.
        return None
    if clause.form == "passive" and clause.cue + 2 < sentence.high and view.words[clause.cue + 1] == "by":
        return read_agent(view, clause, following)
    if clause.form == "passive" and frame not in ("zone", "colon") and left is None:
        it = clause.subject is not None and view.words[clause.subject.start] == "it"
        if it and frame == "that" and bits & SAY and not clause.negated:
            # "It was announced that ...": nobody is named.
            report = Report("verb-then-that", (clause.cue, clause.cue + 1), None, sentence)
            return _right_text(view, clause, report, frame, index, following)
        if not bits & NAME:
            return None
    clause.frame = frame
    if frame in _CLAUSAL and clause.start not in view.closes and view.words[clause.cue] not in PUT:
        # Most sayings: a verb and its clause, no marks before it.
        if frame == "question" and guessed and clause.form == "finite":
            # "Tell us how you cook."
            return None
        report = Report(frame, (clause.cue, clause.cue + 1), clause.subject, sentence)
        if not bits & NAME:
            report.audience = clause.audience
        return _right_text(view, clause, report, frame, index, following)
    if frame in ("end", "comma") and bits & (SAY | TELL):
        number = all_said(view, clause)
        if number is not None:
            report = Report("quote-then-verb", (clause.cue, clause.cue + 1), clause.subject, sentence)
            add_zone(view, report, number)
            return report
    if view.words[clause.cue] in PUT:
        number = all_said(view, clause)
        if number is not None:
            # '"..." is how she put it'
            report = Report("quote-then-verb", (clause.cue, clause.cue + 1), clause.subject, sentence)
            add_zone(view, report, number)
            return report
        if clause.start <= sentence.low or view.words[clause.start - 1] != "as":
            return None
        report = Report("as-said", (clause.cue, clause.cue + 1), clause.subject, sentence)
        return read_as_said(view, clause, report, clause.cue + 2)
    if frame == "question" and guessed and clause.form == "finite":
        # "Tell us how you cook."
        return None
    if frame == "colon" and index < sentence.high and index not in view.opens and left is not None:
        if bits & SAY and not clause.negated and is_reported_clause(view, left[0], left[1]):
            # "..., the central bank estimates: more than double"
            report = Report("parted-clause", (clause.cue, clause.cue + 1), clause.subject, sentence)
            report.regions = [(view.starts[left[0]], view.ends[left[1] - 1]), (view.starts[index], sentence.end)]
            for region in report.regions:
                report.zones += zones_within(view, sentence, *region)
            return report
    if frame == "colon" and index < sentence.high and index not in view.opens:
        passed = clause.audience[1] if clause.audience else clause.cue + 1
        if index > passed + 1 and index_right == clause.cue:
            # "announced a bridge: 240 metres": the colon explains the object.
            return None
    if frame == "preposition" and view.words[clause.cue + 1] == "by" and not bits & NAME:
        # "announced by the weekly": a participle behind its noun.
        return None
    report = Report(frame, (clause.cue, clause.cue + 1), clause.subject, sentence)
    if not bits & NAME:
        report.audience = clause.audience
    zone_left = zone_left_of(view, clause, frame) if clause.start in view.closes else None
    if zone_left is not None and frame == "preposition":
        # '"...," he says of the canal, "and ..."'
        ahead = [view.zone_words[number][0] for number in sentence.zones if view.zone_words[number][0] > index]
        if ahead and ahead[0] - index < 10 and "," in view.gaps[ahead[0]]:
            frame, index = "zone", ahead[0]
    if zone_left is not None and frame == "comma" and bits & SAY:
        resumed = marks_resumed(view, sentence, zone_left, index)
        if resumed:
            # '"I have never," he said, pausing, "seen so many dead."'
            frame, index = "zone", resumed
    joined = view.classes[clause.start] & CONJUNCTION and frame in ("that", "question")
    if joined or (clause.form == "participle" and frame in ("that", "clause", "question")):
        # "...," adding that: the words behind it are a report of their own.
        zone_left = None
    if frame == "zone" and bits & WEAK and not bits & NAME and "," not in view.gaps[index] and zone_left is None:
        return None
    if frame == "zone" and "," not in view.gaps[index] and index in view.opens and view.is_name(view.opens[index]):
        return None
    if frame in ("zone", "colon") and index < sentence.high:
        if zone_left is not None and frame == "zone":
            add_left(view, clause, report, zone_left, left)
        add_right(view, clause, report, frame, index, following)
        if zone_left is None and left is not None and clause.form == "finite" and is_parted(view, left, frame, index):
            # 'There is, he conceded, "some way to go".'
            report.regions.append((view.starts[left[0]], view.ends[left[1] - 1]))
            report.zones += zones_within(view, sentence, *report.regions[-1])
            report.direct = False
        report.rule = (
            "broken-quote" if zone_left is not None else ("colon-quote" if frame == "colon" else "verb-then-quote")
        )
        return report
    if frame == "colon":
        report.rule = "lead-in"
        return report
    if zone_left is not None:
        if clause.negated and clause.form == "finite":
            return None
        add_left(view, clause, report, zone_left, left)
        report.rule = (
            "quote-then-verb"
            if clause.cue >= (clause.subject.start if clause.subject else 0)
            else "quote-then-inverted-verb"
        )
        if frame in ("clause", "that") and not bits & NAME:
            pass
        return report
    if frame in ("that", "clause", "question", "to", "phrase", "preposition"):
        if (
            clause.start > sentence.low
            and view.words[clause.start - 1] == "as"
            and frame == "preposition"
            and bits & SAY
        ):
            return read_as_said(view, clause, report, index)
        return _right_text(view, clause, report, frame, index, following)
    if clause.start > sentence.low and view.words[clause.start - 1] == "as" and not clause.negated:
        return read_as_said(view, clause, report, index)
    if left is None and frame == "comma" and bits & SAY and not bits & WEAK and not clause.negated:
        # "But, he said, it is a risk."
        if 0 < clause.start - sentence.low <= 2 and "," in view.gaps[clause.start] and index < sentence.high:
            if has_finite(view, index, sentence.high):
                report.rule = "parted-clause"
                report.regions = [(view.starts[index], right_end(view, clause, index, following))]
                report.zones = zones_within(view, sentence, *report.regions[0])
                return report
    if (
        left is not None
        and (not bits & WEAK or is_bracket(view, clause, frame, index))
        and clause.form != "participle"
        and (bits & SAY or view.words[clause.cue] in _TELL_FORMS)
        and view.words[clause.cue] not in _DENIAL
    ):
        if clause.negated:
            return None
        resumes = (
            frame == "comma"
            and index < sentence.high
            and not (view.words[index].endswith("ing") and not has_finite(view, index, sentence.high))
            and (
                (view.classes[index] & AUXILIARY and view.forms[index].islower())
                or left[1] - left[0] < 4
                or view.words[index] in _CONTINUING
                or _is_quantity(view, index)
                or _goes_on(view, index, sentence.high)
                or (
                    (view.classes[left[0]] | view.classes[left[0] + 1]) & SUBORDINATOR
                    and has_finite(view, index, sentence.high)
                )
                or marks_ahead(view, sentence, index, following)
            )
        )
        after = index_right + 1
        short = index_right != clause.cue and left[1] - left[0] < _SHORT
        if short and after < sentence.high and "," in view.gaps[after]:
            # "It is, says one veteran, a war without a front."
            report.rule = "parted-clause"
            report.regions = [(view.starts[left[0]], view.ends[left[1] - 1]), (view.starts[after], sentence.end)]
            for region in report.regions:
                report.zones += zones_within(view, sentence, *region)
            return report
        if is_reported_clause(view, left[0], left[1]) and not resumes:
            report.rule = "clause-then-verb"
            report.regions.append((view.starts[left[0]], view.ends[left[1] - 1]))
            report.zones = zones_within(view, sentence, *report.regions[0])
            return report
        if frame == "comma" and index < sentence.high and index_right == clause.cue:
            if says_when(view, left[0], left[1]) and not has_finite(view, index, sentence.high):
                return None
            report.rule = "parted-clause"
            end = right_end(view, clause, index, following)
            report.regions = [(view.starts[left[0]], view.ends[left[1] - 1]), (view.starts[index], end)]
            for region in report.regions:
                report.zones += zones_within(view, sentence, *region)
            return report
    return None


def _goes_on(view: View, index: int, high: int) -> bool:
    # "..., officials said, when a guard opened fire", but not "..., he said, as he left the hall"
    if view.words[index] not in _WHEN or index + 2 >= high or view.gaps[index + 1] != " ":
        return False
    subject = view.classes[index + 1]
    return not subject & (PRONOUN | OBJECT_PRONOUN | TIME | CUE) and has_finite(view, index + 1, high)


def _is_quantity(view: View, index: int) -> bool:
    # "..., he said, three of them critically", but not "..., he said, two days after the raid"
    words = view.words
    if words[index] in _RESUMING:
        return True
    if not (words[index] in _QUANTITIES or words[index].isdigit()):
        return False
    return _SPANS_OF_TIME.isdisjoint(words[index + 1 : index + 3])


def _right_text(
    view: View, clause: Clause, report: Report, frame: str, index: int, following: list[Clause]
) -> Report | None:
    sentence = clause.sentence
    bits = view.classes[clause.cue]
    if index >= sentence.high:
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
            bare = alone and view.forms[index].islower() and not is_deed(view, index)
            return None if (bare and not fault) or pronoun else report
        if zones and view.is_name(zones[0]):
            return None
        if not zones or (zones[0] and view.zone_words[zones[0]][0] - index > 30):
            return None
        report.rule = "verb-then-marked-phrase"
        return report
    if frame == "question" and clause.subject is None:
        return None
    if view.words[clause.cue] in _FAULT and frame == "clause" and not zones:
        if view.words[clause.cue] in _DENIAL and not is_deed(view, index):
            return None
        report.rule = "verb-then-phrase"
        return report
    if not bits & (SAY | TELL):
        how = frame == "question" and view.words[clause.cue].startswith("describ") and not clause.negated
        return report if zones or how else None
    if clause.subject is not None and view.words[clause.subject.start] in _NOBODY:
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
    if frame == "that" and bits & WEAK and not zones and not has_finite(view, index, sentence.high):
        # "went on to win that year"
        return None
    if frame == "question" and view.words[index] == "when" and view.words[clause.cue] == "said":
        if _MODALS.isdisjoint(view.words[index + 1 : index + 7]):
            # "said when he left the hall"
            return None
    return report
