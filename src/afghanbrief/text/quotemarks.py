"""Pairs quotation marks by kind and paragraph into zones; never fails, whatever the marks do."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final, Literal, NamedTuple

from afghanbrief.text.blocks import Block
from afghanbrief.text.patterns import compile_pattern

MarkKind = Literal["double", "single", "guillemet"]


class QuoteZone(NamedTuple):
    """A stretch between quotation marks; marks nested inside it belong to it.

    Attributes:
        start: offset of the first character after the opening mark.
        end: offset of the closing mark, or of the end of the paragraph (or of the next opening mark) if none closes it.
        outer_start: offset of the opening mark.
        outer_end: offset after the closing mark (equal to ``end`` if none closes it).
        kind: which marks: double, single, or guillemet.
        closed: whether a closing mark was found.
        block: index of the block that holds it.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    kind: MarkKind
    closed: bool
    block: int


_DOUBLE: Final = '"\u201c\u201d\u201e\u201f\uff02\u00ab\u00bb'
_SINGLE: Final = "'`\u2018\u2019\u201a\u201b"
# Every double mark; a single mark only where no word runs on through it (an apostrophe): the scan stays in C.
_MARK: Final = compile_pattern(f"[{_DOUBLE}{_SINGLE}](?:(?<=[{_DOUBLE}])|(?!\\w)|(?<!\\w.))")
_STRAIGHT: Final = '"\uff02'
_CLOSING: Final = "\u201d\u00bb"
# A single mark behind one of these closes something; so does one before one of those.
_SOUND_END: Final = ".,!?\u2026"
_AFTER_CLOSE: Final = ',;:)\u2014\u201d"'
_OPENS_BEFORE: Final = " \t\u00a0([{\u2014\u2013-/\u2018'"
# Words that begin with an apostrophe for a lost letter; "'90s" is told by its digit.
_ELISIONS: Final = ("em ", "til ", "tis ", "twas ", "cause ", "n' ", "bout ", "n\u2019 ")


def find_quote_zones(text: str, blocks: tuple[Block, ...]) -> tuple[QuoteZone, ...]:
    """Find the stretches between quotation marks.

    Marks are paired within a block: curly marks by their direction, straight ones by the blanks around them and by
    turns, guillemets, low-high marks and doubled single marks each with their own partner. A zone that no mark closes
    runs to the end of its block, as where a quotation goes on in the next paragraph; before a new opening mark it ends
    there. Inches and feet, apostrophes, possessives and lost letters ("'90s") open nothing.

    Arguments:
        text: the document's text.
        blocks: its blocks.

    Returns:
        The zones in order, none inside another; offsets are code points, end exclusive. Time is linear in the text.

    >>> from afghanbrief.text.blocks import find_blocks
    >>> text = "\\u2018It is the boys\\u2019 road,\\u2019 he said."
    >>> [text[zone.start:zone.end] for zone in find_quote_zones(text, find_blocks(text))]
    ['It is the boys\\u2019 road,']
    """
    # One scan over the text, not one for each block.
    marks = [match.start() for match in _MARK.finditer(text)]
    zones: list[QuoteZone] = []
    done = 0
    for number, (start, end, _) in enumerate(blocks):
        if done == len(marks):
            break
        until = bisect_left(marks, end, done)
        if until > done:
            zones += _pair(text, start, end, number, marks[done:until])
            done = until
    return tuple(zone for zone in zones if zone.start < zone.end)


def _pair(text: str, begin: int, end: int, block: int, marks: list[int]) -> list[QuoteZone]:
    zones: list[QuoteZone] = []
    opened = ""
    start = left = skip = 0
    nested = False
    singles = True
    for index, at in enumerate(marks):
        if at < skip:
            continue
        mark, width = text[at], 1
        if mark in "'`" and at + 1 < end and text[at + 1] == mark:
            mark, width = ("\u201c" if mark == "`" else '"'), 2
            skip = at + 2
        before = text[at - 1] if at > begin else " "
        after = text[at + width] if at + width < end else " "
        if mark in _SINGLE:
            if opened or not singles or not _opens_single(text, mark, at, before, after):
                continue
            close = _closing_single(text, marks, index, begin, end)
            if close > 0:
                zones.append(QuoteZone(at + 1, close, at, close + 1, "single", True, block))
                skip = close + 1
            elif close == 0:
                # Nothing until the end of the block can close it, nor any later one.
                singles = False
        elif not opened:
            if _opens_double(mark, before, after) or _misplaced(mark, before, after, len(marks) - index):
                opened, left, start, nested = mark, at, at + width, False
        elif not _partners(opened, mark):
            if mark == "\u201c":
                nested = True
            elif mark == "\u201d" and opened in _STRAIGHT:
                if not nested:
                    zones.append(QuoteZone(start, at, left, at + width, "double", True, block))
                    opened = ""
                nested = False
        elif _turns_over(opened, mark, before, after):
            # An opening mark inside an open zone: the closing one is missing.
            zones.append(QuoteZone(start, at, left, at, _kind(opened), False, block))
            opened, left, start, nested = mark, at, at + width, False
        elif not (mark in _STRAIGHT and before.isdigit() and text[at - 2] in "'\u2019"):
            zones.append(QuoteZone(start, at, left, at + width, _kind(opened), True, block))
            opened = ""
    if opened:
        zones.append(QuoteZone(start, end, left, end, _kind(opened), False, block))
    return zones


def _kind(mark: str) -> MarkKind:
    return "guillemet" if mark in "\u00ab\u00bb" else "double"


def _opens_double(mark: str, before: str, after: str) -> bool:
    if mark in _STRAIGHT:
        # Behind a digit it means inches; between a word and a blank it is a closing mark without a partner.
        return not (before.isalnum() and not after.isalnum()) and not (after.isspace() and not before.isspace())
    if mark in _CLOSING:
        return before.isspace() and after.isalnum()
    return True


def _misplaced(mark: str, before: str, after: str, left: int) -> bool:
    # 'communities," For example ...".': a blank on the wrong side, told by the mark that closes it.
    return mark in _STRAIGHT and before in ",:" and after.isspace() and left % 2 == 0


def _partners(opened: str, mark: str) -> bool:
    if opened in _STRAIGHT:
        return mark in _STRAIGHT
    if opened in "\u00ab\u00bb":
        return mark in "\u00ab\u00bb"
    return mark not in "\u00ab\u00bb"


def _turns_over(opened: str, mark: str, before: str, after: str) -> bool:
    if mark in _STRAIGHT:
        return opened in _STRAIGHT and before in _OPENS_BEFORE[:6] and not after.isspace()
    if opened == "\u201e":
        return mark == "\u201e"
    return mark in "\u201c\u201e\u201f\u00ab" and not (after.isspace() and not before.isspace())


def _opens_single(text: str, mark: str, at: int, before: str, after: str) -> bool:
    if before.isalnum() or before in _SOUND_END or mark == "\u2019":
        return False
    if after.isdigit():
        return mark != "'" and not text.startswith("0s", at + 2)
    return (after.isalpha() or after in '["\u201c\u2026$\u00a3\u20ac#@') and not text.startswith(_ELISIONS, at + 1)


def _closing_single(text: str, marks: list[int], index: int, begin: int, end: int) -> int:
    """Give the place of the mark that closes a single mark; 0 if none does until the end, -1 if one opens before."""
    last = 0
    for position in range(index + 1, len(marks)):
        at = marks[position]
        mark = text[at]
        if mark not in "'\u2019\u2018":
            continue
        after = text[at + 1] if at + 1 < end else " "
        before = text[at - 1]
        if mark != "\u2018" and not after.isalnum() and not before.isspace():
            if before in _SOUND_END or after in _AFTER_CLOSE or before not in "sS":
                return at
            # Perhaps the possessive of a plural: taken only if no better one comes.
            last = at
        elif mark == "\u2018" and before.isspace() and after.isalnum():
            return last or -1
    return last
