"""The better one of two annotations that may not overlap stays."""

from __future__ import annotations

from afghanbrief_toys import Nest, Note, Word

from afghanbrief import Certainty, Document, Evidence
from afghanbrief.conflicts import settle_conflicts

DOCUMENT = Document("x" * 100)


def make(kind: type, start: int, end: int, extractor: str = "e", rule: str = "r", **more: object) -> object:
    certainty = more.pop("certainty", Certainty.EXPLICIT)
    evidence = Evidence(extractor, rule, certainty=certainty)  # type: ignore[arg-type]
    return kind(span=DOCUMENT.span(start, end), evidence=evidence, **more)


def test_nothing() -> None:
    assert settle_conflicts([]) == ()


def test_apart_stays_and_is_sorted() -> None:
    first, second = make(Word, 0, 2), make(Word, 2, 4)
    assert settle_conflicts([second, first]) == (first, second)


def test_longer_wins() -> None:
    short, long = make(Word, 0, 5), make(Word, 3, 20)
    assert settle_conflicts([short, long]) == (long,)


def test_priority_wins_over_length() -> None:
    short, long = make(Word, 0, 5, "plugin"), make(Word, 3, 20)
    assert settle_conflicts([short, long], priority={"plugin": -1}) == (short,)


def test_certain_wins_then_earlier() -> None:
    weak = make(Word, 0, 5, certainty=Certainty.WEAK)
    sure = make(Word, 3, 8)
    later = make(Word, 7, 12)
    assert settle_conflicts([weak, later, sure]) == (sure,)


def test_same_span_names_the_loser_once() -> None:
    items = [make(Word, 0, 5, "a"), make(Word, 0, 5, "b"), make(Word, 0, 5, "b"), make(Word, 0, 5, "a")]
    (winner,) = settle_conflicts(items)
    assert winner.evidence.extractor == "a"
    assert winner.evidence.also == ("b/r",)


def test_nesting_is_allowed_crossing_is_not() -> None:
    outer, inner, crossing = make(Nest, 0, 20), make(Nest, 5, 10), make(Nest, 8, 12)
    assert settle_conflicts([crossing, inner, outer]) == (outer, inner)
    left = make(Nest, 15, 19)
    across = make(Nest, 18, 22)
    assert settle_conflicts([across, left, outer]) == (outer, left)


def test_crossing_the_start_of_a_kept_one_is_not_allowed_either() -> None:
    kept, before = make(Nest, 5, 25), make(Nest, 0, 10)
    assert settle_conflicts([before, kept]) == (kept,)


def test_nesting_with_shared_borders() -> None:
    outer, start, end = make(Nest, 0, 20), make(Nest, 0, 5), make(Nest, 15, 20)
    assert settle_conflicts([end, start, outer]) == (outer, start, end)


def test_nesting_of_the_same_span() -> None:
    first, second = make(Nest, 0, 20, "a"), make(Nest, 0, 20, "b")
    (winner,) = settle_conflicts([second, first])
    assert winner.evidence.also == ("b/r",)


def test_overlap_allowed_loses_only_by_id() -> None:
    first, second = make(Note, 0, 20, id="n:1"), make(Note, 5, 30, id="n:2")
    double = make(Note, 5, 9, "z", id="n:2")
    assert settle_conflicts([double, second, first]) == (first, second)
