"""Reads the words by which described actors are known, as one dictionary from noun to kinds."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Final

import attrs

from afghanbrief.extractors.actors.lexicon import load_lexicon
from afghanbrief.text.word_lists import read_table

# Kinds of nouns, as bits of one number.
SINGULAR: Final = 1
PLURAL: Final = 2
ARMED: Final = 4  # generic forces
KIN: Final = 8
VAGUE: Final = 16  # names somebody only with a word before it or "of" behind it
COMPANY: Final = 32  # a group that needs a word before it
ACRONYM: Final = 64
ADDRESSEE: Final = 128  # is told things by everybody
BODY: Final = 256  # a body of a state
COLLECTIVE: Final = 1024  # its verb may be singular or plural
SAYING: Final = 512  # a verb that may stand before or behind an agent noun

# Kinds of verbs.
SPEAKS: Final = 1
ACTS: Final = 2


@attrs.frozen
class DescribedWords:
    """The word lists of ``described.toml``.

    Attributes:
        triggers: the kinds of each noun and of the verbs of saying.
        bodies: the words before each head of a body; ``"-"`` where it may stand alone.
        modifiers: words before a noun that belong to it.
        outside: words before a noun that do not.
        verbs: verbs whose subject speaks or acts, beside those of the lexicon.
        transitive: participles that need an object to be a verb in the past.
        inverted: verbs of saying that may stand before their subject.
        telling: verbs whose object is told something.
        said_by: participles of saying before "by".
        quantities: nouns of quantity before "of".
        no_agents: nouns that end as if they said who does something.
        leading: words behind a noun that are, or may lead to, its verb.
        peoples: adjectives of peoples and causes that make fighters somebody's.
        before_told: what may make a speaker, or one who is told something, of a noun behind it.
    """

    triggers: Mapping[str, int]
    bodies: Mapping[str, frozenset[str]]
    modifiers: frozenset[str]
    outside: frozenset[str]
    verbs: Mapping[str, int]
    transitive: frozenset[str]
    inverted: frozenset[str]
    telling: frozenset[str]
    said_by: frozenset[str]
    quantities: frozenset[str]
    no_agents: frozenset[str]
    leading: frozenset[str]
    before_told: frozenset[str]
    peoples: frozenset[str]


@functools.cache
def load_described_words() -> DescribedWords:
    """Give the word lists, read once."""
    table = read_table("afghanbrief.extractors.actors", "described.toml")
    bodies = {head: frozenset(words.split()) for head, words in table.pop("bodies").items()}
    lists = {name: tuple(words.split()) for name, words in table.items()}
    triggers: dict[str, int] = {}

    def add(words: tuple[str, ...], kind: int) -> None:
        for word in words:
            triggers[word] = triggers.get(word, 0) | kind

    lexicon = load_lexicon()
    listed = (*lists["offices"], *lists["workers"], *lists["parts"])
    add(listed, SINGULAR)
    add(tuple(map(plural_of, listed)), PLURAL)
    add(lists["plurals"], PLURAL)
    add(lists["companies"], COMPANY | PLURAL)
    for name, kind in (("armed", ARMED), ("kin", KIN)):
        for word in lists[name]:
            if not triggers.get(word, 0) & (SINGULAR | PLURAL):
                add((word,), PLURAL if _is_plural(word) else SINGULAR)
            add((word,), kind)
    add(lists["vague"], VAGUE)
    add(lists["collectives"], COLLECTIVE)
    add(lists["acronyms"], ACRONYM)
    add(lists["addressees"], ADDRESSEE)
    # What the lexicon knows beside: its plurals and singulars are told by their ends.
    for word in lexicon["role_heads"]:
        if not triggers.get(word, 0) & (SINGULAR | PLURAL) and " " not in word:
            add((word,), PLURAL if _is_plural(word) else SINGULAR)
    add(tuple(bodies), BODY)
    add(lists["inverted"], SAYING)
    verbs = dict.fromkeys(lists["acting"], ACTS)
    verbs.update(dict.fromkeys(lists["speaking"], SPEAKS))
    return DescribedWords(
        triggers=triggers,
        bodies=bodies,
        modifiers=frozenset((*lists["modifiers"], *lists["peoples"])) | lexicon["role_modifiers"],
        outside=frozenset(lists["outside"]),
        verbs=verbs,
        transitive=frozenset(lists["transitive"]),
        inverted=frozenset(lists["inverted"]),
        telling=frozenset(lists["telling"]),
        said_by=frozenset(lists["said_by"]),
        quantities=frozenset(lists["quantities"]),
        no_agents=frozenset(lists["no_agents"]),
        leading=frozenset((*verbs, *lists["transitive"], *lists["links"])),
        peoples=frozenset(lists["peoples"]),
        before_told=frozenset((*lists["inverted"], *lists["telling"], "according", "by")),
    )


def plural_of(noun: str) -> str:
    """Give the plural of a noun for a person.

    Arguments:
        noun: the singular, in lower case.

    Returns:
        The plural.

    >>> plural_of("emissary"), plural_of("policewoman"), plural_of("witness")
    ('emissaries', 'policewomen', 'witnesses')
    """
    if noun.endswith("man"):
        return f"{noun[:-3]}men"
    if noun.endswith("y") and noun[-2] not in "aeou":
        return f"{noun[:-1]}ies"
    if noun.endswith(("s", "sh", "ch", "x", "z")):
        return f"{noun}es"
    return f"{noun}s"


def _is_plural(noun: str) -> bool:
    return noun.endswith(("men", "people", "troops", "children", "police")) or (
        noun.endswith("s") and not noun.endswith(("ss", "us"))
    )
