"""Temporal expressions: dates, times, durations and sets in TIMEX3."""

from __future__ import annotations

import datetime
from typing import ClassVar, Literal

import attrs

from afghanbrief.annotation import Evidence, Overlap, span_id
from afghanbrief.span import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Calendar = Literal["gregorian", "solar-hijri", "islamic"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class DateMention:
    """A temporal expression with its TIMEX3 value (TimeML 1.2.1).

    Attributes:
        span: determiner and modifier inside, preposition outside.
        evidence: the rule and its cues.
        type: ``"DATE"``, ``"TIME"``, ``"DURATION"`` or ``"SET"``.
        value: TIMEX3 value; what the text leaves open stays ``X`` (``"XXXX-09-04"``).
        mod: TIMEX3 modifier (``"START"``, ``"APPROX"``, ...), or ``None``.
        anchor_id: id of the date that a relative value was resolved against, or ``None``.
        calendar: the calendar that the text uses; the value is Gregorian always.
        earliest: first day that the value may mean, or ``None`` where it is open.
        latest: last day that the value may mean, inclusive, or ``None`` where it is open.
        id: ``"date:START-END"``.
    """

    kind: ClassVar[str] = "date"
    overlap: ClassVar[Overlap] = Overlap.FORBID

    span: Span
    evidence: Evidence
    type: TimexType
    value: str
    mod: str | None = None
    anchor_id: str | None = None
    calendar: Calendar = "gregorian"
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    id: str = attrs.field(default=attrs.Factory(span_id, takes_self=True))
