"""Numbers in digits and words."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from afghanbrief.text.folding import normalize
from afghanbrief.text.numerals import find_numerals
from afghanbrief.text.tokens import tokenize


def _values(text: str) -> list[tuple[str, str]]:
    return [(f"{numeral.value.normalize():f}", numeral.form) for numeral in find_numerals(tokenize(normalize(text)))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200 men", "1200"),
        ("12,34,567 rupees", "1234567"),
        ("20 000 people", "20000"),
        ("56.3 percent", "56.3"),
        ("2.5 million", "2500000"),
        ("5bn", "5000000000"),
        ("$2.5m", "2500000"),
        ("seventeen", "17"),
        ("twenty-five thousand", "25000"),
        ("one hundred and five", "105"),
        ("a dozen groups", "12"),
        ("half a million", "500000"),
        ("two million three hundred thousand", "2300000"),
        ("\u06f2\u06f5 men", "25"),
        ("250ml", "250"),
    ],
)
def test_cardinals(text: str, value: str) -> None:
    assert _values(text)[0][0] == value
    assert len(_values(text)) == 1


@pytest.mark.parametrize(("text", "form"), [("21st", "ordinal"), ("a third man", "ordinal"), ("1.2.3", "ordinal")])
def test_ordinals_and_versions_are_told_apart(text: str, form: str) -> None:
    assert _values(text)[0][1] == form


def test_fractions_are_percent() -> None:
    assert _values("a quarter of them")[0] == ("25", "fraction")
    assert _values("three quarters")[0] == ("75", "fraction")
    assert _values("half of it")[0] == ("50", "fraction")


def test_vague_plurals_have_two_ends() -> None:
    (numeral,) = find_numerals(tokenize("tens of thousands of men"))
    assert (numeral.value, numeral.upper) == (Decimal(20000), Decimal(99999))


@pytest.mark.parametrize("text", ["the first half", "per hundred", "tens", "", "a second later x"])
def test_what_is_no_cardinal(text: str) -> None:
    assert all(form == "ordinal" for _, form in _values(text))


def test_numerals_share_no_token() -> None:
    numerals = find_numerals(tokenize("one two three 4 5 6.7 million 8,9 ten thousand and eleven"))
    assert all(left.stop <= right.first for left, right in pairwise(numerals))
