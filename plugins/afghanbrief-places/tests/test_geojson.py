"""The GeoJSON writer: what RFC 7946 asks for, and one feature a place."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

from afghanbrief_places.geojson import GeoJsonWriter

from afghanbrief import Briefing, PluginHost, write

Brief = Callable[..., Briefing]


def _features(*briefings: Briefing) -> list[dict]:
    target = io.BytesIO()
    GeoJsonWriter().write(briefings, target)
    collection = json.loads(target.getvalue())
    assert collection["type"] == "FeatureCollection"
    return collection["features"]


def test_one_feature_a_place_with_all_its_mentions(brief: Brief) -> None:
    briefing = brief("Helmand is dry. Helmand is hot. Doha is both.", "Helmand", "Doha", id="weather")
    helmand, doha = _features(briefing)
    assert helmand["geometry"]["type"] == "Point"
    longitude, latitude = helmand["geometry"]["coordinates"]
    assert 60 < longitude < 66
    assert 29 < latitude < 34
    assert [mention["start"] for mention in helmand["properties"]["mentions"]] == [0, 16]
    assert doha["id"] == "weather#QAT/capital"
    assert helmand["properties"]["codes"]["ocha"] == "AF30"


def test_a_place_without_a_point_has_no_geometry(brief: Brief) -> None:
    (feature,) = _features(brief("Mirzaka district is quiet.", "Mirzaka"))
    assert feature["geometry"] is None


def test_several_reports_make_one_collection(brief: Brief) -> None:
    reports = [brief("Snow in Ghor.", "Ghor", id=name) for name in ("a", "b")]
    assert [feature["properties"]["document"] for feature in _features(*reports)] == ["a", "b"]
    assert _features() == []


def test_is_found_by_its_name(brief: Brief, host: PluginHost) -> None:
    target = io.BytesIO()
    write(brief("Snow in Ghor.", "Ghor"), "geojson", target, host=host)
    assert json.loads(target.getvalue())["features"][0]["properties"]["name"] == "Ghor"
