"""Spans of text, how they relate, and an index to find them by position."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

import attrs

Item = TypeVar("Item")


@attrs.frozen(order=True, weakref_slot=False)
class Span:
    """A stretch of a document and the text that stands there.

    Attributes:
        start: offset of the first character, in code points.
        end: offset after the last character, in code points.
        text: the slice of the document's text, unchanged.

    >>> Span(4, 9, "Kabul").overlaps(Span(8, 12, "l of"))
    True
    """

    start: int
    end: int
    text: str

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Tell whether *other* lies wholly inside this span (equal spans contain each other)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def precedes(self, other: Span) -> bool:
        """Tell whether this span ends before *other* begins, or where it begins."""
        return self.end <= other.start


class SpanIndex(Generic[Item]):
    """Finds items by position in time logarithmic in their number, whatever way they nest.

    Arguments:
        items: what is to be found; their order does not matter.
        key: gives an item's span; without it the items must have an attribute ``span``.

    >>> index = SpanIndex([Span(0, 4, "Iran"), Span(9, 14, "Qatar")], key=lambda span: span)
    >>> index.at(10)
    (Span(start=9, end=14, text='Qatar'),)
    """

    __slots__ = ("_ends", "_items", "_starts", "_tree", "_width")

    def __init__(self, items: Iterable[Item], *, key: Callable[[Item], Span] | None = None) -> None:
        span_of: Callable[[Item], Span] = key or (lambda item: item.span)  # type: ignore[attr-defined]
        located = sorted(((span_of(item), item) for item in items), key=lambda pair: (pair[0].start, -pair[0].end))
        self._items = tuple(item for _, item in located)
        self._starts = [span.start for span, _ in located]
        self._ends = [span.end for span, _ in located]
        # A tournament of the largest ends: node 1 is the root, the leaves begin at _width.
        self._width = 1 << max(0, len(located) - 1).bit_length()
        tree = [0] * self._width + self._ends + [0] * (self._width - len(located))
        for node in range(self._width - 1, 0, -1):
            tree[node] = max(tree[2 * node], tree[2 * node + 1])
        self._tree = tree

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._items)

    def overlapping(self, start: int, end: int) -> tuple[Item, ...]:
        """Give the items that share at least one character with ``[start, end)``, in order of their start."""
        return tuple(self._items[i] for i in self._ending_after(start, bisect_left(self._starts, end)))

    def at(self, offset: int) -> tuple[Item, ...]:
        """Give the items that cover the character at *offset*, in order of their start."""
        return self.overlapping(offset, offset + 1)

    def within(self, start: int, end: int) -> tuple[Item, ...]:
        """Give the items that lie wholly inside ``[start, end)``, in order of their start."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(self._items[i] for i in range(low, high) if self._ends[i] <= end)

    def _ending_after(self, offset: int, count: int) -> list[int]:
        found: list[int] = []
        stack = [(1, 0, self._width)]
        while stack:
            node, low, high = stack.pop()
            if low >= count or self._tree[node] <= offset:
                continue
            if high - low == 1:
                found.append(low)
                continue
            middle = (low + high) // 2
            stack.append((2 * node + 1, middle, high))
            stack.append((2 * node, low, middle))
        return found
