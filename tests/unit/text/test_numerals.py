"""Numbers in digits and words."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from afghanbrief import Document
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
        ("1 234 567 men", "1234567"),
        ("1.200.000 men", "1200000"),
        ("2,5 million", "2500000"),
        ("a .500 record", "0.5"),
        ("3 1/2 miles", "3.5"),
        ("4\u00bd miles", "4.5"),
        ("\u00bd mile", "0.5"),
        ("1/4 mile", "0.25"),
        ("1.99\u00d710^30", "1990000000000000000000000000000"),
        ("4e14", "400000000000000"),
        ("4,000m up", "4000"),
        ("4.2m people", "4200000"),
        ("20m high", "20"),
        ("5 crore 20 lakh", "52000000"),
        ("4 thousand 3 hundred", "4300"),
        ("three dozens", "36"),
        ("half a dozen", "6"),
        ("half million", "500000"),
        ("two and a half million", "2500000"),
        ("two point five million", "2500000"),
        ("three quarters of a million", "750000"),
        ("a couple of hundred", "200"),
        ("hundred and thirty-two", "132"),
    ],
)
def test_cardinals(text: str, value: str) -> None:
    assert _values(text)[0][0] == value
    assert len(_values(text)) == 1


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("21st", "ordinal"),
        ("a third man", "ordinal"),
        ("1.2.3", "ordinal"),
        ("twenty-first", "ordinal"),
        ("one hundred and third", "ordinal"),
        ("5/17/2018", "ordinal"),
        ("96/12", "ordinal"),
    ],
)
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


def test_a_few_hundred_is_vague() -> None:
    (numeral,) = find_numerals(tokenize("a few hundred men"))
    assert (numeral.value, numeral.upper, numeral.first) == (Decimal(200), Decimal(999), 0)


def test_a_number_glued_to_its_currency_needs_the_text() -> None:
    text = "It cost RM2.70 and EUR50m, not M16."
    assert [numeral.value for numeral in find_numerals(tokenize(text), text)] == [Decimal("2.70"), Decimal(50_000_000)]


def test_numerals_share_no_token() -> None:
    numerals = find_numerals(tokenize("one two three 4 5 6.7 million 8,9 ten thousand and eleven"))
    assert all(left.stop <= right.first for left, right in pairwise(numerals))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They lost 1 200 MW of it.", ["1200"]),
        ("They lost 1 200.", ["1", "200"]),
        ("They lost 1 200, he said.", ["1", "200"]),
        ("They lost 0 200 MW.", ["0", "200"]),
        ("Lost 1 200 MW.", ["1", "200"]),
        ("On May 5 200 men left.", ["5", "200"]),
    ],
)
def test_two_groups_with_a_blank_are_one_number_between_plain_words(text: str, values: list[str]) -> None:
    assert [str(numeral.value) for numeral in Document(text).numerals] == values
