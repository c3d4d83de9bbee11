"""Puts extractors into the order that their needs ask for, and explains rings and gaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from afghanbrief.errors import DependencyCycleError
from afghanbrief.extractor import Extractor


def order_extractors(extractors: Sequence[type[Extractor]]) -> tuple[type[Extractor], ...]:
    """Sort extractors so that each runs after all that provide what it requires or uses.

    Of those that may run next, the one whose name comes first in the alphabet does, so that the order in which
    they were registered never shows.

    Arguments:
        extractors: their classes; names are unique.

    Returns:
        The classes in running order.

    Raises:
        DependencyCycleError: if some need each other in a ring; it carries the ring.
    """
    by_name = {extractor.name: extractor for extractor in extractors}
    waits_for = _needs_by_name(by_name)
    ordered: list[type[Extractor]] = []
    waiting = dict(waits_for)
    done: set[str] = set()
    while waiting:
        ready = sorted(name for name, needs in waiting.items() if needs <= done)
        if not ready:
            raise DependencyCycleError(_find_ring(waiting, done))
        name = ready[0]
        del waiting[name]
        done.add(name)
        ordered.append(by_name[name])
    return tuple(ordered)


def missing_kinds(
    extractors: Sequence[type[Extractor]],
) -> dict[str, tuple[type[Any], ...]]:
    """Find out which extractors can never run, since nobody provides what they require.

    Arguments:
        extractors: their classes, in running order; one that is missing something provides nothing to later ones.

    Returns:
        The missing kinds by extractor name.
    """
    provided: set[type[Any]] = set()
    missing: dict[str, tuple[type[Any], ...]] = {}
    for extractor in extractors:
        gaps = tuple(kind for kind in extractor.requires if kind not in provided)
        if gaps:
            missing[extractor.name] = gaps
        else:
            provided.update(extractor.provides)
    return missing


def _needs_by_name(by_name: Mapping[str, type[Extractor]]) -> dict[str, set[str]]:
    producers: dict[type[Any], set[str]] = {}
    for name, extractor in by_name.items():
        for kind in extractor.provides:
            producers.setdefault(kind, set()).add(name)
    needs: dict[str, set[str]] = {}
    for name, extractor in by_name.items():
        wanted = [kind for kind in (*extractor.requires, *extractor.uses) if kind not in extractor.provides]
        needs[name] = {producer for kind in wanted for producer in producers.get(kind, ())}
        if any(kind in extractor.provides for kind in (*extractor.requires, *extractor.uses)):
            # It reads the kind that it provides itself: it runs after the other producers of that kind.
            own = [kind for kind in (*extractor.requires, *extractor.uses) if kind in extractor.provides]
            needs[name] |= {producer for kind in own for producer in producers[kind] if producer != name}
    return needs


def _find_ring(waiting: Mapping[str, set[str]], done: set[str]) -> tuple[str, ...]:
    path = [min(waiting)]
    while True:
        following = min(waiting[path[-1]] - done)
        if following in path:
            ring = path[path.index(following) :]
            first = ring.index(min(ring))
            ring = ring[first:] + ring[:first]
            return (*ring, ring[0])
        path.append(following)
