"""The kind ``casualties.toll``: how many suffered what, as a report says it."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, Literal

import attrs

from afghanbrief import Evidence, Overlap, Span
from afghanbrief.annotation import span_id

Harm = Literal["killed", "wounded", "missing", "captured", "displaced", "casualties"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Toll:
    """A number of people who were killed, wounded, missing, captured or displaced, as reported.

    Attributes:
        span: the figure, as its statistic has it.
        evidence: the rule and the words of harm.
        harm: ``"killed"``, ``"wounded"``, ``"missing"``, ``"captured"``, ``"displaced"``, or ``"casualties"`` where
            the report counts killed and wounded together.
        low: lowest number that the wording allows.
        best: the number that the report states, or ``None`` for words such as "dozens".
        high: highest number that the wording allows, or ``None`` where it is open ("at least 13").
        victims: the noun phrase of those who are counted, or ``None``.
        group: ``"civilians"``, ``"children"``, ``"women"``, ``"soldiers"``, ``"police"``, ``"militants"``,
            ``"journalists"``, ``"aid-workers"``, ``"families"``, ``"people"``, or ``None``.
        by: the words for whoever did it, as the report has it, or ``None``.
        by_id: id of the actor that they stand for, or ``None``.
        where: the place, or ``None``.
        place_id: id of the ``places.place`` there, if that plugin is installed, or ``None``.
        date_id: id of the date or period of the figure, or ``None``.
        source_id: id of the actor that vouches for it, or ``None``.
        statistic_id: id of the statistic that it is built on.
        part_of_id: id of the toll that it is a part of ("including five children"), or ``None``.
        id: ``"casualties.toll:START-END"``.
    """

    kind: ClassVar[str] = "casualties.toll"
    overlap: ClassVar[Overlap] = Overlap.FORBID

    span: Span
    evidence: Evidence
    harm: Harm
    low: Decimal
    best: Decimal | None = None
    high: Decimal | None = None
    victims: Span | None = None
    group: str | None = None
    by: Span | None = None
    by_id: str | None = None
    where: Span | None = None
    place_id: str | None = None
    date_id: str | None = None
    source_id: str | None = None
    statistic_id: str | None = None
    part_of_id: str | None = None
    id: str = attrs.field(default=attrs.Factory(span_id, takes_self=True))
