"""Spans of text, how they relate, and an index to find them by position."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Any, ClassVar, Final, Generic, TypeVar

import attrs

Item = TypeVar("Item")


@functools.total_ordering
@attrs.frozen(eq=False, repr=False, weakref_slot=False)
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

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return self.start == other.start and self.end == other.end and self.text == other.text

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return (self.start, self.end, self.text) < (other.start, other.end, other.text)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __repr__(self) -> str:
        return f"Span(start={self.start}, end={self.end}, text={self.text!r})"

    def __reduce__(self) -> tuple[type[Span], tuple[int, int, str]]:
        return Span, (self.start, self.end, self.text)

    def __len__(self) -> int:
        return self.end - self.start

    def cuts(self, text: str) -> bool:
        """Tell whether this span is a slice of *text*, with at least one character.

        Arguments:
            text: the text of a document.

        Returns:
            Whether the offsets lie in it and what stands there is :attr:`text`.

        >>> Span(0, 5, "Kabul").cuts("Kabul fell."), Span(0, 5, "Herat").cuts("Kabul fell.")
        (True, False)
        """
        return 0 <= self.start < self.end <= len(text) and text[self.start : self.end] == self.text

    def contains(self, other: Span) -> bool:
        """Tell whether *other* lies wholly inside this span (equal spans contain each other)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def precedes(self, other: Span) -> bool:
        """Tell whether this span ends before *other* begins, or where it begins."""
        return self.end <= other.start


# The offsets of all but long documents: one object each, for all spans of all briefings that are kept.
_OFFSETS: Final = tuple(range(1 << 15))
# Values are frozen; only these set them.
_set_start, _set_end, _set_text = (Span.__dict__[name].__set__ for name in ("start", "end", "text"))


class DocumentSpan(Span):
    """A span that a document made: it holds the document's string and cuts its slice when asked.

    Its text cannot be wrong, and the slices of thousands of spans need no memory. Compared and written it is like any
    other :class:`Span`. Copied, evolved or pickled it becomes a plain one, which takes its slice along and leaves the
    document's string behind.
    """

    __slots__ = ()

    # The slot of Span's text under another name, since its own name gives the slice.
    source: ClassVar[Any] = Span.__dict__["text"]

    def __new__(cls, start: int, end: int, text: str) -> Span:  # type: ignore[misc]
        """Make a plain span: ``attrs.evolve`` comes here."""
        return Span(start, end, text)

    @classmethod
    def cut(cls, source: str, start: int, end: int) -> DocumentSpan:
        """Make the span of *source* from *start* to *end*.

        Raises:
            ValueError: if *source* has no such stretch.
        """
        if not 0 <= start <= end <= len(source):
            raise ValueError(f"{start}..{end} is no stretch of a text of {len(source)} characters")
        if end < 1 << 15:
            start, end = _OFFSETS[start], _OFFSETS[end]
        span = object.__new__(cls)
        _set_start(span, start)
        _set_end(span, end)
        _set_text(span, source)
        return span

    @property
    def text(self) -> str:
        """The slice of the document's text, unchanged."""
        slice_: str = self.source[self.start : self.end]
        return slice_

    def cuts(self, text: str) -> bool:
        """Tell whether this span is a slice of *text*, with at least one character."""
        if self.source is text:
            return 0 <= self.start < self.end <= len(text)
        return Span.cuts(self, text)


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
