"""Finds the headings and lines in capitals, where a capital letter says nothing."""

from __future__ import annotations

from afghanbrief.document import Document


def find_headlines(document: Document) -> frozenset[int]:
    """Give the tokens of headings most of whose longer words have a capital.

    Arguments:
        document: the document.

    Returns:
        Indexes of tokens.
    """
    tokens = document.tokens
    quiet: list[int] = []
    for block in document.blocks:
        if block.role not in ("title", "heading"):
            continue
        first, stop = tokens.first_from(block.start), tokens.first_from(block.end)
        words = [i for i in range(first, min(stop, first + 40)) if len(tokens.words[i]) > 3]
        capitals = sum(tokens.forms[i] != tokens.words[i] for i in words)
        if len(words) > 1 and 3 * capitals >= 2 * len(words):
            quiet.extend(range(first, stop))
    return frozenset(quiet)
