"""Carries date and source of figures on through the passage that retells one report."""

from __future__ import annotations

from typing import Final, NamedTuple

from afghanbrief.document import Document
from afghanbrief.extractor import Found
from afghanbrief.extractors.statistics.counting import is_money
from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.extractors.statistics.grammar import PLACE, word_classes
from afghanbrief.extractors.statistics.periods import LABEL, LENGTHS, OTHERWISE, UNDATED, Dated, PeriodReader
from afghanbrief.extractors.statistics.reporters import NOBODY, Manner
from afghanbrief.extractors.statistics.sources import SourceReader
from afghanbrief.extractors.statistics.vouching import load_vouching
from afghanbrief.kinds import Quote
from afghanbrief.text.patterns import compile_pattern

# A report is retold over neighbouring paragraphs; sentences without end are looked at for this many characters.
_PASSAGE: Final = 2
_SENTENCE_WINDOW: Final = 400
_OF_WHICH: Final = compile_pattern(r"\bof (?:which|whom|these|those)\b")
_PRONOUN: Final = compile_pattern(r"(?:according to [^.,;]{3,70}?,? )?(?:it|they|this|these) ")
_NEAR_WORDS: Final = 5
_WORDS_BEFORE: Final = 10


class Setting(NamedTuple):
    """The date and source of a figure.

    Attributes:
        as_of_id: id of the date, or ``None``.
        source_id: id of the actor, or ``None``.
        inherited: whether either comes from an earlier sentence.
    """

    as_of_id: str | None
    source_id: str | None
    inherited: bool


NOTHING: Final = Setting(None, None, False)


# These may tell of a change with a hyphen too: "a 7-point drop".
_MOVING: Final = frozenset(("percent", "percentage-point", "point", "bp", "x", "count"))


def _is_of_books(unit: str) -> bool:
    return unit == "percent" or is_money(unit)


class _Told(NamedTuple):
    """Who told a figure, in which block, in which manner, and as of when."""

    block: int
    source_id: str | None
    manner: Manner
    as_of_id: str | None


class _Passage:
    """What the text goes on about: the last source, its date, the things that it counted."""

    def __init__(self) -> None:
        self.block = -9
        self.sentence = -9
        self.source_id: str | None = None
        self.manner: Manner = "none"
        self.as_of_id: str | None = None
        self.dated = -9
        self.topics: set[str] = set()
        self.end = 0
        self.quoted = False
        self.unit = ""

    def told(self) -> _Told:
        """Give who told the last figure."""
        return _Told(self.block, self.source_id, self.manner, self.as_of_id)


class SettingReader:
    """Reads dates and sources for the figures of one document, in text order.

    Arguments:
        document: the document.
        found: its dates, and its actors and quotes where there are any.
    """

    def __init__(self, document: Document, found: Found) -> None:
        self._document = document
        self._folded = document.folded
        self._tokens = document.tokens
        self._blocks = document.blocks
        self._words = load_vouching()
        self._humans = self._words["humans"]
        self._sources = SourceReader(document, found)
        self._periods = PeriodReader(document, found)
        self._passage = _Passage()
        self._counts: dict[str, _Told] = {}
        self._words_of = document.tokens.words
        self._begin = self._limit = self._index = self._block = self._opening = -1
        self._role = ""

    def read(self, figure: Figure, lemma: str | None, elided: bool) -> Setting:
        """Read date and source of a figure.

        Arguments:
            figure: the figure.
            lemma: head noun of what it counts, or ``None``.
            elided: whether that noun was taken from an earlier figure.
        """
        start, end, unit = figure.start, figure.end, figure.unit
        document, periods = self._document, self._periods
        if not self._begin <= start < self._limit:
            # Figures come in text order, often several in a sentence.
            self._index = document.sentence_index(start)
            self._block = document.block_index(start)
            sentence = document.sentences[self._index]
            self._begin, self._limit = sentence.start, sentence.end
            self._opening, self._role = self._blocks[self._block].start, self._blocks[self._block].role
        block, index, opening = self._block, self._index, self._begin
        begin, limit = opening, self._limit
        if limit - begin > _SENTENCE_WINDOW:
            begin, limit = max(begin, start - _SENTENCE_WINDOW), min(limit, start + _SENTENCE_WINDOW)
        voucher = self._sources.read(start, end, index, block, begin, limit)
        source, manner, quote, verb = voucher
        if manner == "denied":
            return NOTHING
        # What is said has its own time: a date outside the reported words tells when they were spoken.
        if quote is not None:
            begin, limit = max(begin, quote.span.start), min(limit, quote.span.end)
        dated = UNDATED
        timeless = unit in LENGTHS
        if not timeless and (figure.stop > figure.number_stop or self._words_of[figure.bound_first - 1] == "of"):
            timeless = self._is_timeless(figure)
        if periods.has_dates and not timeless:
            if start - self._opening <= LABEL:
                dated = periods.label(self._opening, start)
            if dated is UNDATED:
                dated = periods.read(max(begin, verb), start, end, limit)
            if dated is not UNDATED:
                pass
            elif quote is not None:
                if quote.speaker is not None and quote.speaker.start < quote.span.start:
                    dated = periods.opening(opening, quote.speaker.start, start)
            elif self._role == "item":
                if periods.is_of_key_figures(block):
                    dated = periods.heading()
                if dated is UNDATED:
                    dated = periods.lead_in(block)
            if (
                dated is UNDATED
                and index
                and begin == opening
                and self._folded[begin] in "tia"
                and _PRONOUN.match(self._folded, begin, start)
            ):
                # "The fighting in March was the worst since 2011. According to the OSCE it killed 146 soldiers."
                before = document.sentences[index - 1]
                if before.end > self._opening:
                    dated = periods.of_subject(before.start, before.end)
        passage = self._passage
        if (
            voucher is NOBODY
            and dated is UNDATED
            and passage.source_id is passage.as_of_id is None
            and not self._counts
        ):
            issuer = self._sources.issuer
            return NOTHING if issuer is None else Setting(None, issuer, True)
        topic = "person" if lemma in self._humans else lemma or ""
        inherited = False
        carried = None
        if source is None and quote is None and (passage.source_id is not None or self._counts):
            told = self._goes_on(start, block, index, topic, elided)
            if told is not None:
                source, manner, carried, inherited = told.source_id, told.manner, told.as_of_id, True
        if dated is UNDATED and not timeless:
            if carried is None and passage.as_of_id is not None:
                carried = self._carried(passage.as_of_id, source, figure, block, index, elided)
            if carried is not None and not periods.is_of_another_time(begin, start):
                if quote is None or not self._is_statement_of_its_own(quote):
                    dated, inherited = Dated(carried, True), True
        elif dated.as_of_id is not None and periods.is_of_another_time(begin, start):
            dated = OTHERWISE
        same = passage.source_id == source and passage.block == block
        if not same:
            passage.topics = set()
        if topic:
            passage.topics.add(topic)
        if dated.lasting and dated.as_of_id is not None:
            passage.as_of_id, passage.dated = dated.as_of_id, index
        elif not same or (source is None and dated is UNDATED and index != passage.dated):
            passage.as_of_id = None
        passage.block, passage.sentence, passage.end = block, index, end
        passage.unit = unit
        passage.source_id, passage.manner, passage.quoted = source, manner, quote is not None
        if source is not None and manner == "documented":
            self._sources.current = source
            if topic:
                self._counts[topic] = passage.told()
        if source is None and quote is None:
            source, inherited = self._sources.issuer, True
        if source is dated.as_of_id is None:
            return NOTHING
        return Setting(dated.as_of_id, source, inherited)

    def _goes_on(self, start: int, block: int, index: int, topic: str, elided: bool) -> _Told | None:
        """Tell whether the narrator goes on retelling the last source, or the last one that counted such things."""
        words, passage = self._words, self._passage
        last = passage.source_id
        here = passage.block == block and last is not None
        counted = None if here or not topic else self._counts.get(topic)
        if not here and (counted is None or block - counted.block > _PASSAGE):
            return None
        tokens = self._tokens
        first = tokens.first_from(start)
        before = tokens.words[max(0, first - _WORDS_BEFORE) : first]
        near = {*before[-_NEAR_WORDS:], *tokens.words[first : first + _NEAR_WORDS]}
        if near & words["doubting"]:
            return None
        if here and last is not None:
            if index == passage.sentence and passage.quoted and self._sources.is_person(last):
                # "said Fatma Ali, a mother of four": the narrator's own words behind what was said.
                return passage.told() if near & words["participles"] else None
            part = index == passage.sentence and before[-2:-1] == ("of",) and before[-1] in words["partitive"]
            if elided or part or passage.manner == "documented" or near & words["anaphoric"]:
                return passage.told()
            if index == passage.sentence:
                listed = not passage.quoted and ";" not in self._document.text[passage.end : start]
                return passage.told() if listed or near & words["participles"] else None
            if not self._sources.is_person(last):
                if topic in passage.topics or words["pronouns"] & {*before}:
                    return passage.told()
            opening = tokens.first_from(self._document.sentences[index].start)
            if tokens.words[opening] in words["possessives"]:
                return passage.told() if words["statements"] & {*tokens.words[opening + 1 : opening + 4]} else None
            return None
        return counted

    def _is_statement_of_its_own(self, quote: Quote) -> bool:
        """Read "It warned in April that": another statement than the one before."""
        if quote.cue is None or quote.cue.start > quote.span.start:
            return False
        return self._periods.has_date_in(self._begin, quote.span.start)

    def _is_timeless(self, figure: Figure) -> bool:
        """Tell whether a figure says what kind of thing something is: "a town of 26,000", "the 4,320-megawatt dam"."""
        tokens = self._tokens
        of = figure.bound_first - 1
        if of > 0 and tokens.words[of] == "of" and figure.unit == "count":
            return word_classes().get(tokens.words[of - 1], 0) & PLACE != 0
        if figure.stop <= figure.number_stop or tokens.gaps[figure.number_stop] != "-":
            return False
        return figure.unit not in _MOVING and not is_money(figure.unit)

    def _is_of_accounts(self, figure: Figure) -> bool:
        """Tell whether a sum or share goes on with the accounts of one period: "Imports, at $5 million, fell"."""
        passage, periods = self._passage, self._periods
        if passage.as_of_id is None or not (_is_of_books(figure.unit) and _is_of_books(passage.unit)):
            return False
        if not periods.calendar.is_period(passage.as_of_id) or periods.has_date_in(self._begin, self._limit):
            return False
        # What is, or will be, is of another time than what was.
        tokens = self._tokens
        first = tokens.first_from(self._begin)
        return self._words["lasting"].isdisjoint(tokens.words[first : tokens.first_from(self._limit)])

    def _carried(
        self, as_of_id: str, source: str | None, figure: Figure, block: int, index: int, elided: bool
    ) -> str | None:
        """Give the date that a figure has from the one before it."""
        passage, start = self._passage, figure.start
        if index == passage.sentence == passage.dated and _OF_WHICH.search(self._folded, passage.end, start):
            return as_of_id
        if source != passage.source_id:
            return None
        if passage.block == block:
            # What has a source goes on by its date; else only what was elided does, and only at once.
            if source is not None or index == passage.dated or (elided and index - passage.dated <= 1):
                return as_of_id
            if index - passage.dated == 1 and self._is_of_accounts(figure):
                return as_of_id
            return None
        near = block - passage.block == 1 and source is not None and not self._sources.is_person(source)
        return as_of_id if near else None
