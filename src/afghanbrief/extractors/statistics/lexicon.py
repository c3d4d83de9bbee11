"""Reads the word lists of the statistics extractor."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import attrs

Phrases = dict[tuple[str, ...], str]


@attrs.frozen
class Lexicon:
    """The word lists of ``data/words.toml``; phrases are tuples of words.

    Attributes:
        bounds_before: bound by phrase before a figure.
        bounds_after: bound by phrase behind it.
        units: unit symbol by phrase.
        currencies: ISO 4217 code by phrase.
        money_before: code by abbreviation before a figure.
        signs: code by currency sign.
        sets: further words by list name.
        unit_heads: first words of units and currencies.
        bound_tails: last words of phrases before a figure.
        bound_heads: first words of phrases behind it.
    """

    bounds_before: Phrases
    bounds_after: Phrases
    units: Phrases
    currencies: Phrases
    money_before: dict[str, str]
    signs: dict[str, str]
    sets: dict[str, frozenset[str]]
    unit_heads: frozenset[str]
    bound_tails: frozenset[str]
    bound_heads: frozenset[str]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.sets[name]


@functools.cache
def load_lexicon() -> Lexicon:
    """Give the word lists, read once."""
    source = resources.files("afghanbrief.extractors.statistics").joinpath("data/words.toml").read_text("utf-8")
    table = tomllib.loads(source)
    before, after = _phrases(table["bounds_before"]), _phrases(table["bounds_after"])
    units, currencies = _phrases(table["units"]), _phrases(table["currencies"])
    return Lexicon(
        bounds_before=before,
        bounds_after=after,
        units=units,
        currencies=currencies,
        money_before=table["money_before"],
        signs=table["signs"],
        sets={name: frozenset(words.split()) for name, words in table["sets"].items()},
        unit_heads=frozenset(phrase[0] for phrase in (*units, *currencies)),
        bound_tails=frozenset(phrase[-1] for phrase in before),
        bound_heads=frozenset(phrase[0] for phrase in after),
    )


def _phrases(table: dict[str, list[str]]) -> Phrases:
    return {
        tuple(phrase.replace(".", " ").replace("-", " ").replace("/", " ").split()): value
        for value, phrases in table.items()
        for phrase in phrases
    }
