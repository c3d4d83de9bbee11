"""Reads the tables and word lists that packages keep as data beside their code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def read_table(package: str, name: str) -> dict[str, Any]:
    """Read a TOML file from the folder ``data`` of a package.

    Arguments:
        package: dotted name of the package.
        name: the file's name.

    Returns:
        The table.

    >>> sorted(read_table("afghanbrief.text", "abbreviations.toml"))
    ['numbered', 'open', 'starters', 'titles']
    """
    # Importing these takes longer than all else that ``import afghanbrief`` does.
    import tomllib
    from importlib import resources

    return tomllib.loads(resources.files(package).joinpath("data", name).read_text("utf-8"))


def read_word_lists(package: str, name: str) -> dict[str, frozenset[str]]:
    """Read a TOML file whose values are words with blanks between them.

    Arguments:
        package: dotted name of the package.
        name: the file's name.

    Returns:
        The words of each list.
    """
    return {title: frozenset(words.split()) for title, words in read_table(package, name).items()}


def classify_words(lists: Mapping[str, frozenset[str]], bits: Mapping[str, int]) -> dict[str, int]:
    """Turn lists into classes, so that a word in several of them is looked up once.

    Arguments:
        lists: words by the name of the list.
        bits: the bit of each list.

    Returns:
        For each word the bits of the lists that it is in.

    >>> classify_words({"nouns": frozenset({"report"}), "verbs": frozenset({"report"})}, {"nouns": 1, "verbs": 2})
    {'report': 3}
    """
    classes: dict[str, int] = {}
    for name, words in lists.items():
        for word in words:
            classes[word] = classes.get(word, 0) | bits[name]
    return classes
