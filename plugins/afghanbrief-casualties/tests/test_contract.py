"""The plugin keeps the host's contract, travels as JSON, and works on the built-in statistics."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from afghanbrief_casualties import Toll
from afghanbrief_casualties.extractor import CasualtiesExtractor

from afghanbrief import Briefer, Briefing, PluginHost, from_json, to_json
from afghanbrief.testing import check_extractor

Brief = Callable[..., Briefing]
TEXT = "At least 13 soldiers were killed and 20 others wounded in Helmand province, officials said on Monday."


def test_host_takes_both_offers(plugins: list[Any]) -> None:
    host = PluginHost(plugins, discover=False, strict=True)
    assert "casualties.tolls" in [offer.value.name for offer in host.extractors()]
    assert "casualties" in [offer.value.name for offer in host.writers()]


def test_keeps_the_contract(plugins: list[Any]) -> None:
    check_extractor(CasualtiesExtractor, texts=[TEXT], plugins=[module.__name__ for module in plugins])


def test_items_travel_as_json(brief: Brief) -> None:
    briefing = brief("The blast killed 13 people, including 5 children.", "13 people", "5 children")
    assert from_json(to_json(briefing), kinds=[Toll]).of(Toll) == briefing.of(Toll)
    elsewhere = from_json(to_json(briefing))
    assert from_json(to_json(elsewhere), kinds=[Toll]).of(Toll) == briefing.of(Toll)


def test_works_with_the_built_in_statistics(plugins: list[Any]) -> None:
    briefing = Briefer(plugins=plugins, discover=False, strict=True).brief(TEXT, published="2018-05-08")
    assert [(toll.harm, toll.low, toll.high) for toll in briefing.of(Toll)] == [
        ("killed", 13, None),
        ("wounded", 20, 20),
    ]
    for toll in briefing.of(Toll):
        assert briefing.get(toll.statistic_id).span == toll.span


def test_is_skipped_without_statistics_and_says_so(plugins: list[Any]) -> None:
    from afghanbrief import Settings

    briefer = Briefer(Settings(disable=("statistics",)), plugins=plugins, discover=False, strict=True)
    reasons = {skipped.producer: skipped.reason for skipped in briefer.brief(TEXT).skipped}
    assert "statistic" in reasons["casualties.tolls"]
