"""The plugin's words, read once."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources

import attrs


@attrs.frozen
class Lexicon:
    """The words of harm by what they mean, and the function words of its grammar.

    Attributes:
        harm: participles and nouns that may follow a figure, to their harm.
        acts: verb forms that may stand before a figure, to their harm.
        tolls: nouns of a toll that may stand before a figure, to their harm.
        needs: words of harm, to the words of which the counted noun phrase must hold one.
        groups: words of a noun phrase, to the group that they name.
        ranks: rank of each group; of several the lowest wins.
        grammar: sets of function words by their name in the data file.
    """

    harm: Mapping[str, str]
    acts: Mapping[str, str]
    tolls: Mapping[str, str]
    needs: Mapping[str, frozenset[str]]
    groups: Mapping[str, str]
    ranks: Mapping[str, int]
    grammar: Mapping[str, frozenset[str]]

    def group_of(self, words: tuple[str, ...]) -> str | None:
        """Give the most telling group that the words of a noun phrase name, or ``None``.

        >>> read_lexicon().group_of(("afghan", "school", "children"))
        'children'
        """
        found = {self.groups[word] for word in words if word in self.groups}
        return min(found, key=lambda group: self.ranks[group], default=None)


@functools.cache
def read_lexicon() -> Lexicon:
    """Read the data file, once."""
    text = resources.files("afghanbrief_casualties").joinpath("data", "words.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Lexicon(
        harm=_turned(data["harm"]),
        acts=_turned(data["acts"]),
        tolls=_turned(data["tolls"]),
        needs={word: frozenset(words) for word, words in data["needs"].items()},
        groups=_with_singulars(_turned(data["groups"])),
        ranks={group: rank for rank, group in enumerate(data["groups"])},
        grammar={name: frozenset(words) for name, words in data["grammar"].items()},
    )


def _turned(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: key for key, words in table.items() for word in words}


def _with_singulars(groups: dict[str, str]) -> dict[str, str]:
    # The file lists plurals; "one guard" has the singular.
    return {word[:-1]: group for word, group in groups.items() if word.endswith("s")} | groups
