"""Carries date and source of figures on through the passage that retells one report."""

from __future__ import annotations

import attrs

from afghanbrief.document import Document
from afghanbrief.extractor import Found
from afghanbrief.extractors.statistics.periods import LENGTHS, OTHERWISE, UNDATED, Dated, PeriodReader
from afghanbrief.extractors.statistics.sources import Manner, SourceReader, Voucher
from afghanbrief.extractors.statistics.vouching import load_vouching

# A report is retold over neighbouring paragraphs; sentences without end are looked at for this many characters.
_PASSAGE = 2
_SENTENCE_WINDOW = 400
_NEAR_WORDS = 5
_WORDS_BEFORE = 10


@attrs.frozen
class Setting:
    """The date and source of a figure.

    Attributes:
        as_of_id: id of the date, or ``None``.
        source_id: id of the actor, or ``None``.
        inherited: whether either comes from an earlier sentence.
    """

    as_of_id: str | None
    source_id: str | None
    inherited: bool


@attrs.define
class _Passage:
    """What the text goes on about: the last source, its date, the things that it counted."""

    block: int = -9
    sentence: int = -9
    source_id: str | None = None
    manner: Manner = "none"
    as_of_id: str | None = None
    dated: int = -9
    topics: set[str] = attrs.field(factory=set)
    end: int = 0
    quoted: bool = False


class SettingReader:
    """Reads dates and sources for the figures of one document, in text order.

    Arguments:
        document: the document.
        found: its dates, and its actors and quotes where there are any.
    """

    def __init__(self, document: Document, found: Found) -> None:
        self._document = document
        self._words = load_vouching()
        self._sources = SourceReader(document, found)
        self._periods = PeriodReader(document, found)
        self._passage = _Passage()
        self._counts: dict[str, _Passage] = {}

    def read(self, start: int, end: int, *, unit: str = "count", lemma: str = "", elided: bool = False) -> Setting:
        """Read date and source of a figure.

        Arguments:
            start: its offset.
            end: the offset after it.
            unit: its unit.
            lemma: head noun of what it counts.
            elided: whether that noun was taken from an earlier figure.
        """
        document = self._document
        block, index = document.block_index(start), document.sentence_index(start)
        sentence = document.sentences[index]
        begin, limit = max(sentence.start, start - _SENTENCE_WINDOW), min(sentence.end, start + _SENTENCE_WINDOW)
        source, manner, quote, verb = self._sources.read(start, end, index, block)
        # What is said has its own time: a date outside the reported words tells when they were spoken.
        if quote is not None:
            begin, limit = max(begin, quote.span.start), min(limit, quote.span.end)
        dated = self._periods.label(document.blocks[block].start, start)
        if dated.as_of_id is None:
            dated = self._periods.read(max(begin, verb), start, end, limit, unit)
        if dated is UNDATED and quote is not None and quote.speaker is not None:
            dated = self._periods.opening(sentence.start, quote.speaker.start, start, document.published)
        if manner == "denied":
            return Setting(None, None, False)
        topic = "person" if lemma in self._words["humans"] else lemma
        inherited = False
        carried = None
        if source is None and quote is None:
            passage = self._goes_on(start, block, index, topic, elided)
            if passage is not None:
                source, manner, carried, inherited = passage.source_id, passage.manner, passage.as_of_id, True
        if dated.as_of_id is None and dated is not OTHERWISE and unit not in LENGTHS:
            carried = carried or self._carried(source, block, index, elided)
            if carried is not None:
                dated, inherited = Dated(carried, True), True
        self._remember(Voucher(source, manner, quote), dated, block, index, topic, end)
        return Setting(dated.as_of_id, source, inherited)

    def _goes_on(self, start: int, block: int, index: int, topic: str, elided: bool) -> _Passage | None:
        """Tell whether the narrator goes on retelling the last source, or the last one that counted such things."""
        words, passage = self._words, self._passage
        tokens = self._document.tokens
        first = tokens.first_from(start)
        before = tokens.words[max(0, first - _WORDS_BEFORE) : first]
        near = {*before[-_NEAR_WORDS:], *tokens.words[first : first + _NEAR_WORDS]}
        if near & words["doubting"]:
            return None
        if passage.block == block and passage.source_id is not None:
            if elided or passage.manner == "documented" or near & words["anaphoric"]:
                return passage
            if index == passage.sentence:
                listed = not passage.quoted and ";" not in self._document.text[passage.end : start]
                return passage if listed or near & words["participles"] else None
            if not self._sources.is_person(passage.source_id):
                if topic in passage.topics or words["pronouns"] & {*before}:
                    return passage
            opening = tokens.first_from(self._document.sentences[index].start)
            if tokens.words[opening] in words["possessives"]:
                return passage if words["statements"] & {*tokens.words[opening + 1 : opening + 4]} else None
            return None
        counted = self._counts.get(topic) if topic else None
        return counted if counted is not None and block - counted.block <= _PASSAGE else None

    def _carried(self, source: str | None, block: int, index: int, elided: bool) -> str | None:
        """Give the date that a figure has from the one before it."""
        passage = self._passage
        if passage.as_of_id is None or source != passage.source_id:
            return None
        if passage.block == block:
            # What has a source goes on by its date; else only what was elided does, and only at once.
            if source is not None or index == passage.dated or (elided and index - passage.dated <= 1):
                return passage.as_of_id
            return None
        near = block - passage.block == 1 and source is not None and not self._sources.is_person(source)
        return passage.as_of_id if near else None

    def _remember(self, voucher: Voucher, dated: Dated, block: int, index: int, topic: str, end: int) -> None:
        source, manner, quoted = voucher.source_id, voucher.manner, voucher.quote is not None
        passage = self._passage
        same = passage.source_id == source and passage.block == block
        topics = passage.topics if same else set()
        if topic:
            topics.add(topic)
        lasting = dated.lasting and dated is not OTHERWISE
        as_of = dated.as_of_id if lasting else passage.as_of_id if same else None
        when = index if lasting else passage.dated
        self._passage = _Passage(block, index, source, manner, as_of, when, topics, end, quoted)
        if source is not None and manner == "documented" and topic:
            self._counts[topic] = self._passage
