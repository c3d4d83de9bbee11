"""Gives actors their country and their CAMEO-style code: a country, and the role of a head word, by date."""

from __future__ import annotations

import datetime
import functools
import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources

from afghanbrief.text.names import GazetteerEntry


@functools.cache
def load_roles() -> Mapping[str, str]:
    """Give the CAMEO role of each head word, read once from ``data/cameo.toml``."""
    source = resources.files("afghanbrief.extractors.actors").joinpath("data/cameo.toml").read_text("utf-8")
    return {word: role for role, words in tomllib.loads(source).items() for word in words.split("|")}


def code_of_entry(entry: GazetteerEntry, day: datetime.date | None) -> str | None:
    """Give the code that a listed actor had on a day; without a day the last one.

    Arguments:
        entry: the gazetteer entry.
        day: the report's date, or ``None``.

    Returns:
        Its CAMEO-style code, or ``None``.
    """
    valid = [
        code
        for scheme, code, start, end in entry.codes
        if scheme == "cameo" and (day is None or ((start is None or start <= day) and (end is None or day < end)))
    ]
    if not valid:
        return None
    return valid[0] if day is not None else valid[-1]


def code_of_words(words: Iterable[str], country: str | None) -> str | None:
    """Give the code of a description or unlisted body by its last telling word.

    Arguments:
        words: its words in lower case, the head first.
        country: ISO 3166-1 alpha-3 code of its country, or ``None``.

    Returns:
        Country and role ("AFGMIL"), or ``None`` if no word tells.

    >>> code_of_words(["soldiers", "afghan"], "AFG")
    'AFGMIL'
    """
    roles = load_roles()
    for word in words:
        role = roles.get(word)
        if role is not None:
            return f"{country or ''}{role}"
    return None
