"""The parts that runs of capitalised words are cut into."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import NamedTuple

from afghanbrief.extractors.actors.verdicts import Verdict
from afghanbrief.text.names import GazetteerEntry


class Piece(NamedTuple):
    """A part of a run of capitalised words.

    Attributes:
        first: index of its first token.
        stop: index after its last token.
        entry: the gazetteer entry whose name it is, or ``None``.
        titled: whether a title or honorific stands right before it.
        opens: whether it opens a sentence, so that its capital letter says nothing.
        head: the classes of the word of a body or place inside it, or 0.
        verdict: what its own words say, if it has several.
    """

    first: int
    stop: int
    entry: GazetteerEntry | None
    titled: bool
    opens: bool
    head: int
    verdict: Verdict | None


# Making one by its class's own method takes three times as long.
new_piece: Callable[[tuple[int, int, GazetteerEntry | None, bool, bool, int, Verdict | None]], Piece]
new_piece = functools.partial(tuple.__new__, Piece)
