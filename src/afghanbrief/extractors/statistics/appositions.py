"""Finds what a figure between commas counts: the noun that it stands beside."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.statistics import grammar as g
from afghanbrief.extractors.statistics.counting import Counted, is_money
from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.extractors.statistics.noun_phrases import Classes, Phrase, is_plural
from afghanbrief.extractors.statistics.phrases_before import is_oblique, noun_before
from afghanbrief.text.tokens import Tokens


def apposed_plural(tokens: Tokens, index: int, classes: Classes) -> Counted | None:
    """Find the plural right before the comma of "their *notebooks*, 31 of them", unless a preposition rules it.

    Arguments:
        tokens: the document's tokens.
        index: index of the figure's first token.
        classes: the word classes.
    """
    phrase = noun_before(tokens, index, classes)
    if phrase is None or is_oblique(tokens, phrase, classes):
        return None
    head = tokens.words[phrase.stop - 1]
    kind = classes.get(head, 0)
    return Counted(phrase) if is_plural(head, kind) and not kind & (g.TIME | g.CASUALTY) else None


def apposed_sum(tokens: Tokens, figure: Figure, text: str, classes: Classes) -> Counted | None:
    """Read "*the ransom*, 120 million naira, was": a sum between commas is what the noun before it amounts to.

    Arguments:
        tokens: the document's tokens.
        figure: a sum of money.
        text: the normalized text.
        classes: the word classes.

    Returns:
        The noun, if it is a definite subject, or ``None``.
    """
    index = figure.bound_first
    if index < 2 or not tokens.gaps[index].startswith(", "):
        return None
    behind = text[figure.end : figure.end + _LONGEST_CONVERSION]
    if behind.startswith(" ("):
        behind = behind.partition(")")[2]
    if not behind.startswith(", "):
        return None
    phrase = noun_before(tokens, index, classes)
    if phrase is None or not phrase.first or is_oblique(tokens, phrase, classes):
        return None
    determined = classes.get(tokens.words[phrase.first - 1], 0) & g.DETERMINER
    return Counted(phrase) if determined and tokens.gaps[phrase.first] == " " else None


_LONGEST_CONVERSION: Final = 60


def apposed_total(tokens: Tokens, figure: Figure, classes: Classes) -> Counted | None:
    """Read "*the dead*, 12 in all, were villagers".

    Arguments:
        tokens: the document's tokens.
        figure: a count right behind a comma.
        classes: the word classes.
    """
    index = figure.bound_first
    if tokens.words[figure.stop : figure.stop + 2] not in _IN_ALL:
        return None
    if classes.get(tokens.words[index - 1], 0) & g.CASUALTY:
        return Counted(Phrase(index - 1, index))
    return apposed_plural(tokens, index, classes)


_IN_ALL: Final = (("in", "all"), ("in", "total"), ("all", "told"))


def goes_on_in_other_money(tokens: Tokens, previous: Figure, figure: Figure) -> bool:
    """Tell whether a price is said of one thing at two places: "sells for Rs 2,350 in Peshawar and $9 in Herat".

    Arguments:
        tokens: the document's tokens.
        previous: the figure before.
        figure: a sum of money.
    """
    words, first = tokens.words, figure.bound_first
    if not is_money(previous.unit) or not first or words[first - 1] != "and" or tokens.gaps[first].strip("$ "):
        return False
    return first - previous.stop <= _NEAR and words[previous.stop] in _AT and words[figure.stop : figure.stop + 1] != ()


_NEAR: Final = 6


def counted_at_place(tokens: Tokens, figure: Figure, classes: Classes) -> Counted | None:
    """Read "netted *suspects* in Herat (17)": a plural, and the place whose number stands in brackets.

    Arguments:
        tokens: the document's tokens.
        figure: a count right behind an opening bracket.
        classes: the word classes.
    """
    words, gaps, forms = tokens.words, tokens.gaps, tokens.forms
    index = figure.bound_first
    place = index
    while place > 1 and index - place < _LONGEST_PLACE and forms[place - 1] != words[place - 1]:
        if place < index and gaps[place] not in (" ", "-"):
            return None
        place -= 1
    if place == index or gaps[place] != " " or words[place - 1] not in _AT:
        return None
    phrase = noun_before(tokens, place - 1, classes)
    if phrase is None:
        return None
    head = words[phrase.stop - 1]
    return Counted(phrase) if is_plural(head, classes.get(head, 0)) else None


_LONGEST_PLACE: Final = 4
_AT: Final = frozenset(("in", "from", "at", "near", "of", "around", "across"))
