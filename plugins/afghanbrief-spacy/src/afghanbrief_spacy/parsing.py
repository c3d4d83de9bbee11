"""Runs a spaCy pipeline over a document, once for all who ask, in pieces that no pipeline refuses."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from afghanbrief import Document
from afghanbrief.text.patterns import compile_pattern

# spaCy refuses texts of more than a million characters; its memory grows with the text long before that.
PIECE = 50_000
_SURROGATES = compile_pattern("[\ud800-\udfff]")


class Piece(NamedTuple):
    """A parsed stretch of a document.

    Attributes:
        start: offset of its first character in the document, in code points.
        doc: the ``spacy.tokens.Doc``.
    """

    start: int
    doc: Any


@functools.cache
def parser_of(pipeline: str) -> Callable[[Document], tuple[Piece, ...]]:
    """Give the function that parses a document with a pipeline.

    Arguments:
        pipeline: what ``spacy.load`` takes: the name of an installed pipeline, or a path.

    Returns:
        A function for ``document.once``; for one pipeline it is always the same, so that extractors share the parse.

    Raises:
        OSError: if spaCy finds no such pipeline.
    """
    import spacy

    nlp = spacy.load(pipeline)

    def parse(document: Document) -> tuple[Piece, ...]:
        # A lone surrogate cannot be encoded; the replacement is as long, so that offsets hold.
        text = _SURROGATES.sub("\ufffd", document.text)
        stretches = list(cut(document))
        docs = nlp.pipe(text[start:end] for start, end in stretches)
        return tuple(Piece(start, doc) for (start, _), doc in zip(stretches, docs, strict=True))

    return parse


def cut(document: Document, longest: int = PIECE) -> Iterator[tuple[int, int]]:
    """Cut a document between blocks into stretches of bounded length; only a longer block is cut inside.

    Arguments:
        document: the document.
        longest: most characters of a stretch.

    Yields:
        Start and end of each stretch, in code points.
    """
    start = end = 0
    for block in document.blocks:
        if end > start and block.end - start > longest:
            yield start, end
            start = block.start
        end = block.end
        while end - start > longest:
            yield start, start + longest
            start += longest
    if end > start:
        yield start, end
