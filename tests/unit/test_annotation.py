"""Evidence, ids and annotations of unknown kinds."""

from __future__ import annotations

from afghanbrief_toys import Word

from afghanbrief import Certainty, Evidence, Overlap, Span, UnknownAnnotation


def test_id_comes_from_kind_and_offsets() -> None:
    assert Word(span=Span(3, 5, "Ab"), evidence=Evidence("e", "r")).id == "toys.word:3-5"


def test_evidence_is_explicit_unless_said_otherwise() -> None:
    evidence = Evidence("dates", "month-day")
    assert (evidence.cues, evidence.certainty, evidence.also) == ((), Certainty.EXPLICIT, ())
    assert evidence == Evidence("dates", "month-day")
    assert hash(evidence) == hash(Evidence("dates", "month-day"))


def test_unknown_kinds_may_overlap() -> None:
    unknown = UnknownAnnotation(
        span=Span(0, 1, "a"), evidence=Evidence("e", "r"), id="x:1", unknown_kind="x.y", fields={"a": 1}
    )
    assert unknown.kind == "unknown"
    assert unknown.overlap is Overlap.ALLOW
