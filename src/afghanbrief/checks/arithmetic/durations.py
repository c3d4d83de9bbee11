"""Durations: "for 40 years, from 1933 to 1973", "began in May 1992 and ended in June 1997. In those five years"."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from afghanbrief.briefing import Finding
from afghanbrief.checks.arithmetic.view import relation_finding
from afghanbrief.document import Document
from afghanbrief.kinds import DateMention
from afghanbrief.text.patterns import compile_pattern

_LENGTH: Final = compile_pattern(r"P(\d{1,4})([YMDW])(?:(\d{1,2})M)?")
_FROM: Final = compile_pattern(r"(?:(?:from|between)(?: the)?\s*(?:[a-z]{1,9},?\s)?|\()\Z")
_TO: Final = compile_pattern(r"\s*,?\s*(?:to|until|till|and|-)(?: the)?\s*(?:[a-z]{1,9},?\s)?\Z")
_BEGAN: Final = compile_pattern(
    r"\b(?:began|begun|started|broke out|opened|closed|invaded|came|arrived|erupted)\b[^.;:!?]{0,24}\Z"
)
_ENDED: Final = compile_pattern(
    r"[^.;:!?\d]{0,60}\b(?:ended|finished|closed|reopened|left|withdrew|stopped|was over|was lifted|fell|departed)\b"
    r"[^.;:!?\d]{0,30}\Z"
)
_THOSE: Final = compile_pattern(
    r"\b(?:those|these|in the|after|lasted|lasting|took)\s*(?:only |just |nearly |almost |about )?\Z"
)
_BORN: Final = compile_pattern(r"\bborn\b[^.;:!?\d]{0,40}\Z")
_DIED: Final = compile_pattern(
    r"[^.;:!?\d]{0,60}\b(?:died|killed|murdered|assassinated|executed|death)\b[^.;:!?\d]{0,40}\Z"
)
# "Born in 1968, he became president in 2010 at the age of 42": nobody else's age can stand there.
_AT_THE_AGE: Final = compile_pattern(r",?\s*(?:at the age of|aged)\s*\Z")
_OPENING_CLAUSE: Final = compile_pattern(r",[^.;:!?\d]{0,100}\Z")
_WAS_BORN: Final = compile_pattern(r",? (?:was|were) born (?:in|on)(?: the)?\s*\Z")
_LATER: Final = compile_pattern(r"(?:[a-z-]+|\d{1,3}) (day|week|month|year)s? later\Z")
_NAMED_BY: Final = compile_pattern(r", (?:on|in)(?: the)?\s*\Z")
_AGED: Final = compile_pattern(r"[^.;:!?\d]{0,30}\b(?:aged|at|age of|age)\s*\Z")
_LASTED: Final = compile_pattern(
    r"\s*[,)]\s*(?:lasted|took|ran for|went on for|dragged on for)\s*(?:only |just |nearly |almost |about )?"
)
_OR_SO_LONG: Final = compile_pattern(
    r"\s*[,(-]?\s*(?:(?:or|for|in|that is|i\.e\.|a total of|a period of|a span of|lasting|some|about|nearly|almost|"
    r"just|a)\s)*"
)
_DAYS: Final = {"Y": Decimal("365.2425"), "M": Decimal("30.436875"), "W": Decimal(7), "D": Decimal(1)}
_NAMES: Final = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}
_NEAR: Final = 60
_BETWEEN: Final = 70
_DIRECTLY: Final = 16
# Characters between birth and death.
_LIFE: Final = 120


def find_durations(document: Document, dates: Sequence[DateMention]) -> Iterator[Finding]:
    """Yield durations whose two ends the text states.

    Arguments:
        document: the document.
        dates: its dates, sorted by span.

    Yields:
        Findings of relation ``duration``; operands are years where both ends are years or of a life, else days of
        the proleptic Gregorian calendar.
    """
    later = " later" in document.folded
    for position, length in enumerate(dates):
        if length.type != "DURATION":
            if later and length.type == "DATE":
                yield from _later(document, dates, position)
            continue
        measured = _LENGTH.fullmatch(length.value)
        if measured is None or (measured[3] and measured[2] != "Y"):
            continue
        life = _lifetime(document, dates, position)
        if life is not None:
            yield _age_finding(*life, length, Decimal(measured[1]))
            continue
        if measured[2] == "Y" and document.published is not None:
            told = _age_of_today(document, dates, position, document.published, Decimal(measured[1]))
            if told is not None:
                yield told
                continue
        ends = (
            _ends_behind(document, dates, position)
            or _ends_before(document, dates, position)
            or _ends_of_relative(document, dates, position)
        )
        if ends is not None:
            finding = _finding(*ends, length, Decimal(measured[1]), measured[2], int(measured[3] or 0))
            if finding is not None:
                yield finding


Ends = tuple[DateMention, DateMention]


def _ends_behind(document: Document, dates: Sequence[DateMention], position: int) -> Ends | None:
    """Find "for 40 years, from 1933 to 1973": both ends right behind the length, in its sentence."""
    if position + 2 >= len(dates):
        return None
    length, first, second = dates[position : position + 3]
    between = document.folded[length.span.end : first.span.start]
    if len(between) > _NEAR or any(mark in between for mark in ".;!?") or between.count(" from ") > 1:
        return None
    if between.endswith("between ") and len(between) > _DIRECTLY:
        # "for four weeks in a row was between September and October": the dates are the ends of something else.
        return None
    return (first, second) if _is_range(document, first, second) else None


def _ends_before(document: Document, dates: Sequence[DateMention], position: int) -> Ends | None:
    """Find "from 1933 to 1973, for 40 years" and "began in 1992 and ended in 1997. In those five years"."""
    if position < 2:
        return None
    first, second, length = dates[position - 2 : position + 1]
    between = document.folded[second.span.end : length.span.start]
    if len(between) > _NEAR or not _are_days(first, second):
        return None
    if _OR_SO_LONG.fullmatch(between) and _is_range(document, first, second):
        return first, second
    if not _THOSE.search(between):
        return None
    if _LASTED.fullmatch(between) and _is_range(document, first, second):
        # "The siege, from 1812 to 1815, lasted three years".
        return first, second
    joined = document.folded[first.span.end : second.span.start]
    if len(joined) > _BETWEEN or not _ENDED.match(joined):
        return None
    before = document.folded[max(0, first.span.start - 48) : first.span.start]
    return (first, second) if _BEGAN.search(before) else None


def _later(document: Document, dates: Sequence[DateMention], position: int) -> Iterator[Finding]:
    """Check "began on 2 July and was lifted 30 days later, on 1 August", "reopened on 8 May, four days later"."""
    folded, span = document.folded, dates[position].span
    told = _LATER.fullmatch(folded[span.start : span.end])
    if told is None or not position:
        return
    first, second = dates[position - 1], None
    if position + 1 < len(dates) and _NAMED_BY.fullmatch(folded[span.end : dates[position + 1].span.start]):
        second = dates[position + 1]
    elif position > 1 and folded[first.span.end : span.start] == ", ":
        first, second = dates[position - 2], first
    if second is None or not _are_days(first, second) or not len(first.value) == len(second.value) == _DAY:
        return
    between = folded[first.span.end : min(second.span.start, span.start)]
    if len(between) > _BETWEEN or any(mark in between for mark in ".;!?"):
        return
    count = next((number.value for number in document.numerals if span.start <= number.start < span.end), None)
    if count is not None and told[1] in _UNITS:
        finding = _finding(first, second, dates[position], count, _UNITS[told[1]], 0)
        if finding is not None:
            yield finding


_DAY: Final = 10
_UNITS: Final = {"day": "D", "week": "W", "month": "M"}


def _age_of_today(
    document: Document, dates: Sequence[DateMention], position: int, published: datetime.date, claimed: Decimal
) -> Finding | None:
    """Check "Karim Noor, 49, was born in 1970" against the day of the report."""
    if position + 1 >= len(dates):
        return None
    age, birth = dates[position : position + 2]
    if birth.earliest is None or not _WAS_BORN.fullmatch(document.folded[age.span.end : birth.span.start]):
        return None
    youngest = _full_years(birth.latest or birth.earliest, published)
    oldest = _full_years(birth.earliest, published)
    return relation_finding(
        "duration",
        f"from {birth.value} to {published.isoformat()} is {oldest} years",
        (birth.id, age.id),
        operands=(Decimal(birth.earliest.year), Decimal(published.year)),
        claimed=claimed,
        expected=Decimal(oldest),
        holds=youngest <= claimed <= oldest,
    )


def _ends_of_relative(document: Document, dates: Sequence[DateMention], position: int) -> Ends | None:
    """Find "the twelve-year war, which began in 2004, ended in 2016": the length stands before what began."""
    if position + 2 >= len(dates):
        return None
    length, first, second = dates[position : position + 3]
    between = document.folded[length.span.end : first.span.start]
    joined = document.folded[first.span.end : second.span.start]
    if len(between) > _NEAR or len(joined) > _BETWEEN or not _are_days(first, second):
        return None
    if not _WHICH_BEGAN.match(between) or not _ENDED.match(joined):
        return None
    return first, second


_WHICH_BEGAN: Final = compile_pattern(
    r"[^.;:!?,\d]{0,30}, (?:which|that) (?:had )?(?:began|begun|started)\b[^.;:!?,\d]{0,12}\Z"
)


def _lifetime(document: Document, dates: Sequence[DateMention], position: int) -> Ends | None:
    """Find "born in 1957 and died in 2013, aged 56": birth, death and the age in years, in this order."""
    if position < 2 or not dates[position].value.endswith("Y"):
        return None
    birth, death, age = dates[position - 2 : position + 1]
    if not _are_days(birth, death) or age.span.start - death.span.end > _NEAR:
        return None
    folded = document.folded
    lived, told = folded[birth.span.end : death.span.start], folded[death.span.end : age.span.start]
    if death.span.start - birth.span.end > _LIFE or not _AGED.match(told):
        return None
    if not _DIED.match(lived) and not (_OPENING_CLAUSE.match(lived) and _AT_THE_AGE.fullmatch(told)):
        return None
    return (birth, death) if _BORN.search(folded[max(0, birth.span.start - 48) : birth.span.start]) else None


def _age_finding(birth: DateMention, death: DateMention, age: DateMention, claimed: Decimal) -> Finding:
    """Make the finding of an age: full years, which a birthday that is not told may make one less."""
    assert birth.earliest is not None
    assert death.earliest is not None
    youngest = _full_years(birth.latest or birth.earliest, death.earliest)
    oldest = _full_years(birth.earliest, death.latest or death.earliest)
    return relation_finding(
        "duration",
        f"from {birth.value} to {death.value} is {oldest} years",
        (birth.id, death.id, age.id),
        operands=(Decimal(birth.earliest.year), Decimal(death.earliest.year)),
        claimed=claimed,
        expected=Decimal(oldest),
        holds=youngest <= claimed <= oldest,
    )


def _full_years(start: datetime.date, end: datetime.date) -> int:
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def _are_days(first: DateMention, second: DateMention) -> bool:
    return first.type == second.type == "DATE" and first.earliest is not None and second.earliest is not None


def _is_range(document: Document, first: DateMention, second: DateMention) -> bool:
    if not _are_days(first, second) or second.span.start - first.span.end > 40:
        return False
    if not _TO.match(document.folded[first.span.end : second.span.start]):
        return False
    return _FROM.search(document.folded[max(0, first.span.start - 20) : first.span.start]) is not None


def _finding(
    first: DateMention, second: DateMention, length: DateMention, claimed: Decimal, unit: str, months: int
) -> Finding | None:
    start, end = first.earliest, second.earliest
    assert start is not None
    assert end is not None
    years = len(first.value) == 4 and len(second.value) == 4
    low, high = _bounds(first, second)
    in_unit = Decimal((end - start).days) / _DAYS[unit]
    expected = Decimal(end.year - start.year) if years and unit == "Y" else in_unit.quantize(Decimal("0.1"))
    slack = Decimal(1) if unit != "D" else Decimal(0)
    exact = claimed + Decimal(months) / 12
    if months:
        slack = Decimal("0.1")
    holds = low / _DAYS[unit] - slack < exact < high / _DAYS[unit] + slack or expected == claimed
    if years and unit == "Y":
        # Who counts the first year too says one more; December 1979 to January 1989 are nine full years.
        holds = abs(expected - claimed) <= 1
    if unit == "D":
        holds = in_unit <= claimed <= in_unit + 1 or low <= claimed <= high
    if not holds and not claimed * Decimal("0.4") <= expected <= claimed * Decimal("2.5"):
        # The two dates are the ends of something else.
        return None
    operands = (
        (Decimal(start.year), Decimal(end.year)) if years else (Decimal(start.toordinal()), Decimal(end.toordinal()))
    )
    name = _NAMES[unit][:-1] if expected == 1 else _NAMES[unit]
    return relation_finding(
        "duration",
        f"from {first.value} to {second.value} is {expected.normalize():f} {name}",
        (first.id, second.id, length.id),
        operands=operands,
        claimed=claimed,
        expected=expected,
        holds=holds,
    )


def _bounds(first: DateMention, second: DateMention) -> tuple[Decimal, Decimal]:
    """Give the shortest and the longest time between two dates, in days."""
    latest_start: datetime.date = first.latest or first.earliest  # type: ignore[assignment]
    latest_end: datetime.date = second.latest or second.earliest  # type: ignore[assignment]
    assert first.earliest is not None
    assert second.earliest is not None
    return Decimal((second.earliest - latest_start).days), Decimal((latest_end - first.earliest).days)
