"""Gives actors their CAMEO-style code: a country and the role of a head word, by date."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from afghanbrief.text.names import GazetteerEntry
from afghanbrief.text.word_lists import read_table

# Offices of the state: when they are over, their holders belong to the country's elite.
_STATE_OFFICES: Final = frozenset(("GOV", "LEG", "JUD"))


@attrs.frozen
class RoleWords:
    """The words of ``data/cameo.toml``.

    Attributes:
        heads: the role of each head word.
        phrases: the role of two words in a row.
        yielding: heads that act for the body named beside them.
        deciding: words that decide before any head.
    """

    heads: Mapping[str, str]
    phrases: Mapping[tuple[str, str], str]
    yielding: frozenset[str]
    deciding: frozenset[str]


@functools.cache
def load_roles() -> RoleWords:
    """Give the words that tell a role, read once."""
    data = read_table("afghanbrief.extractors.actors", "cameo.toml")
    phrases: dict[tuple[str, str], str] = {}
    for role, row in data["phrases"].items():
        for phrase in row.split("|"):
            first, second = phrase.split()
            phrases[first, second] = role
    return RoleWords(
        heads={word: role for role, row in data["roles"].items() for word in row.split("|")},
        phrases=phrases,
        yielding=frozenset(data["yielding"].split("|")),
        deciding=frozenset(data["deciding"].split("|")),
    )


def code_of_entry(entry: GazetteerEntry, day: datetime.date | None) -> str | None:
    """Give the code that a listed actor had on a day; without a day the last one.

    A person whose last term in an office of the state is over is of the country's elite.

    Arguments:
        entry: the gazetteer entry.
        day: the report's date, or ``None``.

    Returns:
        Its CAMEO-style code, or ``None``.
    """
    last: str | None = None
    over: str | None = None
    for scheme, code, start, end in entry.codes:
        if scheme != "cameo":
            continue
        if day is None:
            last = code
        elif (start is None or start <= day) and (end is None or day < end):
            return code
        elif end is not None and end <= day:
            over = code
    if over is not None and entry.type == "person" and over[3:] in _STATE_OFFICES:
        return when_over(over)
    return last


def role_of_words(words: Sequence[str]) -> str | None:
    """Give the role that a description or a body's name tells.

    Arguments:
        words: its words in lower case, the head first.

    Returns:
        The role, or ``None`` if no word tells.

    >>> role_of_words(["chief", "police", "provincial"]), role_of_words(["minister", "defence"])
    ('COP', 'GOV')
    """
    known = load_roles()
    heads, yielding, phrases = known.heads, known.yielding, known.phrases
    weak: str | None = None
    found: str | None = None
    for number, word in enumerate(words, 1):
        if number < len(words):
            found = phrases.get((words[number], word))
            if found is not None:
                break
        role = heads.get(word)
        if role is not None:
            if word not in yielding:
                found = role
                break
            # "spokesman for U.S. forces": what is spoken for tells more than that one speaks.
            weak = role if weak is None or weak == "GOV" else weak
    if len(words) > 1:
        for word in words:
            if word in known.deciding:
                return heads[word]
    return found or weak


def code_of_words(words: Sequence[str], country: str | None) -> str | None:
    """Give the code of a description or unlisted body by its telling word.

    Arguments:
        words: its words in lower case, the head first.
        country: ISO 3166-1 alpha-3 code of its country, or ``None``.

    Returns:
        Country and role ("AFGMIL"), or ``None`` if no word tells.

    >>> code_of_words(["soldiers", "afghan"], "AFG")
    'AFGMIL'
    """
    role = role_of_words(words)
    return None if role is None else f"{country or ''}{role}"


@functools.lru_cache(maxsize=1024)
def cameo_codes(code: str) -> tuple[tuple[str, str], ...]:
    """Give the codes of an actor that has one CAMEO-style code; one value serves all actors that share it.

    >>> cameo_codes("AFGMIL")
    (('cameo', 'AFGMIL'),)
    """
    return (("cameo", code),)


def when_over(code: str) -> str:
    """Give the code of one who no longer holds an office.

    Arguments:
        code: the code of the office.

    Returns:
        The code of the former holder: of the elite after an office of the state, else as it was.

    >>> when_over("AFGGOV"), when_over("AFGREB")
    ('AFGELI', 'AFGREB')
    """
    return f"{code[:-3]}ELI" if code[-3:] in _STATE_OFFICES else code
