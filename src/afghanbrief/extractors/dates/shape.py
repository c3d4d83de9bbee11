"""Turns a document's words and gaps into one string of class letters, over which the grammar is written."""

from __future__ import annotations

from itertools import repeat

from afghanbrief.extractors.dates.lexicon import Lexicon
from afghanbrief.text.tokens import Tokens

# A gap is one character too, so that word i stands at 2i+1 and the gap before it at 2i.
GAPS = {
    " ": " ",
    "\n": " ",
    "  ": " ",
    "\r\n": " ",
    " \n": " ",
    ", ": ",",
    ",\n": ",",
    ",  ": ",",
    ",": "^",
    "-": "-",
    " - ": "~",
    "\u2014": "~",
    " \u2014 ": "~",
    "--": "~",
    " -- ": "~",
    ". ": ".",
    "., ": ".",
    ".\n": ".",
    ".,": ".",
    ".": ";",
    "/": "/",
    ":": ":",
    "'": "'",
    " '": "`",
    " (": "(",
    " ($": "$",
    " $": "$",
}


def shape_of(tokens: Tokens, lexicon: Lexicon) -> str:
    """Give the shape of a text: for every word its class letter, between them one letter for the gap.

    Arguments:
        tokens: the words and gaps.
        lexicon: says which class a word has; others are ``"x"``.

    Returns:
        A string of ``2 * len(tokens) + 1`` characters; other gaps than the known ones are ``"|"``.

    >>> from afghanbrief.extractors.dates.lexicon import load_lexicon
    >>> from afghanbrief.text.tokens import tokenize
    >>> shape_of(tokenize("on 4 September, 2018"), load_lexicon())
    '|x d M,Y|'
    """
    letters = [""] * (2 * len(tokens.forms) + 1)
    letters[0::2] = map(GAPS.get, tokens.gaps, repeat("|"))
    letters[1::2] = map(lexicon.classes.get, tokens.forms, repeat("x"))
    return "".join(letters)
