"""Cuts blocks into sentences: full stops that end one, against abbreviations, initials and decimals."""

from __future__ import annotations

import functools
from itertools import repeat
from typing import Final, NamedTuple

from afghanbrief.text.blocks import Block
from afghanbrief.text.patterns import compile_pattern
from afghanbrief.text.word_lists import read_table


class Sentence(NamedTuple):
    """A sentence.

    Attributes:
        start: offset of its first character.
        end: offset after its last character, closing marks included.
        block: index of its block.
    """

    start: int
    end: int
    block: int


class _Abbreviations(NamedTuple):
    titles: frozenset[str]
    numbered: frozenset[str]
    open: frozenset[str]
    starters: frozenset[str]
    all: frozenset[str]


@functools.cache
def _abbreviations() -> _Abbreviations:
    data = read_table("afghanbrief.text", "abbreviations.toml")
    titles, numbered, others, starters = (
        frozenset(data[table]) for table in ("titles", "numbered", "open", "starters")
    )
    return _Abbreviations(titles, numbered, others, starters, titles | numbered | others)


# A stop, closing marks (and a footnote's digits behind them), then a blank: the candidates of an end. The first mark
# stands outside the repeat, so that the search skips to it in C.
_STOP: Final = compile_pattern(
    r"[.!?\u2026][.!?\u2026]{0,7}[\"'\u201d\u2019)\]\u00bb]{0,4}(?:\[\d{1,3}\]|\d{1,3}(?=\s))?(\s{1,9})(?=\S)"
)
_LONGEST_WORD: Final = 20
_WORD_BEFORE: Final = compile_pattern(r"[\w.'-]{1,20}$")
_OPENERS: Final = "\"'\u201c\u2018\u201e\u00ab([\u2014-\u2013"


def find_sentences(text: str, blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
    """Cut every block into sentences.

    Arguments:
        text: the document's text.
        blocks: its blocks; no sentence runs over the end of one.

    Returns:
        The sentences in order; together they hold every character of the blocks but blanks between them.
    """
    if not blocks:
        return ()
    found: list[tuple[int, int, int]] = []
    known = _abbreviations()
    abbreviated = known.all
    number = 0
    begin, end, _ = blocks[0]
    # One scan over the text, not one for each block: what matches over the end of a block holds no other stop.
    for match in _STOP.finditer(text):
        stop, after = match.span()
        while stop >= end:
            found.append((begin, end, number))
            number += 1
            begin, end, _ = blocks[number]
        if after >= end:
            continue
        following = text[after]
        if following.isupper():
            # Most stops stand behind a word of letters alone that is no abbreviation: nothing else to look at.
            first = stop - _LONGEST_WORD if stop - begin > _LONGEST_WORD else begin
            word = text[text.rfind(" ", first, stop) + 1 or first : stop]
            ends = word.isalpha() and len(word) > 1 and word.lower() not in abbreviated
        else:
            ends = False
        if ends or (not following.islower() and _ends_sentence(text, stop, after, begin, known)):
            found.append((begin, match.start(1), number))
            begin = after
    found.append((begin, end, number))
    found += ((start, stop, later) for later, (start, stop, _) in enumerate(blocks[number + 1 :], number + 1))
    # Made all at once in C: the constructor of a named tuple takes three times as long.
    return tuple(map(tuple.__new__, repeat(Sentence), found))


def _ends_sentence(text: str, stop: int, after: int, begin: int, known: _Abbreviations) -> bool:
    position = after
    while position < len(text) and position < after + 4 and text[position] in _OPENERS:
        position += 1
    following = text[position : position + 1]
    if following.islower():
        return False
    if text[stop] != "." or text[stop + 1 : stop + 2] == ".":
        return True
    if stop == begin or text[stop - 1].isspace():
        return True
    word = text[max(begin, stop - _LONGEST_WORD) : stop].rsplit(None, 1)[-1]
    if not word.isalnum():
        found = _WORD_BEFORE.search(word)
        if found is None:
            return True
        word = found.group().strip("'-.")
    word = word.lower()
    if len(word) == 1 and word.isalpha():
        # An initial ("J. Smith"); "Plan B. The" ends, since a starter follows.
        return _next_word(text, position) in known.starters and word != "j"
    if word not in known.all and "." not in word:
        return True
    if word in known.titles:
        return False
    if word in known.numbered:
        return not following.isdigit() and not _is_roman(_next_word(text, position))
    if word in known.open or (len(word) > 2 and word[1::2].strip(".") == ""):
        if following.isdigit():
            return False
        return _next_word(text, position) in known.starters
    return True


def _is_roman(word: str) -> bool:
    # "I" is the pronoun far more often.
    return word not in ("", "i") and not word.strip("ivxlc")


def _next_word(text: str, position: int) -> str:
    end = position
    while end < len(text) and end < position + 16 and text[end].isalpha():
        end += 1
    return text[position:end].lower()
