"""Reads the offices that the text states for a person, before the name and in apposition behind it."""

from __future__ import annotations

from typing import NamedTuple

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.text.tokens import Tokens

_APPOSITION = 12
_LONGEST_TITLE = 6
_LONGEST_POSSESSOR = 6
_SPACES = frozenset((" ", "\n", "\r\n"))
_INSIDE = frozenset((" ", "\n", "\r\n", "-", "'", ".", ". "))
_RUNNING = frozenset((" ", "\n", "\r\n", "-", "'", "."))
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "our", "this", "one"))
_PREPOSITIONS = frozenset(("of", "for", "to", "in", "at", "with"))


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


def read_offices(tokens: Tokens, first: int, stop: int, lexicon: Lexicon) -> list[Office]:
    """Read the offices around one mention of a person.

    Arguments:
        tokens: the document's tokens.
        first: index of the name's first token.
        stop: index after its last token.
        lexicon: the word lists.

    Returns:
        The offices before and behind the name.
    """
    return [*_before(tokens, first, lexicon), *_behind(tokens, stop, lexicon)]


def _before(tokens: Tokens, first: int, lexicon: Lexicon) -> list[Office]:
    words, gaps, classes = tokens.words, tokens.gaps, lexicon.classes
    outside = lexicon["title_outside"]
    offices: list[Office] = []
    position = first
    for _ in range(3):
        while (
            position
            and gaps[position] in _INSIDE
            and (words[position - 1] in outside or classes.get(words[position - 1], 0) & lx.HONORIFIC)
        ):
            position -= 1
        if not position:
            break
        gap = gaps[position]
        if gap == ", " or gap == ",\n":
            office = _before_comma(tokens, position, lexicon)
            if office is not None:
                offices.append(office)
            break
        if gap not in (" ", "\n", ". ", "\r\n"):
            break
        begin = _title_back(tokens, position, lexicon)
        if begin < 0:
            # "head of the customs service Col. X": only behind a rank, else the words before belong elsewhere.
            if offices and words[offices[-1].first : offices[-1].stop] in lexicon.ranks:
                office = _with_complement_before(tokens, position, lexicon)
                if office is not None:
                    offices.append(office)
            break
        offices.append(_with_possessor(tokens, begin, position, lexicon))
        position = begin
    return offices


def _before_comma(tokens: Tokens, position: int, lexicon: Lexicon) -> Office | None:
    """Read "the Front's spokesman, X"; "the governor of Helmand, X"; "its consul in Herat, X"."""
    begin = _title_back(tokens, position, lexicon)
    if begin >= 0:
        office = _with_possessor(tokens, begin, position, lexicon)
        before = tokens.words[begin - 1] if begin else ""
        definite = before in _DETERMINERS or before in lexicon["title_outside"] or office.of_first >= 0
        return (
            office
            if definite or (lexicon.classes.get(before, 0) & lx.ENGLISH and before not in ("and", "or"))
            else None
        )
    return _with_complement_before(tokens, position, lexicon)


def _with_complement_before(tokens: Tokens, position: int, lexicon: Lexicon) -> Office | None:
    words, gaps = tokens.words, tokens.gaps
    for back in range(position - 1, max(0, position - _APPOSITION), -1):
        word = words[back]
        if word in _PREPOSITIONS and gaps[back] in _SPACES:
            begin = _title_back(tokens, back, lexicon)
            if begin >= 0:
                if word == "for":
                    return _with_possessor(tokens, begin, position, lexicon)
                start = back + 1 + (words[back + 1] == "the")
                if any(
                    lexicon.classes.get(each, 0) & (lx.SPEECH | lx.AUXILIARY | lx.COMMON)
                    and each not in _PREPOSITIONS | _DETERMINERS
                    for each in words[start:position]
                ):
                    return None
                if word == "of" and start < position:
                    return Office(begin, back, start, position)
                return _with_possessor(tokens, begin, back, lexicon)
        if gaps[back] not in _INSIDE:
            break
    return None


def _title_back(tokens: Tokens, stop: int, lexicon: Lexicon) -> int:
    """Give the first token of the title that ends before *stop*, its modifiers inside, or -1."""
    words, gaps, classes = tokens.words, tokens.gaps, lexicon.classes
    titles = lexicon.titles
    begin = -1
    for length in range(1, min(lexicon.longest_title, stop) + 1):
        first = stop - length
        if length > 1 and gaps[first + 1] not in (" ", "-", "\n", ". "):
            break
        if words[first:stop] in titles:
            begin = first
    if begin < 0:
        return -1
    if words[begin:stop] in lexicon.ranks:
        return begin
    modifiers = lexicon["role_modifiers"]
    while begin and stop - begin < _LONGEST_TITLE and gaps[begin] in (" ", "-", "\n"):
        word = words[begin - 1]
        kind = classes.get(word, 0)
        if word in lexicon["title_outside"] or word in lexicon["role_modifiers_outside"]:
            break
        if not (kind & (lx.TITLE | lx.TITLE_MODIFIER) or word in modifiers):
            break
        begin -= 1
    return begin


def _with_possessor(tokens: Tokens, begin: int, stop: int, lexicon: Lexicon) -> Office:
    """Read what stands before a title: "Afghan President", "Russia's Foreign Minister", "the ministry's spokesman"."""
    words, gaps, forms = tokens.words, tokens.gaps, tokens.forms
    position = begin
    while position and words[position - 1] in lexicon["title_outside"] and gaps[position] in (" ", "-"):
        position -= 1
    possessive = False
    if position > 1 and words[position - 1] == "s" and gaps[position - 1] == "'" and gaps[position] in _SPACES:
        position -= 1
        possessive = True
    if not position or (gaps[position] not in _SPACES and not possessive and gaps[position] != ". "):
        return Office(begin, stop, -1, -1)
    first = position
    while first and position - first < _LONGEST_POSSESSOR:
        if forms[first - 1] == words[first - 1] and not (gaps[first] == "-" == gaps[first - 1]):
            break
        if first < position and (
            gaps[first] not in (" ", ".", ". ", "-", "'") or (gaps[first] == ". " and len(words[first - 1]) > 1)
        ):
            break
        first -= 1
    while first < position and lexicon.classes.get(words[first], 0) & lx.COMMON and words[first] != "us":
        first += 1
    if first == position:
        if possessive and words[position - 1].isalpha():
            return Office(begin, stop, position - 1, position)
        return Office(begin, stop, -1, -1)
    return Office(begin, stop, first, position)


def _behind(tokens: Tokens, stop: int, lexicon: Lexicon) -> list[Office]:
    """Read an apposition: "X, a Taliban spokesman", "X, 38, the head of the ward", "X, Armenia's deputy minister"."""
    words, gaps, forms, classes = tokens.words, tokens.gaps, tokens.forms, lexicon.classes
    count = len(words)
    if stop >= count or gaps[stop] not in (", ", ",\n", "., "):
        return []
    position = stop
    if words[position].isdigit() and position + 1 < count and gaps[position + 1] == ", ":
        position += 1
    start = position
    of_first = of_stop = -1
    limit = min(count, position + _APPOSITION)
    here = position
    while here < limit:
        word = words[here]
        if here > position and gaps[here] not in _INSIDE:
            return []
        kind = classes.get(word, 0)
        if word in _DETERMINERS:
            start = here + 1
        elif gaps[here] == "'" and word == "s":
            if of_stop != here:
                of_first, of_stop = start, here
            start = here + 1
        elif kind & lx.TITLE and forms[here][0].isalpha():
            end = _title_forward(tokens, here, limit, lexicon)
            if end < 0:
                if kind & (lx.AUXILIARY | lx.SPEECH):
                    return []
                here += 1
                continue
            if end < limit and words[end] == "s" and gaps[end] == "'":
                of_first, of_stop, start, here = start, end, end + 1, end + 1
                continue
            return _apposed(tokens, start, here, end, (of_first, of_stop), lexicon)
        elif word in lexicon["title_outside"]:
            start = here + 1
        elif kind & (lx.AUXILIARY | lx.SPEECH) or word in ("who", "and", "or", "in", "at", "on", "from", "of", "but"):
            return []
        elif forms[here] != word:
            if of_stop != here or gaps[here] not in _INSIDE:
                of_first = here
            of_stop = here + 1
            start = here + 1
        elif word[0].isdigit():
            start = here + 1
        here += 1
    return []


def _title_forward(tokens: Tokens, first: int, limit: int, lexicon: Lexicon) -> int:
    """Give the index after the longest chain of titles that begins at a token, or -1."""
    words, gaps = tokens.words, tokens.gaps
    end = -1
    position = first
    while position < limit and (position == first or gaps[position] in (" ", "-", "\n")):
        best = -1
        for title in lexicon.titles_by_first.get(words[position], ()):
            if words[position : position + len(title)] == title:
                best = position + len(title)
                break
        if best < 0:
            break
        end = position = best
    return end


def _apposed(tokens: Tokens, start: int, head: int, end: int, of: tuple[int, int], lexicon: Lexicon) -> list[Office]:
    words, gaps, forms, classes = tokens.words, tokens.gaps, tokens.forms, lexicon.classes
    count = len(words)
    if end < count and gaps[end] in _SPACES and words[end] in lexicon["role_heads"]:
        end += 1
    has_of = end < count and gaps[end] in _SPACES and words[end] in _PREPOSITIONS
    if words[end - 1] in lexicon["occupations"] and not (has_of and words[end] in ("of", "at")):
        return []
    if end < count and gaps[end] in ("'", "-"):
        return []
    begin = start if head - start <= 4 else head
    of_first, of_stop = of
    if of_stop > begin:
        begin = max(begin, of_stop)
    while begin < head and (
        words[begin] in lexicon["role_modifiers_outside"] or classes.get(words[begin], 0) & lx.ADVERB
    ):
        begin += 1
    spokesman = words[end - 1].startswith("spokes")
    if has_of and words[end] == "for" and not spokesman:
        stop = _end_of_phrase(tokens, end + 1, lexicon)
        if stop > end + 1:
            end = stop
    elif has_of and words[end] in ("of", "at", "with", "to", "for"):
        first = end + 1 + (words[end + 1 : end + 2] == ("the",))
        stop = _end_of_phrase(tokens, first, lexicon)
        if stop > first:
            of_first, of_stop = first, stop
    if of_stop > of_first >= 0 and forms[of_first] == words[of_first] and of_stop - of_first > _LONGEST_POSSESSOR:
        of_first = of_stop = -1
    return [Office(begin, end, of_first, of_stop)]


def _end_of_phrase(tokens: Tokens, first: int, lexicon: Lexicon) -> int:
    """Tell where the noun phrase behind "of" or "for" ends: at a comma, a preposition of place or a verb."""
    words, gaps, classes = tokens.words, tokens.gaps, lexicon.classes
    position = first
    while position < len(words) and position - first < 7:
        gap = gaps[position]
        if gap not in _RUNNING or (gap == "'" and words[position] == "s"):
            if gap != ". " or len(words[position - 1]) != 1 or position == first:
                break
        kind = classes.get(words[position], 0)
        word = words[position]
        if word in ("who", "that", "which", "said", "says", "told", "in", "at", "from", "by", "with"):
            break
        if tokens.forms[position] == word and kind & (lx.AUXILIARY | lx.SPEECH) and position > first:
            break
        position += 1
    while position > first and words[position - 1] in ("of", "the", "and", "for"):
        position -= 1
    return position
