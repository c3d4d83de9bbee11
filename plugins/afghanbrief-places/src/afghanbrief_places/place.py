"""The kind ``places.place``: a place mention and what it stands for."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import attrs

from afghanbrief import Evidence, Overlap, Span
from afghanbrief.annotation import span_id


@attrs.frozen(kw_only=True, weakref_slot=False)
class Place:
    """A mention of a place that was resolved to an entry of the plugin's tables.

    Attributes:
        span: the mention.
        evidence: the rule that chose the entry; its cues are the words that spoke for it.
        entry: the entry's id: a country's ISO 3166-1 code, a province's p-code, or one of these and a name.
        name: the entry's usual English name.
        level: ``"country"``, ``"capital"``, ``"province"``, ``"city"`` or ``"district"``.
        country: ISO 3166-1 alpha-3 code.
        province: name of the province that it is or lies in, where the tables have provinces.
        latitude: degrees north, or ``None`` where the tables have no point.
        longitude: degrees east, or ``None``.
        codes: pairs of scheme and code: ``ocha``, ``iso3166-1``, ``iso3166-2``.
        mention_id: id of the actor mention of type place.
        id: ``"places.place:START-END"``.
    """

    kind: ClassVar[str] = "places.place"
    overlap: ClassVar[Overlap] = Overlap.FORBID

    span: Span
    evidence: Evidence
    entry: str
    name: str
    level: str
    country: str
    province: str | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    codes: tuple[tuple[str, str], ...] = ()
    mention_id: str | None = None
    id: str = attrs.field(default=attrs.Factory(span_id, takes_self=True))
