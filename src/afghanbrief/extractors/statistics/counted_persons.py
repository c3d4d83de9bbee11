"""Tells by the words beside a figure whether it is of persons, of votes or of what was counted before."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.statistics import grammar as g
from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.extractors.statistics.noun_phrases import Classes
from afghanbrief.text.tokens import Tokens

_ACCOUNTING: Final = frozenset(("account", "accounts", "accounted", "accounting", "responsible"))
# "With 290 of 400 stations counted, Noor had 41%": a share of the vote, of which the text need not have spoken.
_POLLED: Final = frozenset("had has won took got polled secured".split())
OF_VOTES: Final = frozenset(("vote", "ballot", "seat", "voter", "share"))


def is_of_people(tokens: Tokens, figure: Figure, classes: Classes) -> bool:
    """Tell whether the figure is of people: "killed nine", "nine were wounded", "9,000 have fled".

    Arguments:
        tokens: the document's tokens.
        figure: the figure.
        classes: the word classes.
    """
    words = tokens.words
    if figure.bound_first and classes.get(words[figure.bound_first - 1], 0) & g.CASUALTY:
        return True
    behind = words[figure.stop : figure.stop + 3]
    if not behind:
        return False
    first = classes.get(behind[0], 0)
    if not first & g.AUXILIARY:
        return first & g.PERSONAL != 0
    return any(classes.get(word, 0) & (g.CASUALTY | g.PERSONAL) for word in behind)


def accounts_for(tokens: Tokens, figure: Figure) -> bool:
    """Tell whether a share is of what was counted: "mines accounted for 12 percent", "were responsible for".

    Arguments:
        tokens: the document's tokens.
        figure: the figure.
    """
    index = figure.bound_first - 1
    words = tokens.words
    return index > 0 and words[index] == "for" and words[index - 1] in _ACCOUNTING and figure.unit == "percent"


def is_won(tokens: Tokens, figure: Figure) -> bool:
    """Tell whether a share is one that somebody won: "Mr Noor had 41.3%".

    Arguments:
        tokens: the document's tokens.
        figure: the figure.
    """
    return tokens.words[figure.bound_first - 1] in _POLLED
