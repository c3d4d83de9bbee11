"""Finds the noun phrase that begins at a word, by its bounds."""

from __future__ import annotations

from typing import Final

import attrs

from afghanbrief.extractors.statistics import grammar as g
from afghanbrief.text.tokens import Tokens

LONGEST: Final = 8
# "81 Armenian and 67 Azerbaijani": adjectives whose noun is left out.
_DEMONYM_ENDS: Final = ("an", "ese", "ish", "i", "ch")
_NOT_AN_S: Final = ("ss", "us", "is")
# What may stand between two words of one noun phrase.
_ABBREVIATED: Final = frozenset(
    "jan feb mar apr aug sep sept oct nov dec st dr mr mrs ms gen col lt sgt capt maj".split()
)
_JOINTS: Final = frozenset((" ", "-", "&", " & ", "/", "\n"))

Classes = dict[str, int]


@attrs.define(eq=False, weakref_slot=False)
class Phrase:
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


def is_adverb(word: str, kind: int) -> bool:
    """Tell whether a word has the form of an adverb in -ly.

    Arguments:
        word: the word in lower case.
        kind: its classes.
    """
    return word.endswith("ly") and len(word) > 4 and not kind & g.NO_ADVERB


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
    if gap not in (".", ". "):
        return False
    word = tokens.words[index - 1]
    return (len(word) == 1 and tokens.forms[index - 1].isupper()) or (gap == ". " and word in _ABBREVIATED)


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
    limit = min(begin + LONGEST, count)
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
        if kind & g.FUNCTION and forms[position] in _ACRONYMS and "$" not in gaps[position + 1]:
            # "IS fighters", "WHO staff".
            kind = 0
        if not kind and gap == " " and word[-1] == "s" and len(word) > 3 and not word.endswith(_NOT_AN_S):
            # Most phrases end here: at a plural that is nothing else.
            if gaps[position + 1] != "' " and not (
                singular and head >= 0 and takes_object(tokens, position + 1, classes)
            ):
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
        elif kind & g.EITHER and position == first and not singular:
            if not _is_next_plural(tokens, position + 1, classes):
                return None
        elif kind & (g.ADVERB | g.TIME | g.NUMBER):
            if head >= 0 or not _heads_on(tokens, position + 1, classes):
                break
        elif is_plural(word, kind):
            if kind & g.ADJUNCT and (
                _heads_on(tokens, position + 1, classes) or (singular and _is_noun(tokens, position + 1, classes))
            ):
                pass
            elif _possesses(tokens, position + 1, classes, singular=singular):
                pass
            elif kind & g.PLURAL and word[-1] != "s" and _is_next_plural(tokens, position + 1, classes):
                pass
            elif singular and forms[position][0].isupper() and _is_noun(tokens, position + 1, classes):
                # "One Taliban *fighter*".
                pass
            elif singular and head >= 0 and takes_object(tokens, position + 1, classes):
                # "a 220-kilowatt plant *feeds* 300 shops"
                break
            elif kind & g.VERB and (singular or kind & g.CASUALTY) and head >= 0 and not _is_adjective(words[head]):
                break
            else:
                head = position
                return Phrase(first, _coordinated(tokens, head, classes) + 1)
        elif kind & g.CASUALTY:
            if head >= 0 and gap != "-":
                break
            if word == "killed" or gap == "-" or not _is_next_plural(tokens, position + 1, classes):
                return Phrase(first, _past_casualties(tokens, position, classes))
        elif kind & g.PARTICIPLE or (word.endswith(("ed", "ing")) and is_participle(word, kind)):
            if gap == "-" and position > begin:
                head = -1
            elif head >= 0 and not (word.endswith("ing") and _is_next_plural(tokens, position + 1, classes)):
                break
            elif not _goes_on(tokens, position + 1, classes) and (
                position + 1 >= count or not classes.get(words[position + 1], 0) & g.CONJUNCTION
            ):
                return None
        elif kind & g.VERB and not kind & g.CHANGE_NOUN and gaps[position + 1] != "-":
            if head >= 0:
                break
            return None
        elif is_adverb(word, kind) and not forms[position][0].isupper():
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


_ACRONYMS: Final = frozenset(("IS", "WHO", "US", "IT"))
_JOINED_ENDS: Final = ("arian", "ical", "ional", "ncial", "onomic")
_ADJECTIVE_ENDS: Final = ("ical", "ional", "ncial", "ive", "ous", "ful", "ary")


def _is_adjective(word: str) -> bool:
    """Tell whether a word has the form of an adjective: "medical *supplies*", but "the plant supplies"."""
    return word.endswith(_ADJECTIVE_ENDS)


def _goes_on(tokens: Tokens, index: int, classes: Classes) -> bool:
    """Tell whether a noun phrase goes on with this word."""
    if index >= len(tokens.words) or tokens.gaps[index] not in (" ", "-"):
        return False
    kind = classes.get(tokens.words[index], 0)
    if tokens.forms[index] in _ACRONYMS:
        return True
    return (
        not kind & (g.FUNCTION | g.CONJUNCTION | g.ADVERB | g.TIME | g.NUMBER) and not tokens.words[index][0].isdigit()
    )


def _is_noun(tokens: Tokens, index: int, classes: Classes) -> bool:
    if index >= len(tokens.words) or tokens.gaps[index] != " ":
        return False
    word = tokens.words[index]
    return not classes.get(word, 0) and not word[0].isdigit() and not word.endswith(("ed", "ly"))


def _possesses(tokens: Tokens, index: int, classes: Classes, *, singular: bool) -> bool:
    """Tell whether an apostrophe stands here, and what is possessed behind it."""
    if index + 1 >= len(tokens.words):
        return False
    gap = tokens.gaps[index]
    if gap == "'" and tokens.words[index] == "s":
        return _goes_on(tokens, index + 1, classes)
    # Behind a plural the mark may also close a quotation.
    if gap != "' " or _is_next_plural(tokens, index, classes, gap):
        return gap == "' "
    return singular and not classes.get(tokens.words[index], 0) and not tokens.words[index].endswith(("ed", "ly"))


def takes_object(tokens: Tokens, index: int, classes: Classes) -> bool:
    """Tell whether a determiner or a number stands here: what is before it is a verb, if it can be one.

    Arguments:
        tokens: the document's tokens.
        index: index of the word behind what may be a verb.
        classes: the word classes.
    """
    if index >= len(tokens.words) or tokens.gaps[index] not in (" ", " $"):
        return False
    word = tokens.words[index]
    return bool(classes.get(word, 0) & (g.DETERMINER | g.NUMBER)) or word[0].isdigit()


def _heads_on(tokens: Tokens, index: int, classes: Classes) -> bool:
    """Tell whether this word or the one behind it is a plural in the same phrase: "night *raids*"."""
    return _is_next_plural(tokens, index, classes) or (
        _goes_on(tokens, index, classes) and _is_next_plural(tokens, index + 1, classes)
    )


def _is_next_plural(tokens: Tokens, index: int, classes: Classes, gap: str = " ") -> bool:
    if index >= len(tokens.words) or tokens.gaps[index] not in (gap, "-", "\n"):
        return False
    word = tokens.words[index]
    kind = classes.get(word, 0)
    return is_plural(word, kind) and not kind & (g.FUNCTION | g.CASUALTY | g.TIME | g.NUMBER)


def _past_conjunction(tokens: Tokens, position: int, classes: Classes) -> int:
    """Give the index behind a conjunction that joins two modifiers ("digital and physical sales"), or -1."""
    if tokens.words[position - 1].endswith(_JOINED_ENDS) and _goes_on(tokens, position + 1, classes):
        # "Humanitarian and development aid".
        return position + 1
    for ahead in (1, 2):
        if _is_next_plural(tokens, position + ahead, classes):
            return position + 1
        if not _goes_on(tokens, position + ahead, classes):
            return -1
    return -1


def _past_casualties(tokens: Tokens, index: int, classes: Classes) -> int:
    """Give the index behind "killed and wounded", where no number parts the two, or behind the first."""
    words, gaps = tokens.words, tokens.gaps
    joint, second = index + 1, index + 2
    if second >= len(words) or words[joint] not in ("and", "or") or not classes.get(words[second], 0) & g.CASUALTY:
        return joint
    if gaps[joint] != " " or gaps[second] != " ":
        return joint
    behind = second + 1
    if behind < len(words) and not gaps[behind].strip():
        # "12 were killed and wounded men lay about" goes on.
        return behind if classes.get(words[behind], 0) & (g.PREPOSITION | g.CONJUNCTION) else joint
    return behind


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
    behind = words[second + 1]
    if gaps[second + 1] == " " and not after & (g.AUXILIARY | g.PREPOSITION | g.VERB) and behind[-2:] != "ed":
        return head
    if behind == "of" and gaps[second + 1] == " ":
        return head
    return second
