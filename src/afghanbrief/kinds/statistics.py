"""Statistics: a figure with its bound, unit, counted thing, date and source."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, Literal

import attrs

from afghanbrief.annotation import Evidence, Overlap, span_id
from afghanbrief.span import Span

Bound = Literal["=", "~", "<", "<=", ">", ">=", "range"]
Change = Literal["level", "increase", "decrease"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Statistic:
    """A figure that measures something.

    Attributes:
        span: the number with its unit or counted head; bound words are outside.
        evidence: the rule and its cues.
        value: the figure, or the lower end of a range.
        upper: the upper end of a range, or ``None``.
        bound: ``"="``, ``"~"``, ``"<"``, ``"<="``, ``">"``, ``">="`` or ``"range"``.
        unit: ``"percent"``, ``"percentage-point"``, an ISO 4217 currency, a unit's symbol or English name, what it is
            reckoned by behind a stroke (``"USD/barrel"``), ``"x"`` or ``"count"``.
        counted: the noun phrase of what is measured, or ``None``.
        counted_lemma: its head noun in the singular, or ``None``.
        whole: the whole of a share ("of total Afghan districts"), or ``None``.
        change: level, increase or decrease.
        as_of_id: id of the date that the figure holds for, or ``None``.
        source_id: id of the actor that vouches for it, or ``None``.
        restates_id: id of the statistic that this one states in another unit, or ``None``.
        id: ``"statistic:START-END"``.
    """

    kind: ClassVar[str] = "statistic"
    overlap: ClassVar[Overlap] = Overlap.FORBID

    span: Span
    evidence: Evidence
    value: Decimal
    upper: Decimal | None = None
    bound: Bound = "="
    unit: str = "count"
    counted: Span | None = None
    counted_lemma: str | None = None
    whole: Span | None = None
    change: Change = "level"
    as_of_id: str | None = None
    source_id: str | None = None
    restates_id: str | None = None
    id: str = attrs.field(default=attrs.Factory(span_id, takes_self=True))
