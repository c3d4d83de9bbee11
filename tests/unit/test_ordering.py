"""Order follows needs, never registration; rings and gaps are explained."""

from __future__ import annotations

import itertools

import pytest
from afghanbrief_toys import Nest, Note, Word, make_extractor

from afghanbrief.errors import DependencyCycleError
from afghanbrief.ordering import missing_kinds, order_extractors

A = make_extractor("a", provides=(Note,), requires=(Word,))
B = make_extractor("b", provides=(Word,))
C = make_extractor("c", provides=(Nest,), uses=(Note,))
D = make_extractor("d", provides=(Word,), uses=(Word,))


def names(extractors: object) -> list[str]:
    return [extractor.name for extractor in extractors]  # type: ignore[attr-defined]


@pytest.mark.parametrize("given", list(itertools.permutations([A, B, C])))
def test_order_follows_needs(given: tuple[type, ...]) -> None:
    assert names(order_extractors(given)) == ["b", "a", "c"]


def test_who_reads_its_own_kind_runs_after_its_other_producers() -> None:
    assert names(order_extractors([D, B])) == ["b", "d"]
    assert names(order_extractors([A, D, B])) == ["b", "d", "a"]


def test_the_alphabet_decides_among_those_ready() -> None:
    e = make_extractor("e", provides=(), requires=())
    assert names(order_extractors([e, B])) == ["b", "e"]


def test_a_ring_is_printed() -> None:
    x = make_extractor("x", provides=(Word,), requires=(Nest,))
    with pytest.raises(DependencyCycleError) as caught:
        order_extractors([x, A, C])
    assert caught.value.ring == ("a", "x", "c", "a")
    assert "a -> x -> c -> a" in str(caught.value)


def test_a_ring_is_found_from_one_who_waits_for_it() -> None:
    x = make_extractor("x", provides=(Word,), requires=(Note,))
    y = make_extractor("b1", provides=(Note,), requires=(Word,))
    waiter = make_extractor("a1", provides=(Nest,), requires=(Note,))
    with pytest.raises(DependencyCycleError) as caught:
        order_extractors([x, y, waiter])
    assert caught.value.ring == ("b1", "x", "b1")


def test_gaps() -> None:
    assert missing_kinds([A, C]) == {"a": (Word,)}
    assert missing_kinds(order_extractors([A, B, C])) == {}
    needs_note = make_extractor("z", provides=(Nest,), requires=(Note,))
    assert missing_kinds([A, needs_note]) == {"a": (Word,), "z": (Note,)}
