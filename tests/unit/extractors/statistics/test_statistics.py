"""Figures with their bound, unit, counted thing, date and source."""

from __future__ import annotations

import pytest

from afghanbrief import Statistic, brief


def _figures(text: str, published: str | None = "2018-08-30") -> tuple[Statistic, ...]:
    return brief(text, published=published).statistics


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("at least", ">="),
        ("no fewer than", ">="),
        ("more than", ">"),
        ("upwards of", ">"),
        ("nearly", "~"),
        ("some", "~"),
        ("close to", "~"),
        ("up to", "<="),
        ("no more than", "<="),
        ("as many as", "<="),
        ("fewer than", "<"),
        ("exactly", "="),
    ],
)
def test_bounds_before(words: str, bound: str) -> None:
    (figure,) = _figures(f"The flood destroyed {words} 300 houses.")
    assert (figure.bound, figure.span.text) == (bound, "300 houses")
    assert figure.evidence.cues[0].text == words


@pytest.mark.parametrize(("words", "bound"), [("or more", ">="), ("or so", "~"), ("or fewer", "<=")])
def test_bounds_behind(words: str, bound: str) -> None:
    (figure,) = _figures(f"The flood destroyed 300 {words}.")
    assert figure.bound == bound


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("It cost \u20ac12 million.", "EUR", "12000000"),
        ("It cost US$5.2 million.", "USD", "5200000"),
        ("It cost Rs 5,200 there.", "PKR", "5200"),
        ("It cost 26.5 billion afghanis.", "AFN", "26500000000"),
        ("It cost 6.5 billion Indian rupees.", "INR", "6500000000"),
        ("They walked 60 miles.", "mi", "60"),
        ("They grew it on 900 hectares.", "ha", "900"),
        ("It rose 2\u00b0C.", "\u00b0C", "2"),
        ("The plant gives 130 MW.", "MW", "130"),
        ("The share is 14.5%.", "percent", "14.5"),
    ],
)
def test_units(text: str, unit: str, value: str) -> None:
    (figure,) = _figures(text)
    assert (figure.unit, f"{figure.value:f}") == (unit, value)


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council adopted Resolution 2344.",
        "Highway 12 is closed.",
        "See Table 3 and Figure 4.",
        "The 209th Corps moved.",
        "He carried an M-16.",
        "Call +93 70 123 4567 for help.",
        "The match ended 2-2.",
        "The S&P 500 rose.",
        "It begins at 16:40.",
        "He was 24 when it began.",
        "The two sides met.",
        "No one came.",
        "It fell silent.\u201d12 Then they left.",
    ],
)
def test_what_measures_nothing(text: str) -> None:
    assert _figures(text) == ()


def test_a_partitive_is_two_figures() -> None:
    assert [(figure.span.text, figure.counted_lemma) for figure in _figures("The Front holds 9 of 15 districts.")] == [
        ("9", "district"),
        ("15 districts", "district"),
    ]


def test_a_share_restates_its_count() -> None:
    count, share = _figures("The government held 229 districts, or 56.3 percent.")[:2]
    assert share.restates_id == count.id
    assert share.counted is not None
    assert share.counted.text == "districts"


def test_from_and_to_behind_a_verb_of_change_are_two_levels() -> None:
    figures = _figures("Attrition fell from 38% in 2009 to 21% last year.")
    assert [(f"{figure.value}", figure.bound) for figure in figures] == [("38", "="), ("21", "=")]


def test_source_and_date_come_from_the_clause() -> None:
    text = "As of January 31, 2018, SIGAR reported that 229 districts were under control."
    briefing = brief(text)
    (figure,) = briefing.statistics
    assert briefing.get(figure.source_id).name == "SIGAR"
    assert briefing.get(figure.as_of_id).value == "2018-01-31"


def test_nothing_is_guessed_where_the_text_is_silent() -> None:
    (figure,) = _figures("There are 300 houses.")
    assert figure.as_of_id is None
    assert figure.source_id is None


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Deaths rose by 12 percent.", "increase"),
        ("They recorded 12 percent more than in 2017.", "increase"),
        ("Deaths fell by 7 per cent.", "decrease"),
        ("Deaths were down 7 per cent.", "decrease"),
        ("The share is 7 per cent.", "level"),
    ],
)
def test_change(text: str, change: str) -> None:
    assert _figures(text)[0].change == change


def test_a_minus_makes_a_figure_negative() -> None:
    assert _figures("It was minus 3 degrees.")[0].value == -3
