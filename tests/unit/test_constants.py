"""Constants say that they are: a reader knows, and compiled code reads them without a look-up."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import afghanbrief

PACKAGE = Path(afghanbrief.__file__).parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent.name != "testing")
NAME = re.compile(r"_?[A-Z][A-Z0-9_]+")


def find_loose(tree: ast.Module) -> list[str]:
    """Give the names of constants that are assigned without ``Final``."""
    loose = []
    for node in tree.body:
        if isinstance(node, ast.Assign):
            loose += [name.id for name in node.targets if isinstance(name, ast.Name) and NAME.fullmatch(name.id)]
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            if NAME.fullmatch(node.target.id) and not ast.unparse(node.annotation).startswith("Final"):
                loose.append(node.target.id)
    return loose


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_constants_are_final(path: Path) -> None:
    assert find_loose(ast.parse(path.read_text("utf-8"))) == []


def test_loose_constants_are_seen() -> None:
    assert find_loose(ast.parse("A1 = 1\n_B2: int = 2\nCC: Final = 3\nDD: Final[int] = 4\nee = 5")) == ["A1", "_B2"]
