"""Rare turns of numerals, names and quotation marks, one by one."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest

from afghanbrief.text.blocks import find_blocks
from afghanbrief.text.folding import normalize
from afghanbrief.text.names import Gazetteer, GazetteerEntry, NameIndex, index_of
from afghanbrief.text.numerals import find_numerals
from afghanbrief.text.quotemarks import find_quote_zones
from afghanbrief.text.tokens import tokenize


def numerals(text: str) -> list[tuple[str, Decimal]]:
    return [(text[item.start : item.end], item.value) for item in find_numerals(tokenize(normalize(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It doubled.", [("doubled", Decimal(2))]),
        ("tens of thousands", [("tens of thousands", Decimal(20000))]),
        ("tens of men", []),
        ("the scores were even", []),
        ("scores of men", [("scores of men"[:6], Decimal(40))]),
        ("thousand men", []),
        ("per hundred men", []),
        ("a hundred men", [("a hundred", Decimal(100))]),
        ("the dozen men", [("dozen", Decimal(12))]),
        ("twenty one two men", [("twenty one", Decimal(21)), ("two", Decimal(2))]),
        ("twenty thirty men", [("twenty", Decimal(20)), ("thirty", Decimal(30))]),
        ("two hundred dozen men", [("two hundred", Decimal(200))]),
        ("two hundred and five men", [("two hundred and five", Decimal(205))]),
        ("three seconds", [("three", Decimal(3))]),
        ("9" * 60, [("9" * 60, Decimal(0))]),
        ("9" * 60 + "m", []),
        ("$5 m for it", [("5 m", Decimal(5_000_000))]),
        ("$5 bn for it", [("5 bn", Decimal(5_000_000_000))]),
        ("two third", [("two", Decimal(2))]),
        ("several thousand men", [("several thousand", Decimal(2000))]),
        ("dozen men", [("dozen", Decimal(12))]),
        ("5xyz", []),
        ("5 million/6", [("5 million/6", Decimal(5_000_000))]),
        ("hundreds, of thousands", [("hundreds", Decimal(200))]),
        ("a half of it", [("a half", Decimal(50))]),
        ("It fell by a third.", [("a third", Decimal(100) / 3)]),
        ("twenty, thirty", [("twenty", Decimal(20)), ("thirty", Decimal(30))]),
        ("three halves", [("three halves", Decimal(150))]),
    ],
)
def test_number_words(text: str, found: list[tuple[str, Decimal]]) -> None:
    assert numerals(text)[: len(found)] == found
    if not found:
        assert numerals(text) == []


def entry(*names: str) -> GazetteerEntry:
    return GazetteerEntry(id=names[0], type="organisation", names=names)


def make(*entries: GazetteerEntry) -> Gazetteer:
    return Gazetteer(name="own", topic="actors", source="own", licence="CC0-1.0", entries=entries)


def test_names_of_marks_alone_are_no_names() -> None:
    index = NameIndex([make(entry("\u2014", "Front"))])
    assert "front" in index
    assert index.get("\u2014") is None


@pytest.mark.parametrize(
    ("name", "text", "count"),
    [
        ("Front", "in front of it", 0),
        ("Front", "The Front", 1),
        ("Blue Front", "Blue. Then Front", 0),
        ("Blue Front", "Blue; Front", 0),
        ("U.N.", "U N", 0),
        ("U.N.", "U.N.", 1),
        ("UN", "un", 0),
        ("al-Nusra", "al-Nusra", 1),
        ("Blue", "Blue", 1),
    ],
)
def test_names_in_texts(name: str, text: str, count: int) -> None:
    assert len(NameIndex([make(entry(name))]).find(tokenize(normalize(text)))) == count


def test_names_inside_longer_ones_and_words_that_begin_none() -> None:
    index = NameIndex([make(entry("Blue Front"), entry("Front"))])
    tokens = tokenize("The Blue Front left.")
    assert [(hit.first, hit.stop) for hit in index.find(tokens)] == [(1, 3)]
    assert index.match(tokens, 0) is None


def test_lists_that_have_no_hash_get_an_index_of_their_own() -> None:
    unhashable = make(GazetteerEntry(id="x", type="organisation", names=["Front"]))  # type: ignore[arg-type]
    assert index_of((unhashable,)) is not index_of((unhashable,))


@pytest.mark.parametrize(
    "text",
    [
        "``No,'' he said.",
        "``No,` he said.",
        "\u201cA \u201cb\u201d c\u201d d",
        '"A \u201cb\u201d c" d',
        '"A \u201d b',
        "'a 'b' c'",
        "the boys' 'toys' and '90s",
        'He is 5\'11" tall and "fine".',
        "\u00abA\u00bb \u00abB",
        "'It is the boys' turn \u2018now\u2019",
        "'boys' \u2018a \u2018b",
        "\u201cA \u00ab b",
        '"He is 5\'1" tall," he said',
    ],
)
def test_zones_lie_between_their_marks(text: str) -> None:
    zones = find_quote_zones(text, find_blocks(text))
    for zone in zones:
        assert 0 <= zone[2] <= zone[0] <= zone[1] <= zone[3] <= len(text)
    assert all(left[3] <= right[2] for left, right in itertools.pairwise(zones))
