"""Joins the listed names and the word lists, so that one look-up tells all about a word."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping

import attrs

from afghanbrief.extractors.actors.lexicon import LISTED, TAIL, Lexicon, load_lexicon
from afghanbrief.text.names import Gazetteer, NameIndex, index_of


@attrs.frozen(eq=False)
class NameTable:
    """All that is known about words and names before a text is read.

    Attributes:
        index: the listed names.
        lexicon: the word lists.
        classes: the classes of each word as bits, with ``LISTED`` on those that begin a listed name
            and ``TAIL`` on the small words inside one.
    """

    index: NameIndex
    lexicon: Lexicon
    classes: Mapping[str, int]

    def on(self, day: datetime.date | None) -> NameTable:
        """Give the table of the names that hold on a day; this one itself where all do.

        Arguments:
            day: the day, or ``None`` for all names.

        Returns:
            Their table.
        """
        index = self.index.on(day)
        return self if index is self.index else _table_on(self, index)


def name_table(gazetteers: tuple[Gazetteer, ...]) -> NameTable:
    """Give the table of name lists; the same one for the same lists.

    Arguments:
        gazetteers: the name lists.

    Returns:
        Their table.
    """
    return _table_of(index_of(gazetteers))


@functools.lru_cache(maxsize=8)
def _table_of(index: NameIndex) -> NameTable:
    lexicon = load_lexicon()
    classes = dict(lexicon.classes)
    for word in index.first_words:
        classes[word] = classes.get(word, 0) | LISTED
    for word in index.small_words:
        classes[word] = classes.get(word, 0) | TAIL
    return NameTable(index, lexicon, classes)


@functools.lru_cache(maxsize=64)
def _table_on(table: NameTable, index: NameIndex) -> NameTable:
    return attrs.evolve(table, index=index)
