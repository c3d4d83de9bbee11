"""Makes the findings of shares, and tells which figures a printed share fits."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from afghanbrief.briefing import Finding
from afghanbrief.checks.arithmetic.rounding import within
from afghanbrief.checks.arithmetic.view import FigureView, relation_finding, show

# No rounding reaches so far: what is further off is seen without exact arithmetic.
_FAR: Final = 10.0


def fits(view: FigureView, part: int, total: int, share: int) -> bool:
    """Tell whether a share is what its part of a total comes to, as printed.

    Arguments:
        view: the figures.
        part: index of the part.
        total: index of the total.
        share: index of the share.
    """
    whole, claimed = view.figures[total].value, view.figures[share].value
    if not whole or abs(float(view.figures[part].value) * 100 / float(whole) - float(claimed)) > _FAR:
        return False
    expected = view.figures[part].value * 100 / whole
    return abs(expected - claimed) <= _tolerance(view, part, total, share) * Decimal("1.02")


def share_of(view: FigureView, part: int, share: int, total: Decimal, total_index: int | None = None) -> Finding:
    """Make the finding that a part is a share of a total.

    Arguments:
        view: the figures.
        part: index of the part.
        share: index of the share.
        total: the total.
        total_index: its index, if the text states it.
    """
    piece, claimed = view.figures[part], view.figures[share]
    expected = (piece.value * 100 / total) if total else Decimal(0)
    allowed = view.step(share) if total_index is None else _tolerance(view, part, total_index, share)
    head = f" {piece.counted.text.split()[-1]}" if piece.counted is not None and piece.counted.text.split() else ""
    ids = () if total_index is None else (view.figures[total_index].id,)
    return relation_finding(
        "share-of-total",
        f"{show(piece.value)} of {show(total)}{head} is {show(expected.quantize(Decimal('0.1')))}%",
        (piece.id, *ids, claimed.id),
        operands=(piece.value, total),
        claimed=claimed.value,
        expected=expected.quantize(Decimal("0.01")),
        holds=within(expected, claimed, allowed),
    )


def _tolerance(view: FigureView, part: int, total: int, share: int) -> Decimal:
    """Give what rounding allows: of the printed share, and of count and total."""
    whole, piece = view.figures[total], view.figures[part]
    allowed = view.step(share)
    if whole.value:
        steps = view.step(part), view.step(total)
        if any(steps):
            allowed += (steps[0] + steps[1] * piece.value / whole.value) * 100 / whole.value
    return allowed
