"""Who is whose, in which office, of which country: what the links read from the words around a name."""

from __future__ import annotations

import functools

import pytest

from afghanbrief import Briefer, Briefing, Document
from afghanbrief.extractors.actors.codes import role_of_words
from afghanbrief.extractors.actors.surnames import settle_short_names
from afghanbrief.kinds import Actor, ActorMention


@functools.cache
def briefer() -> Briefer:
    return Briefer(only=("actors.mentions", "actors.link"))


def brief(text: str, published: str | None = "2018-08-30") -> Briefing:
    briefing = briefer().brief(Document(text, published=published))
    assert not briefing.failures
    return briefing


def actor(text: str, name: str, published: str | None = "2018-08-30") -> Actor:
    return next(each for each in brief(text, published).of(Actor) if each.name == name)


def named(text: str, actor_id: str) -> list[str]:
    briefing = brief(text)
    found = {mention.id: mention.span.text for mention in briefing.of(ActorMention)}
    return [found[key] for each in briefing.of(Actor) if each.id == actor_id for key in each.mention_ids]


@pytest.mark.parametrize(
    ("persons", "settled"),
    [
        ({"ahmad stanik": [0], "stanik": [1]}, {"stanik": "ahmad stanik"}),
        ({"ahmad stanik": [0], "stanik": [1, 3], "rahim stanik": [2]}, {"stanik": "ahmad stanik"}),
        ({"ahmad stanik": [0], "rahim stanik": [1], "stanik": [2]}, {}),
        ({"stanik": [0, 3], "ahmad stanik": [2], "rahim stanik": [4]}, {"stanik": "ahmad stanik"}),
        ({"rahim ahmad": [0], "ahmad stanik": [1], "ahmad": [2]}, {"ahmad": "rahim ahmad"}),
        (
            {"stanik": [0], "ahmad stanik": [1], "ahmad stanik vard": [2]},
            dict.fromkeys(("stanik", "ahmad stanik"), "ahmad stanik vard"),
        ),
        ({"stanik": [0], "vard": [1]}, {}),
    ],
)
def test_a_surname_goes_to_whom_it_was_given_first(persons: dict[str, list[int]], settled: dict[str, str]) -> None:
    assert settle_short_names(dict.fromkeys(persons), persons.__getitem__) == settled


def test_a_place_that_recurs_is_linked_and_no_actor() -> None:
    text = "Snow fell in Aleppo. They fled from Aleppo to Idlib."
    assert named(text, "place:aleppo") == ["Aleppo", "Aleppo"]
    assert named(text, "place:idlib") == []
    assert brief(text).actors == ()
    assert actor(text, "Aleppo").codes == ()


def test_a_province_is_one_place_with_and_without_its_head() -> None:
    text = "They live in Helmand Province. It rained in Helmand."
    assert [len(each.mention_ids) for each in brief(text).of(Actor)] == [2]


@pytest.mark.parametrize(
    ("text", "title", "of"),
    [
        ("NATO rejected the count. Its spokesman, Colonel Tigran Vard, agreed.", "spokesman", "NATO"),
        ("The Taliban rejected it. Their spokesman Tigran Vard said so.", "spokesman", "Taliban"),
        ("Moscow sent its special envoy, Tigran Vard.", "special envoy", "Moscow"),
        ("Iran and its foreign minister, Tigran Vard, agreed.", "foreign minister", "Iran"),
        ("In Douentza, where they live, the mayor, Tigran Vard, was counting.", "mayor", "Douentza"),
        ("The Taliban deny it. Spokesman Tigran Vard said so.", "Spokesman", "Taliban"),
        ("The head of the IOM office in Herat, Tigran Vard, agreed.", "head", "IOM office in Herat"),
        ("Tigran Vard, head of the IOM office in Herat, agreed.", "head", "IOM office in Herat"),
        ("A notorious commander, Tigran Vard, was killed.", "commander", None),
        ("They left the Red Cross. Ambassador Tigran Vard agreed.", "Ambassador", None),
    ],
)
def test_whose_office_it_is(text: str, title: str, of: str | None) -> None:
    roles = {role.title: role.of for role in actor(text, "Tigran Vard").roles}
    assert roles[title] == of


def test_kin_hold_no_office() -> None:
    assert actor("His father Tigran Vard agreed.", "Tigran Vard").roles == ()


@pytest.mark.parametrize(
    ("text", "name", "country", "code"),
    [
        ("Residents of Ghazni said the road was closed.", "Residents", "AFG", "AFGCVL"),
        ("Pakistan's Foreign Office spokesman Tigran Vard agreed.", "Tigran Vard", "PAK", "PAKGOV"),
        ("The Foreign Office in London said so.", "Foreign Office", "GBR", "GBRGOV"),
        ("Traders in Peshawar burned tyres.", "Traders", "PAK", "PAKBUS"),
        ("Pakistan's Supreme Court ruled on it.", "Supreme Court", "PAK", "PAKJUD"),
        ("The Afghan central bank said so.", "central bank", "AFG", "AFGBUS"),
        ("Former Afghan President Tigran Vard agreed.", "Tigran Vard", "AFG", "AFGELI"),
        ("The Congress for Unity won in Malawi.", "Congress for Unity", "MWI", "MWILEG"),
        ("Tigran Vard, a former ambassador to Turkey, agreed.", "Tigran Vard", None, "ELI"),
        ("Tigran Vard, Russia's ambassador to Kabul, agreed.", "Tigran Vard", "RUS", "RUSGOV"),
        ("Afghan police spokesman Tigran Vard agreed.", "Tigran Vard", "AFG", "AFGCOP"),
        ("A Pakistani army spokesman denied it.", "Pakistani army spokesman", "PAK", "PAKMIL"),
        ("The UN envoy, Tigran Vard, agreed.", "Tigran Vard", None, "IGOUNO"),
        ("Gen. Tigran Vard, the Kandahar police chief, agreed.", "Tigran Vard", "AFG", "AFGCOP"),
        ("Peru's president lost when Congress voted.", "Congress", "PER", "PERLEG"),
        ("The White House asked Congress for more.", "Congress", "USA", "USALEG"),
        ("A spokesman for the SDF denied it.", "spokesman", "SYR", "SYRREB"),
        ("A spokeswoman for Deutsche Bank denied it.", "spokeswoman", None, "BUS"),
        ("The Gulf Cartel killed him.", "Gulf Cartel", None, "CRM"),
    ],
)
def test_countries_and_codes_by_office_and_place(text: str, name: str, country: str | None, code: str) -> None:
    found = actor(text, name)
    assert found.country == country
    assert dict(found.codes)["cameo"] == code


@pytest.mark.parametrize(
    ("words", "role"),
    [
        (["spokesman", "police"], "COP"),
        (["soldiers", "rebel"], "REB"),
        (["lawmaker", "opposition"], "OPP"),
        (["general", "attorney"], "GOV"),
        (["workers", "aid"], "NGO"),
        (["official"], "GOV"),
        (["stone"], None),
    ],
)
def test_the_word_that_tells_the_role(words: list[str], role: str | None) -> None:
    assert role_of_words(words) == role


def test_an_office_holder_is_of_the_elite_when_the_term_is_over() -> None:
    text = "Hamid Karzai condemned the strike."
    assert [dict(actor(text, "Hamid Karzai", day).codes)["cameo"] for day in ("2010-01-01", "2018-01-01")] == [
        "AFGGOV",
        "AFGELI",
    ]


def test_officials_of_two_places_are_two() -> None:
    text = "Officials in Kabul denied it. Officials in Tashkent agreed, and the officials said more."
    found = [each for each in brief(text).actors if each.type == "role"]
    assert [(len(each.mention_ids), each.country) for each in found] == [(1, "AFG"), (2, "UZB")]


@pytest.mark.parametrize(
    ("day", "country"),
    [("2018-01-01", "USA"), ("2010-01-01", None)],
)
def test_a_title_and_a_surname_mean_the_one_who_held_the_office(day: str, country: str | None) -> None:
    assert actor("President Trump said so.", "Trump", day).country == country


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("The Ministry of Interior denied it. The Interior Ministry said so.", 2),
        ("Hezb-e-Islami signed it. Hezb-i Islami will leave.", 2),
        ("The European Union agreed. Brussels said it would pay.", 2),
        ("Karim Noor, better known as Abu Talha, fled. Abu Talha left.", 3),
        ("Karim Noor, alias Misha, fled.", 2),
        ("Karim Noor, whose real name is Tigran Vard, fled. Vard left.", 3),
        ("Karim Noor (aka Abu Misha) fled.", 2),
        ("The Lake Council (also called the Shore Council) met.", 2),
    ],
)
def test_one_body_under_two_names(text: str, together: int) -> None:
    assert [len(each.mention_ids) for each in brief(text).actors] == [together]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Special Envoy for Iraq Tigran Vard informed them.", ["Special Envoy for Iraq"]),
        ("Tigran Vard, the province's powerful police chief, agreed.", ["police chief"]),
        ("Lady Greening Hospital spokesman Tigran Vard agreed.", ["spokesman"]),
        ("Tigran Vard, a 54-year-old mother of four, agreed.", []),
        ("Beside Torven Aasland, the commander there, Tigran Vard said so.", []),
    ],
)
def test_what_belongs_to_a_title(text: str, titles: list[str]) -> None:
    assert [role.title for role in actor(text, "Tigran Vard").roles] == titles


@pytest.mark.parametrize(
    ("text", "actor_id", "mentions"),
    [
        ("Gen. Tigran Vard spoke. The general said that he would leave.", "actor:tigran-vard", 2),
        ("The governor said so. Governor Tigran Vard was tired.", "actor:tigran-vard", 2),
        ("Gen. Tigran Vard met Gen. Torven Aasland. The general said that he would leave.", "actor:tigran-vard", 1),
        ("Former general Tigran Vard left. The general said that he would stay.", "actor:tigran-vard", 1),
    ],
)
def test_the_general_is_the_only_one(text: str, actor_id: str, mentions: int) -> None:
    assert len(named(text, actor_id)) == mentions


def test_who_calls_another_is_not_the_other() -> None:
    assert len(brief("Karim Noor called Tigran Vard. Anna Moll dubbed Joan Pell brave.").actors) == 4


def test_an_acronym_is_what_the_text_makes_it() -> None:
    found = actor("The Central Bureau of Statistics (CBS) counted. CBS said so.", "Central Bureau of Statistics")
    assert (found.type, len(found.mention_ids)) == ("organisation", 3)


def test_a_state_that_is_not_listed_is_no_part_of_another() -> None:
    found = actor("The prime minister of Qumara flew to Oslo. Qumara denied it.", "Qumara")
    assert (found.type, found.country) == ("government", None)


def test_two_listed_persons_are_two() -> None:
    text = "Ahmad Massoud fled. Massoud stayed away. Ahmad Shah Massoud died in 2001."
    assert named(text, "actor:ahmad-massoud") == ["Ahmad Massoud", "Massoud"]
    assert named(text, "actor:ahmad-shah-massoud") == ["Ahmad Shah Massoud"]


@pytest.mark.parametrize(
    ("text", "name", "title", "of"),
    [
        ("Karim Daqiq served as justice minister until May.", "Karim Daqiq", "justice minister", None),
        ("Karim Daqiq, the youngest, is head of the Wheat Board.", "Karim Daqiq", "head", "Wheat Board"),
        ("Rahim Gul is governor of Khost and Anwar Zaki was mayor.", "Rahim Gul", "governor", "Khost"),
        (
            "They met Laura Vance, senior adviser on Egypt for the Relief Board.",
            "Laura Vance",
            "senior adviser on Egypt",
            "Relief Board",
        ),
    ],
)
def test_a_clause_or_an_apposition_states_an_office(text: str, name: str, title: str, of: str | None) -> None:
    assert [(role.title, role.of) for role in actor(text, name).roles] == [(title, of)]


@pytest.mark.parametrize(
    "text",
    [
        "Karim Daqiq was President Ghani's guest.",
        "Karim Daqiq was the man whom the president of Iran met.",
        "Karim Daqiq was killed by the governor of Khost.",
        "Karim Daqiq is angry.",
        "Karim Daqiq served",
    ],
)
def test_a_clause_about_another_states_no_office(text: str) -> None:
    assert actor(text, "Karim Daqiq").roles == ()


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("In Kabul, Marta Ekwall, a Swedish historian, read it.", "Marta Ekwall", "SWE"),
        ("In Kabul, prosecutors at the International Criminal Court met two CIA men.", "prosecutors", None),
        ("The UN's special envoy for Syria flew to Kabul.", "special envoy", None),
        ("In Kabul, Norway's Marta Ekwall read it.", "Marta Ekwall", "NOR"),
        ("In Kabul, Halvor Freight, a Tehran-based firm, shipped it.", "Halvor Freight", "IRN"),
        ("In Kabul, the Ashgabat-based Center for River Studies read it.", "Center for River Studies", "TKM"),
        ("Shops in Kabul burnt, said Nasir Halimi, 42, who owns one.", "Nasir Halimi", "AFG"),
        ("Shops in Kabul burnt, said Nasir Halimi.", "Nasir Halimi", None),
        ("In Kabul, the National Bureau of Statistics counted them.", "National Bureau of Statistics", "AFG"),
        ("In Kabul, analysts said it was late.", "analysts", None),
        ("He lives in Kabul. Analysts at Morgan Stanley said so.", "Analysts", "USA"),
    ],
)
def test_countries_without_an_office(text: str, name: str, country: str | None) -> None:
    assert actor(text, name).country == country


def test_the_head_of_a_firm_holds_no_office_of_a_state() -> None:
    assert dict(actor("Apple Chief Executive Tim Halvor left.", "Tim Halvor").codes)["cameo"].endswith("BUS")


def test_a_father_is_not_his_son() -> None:
    found = brief("King Salman received Crown Prince Mohammed bin Salman.")
    assert len([each for each in found.of(Actor) if each.type == "person"]) == 2


def test_a_group_is_not_named_by_its_government() -> None:
    assert named("The Taliban left. The Taliban government stayed.", "actor:taliban") == [
        "Taliban",
        "Taliban government",
    ]
