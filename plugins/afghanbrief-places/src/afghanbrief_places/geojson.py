"""Writes the places of briefings as one GeoJSON FeatureCollection (RFC 7946)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, ClassVar

import attrs

from afghanbrief import Briefing
from afghanbrief_places.place import Place


@attrs.frozen
class GeoJsonWriter:
    """Writes a feature for each place of each report; mentions of one place are listed in it.

    A place without a point gets ``"geometry": null``, which RFC 7946 section 3.2 provides for.
    """

    name: ClassVar[str] = "geojson"
    suffix: ClassVar[str] = ".geojson"

    def write(self, briefings: Iterable[Briefing], target: BinaryIO) -> None:
        """Write the features as they come; the collection is closed after the last one."""
        target.write(b'{"type": "FeatureCollection", "features": [')
        separator = b"\n"
        for briefing in briefings:
            for feature in _features(briefing):
                target.write(separator + json.dumps(feature, ensure_ascii=True).encode("ascii"))
                separator = b",\n"
        target.write(b"\n]}\n")


def _features(briefing: Briefing) -> Iterator[dict[str, Any]]:
    mentions: dict[str, list[Place]] = {}
    for place in briefing.of(Place):
        mentions.setdefault(place.entry, []).append(place)
    for entry, places in mentions.items():
        first = places[0]
        point = None
        if first.latitude is not None and first.longitude is not None:
            # GeoJSON puts longitude first; its numbers are the shortest that read back as the table's.
            point = {"type": "Point", "coordinates": [float(first.longitude), float(first.latitude)]}
        yield {
            "type": "Feature",
            "id": f"{briefing.document.id}#{entry}",
            "geometry": point,
            "properties": {
                "document": briefing.document.id,
                "entry": entry,
                "name": first.name,
                "level": first.level,
                "country": first.country,
                "province": first.province,
                "codes": dict(first.codes),
                "mentions": [
                    {"id": place.id, "start": place.span.start, "end": place.span.end, "text": place.span.text}
                    for place in places
                ],
            },
        }
