"""Finds noun phrases by their bounds: the one that begins at a word, and the one that ends before a word."""

from __future__ import annotations

from typing import NamedTuple

from afghanbrief.extractors.statistics import grammar as g
from afghanbrief.text.tokens import Tokens

_LONGEST = 8
_JUMPS = 4
# "81 Armenian and 67 Azerbaijani": adjectives whose noun is left out.
_DEMONYM_ENDS = ("an", "ese", "ish", "i", "ch")
_NOT_AN_S = ("ss", "us", "is")
# What may stand between two words of one noun phrase.
_JOINTS = frozenset((" ", "-", "&", " & ", "/", "\n"))

Classes = dict[str, int]


class Phrase(NamedTuple):
    """A noun phrase up to its head.

    Attributes:
        first: index of its first token.
        stop: index after its last token, which is the head.
    """

    first: int
    stop: int


def is_plural(word: str, kind: int) -> bool:
    """Tell whether a word has the form of a plural noun.

    Arguments:
        word: the word in lower case.
        kind: its classes.
    """
    if kind & (g.PLURAL | g.NO_PLURAL):
        return kind & g.PLURAL != 0
    return word[-1] == "s" and len(word) > 3 and not word.endswith(_NOT_AN_S)


def is_participle(word: str, kind: int) -> bool:
    """Tell whether a word has the form of a participle or a past tense.

    Arguments:
        word: the word in lower case.
        kind: its classes.
    """
    if kind & (g.PARTICIPLE | g.NO_PARTICIPLE):
        return kind & g.PARTICIPLE != 0
    return word.endswith(("ed", "ing")) and len(word) > 4


def joined(tokens: Tokens, index: int) -> bool:
    """Tell whether a word may stand in one noun phrase with the word before it.

    Arguments:
        tokens: the document's tokens.
        index: index of the word.
    """
    gap = tokens.gaps[index]
    if gap in _JOINTS:
        return True
    # "U.S. forces": the points of an abbreviation.
    return gap in (".", ". ") and len(tokens.words[index - 1]) == 1 and tokens.forms[index - 1].isupper()


def phrase_from(tokens: Tokens, begin: int, classes: Classes, *, singular: bool) -> Phrase | None:
    """Read the noun phrase that begins at a word: modifiers up to a plural, or up to the last word before its end.

    Arguments:
        tokens: the document's tokens.
        begin: index of the word.
        classes: the word classes.
        singular: whether a head without a plural ending is one; else only a name is.

    Returns:
        The phrase, or ``None`` if none begins there.
    """
    words, gaps, forms = tokens.words, tokens.gaps, tokens.forms
    count = len(words)
    limit = min(begin + _LONGEST, count)
    position = first = begin
    head = -1
    while position < limit:
        gap = gaps[position]
        word = words[position]
        if gap != " " and position > begin and not joined(tokens, position):
            if gap == "'" and word == "s":
                # What is possessed is what counts: "40 miners' wives", "12 women's groups".
                head = -1
            elif not (gap == "' " and words[position - 1][-1] == "s"):
                break
            if head < 0 and gap == "'":
                position += 1
                continue
            head = -1
        kind = classes.get(word, 0)
        if not kind and gap == " " and word[-1] == "s" and len(word) > 3 and not word.endswith(_NOT_AN_S):
            # Most phrases end here: at a plural that is nothing else.
            if not (singular and head >= 0 and _takes_object(tokens, position + 1, classes)):
                return Phrase(first, _coordinated(tokens, position, classes) + 1)
        abbreviated = len(word) == 1 and position + 1 < count and gaps[position + 1] in (".", ". ")
        if abbreviated and forms[position].isupper():
            position += 1
            continue
        if gap == "-" and position > begin and kind & (g.FUNCTION | g.NUMBER | g.TIME):
            # "loan-to-value mortgages": inside a compound no word ends the phrase.
            head = -1
            position += 1
            continue
        if kind & g.FUNCTION:
            break
        if kind & g.CONJUNCTION:
            position = _past_conjunction(tokens, position, classes) if position > begin else -1
            if position < 0:
                break
            continue
        if word[0].isdigit():
            named = position > begin and (
                forms[position - 1][0].isupper() or (position + 1 < count and forms[position + 1][0].isupper())
            )
            if gap == "-" and head == position - 1:
                # "a 3.5-litre V-6"
                head = position
            elif gap != "-" and not named:
                break
        elif kind & g.MODIFIER:
            pass
        elif kind & (g.ADVERB | g.TIME | g.NUMBER):
            if head >= 0 or not _heads_on(tokens, position + 1, classes):
                break
        elif is_plural(word, kind):
            if kind & g.ADJUNCT and _heads_on(tokens, position + 1, classes):
                pass
            elif kind & g.PLURAL and word[-1] != "s" and _is_next_plural(tokens, position + 1, classes):
                pass
            elif singular and head >= 0 and _takes_object(tokens, position + 1, classes):
                # "a 220-kilowatt plant *feeds* 300 shops"
                break
            elif kind & g.VERB and (singular or kind & g.CASUALTY) and head >= 0:
                break
            else:
                head = position
                return Phrase(first, _coordinated(tokens, head, classes) + 1)
        elif kind & g.CASUALTY:
            if head >= 0:
                break
            if word == "killed" or not _is_next_plural(tokens, position + 1, classes):
                return Phrase(first, position + 1)
        elif kind & g.PARTICIPLE or (word.endswith(("ed", "ing")) and is_participle(word, kind)):
            if gap == "-" and position > begin:
                head = -1
            elif head >= 0 and not (word.endswith("ing") and _is_next_plural(tokens, position + 1, classes)):
                break
            elif not _goes_on(tokens, position + 1, classes) and (
                position + 1 >= count or not classes.get(words[position + 1], 0) & g.CONJUNCTION
            ):
                return None
        elif kind & g.VERB and not kind & g.CHANGE_NOUN:
            if head >= 0:
                break
            return None
        elif word.endswith("ly") and len(word) > 4 and not forms[position][0].isupper():
            if head >= 0:
                break
        else:
            head = position
        position += 1
    if head < 0:
        return None
    if not singular and not (forms[head][0].isupper() and len(words[head]) > 2):
        return None
    word = words[head]
    if not singular and word.endswith(_DEMONYM_ENDS):
        return None
    return Phrase(first, head + 1) if len(word) > 1 and not classes.get(word, 0) & g.MEASURING else None


def _goes_on(tokens: Tokens, index: int, classes: Classes) -> bool:
    """Tell whether a noun phrase goes on with this word."""
    if index >= len(tokens.words) or tokens.gaps[index] not in (" ", "-"):
        return False
    kind = classes.get(tokens.words[index], 0)
    return (
        not kind & (g.FUNCTION | g.CONJUNCTION | g.ADVERB | g.TIME | g.NUMBER) and not tokens.words[index][0].isdigit()
    )


def _takes_object(tokens: Tokens, index: int, classes: Classes) -> bool:
    """Tell whether a determiner or a number stands here: what is before it is a verb, if it can be one."""
    if index >= len(tokens.words) or tokens.gaps[index] not in (" ", " $"):
        return False
    word = tokens.words[index]
    return bool(classes.get(word, 0) & (g.DETERMINER | g.NUMBER)) or word[0].isdigit()


def _heads_on(tokens: Tokens, index: int, classes: Classes) -> bool:
    """Tell whether this word or the one behind it is a plural in the same phrase: "night *raids*"."""
    return _is_next_plural(tokens, index, classes) or (
        _goes_on(tokens, index, classes) and _is_next_plural(tokens, index + 1, classes)
    )


def _is_next_plural(tokens: Tokens, index: int, classes: Classes) -> bool:
    if index >= len(tokens.words) or tokens.gaps[index] not in (" ", "-", "\n"):
        return False
    word = tokens.words[index]
    kind = classes.get(word, 0)
    return is_plural(word, kind) and not kind & (g.FUNCTION | g.CASUALTY | g.TIME | g.NUMBER)


def _past_conjunction(tokens: Tokens, position: int, classes: Classes) -> int:
    """Give the index behind a conjunction that joins two modifiers ("digital and physical sales"), or -1."""
    for ahead in (1, 2):
        if _is_next_plural(tokens, position + ahead, classes):
            return position + 1
        if not _goes_on(tokens, position + ahead, classes):
            return -1
    return -1


def _coordinated(tokens: Tokens, head: int, classes: Classes) -> int:
    """Give the second head of "soldiers and police", where it ends the phrase, or the first."""
    words, gaps = tokens.words, tokens.gaps
    joint = head + 1
    second = head + 2
    if second + 1 >= len(words) or words[joint] != "and" or gaps[joint] != " " or gaps[second] != " ":
        return head
    if not _is_next_plural(tokens, second, classes) or tokens.forms[second][0].isupper():
        return head
    after = classes.get(words[second + 1], 0)
    if gaps[second + 1] == " " and (not after & (g.AUXILIARY | g.PREPOSITION | g.VERB) or words[second + 1] == "of"):
        return head
    return second


def phrase_until(tokens: Tokens, stop: int, low: int, classes: Classes) -> Phrase | None:
    """Read the noun phrase that ends before a word, back over its "of" and "in" phrases to its own head.

    Arguments:
        tokens: the document's tokens.
        stop: index of the word after the phrase.
        low: index that the phrase does not begin before.
        classes: the word classes.

    Returns:
        Its head and what stands before it ("*price* of bread"; of "number of deaths", the deaths), or ``None``.
    """
    words = tokens.words
    end = stop
    nearest: Phrase | None = None
    numbered: Phrase | None = None
    for _ in range(_JUMPS):
        end = _trimmed(tokens, end, low, classes)
        first = _phrase_start(tokens, end, low, classes)
        if first == end:
            if end > low and words[end - 1] in ("those", "that") and nearest is not None:
                return Phrase(end - 1, end)
            return nearest
        phrase = Phrase(first, end)
        if numbered is not None and classes.get(words[end - 1], 0) & g.NUMBERING:
            return numbered
        numbered = None
        left = _past_determiners(tokens, first, low, classes)
        if left < low or not joined(tokens, left + 1):
            return phrase
        kind = classes.get(words[left], 0)
        if kind & g.CONJUNCTION:
            conjunct = _phrase_start(tokens, left, low, classes) if joined(tokens, left) else left
            left = _past_determiners(tokens, conjunct, low, classes)
            if conjunct <= left + 3 and left >= low and joined(tokens, left + 1):
                kind = classes.get(words[left], 0)
                if not kind & g.PREPOSITION or words[left] != "of":
                    return phrase
            else:
                return phrase
        if not kind & g.PREPOSITION or kind & g.CLAUSE or left == low:
            return phrase
        if words[left] == "of":
            if words[left - 1] == "out":
                return phrase
            numbered = phrase
        nearest = nearest or phrase
        if not joined(tokens, left):
            return nearest
        end = left
    return nearest


def noun_before(tokens: Tokens, stop: int, classes: Classes) -> Phrase | None:
    """Read the noun phrase right before a word, without stepping back over prepositions.

    Arguments:
        tokens: the document's tokens.
        stop: index of the word after the phrase.
        classes: the word classes.
    """
    first = _phrase_start(tokens, stop, max(0, stop - _LONGEST), classes)
    if first == stop:
        return None
    head = tokens.words[stop - 1]
    kind = classes.get(head, 0)
    if kind & g.ADVERB and not kind & g.MODIFIER:
        return None
    if kind & g.VERB or (is_participle(head, kind) and not kind & g.PLURAL):
        # "on this stretch", but "people stretch".
        determined = first and stop - first == 1 and classes.get(tokens.words[first - 1], 0) & g.DETERMINER
        return Phrase(first, stop) if determined else None
    return Phrase(first, stop)


_TRIMMED = frozenset("last this next ago first second".split())


def _trimmed(tokens: Tokens, end: int, low: int, classes: Classes) -> int:
    """Step back over adverbs, dates, participles and loose prepositions behind a noun."""
    words, forms = tokens.words, tokens.forms
    dated = False
    while end > low:
        word = words[end - 1]
        kind = classes.get(word, 0)
        if dated and kind & (g.DETERMINER | g.CONJUNCTION):
            pass
        elif word[0].isdigit():
            named = end - 2 >= low and forms[end - 2][0].isupper() and joined(tokens, end - 1)
            if named and not classes.get(words[end - 2], 0) & (g.TIME | g.FUNCTION):
                return end
        elif kind & (g.PREPOSITION | g.ADVERB | g.TIME | g.NUMBER) or word in _TRIMMED:
            pass
        elif kind & g.NO_PARTICIPLE or not (
            (word.endswith("ly") and len(word) > 5) or (is_participle(word, kind) and not kind & g.PLURAL)
        ):
            return end
        elif word.endswith("ing") and (
            end - 2 < low
            or not joined(tokens, end - 1)
            or classes.get(words[end - 2], 0) & (g.FUNCTION | g.CONJUNCTION)
        ):
            # A gerund that begins its clause is its subject: "Smuggling fell".
            return end
        dated = dated or word[0].isdigit() or kind & (g.TIME | g.NUMBER) != 0
        end -= 1
        if end > low and not joined(tokens, end):
            return end
    return end


def _phrase_start(tokens: Tokens, end: int, low: int, classes: Classes) -> int:
    """Give the index of the first word of the run of modifiers and head before *end*."""
    words, forms = tokens.words, tokens.forms
    first = end
    while first > low and end - first < _LONGEST:
        if first < end and not joined(tokens, first):
            break
        word = words[first - 1]
        kind = classes.get(word, 0)
        if kind & (g.FUNCTION | g.CONJUNCTION | g.NUMBER) and not (first < end and tokens.gaps[first] == "-"):
            break
        if first < end and (
            kind & g.VERB or (is_participle(word, kind) and _is_finite(tokens, first - 1, low, classes))
        ):
            break
        if word[0].isdigit():
            if not (
                first < end
                and (
                    tokens.gaps[first] in ("-", "/")
                    or (first - 2 >= low and forms[first - 2][0].isupper() and joined(tokens, first - 1))
                )
            ) and not (first == end and first - 2 >= low and forms[first - 2][0].isupper()):
                break
        elif word == "s" and tokens.gaps[first - 1] == "'":
            break
        elif first < end and kind & (g.ADVERB | g.TIME) and not kind & g.MODIFIER and tokens.gaps[first] != "-":
            break
        first -= 1
    return first


def _past_determiners(tokens: Tokens, first: int, low: int, classes: Classes) -> int:
    """Give the index of the word before a phrase's determiners and possessor."""
    words = tokens.words
    left = first - 1
    if left > low and words[left] == "s" and tokens.gaps[left] == "'":
        left -= 1
        while left >= low and not classes.get(words[left], 0) & (g.FUNCTION | g.VERB | g.CONJUNCTION):
            if not joined(tokens, left):
                return left - 1
            left -= 1
    while left >= low and joined(tokens, left + 1):
        if not (classes.get(words[left], 0) & (g.DETERMINER | g.NUMBER) or words[left][0].isdigit()):
            break
        left -= 1
    return left


def _is_finite(tokens: Tokens, index: int, low: int, classes: Classes) -> bool:
    """Tell whether a participle before a noun is a verb with a subject: "the club *entered* the game"."""
    if index - 1 < low or not joined(tokens, index) or tokens.gaps[index + 1] == "-":
        return False
    before = tokens.words[index - 1]
    return not (classes.get(before, 0) & (g.FUNCTION | g.ADVERB | g.MODIFIER | g.CONJUNCTION) or before.endswith("ly"))
