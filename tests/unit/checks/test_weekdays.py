"""A weekday beside a date with its year is held against the calendar."""

from __future__ import annotations

import pytest

from afghanbrief import Briefer

BRIEFER = Briefer(only=("dates", "weekday"), discover=False)


def _messages(text: str) -> list[str]:
    return [finding.message for finding in BRIEFER.brief(text, published="2019-09-04").findings]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("It began on Monday, 5 May 2018.", "2018-05-05 was a Saturday, not a Monday"),
        ("It began on Tues 10th May 2018.", "2018-05-10 was a Thursday, not a Tuesday"),
        ("It began at 9 a.m. on Sunday 12 August 2019.", "2019-08-12 was a Monday, not a Sunday"),
    ],
)
def test_a_day_that_was_another_weekday(text: str, message: str) -> None:
    assert _messages(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "It began on Saturday, 5 May 2018.",
        "It began on Fri., 4 May 2018.",
        # The weekday tells the year.
        "It began on Monday, 5 May.",
        # The Julian calendar may be meant.
        "It began on Monday, 7 November 1917.",
        "It began on 5 May 2018, a wet day.",
        "It is due on Monday, 31 June 2018.",
    ],
)
def test_days_that_are_not_flagged(text: str) -> None:
    assert _messages(text) == []
