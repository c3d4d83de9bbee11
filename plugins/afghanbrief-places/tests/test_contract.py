"""The plugin keeps the host's contract, travels as JSON, and leaves the built-in kinds alone."""

from __future__ import annotations

from collections.abc import Callable

import afghanbrief_places
from afghanbrief_places import Place
from afghanbrief_places.resolver import PlacesExtractor

from afghanbrief import Briefer, Briefing, PluginHost, from_json, to_json
from afghanbrief.testing import check_extractor

Brief = Callable[..., Briefing]


def test_host_takes_all_three_offers(host: PluginHost) -> None:
    assert "places.resolve" in [offer.value.name for offer in host.extractors()]
    assert "afghanbrief-places" in [offer.value.name for offer in host.gazetteers()]
    assert "geojson" in [offer.value.name for offer in host.writers()]
    assert host.problems == ()


def test_items_travel_as_json(brief: Brief) -> None:
    briefing = brief("Clashes in Qarabagh, Ghazni.", "Qarabagh", "Ghazni")
    assert from_json(to_json(briefing), kinds=[Place]).of(Place) == briefing.of(Place)


def test_items_survive_where_the_plugin_is_absent(brief: Brief) -> None:
    briefing = brief("Clashes in Qarabagh, Ghazni.", "Qarabagh", "Ghazni")
    elsewhere = from_json(to_json(briefing))
    assert from_json(to_json(elsewhere), kinds=[Place]).of(Place) == briefing.of(Place)


def test_keeps_the_contract() -> None:
    texts = [
        "Two soldiers were killed in Sangin district, Helmand province.",
        "He flew from Doha to northern Pakistan.",
    ]
    check_extractor(PlacesExtractor, texts=texts, plugins=["afghanbrief_places"])


def test_works_with_the_built_in_mentions() -> None:
    briefer = Briefer(only=["places.resolve"], plugins=[afghanbrief_places], discover=False, strict=True)
    briefing = briefer.brief("Two soldiers were killed in Sangin district, Helmand province, police said.")
    assert not briefing.failures
    for place in briefing.of(Place):
        assert place.mention_id
        assert briefing.get(place.mention_id).type == "place"
