"""The fields of a toll: interval, group, by whom, where, when, part of what."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from afghanbrief_casualties import Toll
from afghanbrief_casualties.extractor import PLACE_KINDS

from afghanbrief import Briefing

Brief = Callable[..., Briefing]


@pytest.mark.parametrize(
    ("bound", "low", "best", "high"),
    [
        ("=", 13, 13, 13),
        ("~", 13, 13, 13),
        (">=", 13, 13, None),
        (">", 14, 13, None),
        ("<=", 0, 13, 13),
        ("<", 0, 13, 12),
    ],
)
def test_interval_follows_the_bound(brief: Brief, bound: str, low: int, best: int, high: int | None) -> None:
    toll = brief("13 people were killed.", ["13 people", bound]).of(Toll)[0]
    assert (toll.low, toll.best, toll.high) == (low, best, high)


@pytest.mark.parametrize(
    ("phrase", "group"),
    [
        ("13 Afghan soldiers", "soldiers"),
        ("13 policemen", "police"),
        ("13 school children", "children"),
        ("13 villagers", "civilians"),
        ("13 rebels", "militants"),
        ("13 Hazaras", None),
    ],
)
def test_group_of_the_victims(brief: Brief, phrase: str, group: str | None) -> None:
    toll = brief(f"{phrase} were captured.", phrase).of(Toll)[0]
    assert toll.group == group
    assert toll.victims is not None


def test_breakdown_of_casualties_is_kept(brief: Brief) -> None:
    text = "UNAMA documented 10,993 civilian casualties: 3,804 deaths and 7,189 injured."
    whole, deaths, injured = brief(text, "10,993 civilian casualties", "3,804 deaths", "7,189 injured").of(Toll)
    assert (whole.harm, deaths.harm, injured.harm) == ("casualties", "killed", "wounded")
    assert whole.part_of_id is None
    assert {toll.group for toll in (whole, deaths, injured)} == {"civilians"}
    assert deaths.part_of_id == injured.part_of_id == whole.id


def test_included_victims_are_a_part(brief: Brief) -> None:
    text = "The blast killed 13 people, including 5 children and 3 women, and wounded 20 others."
    figures = ("13 people", "5 children", "3 women", "20 others")
    whole, children, women, others = brief(text, *figures).of(Toll)
    assert children.part_of_id == women.part_of_id == whole.id
    assert others.part_of_id is None


def test_parts_never_exceed_their_whole(brief: Brief) -> None:
    text = "There were 10 casualties: 13 deaths."
    assert [toll.part_of_id for toll in brief(text, "10 casualties", "13 deaths").of(Toll)] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "13 soldiers were killed by the Taliban in Sangin.",
        "13 soldiers were killed in an attack by the Taliban in Sangin.",
        "Taliban fighters killed 13 soldiers in Sangin.",
        "The Taliban have killed 13 soldiers in Sangin.",
        "13 soldiers were killed in Sangin in a bombing blamed on the Taliban.",
    ],
)
def test_by_whom_and_where(brief: Brief, text: str) -> None:
    mentions = [["Taliban", "armed_group"], ["Sangin", "place"]]
    toll = brief(text, "13 soldiers", mentions=mentions).of(Toll)[0]
    assert toll.by is not None
    assert (toll.by.text, toll.by_id) == ("Taliban", "actor:taliban")
    assert toll.where is not None
    assert toll.where.text == "Sangin"


def test_whoever_caused_casualties_did_it(brief: Brief) -> None:
    text = "The Taliban caused about 2,884 civilian casualties."
    toll = brief(text, "2,884 civilian casualties", mentions=[["Taliban", "armed_group"]]).of(Toll)[0]
    assert toll.by_id == "actor:taliban"


@pytest.mark.parametrize(
    "text",
    [
        "The 13 soldiers killed there were honoured by the Taliban.",
        "13 soldiers were killed, and peace was made by the Taliban.",
    ],
)
def test_the_agent_of_another_verb_did_not_do_it(brief: Brief, text: str) -> None:
    assert brief(text, "13 soldiers", mentions=[["Taliban", "armed_group"]]).of(Toll)[0].by is None


def test_victims_did_not_do_it(brief: Brief) -> None:
    text = "Taliban suffered. A blast killed 13 soldiers."
    assert brief(text, "13 soldiers", mentions=[["Taliban", "armed_group"]]).of(Toll)[0].by is None


def test_when(brief: Brief) -> None:
    text = "13 soldiers were killed on 5 May 2018."
    toll = brief(text, "13 soldiers", dates=[["5 May 2018", "2018-05-05"]]).of(Toll)[0]
    assert toll.date_id == "date:27-37"


@pytest.mark.skipif(not PLACE_KINDS, reason="afghanbrief-places is not installed")
def test_the_most_precise_resolved_place_is_named(brief: Brief) -> None:
    text = "13 soldiers were killed in Sangin, Helmand."
    briefing = brief(text, "13 soldiers", mentions=[["Sangin", "place"], ["Helmand", "place"]])
    toll = briefing.of(Toll)[0]
    assert briefing.get(toll.place_id).entry == "AF30/sangin"


def test_survives_many_figures(brief: Brief) -> None:
    text = " ".join(f"{number} soldiers were killed and" for number in range(1000, 3000))
    tolls = brief(text, *(f"{number} soldiers" for number in range(1000, 3000))).of(Toll)
    assert len(tolls) == 2000
