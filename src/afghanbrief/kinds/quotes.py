"""Quotes: reported words, their speaker and their cue."""

from __future__ import annotations

from typing import ClassVar, Literal

import attrs

from afghanbrief.annotation import Evidence, Overlap, span_id
from afghanbrief.span import Span

QuoteStyle = Literal["direct", "mixed", "indirect"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Quote:
    """Reported words and who said them.

    Attributes:
        span: from the first to the last reported word.
        evidence: the rule and its cues.
        content: pieces of the reported words, at least one, in text order, quotation marks outside.
        verbatim: the pieces between quotation marks; equal to ``content`` for direct, empty for indirect quotes.
        style: ``"direct"``, ``"mixed"`` or ``"indirect"``.
        cue: the word of saying, or ``None`` (headlines, dialogue).
        speaker: the nearest explicit mention of the speaker, a pronoun too, or ``None``.
        speaker_id: id of the actor that the speaker stands for, or ``None``.
        audience: whom it was said to, where the text says so.
        id: ``"quote:START-END"``.
    """

    kind: ClassVar[str] = "quote"
    overlap: ClassVar[Overlap] = Overlap.NEST

    span: Span
    evidence: Evidence
    content: tuple[Span, ...] = attrs.field(validator=attrs.validators.min_len(1))
    verbatim: tuple[Span, ...] = ()
    style: QuoteStyle
    cue: Span | None = None
    speaker: Span | None = None
    speaker_id: str | None = None
    audience: Span | None = None
    id: str = attrs.field(default=attrs.Factory(span_id, takes_self=True))
