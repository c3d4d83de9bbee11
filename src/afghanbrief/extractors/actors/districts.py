"""Tells Afghan districts of short names from what is called so by chance elsewhere: "Mr Kang", "the Giro"."""

from __future__ import annotations

from typing import Final

from afghanbrief.document import Document
from afghanbrief.extractors.actors.gazetteers import short_districts
from afghanbrief.extractors.actors.pieces import Piece
from afghanbrief.extractors.actors.scan import Scanner

_AFGHANISTAN: Final = "AFG"
_LAND: Final = "afghan"
_KIND: Final = "district"


def drop_foreign_districts(scanner: Scanner, pieces: list[Piece], document: Document) -> list[Piece]:
    """Unlist the short names of districts in a text that is not about Afghanistan.

    Arguments:
        scanner: the document's names; its places lose those names.
        pieces: what it found.
        document: the document.

    Returns:
        The pieces; a district's name that nothing else ties to Afghanistan is no listed name there.
    """
    if not scanner.afghan or _LAND in document.folded:
        return pieces
    words, districts = scanner.tokens.words, short_districts()
    doubtful: set[int] = set()
    for number in scanner.afghan:
        first, stop = pieces[number][:2]
        if stop - first > 1 or words[first] not in districts or words[stop : stop + 1] == (_KIND,):
            return pieces
        doubtful.add(number)
    for number, (_, _, entry, *_) in enumerate(pieces):
        if entry is not None and entry.country == _AFGHANISTAN and number not in doubtful:
            return pieces
    for number in doubtful:
        scanner.places.pop(pieces[number].first, None)
    return [piece._replace(entry=None) if number in doubtful else piece for number, piece in enumerate(pieces)]
