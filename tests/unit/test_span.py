"""Spans relate as intervals do, and the index finds what a scan would find."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import attrs
import pytest

from afghanbrief import Document, Span, SpanIndex


def test_relations() -> None:
    outer, inner, after = Span(0, 10, "abcdefghij"), Span(2, 5, "cde"), Span(10, 12, "kl")
    assert outer.contains(inner)
    assert outer.contains(outer)
    assert not inner.contains(outer)
    assert outer.overlaps(inner)
    assert not outer.overlaps(after)
    assert outer.precedes(after)
    assert not after.precedes(outer)
    assert len(inner) == 3


def test_is_frozen_ordered_and_hashable() -> None:
    span = Span(1, 2, "a")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        span.start = 3  # type: ignore[misc]
    assert sorted([Span(2, 3, "b"), span]) == [span, Span(2, 3, "b")]
    assert len({span, Span(1, 2, "a")}) == 1


def test_index_finds_by_position() -> None:
    outer, first, second = Span(0, 10, "x" * 10), Span(1, 4, "xxx"), Span(6, 9, "xxx")
    index = SpanIndex([second, first, outer], key=lambda span: span)
    assert len(index) == 3
    assert list(index) == [outer, first, second]
    assert index.at(2) == (outer, first)
    assert index.at(10) == ()
    assert index.overlapping(3, 7) == (outer, first, second)
    assert index.within(1, 9) == (first, second)
    assert index.within(0, 10) == (outer, first, second)


def test_index_of_nothing() -> None:
    index: SpanIndex[Span] = SpanIndex([])
    assert index.at(0) == ()
    assert index.within(0, 5) == ()
    assert list(index) == []


def test_index_reads_the_attribute_span() -> None:
    @attrs.frozen
    class Item:
        span: Span

    item = Item(Span(0, 2, "ab"))
    assert SpanIndex([item]).at(1) == (item,)


def test_a_document_s_span_is_like_any_other() -> None:
    text = "Kabul fell in 2021."
    cut, plain = Document(text).span(0, 5), Span(0, 5, "Kabul")
    assert cut == plain
    assert plain == cut
    assert hash(cut) == hash(plain)
    assert repr(cut) == repr(plain)
    assert cut <= plain
    assert not cut < plain
    assert cut != Span(0, 5, "Herat")
    assert cut != "Kabul"
    assert attrs.asdict(cut) == {"start": 0, "end": 5, "text": "Kabul"}
    with pytest.raises(TypeError):
        assert cut < "Kabul"  # type: ignore[operator]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        cut.start = 1  # type: ignore[misc]


def pickled(span: Span) -> Span:
    return pickle.loads(pickle.dumps(span))  # type: ignore[no-any-return]


@pytest.mark.parametrize("make", [copy.copy, copy.deepcopy, attrs.evolve, pickled])
def test_copies_leave_the_document_s_text_behind(make: Callable[[Span], Span]) -> None:
    cut = Document("Kabul fell in 2021.").span(0, 5)
    copied = make(cut)
    assert type(copied) is Span
    assert copied == cut
    assert b"2021" not in pickle.dumps(cut)


def test_a_span_knows_its_text() -> None:
    text = "Kabul fell."
    cut = Document(text).span(0, 5)
    assert cut.cuts(text)
    assert cut.cuts("Kabul rose.")
    assert Span(0, 5, "Kabul").cuts(text)
    assert not cut.cuts("Herat fell.")
    assert not cut.cuts("Ka")
    assert not Document(text).span(5, 5).cuts(text)
    assert not Span(6, 99, "fell.").cuts(text)


def test_offsets_of_long_documents() -> None:
    text = "Kabul fell. " * 4_000
    span = Document(text).span(40_008, 40_013)
    assert (span.start, span.end, span.text) == (40_008, 40_013, "Kabul")
