"""Reads speakers who are named without a verb: "according to", headlines with a colon, turns of a transcript."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.complementizers import ISSUED
from afghanbrief.extractors.quotes.finite import has_finite, is_reported_clause
from afghanbrief.extractors.quotes.lexicon import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    OBJECT_PRONOUN,
    PRONOUN,
    RELATIVE,
    word_list,
)
from afghanbrief.extractors.quotes.nouns import owner_before
from afghanbrief.extractors.quotes.phrases import JOINS, is_nominal, phrase_after, without_tail
from afghanbrief.extractors.quotes.report import Report
from afghanbrief.extractors.quotes.subjects import Subject, subject_behind
from afghanbrief.extractors.quotes.view import Sentence, View

_SOURCE_WINDOW: Final = 30

_NO_SOURCE: Final = word_list("no_source")
_RESUMING: Final = word_list("resuming")
_RATES: Final = word_list("rates")
_REASONS: Final = frozenset(("because", "since", "although", "though", "while", "whereas"))
_BUT: Final = frozenset(("but", "while", "although", "though", "whereas"))


def read_according(view: View, sentence: Sentence, cue: int) -> Report | None:
    """Read "according to X" and "per X" with what X is the source of.

    Arguments:
        view: the document.
        sentence: its sentence.
        cue: index of the word "according" or "per".

    Returns:
        The report, or ``None`` if X vouches for nothing ("according to plan", "per day").
    """
    high = sentence.high
    per = view.words[cue] == "per"
    start = cue + 1 if per else cue + 2
    if start >= high or start in view.opens or not (per or view.words[cue + 1] == "to"):
        return None
    if per and cue > sentence.low and view.words[cue - 1] == "as":
        # "As per the bank, ..."
        cue -= 1
    if per and (view.words[start] in _RATES or not (cue == sentence.low or "," in view.gaps[cue])):
        return None
    source = _source_at(view, start, high)
    if source is None:
        return None
    report = Report("according-to", (cue, start), source, sentence)
    return _vouch(view, report, cue, source.end)


def read_account(view: View, sentence: Sentence, noun: int) -> Report | None:
    """Read "by X's count", "by the reckoning of X", "in the words of X" with what X is the source of.

    Arguments:
        view: the document.
        sentence: its sentence.
        noun: index of the noun.

    Returns:
        The report, or ``None`` if the noun stands in another phrase.
    """
    opening = noun - 1
    while opening > max(sentence.low, noun - 6) and view.words[opening] not in ("by", "in"):
        opening -= 1
    if opening < sentence.low or view.words[opening] not in ("by", "in"):
        return None
    front = opening == sentence.low or ";" in view.gaps[opening] or ": " in view.gaps[opening]
    if not (front or "," in view.gaps[opening] or opening in view.closes):
        return None
    end = noun + 1
    if end + 1 < sentence.high and view.words[end] == "of" and view.gaps[end] == " ":
        source = _source_at(view, end + 1, sentence.high)
        end = source.end if source else end
    else:
        source = owner_before(view, noun, opening + 1)
    if source is None:
        return None
    report = Report("by-account", (opening, noun + 1), source, sentence)
    if view.words[noun] == "words" and not front:
        # 'He lost because, in the words of an aide, "nobody came"': only the marks are the aide's.
        number = view.closes.get(opening, view.opens.get(end))
        if number is None:
            return None
        report.zones = [number]
        report.regions = [(view.zones[number].start, view.zones[number].end)]
        return report
    return _vouch(view, report, opening, end)


def _source_at(view: View, start: int, high: int) -> Subject | None:
    bits = view.classes[start]
    if bits & (PRONOUN | OBJECT_PRONOUN) and not (
        bits & DETERMINER and start + 1 < high and is_nominal(view, start + 1)
    ):
        return Subject(start, start + 1, start, "pronoun")
    phrase = phrase_after(view, start, high)
    if phrase is None or view.words[phrase[1] - 1] in _NO_SOURCE:
        return None
    named = subject_behind(view, start, high)
    if named is not None and named.rule == "apposition" and named.end - start < 10:
        if named.end >= high or view.gaps[named.end] not in JOINS:
            # "according to his spokesman, Zia Durrani", but not "according to the report, Durrani sent ..."
            return named
    return Subject(*without_tail(view, phrase), start, "phrase")


def _vouch(view: View, report: Report, cue: int, source_end: int) -> Report | None:
    """Give the report what its source vouches for: the sentence behind it, before it, or on both sides."""
    sentence = report.sentence
    high = sentence.high
    end = _source_end(view, source_end, high)
    opening = cue
    while opening > sentence.low and view.gaps[opening] in JOINS and view.classes[opening - 1] & (CONJUNCTION | ADVERB):
        opening -= 1
    # "said that, according to witnesses, ...": the source stands before what it vouches for.
    inserted = (
        opening > sentence.low
        and "," in view.gaps[opening]
        and (view.words[opening - 1] == "that" or view.words[opening - 1] in _REASONS)
    )
    if inserted or opening <= sentence.low or ";" in view.gaps[opening] or ": " in view.gaps[opening]:
        if not _vouch_behind(view, report, source_end, end):
            return None
    elif not _vouch_before(view, report, cue, end):
        return None
    report.zones = [
        number
        for number in sentence.zones
        if any(
            begin <= view.zones[number].start and view.zones[number].end <= stop + 2 for begin, stop in report.regions
        )
    ]
    return report


def _vouch_behind(view: View, report: Report, source_end: int, end: int) -> bool:
    sentence = report.sentence
    high = sentence.high
    if end >= high:
        # "According to the OSCE it killed 146 soldiers"
        end = source_end
        if end >= high or not view.classes[end] & (PRONOUN | DETERMINER):
            return False
    number = view.opens.get(end)
    if number is None:
        stop = view.starts[min(end + 200, high - 1)] if high - end > 200 else sentence.end
        report.regions.append((view.starts[end], stop))
        return True
    zone = view.zones[number]
    if view.zone_words[number][1] >= high and view.forms[end][0].isupper():
        report.direct = True
        report.regions.append((zone.start, zone.end))
    else:
        report.regions.append((zone.outer_start, sentence.end))
    return True


def _vouch_before(view: View, report: Report, cue: int, end: int) -> bool:
    sentence = report.sentence
    high = sentence.high
    zone = view.closes.get(cue)
    low = max(sentence.low, cue - 200)
    enclosed = end < high and (view.gaps[end] == " - " or "\u2014" in view.gaps[end])
    for index in range(cue - 1, max(low, cue - 80), -1):
        gap = view.gaps[index]
        if ": " in gap or (enclosed and (gap == " - " or "\u2014" in gap)):
            low = index
            break
        if ";" in gap and not _in_brackets(view, index):
            low = index
            break
    while low < cue and view.classes[low] & CONJUNCTION and view.gaps[low + 1] == " ":
        low += 1
    if low >= cue:
        return False
    begin = view.zones[view.opens[low]].start if low in view.opens else view.starts[low]
    if zone is not None:
        stop = view.zones[zone].end
        if view.zone_words[zone][0] <= low:
            report.direct = True
            begin = view.zones[zone].start
    else:
        stop = view.ends[cue - 1]
    report.regions.append((begin, stop))
    if end < high and "," in view.gaps[end] and zone is None and not _is_described(view, report, end):
        if end in view.opens:
            # 'It was, according to the Mission, "an invention"'
            report.regions.append((view.zones[view.opens[end]].start, sentence.end))
        elif (
            view.words[end] in _RESUMING
            or view.classes[end] & AUXILIARY
            or (not has_finite(view, low, cue) and not is_reported_clause(view, low, cue))
        ):
            # "..., according to the UN, up from 117"
            report.regions.append((view.starts[end], sentence.end))
    return True


def _is_described(view: View, report: Report, end: int) -> bool:
    # "according to the agency, which counted 38 of them, down from 61"
    source = report.subject.end if report.subject else end
    return any(view.classes[index] & RELATIVE and "," in view.gaps[index] for index in range(source, end))


def _in_brackets(view: View, index: int) -> bool:
    # "94bn tenge ($215m; 158m euros)"
    at = view.starts[index]
    return view.text.rfind("(", at - 40 if at > 40 else 0, at) > view.text.rfind(")", at - 40 if at > 40 else 0, at)


def _source_end(view: View, index: int, high: int) -> int:
    """Give the index of the first word behind the whole source: behind the comma that ends it."""
    most = min(high, index + _SOURCE_WINDOW)
    while index < most:
        gap = view.gaps[index]
        if "," in gap:
            if view.classes[index] & RELATIVE:
                for position in range(index + 1, min(most, index + 20)):
                    if "," in view.gaps[position]:
                        return position
            if view.words[index] in ISSUED:
                # "According to the official history, published in 1924, the army ..."
                for position in range(index + 1, min(most, index + 12)):
                    if "," in view.gaps[position]:
                        return position
            # A short apposition: "according to Smith, a lawyer, the talks ...".
            if view.classes[index] & DETERMINER:
                for position in range(index + 1, min(most, index + 10)):
                    if "," in view.gaps[position]:
                        return index if has_finite(view, index, position) else position
            return index
        if (index in view.opens and gap != ' "') or gap == " - " or "\u2014" in gap:
            return index
        index += 1
    return high


def without_outer(view: View, reports: list[Report]) -> list[Report]:
    """Leave out "according to A" where all it vouches for is what B said."""
    kept: list[Report] = []
    for report in reports:
        if report.rule == "according-to":
            begin, end = report.regions[0]
            inner = [
                other
                for other in reports
                if other is not report
                and other.regions
                and begin <= other.regions[0][0]
                and other.regions[-1][1] <= end + 1
                and other.regions[0][0] - begin < 120
                and end - other.regions[-1][1] < 8
                and not other.direct
            ]
            parted = _parted_before(view, inner[0]) if inner else 0
            if parted and view.ends[parted - 1] > begin:
                # "According to A, ..., but B said ...": each has a clause.
                report.regions = [(begin, view.ends[parted - 1])]
                report.zones = [
                    number for number in report.zones if view.zones[number].end <= view.ends[parted - 1] + 1
                ]
            elif inner:
                continue
        kept.append(report)
    return kept


def _parted_before(view: View, report: Report) -> int:
    """Give the word index of the conjunction that parts a clause of saying from what stands before it, or 0."""
    if report.subject is None or report.cue is None:
        return 0
    index = min(report.subject.start, report.cue[0]) - 1
    while index > 0 and view.classes[index] & DETERMINER and view.gaps[index + 1] == " ":
        index -= 1
    return index if index > 0 and view.words[index] in _BUT and "," in view.gaps[index] else 0


def without_nested(reports: list[Report]) -> list[Report]:
    """Leave out a report all of whose marked words an earlier, wider report of the sentence holds."""
    kept: list[Report] = []
    for report in reports:
        if report.zones and not report.direct:
            begin, end = report.regions[0][0], report.regions[-1][1]
            if any(
                other.regions
                and set(report.zones) <= set(other.zones)
                and other.regions[0][0] <= begin
                # The stop and the marks behind the last word.
                and end <= other.regions[-1][1] + 2
                and other.rule != "according-to"
                for other in kept[-8:]
            ):
                continue
        kept.append(report)
    return kept


def split_clauses(view: View, report: Report) -> list[Report]:
    """Give the that-clauses without marks of a report whose other that-clauses have marks."""
    if (
        report.direct
        or not report.zones
        or len(report.regions) != 1
        or report.rule not in ("verb-then-that", "verb-then-clause", "verb-then-quote")
    ):
        return []
    begin, end = report.regions[0]
    tokens = view.document.tokens
    first, last = tokens.first_from(begin), tokens.last_before(end) + 1
    cuts = [
        index
        for index in range(first + 1, min(last, first + 80))
        if view.words[index] == "that"
        and view.classes[index - 1] & CONJUNCTION
        and not view.in_zone(view.starts[index])
    ]
    if not cuts:
        return []
    parts: list[Report] = []
    edges = [first, *(cut + 1 for cut in cuts), last]
    for number in range(len(edges) - 1):
        start = edges[number]
        stop = edges[number + 1] - 2 if number + 2 < len(edges) else last
        if stop - start < 2:
            continue
        low, high = view.starts[start], view.ends[stop - 1]
        if any(low - 2 <= view.zones[zone].start < high for zone in report.zones):
            continue
        part = Report("further-clause", report.cue, report.subject, report.sentence)
        part.audience = report.audience
        part.regions.append((low, high))
        parts.append(part)
    return parts
