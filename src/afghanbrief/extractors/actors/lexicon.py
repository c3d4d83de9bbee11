"""Reads the word lists of the actors extractors."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import attrs


@attrs.frozen
class Lexicon:
    """The word lists of ``data/words.toml``, as sets; titles by their words.

    Attributes:
        sets: every list by its name.
        titles: titles and ranks as tuples of words.
        title_heads: the last words of titles.
        longest_title: number of words of the longest title.
    """

    sets: dict[str, frozenset[str]]
    titles: frozenset[tuple[str, ...]]
    title_heads: frozenset[str]
    longest_title: int

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.sets[name]


@functools.cache
def load_lexicon() -> Lexicon:
    """Give the word lists, read once."""
    source = resources.files("afghanbrief.extractors.actors").joinpath("data/words.toml").read_text("utf-8")
    sets = {name: frozenset(words.strip().split("|")) for name, words in tomllib.loads(source).items()}
    titles = frozenset(tuple(title.replace("-", " ").split()) for title in sets["titles"] | sets["ranks"])
    return Lexicon(
        sets=sets,
        titles=titles,
        title_heads=frozenset(title[-1] for title in titles),
        longest_title=max(map(len, titles)),
    )
