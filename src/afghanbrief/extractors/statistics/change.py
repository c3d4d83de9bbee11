"""Reads whether a figure measures a rise or a fall."""

from __future__ import annotations

from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.extractors.statistics.lexicon import Lexicon
from afghanbrief.kinds.statistics import Change
from afghanbrief.text.tokens import Tokens


def read_change(tokens: Tokens, figure: Figure, lexicon: Lexicon) -> Change:
    """Read whether the figure measures a rise or a fall: "rose by 16 per cent", "12 percent more than", "up 11"."""
    before = tokens.words[max(0, figure.bound_first - 3) : figure.bound_first]
    after = tokens.words[figure.stop : figure.stop + 2]
    if figure.unit == "x":
        return "level"
    for words, reach in ((after, 1), (before, 3)):
        near = words[:reach] if words is after else words
        for word in near if words is after else reversed(near):
            if words is before and word in ("to", "at", "from", "had", "of") and word != "of":
                return "level"
            if word in ("than", "no", "not", "is", "was", "were"):
                break
            if word in lexicon["increase"]:
                counts = words is before and figure.unit == "count" and before[-1:] != ("by",)
                if counts and word in ("higher", "more", "additional", "another", "increased", "up"):
                    break
                if (
                    words is after
                    and word in ("more", "higher")
                    and tokens.words[figure.stop + 1 : figure.stop + 2] != ("than",)
                ):
                    break
                return "increase"
            if word in lexicon["decrease"]:
                if (
                    words is before
                    and word in ("lost", "loss", "less", "fewer", "lower", "down")
                    and before[-1:] != ("by",)
                    and word != "down"
                ):
                    break
                return "decrease"
    return "level"
