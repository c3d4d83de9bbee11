"""Marks the items in the article's text; where they overlap, each stretch carries the marks of all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from html import escape
from typing import Any, Final

from afghanbrief.kinds import ActorMention, Quote
from afghanbrief.writers.characters import replace_non_xml
from afghanbrief.writers.html.index import PageIndex, PageItem

# A stretch names at most so many items, the shortest first: ten thousand nested quotes must not fill the page.
_DEEPEST: Final = 8
_TAGS: Final = {"title": "h2", "heading": "h3"}


def mark_article(index: PageIndex) -> str:
    """Write the text as paragraphs, each stretch between two borders of items as a ``span``.

    Arguments:
        index: the items of the page.

    Returns:
        HTML. ``data-o`` of a stretch is its offset in code points, ``data-i`` the numbers of its items.
    """
    document = index.briefing.document
    stretches = list(_stretches(index))
    starts = [start for start, _, _ in stretches]
    pieces: list[str] = []
    for block in document.blocks:
        first = bisect_left(starts, block.start)
        if first and stretches[first - 1][1] > block.start:
            first -= 1
        inner = _block(document.text, block.start, block.end, stretches, first)
        tag = _TAGS.get(block.role, "p")
        pieces.append(f'<{tag} class="b-{block.role}" dir="auto">{inner}</{tag}>')
    return "\n".join(pieces)


def _block(text: str, start: int, end: int, stretches: list[tuple[int, int, list[PageItem]]], first: int) -> str:
    parts: list[str] = []
    position = start
    for index in range(first, len(stretches)):
        begin, stop, items = stretches[index]
        if begin >= end:
            break
        begin, stop = max(begin, start), min(stop, end)
        parts.append(_plain(text[position:begin]))
        classes = " ".join(dict.fromkeys(name for item in items for name in _classes(item.item, begin, stop)))
        numbers = " ".join(str(item.number) for item in items)
        parts.append(
            f'<span class="{classes}" data-o="{begin}" data-i="{numbers}">' if items else f'<span data-o="{begin}">'
        )
        parts.append(f"{_plain(text[begin:stop])}</span>")
        position = stop
    parts.append(_plain(text[position:end]))
    return "".join(parts)


def _plain(text: str) -> str:
    return escape(replace_non_xml(text), quote=False)


def _classes(item: Any, start: int, end: int) -> Iterator[str]:
    if type(item) is Quote:
        yield "k-quote"
        if item.style == "direct" or any(piece.start <= start and end <= piece.end for piece in item.verbatim):
            yield "verbatim"
    elif type(item) is ActorMention:
        yield "k-place" if item.type == "place" else "k-actor"
    elif item.kind in ("statistic", "date"):
        yield f"k-{item.kind}"
    else:
        yield "k-other"


def _stretches(index: PageIndex) -> Iterator[tuple[int, int, list[PageItem]]]:
    """Cut the text at every border of an item or of what it lights up; give the stretches inside any of these."""
    events: list[tuple[int, int, int]] = []
    lit = len(index.items)
    for item in index.items:
        for span in item.drawn:
            events += [(span.start, 1, item.number), (span.end, 0, item.number)]
        for _, span in item.lights:
            events += [(span.start, 1, lit), (span.end, 0, lit)]
    events.sort()
    # Items are numbered in text order, long before short: of those open at one place the last opened is the innermost.
    open_items: dict[int, int] = {}
    position = 0
    for offset, opens, number in events:
        if offset > position and open_items:
            innermost = [key for key in _last_keys(open_items) if key != lit]
            yield position, offset, [index.items[key] for key in innermost]
        position = offset
        if opens:
            open_items[number] = open_items.get(number, 0) + 1
        elif open_items[number] == 1:
            del open_items[number]
        else:
            open_items[number] -= 1


def _last_keys(open_items: dict[int, int]) -> list[int]:
    keys: list[int] = []
    for key in reversed(open_items):
        keys.append(key)
        if len(keys) > _DEEPEST:
            break
    return keys
