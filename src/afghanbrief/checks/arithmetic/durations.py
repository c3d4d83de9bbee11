"""Durations: "for 40 years, from 1933 to 1973"."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal

from afghanbrief.briefing import Finding
from afghanbrief.checks.arithmetic.view import relation_finding
from afghanbrief.document import Document
from afghanbrief.kinds import DateMention
from afghanbrief.text.patterns import compile_pattern

_LENGTH = compile_pattern(r"P(\d{1,4})([YMDW])")
_FROM = compile_pattern(r"(?:from|between)(?: the)?\s*(?:[a-z]{1,9},?\s)?\Z")
_TO = compile_pattern(r"\s*,?\s*(?:to|until|till|and|-)(?: the)?\s*(?:[a-z]{1,9},?\s)?\Z")
_DAYS = {"Y": Decimal("365.2425"), "M": Decimal("30.436875"), "W": Decimal(7), "D": Decimal(1)}


def find_durations(document: Document, dates: Sequence[DateMention]) -> Iterator[Finding]:
    """Yield durations whose two ends the same sentence states.

    Arguments:
        document: the document.
        dates: its dates, sorted by span.

    Yields:
        Findings of relation ``duration``; operands are years where both ends are years, else days of the
        proleptic Gregorian calendar.
    """
    for position in range(len(dates) - 1):
        first, second = dates[position], dates[position + 1]
        if first.type != "DATE" or second.type != "DATE" or first.earliest is None or second.earliest is None:
            continue
        before = document.folded[max(0, first.span.start - 20) : first.span.start]
        between = document.folded[first.span.end : min(second.span.start, first.span.end + 40)]
        if not _FROM.search(before) or not _TO.match(between):
            continue
        sentence = document.sentence_index(first.span.start)
        for other in (position - 1, position + 2):
            if 0 <= other < len(dates) and document.sentence_index(dates[other].span.start) == sentence:
                length = _LENGTH.fullmatch(dates[other].value)
                if length is not None and dates[other].type == "DURATION":
                    finding = _finding(first, second, dates[other], Decimal(length[1]), length[2])
                    if finding is not None:
                        yield finding


def _finding(
    first: DateMention, second: DateMention, length: DateMention, claimed: Decimal, unit: str
) -> Finding | None:
    start, end = first.earliest, second.earliest
    assert start is not None
    assert end is not None
    years = len(first.value) == 4 and len(second.value) == 4
    low, high = _bounds(first, second)
    in_unit = Decimal((end - start).days) / _DAYS[unit]
    expected = Decimal(end.year - start.year) if years and unit == "Y" else in_unit.quantize(Decimal("0.1"))
    slack = Decimal(1) if unit != "D" else Decimal(0)
    holds = low / _DAYS[unit] - slack < claimed < high / _DAYS[unit] + slack or expected == claimed
    if years and unit == "Y":
        holds = expected == claimed
    if unit == "D":
        holds = in_unit <= claimed <= in_unit + 1 or low <= claimed <= high
    if not holds and not claimed * Decimal("0.4") <= expected <= claimed * Decimal("2.5"):
        # The two dates are the ends of something else.
        return None
    operands = (
        (Decimal(start.year), Decimal(end.year)) if years else (Decimal(start.toordinal()), Decimal(end.toordinal()))
    )
    return relation_finding(
        "duration",
        f"from {first.value} to {second.value} is {expected.normalize():f} {_NAMES[unit]}",
        (first.id, second.id, length.id),
        operands=operands,
        claimed=claimed,
        expected=expected,
        holds=holds,
    )


_NAMES = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}


def _bounds(first: DateMention, second: DateMention) -> tuple[Decimal, Decimal]:
    """Give the shortest and the longest time between two dates, in days."""
    latest_start: datetime.date = first.latest or first.earliest  # type: ignore[assignment]
    latest_end: datetime.date = second.latest or second.earliest  # type: ignore[assignment]
    assert first.earliest is not None
    assert second.earliest is not None
    return Decimal((second.earliest - latest_start).days), Decimal((latest_end - first.earliest).days)
