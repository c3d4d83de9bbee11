"""What every annotation has: a span, an evidence, an id; and what may overlap."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, ClassVar, Protocol

import attrs

from afghanbrief.frozen_json import FrozenMapping
from afghanbrief.span import Span


class Certainty(StrEnum):
    """How an annotation was come by: said by the text, inferred from it, or weakly supported."""

    EXPLICIT = "explicit"
    INFERRED = "inferred"
    WEAK = "weak"


class Overlap(StrEnum):
    """What annotations of one kind may do: share no character, lie inside one another, or anything."""

    FORBID = "forbid"
    NEST = "nest"
    ALLOW = "allow"


@attrs.frozen(weakref_slot=False)
class Evidence:
    """Why an annotation is there.

    Attributes:
        extractor: name of the extractor that made it.
        rule: name of the rule, as in the extractor's ``examples.toml``.
        cues: the words that spoke for it.
        certainty: explicit, inferred or weak.
        also: rules (``"extractor/rule"``) that found the same and lost the conflict.
    """

    extractor: str
    rule: str
    cues: tuple[Span, ...] = ()
    certainty: Certainty = Certainty.EXPLICIT
    also: tuple[str, ...] = ()


@functools.lru_cache(maxsize=4096)
def plain_evidence(extractor: str, rule: str, certainty: Certainty = Certainty.EXPLICIT) -> Evidence:
    """Give the evidence of a rule without cues; one object serves all annotations of the rule.

    Arguments:
        extractor: name of the extractor.
        rule: name of the rule.
        certainty: explicit, inferred or weak.

    Returns:
        The evidence.

    >>> plain_evidence("dates", "year") is plain_evidence("dates", "year")
    True
    """
    return Evidence(extractor, rule, (), certainty)


class Annotation(Protocol):
    """The shape of every annotation; nothing to inherit, attrs frozen classes that have it are annotations.

    Attributes:
        kind: name of the kind in JSON (class variable); third-party kinds contain a dot.
        overlap: what annotations of the kind may do to one another (class variable).
        span: where it stands.
        evidence: why it is there.
        id: unique in the briefing, made from content, such as ``"quote:1403-1657"``.
    """

    kind: ClassVar[str]
    overlap: ClassVar[Overlap]

    @property
    def span(self) -> Span: ...
    @property
    def evidence(self) -> Evidence: ...
    @property
    def id(self) -> str: ...


def span_id(annotation: Annotation) -> str:
    """Make the id that most kinds use: the kind and the offsets of the span."""
    return f"{annotation.kind}:{annotation.span.start}-{annotation.span.end}"


@attrs.frozen(kw_only=True)
class UnknownAnnotation:
    """An annotation read from JSON whose kind no installed plugin knows; it is kept and written back as it was.

    Attributes:
        span: where it stands.
        evidence: why it is there.
        id: its id.
        unknown_kind: its kind in JSON.
        fields: all its other fields, as JSON values that cannot be changed: mappings and tuples.
    """

    kind: ClassVar[str] = "unknown"
    overlap: ClassVar[Overlap] = Overlap.ALLOW

    span: Span
    evidence: Evidence
    id: str
    unknown_kind: str
    fields: Mapping[str, Any] = attrs.field(converter=FrozenMapping)
