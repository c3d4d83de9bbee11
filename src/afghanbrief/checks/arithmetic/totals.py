"""Lines of a list that add up the lines before them: "Herat: 120 families", "Badghis: 80", "Total: 200"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from afghanbrief.briefing import Finding
from afghanbrief.checks.arithmetic.view import FigureView, sum_finding
from afghanbrief.text.patterns import compile_pattern

_TOTAL_LINE: Final = compile_pattern(
    r"[^\w(]{0,6}(?:the )?(?:grand |overall )?totals?(?: [a-z]{2,14}){0,2}\s*[:=|\u2013-]?\s*"
    r"(?:(?:about|some|around)\s)?\Z"
)
_LABEL: Final = 40
_MOST_LINES: Final = 40
_FEWEST_LINES: Final = 2
# What is further off adds up other lines.
_FURTHEST_OFF: Final = Decimal("0.1")


def find_totals(view: FigureView) -> Iterator[Finding]:
    """Yield the sums that the total of a list asserts.

    Arguments:
        view: the figures.

    Yields:
        Findings of relation ``sum``.
    """
    if "total" not in view.document.folded:
        return
    for index, figure in enumerate(view.figures):
        if index < _FEWEST_LINES or figure.upper is not None or figure.change != "level":
            continue
        before = view.before(index, _LABEL)
        if "total" not in before or not _TOTAL_LINE.fullmatch(before):
            continue
        parts = _lines_before(view, index)
        if parts is not None:
            yield sum_finding(view, index, parts)


def _lines_before(view: FigureView, total: int) -> list[int] | None:
    """Give the figures of the lines before a total: those that make it up, or else all, if they nearly do."""
    whole = view.figures[total].value
    parts: list[int] = []
    added = Decimal(0)
    for index in range(total - 1, max(-1, total - _MOST_LINES), -1):
        below = parts[0] if parts else total
        if view.sentences[index] == view.sentences[below] or view.block(below) - view.block(index) > 1:
            if view.sentences[index] == view.sentences[total] or not view.alike(index, total):
                # Another figure of one line, in another unit.
                continue
            break
        if not view.alike(index, total) or view.figures[index].change != "level":
            break
        parts.insert(0, index)
        added += view.figures[index].value
        if added == whole and len(parts) >= _FEWEST_LINES:
            return parts
    near = abs(added - whole) <= whole * _FURTHEST_OFF
    return parts if near and len(parts) >= _FEWEST_LINES else None
