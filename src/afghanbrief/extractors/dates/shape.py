"""Turns a document's words and gaps into one string of class letters, over which the grammar is written."""

from __future__ import annotations

from itertools import repeat
from typing import Final

from afghanbrief.extractors.dates.lexicon import Lexicon
from afghanbrief.text.tokens import Tokens

# A gap is one character too, so that word i stands at 2i+1 and the gap before it at 2i.
GAPS: Final = {
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
    " -": "~",
    "- ": "~",
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


_GAP_CODES: Final = {gap: ord(letter) for gap, letter in GAPS.items()}
_OTHER_GAP, _OTHER_WORD = ord("|"), ord("x")


def shape_of(tokens: Tokens, lexicon: Lexicon, padding: int = 0) -> str:
    """Give the shape of a text: for every word its class letter, between them one letter for the gap.

    Arguments:
        tokens: the words and gaps.
        lexicon: says which class a word has; others are ``"x"``.
        padding: how many ``"|"`` to add behind.

    Returns:
        A string of ``2 * len(tokens) + 1 + padding`` characters; other gaps than the known ones are ``"|"``.

    >>> from afghanbrief.extractors.dates.lexicon import load_lexicon
    >>> from afghanbrief.text.tokens import tokenize
    >>> shape_of(tokenize("on 4 September, 2018"), load_lexicon())
    '|x d M,Y|'
    """
    # Bytes of ASCII letters are put in place faster than strings are joined.
    end = 2 * len(tokens.forms) + 1
    letters = bytearray(b"|") * (end + padding)
    letters[0:end:2] = bytes(map(_GAP_CODES.get, tokens.gaps, repeat(_OTHER_GAP)))
    letters[1:end:2] = bytes(map(lexicon.codes.get, tokens.forms, repeat(_OTHER_WORD)))
    return letters.decode("ascii")
