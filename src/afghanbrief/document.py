"""A document: the caller's text, what is known about it, and the layers that all extractors share."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from afghanbrief.errors import InvalidDocumentError
from afghanbrief.span import DocumentSpan, Span
from afghanbrief.text.blocks import Block, find_blocks
from afghanbrief.text.folding import fold, normalize
from afghanbrief.text.sentences import Sentence, find_sentences
from afghanbrief.text.tokens import Tokens, tokenize

if TYPE_CHECKING:
    from afghanbrief.text.numerals import Numeral
    from afghanbrief.text.quotemarks import QuoteZone

Layer = TypeVar("Layer")


def _published(value: datetime.date | str | None) -> datetime.date | None:
    # What is not equal to itself is pandas' way to say that there is none.
    if value is None or value == "" or value != value:
        return None
    try:
        if isinstance(value, str):
            return _day(value.strip())
        return (
            value.date() if isinstance(value, datetime.datetime) else datetime.date(value.year, value.month, value.day)
        )
    except (AttributeError, TypeError, ValueError):
        fault = f"published is no ISO 8601 date: {value!r}; give YYYY-MM-DD, or leave it out"
        raise InvalidDocumentError(fault) from None


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return datetime.datetime.fromisoformat(text).date()


def _text(_instance: object, _attribute: object, value: Any) -> None:
    if not isinstance(value, str):
        cure = {"bytes": "decode it first", "bytearray": "decode it first"}.get(type(value).__name__, "read it first")
        raise InvalidDocumentError(f"the text is of type {type(value).__name__}, not a str; {cure}")


def _name(_instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    if not isinstance(value, str) and (value is not None or attribute.default is not None):
        kind = type(value).__name__
        raise InvalidDocumentError(f"{attribute.name} is of type {kind}, not a str; convert it first")


@attrs.frozen
class Document:
    """A report: its text and what is known about it. Layers are computed once, when first asked for.

    Attributes:
        text: the caller's text, never changed; all offsets are code points into it.
        id: the caller's name for it.
        title: its title, if it is known apart from the text.
        published: publication date, a date or ISO 8601; relative dates stay open without it.
        publisher: who published it.
        url: where.
        language: BCP 47 tag, kept as it is; every text is read as English.

    Raises:
        InvalidDocumentError: if the text or another value is not a ``str``, or the date is none.

    >>> Document("Talks begin on 4 September.", published="2018-08-30").published
    datetime.date(2018, 8, 30)
    """

    text: str = attrs.field(validator=_text)
    id: str = attrs.field(validator=_name, default="", kw_only=True)
    title: str | None = attrs.field(validator=_name, default=None, kw_only=True)
    published: datetime.date | None = attrs.field(default=None, kw_only=True, converter=_published)
    publisher: str | None = attrs.field(validator=_name, default=None, kw_only=True)
    url: str | None = attrs.field(validator=_name, default=None, kw_only=True)
    language: str = attrs.field(validator=_name, default="en", kw_only=True)
    # Layers by the function that makes them.
    _layers: dict[Any, Any] = attrs.field(init=False, eq=False, repr=False, factory=dict)

    def __getstate__(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in attrs.fields(Document) if field.init}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(state.pop("text"), **state)  # type: ignore[misc]

    def __len__(self) -> int:
        return len(self.text)

    def span(self, start: int, end: int) -> Span:
        """Give the span from *start* to *end* (code points, end exclusive) with its text.

        Raises:
            ValueError: if the text has no such stretch.
        """
        return DocumentSpan.cut(self.text, start, end)

    def once(self, make: Callable[[Document], Layer]) -> Layer:
        """Compute a layer of one's own once per document, and share it.

        Arguments:
            make: a pure module-level function of the document; it is the key.

        Returns:
            What ``make(document)`` gave the first time.
        """
        try:
            return self._layers[make]  # type: ignore[no-any-return]
        except KeyError:
            value = self._layers[make] = make(self)
            return value

    def release(self) -> None:
        """Forget the layers, to give their memory back; they are computed anew when asked for."""
        self._layers.clear()

    @property
    def normalized(self) -> str:
        """Same-length copy with plain quotation marks, hyphens, spaces and digits; case kept."""
        return self._layers.get(_normalized) or self.once(_normalized)

    @property
    def folded(self) -> str:
        """Same-length lower-case copy of :attr:`normalized`."""
        return self._layers.get(_folded) or self.once(_folded)

    @property
    def tokens(self) -> Tokens:
        """The words, in parallel tuples."""
        return self._layers.get(_tokens) or self.once(_tokens)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Paragraphs, titles, headings, list items and captions."""
        return self._layers.get(_blocks) or self.once(_blocks)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences; none runs over the end of a block."""
        return self._layers.get(_sentences) or self.once(_sentences)

    @property
    def quote_zones(self) -> tuple[QuoteZone, ...]:
        """Stretches between quotation marks, paired by kind and paragraph."""
        return self._layers.get(_quote_zones) or self.once(_quote_zones)

    @property
    def numerals(self) -> tuple[Numeral, ...]:
        """Numbers in digits and words, with their value."""
        return self._layers.get(_numerals) or self.once(_numerals)

    def sentence_index(self, offset: int) -> int:
        """Give the index of the sentence that holds *offset*, or of the last one that begins before it (-1 if none)."""
        return bisect_right(self.once(_sentence_starts), offset) - 1

    def block_index(self, offset: int) -> int:
        """Give the index of the block that holds *offset*, or of the last one that begins before it (-1 if none)."""
        return bisect_right(self.once(_block_starts), offset) - 1


def _normalized(document: Document) -> str:
    return normalize(document.text)


def _folded(document: Document) -> str:
    return fold(document.normalized)


def _tokens(document: Document) -> Tokens:
    return tokenize(document.normalized)


def _blocks(document: Document) -> tuple[Block, ...]:
    return find_blocks(document.text)


def _sentences(document: Document) -> tuple[Sentence, ...]:
    return find_sentences(document.text, document.blocks)


def _sentence_starts(document: Document) -> list[int]:
    return [sentence.start for sentence in document.sentences]


def _block_starts(document: Document) -> list[int]:
    return [block.start for block in document.blocks]


def _quote_zones(document: Document) -> tuple[QuoteZone, ...]:
    from afghanbrief.text.quotemarks import find_quote_zones

    return find_quote_zones(document.text, document.blocks)


def _numerals(document: Document) -> tuple[Numeral, ...]:
    from afghanbrief.text.numerals import find_numerals

    return find_numerals(document.tokens, document.normalized)
