"""Quotation marks are paired by kind and paragraph."""

from __future__ import annotations

import itertools

import pytest

from afghanbrief.text.blocks import find_blocks
from afghanbrief.text.quotemarks import find_quote_zones


def zones(text: str) -> list[str]:
    return [text[zone.start : zone.end] for zone in find_quote_zones(text, find_blocks(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"A," he said. "B."', ["A,", "B."]),
        ("\u201cA,\u201d he said. \u201cB.\u201d", ["A,", "B."]),
        ("\u201eJa\u201c, sagte er", ["Ja"]),
        ("\u00abOui\u00bb, dit-il", ["Oui"]),
        ("``Hi there,'' he said", ["Hi there,"]),
        ("He said ''hello'' twice", ["hello"]),
        ("\u2018We don\u2019t like the boys\u2019 road,\u2019 he said.", ["We don\u2019t like the boys\u2019 road,"]),
        ("\u2018or the \u201csecure\u201d one\u2019.", ["or the \u201csecure\u201d one"]),
        ("rock 'n' roll in the '90s and 'tis 'quoted' here", ["quoted"]),
        ("the soldiers' road and the men's boots", []),
        ('a 5\'10" man said "x" twice', ["x"]),
        ('"As asked: \u201cDo you?\u201d No," he said', ["As asked: \u201cDo you?\u201d No,"]),
        ('said resources would help," For example, so it is". People came.', [" For example, so it is"]),
        ('"lost close. "New one," x', ["lost close. ", "New one,"]),
        ('"\u201d', []),
        ("", []),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert zones(text) == expected


def test_an_open_zone_ends_with_its_paragraph() -> None:
    text = '"It goes on\n\n"here," he said.'
    found = find_quote_zones(text, find_blocks(text))
    assert [zone.closed for zone in found] == [False, True]
    assert found[0].end == found[0].outer_end == text.index("\n")
    assert [zone.block for zone in found] == [0, 1]


def test_offsets_of_marks() -> None:
    text = "He said \u201cno\u201d."
    (zone,) = find_quote_zones(text, find_blocks(text))
    assert text[zone.outer_start : zone.outer_end] == "\u201cno\u201d"
    assert zone.kind == "double"


def test_zones_never_overlap() -> None:
    text = "\u201c\u2018\u201c" * 3000 + "a\u201d\u2019\u201d" * 3000
    found = find_quote_zones(text, find_blocks(text))
    assert all(left.outer_end <= right.outer_start for left, right in itertools.pairwise(found))
