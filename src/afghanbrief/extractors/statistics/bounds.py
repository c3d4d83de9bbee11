"""Reads what bounds a figure: at least, nearly, up to, or more."""

from __future__ import annotations

from afghanbrief.extractors.statistics.lexicon import Lexicon
from afghanbrief.kinds.statistics import Bound
from afghanbrief.text.tokens import Tokens

_LONGEST_PHRASE = 5


def read_bound_before(tokens: Tokens, first: int, lexicon: Lexicon) -> tuple[int, Bound]:
    """Read the bound before a figure; of nested ones ("no more than about") the outer one that is no equals sign."""
    begin = first
    bound: Bound = "="
    for _ in range(3):
        # Most figures have no bound: one look-up of the word before tells.
        if not begin or tokens.words[begin - 1] not in lexicon.bound_tails:
            break
        found = None
        for length in range(min(_LONGEST_PHRASE, begin), 0, -1):
            start = begin - length
            if any(tokens.gaps[i].replace("\n", " ") != " " for i in range(start + 1, begin + 1) if i < begin):
                continue
            if tokens.gaps[begin].rstrip("$\u20ac\u00a3(").replace("\n", " ") not in (" ", ""):
                break
            value = lexicon.bounds_before.get(tokens.words[start:begin])
            if value is not None:
                found = (start, value)
                break
        if found is None:
            break
        begin = found[0]
        if found[1] != "=" and bound == "=":
            bound = found[1]  # type: ignore[assignment]
        elif found[1] not in ("=", "~"):
            bound = found[1]  # type: ignore[assignment]
    return begin, bound


def read_bound_after(tokens: Tokens, stop: int, lexicon: Lexicon) -> Bound:
    for begin in range(stop, min(stop + 3, len(tokens.words))):
        if tokens.words[begin] not in lexicon.bound_heads:
            continue
        for length in (3, 2):
            if tokens.gaps[begin : begin + 1] and all(
                gap.replace("\n", " ") == " " for gap in tokens.gaps[begin : begin + length]
            ):
                bound = lexicon.bounds_after.get(tokens.words[begin : begin + length])
                if bound is not None:
                    return bound  # type: ignore[return-value]
    return "="
