"""Streams keep their order, go on after failures, and survive a worker that dies."""

from __future__ import annotations

import functools
import json
import os
import pickle
import signal
import threading
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from afghanbrief_toys import Parcel, Plugin, Words, make_extractor

from afghanbrief import Briefer, Document, Evidence, from_json, streaming
from afghanbrief.errors import InvalidDocumentError

TEXTS = [f"Anar met Solan {number} times." for number in range(7)]


class Deadly(Words):
    """Kills the process that briefs a text with the word Kill."""

    def extract(self, document: Document, found: Any) -> Any:
        if "Kill" in document.text:
            os._exit(3)
        return super().extract(document, found)


@pytest.fixture(scope="module")
def briefer() -> Briefer:
    return Briefer(only=("toys.words",), plugins=("afghanbrief_toys",), discover=False)


@pytest.fixture
def small_bundles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "_BUNDLE_DOCUMENTS", 2)


def items() -> Iterator[Any]:
    yield from TEXTS[:3]
    yield InvalidDocumentError("broken", source="f", line=2)
    yield 42
    yield {"text": TEXTS[3], "id": "r"}
    yield from map(Document, TEXTS[4:])


@pytest.mark.usefixtures("small_bundles")
def test_processes_give_what_one_gives(briefer: Briefer) -> None:
    one = list(briefer.stream(items()))
    assert [briefing.complete for briefing in one] == [True] * 3 + [False] * 2 + [True] * 4
    assert list(briefer.stream(items(), workers=2)) == one
    lines = list(briefer.stream_json(items(), text=True))
    assert list(briefer.stream_json(items(), workers=2, text=True)) == lines
    assert [from_json(line, kinds=briefer.kinds) for line in lines] == one


def test_streams_are_lazy(briefer: Briefer) -> None:
    taken = []

    def endless() -> Iterator[str]:
        while True:
            taken.append(1)
            yield TEXTS[0]

    stream = briefer.stream(endless())
    next(stream)
    assert len(taken) == 1


@pytest.mark.usefixtures("small_bundles")
def test_processes_read_ahead_within_bounds(briefer: Briefer) -> None:
    taken = []

    def endless() -> Iterator[str]:
        while True:
            taken.append(1)
            yield TEXTS[0]

    stream = briefer.stream_json(endless(), workers=2)
    next(stream)
    assert len(taken) <= 2 * 2 * 3 + 2
    stream.close()  # type: ignore[attr-defined]


def test_lines_hold_no_text_unless_asked(briefer: Briefer) -> None:
    (line,) = briefer.stream_json(TEXTS[:1])
    assert "text" not in json.loads(line)["document"]


def test_a_document_that_kills_its_worker_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "_BUNDLE_DOCUMENTS", 3)
    deadly = Briefer(only=("toys.words",), plugins=(Plugin(Deadly),), discover=False)
    given: list[Any] = [TEXTS[0], 42, "Kill it.", *TEXTS[1:6]]
    briefings = list(deadly.stream(given, workers=2))
    assert [briefing.complete for briefing in briefings] == [True, False, False] + [True] * 5
    assert briefings[2].failures[0].error == "BrokenProcessPool"
    assert [briefing.document.text for briefing in briefings[3:]] == TEXTS[1:6]


def test_a_pool_that_broke_between_bundles_fails_the_next_one_softly(briefer: Briefer) -> None:
    pool = streaming._Pool(pickle.dumps(briefer), 1, functools.partial(streaming._as_line, text=False))
    try:
        pool._executor.submit(os._exit, 1).exception()
        bundle: list[Any] = [Document(TEXTS[0])]
        future = pool.submit(bundle)
        from collections import deque

        lines = list(pool.finish(deque([(bundle, future)])))
        assert json.loads(lines[0][1])["failures"] == []
    finally:
        pool.close()


def test_bundles_end_at_either_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "_BUNDLE_CHARACTERS", 10)
    documents: list[Any] = [Document("x" * length) for length in (4, 4, 4, 20, 1)]
    assert [len(bundle) for bundle in streaming._bundles(documents)] == [3, 1, 1]
    assert list(streaming._bundles([])) == []


def test_workers_leave_interrupts_to_the_parent(briefer: Briefer) -> None:
    before = signal.getsignal(signal.SIGINT)
    try:
        streaming._begin()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
    encode = functools.partial(streaming._as_line, text=True)
    line, broken = streaming._brief_bundle(pickle.dumps(briefer), [Document(TEXTS[0]), b"done"], encode)
    assert broken == b"done"
    assert from_json(line, kinds=briefer.kinds) == briefer.brief(TEXTS[0])


def test_values_that_cannot_be_pickled_travel_as_json(briefer: Briefer, monkeypatch: pytest.MonkeyPatch) -> None:
    briefing = briefer.brief(TEXTS[0], id="a")
    sent = streaming._as_values(briefing)
    assert not sent.startswith(b"{")
    assert streaming._received(briefing.document, sent, briefer.kinds) == briefing

    def refuse(*_: Any, **__: Any) -> bytes:
        raise pickle.PicklingError("no such class")

    monkeypatch.setattr(streaming.pickle, "dumps", refuse)
    sent = streaming._as_values(briefing)
    assert sent.startswith(b"{")
    assert streaming._received(briefing.document, sent, briefer.kinds) == briefing


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.usefixtures("small_bundles")
def test_what_came_before_a_source_raised_is_briefed(briefer: Briefer, workers: int) -> None:
    def broken() -> Iterator[str]:
        yield from TEXTS[:3]
        raise RuntimeError("the source broke")

    got: list[str] = []
    stream = briefer.stream(broken(), workers=workers)
    with pytest.raises(RuntimeError, match="the source broke"):
        got.extend(briefing.document.text for briefing in stream)
    assert got == TEXTS[:3]


def test_workers_end_with_their_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = threading.Event()
    reader, writer = os.pipe()
    monkeypatch.setattr(os, "_exit", lambda status: ended.set())
    monkeypatch.setattr(signal, "signal", lambda *given: None)
    monkeypatch.setattr(streaming.multiprocessing, "parent_process", lambda: SimpleNamespace(sentinel=reader))
    streaming._begin()
    assert not ended.wait(0.05)
    os.close(writer)
    assert ended.wait(10)
    os.close(reader)


def test_what_cannot_be_written_costs_its_document_only() -> None:
    def extract(document: Document, found: Any) -> Iterator[Any]:
        value: Any = object() if "odd" in document.text else ()
        yield Parcel(span=document.span(0, 1), evidence=Evidence("toys.words", "r"), id="p", parts=value)

    odd = make_extractor("toys.words", provides=(Parcel,), extract=extract)
    briefer = Briefer(only=("toys.words",), plugins=(Plugin(odd),), discover=False)
    lines = [json.loads(line) for line in briefer.stream_json(["a", "odd", "b"])]
    assert [len(line["annotations"]) for line in lines] == [1, 0, 1]
    assert lines[1]["failures"][0]["error"] == "SerializationError"
