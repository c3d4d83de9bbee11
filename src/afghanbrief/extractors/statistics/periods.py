"""Finds the date or period that a figure holds for: behind it, before it in its clause, at the head of its item."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

import attrs

from afghanbrief.document import Document
from afghanbrief.extractor import Found
from afghanbrief.extractors.statistics.calendar import DAY, SAME_PERIOD, Calendar
from afghanbrief.extractors.statistics.date_uses import (
    BEFORE,
    COMPARES,
    SINCE,
    DateUse,
    dates_what_follows,
    is_of_subject,
    use_of,
)
from afghanbrief.kinds import DateMention
from afghanbrief.text.patterns import compile_pattern

# How far behind a figure its date may stand.
_BEHIND: Final = 120
LABEL: Final = 60
_MOST_DATES: Final = 4
_AT_HAND: Final = 24
_MOST_ITEMS: Final = 12

_PARTS: Final = compile_pattern(r"[,;:()\u2014]|\band\b|\d")
_KEY_FIGURES: Final = compile_pattern(r"\b(?:figures|numbers|glance|facts)\b")
_DIGIT: Final = compile_pattern(r"\d")
_LETTER: Final = compile_pattern(r"[a-z]{4}|\)")
# "(US$ " and the like, between a date and the figure in brackets.
_SIGNED: Final = 8
_TIED: Final = compile_pattern(
    r"\b(?:in|of|for|from|at|by|totall?ing|worth|with|receive[ds]?|pa(?:y|ys|id)|got|gets?) "
    r"(?:(?:some|about|the|its|over|nearly) )?(?:[a-z]{2,3} ?)?\W?\d[\d,.]*"
)
_CLAUSES: Final = compile_pattern(r"[,;:()\u2014](?!\d{3}\b)|\b(?:but|while|when|after|before|who|which)\b")
_FROM: Final = compile_pattern(r"\bfrom (?:the )?$")
_COMPARED_FIGURE: Final = compile_pattern(
    r"\b(?:from|against|compared (?:with|to)|versus|(?:over|than|on)(?= the))"
    r"(?: the| a| an| about| some| around| nearly| almost| just| only){0,2} \W?$"
)
_COMPARING: Final = tuple("from with to against versus the a an about some around nearly almost just only".split())
_COMPARED_WINDOW: Final = 40
_EARLIER: Final = compile_pattern(
    r"\b(?:earlier|previous|initial|original|prior|former) (?:[a-z]{3,9} )?(?:of|to|at|was|put)\b[^,;.]{0,16}$"
)
_RELATIVE_WORD: Final = compile_pattern(r"\b(?:that|which|who|whom)\b")
_LEADS_TO: Final = compile_pattern(
    r"\s*(?:to|of|at|is|was|were|are|stood at|stands at|reached|totalled|totaled)\s*"
    r"(?:(?:about|some|around|nearly|almost|over|more than|at least|just)\s)?\W?"
)
_BRACKETS: Final = compile_pattern(r" ?\([^()]*\)|^[^()]*\)")
_ATTACHING: Final = (" in ", " on ", " of ", " for ", " for fiscal ", " for fiscal year ", " for the fiscal year ")
_MIDDAY: Final = ("noon", "midday", "Noon", "Midday")
_WITHIN: Final = frozenset((" in ", " over ", " during ", " for "))
_PREPOSITIONS: Final = (" on ", " in ", " by ", " during ", " last ", " of ", " between ", " from ")
_OTHER_TIMES: Final = ("earlier ", "previous ", "initial ", "original ", "prior ", "former ")
_AS_OF: Final = (" as of ", "\nas of ", " as at ")
LENGTHS: Final = frozenset(("km", "m", "mi", "ft", "cm", "mm", "yd", "in"))


@attrs.define(eq=False, weakref_slot=False)
class Dated:
    """The date of a figure.

    Attributes:
        as_of_id: id of the date, or ``None``.
        lasting: whether what follows may go by it; a date that others are compared with does not last.
    """

    as_of_id: str | None
    lasting: bool


UNDATED: Final = Dated(None, False)
# The text says that the figure is of another time than what it goes on about, without naming that time.
OTHERWISE: Final = Dated(None, True)


class PeriodReader:
    """Reads the dates of one document's figures.

    Arguments:
        document: the document.
        found: its dates.
    """

    def __init__(self, document: Document, found: Found) -> None:
        self._document = document
        self._folded = document.folded
        self._blocks = document.blocks
        self._dates = [
            date
            for date in found.of(DateMention)
            if (date.type == "DATE" and date.value[:1].isdigit()) or _is_calendar(date)
        ]
        self._starts = [date.span.start for date in self._dates]
        self.calendar = Calendar(document.folded, self._dates)
        self.has_dates = bool(self._dates)
        self._uses: dict[int, DateUse] = {}
        self._heading: Dated | None = None

    def read(self, begin: int, start: int, end: int, limit: int) -> Dated:
        """Read the date of the figure at ``[start, end)``.

        Arguments:
            begin: where its sentence, or what is said in it, begins.
            start: offset of the figure.
            end: offset after it.
            limit: where the sentence, or what is said, ends.
        """
        dates, starts = self._dates, self._starts
        high = bisect_right(starts, start)
        follows = high < len(dates) and starts[high] < limit
        behind = follows and starts[high] - end <= _BEHIND and dates[high].span.end <= limit
        before = high > 0 and starts[high - 1] >= begin
        if before and start - dates[high - 1].span.end < _SIGNED and self._is_in_bracket(high - 1, start):
            # "fewer than in July (183,000)": the figure in brackets is of the date right before them.
            return Dated(self.calendar.period(high - 1), False)
        if (
            behind
            and " who " in self._folded[begin:start]
            and is_of_subject(self._folded, begin, start, end, starts[high])
        ):
            behind = False
        if behind:
            dated = self._behind(high, start, end)
            if dated is not None:
                return dated
        if (before or behind) and self._is_compared(start):
            # "in 2018, down from 9,000": of another time, which the text does not name.
            return OTHERWISE
        if before:
            dated = self._before(high, begin, start)
            if dated is not None:
                return dated
        if behind:
            dated = self._further_behind(high, begin, start, end)
            if dated is not None:
                return dated
        return self._as_of(high, end, limit) if follows else UNDATED

    def _is_in_bracket(self, position: int, start: int) -> bool:
        between = self._folded[self._dates[position].span.end : start]
        return between.startswith(" (") and not _LETTER.search(between, 2)

    def has_date_in(self, begin: int, limit: int) -> bool:
        """Tell whether a sentence has a date of its own; one that others are compared with is none."""
        position = bisect_left(self._starts, begin)
        while position < len(self._starts) and self._starts[position] < limit:
            if not self._use(position, begin).compared:
                return True
            position += 1
        return False

    def lead_in(self, block: int) -> Dated:
        """Read "Active programmes, as of 8 October 2022:": the date of the items of the list that it opens."""
        blocks = self._blocks
        index = block
        while index > max(0, block - _MOST_ITEMS) and blocks[index].role == "item":
            index -= 1
        opening = blocks[index]
        if opening.role == "item" or self._folded[opening.start : opening.end].rstrip()[-1:] != ":":
            return UNDATED
        position = bisect_left(self._starts, opening.end) - 1
        if position < 0 or self._starts[position] < opening.start:
            return UNDATED
        use = self._use(position, opening.start)
        if use.bounded or use.compared or use.published:
            return UNDATED
        return Dated(self.calendar.period(position), False)

    def is_of_another_time(self, begin: int, start: int) -> bool:
        """Tell whether a figure is called an earlier one: "revising an earlier toll of nine"."""
        before = self._folded[max(begin, start - BEFORE) : start]
        for word in _OTHER_TIMES:
            if word in before:
                return _EARLIER.search(before) is not None
        return False

    def opening(self, begin: int, before: int, start: int) -> Dated:
        """Read the date that opens a sentence of reported words: "As of January 31, SIGAR said that ...".

        A day of the week before the report tells when the words were spoken, not when they hold.
        """
        position = bisect_right(self._starts, before) - 1
        if position < 0 or self._starts[position] < begin:
            return UNDATED
        date = self._dates[position]
        use = self._use(position, begin)
        if use.bounded or use.compared or ("as of" not in use.words and self._is_news(date)):
            return UNDATED
        if " would " in self._folded[before:start]:
            return UNDATED
        return Dated(date.id, True)

    def of_subject(self, begin: int, end: int) -> Dated:
        """Read the date of a sentence's subject: "The fighting in March was the worst since 2011."."""
        position = bisect_left(self._starts, begin)
        if position == len(self._starts) or self._starts[position] >= min(end, begin + BEFORE):
            return UNDATED
        words = self._folded[begin : self._starts[position]]
        return Dated(self._dates[position].id, True) if words.endswith(_ATTACHING) else UNDATED

    def is_of_key_figures(self, block: int) -> bool:
        """Tell whether an item stands under a heading such as "KEY FIGURES" or "AT A GLANCE"."""
        blocks = self._blocks
        for index in range(block, max(-1, block - _MOST_ITEMS), -1):
            if blocks[index].role in ("heading", "title"):
                return _KEY_FIGURES.search(self._folded, blocks[index].start, blocks[index].end) is not None
        return False

    def heading(self) -> Dated:
        """Read "Flash Update 4: Floods in Baghlan (as of 22 May 2018)": the date of the items of a report."""
        if self._heading is None:
            self._heading = UNDATED
            for position, date in enumerate(self._dates[:_MOST_DATES]):
                first = date.span.start
                block = self._blocks[self._document.block_index(first)]
                if block.role not in ("title", "heading"):
                    break
                if self._folded[max(0, first - 6) : first].strip() == "as of":
                    self._heading = Dated(date.id, False)
                elif self.calendar.opens_range(position):
                    self._heading = Dated(self.calendar.period(position), False)
        return self._heading

    def label(self, begin: int, start: int) -> Dated:
        """Read the date that opens an item: "May: 38,200", "2017: 3,438 deaths"."""
        position = bisect_right(self._starts, begin + 3) - 1
        if position < 0 or self._starts[position] < begin:
            return UNDATED
        date = self._dates[position]
        colon = self._folded.rfind(":", date.span.end, start)
        if colon < 0 or "." in self._folded[date.span.end : colon]:
            return UNDATED
        if date.type == "TIME":
            # "13:05 Fuel prices: ...": the items of a day.
            day = self.calendar.names().get(date.value[:DAY])
            return UNDATED if day is None else Dated(day, True)
        return Dated(date.id, True)

    def _behind(self, high: int, start: int, end: int) -> Dated | None:
        """Read the date right behind a figure: "29 in January"."""
        between = self._between(end, high)
        if _PARTS.search(between):
            return None
        date = self._dates[high]
        if date.value == "PRESENT_REF":
            return Dated(date.id, False) if len(between) <= _AT_HAND else None
        if date.type == "TIME" and date.value[-1:].isdigit():
            # Of the hours of the clock only one up to which something was counted dates it.
            if not between.endswith((" by ", " as of ")):
                return None
            # "Slid to 18.20 by noon": of the day, where the text names it; "by 6 p.m." is a time of its own.
            day = self.calendar.names().get(date.value[:DAY]) if date.span.text.endswith(_MIDDAY) else None
            return Dated(day or date.id, True)
        if self.calendar.opens_range(high):
            return Dated(self.calendar.period(high), not self._is_compared(start))
        same = date.evidence.rule == "same-period"
        if (same or SAME_PERIOD.search(between)) and self._is_compared(start):
            return Dated(self.calendar.same_period(high, between), False)
        if (same and between in _WITHIN) or SAME_PERIOD.fullmatch(between.removeprefix(" in the ")):
            # "That compares with 330 in the same period of 2024".
            return Dated(self.calendar.same_period(high, between), False)
        if between == " on " and len(self._dates[high].value) < DAY:
            # "Up 12 per cent on 2022".
            return None
        if "since" in between or SINCE.search(between):
            # "217,000 people since the start of the year": in the year so far.
            return Dated(date.id, False) if date.mod == "START" and between.endswith("since ") else None
        if COMPARES.search(between) and not self._is_of_origin(between):
            return None
        return Dated(self.calendar.period(high), not self._is_compared(start) and not _RELATIVE_WORD.search(between))

    def _between(self, end: int, high: int) -> str:
        """Give the text between a figure and the date behind it, without what stands in brackets."""
        between = self._folded[end : self._starts[high]]
        if "(" in between or ")" in between:
            between = _BRACKETS.sub("", between)
        return between

    def _is_of_origin(self, between: str) -> bool:
        """Tell "two barrels of diesel from the 1980s" from "four more from last year"."""
        return bool(_FROM.search(between)) and between.lstrip().startswith("of ")

    def _is_compared(self, start: int) -> bool:
        folded = self._folded
        blank = start - 1 if folded[start - 1] == " " else start - 2
        if blank < 1 or folded[blank] != " ":
            return False
        if folded[blank - 1] == " ":
            blank -= 1
        # The words that the pattern may end with are few: most figures stand behind another.
        low = max(0, start - _COMPARED_WINDOW)
        return folded.endswith(_COMPARING, low, blank) and _COMPARED_FIGURE.search(folded, low, start) is not None

    def _before(self, high: int, begin: int, start: int) -> Dated | None:
        """Read the nearest date before a figure that rules its clause."""
        for position in range(high - 1, max(-1, high - 1 - _MOST_DATES), -1):
            date = self._dates[position]
            first = date.span.start
            if first < begin:
                return None
            if date.type == "TIME" and not (date.value[-1:].isalpha() and self.calendar.names().get(date.value[:DAY])):
                continue
            if self._folded[first - 1 : first] == "(" and position:
                if first - self._dates[position - 1].span.end <= len(" ("):
                    continue
            opens = first - begin <= _OPENING
            if self._folded.startswith("'s ", date.span.end):
                continue
            if date.value == "PRESENT_REF":
                if start - date.span.end > _AT_HAND or "," in self._folded[date.span.end : start]:
                    continue
                if first - begin <= 4 and date.span.text.lower() == "now":
                    # "Now I have nine men" goes on with a story.
                    continue
                return Dated(date.id, False)
            use = self._use(position, begin)
            compared = use.compared and not self.calendar.in_range(position)
            if use.entered:
                if use.prior:
                    return OTHERWISE
                return Dated(self.calendar.same_period(position, use.words), not compared)
            if use.bounded:
                if not (opens and use.words.rpartition(": ")[2].lstrip(" \"'").startswith("since")):
                    continue
                if date.mod != "START":
                    return self.heading() if start - date.span.end < _BEHIND else None
            between = self._folded[date.span.end : start]
            if not use.bounded and (compared or (use.published and self._is_news(date))):
                continue
            if use.attached and not opens and not _LEADS_TO.fullmatch(between):
                continue
            if use.relative and not opens and "," in between:
                continue
            if "," in between and not dates_what_follows(self._folded, begin, first, between):
                continue
            if " since " in between and len(between) < _BEHIND:
                return OTHERWISE
            return Dated(self.calendar.period(position), not self._is_compared(start))
        return None

    def _is_news(self, date: DateMention) -> bool:
        """Tell whether a date is a day of the week before the report came out."""
        published = self._document.published
        if published is None or date.earliest is None or date.latest != date.earliest:
            return False
        return 0 <= (published - date.earliest).days <= _NEWS

    def _use(self, position: int, begin: int) -> DateUse:
        use = self._uses.get(position)
        if use is None:
            use = self._uses[position] = use_of(self._folded, self._dates[position], begin)
        return use

    def _further_behind(self, high: int, begin: int, start: int, end: int) -> Dated | None:
        """Read the date of a whole predicate: "killed 17 people and wounded 41 on Thursday"."""
        between = self._between(end, high)
        ranged = self.calendar.opens_range(high)
        date = self._dates[high]
        if date.value == "PRESENT_REF" or (date.type == "TIME" and date.value[-1:].isdigit()):
            return None
        if _CLAUSES.search(between) or not (ranged or between.endswith(_PREPOSITIONS)):
            return None
        if _DIGIT.search(between) and " and " not in between and " to " not in between:
            # "170 people died in 110 attacks in 2017": one clause has one date.
            if _DIGIT.search(_TIED.sub("", between)):
                return None
        if ranged:
            return Dated(self.calendar.period(high), True)
        if SINCE.search(between) or "since" in between:
            return Dated(date.id, False) if date.mod == "START" and between.endswith("since ") else None
        if COMPARES.search(between):
            return None
        return Dated(self.calendar.period(high), True)

    def _as_of(self, high: int, end: int, limit: int) -> Dated:
        """Read "218 districts were under control (71) or influence (147) as of May 15": all the sentence goes by it."""
        for position in range(high, min(high + 3, len(self._dates))):
            first = self._starts[position]
            if first >= limit:
                break
            if self._folded[max(end, first - 7) : first] in _AS_OF:
                return Dated(self._dates[position].id, True)
        return UNDATED


# Words that open a sentence, and how old news is that tells its own day.
_OPENING: Final = 24
_NEWS: Final = 7


def _is_calendar(date: DateMention) -> bool:
    value = date.value
    if value == "PRESENT_REF":
        return date.span.text.lower() in ("now", "today")
    if date.type != "DATE":
        return date.type == "TIME" and value[:1].isdigit()
    if value == "XXXX":
        return date.span.text[:4].lower() in ("this", "last", "that", "next")
    return bool(value) and (value[:1].isdigit() or value.startswith("XXXX-")) and "T" not in value
