"""Cuts a text into blocks (paragraphs, titles, headings, list items, captions) with their role."""

from __future__ import annotations

from itertools import repeat
from typing import Final, Literal, NamedTuple

from afghanbrief.text.patterns import compile_pattern

BlockRole = Literal["title", "heading", "body", "item", "caption"]


class Block(NamedTuple):
    """A paragraph or a line that stands for itself.

    Attributes:
        start: offset of its first character that is no white space.
        end: offset after its last character that is no white space.
        role: title (a heading before all body text), heading, body, item of a list, or caption of a picture.
    """

    start: int
    end: int
    role: BlockRole


_LINES: Final = compile_pattern(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BREAK: Final = compile_pattern(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_ITEM: Final = compile_pattern(r"(?:[-*\u2022\u25cf\u25aa\u2023\u25e6\u00b7]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_CAPTION: Final = compile_pattern(r"(?:photo|file photo|image|picture|caption|photograph)\b", ignore_case=True)
_CREDIT: Final = compile_pattern(
    r"[(\[](?:file )?(?:photo|image|picture|credit|courtesy)\b[^)\]\n]{0,120}[)\]]\s{0,9}$", ignore_case=True
)
_SENTENCE_END: Final = compile_pattern(r"[.!?\u2026:;][\"'\u201d\u2019)\]\u00bb]{0,3}$")
# A stop and three marks behind it: what _SENTENCE_END matches is no longer.
_CLOSING: Final = 4

# A printed line's width: the lines of a hard-wrapped paragraph have it, titles and items are shorter or longer.
_WRAPPED_FROM: Final = 45
_WRAPPED_TO: Final = 100
_HEADING_TO: Final = 160


def find_blocks(text: str) -> tuple[Block, ...]:
    """Cut a text into blocks.

    Blank lines always part blocks. A single line end parts them too, unless the lines between two blank lines look
    hard-wrapped (three or more of a printed line's width, most of which end inside a sentence), or the next line
    goes on in lower case.

    Arguments:
        text: the document's text.

    Returns:
        The blocks in order; they hold every character that is no white space.
    """
    spans: list[tuple[int, int]] = []
    chunk: list[tuple[int, int]] = []
    last_end = 0
    for match in _LINES.finditer(text):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        start, line_end = match.span()
        if chunk and _is_blank_between(text, last_end, start):
            spans += _parts_of_chunk(text, chunk) if len(chunk) > 1 else chunk
            chunk = []
        begin = start if line[0] == stripped[0] else start + line.index(stripped[0])
        chunk.append((begin, begin + len(stripped)))
        last_end = line_end
    spans += _parts_of_chunk(text, chunk)
    # Made all at once in C: the constructor of a named tuple takes three times as long.
    return tuple(map(tuple.__new__, repeat(Block), _with_roles(text, spans)))


def _is_blank_between(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    if between == "\n":
        return False
    if between == "\n\n":
        return True
    breaks = _BREAK.finditer(between)
    next(breaks, None)
    return next(breaks, None) is not None


def _parts_of_chunk(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    inner = lines[:-1]
    running_on = sum(
        _WRAPPED_FROM <= end - start <= _WRAPPED_TO and not _SENTENCE_END.search(text, max(start, end - 5), end)
        for start, end in inner
    )
    wrapped = len(inner) > 1 and 2 * running_on > len(inner)
    parts: list[tuple[int, int]] = []
    for start, end in lines:
        goes_on = wrapped or text[start].islower()
        if parts and goes_on and not _ITEM.match(text, start, end):
            parts[-1] = (parts[-1][0], end)
        else:
            parts.append((start, end))
    return parts


def _with_roles(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int, BlockRole]]:
    blocks: list[tuple[int, int, BlockRole]] = []
    body_seen = False
    last = len(spans) - 1
    for index, (start, end) in enumerate(spans):
        role: BlockRole = "body"
        # No item begins with a capital letter, and a credit ends with a bracket: most blocks need no pattern.
        if not text[start].isupper() and _ITEM.match(text, start, end):
            role = "item"
        elif end - start <= _HEADING_TO:
            line = text[start:end]
            if (line[-1] in ")]" and _CREDIT.search(line)) or _CAPTION.match(line):
                role = "caption"
            elif index < last and not _SENTENCE_END.search(line, max(0, len(line) - _CLOSING)):
                role = "heading" if body_seen else "title"
        if role == "body":
            body_seen = True
        blocks.append((start, end, role))
    return blocks
