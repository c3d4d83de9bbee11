"""Reads what bounds a figure: at least, nearly, up to, or more."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.statistics.lexicon import Lexicon
from afghanbrief.kinds.statistics import Bound
from afghanbrief.text.tokens import Tokens

_LONGEST_PHRASE: Final = 5
_NEGATION_WINDOW: Final = 4
_SIGNS: Final[dict[str, Bound]] = {"~": "~", "\u2248": "~", "<": "<", ">": ">", "\u2264": "<=", "\u2265": ">="}
_NEGATED: Final[dict[Bound, Bound]] = {">": "<=", "<": ">=", ">=": "<", "<=": ">"}


def read_bound_before(tokens: Tokens, first: int, lexicon: Lexicon) -> tuple[int, Bound]:
    """Read the bound before a figure; of nested ones ("no more than about") the outer one that is no equals sign.

    Arguments:
        tokens: the document's tokens.
        first: index of the figure's first token.
        lexicon: the word lists.

    Returns:
        The index of the bound's first word (*first* without one), and the bound.
    """
    words, gaps = tokens.words, tokens.gaps
    gap = gaps[first]
    if gap != " " and gap and not gap.isspace():
        sign = gap.rstrip(" $\u20ac\u00a3")[-1:]
        if sign in _SIGNS:
            return first, _SIGNS[sign]
    if not first or words[first - 1] not in lexicon.bound_tails:
        # Most figures have no bound: one look-up of the word before tells.
        return first, "="
    begin = first
    bound: Bound = "="
    for _ in range(3):
        found = _phrase_before(tokens, begin, lexicon)
        if found is None:
            break
        start, value = found
        if start == begin - 1 and _is_particle(words, start, lexicon):
            break
        begin = start
        if (value != "=" and bound == "=") or value not in ("=", "~"):
            bound = value
        if not begin or words[begin - 1] not in lexicon.bound_tails:
            break
    while begin and words[begin - 1] in lexicon.sets["intensifiers"] and gaps[begin] == " " and bound not in ("=", "~"):
        begin -= 1
    if bound in _NEGATED and begin and begin < first and _is_negated(tokens, begin, lexicon):
        bound = _NEGATED[bound]
    return begin, bound


_CUT_SHORT: Final = frozenset(("approx", "ca"))


def _phrase_before(tokens: Tokens, begin: int, lexicon: Lexicon) -> tuple[int, Bound] | None:
    """Give the longest phrase of the list that ends right before a token, with its bound."""
    words, gaps = tokens.words, tokens.gaps
    gap = gaps[begin]
    if gap == ". " and words[begin - 1] in _CUT_SHORT and begin:
        # "approx. 3,000"
        return begin - 1, "~"
    if gap != " " and gap.rstrip("$\u20ac\u00a3(-").replace("\n", " ") not in (" ", ""):
        return None
    low = max(0, begin - _LONGEST_PHRASE)
    start = begin - 1
    best: tuple[int, Bound] | None = None
    while start >= low:
        value = lexicon.bounds_before.get(words[start:begin])
        if value is not None:
            best = start, value  # type: ignore[assignment]
        if gaps[start] != " " and gaps[start] != "\n":
            break
        start -= 1
    return best


def _is_particle(words: tuple[str, ...], index: int, lexicon: Lexicon) -> bool:
    """Tell whether the one word of a bound belongs to the verb: "turned over three boats", "passed two checkpoints"."""
    before = words[index - 1] if index else ""
    word = words[index]
    if word == "over":
        return before in lexicon.sets["over_verbs"]
    if word == "passed":
        return before not in ("has", "have", "had", "toll", "total", "number", "figure", "count", "sales", "deaths")
    if word == "about":
        return before in lexicon.sets["about_verbs"]
    return False


def _is_negated(tokens: Tokens, begin: int, lexicon: Lexicon) -> bool:
    """Tell whether a negation rules the bound: "nobody pays more than 500", "did not exceed 30"."""
    words = tokens.words
    for index in range(begin - 1, max(-1, begin - 1 - _NEGATION_WINDOW), -1):
        if tokens.gaps[index + 1] not in (" ", "\n", "'"):
            return False
        word = words[index]
        if word in lexicon.sets["negations"]:
            return words[index + 1] != "only"
        if word == "t" and tokens.gaps[index] == "'":
            return True
        if word in ("and", "but", "or", "that", "which", "who", "because", "where"):
            return False
    return False


def read_bound_after(tokens: Tokens, stop: int, lexicon: Lexicon) -> Bound:
    """Read the bound behind a figure, with its noun between: "60 rifles or more", "200-odd", "5,000+"."""
    words, gaps = tokens.words, tokens.gaps
    gap = gaps[stop]
    if gap[:1] == "+":
        return ">="
    if lexicon.bound_heads.isdisjoint(words[stop : stop + 3]):
        return "="
    for begin in range(stop, min(stop + 3, len(words))):
        if words[begin] not in lexicon.bound_heads:
            if gaps[begin] != " " and gaps[begin] != "-":
                return "="
            continue
        gap = gaps[begin]
        if gap not in (" ", "\n", "-", ", "):
            return "="
        for length in (3, 2, 1):
            if any(inner != " " for inner in gaps[begin + 1 : begin + length]):
                continue
            bound = lexicon.bounds_after.get(words[begin : begin + length])
            if bound is None or (length == 1 and begin > stop and words[begin] in ("odd", "plus")):
                continue
            after = begin + length
            if gap == ", " and not gaps[after].strip():
                # "59 houses, at least 12 of them": the words belong to what follows.
                return "="
            if after < len(words) and gaps[after] == " " and (words[after] < ":" or words[after] == "than"):
                # "13 soldiers and more than 50 militants": so do these.
                return "="
            return bound  # type: ignore[return-value]
    return "="
