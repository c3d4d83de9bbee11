"""Prepares a document for the clause grammar: word classes, zones in words, sentences that do not end inside zones."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import compress, count, repeat
from typing import Final

from afghanbrief.document import Document
from afghanbrief.extractors.quotes.lexicon import (
    DETERMINER,
    MEDIUM,
    PAPER,
    PREPOSITION,
    trigger_words,
    word_classes,
    word_list,
)
from afghanbrief.text.patterns import compile_pattern
from afghanbrief.text.quotemarks import QuoteZone
from afghanbrief.text.sentences import Sentence as SentenceOfText

_LEADS_TO_NAME: Final = PREPOSITION | DETERMINER | MEDIUM | PAPER
_TITLED: Final = word_list("titled")
# Real sentences hold fewer; beyond that a sentence is read in pieces.
_MOST_CUES: Final = 24
_MOST_ZONES: Final = 48
_DATELINE: Final = compile_pattern(r"[A-Z][^\n\"\u2014;:]{2,70}?(?:\s(?:-{1,2}|\u2014)\s|\u2014\s?|\s?--\s)")
_AGENCY_LINE: Final = compile_pattern(
    r"[A-Z][\w.]{2,20}(?: [A-Z][\w.]{1,20}){0,2}(?:, [A-Z][\w.]{1,20})? \([A-Z][\w ]{1,20}\) (?:-{1,2}|\u2014) "
)
# "Mogadishu, Somalia - At least ...": a place in small letters opens a report only at its very front.
_PLACE_LINE: Final = compile_pattern(
    r"[A-Z][\w.'-]{1,20}(?: [A-Z][\w.'-]{1,20})?(?:, [A-Z][\w.' -]{1,24})? \u2014 (?=[A-Z\"'])"
)
_PLACE: Final = 50
_FIRST_BLOCKS: Final = 3


class Sentence:
    """A sentence of the running text, whose end lies in no zone.

    Attributes:
        start, end: offsets.
        low, high: indexes of its first word and after its last word.
        block: index of its block.
        cues: indexes of words that can be cues, zones left out.
        zones: indexes of its zones.
    """

    __slots__ = ("block", "cues", "end", "high", "low", "start", "zones")

    def __init__(self, start: int, end: int, block: int, low: int = 0, high: int = 0) -> None:
        self.start = start
        self.end = end
        self.block = block
        self.low = low
        self.high = high
        self.cues: list[int] = []
        self.zones: list[int] = []


class View:
    """What the grammar reads.

    Attributes:
        document: the document.
        text: its normalized text.
        words, forms, starts, ends, gaps: its words.
        classes: a bit set for each word.
        zones: its zones; ``zone_words[k]`` are the word indexes of zone ``k``.
        opens: zone index by the index of the first word inside.
        closes: zone index by the index of the first word behind.
        sentences: those that hold a cue or a zone, in order.
    """

    __slots__ = (
        "classes",
        "closes",
        "document",
        "ends",
        "forms",
        "gaps",
        "opens",
        "sentences",
        "starts",
        "text",
        "words",
        "zone_starts",
        "zone_words",
        "zones",
    )

    def __init__(self, document: Document) -> None:
        tokens = document.tokens
        self.document = document
        self.text = document.normalized
        self.words = tokens.words
        self.forms = tokens.forms
        self.starts = tokens.starts
        self.ends = tokens.ends
        self.gaps = tokens.gaps
        known = word_classes()
        # map with C functions only: a loop over all words would be the dearest line of the extractor.
        self.classes = list(map(known.get, tokens.words, repeat(0)))
        if "WHO" in self.text:
            # The health organization is no pronoun.
            for at in compress(count(), map("WHO".__eq__, tokens.forms)):
                self.classes[at] = 0
        self.zones: list[QuoteZone] = []
        self.zone_words: list[tuple[int, int]] = []
        self.opens: dict[int, int] = {}
        self.closes: dict[int, int] = {}
        starts, ends = tokens.starts, tokens.ends
        last = 0
        for zone in document.quote_zones:
            first = bisect_left(starts, zone.start, last)
            last = bisect_right(ends, zone.end, max(first - 1, 0))
            if first < last:
                self.opens[first] = self.closes[last] = len(self.zones)
                self.zones.append(zone)
                self.zone_words.append((first, last))
        self.zone_starts = [zone.start for zone in self.zones]
        self.sentences = self._find_sentences()

    def is_name(self, number: int) -> bool:
        """Tell whether a zone holds a name, a nickname or a title: few words with capitals, no sentence."""
        first, last = self.zone_words[number]
        zone = self.zones[number]
        end = self.text[zone.end - 1]
        size = last - first
        if size > 8 or end in "?!":
            return False
        blocks = self.document.blocks
        if blocks[zone.block].role in ("title", "heading") or (zone.block == 0 and len(blocks) > 1):
            return False
        forms = self.forms
        if size < 4 and first > 0 and last < len(forms) and forms[first - 1][0].isupper() and forms[last][0].isupper():
            if self.gaps[first] == ' "' and self.gaps[last] == '" ':
                # 'Ramzi "the Tiger" Haddad'
                return True
        if (
            self.classes[first] & DETERMINER
            and end not in ".,"
            and all(forms[index][0].isupper() or self.classes[index] & PREPOSITION for index in range(first + 1, last))
        ):
            # "the Butcher of the North"
            return size > 1
        if size > 3:
            # The title of a work: capitals but for "of the".
            return end not in ".," and all(
                not forms[index][0].islower() or (self.classes[index] and first < index < last - 1)
                for index in range(first, last)
            )
        return all(not forms[index][0].islower() for index in range(first, last)) and (size > 1 or end not in ".,")

    def is_title(self, number: int, low: int) -> bool:
        """Tell whether a zone holds the title of a work or programme, or a name ("on ABC's "This Week," ...").

        Arguments:
            number: index of the zone.
            low: index of the first word that may lead to it.

        Returns:
            Whether its words have capitals, and what stands before it leads to a name.
        """
        first, last = self.zone_words[number]
        if (
            first <= low
            or last - first > 8
            or self.gaps[first].strip("\"' ")
            or self.text[self.zones[number].end - 1] in "!?"
        ):
            return False
        before, word = self.classes[first - 1], self.words[first - 1]
        possessor = word == "s" and self.gaps[first - 1] == "'"
        if not (before & _LEADS_TO_NAME or word in _TITLED or possessor):
            return False
        forms, classes = self.forms, self.classes
        return all(
            not forms[index][0].islower() or (classes[index] and first < index < last - 1)
            for index in range(first, last)
        )

    def in_zone(self, offset: int) -> bool:
        """Tell whether the character at *offset* stands in a zone."""
        index = bisect_right(self.zone_starts, offset) - 1
        return index >= 0 and offset < self.zones[index].end

    def _find_sentences(self) -> list[Sentence]:
        document = self.document
        sentences = document.sentences
        joined: set[int] = set()
        for zone in self.zones:
            first, last = document.sentence_index(zone.outer_start), document.sentence_index(zone.outer_end - 1)
            # No sentence begins inside marks; those that seem to belong to the one in which the marks open.
            joined.update(at for at in range(first + 1, last + 1) if sentences[at].block == sentences[at - 1].block)
        if not joined:
            return self._fill(sentences)
        merged: list[SentenceOfText] = []
        for at, sentence in enumerate(sentences):
            if at in joined and merged:
                merged[-1] = SentenceOfText(merged[-1].start, sentence.end, sentence.block)
            else:
                merged.append(sentence)
        return self._fill(merged)

    def _fill(self, merged: Sequence[SentenceOfText]) -> list[Sentence]:
        """Give the sentences that hold cues or zones; very long ones are cut, so that reading one stays bounded."""
        starts, zone_words = self.starts, self.zone_words
        sentences: list[Sentence] = []
        current: Sentence | None = None
        at = number = previous = 0
        own_cues: list[int] = []
        own_zones: list[int] = []
        size = len(self.zones)
        if not merged:
            return sentences
        # Where the next sentence begins.
        bounds = [sentence[0] for sentence in merged]
        bounds.append(len(self.text) + 1)
        bound = bounds[1]
        cues = list(compress(count(), map(trigger_words().__contains__, self.words)))
        position, amount = 0, len(cues)
        while position < amount or number < size:
            cue = cues[position] if position < amount else len(starts)
            is_zone = number < size and zone_words[number][0] <= cue
            offset = self.zones[number].outer_start if is_zone else starts[cue]
            if bound <= offset:
                current = None
                at = bisect_right(bounds, offset, at + 1) - 1
                bound = bounds[at + 1]
            if current is None:
                start, end, block = merged[at]
                # A dateline opens a paragraph.
                if not at or merged[at - 1][2] != block:
                    start = self._dateline(start, end) or start
                low = bisect_left(starts, start, previous)
                previous = bisect_left(starts, end, low)
                current = Sentence(start, end, block, low, previous)
                own_cues, own_zones = current.cues, current.zones
                sentences.append(current)
            elif len(own_cues) >= _MOST_CUES or len(own_zones) >= _MOST_ZONES:
                low = bisect_left(starts, offset, current.low)
                rest = Sentence(offset, current.end, current.block, low, current.high)
                current.end, current.high = offset, low
                sentences.append(rest)
                current = rest
                own_cues, own_zones = current.cues, current.zones
            if is_zone:
                own_zones.append(number)
                behind = zone_words[number][1]
                number += 1
                while position < amount and cues[position] < behind:
                    position += 1
            else:
                own_cues.append(cue)
                position += 1
        return sentences

    def _dateline(self, start: int, end: int) -> int:
        """Give the offset behind an agency's dateline ("KABUL, March 9 (Newsdesk) - "), or 0."""
        text = self.text
        if not text[start : start + 4].isupper() or not text[start : start + 3].isalpha():
            if not text[start : start + 1].isupper():
                return 0
            if text.find(" \u2014 ", start, start + _PLACE) >= 0 and self.document.block_index(start) < _FIRST_BLOCKS:
                place = _PLACE_LINE.match(text, start, end)
                if place:
                    return place.end()
            if text.find(" (", start, start + 60) < 0:
                return 0
            agency = _AGENCY_LINE.match(text, start, min(end, start + 60))
            return agency.end() if agency else 0
        match = _DATELINE.match(text, start, min(end, start + 90))
        return match.end() if match else 0
