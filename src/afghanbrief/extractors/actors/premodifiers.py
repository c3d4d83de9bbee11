"""Finds where the description of an unnamed actor begins: "a [senior Afghan security] official"."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Final, NamedTuple

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.described_words import DescribedWords
from afghanbrief.extractors.actors.function_words import SPACES
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.text.tokens import Tokens

_LONGEST_PREMODIFIER: Final = 6
DETERMINERS: Final = frozenset(
    "a an the his her its their one another our my your this that each every no which any".split()
)
_RELATIVES: Final = frozenset(("who", "whose", "which", "whom", "where", "when", "while", "if", "because", "although"))


class NameMap(NamedTuple):
    """Where the names of a document are.

    Attributes:
        starts: first token of each name by the index after its last one.
        firsts: the first tokens of all names.
        countries: the indexes after the last tokens of countries' names and adjectives.
        persons: the first tokens of names that are, or may be, persons'.
        person_stops: the indexes after the last tokens of names that may have a description in apposition.
        within: tokens of bodies' and listed names of several words.
        quiet: tokens of headings where a capital letter says nothing.
    """

    starts: Mapping[int, int]
    firsts: Set[int]
    countries: Set[int]
    persons: Set[int]
    person_stops: Set[int]
    within: Set[int]
    quiet: Set[int]


class Premodifiers:
    """Finds the words that belong to the nouns of one document.

    Arguments:
        tokens: the document's tokens.
        lexicon: the actors' word lists.
        words: the words by which described actors are known.
        names: where the names are.
    """

    __slots__ = ("_classes", "_lists", "_names", "_tokens")

    def __init__(self, tokens: Tokens, lexicon: Lexicon, words: DescribedWords, names: NameMap) -> None:
        self._tokens = tokens
        self._classes = lexicon.classes
        self._lists = words
        self._names = names

    def first(self, position: int) -> int:
        """Give the first word of a description, without article.

        Arguments:
            position: the index of its noun.

        Returns:
            The index of the first word: of the noun itself where nothing before it belongs to it.
        """
        words, gaps, starts, forms = self._tokens.words, self._tokens.gaps, self._names.starts, self._tokens.forms
        modifiers, outside = self._lists.modifiers, self._lists.outside
        first = sure = position
        named = False
        least = max(0, position - _LONGEST_PREMODIFIER)
        while first > least:
            gap = gaps[first]
            if gap not in (" ", "-", "\n") and not (gap == ". " and len(forms[first - 1]) == 1):
                break
            name = starts.get(first, -1)
            if (
                0 <= name < first - (words[name] == "the")
                and first >= sure - 1
                and (first == sure or words[first][-1] != "s")
            ):
                first = sure = name + (words[name] == "the")
                named = True
                continue
            word = words[first - 1]
            if gap == "-":
                # "14-year-old", "pro-government": what a hyphen joins is one word.
                first -= 1
                if gaps[first] != "-" and first in range(least, position):
                    sure = first
                continue
            if gap == ". " or word in outside:
                break
            kind = self._classes.get(word, 0)
            if word in modifiers:
                first -= 1
                sure = first
                continue
            if (
                named
                or word in DETERMINERS
                or word in _RELATIVES
                or kind & (lx.AUXILIARY | lx.SPEECH | lx.PLACE_BEFORE | lx.PARTY_BEFORE | lx.INNER)
                or (kind & (lx.ADVERB | lx.COMMON) and word.endswith("ly"))
                or not word.isalpha()
                or (kind & lx.ACTION and not word.endswith("ing"))
            ):
                break
            first -= 1
        if first < sure and first > 0 and words[first - 1] in DETERMINERS and gaps[first] in SPACES:
            return first
        if sure > 1 and words[sure - 1] == "and" and sure in self._names.firsts and sure - 1 in self._names.countries:
            return starts[sure - 1]
        return sure
