"""Decides whom a short name stands for: the surname, first name or last names of a person named in full."""

from __future__ import annotations

from collections.abc import Collection, Sequence

# A name that very many others hold is no help, and looking at all of them would cost.
_MOST_CANDIDATES = 12


def settle_short_names(persons: Sequence[tuple[int, str]]) -> dict[int, str]:
    """Find the full name behind each short one.

    Two persons may share a surname. It then stands for the one who alone bore it so far, or who was last called by
    it before the other came in; where both are named in full before the surname stands alone, it joins neither.

    Arguments:
        persons: the numbers of the mentions of persons, in text order, each with the name by sound.

    Returns:
        The full name, by the number of the mention of a short one.
    """
    first: dict[str, int] = {}
    for number, name in persons:
        if name not in first:
            first[name] = number
    holders = _holders(first) if len(first) > 1 else None
    if not holders:
        return {}
    whole = {name: longer[0] for name, longer in holders.items() if " " in name and len(longer) == 1}
    settled: dict[int, str] = {}
    called: dict[str, str] = {}
    for number, name in persons:
        longer = holders.get(name)
        if longer is None or len(longer) > _MOST_CANDIDATES:
            continue
        candidates = dict.fromkeys([_whole(whole, other) for other in longer])
        candidates.pop(name, None)
        if len(candidates) > 1:
            before = [other for other in candidates if _introduced(other, longer, whole, first) < number]
            owner = called.get(name) or (before[0] if len(before) == 1 else None)
        else:
            owner = next(iter(candidates), None)
        if owner is not None:
            called[name] = settled[number] = owner
    return settled


def _holders(names: Collection[str]) -> dict[str, list[str]]:
    """Give the longer names that hold each short one: at the end, else at the start, else in the middle."""
    ranked: dict[str, tuple[int, list[str]]] = {}
    for name in names:
        if " " not in name:
            continue
        words = name.split()
        if len(words) == 2:
            parts = {words[0]: 1, words[1]: 0}
        else:
            parts = dict.fromkeys(words[1:-1], 2)
            parts[words[0]] = parts[" ".join(words[:-1])] = 1
            parts[words[-1]] = parts[" ".join(words[-2:])] = parts[" ".join(words[1:])] = 0
            parts[f"{words[0]} {words[-1]}"] = 0
        for part, rank in parts.items():
            if part not in names or part == name:
                continue
            known = ranked.get(part)
            if known is None or rank < known[0]:
                ranked[part] = (rank, [name])
            elif rank == known[0]:
                known[1].append(name)
    return {part: holders for part, (_, holders) in ranked.items()}


def _whole(whole: dict[str, str], name: str) -> str:
    for _ in range(_MOST_CANDIDATES):
        longer = whole.get(name)
        if longer is None:
            break
        name = longer
    return name


def _introduced(owner: str, holders: list[str], whole: dict[str, str], first: dict[str, int]) -> int:
    """Give the number of the mention that brings a person in by a name that holds the short one."""
    return min(first[name] for name in holders if _whole(whole, name) == owner)
