"""Numbers in words and rare turns of digits: what each is read as, and what is left alone."""

from __future__ import annotations

import pytest

from afghanbrief import Document

# Each number with its value and the way it is written; an ordinal's or a code's value is of no account.
READ = [
    ("\u00bd of the men", ["\u00bd = 50, fraction"]),
    ("many hundred men", []),
    ("a good many hundred men", ["many hundred = 200, vague"]),
    ("several hundred thousand men", ["several hundred thousand = 200000, vague"]),
    ("Hundred thirty two men", ["Hundred thirty two = 132, words"]),
    ("one - third of it", ["one - third = 33.33333333333333333333333333, fraction"]),
    ("two - third", ["two = 2, words", "third = 3, ordinal"]),
    ("two - second", ["two = 2, words", "second = 2, ordinal"]),
    ("two and a dog", ["two = 2, words"]),
    ("two hundred and fifth", ["two hundred and fifth = 200, ordinal"]),
    ("two hundred and", ["two hundred = 200, words"]),
    ("two hundred and one", ["two hundred = 200, words", "one = 1, words"]),
    ("two hundred and dogs", ["two hundred = 200, words"]),
    ("two point five men", ["two point five = 2.5, words"]),
    ("two point nothing", ["two = 2, words"]),
    ("three-fifths of it", ["three-fifths = 60, fraction"]),
    ("three halves of it", ["three halves = 150, fraction"]),
    ("two halves of it", ["two = 2, words"]),
    ("twenty-second Corps", ["twenty-second = 20, ordinal"]),
    ("twenty second Corps", ["twenty second = 20, ordinal"]),
    ("twenty-third man", ["twenty-third = 20, ordinal"]),
    ("hundred and third", ["third = 3, ordinal"]),
    ("five crore men", ["five crore = 50000000, words"]),
    ("two and a half million men", ["two and a half million = 2500000.0, words"]),
    ("two and three quarters", ["two and three quarters = 2.75, words"]),
    ("two and a second", ["two = 2, words", "second = 2, ordinal"]),
    ("two and,a half", ["two = 2, words", "a half = 50, fraction"]),
    ("two and five fourths", ["two = 2, words", "five fourths = 125, fraction"]),
    ("two and three half", ["two = 2, words", "three = 3, words", "half = 50, fraction"]),
    ("three quarters of a million", ["three quarters of a million = 750000, words"]),
    ("one half", ["one = 1, words", "half = 50, fraction"]),
    ("thirty half men", ["thirty = 30, words", "half = 50, fraction"]),
    ("thirty fifth", ["thirty fifth = 30, ordinal"]),
    ("thirty halves", ["thirty halves = 1500, fraction"]),
    ("three third men", ["three = 3, words", "third = 3, ordinal"]),
    ("2,50", ["2 = 2, digits", "50 = 50, digits"]),
    ("2,5%", ["2,5 = 2.5, digits"]),
    ("2,5 million", ["2,5 million = 2500000.0, digits"]),
    ("2,512 million", ["2,512 million = 2512000000, digits"]),
    ("1.200.000 men", ["1.200.000 = 1200000, digits"]),
    ("3 \u00bd men", ["3 \u00bd = 3.5, digits"]),
    ("3-\u00bd men", ["3-\u00bd = 3.5, digits"]),
    ("3/\u00bd men", ["3 = 3, digits", "\u00bd = 0.5, digits"]),
    ("3 1/2 men", ["3 1/2 = 3.5, digits"]),
    ("3 x/2 men", ["3 = 3, digits", "2 = 2, digits"]),
    ("1/2 of the men", ["1/2 = 50.0, fraction"]),
    ("1/2 of a mile", ["1/2 = 0.5, digits"]),
    ("5/17/2018", ["5/17 = 5, ordinal", "2018 = 2018, digits"]),
    ("9/11", ["9/11 = 9, ordinal"]),
    ("96/12", ["96/12 = 96, ordinal"]),
    ("0/2", ["0/2 = 0, ordinal"]),
    ("3 x 10", ["3 = 3, digits", "10 = 10, digits"]),
    ("3 x 10^6 m", ["3 x 10^6 = 3E+6, digits"]),
    ("3 x 12", ["3 = 3, digits", "12 = 12, digits"]),
    ("3 \u00d7 10^6 m", ["3 \u00d7 10^6 = 3E+6, digits"]),
    ("3 \u00d7 ten", ["3 = 3, digits", "ten = 10, words"]),
    ("3 \u00d7 10 m", ["3 = 3, digits", "10 = 10, digits"]),
    ("3 \u00d7 10^-6 m", ["3 \u00d7 10^-6 = 0.000003, digits"]),
    ("3 x", ["3 = 3, digits"]),
    ("3 \u00d7", ["3 = 3, digits"]),
    ("2 million 500 thousand men", ["2 million 500 thousand = 2500000, digits"]),
    ("2 million 5 dogs", ["2 million = 2000000, digits", "5 = 5, digits"]),
    ("2 crore 5 lakh men", ["2 crore 5 lakh = 20500000, digits"]),
    ("2-crore men", ["2-crore = 20000000, digits"]),
    ("2,5", ["2 = 2, digits", "5 = 5, digits"]),
    ("2,5 dogs", ["2 = 2, digits", "5 = 5, digits"]),
    ("2.500.dog", ["2.500 = 2.500, digits"]),
    ("2,5th", ["2 = 2, digits", "5th = 5, ordinal"]),
    ("3 \u00d7 10 6", ["3 = 3, digits", "10 = 10, digits", "6 = 6, digits"]),
    ("3 10", ["3 = 3, digits", "10 = 10, digits"]),
    ("2-bn men", ["2 = 2, digits"]),
    ("five-crore man", ["five-crore = 50000000, words"]),
]


@pytest.mark.parametrize(("text", "numbers"), READ)
def test_numbers_are_read(text: str, numbers: list[str]) -> None:
    found = Document(text).numerals
    assert [f"{text[one.start : one.end]} = {one.value}, {one.form}" for one in found] == numbers
