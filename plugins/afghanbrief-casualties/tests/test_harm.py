"""Which harm a figure reports, by which rule; and figures that report none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from afghanbrief_casualties import Toll

from afghanbrief import Briefing

Brief = Callable[..., Briefing]
CASES: list[tuple[str, list[Any], list[tuple[str, str]]]] = [
    ("There were 3,804 deaths.", ["3,804 deaths"], [("killed", "harm-noun")]),
    ("The UN counted 7,189 injured.", ["7,189 injured"], [("wounded", "harm-noun")]),
    ("Hospitals took in 12 wounded soldiers.", ["12 wounded soldiers"], [("wounded", "harm-noun")]),
    ("At least 13 people were killed in Kabul.", [["13 people", ">="]], [("killed", "passive")]),
    ("13 people have reportedly been abducted.", ["13 people"], [("captured", "passive")]),
    ("13 people died when a roof fell.", ["13 people"], [("killed", "passive")]),
    ("He saw 13 people killed in the blast.", ["13 people"], [("killed", "passive")]),
    ("13 miners are missing.", ["13 miners"], [("missing", "passive")]),
    ("13 civilians lost their lives.", ["13 civilians"], [("killed", "passive")]),
    ("13 civilians were killed or wounded.", ["13 civilians"], [("casualties", "passive")]),
    ("40,000 people were displaced by the drought.", ["40,000 people"], [("displaced", "passive")]),
    ("13 people, including five children, were hurt.", ["13 people"], [("wounded", "passive")]),
    ("The blast killed at least 13 soldiers.", ["13 soldiers"], [("killed", "active")]),
    ("A bomb went off, wounding 20 others.", ["20 others"], [("wounded", "active")]),
    ("A raid killed or wounded 20 fighters.", ["20 fighters"], [("casualties", "active")]),
    ("They seized 13 people.", ["13 people"], [("captured", "active")]),
    ("The attack claimed 13 lives.", ["13 lives"], [("killed", "active")]),
    ("The death toll rose to 35 on Monday.", ["35"], [("killed", "toll-noun")]),
    ("The killing of 13 civilians shocked him.", ["13 civilians"], [("killed", "toll-noun")]),
    (
        "13 people were killed and 20 wounded.",
        ["13 people", ["20", "=", "people"]],
        [("killed", "passive"), ("wounded", "passive")],
    ),
    ("The dead were 36 soldiers.", ["36 soldiers"], [("killed", "toll-noun")]),
    ("62 people are known to have died.", ["62 people"], [("killed", "passive")]),
    ("2 policemen were among the dead.", ["2 policemen"], [("killed", "passive")]),
    ("It recorded 157,000 newly displaced Afghans.", [["157,000", "=", ""]], [("displaced", "harm-noun")]),
    (
        "15 soldiers and perhaps 20 Afghans died.",
        ["15 soldiers", "20 Afghans"],
        [("killed", "coordinated"), ("killed", "passive")],
    ),
    (
        "The blast killed 13 people and wounded 20.",
        ["13 people", ["20", "=", "people"]],
        [("killed", "active"), ("wounded", "active")],
    ),
    (
        "It counted 5,202 casualties, up from 4,806.",
        ["5,202 casualties", ["4,806", "=", "casualties"]],
        [("casualties", "harm-noun"), ("casualties", "harm-noun")],
    ),
    (
        "The blast killed 13 soldiers and 5 civilians.",
        ["13 soldiers", "5 civilians"],
        [("killed", "active"), ("killed", "coordinated")],
    ),
    (
        "13 soldiers and 5 civilians were killed.",
        ["13 soldiers", "5 civilians"],
        [("killed", "coordinated"), ("killed", "passive")],
    ),
    (
        "The blast killed 13 people, including 5 children.",
        ["13 people", "5 children"],
        [("killed", "active"), ("killed", "included")],
    ),
]
NONE: list[tuple[str, list[Any]]] = [
    ("13 militants killed the governor.", ["13 militants"]),
    ("The army captured 13 districts.", ["13 districts"]),
    ("They seized 13 rifles.", ["13 rifles"]),
    ("He claimed 13 victories.", ["13 victories"]),
    ("13 people were trained.", ["13 people"]),
    ("Ten were killed. 13 officials met.", ["13 officials"]),
    ("Police were killed, 13 officials said.", ["13 officials"]),
    ("13 members of parliament voted after a man was killed.", ["13 members"]),
    ("Of them 13 killed him.", [["13", "=", ""]]),
    ("The school has 13 children.", ["13 children"]),
]


@pytest.mark.parametrize(("text", "figures", "expected"), CASES)
def test_reads(brief: Brief, text: str, figures: list[Any], expected: list[tuple[str, str]]) -> None:
    tolls = brief(text, *figures).of(Toll)
    assert [(toll.harm, toll.evidence.rule) for toll in tolls] == expected
    assert all(toll.evidence.cues for toll in tolls)


@pytest.mark.parametrize(("text", "figures"), NONE)
def test_leaves_alone(brief: Brief, text: str, figures: list[Any]) -> None:
    assert brief(text, *figures).of(Toll) == ()
