"""What a resolver knows when it comes to an expression, and what it makes of one."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Final, NamedTuple

from afghanbrief.extractors.dates.clock import DiscourseClock
from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan
from afghanbrief.extractors.dates.timex import Point

OPEN: Final = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}
STEP: Final = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "next": 1,
    "following": 1,
    "coming": 1,
    "upcoming": 1,
    "subsequent": 1,
    "ensuing": 1,
}


class Resolved(NamedTuple):
    """What an expression means.

    Attributes:
        type: TIMEX3 type.
        value: TIMEX3 value.
        point: the point in time, if the value is one.
        anchored: ``"published"``, ``"text"`` (the last point before it) or empty.
        cue: index of the word that gave the direction, or -1.
        earliest, latest: bounds where they are not the point's.
    """

    type: str
    value: str
    point: Point | None = None
    anchored: str = ""
    cue: int = -1
    earliest: datetime.date | None = None
    latest: datetime.date | None = None

    def bounds(self) -> tuple[datetime.date | None, datetime.date | None]:
        """Give the first and last day that it may mean, ``None`` where they are open."""
        said = self.point.bounds() if self.point else None
        return said or (self.earliest, self.latest)


class Reading:
    """How far a document has been resolved.

    Attributes:
        scan: the document.
        now: the publication day, or ``None``.
        clock: the discourse clock.
        previous: the last expression and what it meant.
        outer: the expression that is being resolved, if another inside it is asked for first.
        period: the first two dates that stand as a range, or ``None``.
        resolve: resolves an expression inside another, without moving the clock.
    """

    __slots__ = ("clock", "now", "outer", "period", "previous", "resolve", "scan")

    def __init__(
        self,
        scan: Scan,
        now: Point | None,
        clock: DiscourseClock,
        resolve: Callable[[Reading, Expression], Resolved | None],
    ) -> None:
        self.scan = scan
        self.now = now
        self.clock = clock
        self.outer: Expression | None = None
        self.previous: tuple[Expression, Resolved] | None = None
        self.period: tuple[Expression, Expression] | None = None
        self.resolve: Callable[[Expression], Resolved | None] = lambda found: resolve(self, found)

    def is_gloss(self, found: Expression) -> bool:
        """Tell whether it explains the date before it in brackets: "9 April (20 Hamal)"."""
        if self.previous is None or found.first != self.previous[0].after:
            return False
        return "(" in self.scan.gaps[found.first] and found.calendar != self.previous[0].calendar

    def explained_day(self, found: Expression) -> datetime.date | None:
        """Give the first day of the date that *found* explains in brackets, or ``None``."""
        return self.previous[1].bounds()[0] if self.previous is not None and self.is_gloss(found) else None
