"""What the plugin finds, what it leaves alone, and that it keeps the contract of an extractor."""

from __future__ import annotations

import afghanbrief_resolutions as plugin
from afghanbrief_resolutions import Resolution, ResolutionsExtractor

from afghanbrief import Briefer
from afghanbrief.testing import check_extractor

BRIEFER = Briefer(only=["resolutions.numbers"], plugins=[plugin], discover=False, strict=True)


def test_finds_numbers_and_years() -> None:
    briefing = BRIEFER.brief("The Security Council adopted resolution 2344 (2017) and recalled Resolution 1325.")
    found = briefing.of(Resolution)
    assert [(item.number, item.year) for item in found] == [(2344, 2017), (1325, None)]
    assert [item.span.text for item in found] == ["resolution 2344 (2017)", "Resolution 1325"]
    assert found[0].evidence.cues[0].text == "Security Council"


def test_leaves_other_resolutions_alone() -> None:
    assert BRIEFER.brief("Parliament passed resolution 12 on Monday.").of(Resolution) == ()


def test_keeps_the_contract() -> None:
    check_extractor(ResolutionsExtractor, texts=["U.N. resolution 2254 calls for a ceasefire."])
