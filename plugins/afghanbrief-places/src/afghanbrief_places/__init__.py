"""Resolves the places that a report names to provinces, districts, cities and countries; writes them as GeoJSON."""

from __future__ import annotations

from collections.abc import Iterable

from afghanbrief import Extractor, Gazetteer, Writer, hookimpl
from afghanbrief_places.place import Place

__all__ = ["Place", "afghanbrief_extractors", "afghanbrief_gazetteers", "afghanbrief_writers"]


@hookimpl
def afghanbrief_extractors() -> Iterable[type[Extractor]]:
    """Offer the resolver."""
    from afghanbrief_places.resolver import PlacesExtractor

    return (PlacesExtractor,)


@hookimpl
def afghanbrief_gazetteers() -> Iterable[Gazetteer]:
    """Offer the names, so that the built-in extractor of mentions sees more of them."""
    from afghanbrief_places.names import make_gazetteer

    return (make_gazetteer(),)


@hookimpl
def afghanbrief_writers() -> Iterable[Writer]:
    """Offer the format ``geojson``."""
    from afghanbrief_places.geojson import GeoJsonWriter

    return (GeoJsonWriter(),)
