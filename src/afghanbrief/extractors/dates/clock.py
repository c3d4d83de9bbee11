"""The discourse clock: which point the text has come to, and which year a bare month belongs to."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan
from afghanbrief.extractors.dates.timex import Point

_NEAR: Final = 60
_HEADING_WORDS: Final = 14
# What these find is named, not told of.
_ASIDE_RULES: Final = ("nine-eleven", "october-revolution", "season-campaign")
_AND_THEN: Final = (("and", "on"), ("then", "on"))
# A year holds so many words on in its sentence.
_CLAUSES: Final = 25
# So far, in words, a past date holds for the bare months behind it.
_REACH: Final = 40
_HISTORY: Final = 4
# So many words hold a pluperfect and its date.
_PLUPERFECT: Final = 10


class DiscourseClock:
    """Follows the main line of a text's dates.

    Arguments:
        scan: the document.
        expressions: all its expressions.
        now: the publication day, or ``None``.

    Attributes:
        narrative: whether the text tells a history, not the news of its publication.
        reference: the last point that was named, or ``None``.
        reference_of, main_of: the expressions that named the reference and the main line's point.
        quarter: the last quarter that was named, or ``None``.
        decade, decade_after: the last decade that was named, or ``None``, and the index of the word behind it.
        last_clock: the last clock time (``"T09:20"``), or empty.
        last_day: the last day that was named, or ``None``.
        dated_day, dated_after: the same, if not as "today" or "yesterday", and the index of the word behind it.
    """

    __slots__ = (
        "_heads",
        "_is_history",
        "_main",
        "_opening",
        "_position",
        "_told",
        "dated_after",
        "dated_day",
        "decade",
        "decade_after",
        "last_clock",
        "last_day",
        "looked_back",
        "main_of",
        "narrative",
        "now",
        "quarter",
        "reference",
        "reference_of",
        "scan",
    )

    def __init__(self, scan: Scan, expressions: list[Expression], now: Point | None) -> None:
        self.scan = scan
        self.now = now
        self.narrative = _is_narrative(scan, expressions, now)
        # Without a publication date a report may tell news of several years: a year holds for its paragraph only.
        self._is_history = now is not None or sum(f.year != 0 and f.month > 0 for f in expressions) >= _HISTORY
        self.reference: Point | None = None
        self.reference_of: Expression | None = None
        self.main_of: Expression | None = None
        self.quarter: Point | None = None
        self.decade: Point | None = None
        self.decade_after = 0
        self.last_clock = ""
        self.last_day: Point | None = None
        self.dated_day: Point | None = None
        self.dated_after = 0
        self.looked_back = False
        self._main: Point | None = None
        # A history that opens with a bare month opens in the first year that it names, not in the writer's.
        years = (f.year for f in expressions if f.kind == "date" and f.year)
        self._opening = Point("year", next(years, 0)) if self.narrative and now is not None else None
        self._position = -_NEAR
        self._heads = False
        self._told = -_REACH

    def tells(self, found: Expression) -> bool:
        """Tell whether *found* stands in a history: of the whole text, or of the sentences about a past date."""
        if self.narrative or self.now is None:
            return True
        if found.first - self._told > _REACH:
            return False
        return self._heads or not _holds(self.scan.gaps[self._told : found.first + 1], "\n\n")

    def near(self, found: Expression, reach: int = _NEAR) -> bool:
        """Tell whether the reference stands at most *reach* words before *found*."""
        return found.first - self._position <= reach

    def same_sentence(self, found: Expression) -> bool:
        """Tell whether the reference stands before *found* in one sentence."""
        if not self.near(found, 40) or self._position < 0:
            return False
        gaps = self.scan.gaps[self._position : found.first + 1]
        return not _holds(gaps, ". ") and not _holds(gaps, "\n")

    def current(self, found: Expression) -> Point | None:
        """Give the reference, unless it stands in another paragraph of a report that has no day of its own."""
        if self.now is None and not self._is_history and self._is_new_paragraph(found):
            return None
        return self.reference

    def come_back(self, found: Expression) -> None:
        """Go back to the main line behind a pluperfect: "In May they had fled. Later that month ..."."""
        if not self._is_closed_background() and (self.same_sentence(found) or self._is_pluperfect(found)):
            return
        self.looked_back = False
        self.reference, self.reference_of = self._main, self.main_of

    def _is_pluperfect(self, found: Expression) -> bool:
        first, after, words = found.first, found.after, self.scan.words
        if "had" not in words[first - 8 if first > 8 else 0 : after + 6]:
            return False
        gaps = self.scan.gaps
        for step, at in ((-1, first - 1), (1, after)):
            for index in range(at, at + 8 * step, step):
                gap = gaps[index if step > 0 else index + 1] if 0 <= index < len(gaps) - 1 else "."
                if "." in gap or "\n" in gap:
                    break
                if words[index] == "had":
                    return True
        return False

    def hold_open_day(self, found: Expression) -> None:
        """Set the reference to a day whose year nobody says: what is counted from it stays open too."""
        self.reference, self.reference_of = Point("day", 0, found.month, found.day), found
        self._position, self._heads = found.after, False

    def year_of_month(self, found: Expression, month: int) -> int:
        """Give the year of a bare month by the main line: its year, or the next when the line crosses the new year."""
        main = self._main or self._opening or self.now
        if main is None or (not self._is_history and self._is_new_paragraph(found)):
            return 0
        if self.scan.words[found.first - 1] == "since":
            return main.year - (main.month > 0 and month > main.month)
        until = found.until
        if until is not None and main.month and main.month <= until.month < month:
            # "from October to March", told of in January: it began the year before.
            return main.year - 1 if main.year != 1 else -1
        beside = self.reference
        if (
            beside is not None
            and beside.month
            and beside.year != main.year
            and month >= beside.month
            and self.near(found, _CLAUSES)
            and self.same_sentence(found)
            and "had" not in self.scan.words[self._position : found.first]
            and not self._is_closed_background()
        ):
            # "Encouraged by the landing of April 1915, Italy declared war on May 23": the year of its sentence
            return beside.year
        if (
            beside is not None
            and 0 < main.year < beside.year
            and 0 < beside.month <= month < main.month
            and found.day
            and self.same_sentence(found)
        ):
            # "in July 1831 ... until 29 April 1832, when ... on 30 May": not back to the May before
            return beside.year
        if (
            beside is not None
            and beside.day
            and found.day
            and month < beside.month
            and beside.year == main.year
            and self.scan.words[found.first - 2 : found.first] in _AND_THEN
            and self.same_sentence(found)
        ):
            # "in force on 15 May, and on 15 February the last soldier left"
            return main.year + 1 if main.year != -1 else 1
        if main.month and month > main.month and self._had_left(found.first):
            # "The fleet, which had sailed on 15 October, was met on 27 May": the October before
            return main.year - 1 if main.year != 1 else -1
        # What opens a sentence goes on with the line; inside one a month may be looked back at.
        if main.month and month - main.month < (-5 if self._begins_sentence(found.first) else -7):
            return main.year + 1 if main.year != -1 else 1
        return main.year

    def move(self, found: Expression, point: Point) -> None:
        """Set the clock to a resolved point, unless it is background."""
        if point.grain == "decade":
            self.decade, self.decade_after = point, found.after
        if point.grain in ("decade", "century") or not point.year or found.rule in _ASIDE_RULES:
            return
        if self.narrative and found.kind == "deictic":
            return
        self.last_clock = found.clock or self.last_clock
        # "The quarter ended Sept. 30" gives way to a quarter by its number, which may be of a fiscal year.
        dated = found.of is not None and self.quarter is None
        if point.grain == "quarter" and (found.kind == "date" or found.relation == "latest" or dated):
            ended, today = point.last(), self.now.first() if self.now else None
            if self.quarter is None or today is None or (ended is not None and ended < today):
                # Figures are compared for a quarter that is over.
                self.quarter = point
        main, position = self._main, self._position
        if main is not None and point.grain == "year" and self.scan.words[found.first - 1] in ("since", "than"):
            # "the lowest figure since 2013": nothing that follows is counted from it.
            return
        aside = main is not None and self._is_aside(found)
        if not aside or main is None or (found.month and found.day):
            self.reference, self.reference_of = point, found
            self._position = found.after
            self.looked_back = self.narrative and self._main is not None and self._is_pluperfect(found)
            if point.grain == "day":
                self.last_day = point
                if found.kind != "deictic":
                    self.dated_day, self.dated_after = point, found.after
            # A heading's year holds for what stands under it.
            gap = self.scan.gaps[found.after]
            names_year = found.year != 0 or found.of is not None or point.grain == "year"
            self._heads = gap != " " and names_year and _is_line_end(gap)
            if self.now is not None:
                # "At 2 p.m. on 6 October 1973" says that day.
                said = found.of if found.kind == "time" and found.of is not None else found
                dated = (said.month > 0 and (said.year != 0 or said.of is not None)) or self._heads
                # "In 2009 the insurgents returned."
                dated = dated or (found.rule == "year" and self.scan.forms[found.first - 1] == "In" and gap == " ")
                past = point.year < self.now.year and (dated or self._told >= 0) and not self._names_event(found)
                self._told = found.after if past else -_REACH
        if main is None:
            self._main, self.main_of = point, found
        elif point.part == "WI" and not found.year and found.of is None:
            # A winter lies in two years; the line goes on in the one that it was in.
            return
        elif (
            not aside
            and found.relation != "previous"
            and found.direction not in ("earlier", "ago")
            and (point.year == main.year or not self._is_background(found, point, main, position))
            and not (self.looked_back and point.year == main.year and 0 < point.month < main.month)
        ):
            self.main_of = found
            if point.grain == "year" and found.mod in ("START", "END"):
                self._main = Point("month", point.year, 1 if found.mod == "START" else 11)
            elif point.grain != "year" or point.year != main.year:
                self._main = point

    def _is_closed_background(self) -> bool:
        """Tell whether the last point was looked back at and is done with: "who had left in January 1946, returned"."""
        at = self._position
        return self.scan.gaps[at][:1] == "," and "had" in self.scan.words[max(0, at - _PLUPERFECT) : at]

    def _had_left(self, first: int) -> bool:
        """Tell whether a pluperfect stands before *first*: "had sailed on 15 October", not "had won by May"."""
        words, begin = self.scan.words, max(0, first - _PLUPERFECT)
        if words[first - 1] not in ("in", "on") or "had" not in words[begin:first]:
            return False
        gaps = "".join(self.scan.gaps[begin + words[begin:first].index("had") : first + 1])
        return "," not in gaps and "." not in gaps and "\n" not in gaps

    def _is_new_paragraph(self, found: Expression) -> bool:
        gaps = self.scan.gaps[max(self._position, found.first - 300) : found.first + 1]
        return self._position >= 0 and not self._heads and _holds(gaps, "\n\n")

    def _is_aside(self, found: Expression) -> bool:
        """Tell whether it stands in brackets inside a sentence; a heading's brackets date what follows."""
        gaps, first = self.scan.gaps, found.first
        # Most stand behind no bracket at all: most gaps have a letter that says so.
        near = self.scan.shape[2 * first - 14 if first > 7 else 0 : 2 * first + 1]
        if "(" not in near and "$" not in near:
            if "|" not in near or not _holds(gaps[first - 7 if first > 7 else 0 : first + 1], "("):
                return False
        for index in range(found.first, max(0, found.first - 8), -1):
            gap = gaps[index]
            if ")" in gap or "\n" in gap:
                return False
            if "(" in gap:
                behind = next(
                    (gaps[i] for i in range(found.after, min(len(gaps), found.after + 5)) if ")" in gaps[i]), ""
                )
                if behind.startswith(")\n") and any("\n" in g for g in gaps[max(0, index - _HEADING_WORDS) : index]):
                    return index != found.first
                return True
        return False

    def _names_event(self, found: Expression) -> bool:
        """Tell whether a date names an event: behind "the Dec. 21, 1988, bombing" the news goes on."""
        scan = self.scan
        return scan.words[found.first - 1] == "the" and scan.words[found.after] in scan.lexicon.context["events"]

    def _is_background(self, found: Expression, point: Point, main: Point, position: int) -> bool:
        """Tell whether a point of another year is told beside the main line: "since 1871", "had left in 1940"."""
        before = self.scan.words[max(0, found.first - 8) : found.first]
        if point.year > main.year:
            return "until" in before or "till" in before
        if "had" in before or before[-1:] in (("since",), ("than",)):
            return True
        # The line runs forward; what goes back in the middle of a sentence is looked back at.
        opens = _holds(self.scan.gaps[max(position, found.first - 200) : found.first + 1], "\n")
        return not opens and not self._begins_sentence(found.first)

    def _begins_sentence(self, first: int) -> bool:
        gaps = self.scan.gaps[max(0, first - 2) : first + 1]
        return _holds(gaps, ".") or _holds(gaps, "\n")


def _holds(gaps: tuple[str, ...], mark: str) -> bool:
    """Tell whether a mark stands in one of the gaps; a letter between them keeps it from reaching over two."""
    return mark in "x".join(gaps)


def _is_line_end(gap: str) -> bool:
    return "\n" in gap and "." not in gap


def _opens_with_year(scan: Scan, found: Expression) -> bool:
    # "In 2009 the insurgents returned. They took Chora in May"
    return found.first == 1 and found.rule == "year" and scan.words[0] == "in"


def _is_narrative(scan: Scan, expressions: list[Expression], now: Point | None) -> bool:
    if now is None:
        return True
    told = present = dated = 0
    for told_of in expressions:
        found = told_of.of if told_of.kind == "time" and told_of.of is not None else told_of
        if found.year and found.kind == "date" and found.rule != "nine-eleven":
            told += found.year < now.year - 1
            dated += found.year < now.year - 1 and (found.month > 0 or found.part != "")
            present += found.year >= now.year - 1
        elif found.kind in ("deictic", "weekday"):
            present += 1
        elif found.relation in ("last", "next") and scan.words[found.first] != "the":
            # "the next day" is told of too
            present += 1
    if not present and (dated >= 2 or (told and _opens_with_year(scan, expressions[0]))):
        return True
    return (told >= 4 and dated >= 2 and told > 2 * present) or (told >= 8 and told > 6 * present)
