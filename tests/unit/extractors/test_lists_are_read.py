"""No word list of an extractor lies there unread, and none says a word twice."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

# The dates extractor reads its lists by their classes, and shows each in a shape.
PACKAGES = ("actors", "quotes", "statistics")


@pytest.mark.parametrize("package", PACKAGES)
def test_every_list_is_named_in_the_code(package: str) -> None:
    folder = Path(str(resources.files("afghanbrief.extractors").joinpath(package)))
    code = "\n".join(path.read_text("utf-8") for path in sorted(folder.glob("*.py")))
    unread = []
    for path in sorted((folder / "data").glob("*.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        # Some files keep their lists in a table of this name, beside tables of another shape.
        names = [*table, *table.get("sets", ())]
        unread += [f"{path.name}: {name}" for name in names if not re.search(rf"\b{name}\b", code)]
    assert unread == []


def _word_lists(table: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _word_lists(value)
        elif isinstance(value, str) and "|" in value:
            yield name, [word.strip() for word in value.split("|")]
        elif isinstance(value, str):
            yield name, value.split()


@pytest.mark.parametrize("package", [*PACKAGES, "dates"])
def test_no_list_names_a_word_twice(package: str) -> None:
    folder = Path(str(resources.files("afghanbrief.extractors").joinpath(package, "data")))
    doubled = []
    for path in sorted(folder.glob("*.toml")):
        # Sources are sentences; the tables of shapes and values are no lists.
        if path.name == "SOURCES.toml":
            continue
        for name, words in _word_lists(tomllib.loads(path.read_text("utf-8"))):
            doubled += [f"{path.name}: {name}: {word}" for word, times in Counter(words).items() if times > 1]
    assert doubled == []
