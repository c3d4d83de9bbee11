"""Reads the word lists of the statistics extractor."""

from __future__ import annotations

import functools

import attrs

from afghanbrief.text.word_lists import read_table

Phrases = dict[tuple[str, ...], str]


@attrs.frozen
class Lexicon:
    """The word lists of ``data/words.toml``; phrases are tuples of words.

    Attributes:
        bounds_before: bound by phrase before a figure.
        bounds_after: bound by phrase behind it.
        sets: further words by list name.
        bound_tails: last words of phrases before a figure.
        bound_heads: first words of phrases behind it.
        naming: words before a number that may make it a name, an age or an address.
    """

    bounds_before: Phrases
    bounds_after: Phrases
    sets: dict[str, frozenset[str]]
    bound_tails: frozenset[str]
    bound_heads: frozenset[str]
    naming: frozenset[str]


@functools.cache
def load_lexicon() -> Lexicon:
    """Give the word lists, read once."""
    table = read_table("afghanbrief.extractors.statistics", "words.toml")
    before, after = _phrases(table["bounds_before"]), _phrases(table["bounds_after"])
    sets = {name: frozenset(words.split()) for name, words in table["sets"].items()}
    return Lexicon(
        bounds_before=before,
        bounds_after=after,
        sets=sets,
        bound_tails=frozenset(phrase[-1] for phrase in before),
        bound_heads=frozenset(phrase[0] for phrase in after),
        naming=sets["designators"] | sets["age_words"] | sets["telling"],
    )


def _phrases(table: dict[str, list[str]]) -> Phrases:
    return {
        tuple(phrase.replace(".", " ").replace("-", " ").replace("/", " ").split()): value
        for value, phrases in table.items()
        for phrase in phrases
    }
