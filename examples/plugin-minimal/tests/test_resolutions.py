"""What the plugin finds, what it leaves alone, and that its items travel as JSON."""

from __future__ import annotations

import afghanbrief_resolutions as plugin
from afghanbrief_resolutions import Resolution

from afghanbrief import Briefer, from_json, to_json

BRIEFER = Briefer(only=["resolutions.numbers"], plugins=[plugin], discover=False, strict=True)


def test_finds_numbers_and_years() -> None:
    briefing = BRIEFER.brief("The Security Council adopted resolution 2344 (2017) and recalled Resolution 1325.")
    found = briefing.of(Resolution)
    assert [(item.number, item.year) for item in found] == [(2344, 2017), (1325, None)]
    assert [item.span.text for item in found] == ["resolution 2344 (2017)", "Resolution 1325"]
    assert found[0].evidence.cues[0].text == "Security Council"


def test_leaves_other_resolutions_alone() -> None:
    assert BRIEFER.brief("Parliament passed resolution 12 on Monday.").of(Resolution) == ()


def test_reads_its_items_back() -> None:
    briefing = BRIEFER.brief("U.N. resolution 2254 calls for a ceasefire.")
    assert from_json(to_json(briefing), kinds=BRIEFER.kinds) == briefing
