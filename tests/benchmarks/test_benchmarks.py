"""The budgets of speed, and floors of quality where corpora are given; not part of the default run."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest

HERE = Path(__file__).parent
QUALITY = runpy.run_path(str(HERE / "quality.py"))
SPEED = runpy.run_path(str(HERE / "speed.py"))
# A little less than what is measured by exact spans and values.
FLOORS = {"dates": 0.95, "actors": 0.92, "quotes": 0.52, "statistics": 0.94}


def test_speed() -> None:
    path = HERE.parent / "golden" / "reports" / "reports.jsonl"
    texts = [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    overrun = {name: figure for name, figure, budget in SPEED["report"](texts, hostile=False) if figure > budget}
    assert overrun == {}


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_quality_of_whole_briefings(corpora: Path, kind: str) -> None:
    path = corpora / "briefing" / "dev.jsonl"
    if not path.is_file():
        pytest.skip("the corpora hold no whole briefings")
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    gold = [QUALITY["gold_items"](record, kind) for record in records]
    found = [QUALITY["found_items"](record, kind) for record in QUALITY["run_library"](QUALITY["ROOT"], path)]
    assert QUALITY["score"](gold, found, by_value=True).f1 >= FLOORS[kind]
