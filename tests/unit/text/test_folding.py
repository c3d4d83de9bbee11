"""Folded copies keep the length in code points, whatever the text."""

from __future__ import annotations

import sys

import pytest

from afghanbrief.text.folding import fold, normalize


def test_every_code_point_keeps_its_length() -> None:
    for start in range(0, sys.maxunicode + 1, 0x1000):
        text = "".join(map(chr, range(start, min(start + 0x1000, sys.maxunicode + 1))))
        normalized = normalize(text)
        assert len(normalized) == len(text)
        assert len(fold(normalized)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghani\u2019s", "Ghani's"),
        ("\u201cno\u201d \u00abno\u00bb", '"no" "no"'),
        ("2001\u20132014", "2001-2014"),
        ("a\u00a0b\tc", "a b c"),
        ("a\tb", "a b"),
        ("\u06f1\u06f3\u06f9\u06f7 \u0661\u0662\u066b\u0665", "1397 12.5"),
        ("one\u2014two \u2015 three", "one\u2014two \u2014 three"),
        ("\u0130zmir", "Izmir"),
        ("plain", "plain"),
    ],
)
def test_variants_look_alike(text: str, expected: str) -> None:
    assert normalize(text) == expected


def test_case_is_kept_until_folded() -> None:
    assert normalize("KABUL") == "KABUL"
    assert fold("KABUL \u0394") == "kabul \u03b4"
