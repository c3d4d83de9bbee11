"""Briefs many documents in order and in constant memory, by one process or several."""

from __future__ import annotations

import functools
import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection
from typing import TYPE_CHECKING, Any, Final

import attrs

from afghanbrief.briefing import Briefing, Failure
from afghanbrief.document import Document
from afghanbrief.errors import AfghanbriefError, SerializationError
from afghanbrief.serialize import from_json, to_json

if TYPE_CHECKING:
    from afghanbrief.briefer import Briefer

# Documents travel in bundles, so that the cost of a message is shared; a bundle ends at either limit.
_BUNDLE_CHARACTERS: Final = 100_000
_BUNDLE_DOCUMENTS: Final = 64
_BUNDLES_AHEAD: Final = 3

Encode = Callable[[Briefing], bytes]
_FOUND: Final = ("annotations", "findings", "failures", "skipped", "producers")


def stream_briefings(briefer: Briefer, documents: Iterable[Any], *, workers: int = 1) -> Iterator[Briefing]:
    """Brief documents in order; see :meth:`afghanbrief.Briefer.stream`."""
    if workers <= 1:
        for item in documents:
            yield briefer.brief_or_fail(item)
        return
    kinds = briefer.kinds
    for document, sent in _in_processes(briefer, documents, workers, _as_values):
        yield _received(document, sent, kinds)


def stream_json(briefer: Briefer, documents: Iterable[Any], *, workers: int = 1, text: bool = False) -> Iterator[bytes]:
    """Brief documents in order as lines of JSON; see :meth:`afghanbrief.Briefer.stream_json`."""
    if workers <= 1:
        for item in documents:
            yield _as_line(briefer.brief_or_fail(item), text=text)
        return
    for _, line in _in_processes(briefer, documents, workers, functools.partial(_as_line, text=text)):
        yield line


def _in_processes(
    briefer: Briefer, documents: Iterable[Any], workers: int, encode: Encode
) -> Iterator[tuple[Document, bytes]]:
    recipe = pickle.dumps(briefer)
    pool = _Pool(recipe, workers, encode)
    waiting: deque[tuple[list[Document | bytes], Future[list[bytes]]]] = deque()
    raised: list[Exception] = []
    bundles = _bundles(_accepted(briefer, item, encode) for item in _until_raised(documents, raised))
    try:
        for bundle in bundles:
            waiting.append((bundle, pool.submit(bundle)))
            if len(waiting) >= workers * _BUNDLES_AHEAD:
                yield from pool.finish(waiting)
        while waiting:
            yield from pool.finish(waiting)
        if raised:
            raise raised[0]
    finally:
        pool.close()


def _until_raised(documents: Iterable[Any], raised: list[Exception]) -> Iterator[Any]:
    """Yield what a source gives before it raises: that is briefed first, as with one process."""
    try:
        yield from documents
    except Exception as error:
        raised.append(error)


def _as_line(briefing: Briefing, *, text: bool) -> bytes:
    try:
        return to_json(briefing, text=text).encode("utf-8")
    except SerializationError as error:
        # An item of a plugin costs its own document's items, not the stream.
        failure = Failure(producer="document", error=type(error).__name__, message=str(error))
        bare = Briefing(document=briefing.document, failures=(*briefing.failures, failure))
        return to_json(bare, text=text).encode("utf-8")


def _as_values(briefing: Briefing) -> bytes:
    """Encode what was found, without the text, which the parent has.

    Reading pickled values costs the parent a sixth of reading and verifying JSON: else it could not keep up with more
    than two workers. They come from its own processes, which verified them.
    """
    try:
        values = [getattr(briefing, name) for name in _FOUND]
        return pickle.dumps((briefing.document.id, values), protocol=5)
    except (pickle.PicklingError, AttributeError, TypeError):
        # A plugin's class that cannot be imported by its name.
        return _as_line(briefing, text=False)


def _received(document: Document, sent: bytes, kinds: Sequence[type[Any]]) -> Briefing:
    if sent.startswith(b"{"):
        return from_json(sent, text=document.text, kinds=kinds)
    document_id, values = pickle.loads(sent)
    named = document if document.id == document_id else attrs.evolve(document, id=document_id)
    return Briefing(document=named, **dict(zip(_FOUND, values, strict=True)))


def _accepted(briefer: Briefer, item: Any, encode: Encode) -> Document | bytes:
    """Give the document, or the finished bytes of a briefing that says why it is none."""
    try:
        return briefer.accept(item)
    except AfghanbriefError:
        return encode(briefer.brief_or_fail(item))


def _bundles(items: Iterable[Document | bytes]) -> Iterator[list[Document | bytes]]:
    bundle: list[Document | bytes] = []
    size = 0
    for item in items:
        bundle.append(item)
        size += len(item)
        if size >= _BUNDLE_CHARACTERS or len(bundle) >= _BUNDLE_DOCUMENTS:
            yield bundle
            bundle, size = [], 0
    if bundle:
        yield bundle


class _Pool:
    """Worker processes that are replaced when one of them dies."""

    def __init__(self, recipe: bytes, workers: int, encode: Encode) -> None:
        self._recipe = recipe
        self._workers = workers
        self._encode = encode
        self._executor = self._start(workers)

    def _start(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, initializer=_begin)

    def submit(self, bundle: list[Document | bytes]) -> Future[list[bytes]]:
        try:
            return self._executor.submit(_brief_bundle, self._recipe, bundle, self._encode)
        except BrokenProcessPool as error:
            failed: Future[list[bytes]] = Future()
            failed.set_exception(error)
            return failed

    def finish(
        self, waiting: deque[tuple[list[Document | bytes], Future[list[bytes]]]]
    ) -> Iterator[tuple[Document, bytes]]:
        bundle, future = waiting.popleft()
        try:
            lines = future.result()
        except BrokenProcessPool:
            self.close()
            lines = [self._alone(item) for item in bundle]
            self._executor = self._start(self._workers)
            again = [(other, self.submit(other)) for other, _ in waiting]
            waiting.clear()
            waiting.extend(again)
        for item, line in zip(bundle, lines, strict=True):
            yield (item if isinstance(item, Document) else Document(""), line)

    def _alone(self, item: Document | bytes) -> bytes:
        """Brief one document in a process of its own; if that dies too, the document is to blame."""
        if isinstance(item, bytes):
            return item
        with self._start(1) as executor:
            try:
                return executor.submit(_brief_bundle, self._recipe, [item], self._encode).result()[0]
            except BrokenProcessPool:
                message = "the worker process died on it"
                failure = Failure(producer="document", error="BrokenProcessPool", message=message)
                return self._encode(Briefing(document=item, failures=(failure,)))

    def close(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    # Ctrl-C goes to the whole group of processes; the parent alone decides how to end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    """End this process when its parent does, even if that was killed and could tell nobody."""
    connection.wait([sentinel])
    os._exit(1)


@functools.lru_cache(maxsize=1)
def _briefer_of(recipe: bytes) -> Briefer:
    briefer: Briefer = pickle.loads(recipe)
    return briefer


def _brief_bundle(recipe: bytes, bundle: list[Document | bytes], encode: Encode) -> list[bytes]:
    briefer = _briefer_of(recipe)
    return [item if isinstance(item, bytes) else encode(briefer.brief_or_fail(item)) for item in bundle]
