"""Settles which of several overlapping annotations of one kind stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import attrs

from afghanbrief.annotation import Certainty, Overlap

_CERTAINTY: Final = {Certainty.EXPLICIT: 0, Certainty.INFERRED: 1, Certainty.WEAK: 2}


def settle_conflicts(annotations: Sequence[Any], *, priority: Mapping[str, int] | None = None) -> tuple[Any, ...]:
    """Keep the better one of every two annotations of one kind that may not overlap.

    The better one is, in this order: of the producer of higher priority, longer, more certain, earlier, of the
    name of extractor and rule that comes first in the alphabet. What loses to a kept annotation of the same span
    is named in ``evidence.also`` of the winner. Kinds that may nest lose only to those that they cross, or whose
    span they share; kinds that may overlap lose only to those of the same id.

    Arguments:
        annotations: of one kind, in any order.
        priority: rank of each extractor by name, a lower number wins; without it all are equal.

    Returns:
        Those that stay, sorted by span and id.
    """
    if not annotations:
        return ()
    rank = priority or {}
    policy = type(annotations[0]).overlap
    if policy is not Overlap.ALLOW and _are_apart(annotations):
        return tuple(annotations)
    by_span = sorted(annotations, key=_by_span)
    if policy is not Overlap.ALLOW and _are_apart(by_span):
        return tuple(by_span)
    if policy is Overlap.ALLOW and len({item.id for item in by_span}) == len(by_span):
        return tuple(by_span)

    def preference(item: Any) -> tuple[Any, ...]:
        evidence = item.evidence
        return (
            rank.get(evidence.extractor, 0),
            item.span.start - item.span.end,
            _CERTAINTY[evidence.certainty],
            item.span.start,
            evidence.extractor,
            evidence.rule,
            item.id,
        )

    ordered = sorted(annotations, key=preference)
    kept = _keep_unique(ordered) if policy is Overlap.ALLOW else _keep_apart(ordered, policy)
    return tuple(sorted(kept, key=_by_span))


def _by_span(item: Any) -> tuple[int, int, str]:
    return item.span.start, -item.span.end, item.id


def _are_apart(by_span: Sequence[Any]) -> bool:
    end = 0
    for item in by_span:
        span = item.span
        if span.start < end:
            return False
        end = span.end
    return True


def _keep_unique(ordered: Sequence[Any]) -> list[Any]:
    kept: dict[str, Any] = {}
    for item in ordered:
        kept.setdefault(item.id, item)
    return list(kept.values())


def _keep_apart(ordered: Sequence[Any], policy: Overlap) -> list[Any]:
    """Take the items best first; each must be apart from those kept, or nest where that is allowed."""
    kept = _Kept(sorted({offset for item in ordered for offset in (item.span.start, item.span.end)}))
    winners: dict[tuple[int, int], int] = {}
    result: list[Any] = []
    for item in ordered:
        key = (item.span.start, item.span.end)
        if key in winners:
            winner = result[winners[key]]
            result[winners[key]] = attrs.evolve(winner, evidence=_with_loser(winner.evidence, item.evidence))
            continue
        if kept.conflicts(*key, nest=policy is Overlap.NEST):
            continue
        kept.add(*key)
        winners[key] = len(result)
        result.append(item)
    return result


def _with_loser(winner: Any, loser: Any) -> Any:
    name = f"{loser.extractor}/{loser.rule}"
    if name in winner.also or (winner.extractor, winner.rule) == (loser.extractor, loser.rule):
        return winner
    return attrs.evolve(winner, also=(*winner.also, name))


class _Kept:
    """The spans kept so far: answers in logarithmic time whether a new one crosses or touches one of them."""

    def __init__(self, borders: list[int]) -> None:
        self._position = {offset: index for index, offset in enumerate(borders)}
        width = 1
        while width < max(1, len(borders)):
            width *= 2
        self._width = width
        # For each start the furthest end, for each end the nearest start, over the kept spans.
        self._furthest_end = [-1] * (2 * width)
        self._nearest_start = [len(borders)] * (2 * width)
        self._none = len(borders)

    def add(self, start: int, end: int) -> None:
        first, last = self._position[start], self._position[end]
        node = first + self._width
        while node:
            self._furthest_end[node] = max(self._furthest_end[node], last)
            node //= 2
        node = last + self._width
        while node:
            self._nearest_start[node] = min(self._nearest_start[node], first)
            node //= 2

    def conflicts(self, start: int, end: int, *, nest: bool) -> bool:
        first, last = self._position[start], self._position[end]
        if not nest:
            return self._best(max, self._furthest_end, -1, 0, last) > first
        # A kept span crosses if it starts strictly inside and ends outside, or ends strictly inside and starts outside.
        if self._best(max, self._furthest_end, -1, first + 1, last) > last:
            return True
        return self._best(min, self._nearest_start, self._none, first + 1, last) < first

    def _best(self, better: Callable[[int, int], int], tree: list[int], best: int, low: int, high: int) -> int:
        """Give the best value of a tournament's leaves from *low* to *high*, the latter exclusive."""
        left, right = low + self._width, high + self._width
        while left < right:
            if left & 1:
                best = better(best, tree[left])
                left += 1
            if right & 1:
                right -= 1
                best = better(best, tree[right])
            left //= 2
            right //= 2
        return best
