"""Finds what a figure counts from where it stands: below a table's header, below a list's heading, behind a label."""

from __future__ import annotations

from typing import Final, NamedTuple

from afghanbrief.document import Document
from afghanbrief.extractors.statistics import grammar as g
from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.extractors.statistics.noun_phrases import Classes, Phrase, is_plural, phrase_from
from afghanbrief.text.patterns import compile_pattern

_CELLS: Final = compile_pattern(r"[ ]{2,}|\t+|[ \t]*\|[ \t]*")
_BULLETS: Final = frozenset("\u2022-\u2013*\u00b7")
_LONGEST_LINE: Final = 240
_LONGEST_HEADING: Final = 80
_LONGEST_LABEL: Final = 6


class _Row(NamedTuple):
    """A line that a figure stood in, and what the lines below it inherit."""

    start: int
    end: int
    header: tuple[Phrase | None, ...]
    heading: Phrase | None


class LayoutReader:
    """Reads tables and lists line by line; the header of a row is that of the row above it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.normalized
        self._classes: Classes = g.word_classes()
        self._row: _Row | None = None

    def read(self, figure: Figure) -> Phrase | None:
        """Give the noun phrase that a figure's place in a table or list says that it counts.

        Arguments:
            figure: a figure that does not stand behind a single blank; figures come in text order.

        Returns:
            The phrase, or ``None``.
        """
        gap = self._document.tokens.gaps[figure.bound_first]
        if "  " in gap or "\t" in gap or "|" in gap:
            return self._in_table(figure)
        return self._behind_label(figure) if gap.startswith(":") else None

    def _line(self, offset: int) -> tuple[int, int]:
        """Give the start and end of the line that an offset is in, or an empty stretch if the line is long."""
        start = self._text.rfind("\n", max(0, offset - _LONGEST_LINE), offset) + 1
        if not start and offset > _LONGEST_LINE:
            return offset, offset
        end = self._text.find("\n", offset, offset + _LONGEST_LINE)
        return start, len(self._text) if end < 0 else end

    def _in_table(self, figure: Figure) -> Phrase | None:
        start, end = self._line(figure.start)
        row = self._row
        if row is not None and row.start == start:
            header = row.header
        elif row is not None and row.header and start - row.end <= 1:
            header = row.header
        else:
            header = self._header_above(start)
        self._row = _Row(start, end, header, None)
        if not header:
            return None
        column = sum(1 for _ in _CELLS.finditer(self._text, start, figure.start))
        # A row may have a name for which the header has no cell.
        width = 1 + sum(1 for _ in _CELLS.finditer(self._text, start, end))
        column -= width - len(header) if width == len(header) + 1 else 0
        return header[column] if 0 <= column < len(header) else None

    def _header_above(self, start: int) -> tuple[Phrase | None, ...]:
        if start < 1:
            return ()
        above, end = self._line(start - 1)
        tokens = self._document.tokens
        cells: list[Phrase | None] = []
        offset = above
        for mark in (*_CELLS.finditer(self._text, above, end), None):
            stop = end if mark is None else mark.start()
            index = tokens.first_from(offset)
            phrase = None
            if index < len(tokens) and tokens.starts[index] < stop:
                phrase = phrase_from(tokens, index, self._classes, singular=True)
            cells.append(phrase)
            offset = stop if mark is None else mark.end()
        return tuple(cells) if len(cells) > 1 else ()

    def _behind_label(self, figure: Figure) -> Phrase | None:
        """Read "Killed: 12", "Schools destroyed: 14", and below a heading "Sangin: 17"."""
        tokens = self._document.tokens
        stop = first = figure.bound_first
        while first > 0 and stop - first <= _LONGEST_LABEL:
            if first < stop and tokens.gaps[first] not in (" ", "-"):
                break
            first -= 1
        phrase, named = self._read_label(first, stop) if stop - first <= _LONGEST_LABEL else (None, False)
        if phrase is not None:
            return phrase
        start, end = self._line(figure.start)
        row = self._row
        beside = row is not None and start - row.end <= 1 and self._text[start : start + 1] in _BULLETS
        if not beside and not (named and "\n" in tokens.gaps[first]):
            return None
        heading = row.heading if beside and row is not None else self._heading_above(start)
        self._row = _Row(start, end, (), heading)
        return heading

    def _read_label(self, first: int, stop: int) -> tuple[Phrase | None, bool]:
        """Give the noun of a label, and whether it is a name instead."""
        tokens = self._document.tokens
        named = True
        for index in range(first, stop):
            word = tokens.words[index]
            kind = self._classes.get(word, 0)
            if kind & g.CASUALTY:
                return Phrase(index, index + 1), False
            if is_plural(word, kind) and (index == first or tokens.forms[index][0].islower()):
                return Phrase(first, index + 1), False
            dated = kind & g.TIME and tokens.forms[index][0].isupper()
            if (kind & (g.FUNCTION | g.VERB | g.CONJUNCTION) and not dated) or word[0].isdigit():
                return None, False
            named = named and tokens.forms[index][0].isupper()
        return None, named

    def _heading_above(self, start: int) -> Phrase | None:
        """Read "Returns by month" above a list whose items have names only."""
        end = start
        while end > 0 and start - end < 3 and self._text[end - 1] == "\n":
            end -= 1
        if end == start:
            return None
        above, _ = self._line(end)
        line = self._text[above:end]
        if len(line) > _LONGEST_HEADING or line.rstrip().endswith((".", "!", "?")):
            return None
        tokens = self._document.tokens
        return phrase_from(tokens, tokens.first_from(above), self._classes, singular=True)
