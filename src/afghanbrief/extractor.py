"""What an extractor is, what it is built from and what it may read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Protocol, TypeVar

import attrs

from afghanbrief.annotation import Annotation
from afghanbrief.document import Document
from afghanbrief.errors import UndeclaredNeedError
from afghanbrief.span import Span, SpanIndex
from afghanbrief.text.names import Gazetteer

Kind = TypeVar("Kind", bound=Annotation)


@attrs.frozen
class BuildContext:
    """What an extractor is built from, once for a Briefer.

    Attributes:
        settings: an instance of the extractor's ``Settings`` class, or ``None`` if it has none.
        gazetteers: name lists by topic (``"actors"``, ``"places"``, ...), built-in ones first.
    """

    settings: Any = None
    gazetteers: Mapping[str, tuple[Gazetteer, ...]] = attrs.field(factory=dict)


class Found:
    """What earlier extractors found in this document, limited to the kinds that the reader declared.

    Arguments:
        annotations: sorted annotations by kind.
        reader: name of the extractor or check that reads.
        allowed: the kinds that it declared.
    """

    __slots__ = ("_allowed", "_annotations", "_ids", "_indexes", "_reader")

    def __init__(
        self,
        annotations: Mapping[type[Any], tuple[Any, ...]],
        *,
        reader: str = "",
        allowed: Iterable[type[Any]] | None = None,
    ) -> None:
        self._annotations = annotations
        self._reader = reader
        self._allowed = None if allowed is None else frozenset(allowed)
        self._indexes: dict[type[Any], SpanIndex[Any]] = {}
        self._ids: dict[str, Any] | None = None

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Give all annotations of a kind, sorted by span.

        Raises:
            UndeclaredNeedError: if the reader did not declare the kind.
        """
        if self._allowed is not None and kind not in self._allowed:
            raise UndeclaredNeedError(extractor=self._reader, kind=kind.kind)
        return self._annotations.get(kind, ())

    def at(self, span: Span, kind: type[Kind]) -> tuple[Kind, ...]:
        """Give the annotations of a kind that share a character with *span*, in order of their start.

        Raises:
            UndeclaredNeedError: if the reader did not declare the kind.
        """
        return self.index(kind).overlapping(span.start, span.end)

    def index(self, kind: type[Kind]) -> SpanIndex[Kind]:
        """Give the index by position of a kind's annotations.

        Raises:
            UndeclaredNeedError: if the reader did not declare the kind.
        """
        index = self._indexes.get(kind)
        if index is None:
            index = self._indexes[kind] = SpanIndex(self.of(kind))
        return index

    def get(self, annotation_id: str) -> Annotation | None:
        """Give the annotation of this id among the declared kinds, or ``None``."""
        if self._ids is None:
            self._ids = {
                annotation.id: annotation
                for kind, annotations in self._annotations.items()
                if self._allowed is None or kind in self._allowed
                for annotation in annotations
            }
        return self._ids.get(annotation_id)


class Extractor(Protocol):
    """The shape of every extractor; nothing to inherit.

    Attributes:
        name: ``"dates"``; third parties ``"distribution.word"``. Its settings table has the same name.
        provides: the kinds that it yields.
        requires: kinds that it reads and cannot do without.
        uses: kinds that it reads where they exist.
        Settings: an attrs class of its settings, or ``None``.
    """

    name: ClassVar[str]
    provides: ClassVar[tuple[type[Any], ...]]
    requires: ClassVar[tuple[type[Any], ...]]
    uses: ClassVar[tuple[type[Any], ...]]
    Settings: ClassVar[type[Any] | None]

    def __init__(self, context: BuildContext) -> None: ...

    def extract(self, document: Document, found: Found) -> Iterable[Annotation]:
        """Yield what the document holds; pure, no state between calls."""
        ...
