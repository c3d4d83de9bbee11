"""Says how kinds, fields and references are named in brat standoff; what writer and reader share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import attrs

from afghanbrief.kinds import Actor, ActorMention, DateMention, Quote, Statistic
from afghanbrief.span import Span
from afghanbrief.text.patterns import compile_pattern

Fragments = tuple[tuple[int, int], ...]

#: Types of text-bound annotations by kind.
TYPES: Final[dict[type[Any], str]] = {
    DateMention: "Date",
    ActorMention: "Mention",
    Actor: "Actor",
    Quote: "Quote",
    Statistic: "Statistic",
}
KINDS: Final[dict[str, type[Any]]] = {name: kind for kind, name in TYPES.items()}

#: Fields that are attributes, with the name that they have there.
ATTRIBUTES: Final[dict[type[Any], dict[str, str]]] = {
    DateMention: {"type": "TimexType", "calendar": "Calendar"},
    ActorMention: {"type": "ActorType", "form": "Form"},
    Actor: {"type": "ActorType"},
    Quote: {"style": "Style"},
    Statistic: {"change": "Change"},
}

#: Fields with a span of their own: each is a text-bound annotation of that type, and a relation to it.
SPANS: Final[dict[type[Any], dict[str, str]]] = {
    Quote: {"cue": "Cue", "speaker": "Speaker", "audience": "Audience"},
    Statistic: {"counted": "Counted", "whole": "Whole"},
}
HELPERS: Final = frozenset(name for fields in SPANS.values() for name in fields.values())

#: References to other annotations, as relations.
REFERENCES: Final[dict[type[Any], dict[str, str]]] = {
    DateMention: {"anchor_id": "AnchoredTo"},
    Quote: {"speaker_id": "SpokenBy"},
    Statistic: {"as_of_id": "AsOf", "source_id": "Source", "restates_id": "Restates"},
}
MENTION_OF: Final = "MentionOf"


def relation_to(helper: str) -> str:
    """Give the relation that leads to a text-bound annotation of a helper's type, such as ``"HasCue"``."""
    return f"Has{helper}"


_BREAKS: Final = compile_pattern(r"[\n\r]+")
_NO_NAME: Final = compile_pattern(r"[^A-Za-z0-9_-]++")


@attrs.frozen
class TextBound:
    """A text-bound annotation: a line that begins with ``T``.

    Attributes:
        key: such as ``"T1"``.
        type: its type.
        fragments: pairs of offsets, in text order.
    """

    key: str
    type: str
    fragments: Fragments


def type_name(item: Any) -> str:
    """Give the brat type of an annotation; that of a plugin's kind is its name with ``_`` for what brat refuses."""
    kind = str(getattr(item, "unknown_kind", item.kind))
    return TYPES.get(type(item)) or _NO_NAME.sub("_", kind)


def pieces_of(item: Any) -> tuple[Span, ...]:
    """Give the spans that an annotation is drawn as."""
    return item.content if type(item) is Quote else (item.span,)


def fragments_of(pieces: tuple[Span, ...]) -> Fragments:
    """Cut spans at line ends, which no brat fragment may hold."""
    return tuple(fragment for piece in pieces for fragment in _cut(piece))


def _cut(span: Span) -> Iterator[tuple[int, int]]:
    position = span.start
    for match in _BREAKS.finditer(span.text):
        if span.start + match.start() > position:
            yield position, span.start + match.start()
        position = span.start + match.end()
    if position < span.end:
        yield position, span.end


def covered_text(text: str, fragments: Fragments) -> str:
    """Give the text that stands in the third column: the fragments, a blank between them."""
    return " ".join(text[start:end] for start, end in fragments)
