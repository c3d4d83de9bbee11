"""The extractor of quotes: reads a document's clauses and zones and assembles quotes from them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Final

from afghanbrief.annotation import Certainty, Evidence
from afghanbrief.document import Document
from afghanbrief.extractor import BuildContext, Found
from afghanbrief.extractors.quotes.carrying import read_reports
from afghanbrief.extractors.quotes.lexicon import PAPER, describing_words, word_classes
from afghanbrief.extractors.quotes.report import Report
from afghanbrief.extractors.quotes.speakers import Speakers
from afghanbrief.extractors.quotes.view import View
from afghanbrief.kinds.actors import Actor, ActorMention
from afghanbrief.kinds.quotes import Quote, QuoteStyle
from afghanbrief.span import Span


class QuotesExtractor:
    """Finds reported words, marked or not, with their cue and speaker.

    Arguments:
        context: what it is built from; it has no settings and reads no name lists.
    """

    name: ClassVar[str] = "quotes"
    provides: ClassVar[tuple[type[Any], ...]] = (Quote,)
    requires: ClassVar[tuple[type[Any], ...]] = (Actor, ActorMention)
    uses: ClassVar[tuple[type[Any], ...]] = ()
    Settings: ClassVar[type[Any] | None] = None

    def __init__(self, context: BuildContext) -> None:
        word_classes()
        describing_words()

    def extract(self, document: Document, found: Found) -> Iterable[Quote]:
        """Yield the document's quotes in order of their cues."""
        view = View(document)
        speakers = Speakers(view, found)
        seen: set[str] = set()
        reports = read_reports(view)
        turns = [report for report in reports if report.rule == "transcript-turn"]
        # Where one head is no place, none is a dateline ("CAR: ...", in an interview of the Central Asia Review).
        placed = bool(turns) and all(_is_series(view, turn, found) for turn in turns)
        for report in reports:
            quote = _quote(view, report, speakers)
            if quote is None or quote.id in seen:
                continue
            if placed if report.rule == "transcript-turn" else _is_series(view, report, found):
                continue
            seen.add(quote.id)
            yield quote


_SIGNS: Final = frozenset(("%", "\u2030", "\u00b0", "\u20ac", "\u00a3", "$"))
_EDGE: Final = " \t\n\r\u00a0,.;:\"'\u201c\u201d\u2018\u2019\u2014-"


def _is_series(view: View, report: Report, found: Found) -> bool:
    """Tell whether a head before a colon names no actor and no paper ("Paper Soldiers: ..."), or a dateline's place."""
    if report.rule not in ("headline-colon", "transcript-turn") or (report.zones and report.rule == "headline-colon"):
        return False
    subject = report.subject
    if subject is None or view.classes[subject.end - 1] & PAPER or not found.of(ActorMention):
        return False
    head = Span(view.starts[subject.start], view.ends[subject.end - 1], "")
    heads = found.at(head, ActorMention)
    if report.rule == "transcript-turn" and not heads:
        return False
    return all(mention.type == "place" for mention in heads)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if text[end : end + 1] in _SIGNS and text[end - 1 : end].isdigit():
        # "Growth was 5%, she said": a sign is no token of its own, but belongs to its number.
        end += 1
    if text[end : end + 1] == ")" and text.rfind("(", start, end) > text.rfind(")", start, end):
        # "... ($20m; 15m euros), according to the chamber"
        end += 1
    return start, end


def _quote(view: View, report: Report, speakers: Speakers) -> Quote | None:
    text, starts, ends = view.document.text, view.starts, view.ends
    span_of = view.document.span
    pieces = []
    numbers = report.zones
    if len(numbers) > 1:
        numbers = sorted(set(numbers))
    zones = [] if report.direct else [view.zones[number] for number in numbers]
    for start, end in report.regions:
        if not report.direct:
            start, end = _trim(text, start, end)
            for zone in zones:
                # The full stop inside the marks is part of the marked words.
                if zone.start < end and start < zone.end:
                    start, end = min(start, zone.start), max(end, zone.end)
        if start < end:
            pieces.append(span_of(start, end))
    if not pieces:
        return None
    if len(pieces) > 1:
        pieces.sort()
        span = span_of(pieces[0].start, pieces[-1].end)
    else:
        span = pieces[0]
    content = verbatim = tuple(pieces)
    style: QuoteStyle = "direct"
    if not report.direct:
        verbatim = tuple(span_of(zone.start, zone.end) for zone in zones)
        style = "mixed" if zones else "indirect"
    cue = audience = speaker = speaker_id = None
    if report.cue is not None:
        cue = span_of(starts[report.cue[0]], ends[report.cue[1] - 1])
    if report.audience is not None:
        audience = span_of(starts[report.audience[0]], ends[report.audience[1] - 1])
    certainty = Certainty.INFERRED if report.inferred else Certainty.EXPLICIT
    if report.subject is not None:
        speaker, speaker_id, certain = speakers.resolve(report.subject)
        if certainty is Certainty.EXPLICIT or certain is Certainty.WEAK:
            certainty = certain
    return Quote(
        span=span,
        evidence=Evidence("quotes", report.rule, () if cue is None else (cue,), certainty),
        content=content,
        verbatim=verbatim,
        style=style,
        cue=cue,
        speaker=speaker,
        speaker_id=speaker_id,
        audience=audience,
    )
