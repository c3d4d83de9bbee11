"""Finds when a figure holds and who vouches for it: in its clause, its sentence, the passage of one report."""

from __future__ import annotations

from bisect import bisect_right

import attrs

from afghanbrief.document import Document
from afghanbrief.extractor import Found
from afghanbrief.kinds import Actor, ActorMention, DateMention, Quote
from afghanbrief.text.patterns import compile_pattern

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
            as_of, lasting = self._dated(sentence.start, start, end, sentence.end)
        else:
            as_of, lasting = self._dated(
                max(sentence.start, quote.span.start), start, end, min(sentence.end, quote.span.end)
            )
            if as_of is None and quote.speaker is not None:
                # "As of January 31, SIGAR said that ...": what opens the sentence holds for what is said.
                before = quote.speaker.start
                as_of, lasting = self._dated(sentence.start, before, before, before)
        inherited = False
        last_block, last_date, last_source = self._last
        if last_block != block:
            last_block, last_date, last_source = self._by_lemma.get(lemma, (-9, None, None))
        if block - last_block <= _PASSAGE and quote is None:
            if source is None and last_source is not None:
                source, inherited = last_source, True
            if as_of is None and last_date is not None and source == last_source and source is not None:
                as_of, inherited, lasting = last_date, True, True
        carried = as_of if lasting else last_date if source == last_source else None
        self._last = (block, carried, source)
        if lemma and source is not None:
            self._by_lemma[lemma] = (block, carried, source)
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

    def _dated(self, begin: int, start: int, end: int, limit: int) -> tuple[str | None, bool]:
        """Find the date of the clause: right behind the figure ("29 in January"), else the nearest one before it.

        A date that others are compared with ("than in 2014", "since last quarter") holds only for the figure that
        stands in the comparison; "since 2005" names no date at all. The second value tells whether what follows may
        go by the date.
        """
        high = bisect_right(self._date_starts, start)
        if high < len(self._dates) and self._dates[high].span.end <= limit and self._date_starts[high] - end <= _BEHIND:
            between = self._document.folded[end : self._date_starts[high]]
            if not _PARTS.search(between) and not _COMPARES.search(between) and not _SINCE.search(between):
                return self._dates[high].id, True
        for position in range(high - 1, max(-1, high - 5), -1):
            date = self._dates[position]
            if date.span.start < begin:
                break
            before = self._document.folded[max(begin, date.span.start - _BEFORE) : date.span.start]
            if _SINCE.search(before):
                continue
            if _COMPARES.search(before):
                between = self._document.folded[date.span.end : min(start, date.span.end + _BEHIND)]
                if start - date.span.end > _BEHIND or not _INSIDE.match(between):
                    continue
                return date.id, False
            return date.id, True
        # "218 districts were under control (71) or influence (147) as of May 15": the whole sentence goes by it.
        for position in range(high, min(high + 3, len(self._dates))):
            first = self._date_starts[position]
            if first >= limit:
                break
            if self._document.folded[max(end, first - 7) : first] in (" as of ", "\nas of ", " as at "):
                return self._dates[position].id, True
        return None, False


# How far behind a figure its date may stand, and how far before a date the word that rules it.
_BEHIND = 60
_BEFORE = 48
_PARTS = compile_pattern(r"[,;:()\u2014]|\band\b|\d")
_COMPARES = compile_pattern(
    r"\b(?:than|same period of|compared (?:with|to)|since|over|before|below|above|as in|down from|up from|from)\b"
    r"[^,;:.()]{0,30}$"
)
_SINCE = compile_pattern(r"\bsince (?:the |last |early |late |mid-)?(?:fiscal year )?$")
_INSIDE = compile_pattern(r"\W{0,3}(?:when\b|in which\b|there were|it was|was\b|it\b|\()")


def _is_calendar(value: str) -> bool:
    return bool(value) and (value[:1].isdigit() or value.startswith("XXXX-")) and "T" not in value
