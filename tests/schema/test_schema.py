"""The published JSON Schema is current and holds for what is written; old schemas stay readable."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from afghanbrief import Briefer, Briefing, from_json, to_json
from afghanbrief.json_schema import make_schema
from afghanbrief.serialize import SCHEMA
from afghanbrief.testing import HOSTILE_TEXTS, NEWS_TEXTS
from afghanbrief.testing.strategies import briefings

HERE = Path(__file__).parent
PUBLISHED = HERE.parent.parent / "docs" / "reference" / "briefing.schema.json"
VALIDATOR = jsonschema.Draft202012Validator(
    make_schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)
OLD = sorted((HERE / "golden").glob("*.json"))


def faults(written: str) -> list[str]:
    return [f"{list(error.path)}: {error.message[:200]}" for error in VALIDATOR.iter_errors(json.loads(written))]


def test_published_schema_is_current() -> None:
    cure = "run: afghanbrief schema > docs/reference/briefing.schema.json"
    assert json.loads(PUBLISHED.read_text("utf-8")) == json.loads(json.dumps(make_schema())), cure


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(make_schema())


def test_what_is_written_is_valid(seed_text: str) -> None:
    briefer = Briefer(discover=False)
    for text in (seed_text, *NEWS_TEXTS, *HOSTILE_TEXTS):
        for with_text in (True, False):
            assert faults(to_json(briefer.brief(text, published="2018-09-03"), text=with_text)) == []


@given(briefings())
@settings(max_examples=40)
def test_any_briefing_is_valid(briefing: Briefing) -> None:
    assert faults(to_json(briefing)) == []


@pytest.mark.parametrize("path", OLD, ids=lambda path: path.stem)
def test_old_schemas_stay_readable(path: Path) -> None:
    golden = runpy.run_path(str(HERE / "make_golden.py"), run_name="golden")
    assert from_json(path.read_text("utf-8")) == golden["make_briefing"]()


def test_the_schema_in_force_has_its_golden_file() -> None:
    path = HERE / "golden" / f"{SCHEMA.replace('/', '-')}.json"
    assert path in OLD
    record = json.loads(path.read_text("utf-8"))
    assert faults(path.read_text("utf-8")) == []
    again: dict[str, Any] = json.loads(to_json(from_json(path.read_text("utf-8"))))
    assert {**again, "generator": record["generator"]} == record
    kinds = {item["kind"] for item in record["annotations"]}
    assert kinds == {"date", "actor-mention", "actor", "quote", "statistic", "moods.mood"}


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("schema", "afghanbrief/0"),
        ("annotations", [{"kind": "date"}]),
        ("annotations", [{"kind": "nodot"}]),
        ("extra", 1),
    ],
)
def test_schema_refuses(part: str, value: Any) -> None:
    record = json.loads(OLD[-1].read_text("utf-8"))
    record[part] = value
    assert not VALIDATOR.is_valid(record)
