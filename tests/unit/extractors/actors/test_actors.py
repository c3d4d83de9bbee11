"""Actors: clusters, roles, countries and codes."""

from __future__ import annotations

import datetime
import functools

import pytest

from afghanbrief import Briefer, Briefing, Document
from afghanbrief.extractors.actors.codes import code_of_words
from afghanbrief.extractors.actors.gazetteers import built_in_gazetteers
from afghanbrief.extractors.actors.spelling import sound, spell
from afghanbrief.kinds import Actor, ActorMention


@functools.cache
def briefer() -> Briefer:
    return Briefer(only=("actors.mentions", "actors.link"))


def brief(text: str, published: str | None = "2018-08-30") -> Briefing:
    briefing = briefer().brief(Document(text, published=published))
    assert not briefing.failures
    return briefing


def clusters(text: str) -> set[frozenset[str]]:
    briefing = brief(text)
    found = {mention.id: mention.span.text for mention in briefing.of(ActorMention)}
    return {frozenset(found[key] for key in actor.mention_ids) for actor in briefing.of(Actor)}


def actor(text: str, name: str, published: str | None = "2018-08-30") -> Actor:
    return next(each for each in brief(text, published).of(Actor) if each.name == name)


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Gen. Torab Stanik resigned. Stanik had served for years.", {"Torab Stanik", "Stanik"}),
        ("Haibatullah Zirak spoke. Hibatullah Zirak left.", {"Haibatullah Zirak", "Hibatullah Zirak"}),
        ("The Northern Monitoring Group (NMG) met. The NMG left.", {"Northern Monitoring Group", "NMG"}),
        ("Moscow welcomed it. Russia said so twice.", {"Moscow", "Russia"}),
        ("Washington denied it. The U.S. said so.", {"Washington", "U.S."}),
    ],
)
def test_names_of_one_actor_are_together(text: str, together: set[str]) -> None:
    assert frozenset(together) in clusters(text)


def test_two_people_of_one_surname_stay_apart() -> None:
    found = clusters("Gen. Torab Stanik met Gen. Zalmai Stanik.")
    assert frozenset({"Torab Stanik"}) in found
    assert frozenset({"Zalmai Stanik"}) in found


def test_a_city_and_its_government_are_two() -> None:
    briefing = brief("Moscow welcomed the step. Snow fell in Moscow.")
    assert [mention.type for mention in briefing.of(ActorMention)] == ["government", "place"]
    assert [each.mention_ids for each in briefing.of(Actor)] == [(briefing.of(ActorMention)[0].id,)]


@pytest.mark.parametrize(
    ("text", "name", "title", "of"),
    [
        ("Afghan President Ola Nordmark left.", "Ola Nordmark", "President", "Afghan"),
        ("Zubin Kettler, a Taliban spokesman, denied it.", "Zubin Kettler", "spokesman", "Taliban"),
        ("The governor of Helmand, Torven Aasland, agreed.", "Torven Aasland", "governor", "Helmand"),
        ("Maj. Gen. Torven Aasland agreed.", "Torven Aasland", "Maj. Gen.", None),
        ("Its spokesman, Colonel Torven Aasland, agreed.", "Torven Aasland", "spokesman", None),
        ("Torven Aasland, 38, the head of the mission, agreed.", "Torven Aasland", "head", "mission"),
        (
            "Armenia's deputy foreign minister, Tigran Vard, agreed.",
            "Tigran Vard",
            "deputy foreign minister",
            "Armenia",
        ),
        ("Tigran Vard, special envoy for Iraq, agreed.", "Tigran Vard", "special envoy for Iraq", None),
        ("Former Foreign Minister Tigran Vard agreed.", "Tigran Vard", "Foreign Minister", None),
    ],
)
def test_offices_as_the_text_states_them(text: str, name: str, title: str, of: str | None) -> None:
    roles = actor(text, name).roles
    assert title in [role.title for role in roles]
    role = next(role for role in roles if role.title == title)
    assert role.of == of
    assert role.span is not None
    assert role.span.text == title


@pytest.mark.parametrize("text", ["Torven Aasland, a farmer, agreed.", "Torven Aasland, a 60-year-old widow, agreed."])
def test_occupations_are_no_offices(text: str) -> None:
    assert actor(text, "Torven Aasland").roles == ()


def test_an_office_points_to_the_actor_that_it_belongs_to() -> None:
    text = "The Taliban met. Zubin Kettler, a Taliban spokesman, denied it."
    taliban = actor(text, "Taliban")
    assert actor(text, "Zubin Kettler").roles[0].of_id == taliban.id


@pytest.mark.parametrize(
    ("text", "of", "owner"),
    [
        ("The Taliban took the town. The group's spokesman, Zubin Kettler, denied it.", "group", "Taliban"),
        ("The Trade Committee met. The chair of the committee, Zubin Kettler, left.", "committee", "Trade Committee"),
        ("The Trade Committee met. The chair of the panel, Zubin Kettler, left.", "panel", None),
    ],
)
def test_roles_of_what_a_noun_means(text: str, of: str, owner: str | None) -> None:
    role = actor(text, "Zubin Kettler").roles[0]
    assert role.of == of
    assert role.of_id == (actor(text, owner).id if owner is not None else None)


@pytest.mark.parametrize(
    ("text", "name", "country", "code"),
    [
        ("Kabul said nothing.", "Kabul", "AFG", "AFGGOV"),
        ("Iraqi soldiers fled.", "Iraqi soldiers", "IRQ", "IRQMIL"),
        ("A senior U.S. official said so.", "senior U.S. official", "USA", "USAGOV"),
        ("NATO denied it.", "NATO", None, "IGONAT"),
        ("The Free Valley Front attacked.", "Free Valley Front", None, "REB"),
        ("Zubin Kettler, a Taliban spokesman, denied it.", "Zubin Kettler", "AFG", "AFGREB"),
    ],
)
def test_countries_and_codes(text: str, name: str, country: str | None, code: str) -> None:
    found = actor(text, name)
    assert found.country == country
    assert dict(found.codes)["cameo"] == code


@pytest.mark.parametrize(
    ("published", "code"), [("1999-01-01", "AFGGOV"), ("2010-01-01", "AFGREB"), ("2022-01-01", "AFGGOV")]
)
def test_codes_go_by_the_date_of_the_report(published: str, code: str) -> None:
    assert dict(actor("The Taliban denied it.", "Taliban", published).codes) == {"cameo": code}


def test_every_actor_mention_belongs_to_one_actor() -> None:
    briefing = brief("Afghan officials met the Taliban in Doha. NATO and the U.S. said so, and Gen. Torab Stanik left.")
    owned = [key for each in briefing.of(Actor) for key in each.mention_ids]
    assert sorted(owned) == sorted(m.id for m in briefing.of(ActorMention) if m.type != "place")


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban-held town fell.",
        "U.S.-backed forces left.",
        "Afghan families left on Monday.",
        "The group left.",
        "In May the weather turned.",
        "Growth fell. Prices rose.",
    ],
)
def test_no_mentions(text: str) -> None:
    assert brief(text).of(ActorMention) == ()


def test_names_in_a_headline_are_those_of_the_body() -> None:
    text = "General Concedes Police Rolls Were Soft\n\nWASHINGTON, May 12 - Gen. Torab Stanik agreed."
    assert [m.span.text for m in brief(text).of(ActorMention)] == ["General", "WASHINGTON", "Torab Stanik"]


def test_transliterations_sound_alike() -> None:
    assert sound("mohammad") == sound("muhammad") == sound("mohamed")
    assert sound("yevgeny") == sound("yevgheny")
    assert sound("hassan") != sound("hussein")
    assert spell("al-Qa\u2019ida") == "al qaida"


def test_codes_of_words() -> None:
    assert code_of_words(["elders", "tribal"], "AFG") == "AFGELI"
    assert code_of_words(["stone"], "AFG") is None


def test_built_in_lists_name_their_source_and_hold_together() -> None:
    for gazetteer in built_in_gazetteers():
        assert gazetteer.source
        assert gazetteer.licence
        assert gazetteer.entries
        for entry in gazetteer.entries:
            assert entry.names
            assert all(name == name.strip() and name for name in entry.names)
            assert entry.country is None or (len(entry.country) == 3 and entry.country.isupper())
            for scheme, code, start, end in entry.codes:
                assert scheme == "cameo"
                assert code.isalnum()
                assert code.isupper()
                assert start is None or end is None or start <= end, entry
                assert start is None or isinstance(start, datetime.date)
