"""Sums and shares that brackets, "of which" and "that is" assert, past asides in another unit."""

from __future__ import annotations

import pytest

from afghanbrief import Briefer
from afghanbrief.briefing import Finding


@pytest.fixture(scope="module")
def briefer() -> Briefer:
    return Briefer(only=("statistics", "dates", "arithmetic"))


def _findings(briefer: Briefer, text: str, relation: str) -> list[Finding]:
    briefing = briefer.brief(text)
    assert not briefing.failures
    return [finding for finding in briefing.findings if finding.relation == relation]


@pytest.mark.parametrize(
    ("text", "claimed", "holds"),
    [
        ("In all 300 people came back: 200 were deported (67 per cent) and 100 returned on their own.", 300, True),
        (
            "Spending is 377 billion afghanis ($5.4bn), of which 267 billion is ordinary and 110 billion is new.",
            377 * 10**9,
            True,
        ),
        ("It killed 146 soldiers, 81 Armenian and 67 Azerbaijani, and drove about 7,000 from their homes.", 146, False),
        ("The strength was 308,420: 190,850 in the army and 118,570 in the police.", 308420, False),
    ],
)
def test_sums(briefer: Briefer, text: str, claimed: int, holds: bool) -> None:
    found = _findings(briefer, text, "sum")
    assert [(finding.claimed, finding.holds) for finding in found] == [(claimed, holds)]


@pytest.mark.parametrize(
    "text",
    [
        "The unit has 600 men, of whom 200 are recruits and 100 are cooks.",
        "It has 600 men, including 200 recruits and 100 cooks.",
        "The bomb killed 31 and wounded 67; on Friday 12 died.",
    ],
)
def test_parts_that_need_not_be_all_assert_no_sum(briefer: Briefer, text: str) -> None:
    assert _findings(briefer, text, "sum") == []


def test_that_is_names_the_share_of_the_sentence_before(briefer: Briefer) -> None:
    text = "Twenty-three of the service's 140 officers have been suspended. That is 16 per cent."
    found = _findings(briefer, text, "share-of-total")
    assert [(finding.claimed, finding.holds) for finding in found] == [(16, True)]
    assert found[0].message == "23 of 140 officers is 16.4%: agrees"
