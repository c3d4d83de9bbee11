"""One class for each promise of the library, over prose, hostile texts, repeated units and arbitrary code points."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from afghanbrief_toys import Nest, Note, Plugin, Word, make_extractor
from hypothesis import given, settings
from hypothesis import strategies as st

from afghanbrief import (
    Briefer,
    Briefing,
    Certainty,
    Document,
    Evidence,
    Overlap,
    Settings,
    Span,
    SpanIndex,
    from_json,
    to_json,
)
from afghanbrief.conflicts import settle_conflicts
from afghanbrief.errors import DocumentTooLargeError, InvalidDocumentError
from afghanbrief.testing import HOSTILE_TEXTS, NEWS_TEXTS
from afghanbrief.testing.strategies import any_texts, briefings, documents, news_texts

BRIEFER = Briefer(discover=False)


def spans_in(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from spans_in(part)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from spans_in(getattr(value, field.name))


def references_in(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        for part in value:
            yield from references_in(part)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            inner = getattr(value, field.name)
            if field.name.endswith(("_id", "_ids")):
                yield from inner if isinstance(inner, tuple) else (inner,)
            else:
                yield from references_in(inner)


class TestExactSpans:
    """Every span, cue and piece equals its slice; ids are unique; references lead somewhere."""

    @given(documents())
    def test_every_span_is_its_slice(self, document: Document) -> None:
        briefing = BRIEFER.brief(document)
        assert briefing.failures == ()
        for item in briefing.annotations:
            for span in spans_in(item):
                assert 0 <= span.start < span.end <= len(document.text)
                assert document.text[span.start : span.end] == span.text

    @given(documents(texts=news_texts()))
    def test_ids_are_unique_and_references_resolve(self, document: Document) -> None:
        briefing = BRIEFER.brief(document)
        ids = [item.id for item in briefing.annotations]
        assert len(set(ids)) == len(ids)
        for item in (*briefing.annotations, *briefing.findings):
            for reference in references_in(item):
                assert reference is None or briefing.get(reference) is not None

    @given(documents(texts=news_texts()))
    def test_items_are_sorted_and_keep_their_overlap(self, document: Document) -> None:
        briefing = BRIEFER.brief(document)
        keys = [(item.span.start, -item.span.end, item.kind, item.id) for item in briefing.annotations]
        assert keys == sorted(keys)
        for kind in {type(item) for item in briefing.annotations}:
            items = briefing.of(kind)
            for index, left in enumerate(items):
                for right in items[index + 1 :]:
                    assert may_stand_together(left.span, right.span, kind.overlap)

    @given(documents(texts=any_texts()))
    def test_the_text_is_never_changed(self, document: Document) -> None:
        before = document.text
        assert BRIEFER.brief(document).document.text is before


class TestTotal:
    """Any str up to the limit gives a briefing or a typed error."""

    @pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=[str(number) for number in range(len(HOSTILE_TEXTS))])
    def test_hostile_texts(self, text: str) -> None:
        for published in (None, "2018-08-30", "0001-01-01", "9999-12-31"):
            briefing = BRIEFER.brief(text, published=published)
            assert briefing.complete, briefing.failures

    @pytest.mark.parametrize(
        "text",
        [
            "x" * 1_000_000,
            "7" * 1_000_000,
            "\u201c" * 10_000 + "peace" + "\u201d" * 10_000,
            '"' * 10_001 + "peace",
            "(" * 10_000 + "5 percent",
            ("On Monday the minister said that 5 percent of " * 45_000)[:2_000_000],
        ],
        ids=[
            "a word of a megabyte",
            "a number of a megabyte",
            "nested marks",
            "plain marks",
            "brackets",
            "at the limit",
        ],
    )
    def test_large_texts(self, text: str) -> None:
        assert BRIEFER.brief(text).complete

    @given(any_texts())
    def test_any_text(self, text: str) -> None:
        assert BRIEFER.brief(text).complete

    def test_over_the_limit(self) -> None:
        with pytest.raises(DocumentTooLargeError, match="2,000,001"):
            BRIEFER.brief("x" * 2_000_001)
        raised = Briefer(Settings.from_dict({"limits": {"max_characters": 2_000_001}}), only=("dates",), discover=False)
        assert raised.brief("x" * 2_000_001).complete

    @pytest.mark.parametrize("text", [None, b"bytes", 5, ["text"], bytearray(b"x")])
    def test_not_a_str(self, text: Any) -> None:
        with pytest.raises(InvalidDocumentError):
            BRIEFER.brief(text)

    def test_subclasses_of_str_are_texts(self) -> None:
        class Title(str):
            __slots__ = ()

        assert BRIEFER.brief(Title("It began on 5 May 2018.")).dates


PRINT_DIGESTS = """
import hashlib, sys
from afghanbrief import Briefer, to_json
from afghanbrief.testing import HOSTILE_TEXTS, NEWS_TEXTS
seed = open(sys.argv[1], encoding="utf-8").read()
briefer = Briefer(discover=False)
for text in (seed, *NEWS_TEXTS, *HOSTILE_TEXTS):
    for published in (None, "2018-09-03"):
        print(hashlib.sha256(to_json(briefer.brief(text, published=published)).encode()).hexdigest())
"""


class TestDeterministic:
    """Equal bytes across hash seeds, processes, locales, time zones, and whatever was briefed before."""

    def test_processes(self, root: Path) -> None:
        variants = [
            {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
            {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
            {"PYTHONHASHSEED": "4294967295", "TZ": "America/Anchorage", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
        ]
        seed = str(root / "seeds" / "taliban-talks-in-russia.txt")
        path = os.pathsep.join(filter(None, (str(root / "src"), os.environ.get("PYTHONPATH"))))
        outputs = [
            subprocess.run(
                [sys.executable, "-c", PRINT_DIGESTS, seed],
                env={**os.environ, "PYTHONPATH": path, **variant},
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            for variant in variants
        ]
        assert len(outputs[0].split()) == 2 * (1 + len(NEWS_TEXTS) + len(HOSTILE_TEXTS))
        assert outputs[0] == outputs[1] == outputs[2]

    @given(st.lists(documents(), min_size=1, max_size=3))
    def test_earlier_documents_leave_no_trace(self, given_documents: list[Document]) -> None:
        first = [to_json(BRIEFER.brief(document)) for document in given_documents]
        again = [to_json(BRIEFER.brief(document)) for document in reversed(given_documents)]
        assert first == again[::-1]

    @given(documents(texts=news_texts()))
    @settings(max_examples=15)
    def test_a_new_briefer_gives_the_same(self, document: Document) -> None:
        assert to_json(Briefer(discover=False).brief(document)) == to_json(BRIEFER.brief(document))

    def test_threads_give_the_same(self, seed_text: str) -> None:
        from concurrent.futures import ThreadPoolExecutor

        texts = [seed_text, *NEWS_TEXTS] * 4
        expected = [to_json(BRIEFER.brief(text)) for text in texts]
        with ThreadPoolExecutor(4) as pool:
            assert [to_json(briefing) for briefing in pool.map(BRIEFER.brief, texts)] == expected


class TestIsolated:
    """A plugin that fails, at any point and on any text, leaves the built-in annotations as they are."""

    @given(news_texts(), st.integers(0, 3), st.sampled_from([RuntimeError, ValueError, RecursionError, StopIteration]))
    @settings(max_examples=25)
    def test_failing_extractor(self, text: str, good: int, error: type[Exception]) -> None:
        def fail(document: Document, found: Any) -> Iterator[Any]:
            end = min(good, len(document.text))
            made = [Note(span=document.span(i, i + 1), evidence=EVIDENCE, id=f"n{i}") for i in range(end)]

            class Failing:
                def __iter__(self) -> Iterator[Any]:
                    yield from made
                    raise error("boom")

            return iter(Failing())

        failing = make_extractor("toys.failing", provides=(Note,), extract=fail)
        briefing = Briefer(plugins=(Plugin(failing),), discover=False).brief(text)
        assert [failure.producer for failure in briefing.failures] == ["toys.failing"]
        plain = BRIEFER.brief(text)
        assert briefing.annotations == plain.annotations
        assert briefing.findings == plain.findings


class TestRoundTrip:
    """What is written as JSON comes back equal, unknown kinds included."""

    @given(briefings())
    def test_any_briefing(self, briefing: Briefing) -> None:
        written = to_json(briefing)
        assert from_json(written) == briefing
        assert to_json(from_json(written)) == written
        assert from_json(to_json(briefing, text=False), text=briefing.document.text) == briefing

    @given(documents())
    def test_what_the_built_ins_give(self, document: Document) -> None:
        briefing = BRIEFER.brief(document)
        assert from_json(to_json(briefing)) == briefing


DOCUMENT = Document("x" * 12)
EVIDENCE = Evidence("toys.failing", "rule")


def may_stand_together(left: Span, right: Span, policy: Overlap) -> bool:
    """The definition, as the documentation states it."""
    if policy is Overlap.ALLOW or left.end <= right.start or right.end <= left.start:
        return True
    nested = left.contains(right) or right.contains(left)
    return policy is Overlap.NEST and nested and (left.start, left.end) != (right.start, right.end)


def settle_naively(items: list[Any]) -> list[Any]:
    """Take the items best first and keep each that may stand beside all those kept."""
    certainties = list(Certainty)
    ordered = sorted(
        items,
        key=lambda item: (
            -len(item.span),
            certainties.index(item.evidence.certainty),
            item.span.start,
            item.evidence.extractor,
            item.evidence.rule,
            item.id,
        ),
    )
    kept: list[Any] = []
    for item in ordered:
        if all(may_stand_together(item.span, other.span, type(item).overlap) for other in kept):
            kept.append(item)
        else:
            name = f"{item.evidence.extractor}/{item.evidence.rule}"
            for index, other in enumerate(kept):
                own = f"{other.evidence.extractor}/{other.evidence.rule}"
                if other.span == item.span and name != own and name not in other.evidence.also:
                    evidence = attrs.evolve(other.evidence, also=(*other.evidence.also, name))
                    kept[index] = attrs.evolve(other, evidence=evidence)
    return sorted(kept, key=lambda item: (item.span.start, -item.span.end, item.id))


@st.composite
def rivals(draw: st.DrawFn) -> list[Any]:
    kind = draw(st.sampled_from((Word, Nest)))
    made = []
    for _ in range(draw(st.integers(0, 10))):
        start = draw(st.integers(0, 11))
        end = draw(st.integers(start + 1, 12))
        evidence = Evidence(
            draw(st.sampled_from("ab")), draw(st.sampled_from("rs")), certainty=draw(st.sampled_from(Certainty))
        )
        made.append(kind(span=DOCUMENT.span(start, end), evidence=evidence))
    return made


class TestConflicts:
    """Settling in logarithmic time gives what comparing every two gives."""

    @given(rivals(), st.randoms(use_true_random=False))
    @settings(max_examples=300)
    def test_is_the_naive_result_in_any_order(self, items: list[Any], random: Any) -> None:
        expected = settle_naively(items)
        assert list(settle_conflicts(items)) == expected
        shuffled = items[:]
        random.shuffle(shuffled)
        assert list(settle_conflicts(shuffled)) == expected


class TestSpanIndex:
    """The index finds what looking at every item finds."""

    @given(
        st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=20),
        st.integers(-1, 40),
        st.integers(-1, 40),
    )
    @settings(max_examples=300)
    def test_is_the_naive_result(self, pairs: list[tuple[int, int]], low: int, high: int) -> None:
        items = [Span(start, start + length, "y" * length) for start, length in pairs]
        index = SpanIndex(items, key=lambda span: span)
        ordered = sorted(items, key=lambda span: (span.start, -span.end))
        assert index.at(low) == tuple(span for span in ordered if span.start <= low < span.end)
        assert index.within(low, high) == tuple(span for span in ordered if low <= span.start and span.end <= high)
        if low < high:
            expected = tuple(span for span in ordered if span.start < high and low < span.end)
            assert index.overlapping(low, high) == expected
