"""Checks days against the calendar: "Monday, 5 May 2018" was a Saturday."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, ClassVar, Final

from afghanbrief.briefing import Finding
from afghanbrief.document import Document
from afghanbrief.extractor import Found
from afghanbrief.kinds import DateMention
from afghanbrief.text.patterns import compile_pattern

_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY: Final = compile_pattern(
    r"\b(?:(mon)(?:day)?|(tues?)(?:day)?|(wed)(?:nesday)?|(thu(?:rs?)?)(?:day)?|(fri)(?:day)?|(sat)(?:urday)?|"
    r"(sun)(?:day)?)\b"
)
# Earlier days may be of the Julian calendar, which Greece kept until 1923.
_FIRST_YEAR: Final = 1924


class WeekdayCheck:
    """Looks at dates with a weekday and a year, both as the text says them."""

    name: ClassVar[str] = "weekday"
    requires: ClassVar[tuple[type[Any], ...]] = (DateMention,)
    uses: ClassVar[tuple[type[Any], ...]] = ()

    def check(self, document: Document, found: Found) -> Iterable[Finding]:
        """Yield a finding for each date that fell on another weekday.

        A date without a year is never flagged: its weekday may be what told the year.

        Arguments:
            document: the document.
            found: its dates.
        """
        for date in found.of(DateMention):
            value = date.value
            if len(value) < 10 or date.calendar != "gregorian" or date.type not in ("DATE", "TIME"):
                continue
            text = document.folded[date.span.start : date.span.end]
            named = _WEEKDAY.search(text)
            if named is None or named.lastindex is None or value[:4] not in text:
                continue
            try:
                day = datetime.date.fromisoformat(value[:10])
            except ValueError:
                continue
            if day.year < _FIRST_YEAR or day.weekday() == named.lastindex - 1:
                continue
            yield Finding(
                check=self.name,
                severity="warning",
                message=f"{value[:10]} was a {_NAMES[day.weekday()]}, not a {_NAMES[named.lastindex - 1]}",
                annotation_ids=(date.id,),
            )
