"""Turns clauses of saying into reports: which words are reported, by whom, under which rule."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.asides import PUT, read_agent, read_as_said, read_behind_inverted, read_named
from afghanbrief.extractors.quotes.brackets import read_bracket
from afghanbrief.extractors.quotes.clauses import Clause, find_subject, is_performed, read_clause
from afghanbrief.extractors.quotes.complementizers import ISSUED, is_issued
from afghanbrief.extractors.quotes.complements import read_right
from afghanbrief.extractors.quotes.endings import is_postmodifier
from afghanbrief.extractors.quotes.finite import is_reported_clause
from afghanbrief.extractors.quotes.frames import (
    all_said,
    claims,
    is_noun,
    is_parted,
    leads_nowhere,
    marks_resumed,
    will_say,
)
from afghanbrief.extractors.quotes.lexicon import (
    ACCORDING,
    ACCOUNT,
    CONJUNCTION,
    CUE,
    NAME,
    NOUN,
    SAY,
    TELL,
    WEAK,
    word_list,
)
from afghanbrief.extractors.quotes.nouns import read_noun
from afghanbrief.extractors.quotes.phrases import Range
from afghanbrief.extractors.quotes.regions import (
    add_left,
    add_right,
    add_zone,
    words_left,
    zone_left_of,
    zones_within,
)
from afghanbrief.extractors.quotes.report import Report
from afghanbrief.extractors.quotes.reported import read_reported
from afghanbrief.extractors.quotes.sharing import (
    can_speak,
    find_participle_subject,
    goes_on,
    is_inverted,
    leads,
    owns_marks,
    resumes,
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

_TELL_FORMS: Final = word_list("telling")

_OTHER_TRIGGERS: Final = ACCOUNT | NOUN | ACCORDING
_BEHIND_NOUN: Final = frozenset(("that", "by", "from", "of"))
_CLAUSAL: Final = frozenset(("that", "clause", "question"))
_HEARING: Final = frozenset(("asked", "told"))
_ASKED_ABOUT: Final = frozenset(("about", "by", "whether", "if", "why", "how", "what", "when"))
_WHENEVER: Final = frozenset(("when", "if", "once", "unless", "until", "though", "although"))
# Characters; what may stand between the verb of a retold saying and its clause ("said on Thursday").
_FRONT: Final = 30


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
    zone, last_zone, source_end = 0, len(zones), 0
    for cue in sentence.cues:
        while zone < last_zone and zone_words[zones[zone]][1] <= cue:
            edge = max(edge, zone_words[zones[zone]][1])
            zone += 1
        bits = classes[cue]
        if cue < source_end:
            continue
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
                    # "according to a report": no verb.
                    source_end = report.subject.end if report.subject else 0
                continue
            if not bits & CUE:
                continue
        if words[cue] in ISSUED and is_issued(view, cue):
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
        if report is None:
            # The last clause of a sentence shares its subject with none.
            if number < amount:
                inside = reports and clause.form == "passive" and _is_inside(view, reports[-1], clause)
                if not inside and leads(view, clause):
                    before = clause
            continue
        before = clause
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


def _is_inside(view: View, report: Report, clause: Clause) -> bool:
    # "confirmed that the convoy had been attacked, saying ...": whoever confirmed says.
    offset = view.starts[clause.cue]
    return not report.direct and any(begin <= offset < end for begin, end in report.regions)


def _is_retold(inner: Report, outer: Report) -> bool:
    # "The Kremlin said it knew nothing, the agency reported": whoever is retold speaks.
    if not inner.regions or inner.direct:
        return False
    begin, end = outer.regions[0]
    return begin <= inner.regions[0][0] and inner.regions[-1][1] >= end and inner.regions[0][0] - begin < _FRONT


def _find_late_subject(view: View, clause: Clause, before: Clause | None, *, marked: bool) -> tuple[int, bool]:
    """Give a clause without a subject before its verb the one behind it, or that of another verb.

    Arguments:
        view: the document.
        clause: the clause; its subject is set.
        before: the clause before it.
        marked: whether words that can be what was said stand before it.

    Returns:
        The index of the last word of an inverted subject, else that of the verb, and whether the subject is a guess.
    """
    cue, sentence = clause.cue, clause.sentence
    closes = clause.start in view.closes
    front = clause.first == sentence.low and view.forms[cue][0].isupper()
    if clause.form == "finite" and view.words[cue] not in _TELL_FORMS and (marked or front or closes):
        behind = subject_behind(view, cue + 1, sentence.high)
        if behind is not None and not closes and not front and not can_speak(view, cue, behind):
            behind = None
        if behind is not None and not goes_on(view, behind, sentence, marked=closes):
            clause.subject = behind
            return behind.end - 1, False
    clause.subject = shared_subject(view, clause, before)
    return cue, before is None or clause.subject is not before.subject


def _report(view: View, clause: Clause, before: Clause | None, following: list[Clause], limit: int) -> Report | None:
    sentence = clause.sentence
    bits = view.classes[clause.cue]
    if clause.reported:
        return None
    if clause.subject is None and clause.form == "finite" and clause.first > sentence.low:
        if view.words[clause.first - 1] in _WHENEVER and view.gaps[clause.first] == " ":
            # "he said when asked whether he would resign"
            return None
    if view.words[clause.cue] == "asked" and view.gaps[clause.first] == ", " and clause.first == clause.cue:
        if clause.cue + 1 < sentence.high and view.words[clause.cue + 1] in _ASKED_ABOUT:
            # "Khan's spokesman, asked about the tape, called it a fake": whoever is asked.
            return None
    if clause.withheld or (clause.subject is None and is_postmodifier(view, clause.cue, clause.start)):
        return None
    if clause.subject is not None and clause.subject.rule == "apposition" and is_inverted(view, clause):
        clause.subject = None
        clause.start = clause.first
    left = None if view.gaps[clause.start] == " " else words_left(view, clause, limit)
    index_right, guessed = clause.cue, False
    behind_marks = False
    if clause.subject is None and before is not None and not bits & SAY and owns_marks(view, clause, before):
        clause.subject, behind_marks = before.subject, True
    elif clause.subject is None:
        index_right, guessed = _find_late_subject(view, clause, before, marked=left is not None)
    within = left is not None and clause.subject is not None and left[0] <= clause.subject.start < left[1]
    if behind_marks or within or (before is not None and resumes(view, clause, before, left)):
        left, behind_marks = None, True
    if index_right != clause.cue:
        frame, index = read_behind_inverted(view, index_right + 1, sentence)
    else:
        frame, index = read_right(view, clause)
    if clause.cue + 2 < sentence.high and view.words[clause.cue + 1] == "by":
        if clause.form == "finite" and not bits & NAME and view.words[clause.cue].endswith("ed"):
            # "all of them claimed by the group": a participle behind its noun.
            return None
        if clause.form == "passive":
            return read_agent(view, clause, following)
    if clause.form == "passive" and frame not in ("zone", "colon") and left is None:
        it = clause.subject is not None and view.words[clause.subject.start] == "it"
        if it and frame == "that" and bits & SAY and not clause.negated:
            # "It was announced that ...": nobody is named.
            report = Report("verb-then-that", (clause.cue, clause.cue + 1), None, sentence)
            return read_reported(view, clause, report, frame, index, following)
        if not bits & NAME:
            return None
    cleft = clause.start > sentence.low and view.words[clause.start - 1] == "what"
    if cleft and sentence.zones:
        named = read_named(view, clause)
        if named is not None:
            return named
    if cleft and index + 2 < sentence.high and view.words[index] == "was":
        # "What the general said was that the war was over."
        if view.words[index + 1] != "that":
            return None
        frame, index = "that", index + 2
    clause.frame = frame
    if frame in _CLAUSAL and clause.start not in view.closes and view.words[clause.cue] not in PUT:
        # Most sayings: a verb and its clause, no marks before it.
        if frame == "question" and guessed and clause.form == "finite":
            # "Tell us how you cook."
            return None
        report = Report(frame, (clause.cue, clause.cue + 1), clause.subject, sentence)
        if not bits & NAME:
            report.audience = clause.audience
        return read_reported(view, clause, report, frame, index, following)
    how = bits & NAME and clause.start > sentence.low and view.words[clause.start - 1] == "how"
    if how or (frame in ("end", "comma") and bits & (SAY | TELL)):
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
        behind = clause.cue + 2
        if behind in view.opens and ":" in view.gaps[behind]:
            # 'An adviser put it: "..."'
            report = Report("colon-quote", (clause.cue, clause.cue + 1), clause.subject, sentence)
            add_zone(view, report, view.opens[behind])
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
    if clause.form == "passive" and view.words[clause.cue] in _HEARING and frame in ("zone", "colon"):
        # 'He was asked, "Would you resign?"': whoever hears it does not say it.
        report.subject = None
    zone_left = zone_left_of(view, clause, frame) if clause.start in view.closes and not behind_marks else None
    if zone_left is not None:
        zone_left, frame, index = _follow_marks(view, clause, zone_left, frame, index)
    if zone_left is not None or frame in ("zone", "colon"):
        return _read_marked(view, clause, report, zone_left, left, frame, index, following)
    if frame in ("that", "clause", "question", "to", "phrase", "preposition"):
        if (
            clause.start > sentence.low
            and view.words[clause.start - 1] == "as"
            and frame == "preposition"
            and bits & SAY
        ):
            return read_as_said(view, clause, report, index)
        return read_reported(view, clause, report, frame, index, following)
    if clause.start > sentence.low and view.words[clause.start - 1] == "as" and not clause.negated:
        return read_as_said(view, clause, report, index)
    return read_bracket(view, clause, report, left, frame, index, index_right, following)


def _follow_marks(view: View, clause: Clause, zone_left: int, frame: str, index: int) -> tuple[int | None, str, int]:
    """Tell whether the marks before a clause of saying are its own, and where they go on behind it."""
    sentence = clause.sentence
    if frame == "preposition":
        # '"...," he says of the canal, "and ..."'
        ahead = [view.zone_words[number][0] for number in sentence.zones if view.zone_words[number][0] > index]
        if ahead and ahead[0] - index < 10 and "," in view.gaps[ahead[0]]:
            frame, index = "zone", ahead[0]
    if frame == "comma" and view.classes[clause.cue] & SAY:
        resumed = marks_resumed(view, sentence, zone_left, index)
        if resumed:
            # '"I have never," he said, pausing, "seen so many dead."'
            frame, index = "zone", resumed
    joined = view.classes[clause.start] & CONJUNCTION and frame in _CLAUSAL
    if joined or (clause.form == "participle" and frame in ("that", "clause", "question")):
        # "...," adding that: the words behind it are a report of their own.
        return None, frame, index
    return zone_left, frame, index


def _read_marked(
    view: View,
    clause: Clause,
    report: Report,
    zone_left: int | None,
    left: Range | None,
    frame: str,
    index: int,
    following: list[Clause],
) -> Report | None:
    """Read a saying with marks before it, behind it, or on both sides, or with a colon behind it."""
    sentence = clause.sentence
    bits = view.classes[clause.cue]
    if frame == "zone" and bits & WEAK and not bits & NAME and "," not in view.gaps[index] and zone_left is None:
        return None
    if frame == "zone" and "," not in view.gaps[index] and index in view.opens and view.is_name(view.opens[index]):
        return None
    if frame in ("zone", "colon") and index < sentence.high:
        if zone_left is not None and frame == "zone":
            add_left(view, clause, report, zone_left, left)
        add_right(view, clause, report, index, following)
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
        if clause.negated and clause.form == "finite" and not will_say(view, clause):
            return None
        add_left(view, clause, report, zone_left, left)
        report.rule = (
            "quote-then-verb"
            if clause.cue >= (clause.subject.start if clause.subject else 0)
            else "quote-then-inverted-verb"
        )
        return report
    return None
