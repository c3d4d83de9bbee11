"""The discourse clock: which point the text has come to, and which year a bare month belongs to."""

from __future__ import annotations

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan
from afghanbrief.extractors.dates.timex import Point

_NEAR = 60


class DiscourseClock:
    """Follows the main line of a text's dates.

    Arguments:
        scan: the document.
        expressions: all its expressions.
        now: the publication day, or ``None``.

    Attributes:
        narrative: whether the text tells a history, not the news of its publication.
        reference: the last point of the main line, or ``None``.
        last_clock: the last clock time (``"T09:20"``), or empty.
    """

    __slots__ = ("_main", "_position", "last_clock", "narrative", "now", "reference", "scan")

    def __init__(self, scan: Scan, expressions: list[Expression], now: Point | None) -> None:
        self.scan = scan
        self.now = now
        self.narrative = _is_narrative(expressions, now)
        self.reference: Point | None = None
        self.last_clock = ""
        self._main: Point | None = None
        self._position = -_NEAR

    def near(self, found: Expression) -> bool:
        """Tell whether the reference stands close before *found*."""
        return found.first - self._position <= _NEAR

    def year_of_month(self, month: int) -> int:
        """Give the year of a bare month by the main line: its year, or the next when the line crosses the new year."""
        main = self._main
        if main is None:
            return 0
        if main.month and month - main.month < -7:
            return main.year + 1
        return main.year

    def move(self, found: Expression, point: Point) -> None:
        """Set the clock to a resolved point, unless it is background."""
        if point.grain in ("decade", "century") or not point.year:
            return
        scan = self.scan
        self.last_clock = found.clock or self.last_clock
        main = self._main
        if main is not None and found.year and "(" in scan.gaps[found.first] and scan.gap(found.after) == "|":
            return
        self.reference = point
        self._position = found.after
        if main is not None and point.grain == "year" and point.year < main.year - 1 and _is_background(scan, found):
            return
        self._main = point


def _is_background(scan: Scan, found: Expression) -> bool:
    before = scan.words[max(0, found.first - 8) : found.first]
    return "had" in before or scan.word(found.first - 1) in ("since", "of", "than")


def _is_narrative(expressions: list[Expression], now: Point | None) -> bool:
    if now is None:
        return True
    told = present = 0
    for found in expressions:
        if found.year and found.kind == "date":
            told += found.year < now.year - 1
            present += found.year >= now.year - 1
        elif found.kind in ("deictic", "weekday"):
            present += 1
    return told >= 4 and told > 2 * present
