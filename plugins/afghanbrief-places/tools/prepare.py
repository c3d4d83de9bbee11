"""Makes the plugin's two tables from the public lists that SOURCES.md names; run once, the result is committed.

``python tools/prepare.py AF_PLACES.csv COUNTRIES.csv`` where the first is the list of provinces and districts and the
second has the columns ``iso3``, ``names`` and ``capitals``.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "afghanbrief_places" / "data"
COLUMNS = ("id", "level", "parent", "name", "names", "name_dari", "name_pashto", "lat", "lon", "codes")
# Rows that number the wards of a city, or say "centre" or nothing at all, name no place.
_NO_NAME = re.compile(r"\d|^n\s*/?\s*a$|^cent(er|re) of|^markaz|^provincial$|^nahia |^zone | markazi$", re.IGNORECASE)
# Rows of the list that are a province's chief town under another province or spelling; the town has its own entry.
_STRAY = {("Paktika", "gardiz"), ("Kabul", "Mussahi Bagrami")}
_SAME_PROVINCE = {"Wardak": "Maidan Wardak", "Joz jan": "Jowzjan", "Sar e pul": "Sar-e Pul", "Daikundi": "Daykundi"}


def main(places: str, countries: str) -> None:
    """Write both tables."""
    provinces = list(_rows(HERE / "provinces.csv"))
    listed = list(_rows(Path(places)))
    write(DATA / "afghanistan.csv", [*province_rows(provinces, listed), *district_rows(provinces, listed)])
    write(DATA / "world.csv", list(world_rows(Path(countries))))


def province_rows(provinces: list[dict[str, str]], listed: list[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    """Give a row for each province and for its chief town."""
    by_code = {row["pcode"]: row for row in listed if row["level"] == "province"}
    for row in provinces:
        seen = by_code[row["pcode"]]
        names = _names(row["name"], *row["variants"].split("|"), _clean(seen["name_en"]))
        codes = f"ocha:{row['pcode']}|iso3166-2:{row['iso']}"
        place = (seen["name_dari"].strip(), seen["name_pashto"].strip(), _degrees(seen["lat"]), _degrees(seen["lon"]))
        yield (row["pcode"], "province", "AFG", row["name"], "|".join(names), *place, codes)
    for row in provinces:
        if row["capital"] != "Kabul":
            names = _names(row["capital"], *row["capital_variants"].split("|"))
            key = f"{row['pcode']}/city"
            yield (key, "city", row["pcode"], row["capital"], "|".join(names), "", "", row["clat"], row["clon"], "")


def district_rows(provinces: list[dict[str, str]], listed: list[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    """Give a row for each district, rows of one district under two spellings made one."""
    code_of = {row["name_en"]: row["pcode"] for row in listed if row["level"] == "province"}
    towns = {
        row["pcode"]: {_key(name) for name in (row["capital"], *row["capital_variants"].split("|"))}
        for row in provinces
    }
    districts: dict[tuple[str, str], dict[str, str | list[str]]] = {}
    own = {_key(_clean(row["name_en"])) for row in listed if row["level"] == "district"}
    for row in listed:
        name = _clean(row["name_en"])
        if row["level"] != "district" or _NO_NAME.search(name) or (row["province"], row["name_en"].strip()) in _STRAY:
            continue
        code = code_of[row["province"]]
        inside = re.search(r"\(([^)]+)\)", name)
        main_name = re.sub(r"\s*\([^)]*\)", "", name).strip()
        if _key(main_name) in towns[code] or re.search(r"(?i) city$", main_name):
            continue
        # A variant that is another district, or looks like no spelling of this one, is a wrong join.
        variants = [
            re.sub(r"\s*\([^)]*\)", "", variant).strip()
            for variant in map(_clean, row["variants"].split("|"))
            if variant
            and (_key(variant) not in own or _key(variant) == _key(name))
            and SequenceMatcher(None, _key(variant), _key(main_name)).ratio() >= 0.6
        ]
        names = [main_name, *([inside[1].strip()] if inside else []), *variants]
        known = districts.setdefault(
            (code, _key(main_name)), {"names": [], "dari": "", "pashto": "", "lat": "", "lon": ""}
        )
        known["names"] = _names(*known["names"], *names)
        for field, column in (("dari", "name_dari"), ("pashto", "name_pashto"), ("lat", "lat"), ("lon", "lon")):
            value = row[column].strip()
            if field in ("lat", "lon"):
                value = _degrees(value)
            elif value.isascii():
                value = ""
            known[field] = known[field] or value
    more = {row["id"]: row for row in _rows(HERE / "spellings.csv")}
    for (code, key), known in sorted(districts.items()):
        if f"{code}/{key}" in more:
            known["names"] = _names(*known["names"], *more.pop(f"{code}/{key}")["names"].split("|"))
        names = known["names"]
        place = (known["dari"], known["pashto"], known["lat"], known["lon"])
        yield (f"{code}/{key}", "district", code, names[0], "|".join(names), *place, "")  # type: ignore[misc]
    for row in more.values():
        yield (*(row[column] for column in COLUMNS[:5]), "", "", row["lat"], row["lon"], "")


def world_rows(countries: Path) -> Iterator[tuple[str, ...]]:
    """Give a row for each country that has a point, and for its capital."""
    names_of = {row["iso3"]: row for row in _rows(countries)}
    for row in _rows(HERE / "points.csv"):
        iso3 = row["iso3"]
        known = names_of.get(iso3)
        if known is None:
            continue
        names = [name for name in known["names"].split("|") if not re.fullmatch(r"[A-Z.]+", name)]
        acronyms = [name for name in known["names"].split("|") if name not in names]
        names = _names(*names, *acronyms)
        yield (iso3, "country", "", names[0], "|".join(names), "", "", row["lat"], row["lon"], f"iso3166-1:{iso3}")
        capitals = [name for name in known["capitals"].split("|") if name and name != "Cotonou"]
        towns = _names(row["capital"], *(name for name in capitals if _is_first(name, row["capital"], capitals)))
        key = f"{iso3}/capital"
        yield (
            key,
            "capital",
            "AF01" if iso3 == "AFG" else iso3,
            row["capital"],
            "|".join(towns),
            "",
            "",
            row["clat"],
            row["clon"],
            "",
        )


def _is_first(name: str, capital: str, capitals: list[str]) -> bool:
    # A second city that the list names as a seat of government stands elsewhere than the capital's point.
    return SequenceMatcher(None, name.lower(), capital.lower()).ratio() >= 0.5 or (
        capitals == [name] and name[0].isupper()
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def _clean(name: str) -> str:
    name = " ".join(name.split()).strip(" .")
    name = re.sub(r"-\s+", "-", re.sub(r"\(\s*", " (", name)).replace("  ", " ")
    name = re.sub(r"\s*\(\s*", " (", re.sub(r"\s*\)", ")", name)).strip()
    name = name.title() if name.isupper() or name.islower() else name
    return re.sub(r"-(I|E)-", lambda found: f"-{found[1].lower()}-", name)


def _key(name: str) -> str:
    name = re.sub(r"\([^)]*\)", "", name.lower())
    name = re.sub(r"[^a-z]+", " ", name).strip()
    name = re.sub(r"\b(i|e|wa|o)\b", "", name).replace(" ", "")
    name = re.sub(r"[ou]+|au|aw", "u", re.sub(r"[eiy]+", "i", name)).replace("q", "k")
    return re.sub(r"(.)\1+", r"\1", name)


def _names(*names: str) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))


def _degrees(number: str) -> str:
    rounded = f"{float(number):.4f}".rstrip("0").rstrip(".")
    return "" if rounded in ("0", "-0") else rounded


def write(path: Path, rows: list[tuple[str, ...]]) -> None:
    """Write a table with its header."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows(rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
