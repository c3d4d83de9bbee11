"""Tells the country of those whom the text gives none: by the places named around them."""

from __future__ import annotations

from collections.abc import Sequence

from afghanbrief.document import Document
from afghanbrief.extractors.actors.naming import Name
from afghanbrief.kinds import ActorMention

# Types whose country tells where a report is at home; a place tells more than the body that speaks about it.
_WEIGHTS = {"place": 2, "government": 2, "people": 1, "role": 1, "organisation": 1, "armed_group": 1}


class Surroundings:
    """The countries that a document names, by paragraph.

    Arguments:
        document: the document.
        mentions: its mentions in text order.
        names: the name of each.
    """

    def __init__(self, document: Document, mentions: Sequence[ActorMention], names: Sequence[Name]) -> None:
        self._document = document
        text = document.text
        total: dict[str, int] = {}
        blocks: dict[int, dict[str, int]] = {}
        for mention, name in zip(mentions, names, strict=True):
            entry = name.entry
            if entry is None or entry.country is None:
                continue
            country, weight = entry.country, _WEIGHTS.get(name.type, 0)
            if weight and (mention.type != "place" or text[mention.span.start - 4 : mention.span.start] != " to "):
                total[country] = total.get(country, 0) + weight
                block = blocks.setdefault(document.block_index(mention.span.start), {})
                block[country] = block.get(country, 0) + weight
        self._blocks = blocks
        self._near: dict[int, str | None] = {}
        self.home = _leading(total, share=3)

    def near(self, start: int) -> str | None:
        """Give the country that the paragraph around an offset is about, else that of the report."""
        block = self._document.block_index(start)
        if block not in self._near:
            here = self._blocks.get(block)
            self._near[block] = (_leading(here) if here else None) or self.home
        return self._near[block]


def _leading(counts: dict[str, int], share: int = 2) -> str | None:
    """Give the country that has more than one part in *share* of the weight."""
    if not counts:
        return None
    if len(counts) == 1:
        return next(iter(counts))
    best = max(sorted(counts), key=lambda country: counts[country])
    return best if share * counts[best] > sum(counts.values()) else None
