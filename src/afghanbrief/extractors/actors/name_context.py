"""Shows what stands around a name: the words before and behind it, articles aside."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import NamedTuple

from afghanbrief.extractors.actors.function_words import DAYS, SPACES
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.text.tokens import Tokens
from afghanbrief.text.word_lists import read_table


@functools.cache
def load_sense_words() -> Mapping[str, frozenset[str]]:
    """Give the word lists of ``data/senses.toml``, read once."""
    table = read_table("afghanbrief.extractors.actors", "senses.toml")
    return {name: frozenset(row.split("|")) for name, row in table.items()}


class NameContext(NamedTuple):
    """A name and what stands around it.

    Attributes:
        tokens: the document's tokens.
        first: index of the name's first token.
        stop: index after its last token.
        lexicon: the word lists.
        sets: the words that tell senses.
        capital: whether it is a capital's name.
        opens: whether it opens a sentence.
        article: whether "the" stands before it.
        gap: what stands right before it.
        before: the word before it, the article aside, or ``""``.
        second: the word before that, or ``""``.
        after_gap: what stands right behind it.
        after: the word behind it, or ``""``.
    """

    tokens: Tokens
    first: int
    stop: int
    lexicon: Lexicon
    sets: Mapping[str, frozenset[str]]
    capital: bool
    opens: bool
    article: bool
    gap: str
    before: str
    second: str
    after_gap: str
    after: str

    @property
    def kind_before(self) -> int:
        """The classes of the word before."""
        return self.lexicon.classes.get(self.before, 0)

    @property
    def kind_after(self) -> int:
        """The classes of the word behind."""
        return self.lexicon.classes.get(self.after, 0)


def look_around(tokens: Tokens, first: int, stop: int, lexicon: Lexicon, *, capital: bool, opens: bool) -> NameContext:
    """Read what stands around a name.

    Arguments:
        tokens: the document's tokens.
        first: index of the name's first token.
        stop: index after its last token.
        lexicon: the word lists.
        capital: whether it is a capital's name.
        opens: whether the name opens a sentence.

    Returns:
        The name in its context.
    """
    words, gaps = tokens.words, tokens.gaps
    gap = gaps[first]
    before = words[first - 1] if first and gap in (" ", "\n", "-", " '", ' "') else ""
    article = before == "the"
    left = first - article
    if before in ("both", "either", "neither") and left > 1:
        # "claimed by both India and Pakistan"
        left -= 1
        before = words[left - 1] if tokens.gaps[left] in SPACES else ""
    if article and left:
        before = words[left - 1] if gaps[left] != ", " else ""
        if not gaps[left] or gaps[left][0] in '.!?"' or "\n" in gaps[left]:
            opens, before = True, ""
    if gaps[stop] == " " and stop < len(words) and words[stop] in DAYS and tokens.forms[stop] != words[stop]:
        # "Flew to Ankara Monday", "Iran March 3 closed": what stands behind the day tells.
        stop += 1
        if stop < len(words) and gaps[stop] in (" ", ". ") and words[stop].isdecimal():
            stop += 1
    after_gap = gaps[stop]
    if after_gap == ". " and stop - first > 1 and len(words[stop - 1]) == 1 and stop < len(words):
        if tokens.forms[stop] == words[stop]:
            after_gap = " "
    return NameContext(
        tokens=tokens,
        first=first,
        stop=stop,
        lexicon=lexicon,
        sets=load_sense_words(),
        capital=capital,
        opens=opens,
        article=article,
        gap=gap,
        before=before,
        second=words[left - 2] if before and left > 1 else "",
        after_gap=after_gap,
        after=words[stop] if stop < len(words) else "",
    )


def stands_as_place(tokens: Tokens, first: int) -> bool:
    """Tell whether a seat of power is named as a building: "at the White House".

    Arguments:
        tokens: the document's tokens.
        first: index of the name's first token.

    Returns:
        Whether it is a place there.
    """
    words, gaps = tokens.words, tokens.gaps
    before = first - 1
    if before > 0 and words[before] == "the" and gaps[first] == " ":
        before -= 1
    return before >= 0 and words[before] in load_sense_words()["seat_prepositions"] and gaps[before + 1] == " "
