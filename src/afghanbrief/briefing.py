"""The briefing: everything that was found in one document, sorted, resolved and frozen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from html import escape
from typing import Any, Final, Literal, TypeVar

import attrs

from afghanbrief.annotation import Annotation
from afghanbrief.document import Document
from afghanbrief.kinds import Actor, ActorMention, DateMention, Quote, Statistic
from afghanbrief.span import Span, SpanIndex

Kind = TypeVar("Kind", bound=Annotation)
Result = TypeVar("Result")
Severity = Literal["info", "warning", "error"]
Relation = Literal["share-of-total", "sum", "difference", "percent-change", "duration"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Finding:
    """What a check has to say about the briefing.

    Attributes:
        check: name of the check.
        severity: ``"info"`` (it holds, or is worth knowing), ``"warning"`` or ``"error"``.
        message: a sentence that a person can read.
        annotation_ids: the annotations that it is about.
        relation: for arithmetic: what the wording asserts.
        operands: the figures that the claim is computed from.
        claimed: the figure that the text states.
        expected: the figure that the operands give.
        holds: whether they agree within the rounding of the printed digits.
    """

    check: str
    severity: Severity
    message: str
    annotation_ids: tuple[str, ...] = ()
    relation: Relation | None = None
    operands: tuple[Decimal, ...] = ()
    claimed: Decimal | None = None
    expected: Decimal | None = None
    holds: bool | None = None


@attrs.frozen(kw_only=True)
class Failure:
    """An extractor or check that failed on this document; its own output is missing, all other is here.

    Attributes:
        producer: name of the extractor or check.
        error: name of the exception's class.
        message: what it said.
    """

    producer: str
    error: str
    message: str


@attrs.frozen(kw_only=True)
class Skipped:
    """An extractor or check that did not run, since something that it requires is missing.

    Attributes:
        producer: name of the extractor or check.
        reason: what is missing, and why.
    """

    producer: str
    reason: str


@attrs.frozen(kw_only=True)
class Producer:
    """An extractor or check that ran.

    Attributes:
        name: its name.
        version: version of the distribution that it came from.
        provides: names of the kinds that it yields; ``("finding",)`` for a check.
    """

    name: str
    version: str
    provides: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Briefing:
    """Everything that was found in one document.

    Attributes:
        document: the document, text unchanged.
        annotations: all items, sorted by span, kind and id.
        findings: what the checks say.
        failures: extractors and checks that failed.
        skipped: extractors and checks that could not run.
        producers: extractors and checks that ran, in their order.

    >>> from afghanbrief import brief
    >>> briefing = brief('"We want peace," Mullah Omar said.')
    >>> [quote.speaker.text for quote in briefing.quotes]
    ['Mullah Omar']
    """

    document: Document
    annotations: tuple[Any, ...] = ()
    findings: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    producers: tuple[Producer, ...] = ()
    _views: dict[str, Any] = attrs.field(init=False, eq=False, repr=False, factory=dict)

    def __repr__(self) -> str:
        counts: dict[str, int] = {}
        for annotation in self.annotations:
            counts[annotation.kind] = counts.get(annotation.kind, 0) + 1
        inside = ", ".join(f"{number} {kind}" for kind, number in sorted(counts.items()))
        return f"<Briefing {self.document.id!r}: {inside or 'nothing found'}; {len(self.findings)} findings>"

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Give all annotations of a kind (its class), sorted by span."""
        return tuple(annotation for annotation in self.annotations if type(annotation) is kind)

    @property
    def dates(self) -> tuple[DateMention, ...]:
        """Temporal expressions, sorted by span."""
        return self.of(DateMention)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Actors, sorted by first mention; linked places are not among them."""
        return tuple([actor for actor in self.of(Actor) if actor.type != "place"])

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Quotes, sorted by span."""
        return self.of(Quote)

    @property
    def statistics(self) -> tuple[Statistic, ...]:
        """Figures, sorted by span."""
        return self.of(Statistic)

    @property
    def complete(self) -> bool:
        """Whether everything ran and nothing failed."""
        return not self.failures and not self.skipped

    def get(self, annotation_id: str | None) -> Any | None:
        """Give the annotation of this id, or ``None``."""
        if annotation_id is None:
            return None
        return self._view("ids", lambda: {item.id: item for item in self.annotations}).get(annotation_id)

    def at(self, offset: int) -> tuple[Any, ...]:
        """Give the annotations that cover the character at *offset* (code points), in order of their start."""
        return self._index().at(offset)

    def within(self, span: Span) -> tuple[Any, ...]:
        """Give the annotations that lie wholly inside *span*, in order of their start."""
        return self._index().within(span.start, span.end)

    def speaker(self, quote: Quote) -> Actor | None:
        """Give the actor who spoke a quote, or ``None`` where the report leaves it open."""
        actor = self.get(quote.speaker_id)
        return actor if isinstance(actor, Actor) else None

    def mentions(self, actor: Actor) -> tuple[ActorMention, ...]:
        """Give the mentions of an actor, in text order."""
        found = (self.get(mention_id) for mention_id in actor.mention_ids)
        return tuple(mention for mention in found if mention is not None)

    def _index(self) -> SpanIndex[Any]:
        return self._view("index", lambda: SpanIndex[Any](self.annotations))

    def _view(self, name: str, make: Callable[[], Result]) -> Result:
        if name not in self._views:
            self._views[name] = make()
        return self._views[name]  # type: ignore[no-any-return]

    def __getstate__(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in attrs.fields(Briefing) if field.init}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(**state)  # type: ignore[misc]

    def _repr_html_(self) -> str:
        """Show the text with the items marked, for notebooks."""
        return _mark_up(self.document.text, self.annotations)


# The colours of the page that the HTML writer makes.
_COLOURS: Final = {
    "date": "#e6dafa",
    "actor-mention": "#d3e5f8",
    "quote": "#d8eeda",
    "statistic": "#ffe9b8",
}


def _mark_up(text: str, annotations: Iterable[Any]) -> str:
    # Items may cross; each stretch between two borders takes the colour of the item that was opened last.
    shown = [item for item in annotations if item.kind in _COLOURS]
    events: list[tuple[int, int, int, int]] = []
    for index, item in enumerate(shown):
        for span in item.content if isinstance(item, Quote) else (item.span,):
            events += [(span.start, 1, -len(span), index), (span.end, 0, 0, index)]
    events.sort()
    open_items: dict[int, None] = {}
    pieces: list[str] = []
    position = 0
    for offset, opens, _, index in events:
        if offset > position:
            pieces.append(_marked(text[position:offset], shown[next(reversed(open_items))] if open_items else None))
            position = offset
        if opens:
            open_items[index] = None
        else:
            open_items.pop(index, None)
    pieces.append(escape(text[position:]))
    return f'<div style="white-space:pre-wrap;max-width:48em">{"".join(pieces)}</div>'


def _marked(piece: str, item: Any | None) -> str:
    if item is None:
        return escape(piece)
    title = escape(f"{item.kind}{_meaning(item)}; rule {item.evidence.rule}", quote=True)
    return f'<mark style="background:{_COLOURS[item.kind]};color:#000" title="{title}">{escape(piece)}</mark>'


def _meaning(item: Any) -> str:
    if isinstance(item, DateMention):
        return f" {item.value}"
    if isinstance(item, Statistic):
        return f" {item.bound} {item.value} {item.unit}"
    if isinstance(item, Quote):
        return f" by {item.speaker.text}" if item.speaker else ""
    return f", {item.type}"
