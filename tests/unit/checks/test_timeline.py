"""Figures dated after the report, and death tolls that shrink."""

from __future__ import annotations

import pytest

from afghanbrief import Briefer, Document
from afghanbrief.briefing import Finding


@pytest.fixture(scope="module")
def briefer() -> Briefer:
    return Briefer(only=("statistics", "dates", "timeline"))


def _findings(briefer: Briefer, text: str, published: str | None = "2018-08-30") -> list[Finding]:
    briefing = briefer.brief(Document(text, published=published))
    assert not briefing.failures
    return [finding for finding in briefing.findings if finding.check == "timeline"]


def test_a_figure_dated_after_the_report_is_told(briefer: Briefer) -> None:
    found = _findings(briefer, "As of October 15, 2018, 229 districts were under government control.")
    assert [finding.severity for finding in found] == ["warning"]
    assert "2018-10-15, later than the report (2018-08-30)" in found[0].message
    assert len(found[0].annotation_ids) == 2


@pytest.mark.parametrize(
    "text",
    [
        "As of January 31, 2018, 229 districts were under government control.",
        "By October 15, 2018, 229 districts will be under government control.",
        "The ministry expects 400 recruits in October 2018.",
    ],
)
def test_past_figures_and_forecasts_are_not(briefer: Briefer, text: str) -> None:
    assert _findings(briefer, text) == []


def test_without_a_publication_date_nothing_is_later(briefer: Briefer) -> None:
    assert _findings(briefer, "As of October 15, 2018, 229 districts were under government control.", None) == []


def test_a_toll_that_shrinks_is_told(briefer: Briefer) -> None:
    text = "The death toll rose to 48 on Monday. Funerals began.\n\nThe toll stood at 31, with 67 others wounded."
    found = _findings(briefer, text)
    assert [finding.message for finding in found] == [
        "the death toll is 48 first and 31 later, and nothing says why it fell"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The death toll stood at 31. By evening the toll had climbed to 48.",
        "The death toll rose to 48. The ministry later revised the toll to 31.",
        "The death toll rose to 48. An earlier toll was 31.",
        "The death toll rose to 48. In all, 31 people were wounded.",
        "The death toll in Kabul rose to 48. In Herat the death toll stood at 12.",
        "The death toll from Monday's blast rose to 48. The toll from Sunday's attack was 12.",
        "The death toll reached 48. The toll was 31 on Friday.",
        "The toll stood at 48. Of the toll, 12 were civilians.",
        "The toll reached 48. The toll includes 12 civilians.",
        "The toll of the war is 3,000 a year. The toll in May was 200.",
    ],
)
def test_tolls_that_grow_or_are_corrected_are_not(briefer: Briefer, text: str) -> None:
    assert _findings(briefer, text) == []
