"""The examples in the docstrings of the sources give what they say."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import afghanbrief

NAMES = ["afghanbrief", *(info.name for info in pkgutil.walk_packages(afghanbrief.__path__, "afghanbrief."))]


@pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith(".__main__")])
def test_docstring_examples(name: str) -> None:
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        if str(error.name).startswith("afghanbrief"):
            raise
        pytest.skip(f"{error.name} is not installed")
    failed, _ = doctest.testmod(module, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert failed == 0
