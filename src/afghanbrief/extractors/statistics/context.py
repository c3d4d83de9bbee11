"""Finds when a figure holds and who vouches for it: in its clause, its sentence, the passage that retells one report."""

from __future__ import annotations

from bisect import bisect_right

import attrs

from afghanbrief.document import Document
from afghanbrief.extractor import Found
from afghanbrief.kinds import Actor, ActorMention, DateMention, Quote

# A report is retold over neighbouring paragraphs; sentences without end are looked at for this many characters.
_PASSAGE = 2
_SENTENCE_WINDOW = 400


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


class SettingReader:
    """Reads dates and sources for the figures of one document, in text order.

    Arguments:
        document: the document.
        found: its dates, and its actors and quotes where there are any.
        reporting: verbs whose subject vouches for a figure.
    """

    def __init__(self, document: Document, found: Found, reporting: frozenset[str]) -> None:
        self._document = document
        self._reporting = reporting
        self._dates = [date for date in found.of(DateMention) if date.type == "DATE" and _is_calendar(date.value)]
        self._date_starts = [date.span.start for date in self._dates]
        self._quote_index = found.index(Quote)
        self._owners = {mention: actor.id for actor in found.of(Actor) for mention in actor.mention_ids}
        self._mentions = [m for m in found.of(ActorMention) if m.type not in ("place", "people")]
        self._mention_starts = [mention.span.start for mention in self._mentions]
        self._last: tuple[int, str | None, str | None] = (-9, None, None)
        self._by_lemma: dict[str, tuple[int, str | None, str | None]] = {}

    def read(self, start: int, end: int, lemma: str = "") -> Setting:
        """Read date and source of the figure at ``[start, end)`` that counts things called *lemma*."""
        block = self._document.block_index(start)
        sentence = self._document.sentences[self._document.sentence_index(start)]
        quote = self._quote_around(start, end)
        limit = min(sentence.end, start + _SENTENCE_WINDOW)
        source = quote.speaker_id if quote is not None else None
        source = source or self._reported_by(sentence.start, limit, start) or self._labelled(block, start)
        # What is said has its own time: a date outside the reported words tells when they were spoken.
        if quote is None:
            as_of = self._dated(sentence.start, start, end, sentence.end)
        else:
            as_of = self._dated(max(sentence.start, quote.span.start), start, end, min(sentence.end, quote.span.end))
            if as_of is None and quote.speaker is not None:
                # "As of January 31, SIGAR said that ...": what opens the sentence holds for what is said.
                as_of = self._dated(sentence.start, quote.speaker.start, quote.speaker.start, quote.speaker.start)
        inherited = False
        last_block, last_date, last_source = self._last
        if last_block != block:
            last_block, last_date, last_source = self._by_lemma.get(lemma, (-9, None, None))
        if block - last_block <= _PASSAGE and quote is None:
            if source is None and last_source is not None:
                source, inherited = last_source, True
            if as_of is None and last_date is not None and source == last_source:
                as_of, inherited = last_date, True
        self._last = (block, as_of, source)
        if lemma and source is not None:
            self._by_lemma[lemma] = (block, as_of, source)
        return Setting(as_of, source, inherited)

    def _labelled(self, block: int, start: int) -> str | None:
        """Read "UNICEF: water for 540 families": an actor with a colon opens the item."""
        begin = self._document.blocks[block].start
        low = bisect_right(self._mention_starts, begin - 1)
        if low < len(self._mentions) and self._mentions[low].span.start - begin <= 4:
            mention = self._mentions[low]
            after = self._document.normalized[mention.span.end : min(start, mention.span.end + 16)]
            if after.startswith(":") or (after.startswith(" (") and "):" in after):
                return self._owners.get(mention.id)
        return None

    def _quote_around(self, start: int, end: int) -> Quote | None:
        """Give the innermost quote with a known speaker that holds the figure."""
        best: Quote | None = None
        for quote in self._quote_index.overlapping(start, end):
            if quote.speaker_id is not None and quote.span.start <= start and end <= quote.span.end:
                if best is None or len(quote.span) <= len(best.span):
                    best = quote
        return best

    def _reported_by(self, begin: int, limit: int, start: int) -> str | None:
        """Find the subject of a verb of recording before the figure, in its sentence."""
        tokens = self._document.tokens
        low, high = bisect_right(self._mention_starts, begin - 1), bisect_right(self._mention_starts, start)
        for position in range(high - 1, max(low - 1, high - 8), -1):
            mention = self._mentions[position]
            after = tokens.first_from(mention.span.end)
            for index in range(after, min(after + 4, len(tokens))):
                if tokens.starts[index] >= start:
                    break
                if tokens.words[index] in self._reporting:
                    return self._owners.get(mention.id)
                if tokens.gaps[index].strip() not in ("", ")", "(", ",") or tokens.words[index] in ("of", "in", "that"):
                    break
        return None

    def _dated(self, begin: int, start: int, end: int, limit: int) -> str | None:
        """Find the date of the clause: the nearest one before the figure in its sentence, else the next one behind it."""
        high = bisect_right(self._date_starts, start)
        best: DateMention | None = None
        if high and self._dates[high - 1].span.start >= begin:
            best = self._dates[high - 1]
        elif high < len(self._dates) and self._dates[high].span.start < min(limit, end + 60):
            between = self._document.text[end : self._dates[high].span.start]
            if not any(mark in between for mark in ",;:("):
                best = self._dates[high]
        return best.id if best is not None else None


def _is_calendar(value: str) -> bool:
    return bool(value) and (value[:1].isdigit() or value.startswith("XXXX-")) and "T" not in value
