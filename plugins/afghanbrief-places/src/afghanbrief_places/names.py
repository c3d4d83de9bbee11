"""The plugin's tables: entries, the index of their names, and the gazetteer that is made of them."""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterable
from decimal import Decimal
from importlib import resources

import attrs

from afghanbrief import Gazetteer
from afghanbrief.text.folding import fold, normalize
from afghanbrief.text.names import GazetteerEntry
from afghanbrief.text.patterns import compile_pattern

_TABLES = ("afghanistan.csv", "world.csv")
_NOT_LETTERS = compile_pattern(r"[\W_]++")
# Persian links between the parts of a name, written in five ways or not at all.
_LINKS = frozenset({"e", "i", "ye", "yi", "wa", "o"})
# Romanisations of Dari and Pashto differ in these letters; the order of the replacements matters.
_ROMANISATIONS = (
    *(("aw", "u"), ("au", "u"), ("ow", "u"), ("ou", "u"), ("oo", "u"), ("o", "u"), ("v", "w")),
    *(("ee", "i"), ("ey", "i"), ("ay", "i"), ("ai", "i"), ("e", "i"), ("y", "i"), ("ii", "i")),
    *(("q", "k"), ("uu", "u"), ("aa", "a")),
)
_SHORTEST_LOOSE = 5


@attrs.frozen(kw_only=True, weakref_slot=False)
class Entry:
    """A place of the tables.

    Attributes:
        id: its id.
        level: ``"country"``, ``"capital"``, ``"province"``, ``"city"`` or ``"district"``.
        above: ids of the places that it lies in, nearest first.
        name: its usual English name.
        names: all its names in Latin script.
        latitude: degrees north, or ``None``.
        longitude: degrees east, or ``None``.
        codes: pairs of scheme and code.
        native: its names in Dari and Pashto.
    """

    id: str
    level: str
    above: tuple[str, ...]
    name: str
    names: tuple[str, ...]
    latitude: Decimal | None
    longitude: Decimal | None
    codes: tuple[tuple[str, str], ...]
    native: tuple[str, ...] = ()

    @property
    def country(self) -> str:
        """ISO 3166-1 alpha-3 code of its country."""
        return (self.id, *self.above)[-1]

    @property
    def province(self) -> str | None:
        """Id of the province that it is or lies in."""
        return next((key for key in (self.id, *self.above) if len(key) == 4 and key.startswith("AF")), None)


@functools.cache
def read_entries() -> dict[str, Entry]:
    """Read both tables, once.

    Returns:
        The entries by id.
    """
    rows: list[dict[str, str]] = []
    for table in _TABLES:
        text = resources.files("afghanbrief_places").joinpath("data", table).read_text(encoding="utf-8")
        rows.extend(csv.DictReader(text.splitlines()))
    parents = {row["id"]: row["parent"] for row in rows}
    return {row["id"]: _entry(row, parents) for row in rows}


def _entry(row: dict[str, str], parents: dict[str, str]) -> Entry:
    above: list[str] = []
    parent = row["parent"]
    while parent:
        above.append(parent)
        parent = parents[parent]
    codes = tuple(tuple(pair.split(":", 1)) for pair in row["codes"].split("|") if pair)
    return Entry(
        id=row["id"],
        level=row["level"],
        above=tuple(above),
        name=row["name"],
        names=tuple(row["names"].split("|")),
        latitude=Decimal(row["lat"]) if row["lat"] else None,
        longitude=Decimal(row["lon"]) if row["lon"] else None,
        codes=codes,  # type: ignore[arg-type]
        native=tuple(dict.fromkeys(name for name in (row["name_dari"], row["name_pashto"]) if name)),
    )


def spelling_key(name: str) -> str:
    """Make the key under which a name is looked up: case, hyphens, blanks and Persian links do not count.

    >>> spelling_key("Mazar-e-Sharif") == spelling_key("Mazar Sharif") == "mazarsharif"
    True
    """
    words = _NOT_LETTERS.split(fold(normalize(name)))
    kept = [word for word in words[1:] if word not in _LINKS]
    return "".join((*words[:1], *kept))


def loose_key(name: str) -> str:
    """Make the key that romanisations of one Dari or Pashto name share.

    >>> loose_key("Kundoz") == loose_key("Qunduz")
    True
    """
    key = spelling_key(name)
    for old, new in _ROMANISATIONS:
        key = key.replace(old, new)
    return key


class EntryIndex:
    """Finds the entries of a name.

    Arguments:
        entries: the places.

    >>> index = EntryIndex(read_entries().values())
    >>> [entry.id for entry in index.find("Nangarhar")]
    ['AF06']
    """

    __slots__ = ("_by_key", "_by_loose_key")

    def __init__(self, entries: Iterable[Entry]) -> None:
        by_key: dict[str, dict[str, Entry]] = {}
        by_loose_key: dict[str, dict[str, Entry]] = {}
        for entry in entries:
            for name in (*entry.names, *entry.native):
                by_key.setdefault(spelling_key(name), {})[entry.id] = entry
            if entry.id.startswith("AF") and entry.level not in ("country", "capital"):
                for name in entry.names:
                    by_loose_key.setdefault(loose_key(name), {})[entry.id] = entry
        self._by_key = {key: tuple(found.values()) for key, found in by_key.items()}
        self._by_loose_key = {key: tuple(found.values()) for key, found in by_loose_key.items()}

    def find(self, name: str) -> tuple[Entry, ...]:
        """Give the entries that have this name, however its parts are joined."""
        return self._by_key.get(spelling_key(name), ())

    def find_romanised(self, name: str) -> tuple[Entry, ...]:
        """Give the Afghan entries that another romanisation of this name means."""
        key = loose_key(name)
        return self._by_loose_key.get(key, ()) if len(key) >= _SHORTEST_LOOSE else ()


def make_gazetteer() -> Gazetteer:
    """Make the name list that the built-in extractor of mentions reads too.

    Countries and their capitals are left out, since that extractor knows them and tells a government from its
    seat; so are districts of one word, many of which are surnames as well.

    Returns:
        The provinces, towns, and districts whose name has several words.
    """
    entries = tuple(
        GazetteerEntry(id=f"places:{entry.id}", type="place", names=names, country="AFG")
        for entry in read_entries().values()
        if entry.country == "AFG" and entry.level in ("province", "city", "district")
        if (names := tuple(name for name in entry.names if entry.level != "district" or len(name.split()) > 1))
    )
    return Gazetteer(
        name="afghanbrief-places",
        topic="places",
        source="afghanistan-provinces-districts-villages, geoBoundaries AFG 2014, OCHA p-codes; see data/SOURCES.md",
        licence="MIT, public domain",
        entries=entries,
    )
