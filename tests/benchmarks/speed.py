"""Measures speed in units that survive a busy machine: passes of ``re.finditer(r"\\w+")`` over the same text."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
# A little more than what is measured on an idle machine, over reports with figures and quotes in every sentence.
BUDGETS = {
    "passes": 60.0,
    "flatness": 1.35,
    "import ms": 120.0,
    "first briefing ms": 400.0,
    "memory of text": 17.0,
    "1 MB hostile s": 60.0,
}
_WORD = re.compile(r"\w+")


def _scan(text: str) -> None:
    for _ in _WORD.finditer(text):
        pass


def _processor_time(function: Callable[[str], Any], texts: Sequence[str]) -> float:
    gc.collect()
    start = time.process_time()
    for text in texts:
        function(text)
    return time.process_time() - start


def measure_passes(function: Callable[[str], Any], texts: Sequence[str], rounds: int = 5) -> float:
    """Give the time of a function over texts, in passes; both are measured in turn, and the best of each counts."""
    took, scanned = [], []
    for _ in range(rounds):
        scanned.append(_processor_time(_scan, texts))
        took.append(_processor_time(function, texts))
    return min(took) / min(scanned)


def measure_flatness(function: Callable[[str], Any], text: str) -> dict[int, float]:
    """Give the time per character at growing sizes, as multiples of that at 10 kB."""
    per_character = {}
    for size in (1_000, 10_000, 100_000, 1_000_000):
        if size > len(text):
            break
        count = max(1, min(100, 100_000 // size))
        parts = [text[index * size : (index + 1) * size] for index in range(min(count, len(text) // size))]
        best = min(_processor_time(function, parts) for _ in range(3))
        per_character[size] = best / sum(map(len, parts))
    return {size: value / per_character[10_000] for size, value in per_character.items()}


def measure_cold() -> dict[str, float]:
    """Give the milliseconds of the import and of the first briefing, in a new interpreter."""
    code = (
        "import time; start = time.perf_counter(); import afghanbrief; imported = time.perf_counter();"
        "afghanbrief.brief('It began on 5 May 2018.'); done = time.perf_counter();"
        "print((imported - start) * 1000, (done - imported) * 1000)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "AFGHANBRIEF_PLUGINS": "none"}
    rows = []
    for _ in range(5):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
        rows.append([float(word) for word in done.stdout.split()])
    return {"import ms": min(row[0] for row in rows), "first briefing ms": min(row[1] for row in rows)}


def measure_memory(function: Callable[[str], Any], text: str) -> float:
    """Give the memory that a result keeps, as a multiple of the text's length in characters."""
    function(text)
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    kept = function(text)
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert kept is not None
    return (after - before) / len(text)


def report(texts: Sequence[str], *, hostile: bool) -> Iterator[tuple[str, float, float]]:
    """Give each measure with its name, its figure and its budget."""
    from afghanbrief import Briefer
    from afghanbrief.testing import REPEATED_UNITS

    briefer = Briefer(discover=False)
    yield "passes", measure_passes(briefer.brief, texts), BUDGETS["passes"]
    for name in sorted(producer.name for producer in briefer.producers if producer.provides != ("finding",)):
        alone = Briefer(only=(name,), discover=False)
        yield f"passes of {name} and what it requires", measure_passes(alone.brief, texts, 3), BUDGETS["passes"]
    joined = "\n\n".join(texts)
    joined *= 1 + 1_000_000 // len(joined)
    for size, multiple in measure_flatness(briefer.brief, joined).items():
        yield f"time per character at {size:,}", multiple, BUDGETS["flatness"]
    for name, figure in measure_cold().items():
        yield name, figure, BUDGETS[name]
    yield "memory of text", measure_memory(briefer.brief, joined[:200_000]), BUDGETS["memory of text"]
    if hostile:
        for unit in REPEATED_UNITS:
            took = _processor_time(briefer.brief, [unit * (1_000_000 // len(unit))])
            yield f"1 MB of {unit!r}, seconds", took, BUDGETS["1 MB hostile s"]
