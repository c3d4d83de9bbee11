"""Reads brat standoff back into a briefing, with what an annotator has changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Final

import attrs

from afghanbrief.annotation import Evidence, UnknownAnnotation, span_id
from afghanbrief.briefing import Briefing
from afghanbrief.document import Document
from afghanbrief.errors import CorruptBriefingError
from afghanbrief.kinds import Actor, ActorMention, DateMention, Quote, Statistic
from afghanbrief.serialize import BUILT_IN_KINDS, converter, from_dict, place_of, to_dict
from afghanbrief.span import Span
from afghanbrief.text.patterns import compile_pattern
from afghanbrief.verification import clear_dangling
from afghanbrief.writers.brat.layout import (
    ATTRIBUTES,
    HELPERS,
    KINDS,
    MENTION_OF,
    REFERENCES,
    SPANS,
    TextBound,
    covered_text,
    fragments_of,
    pieces_of,
    relation_to,
)

_HAND: Final = Evidence("brat", "annotator")
_BLANK: Final = compile_pattern(r"[\s]*+")


def from_brat(text: str | Document, annotations: str, *, kinds: Iterable[type[Any]] = ()) -> Briefing:
    """Read the annotations of an ``.ann`` file.

    Arguments:
        text: the content of the ``.txt`` file, or the document itself.
        annotations: the content of the ``.ann`` file, as :func:`~afghanbrief.writers.brat.writer.to_brat` wrote
            it and an annotator left it.
        kinds: annotation classes beside the built-in ones.

    Returns:
        A briefing of the annotations alone. Where a line was not touched the item is what it was; moved borders,
        other attributes, other relations and deleted lines count. An item that an annotator added has the evidence
        ``brat/annotator``; its note, if it has one, is a date's value, a figure or an actor's name.

    Raises:
        CorruptBriefingError: if a line does not fit the text, or an added figure has no number; the path is the
            line's key.

    >>> briefing = from_brat("Kabul fell.", "T1\\tMention 0 5\\tKabul\\nA1\\tActorType T1 place\\n")
    >>> [(item.span.text, item.type) for item in briefing.annotations]
    [('Kabul', 'place')]
    """
    document = text if isinstance(text, Document) else Document(text)
    standoff = _Standoff(document.text, annotations)
    by_kind = {kind.kind: kind for kind in (*BUILT_IN_KINDS, *kinds)}
    items = {
        bound.key: _read_item(standoff, bound, by_kind)
        for bound in standoff.bounds.values()
        if bound.type not in HELPERS
    }
    former = {standoff.former[key]: item.id for key, item in items.items() if key in standoff.former}
    related = [_relate(standoff, key, item, items, former) for key, item in items.items()]
    by_class = {kind: tuple([item for item in related if type(item) is kind]) for kind in map(type, related)}
    settled = [item for items in clear_dangling(by_class)[0].values() for item in items]
    briefing = Briefing(
        document=document,
        annotations=tuple(sorted(settled, key=place_of)),
    )
    # Writing and reading verifies spans, ids and references.
    return from_dict(to_dict(briefing), kinds=kinds)


class _Standoff:
    """The lines of an ``.ann`` file by what they are about."""

    def __init__(self, text: str, annotations: str) -> None:
        self.text = text
        self.bounds: dict[str, TextBound] = {}
        self.attributes: dict[str, dict[str, str]] = {}
        self.notes: dict[str, str] = {}
        self.relations: dict[tuple[str, str], list[str]] = {}
        self.members: dict[str, list[str]] = {}
        #: What an item's id was when it was written, by key.
        self.former: dict[str, str] = {}
        for line in annotations.split("\n"):
            parts = line.rstrip("\r").split("\t")
            read = {"T": self._bound, "A": self._attribute, "R": self._relation, "#": self._note}.get(line[:1])
            if read is not None and len(parts) > 1:
                read(parts)

    def _bound(self, parts: list[str]) -> None:
        key, middle = parts[0], parts[1]
        name, _, places = middle.partition(" ")
        try:
            fragments = tuple(
                (int(start), int(end)) for start, end in (place.split(" ") for place in places.split(";"))
            )
        except ValueError:
            raise CorruptBriefingError(key, f"{places!r} are no offsets") from None
        for start, end in fragments:
            if not 0 <= start < end <= len(self.text):
                raise CorruptBriefingError(key, f"{start}..{end} is outside of the text")
        # Tabs inside of the words part the line further.
        if len(parts) > 2 and "\t".join(parts[2:]) != covered_text(self.text, fragments):
            raise CorruptBriefingError(key, f"{parts[2][:40]!r} does not stand at {places}; is this its text?")
        self.bounds[key] = TextBound(key, name, fragments)

    def _attribute(self, parts: list[str]) -> None:
        words = parts[1].split(" ")
        if len(words) == 3:
            self.attributes.setdefault(words[1], {})[words[0]] = words[2]

    def _relation(self, parts: list[str]) -> None:
        words = parts[1].split(" ")
        if len(words) == 3:
            first, second = (word.partition(":")[2] for word in words[1:])
            self.relations.setdefault((words[0], first), []).append(second)
            if words[0] == MENTION_OF:
                self.members.setdefault(second, []).append(first)

    def _note(self, parts: list[str]) -> None:
        words = parts[1].split(" ")
        if len(words) == 2 and len(parts) > 2:
            self.notes[words[1]] = "\t".join(parts[2:])

    def span(self, start: int, end: int) -> Span:
        return Span(start, end, self.text[start:end])

    def pieces(self, bound: TextBound) -> tuple[Span, ...]:
        """Give the spans of an annotation; fragments that only a line end parts are one."""
        merged: list[tuple[int, int]] = []
        for start, end in sorted(bound.fragments):
            if merged and _BLANK.fullmatch(self.text, merged[-1][1], start):
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return tuple(self.span(start, end) for start, end in merged)


def _read_item(standoff: _Standoff, bound: TextBound, by_kind: dict[str, type[Any]]) -> Any:
    item = _read_note(standoff, bound, by_kind) or _added(standoff, bound)
    standoff.former[bound.key] = item.id
    if fragments_of(pieces_of(item)) != bound.fragments:
        item = _moved(standoff, bound, item)
    changes: dict[str, Any] = {}
    given = standoff.attributes.get(bound.key, {})
    for field, name in ATTRIBUTES.get(type(item), {}).items():
        if name in given and given[name] != getattr(item, field):
            changes[field] = given[name]
    if type(item) is Quote and changes.get("style") in ("direct", "indirect"):
        changes["verbatim"] = item.content if changes["style"] == "direct" else ()
    return attrs.evolve(item, **changes) if changes else item


def _read_note(standoff: _Standoff, bound: TextBound, by_kind: dict[str, type[Any]]) -> Any | None:
    import cattrs

    try:
        fields = json.loads(standoff.notes.get(bound.key, ""))
        name = fields.pop("kind")
        kind = by_kind.get(name)
        if bound.type in KINDS and KINDS[bound.type] is not kind:
            return None  # An annotator gave it another type: its old fields do not fit.
        if kind is not None:
            return converter().structure(fields, kind)
        head = {key: fields.pop(key) for key in ("id", "span", "evidence")}
        return UnknownAnnotation(
            id=head["id"],
            span=converter().structure(head["span"], Span),
            evidence=converter().structure(head["evidence"], Evidence),
            unknown_kind=name,
            fields=fields,
        )
    except (ValueError, KeyError, TypeError, AttributeError, cattrs.BaseValidationError):
        return None


def _added(standoff: _Standoff, bound: TextBound) -> Any:
    """Make an item that an annotator added, as well as its attributes and its note tell."""
    pieces = standoff.pieces(bound)
    span = standoff.span(pieces[0].start, pieces[-1].end)
    given = standoff.attributes.get(bound.key, {})
    note = standoff.notes.get(bound.key, "").strip()
    note = "" if note.startswith("{") else note
    match bound.type:
        case "Quote":
            style: Any = given.get("Style", "direct")
            return Quote(
                span=span, evidence=_HAND, content=pieces, verbatim=pieces if style == "direct" else (), style=style
            )
        case "Mention":
            return ActorMention(span=span, evidence=_HAND, form="name", type=given.get("ActorType", "person"))  # type: ignore[arg-type]
        case "Actor":
            name = note or " ".join(span.text.split())
            return Actor(span=span, evidence=_HAND, id=f"actor:{bound.key}", name=name, type="person")
        case "Date":
            return DateMention(span=span, evidence=_HAND, type="DATE", value=note)
        case "Statistic":
            try:
                value = Decimal((note or span.text.split()[0]).replace(",", ""))
            except InvalidOperation:
                raise CorruptBriefingError(bound.key, "an added figure needs its number as a note") from None
            return Statistic(span=span, evidence=_HAND, value=value)
    kind = bound.type if "." in bound.type else f"brat.{bound.type}"
    fields: dict[str, Any] = {"note": note} if note else {}
    return UnknownAnnotation(span=span, evidence=_HAND, id=f"{kind}:{bound.key}", unknown_kind=kind, fields=fields)


def _moved(standoff: _Standoff, bound: TextBound, item: Any) -> Any:
    pieces = standoff.pieces(bound)
    span = standoff.span(pieces[0].start, pieces[-1].end)
    changes: dict[str, Any] = {"span": span}
    if type(item) is Quote:
        changes["content"] = pieces
        clipped = [
            standoff.span(max(mark.start, piece.start), min(mark.end, piece.end))
            for piece in pieces
            for mark in item.verbatim
            if mark.overlaps(piece)
        ]
        changes["verbatim"] = pieces if item.style == "direct" else tuple(clipped)
    moved = attrs.evolve(item, **changes)
    return attrs.evolve(moved, id=span_id(moved)) if item.id == span_id(item) else moved


def _relate(standoff: _Standoff, key: str, item: Any, items: Mapping[str, Any], former: dict[str, str]) -> Any:
    changes: dict[str, Any] = {}
    for field, name in SPANS.get(type(item), {}).items():
        others = standoff.relations.get((relation_to(name), key), ())
        found = [standoff.bounds[other] for other in others if other in standoff.bounds]
        now = standoff.pieces(found[0]) if found else ()
        old = getattr(item, field)
        if not found or old is None or fragments_of((old,)) != found[0].fragments:
            changes[field] = standoff.span(now[0].start, now[-1].end) if now else None
    for field, name in REFERENCES.get(type(item), {}).items():
        targets = [items[other].id for other in standoff.relations.get((name, key), ()) if other in items]
        changes[field] = targets[0] if targets else None
    if type(item) is Actor:
        members = [items[other].id for other in standoff.members.get(key, ()) if other in items]
        earlier = [former[mention] for mention in item.mention_ids if mention in former]
        changes["mention_ids"] = tuple(earlier) if set(earlier) == set(members) else tuple(members)
        changes["roles"] = tuple(attrs.evolve(role, of_id=former.get(role.of_id or "")) for role in item.roles)
    return attrs.evolve(item, **changes) if changes else item
