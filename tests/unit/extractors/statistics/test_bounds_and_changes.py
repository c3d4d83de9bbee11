"""Bounds under negation and of shares; what rises and falls."""

from __future__ import annotations

import pytest

from afghanbrief import Briefer

BRIEFER = Briefer(only=("statistics",), discover=False)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Nobody pays more than 500 guards.", "<="),
        ("It did not exceed 300 houses.", "<="),
        ("He never sold fewer than 200 goats.", ">="),
        ("It is well over 300 houses.", ">"),
        ("It is ~300 houses.", "~"),
        ("The better part of 300 houses burnt.", "~"),
        ("It is nowhere near 300 houses.", "<"),
        ("It is approx. 300 houses.", "~"),
        ("It is >300 houses.", ">"),
        ("Some 300-odd houses burnt.", "~"),
        ("He saw 5,000+ houses.", ">="),
        ("He saw 50-plus houses.", ">="),
        ("He turned over three boats.", "="),
        ("The van passed two checkpoints.", "="),
        ("They talked about five houses.", "="),
        ("Nearly one in four houses burnt.", "~"),
        ("No fewer than two out of three houses burnt.", ">="),
        ("It spent barely half.", "~"),
        ("An average of 50 houses burnt.", "="),
        ("It flew more than 100 kilometres.", ">"),
    ],
)
def test_bounds(text: str, bound: str) -> None:
    (figure,) = BRIEFER.brief(text).statistics
    assert figure.bound == bound


def test_a_bound_in_front_of_the_next_figure_is_not_one_of_the_figure_before() -> None:
    figures = BRIEFER.brief("It burnt 59 houses, at least 12 of them with people inside.").statistics
    assert [figure.bound for figure in figures] == ["=", ">="]


def test_a_length_converted_in_brackets_keeps_the_bound() -> None:
    figures = BRIEFER.brief("It flew more than 100 kilometres (60 miles).").statistics
    assert [figure.bound for figure in figures] == [">", ">"]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Shares gained 3% and lost 190 points.", ["increase", "decrease"]),
        ("The army lost 190 men.", ["level"]),
        ("It lost a third of its value.", ["decrease"]),
        ("A jet dropped two bombs.", ["level"]),
        ("Women made up 11 per cent.", ["level"]),
        ("The mill cut its dividend 20 percent.", ["decrease"]),
        ("A cut in rates 20 percent of owners feared came.", ["level"]),
        ("Sales rose 3 percent and profit 8 percent.", ["increase", "increase"]),
        ("Sales rose 3 percent and 8 percent of shops closed.", ["increase", "level"]),
        ("Women were up 11 per cent.", ["increase"]),
        ("It fell to 40 per cent.", ["level"]),
        ("The bank lifted its rate from 10.75 per cent to 11.25 per cent.", ["level", "level"]),
        ("It fell by 7 points, or 2.1%.", ["decrease", "decrease"]),
        ("Wheat fell by 7 per cent, barley by 3 per cent.", ["decrease", "decrease"]),
        ("It dropped by 1 to 2 degrees Celsius (2 to 4 Fahrenheit).", ["decrease", "decrease"]),
        ("A sharp 3 percent drop followed.", ["decrease"]),
        ("The dollar is 3.9 percent dearer.", ["increase"]),
        ("The rains were 45 per cent below average.", ["decrease"]),
        ("Eleven men came, three more than in May.", ["level", "increase"]),
        ("He puts the rise in malaria at 60 percent.", ["increase"]),
        ("Prices doubled.", ["increase"]),
        ("Prices are twice as high.", ["level"]),
        ("The shell fell 200 metres short.", ["level"]),
        ("It was revised upward by 40 cents.", ["increase"]),
        ("Output grew 5 percent.", ["increase"]),
    ],
)
def test_changes(text: str, changes: list[str]) -> None:
    assert [figure.change for figure in BRIEFER.brief(text).statistics] == changes
