"""Names the dates of a document, and the ranges that two of them make: "between 1 January and 30 June 2016"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from afghanbrief.extractors.statistics.ranges import name_of_range, periods_around
from afghanbrief.kinds import DateMention
from afghanbrief.text.patterns import compile_pattern

_MOST_DATES: Final = 4
_JOINT: Final = 12
DAY: Final = len("2018-09-04")
YEAR: Final = len("2018")
_RANGE: Final = compile_pattern(r"\s*(?:to|and|-|through|until|till)\s+(?:the )?$|\s?-\s?$")
_RANGED: Final = compile_pattern(r"\b(?:between|from|during|the period)(?: the)? $")
SAME_PERIOD: Final = compile_pattern(r"\bsame (?:period|time|quarter|half|month)(?: of| in| during)?(?: the)? $")


class Calendar:
    """The dates of one document by position, value and id.

    Arguments:
        folded: the text in lower case.
        dates: its dates that figures may hold for, in text order.
    """

    def __init__(self, folded: str, dates: Sequence[DateMention]) -> None:
        self._folded = folded
        self._dates = dates
        self._named: dict[str, str] | None = None
        self._lengths: dict[str, int] | None = None
        self._main = ""

    def opens_range(self, position: int) -> bool:
        """Tell whether a date is the first of a range of two."""
        return position + 1 < len(self._dates) and self._joins(position, position + 1)

    def in_range(self, position: int) -> bool:
        """Tell whether a date is one end of a range of two."""
        return self.opens_range(position) or (position > 0 and self._joins(position - 1, position))

    def period(self, position: int) -> str | None:
        """Give the id of a date, or, for one end of a range, of a date that names the whole range.

        "Between 1 January and 30 June 2016" is two dates; where the text also speaks of "the first half of 2016", that
        is the figure's period. Else a range is represented by its last day, if it has one.
        """
        dates = self._dates
        last = position
        following = position + 1
        if following < len(dates) and self._joins(position, following):
            last = following
        elif position and self._joins(position - 1, position):
            position -= 1
        if position == last:
            date = dates[position]
            if date.type == "TIME" and date.value[-1:].isalpha():
                # "on Friday night": the figure is of the day, where the text names it.
                return self.names().get(date.value[:DAY]) or date.id
            return date.id
        name = name_of_range(dates[position], dates[last])
        if name:
            self._main = name
        for value in (name, *periods_around(dates[position], dates[last])):
            named = self.names().get(value)
            if named is not None:
                return named
        # A count up to a day stands as of it; "between October and March" does not make it March's.
        return dates[last].id if len(dates[last].value) == DAY else None

    def _joins(self, left: int, right: int) -> bool:
        first, second = self._dates[left].span, self._dates[right].span
        # Most dates stand far apart.
        if second.start - first.end > _JOINT or self._dates[left].value == self._dates[right].value:
            return False
        gap = self._folded[first.end : second.start]
        if not _RANGE.match(gap):
            return False
        return "and" not in gap or _RANGED.search(self._folded, max(0, first.start - 20), first.start) is not None

    def same_period(self, position: int, words: str) -> str:
        """Give the date of "the same period of 2015": the half or quarter that the text is about, if named."""
        date = self._dates[position]
        told = date.evidence.rule == "same-period" or SAME_PERIOD.search(words)
        if len(date.value) == YEAR and told:
            nearest = reversed(self._dates[max(0, position - _MOST_DATES) : position])
            main = next((other.value for other in nearest if other.value[YEAR:][:2] in ("-H", "-Q")), self._main)
            if main[YEAR:][:2] in ("-H", "-Q"):
                return self.names().get(date.value + main[YEAR:], date.id)
        return date.id

    def names(self) -> dict[str, str]:
        """Give the dates by value, those without a modifier only."""
        if self._named is None:
            self._named = {}
            for date in self._dates:
                if date.mod is None:
                    self._named.setdefault(date.value, date.id)
        return self._named

    def is_period(self, as_of_id: str) -> bool:
        """Tell whether a date is a month, a quarter, a year or the like, no day."""
        if self._lengths is None:
            self._lengths = {date.id: len(date.value) for date in self._dates}
        return self._lengths.get(as_of_id, DAY) < DAY
