"""Finds the items of a briefing again in a later copy of the report, or says which are gone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from difflib import Match, SequenceMatcher
from typing import Any, Final, Literal

import attrs

from afghanbrief.briefing import Briefing
from afghanbrief.kinds import Actor
from afghanbrief.span import Span
from afghanbrief.text.folding import fold, normalize
from afghanbrief.text.tokens import Tokens, tokenize
from afghanbrief.writers.webannotation import to_web_annotations

State = Literal["same", "moved", "changed", "gone"]

# Enough of the words must be there, in order, for a changed passage to be the same one.
_LIKE: Final = 0.75
# Occurrences of one passage that are compared, and places that a changed one is looked for at.
_MOST_PLACES: Final = 200
_SEED: Final = 3
# From so many words on, the commonest ones are left out of the comparison, which would take quadratic time.
_LONG: Final = 300
# So many words off, a single word is no part of a passage.
_FAR: Final = 3
# A passage of so many words is known by itself; a shorter one must keep a neighbour.
_TELLING: Final = 5


@attrs.frozen
class Reanchored:
    """Where a piece of an item stands now.

    Attributes:
        id: the annotation's id.
        exact: the words as they were.
        state: ``"same"`` (where it was), ``"moved"``, ``"changed"`` (words were altered) or ``"gone"``.
        span: where it stands in the later copy, or ``None``.
        likeness: share of the words that stayed, from 0 to 1; spacing, case and the style of marks do not count.
    """

    id: str
    exact: str
    state: State
    span: Span | None
    likeness: float


def reanchor(earlier: Briefing | Mapping[str, Any], text: str) -> tuple[Reanchored, ...]:
    """Find the pieces of all items again in a later copy of the report.

    Arguments:
        earlier: a briefing, or an annotation collection, page or annotation as
            :func:`afghanbrief.writers.webannotation.to_web_annotations` makes them; the earlier text is not needed.
        text: the later copy.

    Returns:
        For each piece of each annotation, in their order, where it stands now. An exact occurrence with its
        neighbours wins; then one that differs in spacing, case or marks; then the place where most of its words
        stand in order.

    >>> from afghanbrief import brief
    >>> earlier = brief("Kabul denied it on 5 May 2018.")
    >>> later = "(Updated.) Kabul denied it on 5 May 2018."
    >>> sorted({found.state for found in reanchor(earlier, later)})
    ['moved']
    """
    copy = _Copy(text)
    if isinstance(earlier, Briefing):
        selectors = _selectors_of(earlier)
    else:
        selectors = [selector for item in _annotations(earlier) for selector in _selectors(item)]
    return tuple(copy.find(selector) for selector in selectors)


@attrs.frozen
class _Selector:
    id: str
    start: int
    exact: str
    prefix: str
    suffix: str


def _selectors_of(briefing: Briefing) -> list[_Selector]:
    collection = to_web_annotations(briefing)
    ids = [item.id for item in briefing.annotations if type(item) is not Actor]
    found = []
    for identity, item in zip(ids, collection["first"]["items"], strict=True):
        found += [attrs.evolve(selector, id=identity) for selector in _selectors(item)]
    return found


def _annotations(record: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    if "first" in record:
        record = record["first"]
    items: Iterable[Mapping[str, Any]] = record.get("items", [record])
    return items


def _selectors(annotation: Mapping[str, Any]) -> list[_Selector]:
    targets = annotation["target"]
    found = []
    for target in targets if isinstance(targets, list) else [targets]:
        parts = target["selector"] if isinstance(target["selector"], list) else [target["selector"]]
        by_type = {part["type"]: part for part in parts}
        quoted = by_type.get("TextQuoteSelector")
        if quoted is None:
            continue
        start = by_type.get("TextPositionSelector", {}).get("start", 0)
        found.append(
            _Selector(annotation["id"], start, quoted["exact"], quoted.get("prefix", ""), quoted.get("suffix", ""))
        )
    return found


def _words(text: str) -> Tokens:
    return tokenize(fold(normalize(text)))


class _Copy:
    """The later copy, with an index of its words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _words(text)
        self._seeds: dict[tuple[str, ...], list[int]] = {}
        words = self.tokens.words
        for i in range(len(words) - _SEED + 1):
            self._seeds.setdefault(words[i : i + _SEED], []).append(i)
        self._single: dict[str, list[int]] = {}
        for i, word in enumerate(words):
            self._single.setdefault(word, []).append(i)

    def find(self, selector: _Selector) -> Reanchored:
        """Find one piece."""
        start = selector.start
        here = self.text[start : start + len(selector.exact)] == selector.exact
        if here and self.text[max(0, start - len(selector.prefix)) : start] == selector.prefix:
            return self._at(selector, start, start + len(selector.exact), "same", 1.0)
        wanted = _words(selector.exact).words
        if not wanted:
            return self._at(selector, start, start + len(selector.exact), "same", 1.0) if here else _gone(selector)
        before, after = _words(selector.prefix).words[1:], _words(selector.suffix).words[:-1]
        place = self._best_exact(selector, wanted, before, after)
        if place is not None:
            begin, end = self._stretch(place, len(wanted), selector.exact)
            state: State = "same" if begin == start and self.text[begin:end] == selector.exact else "moved"
            return self._at(selector, begin, end, state, 1.0)
        return self._altered(selector, wanted)

    def _best_exact(
        self, selector: _Selector, wanted: Sequence[str], before: Sequence[str], after: Sequence[str]
    ) -> int | None:
        """Give the word at which the same words stand, in the likest neighbourhood, nearest to where they were."""
        words = self.tokens.words
        size = len(wanted)
        places = self._seeds.get(tuple(wanted[:_SEED]), []) if size >= _SEED else self._single.get(wanted[0], [])
        same = [
            i for i in _near(places, self.tokens.first_from(selector.start)) if words[i : i + size] == tuple(wanted)
        ]
        if not same:
            return None
        scored = []
        for i in same:
            left = _shared(reversed(before), reversed(words[max(0, i - len(before)) : i]))
            right = _shared(after, words[i + size : i + size + len(after)])
            scored.append((-(left + right), abs(self.tokens.starts[i] - selector.start), i))
        score, _, best = min(scored)
        # A short piece that lost all of its neighbours may be any other one of the same words.
        known = score < 0 or size >= _TELLING or (size >= _SEED and len(same) == 1) or not (before or after)
        return best if known else None

    def _altered(self, selector: _Selector, wanted: Sequence[str]) -> Reanchored:
        words = self.tokens.words
        size = len(wanted)
        if size < _TELLING:
            return _gone(selector)
        votes: dict[int, int] = {}
        reach = max(4, size // 8)
        home = self.tokens.first_from(selector.start)
        for k in range(size - _SEED + 1):
            for i in _near(self._seeds.get(tuple(wanted[k : k + _SEED]), []), home):
                votes[(i - k) // reach] = votes.get((i - k) // reach, 0) + 1
        best: tuple[float, int, int, int] | None = None
        for bucket in sorted(votes, key=lambda b: (-votes[b], abs(b * reach - home)))[:3]:
            low, high = max(0, bucket * reach - reach), min(len(words), (bucket + 2) * reach + size + reach)
            compared = SequenceMatcher(None, wanted, words[low:high], autojunk=size > _LONG)
            blocks = _without_strays(compared.get_matching_blocks()[:-1])
            if not blocks:
                continue
            begin, end = low + blocks[0].b, low + blocks[-1].b + blocks[-1].size
            kept = sum(block.size for block in blocks)
            likeness = 2 * kept / (size + end - begin)
            if best is None or likeness > best[0]:
                best = (likeness, begin, end, kept)
        if best is None or best[0] < _LIKE:
            return _gone(selector)
        begin, end = self.tokens.starts[best[1]], self.tokens.ends[best[2] - 1]
        return self._at(selector, begin, end, "changed", round(best[0], 3))

    def _stretch(self, place: int, size: int, exact: str) -> tuple[int, int]:
        """Give the offsets of some words, with the signs that the piece had before and after them."""
        own = _words(exact)
        begin, end = self.tokens.starts[place], self.tokens.ends[place + size - 1]
        head, tail = exact[: own.starts[0]], exact[own.ends[-1] :]
        if head and fold(normalize(self.text[max(0, begin - len(head)) : begin])) == fold(normalize(head)):
            begin -= len(head)
        if tail and fold(normalize(self.text[end : end + len(tail)])) == fold(normalize(tail)):
            end += len(tail)
        return begin, end

    def _at(self, selector: _Selector, start: int, end: int, state: State, likeness: float) -> Reanchored:
        return Reanchored(selector.id, selector.exact, state, Span(start, end, self.text[start:end]), likeness)


def _without_strays(blocks: list[Match]) -> list[Match]:
    """Leave out single words at the ends that stand far off from the rest: they are another passage's."""
    low, high = 0, len(blocks)
    while high - low > 1 and blocks[low].size == 1 and blocks[low + 1].b - blocks[low].b > _FAR:
        low += 1
    while high - low > 1 and blocks[high - 1].size == 1:
        before = blocks[high - 2]
        if blocks[high - 1].b - before.b - before.size < _FAR:
            break
        high -= 1
    return blocks[low:high]


def _gone(selector: _Selector) -> Reanchored:
    return Reanchored(selector.id, selector.exact, "gone", None, 0.0)


def _near(places: Sequence[int], home: int) -> Sequence[int]:
    """Give the places nearest to where it was, if there are too many to compare."""
    if len(places) <= _MOST_PLACES:
        return places
    middle = bisect_left(places, home)
    low = max(0, min(middle - _MOST_PLACES // 2, len(places) - _MOST_PLACES))
    return places[low : low + _MOST_PLACES]


def _shared(left: Iterable[str], right: Iterable[str]) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
