"""Sentences end at full stops, not at abbreviations, initials and decimals."""

from __future__ import annotations

import pytest

from afghanbrief.text.blocks import find_blocks
from afghanbrief.text.sentences import find_sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in find_sentences(text, find_blocks(text))]


@pytest.mark.parametrize(
    "parts",
    [
        ["One.", "Two!", "Three?", "Four\u2026", "Five."],
        ["He said \u201cno.\u201d", "She left."],
        ['"Why?"', "She left."],
        ["It rose to 3.5 percent.", "It fell."],
        ["Mr. Solan met Gen. Karim.", "They talked."],
        ["J. Smith wrote to A. B. Solan.", "He replied."],
        ["The U.S. envoy left.", "He smiled."],
        ["They left the U.S.", "The envoy stayed."],
        ["He came at 5 p.m. Monday."],
        ["They chose Plan B.", "The rest is known."],
        ["It struck at a depth of 14 km.", "Mullah Solan spoke."],
        ["That ended it.12", "Nothing followed."],
        ["That ended it.[3]", "Nothing followed."],
        ["Wait... he said."],
        ["Wait...", "He left."],
        ["See No. 5 and p. 7 there."],
        ["He said no.", "She left."],
        ["No.", "I will not."],
        ["It is in Art. IV and Vol. 2 of it."],
        ["He studied art.", "She did not."],
        ["Was it e.g. Kabul or Herat?"],
        ["It ended.", "\u201cGood,\u201d he said."],
        ["It ended (really).", "(It did.)"],
        ["It is (5).", "Six."],
        ["She wrote 'yes.'", "He left."],
        ["%.", "Then."],
        ["It was founded by Acme Corp. 20 years ago."],
    ],
)
def test_cuts(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


def test_no_sentence_runs_over_a_block() -> None:
    assert cut("No stop here\n\nNor Here") == ["No stop here", "Nor Here"]


def test_nothing_gives_nothing() -> None:
    assert cut("") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It fell . Then it rose.", 2),
        ('It fell. "and then" it rose.', 1),
        ("He wrote at acme.com. They answered.", 2),
        ("He left (really!). Then he came.", 2),
        ("It was he\u2026). They left.", 2),
        ("They met at no. 5. Part II. of it came.", 2),
        ("See vol. IV of it. Then go.", 2),
        ("See no. I went.", 2),
    ],
)
def test_rare_stops(text: str, count: int) -> None:
    assert len(cut(text)) == count
