"""Carries speakers to marked words that no cue introduces, and decides which of those words are reported at all."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from afghanbrief.extractors.quotes.headlines import name_headlines, read_headline, read_sourced_headline
from afghanbrief.extractors.quotes.lexicon import AUXILIARY, PREPOSITION, word_list
from afghanbrief.extractors.quotes.main_subjects import clause_subject, main_subject
from afghanbrief.extractors.quotes.neighbours import (
    asked_about,
    before_colon,
    led_in,
    named_inside,
    replied_behind,
    signature,
    signed_behind,
    subject_of_sentence_before,
    unlisted_verb,
)
from afghanbrief.extractors.quotes.nouns import noun_before_zone
from afghanbrief.extractors.quotes.phrases import is_past
from afghanbrief.extractors.quotes.report import Report
from afghanbrief.extractors.quotes.reports import read_sentence
from afghanbrief.extractors.quotes.subjects import Subject
from afghanbrief.extractors.quotes.turns import read_turns
from afghanbrief.extractors.quotes.unlisted import widen
from afghanbrief.extractors.quotes.view import Sentence, View

_EMPTY_SUBJECTS: Final = word_list("empty_subjects")

_HEADLINE: Final = 160
_LONG: Final = 4
_FIRST_PERSON: Final = frozenset(("i", "my", "me", "we", "our", "us"))
_LONG_CAPITAL: Final = 7


def read_reports(view: View) -> list[Report]:
    """Read all reports of a document, those without a cue of their own included.

    Arguments:
        view: the document.

    Returns:
        The reports in text order of their sentences.
    """
    turns = read_turns(view)
    spoken: set[int] = set()
    for turn in turns:
        spoken.update(range(turn.sentence.block, turn.sentence.block + len(turn.regions)))
    # A turn is one quote: what its speaker reports in it is no quote of the writer's.
    sentences = [sentence for sentence in view.sentences if sentence.block not in spoken] if turns else view.sentences
    reports = _within_marks(view, turns)
    last: Report | None = None
    read = [(sentence, read_sentence(view, sentence) if sentence.cues else []) for sentence in sentences]
    # A zone may be claimed by the sentence behind it: "Why?" he asked.
    taken = {number for _, own in read for report in own if report.zones for number in report.zones}
    _lead_back(view, read, taken)
    reports += _headlines(view, taken, spoken)
    for sentence, own in read:
        if not (own or sentence.zones):
            continue
        for number in sentence.zones:
            if number in taken:
                continue
            earlier = [report for report in own if _position(report) < zone_start(view, number)]
            before = _leading(earlier) if earlier else last
            carried = _carry(view, sentence, number, before, own)
            if carried is None:
                continue
            if carried is not before:
                own.append(carried)
                taken.update(carried.zones)
        if len(own) > 1:
            own.sort(key=_position)
        if own and own[-1].rule == "lead-in" and not own[-1].regions:
            _read_below(view, own[-1])
        reports += [report for report in own if report.regions]
        chosen = own[0] if len(own) == 1 else _leading(own)
        if chosen is not None:
            last = chosen
    name_headlines(view, reports)
    return reports


def _read_below(view: View, report: Report) -> None:
    """Give a saying that ends its paragraph with a colon the paragraph below, if that has no marks."""
    blocks = view.document.blocks
    number = report.sentence.block + 1
    if number >= len(blocks) or blocks[number - 1].end != report.sentence.end or report.subject is None:
        return
    start, end, role = blocks[number]
    marks = bisect_left(view.zone_starts, start)
    if role != "body" or end - start < _HEADLINE or (marks < len(view.zones) and view.zones[marks].start < end):
        return
    report.regions.append((start, end))


def _lead_back(view: View, read: list[tuple[Sentence, list[Report]]], taken: set[int]) -> None:
    """Add paragraphs whose marks stay open to the quote that ends in a later one with its speaker."""
    zones = view.zones
    open_ones = [number for number in range(len(zones) - 2, -1, -1) if not zones[number].closed and number not in taken]
    if not open_ones:
        return
    owners = {number: report for _, own in read for report in own if report.direct for number in report.zones}
    for number in open_ones:
        owner = owners.get(number + 1)
        if owner is None or zones[number + 1].block != zones[number].block + 1 or not _opens_block(view, number + 1):
            continue
        owner.regions.insert(0, (zones[number].start, zones[number].end))
        owner.zones.insert(0, number)
        owners[number] = owner
        taken.add(number)


def _opens_block(view: View, number: int) -> bool:
    return view.zones[number].outer_start == view.document.blocks[view.zones[number].block].start


def zone_start(view: View, number: int) -> int:
    """Give the offset of a zone's first character."""
    return view.zones[number].start


def _leading(reports: list[Report]) -> Report | None:
    """Choose the report whose speaker a passage goes on with: the last in marks, else the last that leads a clause."""
    for report in reversed(reports):
        if report.direct and report.regions:
            return report
    for report in reversed(reports):
        if report.rule == "lead-in":
            return report
    for report in reversed(reports):
        leads = report.subject is not None and report.regions and report.subject.rule != "relative"
        if leads and not any(_holds(other, report) for other in reports if other is not report):
            return report
    return reports[-1] if reports else None


def _holds(outer: Report, inner: Report) -> bool:
    # "Heald noted the findings show that ...": the passage goes on with Heald.
    return any(
        start <= inner.regions[0][0] and inner.regions[-1][1] <= end and (start, end) != inner.regions[0]
        for start, end in outer.regions
    )


def _within_marks(view: View, turns: list[Report]) -> list[Report]:
    """Leave the marks out of turns that are printed in marks."""
    for turn in turns:
        for piece, (begin, end) in enumerate(turn.regions):
            number = bisect_left(view.zone_starts, begin)
            if number < len(view.zones) and view.zones[number].end <= end and _fills(view, number, begin, end):
                turn.regions[piece] = (view.zones[number].start, view.zones[number].end)
    return turns


def _headlines(view: View, taken: set[int], spoken: set[int]) -> list[Report]:
    reports: list[Report] = []
    text = view.text
    headed = ": " in text or ":\n" in text
    for block, (start, end, role) in enumerate(view.document.blocks):
        if block in spoken or not (headed or role in ("title", "heading") or block == 0):
            continue
        report = None
        if text.find(": ", start, start + 60) >= 0:
            report = read_headline(view, block)
        if report is None and (role in ("title", "heading") or block == 0) and end - start < _HEADLINE:
            report = read_sourced_headline(view, block)
        if report is None:
            continue
        begin, end = report.regions[0]
        first = bisect_left(view.zone_starts, begin)
        inside = [
            number for number in range(first, bisect_left(view.zone_starts, end)) if view.zones[number].end <= end
        ]
        if taken.isdisjoint(inside) or report.rule in ("headline-colon", "transcript-turn"):
            report.zones = inside
            if len(inside) == 1 and _fills(view, inside[0], begin, end):
                report.direct = True
                report.regions = [(view.zones[inside[0]].start, view.zones[inside[0]].end)]
            taken.update(inside)
            reports.append(report)
    return reports


def _fills(view: View, number: int, begin: int, end: int) -> bool:
    zone = view.zones[number]
    return not view.text[begin : zone.outer_start].strip() and not view.text[zone.outer_end : end].strip(" .")


def _position(report: Report) -> int:
    return report.regions[0][0] if report.regions else -1


def _carry(
    view: View,
    sentence: Sentence,
    number: int,
    before: Report | None,
    own: list[Report],
) -> Report | None:
    first, end = view.zone_words[number]
    zone = view.zones[number]
    inside = named_inside(view, number)
    if inside is not None:
        report = _made("transcript-turn", inside, sentence, number, view)
        report.inferred = False
        return report
    signed = signed_behind(view, sentence, number)
    if signed is not None:
        report = _made("signed-quote", signed, sentence, number, view)
        report.inferred = False
        return report
    reply = replied_behind(view, sentence, number)
    if reply is not None:
        report = _made("quote-then-noun", reply[0], sentence, number, view)
        report.cue = (reply[1], reply[1] + 1)
        report.inferred = False
        return report
    behind = unlisted_verb(view, sentence, number)
    if behind is not None:
        report = _made("quote-then-unlisted-verb", behind, sentence, number, view)
        report.inferred = False
        return report
    alone = first <= sentence.low and end >= sentence.high
    capital = not view.forms[first][0].islower()
    sound = zone.end > zone.start and view.text[zone.end - 1] in ".,!?"
    named = before_colon(view, sentence, first) if not alone else None
    if named is not None:
        report = _made("name-colon-quote", named, sentence, number, view)
        report.inferred = False
        return report
    if alone:
        if before is None:
            asked = asked_about(view, sentence)
            if asked is not None and sound:
                return _made("reply", asked, sentence, number, view)
            introducing = led_in(view, sentence)
            if introducing is not None:
                return _made("lead-in-quote", introducing, sentence, number, view)
            size = end - first
            own_words = size >= 3 and not _FIRST_PERSON.isdisjoint(view.words[first:end])
            if not (capital and sound and (size >= _LONG_CAPITAL or own_words)):
                return None
            told = subject_of_sentence_before(view, sentence)
            rule = "unattributed-quote" if told is None else "quote-after-subject"
            return _made(rule, told, sentence, number, view)
        asked = asked_about(view, sentence)
        if asked is not None and sound:
            return _made("reply", asked, sentence, number, view)
        signed = signature(view, number)
        if signed is not None:
            return _made("signed-quote", signed, sentence, number, view)
        introducing = led_in(view, sentence)
        if introducing is not None and before.rule != "lead-in":
            return _made("lead-in-quote", introducing, sentence, number, view)
        same_block = before.sentence.block == sentence.block
        if not same_block and before.rule != "lead-in":
            told = subject_of_sentence_before(view, sentence)
            if told is not None:
                return _made("quote-after-subject", told, sentence, number, view)
        if before.rule == "lead-in" and not before.regions and before.sentence.block >= sentence.block - 1:
            led = _made("lead-in-quote", before.subject, sentence, number, view)
            led.cue = before.cue
            led.inferred = False
            return led
        if same_block or _runs_on(view, number):
            if before.direct and before.zones and number - max(before.zones) == 1:
                before.regions.append((zone.start, zone.end))
                before.zones.append(number)
                return before
            return _made("resumed-quote", before.subject, sentence, number, view)
        if capital and sound and end - first >= _LONG and sentence.block - before.sentence.block <= 2:
            return _made("carried-quote", before.subject, sentence, number, view)
        return None
    resumed = before is not None and before.sentence.block == sentence.block
    size = end - first
    owner = noun_before_zone(view, sentence, first)
    # 'She was blunt: "Robbery."'
    enough = size >= 3 or view.text[zone.end - 1] in ".!?"
    if owner is None and capital and enough and ":" in view.gaps[first] and end >= sentence.high:
        # 'His deputy was less certain: "..."'
        owner = main_subject(view, sentence, first)
        if owner is not None and view.words[owner.start] in _EMPTY_SUBJECTS:
            owner = None
        if owner is not None and not (view.classes[owner.end] & AUXILIARY or _is_gesture(view, owner.end)):
            owner = None
    if owner is not None and sound:
        report = _made("noun-then-quote", owner, sentence, number, view)
        report.inferred = False
        return report
    own_words = sound and size >= 3 and not _FIRST_PERSON.isdisjoint(view.words[first:end])
    if not (size >= _LONG_CAPITAL or own_words or (not capital and (size >= _LONG or (resumed and size >= 2)))):
        return None
    if view.is_name(number) or view.is_title(number, sentence.low):
        return None
    subject = _subject_near(view, sentence, first, own)
    if (subject is None or view.words[subject.start] in _EMPTY_SUBJECTS) and before is not None:
        subject = before.subject
    # Words that begin and end as a sentence does are an utterance of their own; others stand in the writer's sentence.
    whole = capital and sound and (size >= _LONG_CAPITAL or own_words) and bool(view.classes[first])
    report = _made("marked-words", subject, sentence, number, view, alone=whole)
    if subject is not None and not whole:
        widen(view, report, first)
    return report


def _subject_near(view: View, sentence: Sentence, first: int, own: list[Report]) -> Subject | None:
    for report in reversed(own):
        if report.cue is not None and report.cue[0] < first and report.subject is not None:
            return report.subject
    return clause_subject(view, sentence, first)


def _is_gesture(view: View, index: int) -> bool:
    # "shrugged and smiled:", and no participle behind a noun.
    return is_past(view, index) or (view.words[index].endswith("ed") and not view.classes[index + 1] & PREPOSITION)


def _runs_on(view: View, number: int) -> bool:
    if number == 0:
        return False
    before, here = view.zones[number - 1], view.zones[number]
    return not before.closed and here.block == before.block + 1


def _made(
    rule: str, subject: Subject | None, sentence: Sentence, number: int, view: View, *, alone: bool = True
) -> Report:
    report = Report(rule, None, subject, sentence)
    zone = view.zones[number]
    report.regions.append((zone.start, zone.end))
    report.zones.append(number)
    report.direct = alone
    report.inferred = True
    return report
