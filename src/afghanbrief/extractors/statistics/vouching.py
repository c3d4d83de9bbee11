"""Reads the word lists that tell who vouches for a figure."""

from __future__ import annotations

import functools

from afghanbrief.text.word_lists import read_word_lists


@functools.cache
def load_vouching() -> dict[str, frozenset[str]]:
    """Give the word lists of ``data/vouching.toml`` by name, read once."""
    words = read_word_lists("afghanbrief.extractors.statistics", "vouching.toml")
    # Verbs whose subject may stand far off, or be a pronoun.
    return {**words, "far": words["putting"] | words["setting"] | words["estimating"] | words["giving"]}


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
    quoted |= words["acting"] | words["setting"] | words["ruling"] | words["own"] | {"according"}
    return quoted | words["saying"], quoted
