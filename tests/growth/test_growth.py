"""Twice the text takes at most 2.6 times as long, on units that show quadratic time when they are repeated."""

from __future__ import annotations

from typing import Any

import pytest
from afghanbrief_toys import Nest, Word

from afghanbrief import Briefer, Document, Evidence, Span, SpanIndex, from_json, to_json
from afghanbrief.conflicts import settle_conflicts
from afghanbrief.testing import GROWTH_LIMIT, REPEATED_UNITS, measure_growth

BRIEFER = Briefer(discover=False)


@pytest.mark.parametrize("unit", REPEATED_UNITS)
def test_briefing(unit: str) -> None:
    assert measure_growth(BRIEFER.brief, unit, characters=30_000) <= GROWTH_LIMIT


@pytest.mark.parametrize("unit", ["5 May 2018 ", 'He said "no". ', "Mullah Omar said 5 percent. "])
def test_json(unit: str) -> None:
    assert measure_growth(lambda text: from_json(to_json(BRIEFER.brief(text))), unit, characters=8_000) <= GROWTH_LIMIT


def nested(text: str, kind: Any) -> list[Any]:
    middle = len(text) // 2
    return [kind(span=Span(i, len(text) - i, "?"), evidence=Evidence("e", "r")) for i in range(middle)]


def crossing(text: str, kind: Any) -> list[Any]:
    length = len(text) // 2
    return [kind(span=Span(i, i + length, "?"), evidence=Evidence("e", "r")) for i in range(length)]


@pytest.mark.parametrize("kind", [Word, Nest])
@pytest.mark.parametrize("make", [nested, crossing])
def test_conflicts(make: Any, kind: Any) -> None:
    assert measure_growth(lambda text: settle_conflicts(make(text, kind)), "x", characters=6_000) <= GROWTH_LIMIT


@pytest.mark.parametrize("make", [nested, crossing])
def test_span_index(make: Any) -> None:
    def build_and_ask(text: str) -> None:
        index = SpanIndex(make(text, Word))
        for offset in range(0, len(text), 50):
            index.within(offset, offset + 5)
            index.at(-1)

    assert measure_growth(build_and_ask, "x", characters=6_000) <= GROWTH_LIMIT


def test_layers() -> None:
    def all_layers(text: str) -> None:
        document = Document(text)
        assert document.sentence_index(0) <= document.block_index(10**9) + len(document.sentences)
        assert document.tokens is not None
        assert document.folded is not None
        assert document.quote_zones is not None
        assert document.numerals is not None

    for unit in REPEATED_UNITS:
        assert measure_growth(all_layers, unit, characters=20_000) <= GROWTH_LIMIT, unit
