"""Loads the built-in name lists of countries, actors and places."""

from __future__ import annotations

import csv
import datetime
import functools
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Final

from afghanbrief.text.names import Gazetteer, GazetteerEntry

_FACTBOOK: Final = "CIA World Factbook; ISO 3166-1"
_OWN: Final = "written for afghanbrief from general knowledge"


@functools.cache
def built_in_gazetteers() -> tuple[Gazetteer, ...]:
    """Give the built-in name lists; see ``data/README.md`` for their sources and licences."""
    return (
        Gazetteer(
            name="countries",
            topic="actors",
            source=_FACTBOOK,
            licence="public domain",
            entries=(*_countries(),),
        ),
        Gazetteer(name="actors", topic="actors", source=_OWN, licence="Apache-2.0", entries=(*_actors(),)),
        Gazetteer(name="office-holders", topic="actors", source=_OWN, licence="Apache-2.0", entries=(*_persons(),)),
        Gazetteer(name="seats", topic="actors", source=_OWN, licence="Apache-2.0", entries=tuple(_seats())),
        Gazetteer(name="cities", topic="places", source=_OWN, licence="Apache-2.0", entries=(*_cities(),)),
        Gazetteer(name="spellings", topic="places", source=_OWN, licence="Apache-2.0", entries=(*_spellings(),)),
        Gazetteer(
            name="afghan-places",
            topic="places",
            source="public list of provinces and districts; geoBoundaries AFG 2014",
            licence="MIT; public domain",
            entries=(*_afghan_places(),),
        ),
    )


@functools.cache
def offices_of_one_state() -> Mapping[str, str]:
    """Give the countries of the offices that one state alone has ("Treasury Secretary"), by title in lower case."""
    return {row["title"]: row["country"] for row in _rows("offices.csv")}


@functools.cache
def namesakes() -> Mapping[str, frozenset[str]]:
    """Give the other countries that have bodies or offices of one name ("Congress"), by name in lower case."""
    return {row["name"]: frozenset(row["countries"].split("|")) for row in _rows("namesakes.csv")}


@functools.cache
def words_of_states() -> frozenset[str]:
    """Give the states' names and adjectives of one word, in lower case: some are everyday words ("French", "China")."""
    names = [
        name for row in _rows("countries.csv") for field in ("names", "adjectives") for name in row[field].split("|")
    ]
    return frozenset(name.lower() for name in names if " " not in name)


@functools.cache
def short_districts() -> frozenset[str]:
    """Give the Afghan districts of up to five letters, in lower case, that share no name with a province or a town."""
    short: set[str] = set()
    wider = {name for row in _rows("places.csv") for name in _names(row["names"])}
    for row in _rows("afghan_places.csv"):
        if row["level"] == "district":
            short.update([name for name in _names(row["names"]) if name.isalpha() and len(name) < 6])
        else:
            wider.update(_names(row["names"]))
    return frozenset([name.lower() for name in short - wider])


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = resources.files("afghanbrief.extractors.actors").joinpath("data", name).read_text("utf-8")
    yield from csv.DictReader(text.splitlines())


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name for name in cell.split("|") if name)


def _countries() -> Iterator[GazetteerEntry]:
    for row in _rows("countries.csv"):
        code = row["iso3"]
        codes = (("cameo", f"{code}GOV", None, None),) if code not in ("SUN", "YUG") else ()
        for column, form in (
            ("names", "name"),
            ("adjectives", "adjective"),
            ("nationals", "demonym"),
            ("capitals", "capital"),
        ):
            names = _names(row[column])
            if names:
                suffix = "" if form in ("name", "capital") else f":{form}"
                yield GazetteerEntry(
                    id=f"{code}{suffix}",
                    type="country" if form != "demonym" else "people",
                    names=names,
                    form=form,  # type: ignore[arg-type]
                    country=code,
                    codes=codes if form in ("name", "capital") else (),
                )


def _actors() -> Iterator[GazetteerEntry]:
    for row in _rows("actors.csv"):
        yield GazetteerEntry(
            id=row["id"],
            type=row["type"],
            names=_names(row["names"]),
            country=row["country"] or None,
            codes=tuple(_code(cell) for cell in _names(row["cameo"])),
        )


def _seats() -> Iterator[GazetteerEntry]:
    for row in _rows("seats.csv"):
        yield GazetteerEntry(
            id=f"{row['iso3']}:seat:{row['names']}",
            type="country",
            names=_names(row["names"]),
            form="metonym",
            country=row["iso3"],
            codes=(_code(row["cameo"]),),
        )


def _persons() -> Iterator[GazetteerEntry]:
    for row in _rows("persons.csv"):
        yield GazetteerEntry(
            id=f"person:{row['id']}",
            type="person",
            names=_names(row["names"]),
            country=row["country"] or None,
            codes=tuple([_code(cell) for cell in _names(row["cameo"])]),
        )


def _code(cell: str) -> tuple[str, str, datetime.date | None, datetime.date | None]:
    code, start, end = (*cell.split(":"), "", "")[:3]
    return ("cameo", code, _day(start), _day(end))


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _cities() -> Iterator[GazetteerEntry]:
    for row in _rows("places.csv"):
        for name in _names(row["names"]):
            yield GazetteerEntry(id=f"place:{name}", type="place", names=(name,), country=row["iso3"] or None)


def _afghan_places() -> Iterator[GazetteerEntry]:
    for row in _rows("afghan_places.csv"):
        names = tuple(name for name in _names(row["names"]) if len(name) > 3)
        if names:
            yield GazetteerEntry(id=f"place:{names[0]}", type="place", names=names, country="AFG")


def _spellings() -> Iterator[GazetteerEntry]:
    for row in _rows("spellings.csv"):
        yield GazetteerEntry(
            id=f"place:{row['name']}", type="place", names=_names(row["spellings"]), country=row["iso3"]
        )
