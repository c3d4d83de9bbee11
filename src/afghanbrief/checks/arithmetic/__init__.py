"""Checks whether the report's own figures agree: shares, sums, differences, changes in percent, durations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Final

from afghanbrief.briefing import Finding
from afghanbrief.checks.arithmetic.breakdowns import find_breakdowns
from afghanbrief.checks.arithmetic.changes import find_changes
from afghanbrief.checks.arithmetic.differences import find_differences
from afghanbrief.checks.arithmetic.durations import find_durations
from afghanbrief.checks.arithmetic.multiples import find_multiples
from afghanbrief.checks.arithmetic.remainders import find_remainders
from afghanbrief.checks.arithmetic.shares import find_shares
from afghanbrief.checks.arithmetic.sums import find_sums
from afghanbrief.checks.arithmetic.totals import find_totals
from afghanbrief.checks.arithmetic.view import FigureView
from afghanbrief.document import Document
from afghanbrief.extractor import Found
from afghanbrief.kinds import DateMention, Statistic

_FINDERS: Final = (
    find_shares,
    find_sums,
    find_breakdowns,
    find_totals,
    find_remainders,
    find_differences,
    find_changes,
    find_multiples,
)


class ArithmeticCheck:
    """Looks only where the wording asserts a relation; figures that merely stand together are left alone."""

    name: ClassVar[str] = "arithmetic"
    requires: ClassVar[tuple[type[Any], ...]] = (Statistic,)
    uses: ClassVar[tuple[type[Any], ...]] = (DateMention,)

    def check(self, document: Document, found: Found) -> Iterable[Finding]:
        """Yield a finding for each relation that is asserted, whether it holds or not."""
        figures, dates = found.of(Statistic), found.of(DateMention)
        seen: set[tuple[object, ...]] = set()
        if len(figures) > 1:
            view = FigureView(document, figures, dates)
            for finder in _FINDERS:
                for finding in finder(view):
                    # Two wordings may assert one relation: shares that make up a hundred, and "the remaining 119".
                    key = finding.relation, finding.claimed, *sorted(finding.annotation_ids)
                    if key not in seen:
                        seen.add(key)
                        yield finding
        yield from find_durations(document, dates)


__all__ = ["ArithmeticCheck"]
