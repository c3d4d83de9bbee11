"""Decides whom a short name stands for: the surname, first name or last names of a person named in full."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

# A name that very many others hold is no help, and looking at all of them would cost.
_MOST_CANDIDATES: Final = 12
_ARTICLES: Final = ("al", "el")
_SON_OF: Final = ("bin", "ibn", "bint")


def settle_short_names(persons: Mapping[str, object], places: Callable[[str], Sequence[int]]) -> dict[str, str]:
    """Find the full name behind each short one.

    Two persons may share a surname. It then stands for the one who alone had been named when it first stood by
    itself; where both had been, it joins neither.

    Arguments:
        persons: the persons' names by sound, each with its list entry or ``None``; two that are listed are two persons.
        places: gives the offsets at which a name stands.

    Returns:
        The full name of each short one that has one.
    """
    holders = _holders(persons)
    if not holders:
        return {}
    for name in holders:
        if persons[name] is not None:
            # Ahmad Massoud is not Ahmad Shah Massoud.
            holders[name] = [longer for longer in holders[name] if persons[longer] is None]
    whole = {name: longer[0] for name, longer in holders.items() if " " in name and len(longer) == 1}
    settled: dict[str, str] = {}
    for name, longer in holders.items():
        if not 0 < len(longer) <= _MOST_CANDIDATES:
            continue
        candidates = dict.fromkeys([_whole(whole, other) for other in longer])
        candidates.pop(name, None)
        owner = next(iter(candidates), None)
        if len(candidates) > 1:
            owner = _introduced(candidates, longer, whole, places, places(name))
        if owner is not None:
            settled[name] = owner
    return settled


def _introduced(
    candidates: Mapping[str, None],
    longer: Sequence[str],
    whole: Mapping[str, str],
    places: Callable[[str], Sequence[int]],
    uses: Sequence[int],
) -> str | None:
    """Give the one candidate that was named before some use of the short name, with no other."""
    first = {owner: min([min(places(name)) for name in longer if _whole(whole, name) == owner]) for owner in candidates}
    for start in sorted(uses):
        before = [owner for owner in candidates if first[owner] < start]
        if before:
            return before[0] if len(before) == 1 else None
    return None


def _holders(names: Collection[str]) -> dict[str, list[str]]:
    """Give the longer names that hold each short one: at the end, else at the start, else in the middle."""
    ranked: dict[str, tuple[int, list[str]]] = {}
    for name in names:
        if " " not in name:
            continue
        for part, rank in _parts_of(name):
            if part not in names:
                continue
            known = ranked.get(part)
            if known is None or rank < known[0]:
                ranked[part] = (rank, [name])
            elif rank == known[0]:
                known[1].append(name)
    return {part: holders for part, (_, holders) in ranked.items()}


@functools.lru_cache(maxsize=4096)
def _parts_of(name: str) -> tuple[tuple[str, int], ...]:
    """Give the short names that a name may have, the lower the number the likelier."""
    words = name.split()
    if len(words) == 2:
        parts = {words[0]: 1, words[1]: 0}
    else:
        parts = dict.fromkeys(words[1:-1], 2)
        parts[words[0]] = parts[" ".join(words[:-1])] = 1
        parts[" ".join(words[-2:])] = parts[" ".join(words[1:])] = 0
        if words[-2] not in _SON_OF:
            # "Salman" alone is the father of "Mohammed bin Salman".
            parts[words[-1]] = parts[f"{words[0]} {words[-1]}"] = 0
            if words[-2] in _ARTICLES:
                # "Saad Salim al-Harbi" is "Saad al-Harbi".
                parts[f"{words[0]} {words[-2]} {words[-1]}"] = 0
    parts.pop(name, None)
    return tuple(parts.items())


def _whole(whole: Mapping[str, str], name: str) -> str:
    for _ in range(_MOST_CANDIDATES):
        longer = whole.get(name)
        if longer is None:
            break
        name = longer
    return name
