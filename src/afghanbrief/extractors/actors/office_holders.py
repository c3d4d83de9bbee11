"""Finds the listed office-holder whom a title and a surname mean: "President Ghani"."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from afghanbrief.extractors.actors.profiles import Profile
from afghanbrief.text.names import Gazetteer, GazetteerEntry

# Offices of which a state has one, so that the surname is enough.
_ONE_OF_A_STATE: Final = frozenset(
    ("president", "prime minister", "chancellor", "premier", "king", "supreme leader", "secretary general")
)


def surnames_of(gazetteers: Iterable[Gazetteer]) -> Mapping[str, Sequence[GazetteerEntry]]:
    """Give the listed persons by surname.

    Arguments:
        gazetteers: the name lists.

    Returns:
        Entries by the last word of a name, in lower case.
    """
    found: dict[str, dict[str, GazetteerEntry]] = {}
    for gazetteer in gazetteers:
        for entry in gazetteer.entries:
            if entry.type == "person":
                for name in entry.names:
                    found.setdefault(name.split()[-1].lower(), {})[entry.id] = entry
    return {surname: tuple(entries.values()) for surname, entries in found.items()}


def find_office_holder(
    profile: Profile, surnames: Mapping[str, Sequence[GazetteerEntry]], day: datetime.date | None
) -> GazetteerEntry | None:
    """Find the only listed person of a surname who held a state's first office on a day.

    Arguments:
        profile: a person of one name, with its offices.
        surnames: the listed persons by surname.
        day: the report's date, or ``None``.

    Returns:
        The entry, or ``None``.
    """
    entries = surnames.get(profile.names[0].folded)
    if not entries or all(office.role.title.lower() not in _ONE_OF_A_STATE for office in profile.offices):
        return None
    holders = [entry for entry in entries if entry.holds(day) and _governs(entry, day)]
    return holders[0] if len(holders) == 1 else None


def _governs(entry: GazetteerEntry, day: datetime.date | None) -> bool:
    return any(
        code.endswith("GOV") and (day is None or ((start is None or start <= day) and (end is None or day < end)))
        for _, code, start, end in entry.codes
    )
