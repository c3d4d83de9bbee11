"""Cuts the capitalised words of a text into runs, and runs into titles, listed names and unknown pieces."""

from __future__ import annotations

from typing import NamedTuple

from afghanbrief.document import Document
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.text.names import GazetteerEntry, NameIndex
from afghanbrief.text.tokens import Tokens

# A run of capitalised words longer than this is a headline in capitals, a table or no text at all.
_LONGEST_RUN = 24
_LONGEST_TITLE = 4


class Piece(NamedTuple):
    """A part of a run of capitalised words.

    Attributes:
        first: index of its first token.
        stop: index after its last token.
        entry: the gazetteer entry whose name it is, or ``None``.
        titled: whether a title or honorific stands right before it.
        opens: whether it opens a sentence, so that its capital letter says nothing.
    """

    first: int
    stop: int
    entry: GazetteerEntry | None
    titled: bool
    opens: bool


def find_pieces(document: Document, index: NameIndex, lexicon: Lexicon) -> list[Piece]:
    """Cut all runs of capitalised words into pieces.

    Arguments:
        document: the document.
        index: the listed names.
        lexicon: the word lists.

    Returns:
        The pieces in text order, titles and adjectives of countries left out.
    """
    tokens = document.tokens
    openers = _openers(document)
    lower = {word for form, word in zip(tokens.forms, tokens.words, strict=True) if form == word}
    capitals = [i for i, (form, word) in enumerate(zip(tokens.forms, tokens.words, strict=True)) if form != word]
    pieces: list[Piece] = []
    free_from = 0
    lower_names = {i for i, word in enumerate(tokens.words) if word in _LOWER_STARTS and word in index}
    for i in sorted(lower_names.union(capitals)) if lower_names else capitals:
        if i < free_from:
            continue
        stop = _end_of_run(tokens, i, lexicon)
        if stop - i > _LONGEST_RUN:
            free_from = stop
            continue
        free_from = _cut_run(tokens, i, stop, index, lexicon, openers, lower, pieces)
    return pieces


# Listed names that are written with a small first letter.
_LOWER_STARTS = frozenset(("al", "mujahideen", "mujahedeen", "mujahidin", "mujahedin", "vice", "lower", "upper"))


def _openers(document: Document) -> frozenset[int]:
    """Give the tokens whose capital letter says nothing: the first of a sentence, a quotation, a bracket; headlines."""
    tokens = document.tokens
    openers = {tokens.first_from(sentence.start) for sentence in document.sentences}
    openers.update(i for i, gap in enumerate(tokens.gaps) if gap[-1:] in _OPENING or gap[-2:] in _OPENING_PAIRS)
    for block in document.blocks:
        if block.role in ("title", "heading"):
            first, stop = tokens.first_from(block.start), tokens.first_from(block.end)
            capitals = sum(tokens.forms[i] != tokens.words[i] for i in range(first, stop))
            if 2 * capitals > stop - first:
                openers.update(range(first, stop))
    return frozenset(openers)


_OPENING = frozenset('"\u201c\u2018([\u2014*\u2022')
_OPENING_PAIRS = frozenset((": ", "\u2014 ", "* ", "\u2022 ", " '", "('", "\"'", "; "))


def _end_of_run(tokens: Tokens, first: int, lexicon: Lexicon) -> int:
    forms, words, gaps = tokens.forms, tokens.words, tokens.gaps
    count = len(forms)
    stop = first + 1
    links = lexicon["person_links"]
    inner = lexicon["inner_words"]
    while stop < count:
        gap = gaps[stop]
        if forms[stop] != words[stop] and _joins(tokens, stop):
            stop += 1
            continue
        if gap in (" ", "-") and words[stop] in links and stop + 1 < count:
            if gaps[stop + 1] in (" ", "-", "'") and forms[stop + 1] != words[stop + 1]:
                stop += 2
                continue
        if gap == " " and words[stop] in inner and _has_head(tokens, first, stop, lexicon):
            after = stop + 1
            if after < count and words[after] == "the" and gaps[after] == " ":
                after += 1
            if after < count and gaps[after] == " " and forms[after] != words[after]:
                stop = after + 1
                continue
        break
    return stop


def _joins(tokens: Tokens, index: int) -> bool:
    """Tell whether a capitalised token goes on with the name before it."""
    gap = tokens.gaps[index]
    if gap in (" ", "-", "\n", "\u2019", "'"):
        return gap != "'" or len(tokens.forms[index - 1]) == 1
    before = tokens.forms[index - 1]
    if gap == ". ":
        return len(before) == 1 or before.lower() in _SHORT_TITLES
    return gap == "." and len(before) == 1


_SHORT_TITLES = frozenset(
    [
        "gen",
        "maj",
        "lt",
        "col",
        "capt",
        "sgt",
        "cpl",
        "adm",
        "brig",
        "gov",
        "sen",
        "rep",
        "amb",
        "dr",
        "prof",
        "mr",
        "mrs",
        "ms",
        "st",
        "rev",
        "hon",
        "cmdr",
    ]
)


def _has_head(tokens: Tokens, first: int, stop: int, lexicon: Lexicon) -> bool:
    heads = lexicon["organisation_heads"] | lexicon["armed_heads"]
    return any(word in heads for word in tokens.words[max(first, stop - 4) : stop])


def _cut_run(
    tokens: Tokens,
    first: int,
    stop: int,
    index: NameIndex,
    lexicon: Lexicon,
    openers: frozenset[int],
    lower: set[str],
    pieces: list[Piece],
) -> int:
    """Cut one run from left to right; give the index after the last token that was used."""
    position = first
    titled = False
    while position < stop:
        opens = position in openers
        title = match_title(tokens, position, lexicon)
        if title > stop:
            stop = _end_of_run(tokens, title, lexicon) if title < len(tokens) and _joins(tokens, title) else title
        hit = index.match(tokens, position)
        if hit is not None and (title == position or hit.stop > title):
            whole = _organisation_end(tokens, position, hit.stop, stop, lexicon, hit.entry)
            if hit.entry.form == "adjective" and not whole:
                position = hit.stop
                continue
            if whole:
                pieces.append(Piece(position, whole, None, False, opens))
                position = whole
            elif _is_persons_name(tokens, hit.stop, stop, hit.entry, titled):
                end = _end_of_piece(tokens, hit.stop, stop, index, lexicon)
                pieces.append(Piece(position, end, None, True, opens))
                position = end
            else:
                pieces.append(Piece(hit.first, hit.stop, hit.entry, titled, opens))
                position = hit.stop
            titled = False
            continue
        if title > position:
            position = title
            titled = True
            continue
        word = tokens.words[position]
        if word in lexicon["honorifics"] and position + 1 < stop:
            position += 1
            titled = True
            continue
        if _is_no_name(tokens, position, stop, lexicon, opens, titled, lower):
            position += 1
            continue
        if word in lexicon["role_modifiers"] and position + 1 < stop and index.match(tokens, position + 1):
            position += 1
            continue
        end = _end_of_piece(tokens, position, stop, index, lexicon)
        whole = _organisation_end(tokens, position, end, stop, lexicon, None)
        end = max(end, whole)
        pieces.append(Piece(position, end, None, titled, opens))
        position = end
        titled = False
    return max(position, stop)


def _is_no_name(
    tokens: Tokens, position: int, stop: int, lexicon: Lexicon, opens: bool, titled: bool, lower: set[str]
) -> bool:
    """Tell whether a capitalised word is a common one: it opens a sentence, or is a month, a pronoun or the like."""
    word = tokens.words[position]
    if word in lexicon["common_words"] and (opens or word in lexicon["pronouns"]):
        return True
    if word in lexicon["calendar_words"]:
        return True
    goes_on = position + 1 < stop and tokens.gaps[position + 1] in (" ", "-")
    if word in lexicon["not_names"] and not titled and not goes_on:
        return True
    if word == "s" or not opens or titled:
        return word == "s" and tokens.gaps[position] == "'"
    # A word that the text also writes small is a common one, unless a listed first name.
    return word in lower and word not in lexicon["first_names"]


def match_title(tokens: Tokens, first: int, lexicon: Lexicon) -> int:
    """Find the longest title that begins at a token.

    Returns:
        The index after its last token; *first* if none begins there.
    """
    words = tokens.words
    best = first
    begin = first
    stop = min(len(words), first + lexicon.longest_title + 3)
    while begin < stop - 1 and words[begin] in lexicon["title_modifiers"] and tokens.gaps[begin + 1] in (" ", "-"):
        begin += 1
        if begin - first >= 3:
            break
    for start in {first, begin}:
        for length in range(min(lexicon.longest_title, stop - start), 0, -1):
            if words[start : start + length] in lexicon.titles:
                if _is_unbroken(tokens, first, start + length):
                    best = max(best, start + length)
                break
    # "Secretary General", "Foreign Minister": two titles in a row are one title.
    if best > first and best < stop and tokens.gaps[best] == " " and best - first < _LONGEST_TITLE:
        further = words[best : best + 1]
        if further in lexicon.titles and tokens.forms[best] != words[best]:
            return best + 1
    return best


def _is_unbroken(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether only blanks and hyphens part the words, and every word but small ones begins with a capital."""
    return all(tokens.gaps[i] in (" ", "-", "\n", ". ") for i in range(first + 1, stop)) and all(
        tokens.forms[i] != tokens.words[i] or tokens.words[i] in ("of", "to", "for", "the") for i in range(first, stop)
    )


def _organisation_end(
    tokens: Tokens, first: int, begin: int, stop: int, lexicon: Lexicon, entry: GazetteerEntry | None
) -> int:
    """Tell where a name ends whose head is the word of a body, looking from its part on; 0 if there is no head."""
    heads = lexicon["organisation_heads"] | lexicon["armed_heads"] | lexicon["media_heads"] | lexicon["place_heads"]
    best = 0
    for position in range(begin, min(stop, begin + 7)):
        if tokens.gaps[position] not in (" ", "-", ". ") and position > first:
            break
        if tokens.words[position] in heads and tokens.forms[position] != tokens.words[position]:
            best = position + 1
    if entry is not None and entry.type not in ("country", "place") and best:
        return 0
    if entry is not None and entry.form == "adjective" and best:
        # "Afghan Interior Ministry": the adjective stays outside, what follows is the name.
        return 0
    if best and best < stop and tokens.words[best] in ("of", "for", "on", "and", "against"):
        return _end_of_complement(tokens, best, stop)
    return best


def _end_of_complement(tokens: Tokens, start: int, stop: int) -> int:
    return stop if stop - start <= 8 else start


def _is_persons_name(tokens: Tokens, begin: int, stop: int, entry: GazetteerEntry, titled: bool) -> bool:
    """Tell whether a place's name is the first part of a person's ("Jackson Mississippi" is not, "Kabul Khan" is)."""
    return (
        titled
        and entry.type == "place"
        and begin < stop
        and tokens.gaps[begin] == " "
        and tokens.forms[begin] != tokens.words[begin]
    )


def _end_of_piece(tokens: Tokens, first: int, stop: int, index: NameIndex, lexicon: Lexicon) -> int:
    """Tell where an unknown name ends: before a listed name that has two words or more, or a title."""
    position = first + 1
    while position < stop:
        if tokens.gaps[position] not in (" ", "-", ". ", ".", "'", "\n"):
            break
        hit = index.match(tokens, position)
        if hit is not None and (hit.stop - hit.first > 1 or hit.entry.form in ("adjective", "name")):
            if tokens.gaps[position] != "-" and tokens.words[position - 1] not in lexicon["person_links"]:
                if hit.entry.type in ("country", "organisation", "armed_group", "media"):
                    break
        position += 1
    return position
