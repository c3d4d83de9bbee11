"""Builds the extractors in the order they run, and says of each that cannot run why it cannot."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Any

import attrs

from afghanbrief.briefing import Producer
from afghanbrief.errors import DependencyCycleError, PluginContractError, SettingsError
from afghanbrief.extractor import BuildContext, Extractor
from afghanbrief.ordering import missing_kinds, order_extractors
from afghanbrief.plugins import LoadedPlugin, Offer, PluginHost
from afghanbrief.settings import Settings, read_table


@attrs.frozen
class Station:
    """An extractor that is built and ready to run, or the reason why it cannot."""

    kind: type[Extractor]
    extractor: Extractor | None
    producer: Producer
    reason: str = ""
    left_out: bool = False


def build_stations(
    host: PluginHost, offers: Sequence[Offer], settings: Settings, wanted: Set[str]
) -> tuple[Station, ...]:
    """Build extractors, each by itself: one that cannot be built costs only what depends on it.

    Arguments:
        host: gives the gazetteers, and is told of extractors that cannot be built or stand in a ring.
        offers: the extractors that plugins offer.
        settings: the extractors' tables, and the names of those that are disabled.
        wanted: names of those that shall run.

    Returns:
        A station for each extractor, in the order in which they run.

    Raises:
        SettingsError: if a table has a key or value that its extractor does not know, also where that will not run.
        PluginError: with a strict host, the first problem.
    """
    tables = {offer.value.name: _read_settings(offer.value, settings) for offer in offers}
    owners: dict[str, LoadedPlugin] = {offer.value.name: offer.plugin for offer in offers}
    ordered = _order(host, [offer.value for offer in offers], owners)
    gazetteers: dict[str, tuple[Any, ...]] = {}
    for offer in host.gazetteers():
        gazetteers[offer.value.topic] = (*gazetteers.get(offer.value.topic, ()), offer.value)
    unproduced = {name: ", ".join(k.kind for k in kinds) for name, kinds in missing_kinds(ordered).items()}
    stations: list[Station] = []
    for kind in ordered:
        plugin = owners[kind.name]
        producer = Producer(
            name=kind.name, version=plugin.version, provides=tuple(provided.kind for provided in kind.provides)
        )
        left_out = kind.name not in wanted
        reason = "it is not among 'only'" if left_out else ""
        if kind.name in settings.disable:
            reason = "it is disabled in the settings"
        if not reason and kind.name in unproduced:
            reason = f"it requires {unproduced[kind.name]}, which no extractor provides"
        extractor = None
        if not reason:
            try:
                table, own = tables[kind.name], getattr(kind, "Settings", None)
                table = own() if table is None and own is not None else table
                extractor = kind(BuildContext(table, gazetteers))
            except Exception as error:
                reason = f"it could not be built: {type(error).__name__}: {error}"
                host.report(PluginContractError(f"extractor {kind.name!r}: {reason}", plugin=plugin.name))
        stations.append(Station(kind, extractor, producer, reason, left_out))
    return tuple(stations)


def _read_settings(extractor: type[Extractor], settings: Settings) -> Any:
    """Give the settings that an extractor's table holds, or ``None`` where it has no table."""
    table = settings.extractors.get(extractor.name)
    if not table:
        return None
    path = f"extractors.{extractor.name}"
    if getattr(extractor, "Settings", None) is None:
        raise SettingsError("it has no settings; take the table out", key=path)
    return read_table(extractor.Settings, table, path)  # type: ignore[arg-type]


def _order(
    host: PluginHost, extractors: list[type[Extractor]], owners: dict[str, LoadedPlugin]
) -> Sequence[type[Extractor]]:
    while True:
        try:
            return order_extractors(extractors)
        except DependencyCycleError as error:
            # A ring is broken at the plugins in it, so that the built-ins run as they do without them.
            host.report(error)
            guilty = {name for name in error.ring if not owners[name].built_in}
            extractors = [kind for kind in extractors if kind.name not in guilty]


def close_over_needs(offers: Sequence[Offer], only: Sequence[str] | None) -> set[str]:
    """Close the names of what shall run over what it requires.

    Arguments:
        offers: all extractors and checks.
        only: names of those asked for; ``None`` asks for all.

    Returns:
        The names of those that run.
    """
    if only is None:
        return {offer.value.name for offer in offers}
    wanted = set(only)
    queue = [offer.value for offer in offers if offer.value.name in wanted]
    while queue:
        required = set(queue.pop().requires)
        for offer in offers:
            if offer.value.name not in wanted and required.intersection(getattr(offer.value, "provides", ())):
                wanted.add(offer.value.name)
                queue.append(offer.value)
    return wanted
