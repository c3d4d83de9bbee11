"""Reads the fields of a ministry or an office: "of Agriculture, Irrigation and Livestock"."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.extractors.actors.names import NameTable
from afghanbrief.text.tokens import Tokens

# Offices of a field.
PORTFOLIOS: Final = frozenset(("minister", "ministers", "secretary", "undersecretary"))
# Bodies of several fields, and what ties the fields to them.
_BODIES: Final = frozenset("ministry department directorate committee secretariat faculty".split())
_LINKS: Final = frozenset(("of", "for", "on"))
_LONGEST_LIST: Final = 10
_LONGEST_FIELDS: Final = 5
# What a minister may be of, before the field: "Union Power Minister".
_LEVELS: Final = frozenset(("union", "federal", "state", "provincial"))
# Nouns made of other words, which no small dictionary has all of: "preparedness", "repatriation".
_ABSTRACT: Final = ("ness", "tion", "sion", "ment", "ity", "ship", "ance", "ence")
_NO_FIELD_VERB: Final = lx.AUXILIARY | lx.SPEECH | lx.COMMON
_NO_FIELD: Final = lx.HEADS | lx.FIRST_NAME


def is_everyday(word: str, dictionary: frozenset[str]) -> bool:
    """Tell whether a word is an English noun rather than a name.

    Arguments:
        word: the word in lower case.
        dictionary: English words.
    """
    return word in dictionary or word.endswith(_ABSTRACT)


def lists_fields(tokens: Tokens, first: int, stop: int, names: NameTable) -> bool:
    """Tell whether a comma stands in a list of a body's fields: "Ministry of Agriculture, Irrigation and Livestock".

    Arguments:
        tokens: the document's tokens.
        first: index of the first token of the body's name.
        stop: index of the token behind the comma.
        names: the listed names and the word lists.
    """
    words = tokens.words
    if _LINKS.isdisjoint(words[first + 1 : stop]) or _BODIES.isdisjoint(words[first:stop]):
        return False
    for position in range(stop, min(stop + _LONGEST_LIST, len(words) - 1)):
        if position > stop and tokens.gaps[position] not in (" ", ", ", "\n"):
            return False
        if words[position] == "and":
            return tokens.gaps[position + 1] == " " and _is_field(tokens, position + 1, names)
        if not _is_field(tokens, position, names):
            return False
    return False


def end_of_portfolio(tokens: Tokens, link: int, names: NameTable) -> int:
    """Tell where the name begins behind an office's fields: "Minister of Energy and Water [Omar] Sattar".

    Arguments:
        tokens: the tokens of the document or of a run.
        link: index of the "of" or "for" behind the office.
        names: the listed names and the word lists.

    Returns:
        The index of the name's first token, or 0 if no name follows the fields.
    """
    words, forms, gaps = tokens.words, tokens.forms, tokens.gaps
    for position in range(link + 1, min(link + _LONGEST_LIST, len(words))):
        gap = gaps[position]
        if gap != " " and gap != ", ":
            return 0
        if words[position] == "and" and position > link + 1 and gap == " ":
            continue
        if forms[position] == words[position]:
            return 0
        joined = words[position - 1] == "and" or position == link + 1
        if _is_field(tokens, position, names) or (joined and words[position + 1 : position + 2] == ("and",)):
            continue
        return 0 if joined or gap != " " else position
    return 0


def end_of_field_title(tokens: Tokens, first: int, stop: int, names: NameTable) -> int:
    """Tell where an office in capitals ends whose fields stand before it: "[Water and Power Secretary] Younus Dagha".

    Arguments:
        tokens: the tokens of a run.
        first: index of the first field.
        stop: index after the run's last token.
        names: the listed names and the word lists.

    Returns:
        The index of the name's first token, or 0.
    """
    words = tokens.words
    for position in range(first, min(first + _LONGEST_FIELDS, stop - 1)):
        if words[position] in PORTFOLIOS:
            return position + 1 if position > first and tokens.gaps[position + 1] == " " else 0
        if tokens.gaps[position + 1] != " ":
            return 0
        if words[position] == "and" and position > first:
            continue
        if not _is_field(tokens, position, names) and (position > first or words[position] not in _LEVELS):
            return 0
    return 0


def is_portfolio(tokens: Tokens, link: int, stop: int, lexicon: Lexicon) -> bool:
    """Tell whether "of" gives a minister's field, in everyday words, rather than a country or a body.

    Arguments:
        tokens: the document's tokens.
        link: index of "of".
        stop: index after the last token of what stands behind it.
        lexicon: the word lists.
    """
    words, dictionary = tokens.words, lexicon.dictionary
    if words[link - 1] == "secretary" and words[link + 1] == "the" and tokens.forms[stop - 1] == words[stop - 1]:
        # "the secretary of the council"
        return False
    return (
        words[link - 1] in PORTFOLIOS
        and link + 1 < stop
        and all(
            word in dictionary or word in ("and", "the", "of") or (word[-1] == "s" and word[:-1] in dictionary)
            for word in words[link + 1 : stop]
        )
    )


def end_of_fields(tokens: Tokens, stop: int, lexicon: Lexicon) -> int:
    """Tell where a list of fields in small letters ends: "minister of agriculture[, irrigation and livestock], said".

    Arguments:
        tokens: the document's tokens.
        stop: index after the first field.
        lexicon: the word lists.

    Returns:
        The index after the last field; *stop* itself if a comma does not go on with a list that another one closes.
    """
    words, gaps, classes = tokens.words, tokens.gaps, lexicon.classes
    joined = False
    for position in range(stop, min(stop + _LONGEST_LIST, len(words))):
        word, gap = words[position], gaps[position]
        if joined and gap != " ":
            return position if gap.startswith((",", ".", ")", ";")) else stop
        if gap not in (" ", ", ") or (position == stop and gap != ", ") or tokens.forms[position] != word:
            return stop
        if word == "and":
            joined = position > stop
        elif word not in lexicon.dictionary or classes.get(word, 0) & _NO_FIELD_VERB:
            return stop
    return stop


def _is_field(tokens: Tokens, position: int, names: NameTable) -> bool:
    """Tell whether a word in capitals names a field: an English noun, neither a body nor an office."""
    word = tokens.words[position]
    kind = names.classes.get(word, 0)
    if tokens.forms[position] == word or kind & _NO_FIELD or not is_everyday(word, names.lexicon.dictionary):
        return False
    if kind & lx.TITLE and (word,) in names.lexicon.titles:
        return False
    return not kind & lx.LISTED or names.index.match(tokens, position) is None
