"""Unnamed persons and bodies are actors where they speak or act."""

from __future__ import annotations

import pytest

from afghanbrief import Briefer
from afghanbrief.extractors.actors.described_words import plural_of
from afghanbrief.kinds import ActorMention

_BRIEFER = Briefer(discover=False)


def described(text: str) -> list[str]:
    return [
        mention.span.text
        for mention in _BRIEFER.brief(text).of(ActorMention)
        if mention.type == "role" or mention.evidence.rule == "acting-body"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A resident of Sarband district, aged 30, told the mission that the road was closed.", ["resident"]),
        ("The prefect's deputy, who came late, said so.", ["deputy"]),
        ("The border guards, Ekman says, let the lorries pass.", ["border guards"]),
        ("Neither villagers nor officials could explain the fire.", ["villagers", "officials"]),
        ("Roughly one in five evacuees had gone home.", ["evacuees"]),
        ('"They will," one Western diplomat said by telephone.', ["Western diplomat"]),
        ('"Nobody came," recalls an elderly beekeeper.', ["elderly beekeeper"]),
        ('A shopkeeper was more cautious. "They signed before," he said.', ["shopkeeper"]),
        ("An Uzbek delegation led by the foreign minister arrived in Kabul.", ["Uzbek delegation"]),
        ("Azerbaijani and Armenian soldiers clashed near the lake.", ["Azerbaijani and Armenian soldiers"]),
        ("PM says the provinces must act together.", ["PM"]),
        ("The anti-corruption commission accused two ministers.", ["anti-corruption commission"]),
        ("The prosecutor's office said so.", ["prosecutor's office"]),
        ("Afghan troops backed by US jets retook the district.", ["Afghan troops"]),
        ("Syrian refugees stranded in Edirne demanded passage.", ["Syrian refugees"]),
        ("Residents and provincial governor Karim Noor said so.", ["Residents"]),
        ("A labour court in Osh ruled that the sackings were illegal.", ["labour court"]),
    ],
)
def test_who_speaks_or_acts(text: str, expected: list[str]) -> None:
    assert described(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ahmad Wali, a trader from Herat, said business was bad.",
        "Abdul Karim, 42, a tea seller, said so.",
        "A spokesman for the ministry, Karim Jan, said nothing.",
        "Spokesman for the mission Colonel Karim Jan told reporters a different story.",
        "The killing of two officers went unnoticed.",
        "Villagers were told to leave.",
        "Officers accused of theft.",
        "Gunmen attacked the post.",
        "Every driver is losing money.",
        "The agency was in the old town.",
    ],
)
def test_who_does_not(text: str) -> None:
    assert described(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Refugees and repatriation director Karim Noor said families had returned.",
        "The head of the election commission Karim Noor resigned.",
    ],
)
def test_a_title_is_no_actor(text: str) -> None:
    assert described(text) == []


def test_plurals() -> None:
    assert [plural_of(noun) for noun in ("diplomat", "envoy", "deputy", "policewoman", "witness")] == [
        "diplomats",
        "envoys",
        "deputies",
        "policewomen",
        "witnesses",
    ]


def test_who_dies_does_nothing() -> None:
    assert "officer" not in described("An officer died in hospital.")


def test_a_name_behind_and_is_of_another() -> None:
    assert "Swedish ambassador" in described("Iran summoned the Swedish ambassador, and its spokesman, Ali Khan, wept.")


def test_a_text_may_end_with_a_participle_and_a_blank() -> None:
    assert described("Two policeman injured ") == []
