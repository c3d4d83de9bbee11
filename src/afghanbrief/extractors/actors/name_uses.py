"""Tells by the words right before and behind a name that it names a place or a field, whatever it looks like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.extractors.actors.pieces import Piece
from afghanbrief.extractors.actors.portfolios import PORTFOLIOS
from afghanbrief.text.tokens import Tokens

_LANDS: Final = frozenset(
    "port town city village district province island valley river lake suburb crossing capital region area".split()
)
# What bears a person's name as a place's.
_NAMED_AFTER: Final = _LANDS | frozenset(
    "school mosque hospital stadium airport shrine market bazaar square cemetery dam bridge road street hotel".split()
)


def is_behind_place(tokens: Tokens, places: Sequence[Piece]) -> bool:
    """Tell whether a noun for a place and "of" stand before a name, or such a noun behind it: "the port of Sher Khan".

    Arguments:
        tokens: the document's tokens.
        places: the occurrences of the name.
    """
    words = tokens.words
    for piece in places:
        first, stop = piece.first, piece.stop
        if first > 1 and words[first - 1] == "of" and words[first - 2] in _LANDS:
            return True
        if stop < len(words) and words[stop] in _NAMED_AFTER and tokens.gaps[stop] == " ":
            # "Sher Khan port"
            return True
    return False


def is_field(tokens: Tokens, places: Sequence[Piece], lexicon: Lexicon) -> bool:
    """Tell whether everyday words name an office's field: "Commissioner for Human Rights", "Minister of Social Action".

    Arguments:
        tokens: the document's tokens.
        places: the occurrences of the words.
        lexicon: the word lists.
    """
    words = tokens.words
    for piece in places:
        link = piece.first - 1
        if link < 1 or words[link] not in ("for", "of"):
            return False
        office = words[link - 1]
        titled = words[link] == "for" and tokens.forms[link - 1] != office
        if office not in PORTFOLIOS and not (titled and lexicon.classes.get(office, 0) & lx.TITLE_END):
            return False
    return lexicon.dictionary.issuperset(words[places[0].first : places[0].stop])
