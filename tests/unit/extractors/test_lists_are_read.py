"""No word list of an extractor lies there unread."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from pathlib import Path

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
