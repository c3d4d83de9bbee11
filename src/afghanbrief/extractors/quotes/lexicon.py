"""Reads the word classes of the clause grammar into one dictionary of bit sets."""

from __future__ import annotations

import functools
from typing import Final

from afghanbrief.text.word_lists import classify_words, read_word_lists

SAY: Final = 1
TELL: Final = 2
NAME: Final = 4
NOUN: Final = 8
DETERMINER: Final = 16
PRONOUN: Final = 32
OBJECT_PRONOUN: Final = 64
AUXILIARY: Final = 128
MODAL: Final = 256
NEGATION: Final = 512
PREPOSITION: Final = 1024
CONJUNCTION: Final = 2048
SUBORDINATOR: Final = 4096
RELATIVE: Final = 8192
ADVERB: Final = 16384
TIME: Final = 32768
MEDIUM: Final = 65536
PAPER: Final = 131072
BARE: Final = 262144
WEAK: Final = 524288
ACCORDING: Final = 1048576
ACCOUNT: Final = 2097152

CUE: Final = SAY | TELL | NAME
# Every word at which reading begins.
TRIGGER: Final = CUE | ACCORDING | NOUN | ACCOUNT


_BITS: Final = {
    "say": SAY,
    "tell": TELL,
    "name": NAME,
    "noun": NOUN,
    "determiner": DETERMINER,
    "pronoun": PRONOUN,
    "object_pronoun": OBJECT_PRONOUN,
    "auxiliary": AUXILIARY,
    "modal": MODAL,
    "negation": NEGATION,
    "preposition": PREPOSITION,
    "conjunction": CONJUNCTION,
    "subordinator": SUBORDINATOR,
    "relative": RELATIVE,
    "adverb": ADVERB,
    "time": TIME,
    "medium": MEDIUM,
    "paper": PAPER,
    "bare": BARE,
    "weak": WEAK,
    "according": ACCORDING,
    "account": ACCOUNT,
}


@functools.cache
def word_classes() -> dict[str, int]:
    """Give the bit set of classes of every word that the grammar knows, keyed by its lower-case form."""
    return classify_words(read_word_lists("afghanbrief.extractors.quotes", "words.toml"), _BITS)


@functools.cache
def trigger_words() -> frozenset[str]:
    """Give every word at which reading begins."""
    return frozenset(word for word, bits in word_classes().items() if bits & TRIGGER)


@functools.cache
def _lists() -> dict[str, frozenset[str]]:
    return read_word_lists("afghanbrief.extractors.quotes", "lists.toml")


def word_list(name: str) -> frozenset[str]:
    """Give one of the short lists that single rules ask for.

    Arguments:
        name: its name in ``data/lists.toml``.

    Returns:
        Its words, in lower case.

    >>> "whether" in word_list("question")
    True
    """
    return _lists()[name]


@functools.cache
def describing_words() -> dict[str, frozenset[str]]:
    """Give the word lists of descriptions by name of the list."""
    return read_word_lists("afghanbrief.extractors.quotes", "speakers.toml")
