"""Reads the word lists that tell who vouches for a figure."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources


@functools.cache
def load_vouching() -> dict[str, frozenset[str]]:
    """Give the word lists of ``data/vouching.toml`` by name, read once."""
    source = resources.files("afghanbrief.extractors.statistics").joinpath("data/vouching.toml").read_text("utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(source).items()}
