"""The extractor of quotes: reads a document's clauses and zones and assembles quotes from them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from afghanbrief.annotation import Certainty, Evidence
from afghanbrief.document import Document
from afghanbrief.extractor import BuildContext, Found
from afghanbrief.extractors.quotes.carrying import read_reports
from afghanbrief.extractors.quotes.lexicon import word_classes
from afghanbrief.extractors.quotes.report import Report
from afghanbrief.extractors.quotes.speakers import Speakers, describing_words
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
        if not view.sentences:
            return
        speakers = Speakers(view, found)
        for report in read_reports(view):
            quote = _quote(view, report, speakers)
            if quote is not None:
                yield quote


_EDGE = " \t\n\r\u00a0,.;:\"'\u201c\u201d\u2018\u2019\u2014-"


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _quote(view: View, report: Report, speakers: Speakers) -> Quote | None:
    document = view.document
    pieces = []
    for start, end in report.regions:
        if not report.direct:
            start, end = _trim(document.text, start, end)
        if start < end:
            pieces.append(document.span(start, end))
    if not pieces:
        return None
    zones = sorted(set(report.zones))
    verbatim = tuple(document.span(view.zones[z].start, view.zones[z].end) for z in zones)
    style: QuoteStyle = "direct" if report.direct else "mixed" if verbatim else "indirect"
    cue = report.cue and document.span(view.starts[report.cue[0]], view.ends[report.cue[1] - 1])
    speaker = speaker_id = None
    certainty = Certainty.INFERRED if report.inferred else Certainty.EXPLICIT
    if report.subject is not None:
        speaker, speaker_id, certain = speakers.resolve(report.subject)
        if certainty is Certainty.EXPLICIT or certain is Certainty.WEAK:
            certainty = certain
    pieces.sort()
    return Quote(
        span=Span(pieces[0].start, pieces[-1].end, document.text[pieces[0].start : pieces[-1].end]),
        evidence=Evidence("quotes", report.rule, (cue,) if cue else (), certainty),
        content=tuple(pieces),
        verbatim=verbatim if not report.direct else tuple(pieces),
        style=style,
        cue=cue or None,
        speaker=speaker,
        speaker_id=speaker_id,
        audience=(report.audience and document.span(view.starts[report.audience[0]], view.ends[report.audience[1] - 1]))
        or None,
    )
