"""The tables hold what the README promises."""

from __future__ import annotations

from collections import Counter

import pytest
from afghanbrief_places.names import EntryIndex, loose_key, make_gazetteer, read_entries, spelling_key


def test_counts_of_levels() -> None:
    counts = Counter(entry.level for entry in read_entries().values())
    assert counts["province"] == 34
    assert 370 <= counts["district"] <= 420
    assert counts["country"] >= 190
    assert counts["capital"] == counts["country"]


def test_every_entry_is_whole() -> None:
    for entry in read_entries().values():
        assert entry.name in entry.names
        assert all(name == " ".join(name.split()) and name for name in entry.names)
        assert all(key in read_entries() for key in entry.above)
        assert (entry.level == "country") == (not entry.above)
        assert (entry.latitude is None) == (entry.longitude is None)


def test_afghan_entries_lie_in_the_country_and_in_a_province() -> None:
    for entry in read_entries().values():
        if entry.country == "AFG" and entry.level != "country":
            assert entry.province in read_entries()
            assert entry.latitude is None or 29 <= entry.latitude <= 39, entry.id
            assert entry.longitude is None or 60 <= entry.longitude <= 75, entry.id


def test_provinces_have_both_codes_and_native_names() -> None:
    for entry in read_entries().values():
        if entry.level == "province":
            assert {scheme for scheme, _ in entry.codes} == {"ocha", "iso3166-2"}
            assert entry.native


def test_names_in_dari_find_their_province() -> None:
    assert [entry.id for entry in EntryIndex(read_entries().values()).find("بدخشان")] == ["AF17"]


@pytest.mark.parametrize("spelling", ["Lashkar Gah", "Lashkargah", "Lashkar-Gah", "LASHKAR GAH", "Lashkar\u2011gah"])
def test_spellings_share_a_key(spelling: str) -> None:
    assert spelling_key(spelling) == "lashkargah"


@pytest.mark.parametrize(("one", "other"), [("Nimroz", "Nimruz"), ("Sarobi", "Surubi"), ("Qalat", "Kalat")])
def test_romanisations_share_a_loose_key(one: str, other: str) -> None:
    assert (loose_key(one) == loose_key(other)) is (one != "Sarobi")


def test_gazetteer_leaves_countries_and_surnames_to_others() -> None:
    names = {name for entry in make_gazetteer().entries for name in entry.names}
    assert {"Helmand", "Musa Qala", "Tarin Kowt"} <= names
    assert not names & {"Pakistan", "Kakar", "Shinwari"}
