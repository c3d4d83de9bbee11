"""Carries speakers to marked words that no cue introduces, and decides which of those words are reported at all."""

from __future__ import annotations

from afghanbrief.extractors.quotes.report import Report
from afghanbrief.extractors.quotes.reports import main_subject, read_sentence
from afghanbrief.extractors.quotes.sources import read_headline
from afghanbrief.extractors.quotes.subjects import Subject
from afghanbrief.extractors.quotes.view import Sentence, View

_EMPTY_SUBJECTS = frozenset(("it", "that", "this", "there", "these", "those", "which"))
_LONG = 4
_LONG_CAPITAL = 7


def read_reports(view: View) -> list[Report]:
    """Read all reports of a document, those without a cue of their own included.

    Arguments:
        view: the document.

    Returns:
        The reports in text order of their sentences.
    """
    reports: list[Report] = []
    last: Report | None = None
    last_sentence: Sentence | None = None
    read = [(sentence, read_sentence(view, sentence)) for sentence in view.sentences]
    # A zone may be claimed by the sentence behind it: "Why?" he asked.
    taken = {number for _, own in read for report in own for number in report.zones}
    reports += _headlines(view, taken)
    for sentence, own in read:
        for number in sentence.zones:
            if number in taken:
                continue
            first = view.zone_words[number][0]
            before = last
            before = _leading([report for report in own if _position(report) < zone_start(view, number)]) or last
            carried = _carry(view, sentence, number, before, last_sentence, own)
            if carried is None:
                continue
            if carried is not before:
                own.append(carried)
        own.sort(key=_position)
        reports += [report for report in own if report.regions]
        chosen = _leading(own)
        if chosen is not None:
            last, last_sentence = chosen, sentence
    return reports


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
        if report.subject is not None and report.regions and report.subject.rule != "relative":
            return report
    return reports[-1] if reports else None


def _headlines(view: View, taken: set[int]) -> list[Report]:
    reports: list[Report] = []
    text = view.text
    for block, (start, _, _) in enumerate(view.document.blocks):
        if text.find(": ", start, start + 60) < 0:
            continue
        report = read_headline(view, block)
        if report is None:
            continue
        begin, end = report.regions[0]
        inside = [number for number, zone in enumerate(view.zones) if begin <= zone.start and zone.end <= end]
        if taken.isdisjoint(inside) or report.rule == "headline-colon":
            report.zones = inside
            report.direct = len(inside) == 1 and _fills(view, inside[0], begin, end)
            if report.direct:
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
    view: View, sentence: Sentence, number: int, before: Report | None, last_sentence: Sentence | None, own: list[Report]
) -> Report | None:
    first, end = view.zone_words[number]
    zone = view.zones[number]
    alone = first <= sentence.low and end >= sentence.high
    capital = not view.forms[first][0].islower()
    sound = zone.end > zone.start and view.text[zone.end - 1] in ".,!?"
    if alone:
        if before is None:
            return _made("unattributed-quote", None, sentence, number, view) if capital and sound and end - first >= _LONG_CAPITAL else None
        same_block = before.sentence.block == sentence.block
        if before.rule == "lead-in" and not before.regions and before.sentence.block >= sentence.block - 1:
            before.rule = "lead-in-quote"
            before.regions.append((zone.start, zone.end))
            before.zones.append(number)
            before.direct = True
            return before
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
    if not (size >= _LONG_CAPITAL or (not capital and (size >= _LONG or (resumed and size >= 2)))):
        return None
    subject = _subject_near(view, sentence, first, own)
    if (subject is None or view.words[subject.start] in _EMPTY_SUBJECTS) and before is not None:
        subject = before.subject
    return _made("marked-words", subject, sentence, number, view, alone=False)


def _subject_near(view: View, sentence: Sentence, first: int, own: list[Report]) -> Subject | None:
    for report in reversed(own):
        if report.cue is not None and report.cue[0] < first and report.subject is not None:
            return report.subject
    return main_subject(view, sentence, first)


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
