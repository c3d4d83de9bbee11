"""Each rule of the resolver: what it decides, by which cue, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from afghanbrief_places import Place

from afghanbrief import Briefing, Certainty

Brief = Callable[..., Briefing]
CASES = [
    # text, marks, mention, entry, rule
    ("Fighting went on in Nangarhar.", ["Nangarhar"], "Nangarhar", "AF06", "only-entry"),
    ("Fighting went on in Tarin Kowt.", ["Tarin Kowt"], "Tarin Kowt", "AF25/city", "only-entry"),
    ("Talks were held in Doha.", ["Doha"], "Doha", "QAT/capital", "only-entry"),
    ("Troops left northern Pakistan.", ["northern Pakistan"], "northern Pakistan", "PAK", "only-entry"),
    ("A market in Qondoz, Afghanistan, burned.", ["Qondoz", "Afghanistan"], "Qondoz", "AF19/city", "best-known"),
    ("Afghanistan mourns. Jowzjaan burned.", ["Jowzjaan", "Afghanistan"], "Jowzjaan", "AF28", "romanisation"),
    ("A bomb hit Kunduz city.", ["Kunduz"], "Kunduz", "AF19/city", "level-word"),
    ("A bomb hit Kunduz province.", ["Kunduz"], "Kunduz", "AF19", "level-word"),
    ("A bomb hit the province of Kunduz.", ["Kunduz"], "Kunduz", "AF19", "level-word"),
    ("A bomb hit Kunduz province.", ["Kunduz province"], "Kunduz province", "AF19", "level-word"),
    ("Kabul province is calm.", ["Kabul"], "Kabul", "AF01", "level-word"),
    ("Floods hit Herat, Farah and Ghor provinces.", ["Herat", "Farah", "Ghor"], "Herat", "AF32", "level-word"),
    ("Floods hit Kunduz, Takhar and Balkh.", ["Kunduz", "Takhar", "Balkh"], "Kunduz", "AF19", "listed-with"),
    ("He knows Kabul and Islamabad.", ["Kabul", "Islamabad"], "Kabul", "AFG/capital", "listed-with"),
    ("Fires in Kunduz, Ghazni and Farah.", ["Kunduz", "Ghazni", "Farah"], "Farah", "AF33/city", "best-known"),
    ("A bomb exploded in Kabul.", ["Kabul"], "Kabul", "AFG/capital", "best-known"),
    ("Shots were heard in Sharan, Paktika, at dawn.", ["Sharan", "Paktika"], "Sharan", "AF12/city", "named-parent"),
    (
        "Clashes in Qarabagh, Ghazni, left two dead.",
        ["Qarabagh", "Ghazni"],
        "Qarabagh",
        "AF11/karabagh",
        "named-parent",
    ),
    ("Clashes in Qarabagh, Ghazni, left two dead.", ["Qarabagh", "Ghazni"], "Ghazni", "AF11", "named-part"),
    ("Clashes in Qarabagh district of Kabul.", ["Qarabagh", "Kabul"], "Qarabagh", "AF01/karabagh", "named-parent"),
    ("Clashes in Herat's Kushk district.", ["Herat", "Kushk"], "Kushk", "AF32/kushk", "level-word"),
    (
        "In Ghazni province, police left. Qarabagh fell.",
        ["Ghazni", "Qarabagh"],
        "Qarabagh",
        "AF11/karabagh",
        "co-mention",
    ),
]


@pytest.mark.parametrize(("text", "marks", "mention", "entry", "rule"), CASES)
def test_chooses(brief: Brief, text: str, marks: list[str], mention: str, entry: str, rule: str) -> None:
    places = {place.span.text: place for place in brief(text, *marks).of(Place)}
    assert (places[mention].entry, places[mention].evidence.rule) == (entry, rule)


def test_names_the_cue(brief: Brief) -> None:
    inner, _ = brief("Clashes in Qarabagh, Ghazni.", "Qarabagh", "Ghazni").of(Place)
    assert [cue.text for cue in inner.evidence.cues] == ["Ghazni"]
    assert inner.evidence.certainty is Certainty.EXPLICIT


def test_gives_the_province_of_a_district(brief: Brief) -> None:
    place = brief("He was seized in Spin Boldak.", "Spin Boldak").of(Place)[0]
    assert (place.level, place.province, place.country) == ("district", "Kandahar", "AFG")
    assert place.mention_id == "actor-mention:17-28"
    assert place.latitude is not None
    assert 30 < place.latitude < 32


def test_gives_the_codes_of_a_province(brief: Brief) -> None:
    place = brief("Snow fell on Badakhshan.", "Badakhshan").of(Place)[0]
    assert dict(place.codes) == {"ocha": "AF17", "iso3166-2": "AF-BDS"}


def test_leaves_open_what_nothing_decides(brief: Brief) -> None:
    assert brief("He was born in Qarabagh.", "Qarabagh").of(Place) == ()


def test_leaves_unknown_places_alone(brief: Brief) -> None:
    assert brief("Rain fell on Atlantis.", "Atlantis").of(Place) == ()


def test_romanisations_are_not_looked_for_abroad(brief: Brief) -> None:
    places = brief("He flew from Doha to Jowzjaan.", "Doha", "Jowzjaan").of(Place)
    assert [place.name for place in places] == ["Doha"]


@pytest.mark.parametrize("mark", ["person:Farah", "government:Kabul", "people:Farah", "organisation:Kabul"])
def test_never_takes_an_actor_for_a_place(brief: Brief, mark: str) -> None:
    assert brief("Farah said that Kabul had agreed.", mark).of(Place) == ()


def test_survives_many_places(brief: Brief) -> None:
    assert len(brief("Qarabagh, Ghazni, " * 2000, "Qarabagh", "Ghazni").of(Place)) == 4000
