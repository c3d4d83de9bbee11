"""Offices as English news states them: before a name, behind it, before a comma, in a clause."""

from __future__ import annotations

import pytest

from afghanbrief import Briefer

BRIEFER = Briefer(only=("actors.link",), discover=False)


def offices(text: str, name: str) -> list[tuple[str, str | None]]:
    actors = {actor.name: actor for actor in BRIEFER.brief(text).actors}
    return [(role.title, role.of) for role in actors[name].roles]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "The Acting Minister of Dams and Canals, Anar Solan, opened the road.",
            "Anar Solan",
            [("Acting Minister of Dams and Canals", None)],
        ),
        (
            "The Minister of Energy and Water of Tajikistan Karim Noor spoke.",
            "Karim Noor",
            [("Minister of Energy and Water", "Tajikistan")],
        ),
        (
            "The Minister of Energy of the Republic of Tajikistan, Karim Noor, spoke.",
            "Karim Noor",
            [("Minister of Energy", "Republic of Tajikistan")],
        ),
        (
            "Karim Noor, director of the Joint Chamber of Commerce and Industry, spoke.",
            "Karim Noor",
            [("director", "Joint Chamber of Commerce and Industry")],
        ),
        ("Minister of Energy and Water Karim Noor spoke.", "Karim Noor", [("Minister of Energy and Water", None)]),
        (
            "Minister of Agriculture, Irrigation and Livestock Karim Noor spoke.",
            "Karim Noor",
            [("Minister of Agriculture, Irrigation and Livestock", None)],
        ),
        (
            "Georgia's Minister for Planning, Roads and Special Initiatives Karim Noor spoke.",
            "Karim Noor",
            [("Minister for Planning, Roads and Special Initiatives", "Georgia")],
        ),
        (
            "The Deputy Prime Minister for Economic Affairs, the honourable Karim Noor, spoke.",
            "Karim Noor",
            [("Deputy Prime Minister for Economic Affairs", None)],
        ),
        (
            "The special rapporteur on the state of rights in Georgia, Paul Bennett, spoke.",
            "Paul Bennett",
            [("special rapporteur on the state of rights in Georgia", None)],
        ),
        (
            "The committee's chair, the Liberal MP Sir Paul Bennett, said nothing.",
            "Paul Bennett",
            [("MP", None), ("chair", "committee")],
        ),
    ],
)
def test_fields_and_rows_of_titles(text: str, name: str, expected: list[tuple[str, str | None]]) -> None:
    assert offices(text, name) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The front's media chief, Karim Noor, spoke.", "Karim Noor", [("media chief", "front")]),
        ("Oxfam's supply chain manager Paul Bennett spoke.", "Paul Bennett", [("supply chain manager", "Oxfam")]),
        ("The front's powerful chief, Karim Noor, spoke.", "Karim Noor", [("chief", "front")]),
        ("Paul Bennett, Africa director at Oxfam, spoke.", "Paul Bennett", [("Africa director", "Oxfam")]),
        ("Paul Bennett, Oxfam's director, spoke.", "Paul Bennett", [("director", "Oxfam")]),
        ("Oxfam Asia director Paul Bennett spoke.", "Paul Bennett", [("Asia director", "Oxfam")]),
        (
            "Oxfam's associate Asia director, Paul Bennett, spoke.",
            "Paul Bennett",
            [("associate Asia director", "Oxfam")],
        ),
        ("By Paul Bennett, Europe correspondent", "Paul Bennett", [("Europe correspondent", None)]),
        (
            "Refugees and repatriation director Karim Noor spoke.",
            "Karim Noor",
            [("Refugees and repatriation director", None)],
        ),
        ("Iran's ambassador to Kabul Karim Noor spoke.", "Karim Noor", [("ambassador", "Iran")]),
        ("Afghan consul general in Peshawar Hafiz Noor spoke.", "Hafiz Noor", [("consul general", "Afghan")]),
        ("Taliban spokesman in Doha Karim Noor spoke.", "Karim Noor", [("spokesman", "Taliban")]),
        ("WHO director-general Karim Noor spoke.", "Karim Noor", [("director-general", "WHO")]),
        ("PM Karim Noor spoke.", "Karim Noor", [("PM", None)]),
        ("Paul Bennett lost. His running mate, Karim Noor, spoke.", "Karim Noor", [("running mate", "Paul Bennett")]),
        ("Paul Bennett was held. His lawyer, Karim Noor, spoke.", "Karim Noor", [("lawyer", "Paul Bennett")]),
        ("Paul Bennett was held. His brother, Karim Noor, spoke.", "Karim Noor", []),
        ("Irrigation Minister Karim Noor spoke.", "Karim Noor", [("Irrigation Minister", None)]),
        ("On Monday Minister Karim Noor spoke.", "Karim Noor", [("Minister", None)]),
        ("Paul Bennett, deputy Asia director at Oxfam, spoke.", "Paul Bennett", [("deputy Asia director", "Oxfam")]),
        (
            "Detective Inspector Joan Pell of Harrow Police spoke.",
            "Joan Pell",
            [("Detective Inspector", "Harrow Police")],
        ),
        ("At 5 pm Karim Noor spoke.", "Karim Noor", []),
        ("Water and Power Secretary Karim Noor spoke.", "Karim Noor", [("Water and Power Secretary", None)]),
        ("Iraq's Trade Minister Karim Noor spoke.", "Karim Noor", [("Trade Minister", "Iraq")]),
        ("Turkish central bank governor Karim Noor spoke.", "Karim Noor", [("central bank governor", "Turkish")]),
        ("The UN envoy for Syria, Norway's Karim Noor, spoke.", "Karim Noor", [("envoy for Syria", "UN")]),
        ("Karim Noor stepped down as defence minister.", "Karim Noor", [("defence minister", None)]),
        ("Karim Noor was sacked as mayor of Quetta.", "Karim Noor", [("mayor", "Quetta")]),
        ("Karim Noor, thanked the mayor, a rival.", "Karim Noor", []),
        ("Polish Foreign Minister Karim Noor spoke.", "Karim Noor", [("Foreign Minister", "Polish")]),
        ("China Trade Minister Karim Noor spoke.", "Karim Noor", [("Trade Minister", "China")]),
        ("Former central bank governor Karim Noor spoke.", "Karim Noor", [("central bank governor", None)]),
        ("Obama chose defence chief Karim Noor.", "Karim Noor", [("defence chief", None)]),
        ("Residents and provincial governor Karim Noor spoke.", "Karim Noor", [("provincial governor", None)]),
        ("Ousted Yemeni leader Karim Noor spoke.", "Karim Noor", [("leader", "Yemeni")]),
        (
            "The Netherlands' finance minister, Paul Bennett, spoke.",
            "Paul Bennett",
            [("finance minister", "Netherlands")],
        ),
        (
            "Paul Bennett, the Netherlands' finance minister, spoke.",
            "Paul Bennett",
            [("finance minister", "Netherlands")],
        ),
        ("A spokesman for the governor of Ghor, Karim Noor, spoke.", "Karim Noor", [("spokesman", "governor of Ghor")]),
        ("An adviser to the mayor, Karim Noor, spoke.", "Karim Noor", [("adviser", "mayor")]),
        ("Head of the election commission Karim Noor spoke.", "Karim Noor", [("Head", "election commission")]),
        ("The wife of the governor of Ghor, Karima Noor, spoke.", "Karima Noor", []),
        ("Shabaab spokesman Sheikh Karim Noor spoke.", "Karim Noor", [("Sheikh", None), ("spokesman", "Shabaab")]),
        ("Boko Haram attacked, army spokesman Karim Noor said.", "Karim Noor", [("army spokesman", None)]),
        ("Karim Noor, one of the bloc's leaders, spoke.", "Karim Noor", [("leaders", "bloc")]),
        ("A resident of Pashtun Kot, Karim Noor, spoke.", "Karim Noor", []),
        (
            "Directorate of Intelligence spokesman Karim Noor spoke.",
            "Karim Noor",
            [("spokesman", "Directorate of Intelligence")],
        ),
    ],
)
def test_compound_titles(text: str, name: str, expected: list[tuple[str, str | None]]) -> None:
    assert offices(text, name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Paul Bennett, a former diplomat who is now a fellow at the Lake Institute, spoke.",
            [("diplomat", None), ("fellow", "Lake Institute")],
        ),
        ("Paul Bennett, a diplomat who is tired, spoke.", [("diplomat", None)]),
        ("Paul Bennett, a diplomat who left, spoke.", [("diplomat", None)]),
        ("Paul Bennett, a climate researcher based in Berlin, spoke.", [("climate researcher", None)]),
        ("Paul Bennett, a shopkeeper in Berlin, spoke.", []),
        (
            "Paul Bennett, the acting minister of agriculture, irrigation and livestock, spoke.",
            [("acting minister of agriculture, irrigation and livestock", None)],
        ),
        ("Paul Bennett, the minister of justice, judges and lawyers spoke.", [("minister of justice", None)]),
        ("Paul Bennett, the Minister of Dams and Canals, spoke.", [("Minister of Dams and Canals", None)]),
        ("Paul Bennett, the secretary of the council, spoke.", [("secretary", "council")]),
    ],
)
def test_appositions(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert offices(text, "Paul Bennett") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The head of the bank and the guests, Paul Bennett and Anar Solan, left.",
        "After the talk on rights, Paul Bennett left.",
        "On the road to the ministry, Paul Bennett fell ill.",
        "Police named Paul Bennett as the killer.",
        "They named Paul Bennett to the board of the ministry.",
    ],
)
def test_what_is_no_office(text: str) -> None:
    assert offices(text, "Paul Bennett") == []


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "The United States sent Sen. Paul Bennett, the panel's ranking Republican, to Kabul. Kabul agreed.",
            "Paul Bennett",
            "USA",
        ),
        ("Tajik national Karim Noor was held in Kabul.", "Karim Noor", "TJK"),
        ("Pakistan agreed. Defence Secretary Karim Noor spoke.", "Karim Noor", "PAK"),
        ("Defence Secretary Karim Noor spoke.", "Karim Noor", "GBR"),
        ("Treasury Secretary Paul Bennett visited Kabul, which agreed.", "Paul Bennett", "USA"),
        ("Prime Minister Paul Bennett said Russia had spent millions.", "Paul Bennett", None),
        ("Moldova held a vote. Prime Minister Paul Bennett accused Russia of buying it.", "Paul Bennett", "MDA"),
        ("Iranian filmmaker Karim Noor was held in Kabul.", "Karim Noor", "IRN"),
        (
            "Rockets hit Peshawar, Pakistan said. In Kabul, Defence Ministry spokesman Karim Noor denied.",
            "Karim Noor",
            "AFG",
        ),
        ("In Kabul, British diplomats met Sir Paul Bennett, the director.", "Paul Bennett", None),
        ("In Kabul, the British embassy met Sir Paul Bennett, the governor. Britain agreed.", "Paul Bennett", "GBR"),
    ],
)
def test_countries_of_persons(text: str, name: str, country: str | None) -> None:
    assert {actor.name: actor.country for actor in BRIEFER.brief(text).actors}[name] == country


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank named Paul Bennett as chief financial officer.", [("chief financial officer", None)]),
        ("She named Paul Bennett justice minister.", [("justice minister", None)]),
        ("He was replaced by Paul Bennett as finance minister.", [("finance minister", None)]),
        ("The king swore in Paul Bennett as prime minister.", [("prime minister", None)]),
        ("Paul Bennett, who became president in 2009, left.", [("president", None)]),
        (
            "The board appointed Paul Bennett chief executive of Tandala Motors on Monday.",
            [("chief executive", "Tandala Motors")],
        ),
    ],
)
def test_offices_that_somebody_is_put_into(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert offices(text, "Paul Bennett") == expected
