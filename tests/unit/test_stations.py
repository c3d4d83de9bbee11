"""Extractors are built one by one, in the order of their needs; each that cannot run says why."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from afghanbrief_toys import CountCheck, Notes, Plugin, Word, Words, make_extractor

from afghanbrief import Gazetteer, Settings
from afghanbrief.errors import DependencyCycleError, PluginContractError, SettingsError
from afghanbrief.plugins import PluginHost
from afghanbrief.stations import Station, build_stations, close_over_needs

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")


def build(*extractors: Any, settings: Settings | None = None, only: Any = None, **offers: Any) -> dict[str, Station]:
    host = PluginHost((Plugin(*extractors, **offers),), discover=False)
    mine = [offer for offer in host.extractors() if offer.value.name.startswith("toys.")]
    stations = build_stations(host, mine, settings or Settings(), close_over_needs(mine, only))
    return {station.producer.name: station for station in stations}


def test_producers_come_before_what_needs_them() -> None:
    stations = build(Notes, Words)
    assert list(stations) == ["toys.words", "toys.notes"]
    assert all(station.extractor is not None and not station.reason for station in stations.values())
    assert stations["toys.notes"].producer.provides == ("toys.note",)


@pytest.mark.parametrize(
    ("extractors", "settings", "only", "name", "reason", "left_out"),
    [
        ((Words, Notes), Settings(), ("toys.words",), "toys.notes", "it is not among 'only'", True),
        ((Words,), Settings(disable=("toys.words",)), None, "toys.words", "it is disabled in the settings", False),
        ((Notes,), Settings(), None, "toys.notes", "it requires toys.word, which no extractor provides", False),
    ],
)
def test_what_does_not_run_says_why(
    extractors: Any, settings: Settings, only: Any, name: str, reason: str, left_out: bool
) -> None:
    station = build(*extractors, settings=settings, only=only)[name]
    assert station.extractor is None
    assert (station.reason, station.left_out) == (reason, left_out)


def test_settings_and_gazetteers_reach_the_extractor() -> None:
    table = attrs.make_class("S", {"size": attrs.field(default=1, type=int)}, frozen=True)
    seen: list[Any] = []

    class Reader(Words):
        name = "toys.reader"
        Settings = table

        def __init__(self, context: Any) -> None:
            seen.append(context)

    gazetteers = [Gazetteer(name=name, topic="toys", source="s", licence="CC0") for name in "ab"]
    build(Reader, settings=Settings.from_dict({"extractors": {"toys.reader": {"size": 5}}}), gazetteers=gazetteers)
    assert seen[0].settings == table(5)
    assert seen[0].gazetteers["toys"] == tuple(gazetteers)
    with pytest.raises(SettingsError):
        build(Reader, settings=Settings.from_dict({"extractors": {"toys.reader": {"colour": 5}}}))


@pytest.mark.parametrize(
    ("name", "changes"), [("toys.words", {}), ("toys.reader", {"disable": ["toys.reader"]}), ("toys.reader", {})]
)
def test_tables_are_read_whether_or_not_they_are_needed(name: str, changes: dict[str, Any]) -> None:
    table = attrs.make_class("S", {"size": attrs.field(default=1, type=int)}, frozen=True)
    reader = make_extractor("toys.reader", provides=(), Settings=table)
    settings = Settings.from_dict({"extractors": {name: {"colour": 1}}, **changes})
    with pytest.raises(SettingsError) as caught:
        build(Words, reader, settings=settings, only=("toys.words",))
    assert caught.value.key in (f"extractors.{name}", f"extractors.{name}.colour")
    assert build(Words, settings=Settings.from_dict({"extractors": {"toys.words": {}}}))["toys.words"].extractor


def test_settings_without_defaults_cost_their_extractor_only() -> None:
    table = attrs.make_class("S", {"size": attrs.field(type=int)}, frozen=True)
    stations = build(Words, make_extractor("toys.reader", provides=(), Settings=table))
    assert stations["toys.reader"].reason.startswith("it could not be built: TypeError")
    assert stations["toys.words"].extractor is not None


def test_one_that_cannot_be_built_costs_itself_only() -> None:
    class Broken(Words):
        name = "toys.broken"
        provides = ()

        def __init__(self, context: Any) -> None:
            raise RuntimeError("no data")

    host = PluginHost((Plugin(Broken, Words),), discover=False)
    mine = [offer for offer in host.extractors() if offer.value.name.startswith("toys.")]
    broken, words = build_stations(host, mine, Settings(), close_over_needs(mine, None))
    assert broken.reason == "it could not be built: RuntimeError: no data"
    assert words.extractor is not None
    assert isinstance(host.problems[-1], PluginContractError)


def test_a_ring_is_left_out_and_reported() -> None:
    ring = make_extractor("toys.ring", provides=(Word,), requires=Notes.provides)
    host = PluginHost((Plugin(ring, Notes, make_extractor("toys.apart", provides=())),), discover=False)
    mine = [offer for offer in host.extractors() if offer.value.name.startswith("toys.")]
    assert [station.producer.name for station in build_stations(host, mine, Settings(), set())] == ["toys.apart"]
    assert isinstance(host.problems[-1], DependencyCycleError)


def test_what_is_asked_for_takes_in_what_it_requires() -> None:
    host = PluginHost((Plugin(Words, Notes, checks=(CountCheck(),)),), discover=False)
    offers = [offer for offer in (*host.extractors(), *host.checks()) if offer.value.name.startswith("toys.")]
    assert close_over_needs(offers, ("toys.notes",)) == {"toys.notes", "toys.words"}
    assert close_over_needs(offers, ("toys.count",)) == {"toys.count", "toys.words"}
    assert close_over_needs(offers, None) == {"toys.words", "toys.notes", "toys.count"}
