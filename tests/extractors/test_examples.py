"""Every rule catches what its examples say, and leaves alone what they say it must."""

from __future__ import annotations

import datetime
import enum
import functools
import importlib.util
import tomllib
from decimal import Decimal
from importlib import resources
from typing import Any

import pytest

from afghanbrief import Actor, Briefer, Document, Span

FOLDERS = ("dates", "actors", "quotes", "statistics")


def _cases(key: str) -> list[Any]:
    cases = []
    for folder in FOLDERS:
        if importlib.util.find_spec(f"afghanbrief.extractors.{folder}") is None:
            continue
        path = resources.files(f"afghanbrief.extractors.{folder}").joinpath("examples.toml")
        if not path.is_file():
            continue
        for rule in tomllib.loads(path.read_text("utf-8"))["rule"]:
            for number, example in enumerate(rule.get(key, ())):
                cases.append(pytest.param(folder, rule["name"], example, id=f"{folder}-{rule['name']}-{number}"))
    return cases


@functools.cache
def _briefer() -> Briefer:
    return Briefer()


def _annotations(folder: str, example: dict[str, Any]) -> list[Any]:
    published = example.get("published", "2018-08-30") or None
    briefing = _briefer().brief(Document(example["text"], published=published))
    assert not briefing.failures, briefing.failures
    return [a for a in briefing.annotations if a.evidence.extractor.split(".")[0] == folder]


def _plain(value: Any) -> Any:
    """Give a field as an example writes it: spans as their text, the rest as JSON has it."""
    if isinstance(value, Span):
        return value.text
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


def _agrees(annotation: Any, expected: dict[str, Any]) -> bool:
    for name, value in expected.items():
        if name == "text":
            found = annotation.span.text
        elif name == "certainty":
            found = annotation.evidence.certainty.value
        else:
            found = _plain(getattr(annotation, name, None))
        if found != value and str(found) != str(value):
            return False
    return True


@pytest.mark.parametrize(("folder", "rule", "example"), _cases("catches"))
def test_catches(folder: str, rule: str, example: dict[str, Any]) -> None:
    found = _annotations(folder, example)
    matched = []
    for expected in example["expect"]:
        candidates = [annotation for annotation in found if _agrees(annotation, expected)]
        assert candidates, f"{expected} is not among {found}"
        matched += candidates
    rules = {annotation.evidence.rule for annotation in matched}
    rules |= {also.rpartition("/")[2] for annotation in matched for also in annotation.evidence.also}
    assert rule in rules, f"caught by {sorted(rules)}"


@pytest.mark.parametrize(("folder", "rule", "example"), _cases("ignores"))
def test_ignores(folder: str, rule: str, example: dict[str, Any]) -> None:
    found = _annotations(folder, example)
    assert [a for a in found if a.evidence.rule == rule] == []
    # What other rules may find there is said in "instead"; the actors that mentions are linked to are no further find.
    instead = example.get("instead", [])
    assert [a for a in found if not isinstance(a, Actor) and a.evidence.rule not in instead] == []
    assert set(instead) <= {a.evidence.rule for a in found}, "what is no longer found may be taken out of 'instead'"
