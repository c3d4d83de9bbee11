from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import attrs
import pytest

from afghanbrief import Briefing, Document, Evidence, Role, Span, Statistic
from afghanbrief.writers.wording import (
    date_in_words,
    figure_in_words,
    number_in_words,
    period_in_words,
    role_in_words,
    speaker_in_words,
)

DAY = datetime.date


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (DAY(2018, 1, 31), DAY(2018, 1, 31), "31 January 2018"),
        (DAY(2018, 2, 1), DAY(2018, 2, 28), "February 2018"),
        (DAY(2018, 1, 1), DAY(2018, 12, 31), "2018"),
        (DAY(2010, 1, 1), DAY(2019, 12, 31), "2010 to 2019"),
        (DAY(2018, 7, 1), DAY(2018, 9, 30), "1 July 2018 to 30 September 2018"),
        (DAY(2018, 7, 1), DAY(2018, 7, 8), "1 July 2018 to 8 July 2018"),
        (DAY(9999, 1, 1), DAY.max, "1 January 9999 to 31 December 9999"),
        (DAY(2018, 7, 1), None, "from 1 July 2018"),
        (None, DAY(2018, 7, 1), "until 1 July 2018"),
        (None, None, ""),
    ],
)
def test_periods(first: datetime.date | None, last: datetime.date | None, words: str) -> None:
    assert period_in_words(first, last) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"value": Decimal("1659")}, "1,659"),
        ({"value": Decimal("56.30"), "unit": "percent"}, "56.30%"),
        ({"value": Decimal(24), "upper": Decimal(99), "bound": "range"}, "24 to 99"),
        ({"value": Decimal(8), "unit": "percent", "change": "decrease"}, "8% less"),
        ({"value": Decimal(8), "change": "decrease"}, "8 fewer"),
        ({"value": Decimal(8), "unit": "USD", "bound": ">=", "change": "increase"}, "at least 8 USD more"),
        ({"value": Decimal(2), "unit": "x"}, "2 times"),
    ],
)
def test_figures(fields: dict[str, Any], words: str) -> None:
    assert figure_in_words(Statistic(span=Span(0, 1, "x"), evidence=Evidence("s", "r"), **fields)) == words


def test_a_number_of_a_million_digits_stays_short() -> None:
    assert number_in_words(Decimal("1E+999999")) == "1E+999999"


def test_open_dates_keep_their_value(briefing: Briefing) -> None:
    open_date = attrs.evolve(briefing.dates[0], earliest=None, latest=None, value="XXXX-WXX-1")
    assert date_in_words(open_date) == "XXXX-WXX-1"
    assert date_in_words(briefing.dates[0]) == "27 August 2018"


def test_speakers(briefing: Briefing) -> None:
    quote = briefing.quotes[1]
    assert speaker_in_words(briefing, quote) == "Anar Solan"
    assert speaker_in_words(briefing, attrs.evolve(quote, speaker_id=None)) == "He"
    assert speaker_in_words(briefing, attrs.evolve(quote, speaker_id=None, speaker=None)) == "unnamed"


@pytest.mark.parametrize(
    ("text", "title", "of", "words"),
    [
        ("Norian President Anar Solan spoke.", "President", "Norian", "Norian President"),
        ("President Anar Solan spoke. The Norian president left.", "President", "Norian", "Norian President"),
        ("Anar Solan, governor of Norin, spoke.", "governor", "Norin", "governor of Norin"),
        ("Anar Solan, a judge, spoke.", "judge", None, "judge"),
    ],
)
def test_roles_stand_in_the_order_of_the_report(text: str, title: str, of: str | None, words: str) -> None:
    briefing = Briefing(document=Document(text))
    assert role_in_words(briefing, Role(title=title, of=of)) == words
