"""Tells the country of those whom the text gives none: by the places named around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from afghanbrief.document import Document
from afghanbrief.extractors.actors.gazetteers import namesakes
from afghanbrief.extractors.actors.profiles import Profile

# Types whose country tells where a report is at home; a place tells more than the body that speaks about it.
_WEIGHTS: Final = {"place": 3, "government": 2, "people": 1, "role": 1, "organisation": 1, "armed_group": 1}

_ENOUGH: Final = 3
# Words before another land than one's own: "said Russia had", "accused India".
_ELSEWHERE: Final = (
    *(" to ", " said ", " says ", " accused ", " accuses ", " accusing ", " blamed ", " blames ", " blaming "),
    *(" urged ", " urges ", " urging ", " warned ", " warns ", " warning ", " against "),
)


class Surroundings:
    """The countries that a document names, by paragraph.

    Arguments:
        document: the document.
        profiles: its actors and places.
    """

    def __init__(self, document: Document, profiles: Sequence[Profile]) -> None:
        self._document = document
        self._starts = [block.start for block in document.blocks]
        text, starts = document.text, self._starts
        shared = namesakes()
        total: dict[str, int] = {}
        blocks: dict[int, dict[str, int]] = {}
        # The sentences that say first where they are: "In Kabul, the Defence Ministry ...".
        self._scenes: dict[int, str] = {}
        for profile in profiles:
            name = profile.names[0]
            # "Mali's military" tells as much as Mali.
            entry = name.inner if name.entry is None and profile.type == "organisation" else name.entry
            if entry is None or entry.country is None or profile.type not in _WEIGHTS:
                continue
            if name.folded in shared:
                # "Congress" may be anybody's.
                continue
            weight, country = _WEIGHTS[profile.type], entry.country
            for mention in profile.mentions:
                start = mention.span.start
                if text.endswith("In ", 0, start) and text.startswith(", ", mention.span.end):
                    self._scenes[document.sentence_index(start)] = country
                if weight > 1 and text.endswith(_ELSEWHERE, 0, start):
                    # Where one goes to, and whom one speaks of, is not where one is.
                    continue
                total[country] = total.get(country, 0) + weight
                number = bisect_right(starts, start)
                block = blocks.get(number)
                if block is None:
                    block = blocks[number] = {}
                block[country] = block.get(country, 0) + weight
        self._blocks = blocks
        self._total = total
        self._near: dict[int, str | None] = {}
        self.home = _leading(total, share=3)

    def names(self, country: str) -> bool:
        """Tell whether the document names a country or one of its places."""
        return country in self._total

    def near(self, start: int) -> str | None:
        """Give the country where the sentence of an offset says it is, else its paragraph's, else the report's."""
        if self._scenes:
            scene = self._scenes.get(self._document.sentence_index(start))
            if scene is not None:
                return scene
        block = bisect_right(self._starts, start)
        if block not in self._near:
            here = self._blocks.get(block)
            local = _leading(here) if here else None
            if local is not None and here is not None and here[local] < _ENOUGH and self.home is not None:
                # One place named in passing does not move a report.
                local = self.home
            self._near[block] = local or self.home
        return self._near[block]


def _leading(counts: dict[str, int], share: int = 2) -> str | None:
    """Give the country that has more than one part in *share* of the weight."""
    if not counts:
        return None
    if len(counts) == 1:
        return next(iter(counts))
    # Of two the one that is named first.
    best = max(counts, key=lambda country: counts[country])
    return best if share * counts[best] > sum(counts.values()) else None
