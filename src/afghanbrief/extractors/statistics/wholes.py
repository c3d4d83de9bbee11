"""Reads the whole that a share or a part is of: "35 percent *of households*", "*of the families*, 37 per cent"."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.statistics import grammar as g
from afghanbrief.extractors.statistics.counting import AGAIN, NOTHING, SHARES, Counted, is_money
from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.extractors.statistics.noun_phrases import Classes, Phrase, is_participle, is_plural, phrase_from
from afghanbrief.extractors.statistics.phrases_before import noun_before
from afghanbrief.text.tokens import Tokens

APPROXIMATE: Final = frozenset("about some estimated around nearly almost more than least over total combined".split())
_INSIDE: Final = frozenset((" ", "\n", "-", "'", ""))
_OUTPUT: Final = frozenset(("gdp", "gnp", "gni", "product", "output"))
_SIGNS: Final = '%\u00b0"'
_FRONTED: Final = 14


def fronted_whole(tokens: Tokens, index: int, classes: Classes) -> Counted | None:
    """Read "Of the *families* registered, 37 per cent": the whole stands at the head of the sentence.

    Arguments:
        tokens: the document's tokens.
        index: index of the figure's first word, behind a comma.
        classes: the word classes.
    """
    words, gaps, forms = tokens.words, tokens.gaps, tokens.forms
    for position in range(index - 1, max(-1, index - _FRONTED), -1):
        if words[position] in ("of", "among") and forms[position] != words[position]:
            start = past_numbers(tokens, position + 1, classes)
            phrase = phrase_from(tokens, start, classes, singular=True) if 0 <= start < index else None
            return None if phrase is None or phrase.stop > index else Counted(phrase, whole=phrase)
        if gaps[position] not in (" ", "-", "'", "\n", ","):
            return None
    return None


def past_numbers(tokens: Tokens, begin: int, classes: Classes) -> int:
    """Step over determiners, a possessor and another number: "of *the province's 15* districts"; -1 before money."""
    words, gaps = tokens.words, tokens.gaps
    count = len(words)
    position = begin
    for _ in range(2):
        while position < count:
            word = words[position]
            if "$" in gaps[position] or "\u20ac" in gaps[position] or "\u00a3" in gaps[position]:
                return -1
            kind = classes.get(word, 0)
            if position > begin and gaps[position] not in _INSIDE and not word[0].isdigit():
                # The phrase ended with the number: "of the total. Women ..."
                return count
            if not (kind & (g.DETERMINER | g.NUMBER) or word[0].isdigit() or word in APPROXIMATE):
                if position > begin and _is_number_behind(tokens, position, classes):
                    # "Of the *planned 7,000* stations".
                    position += 1
                    continue
                break
            position += 1
        for ahead in range(position + 1, min(position + 5, count)):
            gap = gaps[ahead]
            if gap == "'" and words[ahead] == "s":
                position = ahead + 1
                break
            if gap == "' " and words[ahead - 1][-1] == "s":
                position = ahead
                break
            if gap not in (" ", "-") or classes.get(words[ahead], 0) & (g.FUNCTION | g.CONJUNCTION):
                return position
        else:
            return position
    return position


def _is_number_behind(tokens: Tokens, index: int, classes: Classes) -> bool:
    """Tell whether a participle or adjective stands before a number: "the *planned* 7,000 stations"."""
    after = index + 1
    word = tokens.words[index]
    if after >= len(tokens.words) or tokens.gaps[after] != " " or classes.get(word, 0) & g.FUNCTION:
        return False
    # "60% of the Fortune 100" has a name.
    return tokens.words[after][0].isdigit() and tokens.forms[index] == word


def of_what(tokens: Tokens, figure: Figure, classes: Classes, *, begin: int = -1) -> Counted | None:
    """Read "35 percent *of households*", "7 *of the 15 districts*", "60 percent of them *children*"."""
    words = tokens.words
    if begin < 0:
        begin = figure.stop + 1
    if begin >= len(words) or tokens.gaps[begin].strip(_SIGNS) not in (" ", "\n", ""):
        return None
    word = words[begin]
    if word in ("them", "whom", "which", "these", "those", "us", "this", "that"):
        beside = begin + 1 < len(words) and tokens.gaps[begin + 1] == " "
        after = phrase_from(tokens, begin + 1, classes, singular=False) if beside else None
        if after is not None and is_plural(words[after.stop - 1], classes.get(words[after.stop - 1], 0)):
            return Counted(after)
        if word == "those" and begin + 1 < len(words) and tokens.gaps[begin + 1] == " ":
            following = words[begin + 1]
            if is_participle(following, classes.get(following, 0)) or following in ("who", "in"):
                return Counted(Phrase(begin, begin + 1 + (following not in ("who", "in"))))
        return AGAIN
    if word == "what":
        return NOTHING
    if word == "whose":
        # "The council, 12 of whose 19 members are women".
        begin += 1
    if is_money(figure.unit):
        if classes.get(word, 0) & (g.DETERMINER | g.PRONOUN):
            return None
        phrase = phrase_from(tokens, begin, classes, singular=True)
        return None if phrase is None else Counted(phrase)
    start = past_numbers(tokens, begin, classes)
    if start < 0:
        return NOTHING
    phrase = phrase_from(tokens, start, classes, singular=True)
    if phrase is None and begin < start < len(words) and classes.get(words[start - 1], 0) & g.DETERMINER:
        # Behind a determiner what may be a verb is a noun: "of the *cost*".
        phrase = Phrase(start, start + 1) if classes.get(words[start], 0) & g.VERB else None
    if phrase is None:
        return AGAIN
    head = words[phrase.stop - 1]
    kind = classes.get(head, 0)
    if head in _OUTPUT and figure.unit in SHARES:
        # "A deficit of 4 per cent of GDP": what it is reckoned by, not what is counted.
        apposed = noun_before(tokens, figure.bound_first, classes) if tokens.gaps[figure.bound_first] == ", " else None
        return None if apposed is None else Counted(apposed)
    if kind & g.WHOLE_AGAIN:
        return Counted(phrase, whole=phrase, again=True)
    if figure.unit == "count" and not (is_plural(head, kind) or kind & g.CASUALTY or figure.form == "vague"):
        return None
    first = phrase.first
    if first == begin + 1 and classes.get(word, 0) & g.DETERMINER:
        first = begin
    return Counted(Phrase(first, phrase.stop), whole=Phrase(begin, phrase.stop))
