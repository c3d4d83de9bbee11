"""What holds of quotes whatever the text is."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afghanbrief import Document
from afghanbrief.extractor import BuildContext, Found
from afghanbrief.extractors.quotes.extractor import QuotesExtractor
from afghanbrief.kinds.quotes import Quote
from afghanbrief.text.blocks import find_blocks
from afghanbrief.text.quotemarks import find_quote_zones

EXTRACTOR = QuotesExtractor(BuildContext())
UNITS = (
    '"',
    "'",
    "\u201c",
    "\u201d",
    "\u2018",
    "\u2019",
    "``",
    "''",
    "\u00ab",
    "\u00bb",
    " ",
    "\n\n",
    ".",
    ",",
    ":",
    "?",
    "-",
    "(",
    ")",
    "he",
    "said",
    "that",
    "told",
    "reporters",
    "according",
    "to",
    "Lavrov",
    "who",
    "and",
    "the",
    "report",
    "asked",
    "called",
    "as",
    "is",
    "closed",
    "road",
    "not",
    "KABUL",
    "saying",
    "s",
    "of",
    "blamed",
    "Monday",
    "\u2014",
)
SENTENCES = st.sampled_from(
    (
        '"We are ready to talk to them," Lavrov said.',
        'Lavrov said: "It is time for peace."',
        '"We are ready," Lavrov said, "but they are not."',
        'The embassy called the attack "cowardly and senseless".',
        "Officials said that the road was closed.",
        'Lavrov said the plan was "bad for all of us" and would fail.',
        '"Why should we?" he asked.',
        "According to the mission, nine people were killed.",
        "The road is closed.",
    )
)


def extract(text: str) -> list[Quote]:
    return list(EXTRACTOR.extract(Document(text), Found({})))


def plain(quote: Quote) -> tuple[object, ...]:
    return (
        quote.style,
        [(piece.start, piece.end) for piece in quote.content],
        quote.cue and (quote.cue.start, quote.cue.end),
        quote.speaker and (quote.speaker.start, quote.speaker.end),
        quote.evidence.rule,
    )


class TestNoTextRaises:
    @given(st.lists(st.sampled_from(UNITS), max_size=60).map(" ".join) | st.lists(st.sampled_from(UNITS)).map("".join))
    @settings(max_examples=200, deadline=None)
    def test_words_and_marks(self, text: str) -> None:
        for quote in extract(text):
            spans = [quote.span, *quote.content, *quote.verbatim, *quote.evidence.cues]
            spans += [span for span in (quote.cue, quote.speaker, quote.audience) if span is not None]
            assert all(span.text == text[span.start : span.end] and span.start < span.end for span in spans)
            assert quote.content[0].start == quote.span.start
            assert quote.content[-1].end == quote.span.end

    @given(st.text(max_size=200))
    @settings(max_examples=100, deadline=None)
    def test_any_characters(self, text: str) -> None:
        extract(text)


class TestZones:
    @given(st.lists(st.sampled_from(UNITS[:24]), max_size=80).map("".join))
    @settings(max_examples=200, deadline=None)
    def test_in_order_apart_and_in_their_block(self, text: str) -> None:
        blocks = find_blocks(text)
        found = find_quote_zones(text, blocks)
        for zone in found:
            block = blocks[zone.block]
            assert block.start <= zone.outer_start < zone.start < zone.end <= zone.outer_end <= block.end
        assert all(left.outer_end <= right.outer_start for left, right in itertools.pairwise(found))


class TestMarksAreAlike:
    @given(st.lists(SENTENCES, min_size=1, max_size=5))
    @settings(max_examples=60, deadline=None)
    def test_straight_and_curly_give_the_same_quotes(self, sentences: list[str]) -> None:
        text = " ".join(sentences)
        curly = list(text)
        opening = True
        for index, character in enumerate(text):
            if character == '"':
                curly[index] = "\u201c" if opening else "\u201d"
                opening = not opening
        assert [plain(quote) for quote in extract("".join(curly))] == [plain(quote) for quote in extract(text)]


class TestUnrelatedParagraph:
    @given(st.lists(SENTENCES, min_size=1, max_size=5))
    @settings(max_examples=60, deadline=None)
    def test_a_paragraph_behind_changes_nothing(self, sentences: list[str]) -> None:
        text = "The hall was full.\n\n" + " ".join(sentences)
        more = text + "\n\nThe valley has two rivers."
        assert [plain(quote) for quote in extract(more)] == [plain(quote) for quote in extract(text)]


@pytest.mark.parametrize(
    "unit", ['"', "\u201c", "he said ", 'He said "', "said that ", "according to ", 'called "a" and ']
)
def test_ten_thousand_of_anything(unit: str) -> None:
    extract(unit * 10_000)
