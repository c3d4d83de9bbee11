"""Reads the offices that the text states for a person, before the name and in apposition behind it."""

from __future__ import annotations

from typing import NamedTuple

from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.text.names import NameIndex
from afghanbrief.text.tokens import Tokens

_LONGEST = 7
_APPOSITION = 9
_FIELD = frozenset(("for",))


class Office(NamedTuple):
    """A title as the text states it.

    Attributes:
        first: index of the title's first token.
        stop: index after its last token.
        of_first: index of the first token of what it belongs to, or -1.
        of_stop: index after that's last token, or -1.
    """

    first: int
    stop: int
    of_first: int
    of_stop: int


def read_offices(tokens: Tokens, first: int, stop: int, lexicon: Lexicon, index: NameIndex) -> list[Office]:
    """Read the offices around one mention of a person.

    Arguments:
        tokens: the document's tokens.
        first: index of the name's first token.
        stop: index after its last token.
        lexicon: the word lists.
        index: the listed names, for what an office belongs to.

    Returns:
        The offices before and behind the name.
    """
    offices = _before(tokens, first, lexicon, index)
    offices += _behind(tokens, stop, lexicon, index)
    return offices


def _before(tokens: Tokens, first: int, lexicon: Lexicon, index: NameIndex) -> list[Office]:
    words, gaps = tokens.words, tokens.gaps
    position = first
    if position and words[position - 1] in lexicon["honorifics"] and gaps[position] in (" ", ". "):
        position -= 1
    if not position:
        return []
    if gaps[position] == ", ":
        # "the Front's spokesman, Mullah Omar"; "the governor of Helmand, Hayatullah Hayat".
        return _before_comma(tokens, position, lexicon, index)
    begin = _title_ending_at(tokens, position, lexicon)
    if begin < 0:
        return []
    offices = [_with_possessor(tokens, begin, position, lexicon, index)]
    return offices


def _before_comma(tokens: Tokens, position: int, lexicon: Lexicon, index: NameIndex) -> list[Office]:
    begin = _title_ending_at(tokens, position, lexicon)
    if begin >= 0 and _is_definite(tokens, begin, lexicon):
        return [_with_possessor(tokens, begin, position, lexicon, index)]
    for back in range(position - 1, max(0, position - _APPOSITION), -1):
        if tokens.words[back] == "of" and tokens.gaps[back] == " ":
            begin = _title_ending_at(tokens, back, lexicon)
            if begin >= 0:
                start = back + 2 if tokens.words[back + 1] == "the" else back + 1
                return [Office(begin, back, start, position)]
        if "," in tokens.gaps[back] or "." in tokens.gaps[back]:
            break
    return []


def _is_definite(tokens: Tokens, begin: int, lexicon: Lexicon) -> bool:
    if not begin:
        return False
    before, gap = tokens.words[begin - 1], tokens.gaps[begin]
    if before in ("the", "its", "their", "his", "her", "s", "a", "an") or before in lexicon["title_outside"]:
        return True
    return gap == " " and tokens.forms[begin - 1] != before


def _behind(tokens: Tokens, stop: int, lexicon: Lexicon, index: NameIndex) -> list[Office]:
    words, gaps, count = tokens.words, tokens.gaps, len(tokens)
    if stop >= count or gaps[stop] not in (", ", " (") or words[stop] in ("and", "or", "who", "but"):
        return []
    offices: list[Office] = []
    position = stop
    limit = min(count, stop + _APPOSITION)
    while position < limit:
        if position > stop and gaps[position].strip() not in ("", "'", ".", "-"):
            break
        title = _title_from(tokens, position, limit, lexicon)
        if title > position:
            offices.append(_with_complement(tokens, position, title, lexicon, index))
            break
        word = words[position]
        if word in lexicon["speech_verbs"] or word in lexicon["auxiliaries"] or word in ("in", "at", "on", "from"):
            break
        position += 1
    return offices


def _title_from(tokens: Tokens, first: int, limit: int, lexicon: Lexicon) -> int:
    words = tokens.words
    best = first
    begin = first
    while begin < limit and words[begin] in lexicon["title_modifiers"] and begin - first < 3:
        begin += 1
    for start in range(first, begin + 1):
        for length in range(min(lexicon.longest_title, limit - start), 0, -1):
            if words[start : start + length] in lexicon.titles:
                if all(tokens.gaps[i] in (" ", "-", "\n") for i in range(first + 1, start + length)):
                    best = max(best, start + length)
                break
    return best


def _title_ending_at(tokens: Tokens, stop: int, lexicon: Lexicon) -> int:
    """Give the first token of the longest title that ends before *stop*, or -1."""
    words, gaps = tokens.words, tokens.gaps
    begin = -1
    for length in range(1, min(lexicon.longest_title, stop) + 1):
        first = stop - length
        if any(gaps[i] not in (" ", "-", "\n", ". ") for i in range(first + 1, stop)):
            break
        if words[first:stop] in lexicon.titles:
            begin = first
    if begin < 0:
        return -1
    while (
        begin
        and words[begin - 1] in lexicon["title_modifiers"]
        and gaps[begin] in (" ", "-")
        and stop - begin < _LONGEST
    ):
        begin -= 1
    return begin


def _with_possessor(tokens: Tokens, begin: int, stop: int, lexicon: Lexicon, index: NameIndex) -> Office:
    """Read what stands before a title: "Afghan President", "Russia's Foreign Minister", "the Front's spokesman"."""
    words, gaps, forms = tokens.words, tokens.gaps, tokens.forms
    position = begin
    if position and words[position - 1] == "s" and gaps[position - 1] == "'" and gaps[position] == " ":
        position -= 1
    while position and words[position - 1] in lexicon["title_outside"] and gaps[position] in (" ", "-"):
        position -= 1
    if not position or gaps[position] not in (" ", "'", ". ", "\n"):
        return Office(begin, stop, -1, -1)
    first = position
    while (
        first
        and position - first < 5
        and forms[first - 1] != words[first - 1]
        and gaps[first] in (" ", ".", ". ", "-", "'")
    ):
        first -= 1
    if first < position and words[first] in lexicon["common_words"]:
        first += 1
    if first == position:
        return Office(begin, stop, -1, -1)
    return Office(begin, stop, first, position)


def _with_complement(tokens: Tokens, first: int, stop: int, lexicon: Lexicon, index: NameIndex) -> Office:
    """Read what stands behind a title: "head of the UN mission", "special envoy for Afghanistan", or before it."""
    words, gaps, forms, count = tokens.words, tokens.gaps, tokens.forms, len(tokens)
    if stop < count and gaps[stop] == " " and words[stop] in _FIELD:
        end = stop + 1
        while (
            end < count
            and end - stop < 5
            and gaps[end] == " "
            and (forms[end] != words[end] or words[end] in ("the", "of", "and"))
        ):
            end += 1
        if end > stop + 1:
            return _with_possessor(tokens, first, end, lexicon, index)
    if stop < count and gaps[stop] == " " and words[stop] in ("of", "at", "with"):
        start = stop + 1
        if start < count and words[start] == "the":
            start += 1
        end = start
        while end < count and end - start < 6 and (end == start or gaps[end] in (" ", ".", "-", "'")):
            if gaps[end] == "'" and words[end] == "s":
                break
            if forms[end] == words[end] and not (words[end] in ("of", "for") or end == start or end == stop + 1):
                if words[end] not in ("mission", "office", "delegation", "committee", "department", "branch", "board"):
                    break
            end += 1
        if end > start:
            return Office(first, stop, start, end)
    return _with_possessor(tokens, first, stop, lexicon, index)
