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


@functools.cache
def load_triggers() -> tuple[frozenset[str], frozenset[str]]:
    """Give the words without one of which no sentence names a source: in sentences without a quote, and with one.

    In a sentence that holds a quote, verbs of saying have been read already.
    """
    words = load_vouching()
    quoted = (
        words["documenting"]
        | words["estimating"]
        | words["giving"]
        | words["showing"]
        | words["records"]
        | words["agents"]
    )
    quoted |= words["acting"] | {"according"}
    return quoted | words["saying"], quoted
