"""For when a figure holds, and who vouches for it."""

from __future__ import annotations

import pytest

from afghanbrief import Briefer


@pytest.fixture(scope="module")
def briefer() -> Briefer:
    return Briefer(discover=False)


def _settings(briefer: Briefer, text: str, published: str | None = "2018-11-15") -> list[tuple[str, str, str]]:
    """Give the digits, the date and the source of each figure."""
    briefing = briefer.brief(text, published=published)
    assert not briefing.failures
    found = []
    for figure in briefing.statistics:
        date = briefing.get(figure.as_of_id).value if figure.as_of_id else "-"
        source = briefing.get(figure.source_id).name if figure.source_id else "-"
        found.append((figure.span.text.split()[0], date, source))
    return found


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The bomb killed 17 people and wounded 41 on Thursday.", ["2018-11-15", "2018-11-15"]),
        ("In 2016 there were 40 men; in 2018 there were 25.", ["2016", "2018"]),
        ("Deaths fell from 38 in 2009 to 21 in 2010.", ["2009", "2010"]),
        ("As of May 15, 218 districts were held, 147 of them loosely.", ["2018-05-15", "2018-05-15"]),
        ("Since the beginning of the month 46 cars were stopped.", ["2018-11"]),
        # What others are compared with holds for itself only.
        ("It was 69 on Sunday, against 66 in March: it is 3 percent up.", ["2018-11-11", "2018-03", "2018-11-11"]),
        ("In June 2018 it helped 23,400 people, down from 29,250 a year earlier, a fall of 20 percent.",
         ["2018-06", "2017-06", "2018-06"]),
        # A range that a date names as a whole, before or behind the figure.
        ("Between 1 January and 30 June 2018 it counted 500 deaths. The first half of 2018 was bad.", ["2018-H1"]),
        ("It counted 500 dead (300 men and 200 women) from 1 January to 30 June 2018. The first half of 2018 was bad.",
         ["2018-H1"] * 3),
        # A label dates its item.
        ("May: 38,200 people", ["2018-05"]),
        # The subject of the sentence before has the date.
        ("The fighting in March was the worst since 2011. It killed 146 soldiers.", ["2018-03"]),
        ("The budget for 2018 is tight. It sets aside $5 million for roads.", ["2018"]),
        # In brackets stands the figure of the date before them.
        ("It fed 126,000 in August, 30 per cent less than in July (183,000).", ["2018-08", "2018-08", "2018-07"]),
        # What opens a list dates its items.
        ("Programmes, as of 8 October 2018:\n\n- Roads: $5 million\n- Wells: $2 million", ["2018-10-08"] * 2),
        # The accounts of one period go on.
        ("Exports fell to $310 million in 2016. Carpets made up 22 percent. Imports rose to $2 billion.", ["2016"] * 3),
        ("Exports fell to $310 million in 2016. Carpets are 22 percent of what is sold.", ["2016", "-"]),
        ("Revenue was $4 billion in 2017, up 12 per cent on 2016.", ["2017", "2017"]),
    ],
)  # fmt: skip
def test_dates(briefer: Briefer, text: str, dates: list[str]) -> None:
    assert [date for _, date, _ in _settings(briefer, text)] == dates


@pytest.mark.parametrize(
    "text",
    [
        "It told the Senate on Thursday that 102 names were false.",
        "The area around the base, 60 miles south of Ghazni, was quiet in June.",
        "In a report published on 12 November, the mission blamed 63 percent of the losses on mines.",
        "Wages have risen since 2005 to 30 dollars.",
        "Under a treaty signed in 1973, the valley is entitled to 820 million litres.",
        "The law, passed in May, carries a fine of $500.",
        "The plant, put into operation in 2011, has fed 9,000 homes.",
        "Shares have gained more than 10 percent since the agreement was announced on June 29.",
        "Inflation in the country of 230 million people was felt in June.",
        "Work on the 320-megawatt dam began in 2011.",
        "In November 2017 the general said that his men would hold 80 percent of the land.",
        "Before the rains of April 2018, when it cost 30 afghanis, 300 families lived there.",
    ],
)
def test_dates_of_something_else_are_none_of_the_figures(briefer: Briefer, text: str) -> None:
    assert {date for _, date, _ in _settings(briefer, text)} <= {"-", "2018-04"}


def test_a_former_toll_is_not_of_the_same_day(briefer: Briefer) -> None:
    text = "The bomb killed 17 people on Thursday, the police said, revising an earlier toll of nine."
    assert [date for _, date, _ in _settings(briefer, text)] == ["2018-11-15", "-"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("UNAMA recorded 500 deaths.", "UNAMA"),
        ("UNAMA, in its midyear report, recorded 500 deaths.", "UNAMA"),
        ("Some 500 deaths were recorded by UNAMA.", "UNAMA"),
        ("By the count of UNAMA, 500 people died.", "UNAMA"),
        ("UNICEF put the number at 192.", "UNICEF"),
        (
            "The Mine Action Section (MAS) of the United Nations recorded 40 blasts.",
            "Mine Action Section",
        ),
        ("UNICEF: water for 540 families", "UNICEF"),
        ("UNAMA data show that the toll fell by 9 percent.", "UNAMA"),
        ("UNAMA released its annual report on Sunday. It recorded 3,804 deaths.", "UNAMA"),
        (
            "According to the Taliban's General Directorate of Intelligence, 38 cells were found.",
            "General Directorate of Intelligence",
        ),
        ("Of 19 shops visited by UNAMA all had closed.", "UNAMA"),
        ('"The World Food Programme has told us that 40 convoys are stuck," said Andrew Hale.', "World Food Programme"),
    ],
)
def test_sources(briefer: Briefer, text: str, source: str) -> None:
    assert [name for _, _, name in _settings(briefer, text)] == [source]


def test_a_count_goes_on_through_its_passage(briefer: Briefer) -> None:
    text = "UNAMA recorded 812 casualties.\n\nMines caused 46 percent of the casualties.\n\nWomen were 30 of the dead."
    assert [name for _, _, name in _settings(briefer, text)] == ["UNAMA"] * 3


@pytest.mark.parametrize(
    "text",
    [
        # The narrator's own voice behind a speaker.
        "The governor, Rahim Gul, said that 40 people were missing. Two hundred families are living in a school.",
        "UNICEF said that 200 latrines were built. The road is cut at three points.",
        # What may be is vouched for by nobody.
        "UNICEF said that 200 children were sick. Hundreds may have died.",
    ],
)
def test_what_the_narrator_adds_has_no_source(briefer: Briefer, text: str) -> None:
    assert _settings(briefer, text)[-1][2] == "-"


def test_who_denies_does_not_vouch(briefer: Briefer) -> None:
    text = "The Taliban denied that their fighters had burned 300 houses."
    assert [name for _, _, name in _settings(briefer, text)] == ["-"]


def test_what_is_carried_over_is_inferred(briefer: Briefer) -> None:
    figures = briefer.brief("UNAMA recorded 812 casualties. Mines caused 46 percent of the casualties.").statistics
    assert [figure.evidence.certainty.name for figure in figures] == ["EXPLICIT", "INFERRED"]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        # Who issues a press release vouches for its figures.
        (
            "Today, the U.S. Department of the Treasury sanctioned five individuals and three firms.",
            ["U.S. Department of the Treasury"] * 2,
        ),
        (
            "AFGHAN TRADE UPDATE\n\nTrade fell, the World Bank says in its Afghan Trade Update.\n\nIt came to $9.",
            ["World Bank"],
        ),
        # In running text a press office is one that somebody cites.
        ("A bomb went off near the Ministry of Defence, its press office said. It hurt 12 people.", ["-"]),
        # Bodies vouch for what they did, persons do not.
        ("UNICEF is trucking 200,000 litres of water to the camp.", ["UNICEF"]),
        ("WHO has deployed eight teams to Zabul.", ["WHO"]),
        ("Karim Noor has deployed eight teams to Zabul.", ["-"]),
    ],
)
def test_bodies_vouch_for_their_own_report_and_their_own_aid(briefer: Briefer, text: str, sources: list[str]) -> None:
    assert [source for _, _, source in _settings(briefer, text)] == sources


def test_a_part_restates_nothing(briefer: Briefer) -> None:
    part = briefer.brief("The ward has 214 patients, a third of them children.").statistics[1]
    again = briefer.brief("They hold 229 districts, or 56 percent.").statistics[1]
    assert part.restates_id is None
    assert again.restates_id is not None


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Since the start of the month, UNICEF has distributed 310 tons of flour.", ["2018-11"]),
        ("Some 4,300 families have been driven out since the beginning of this year.", ["2018"]),
        ("Some 4,300 families have been driven out since 2015.", ["-"]),
        ("Rahim Sadat received five payments totaling $62,000 in Quetta in 2017.", ["2017", "2017"]),
        ("A clerk who stole $95,000 was jailed for two years on Tuesday.", ["-"]),
        ("They said who led the raid in which 12 men were shot on Tuesday.", ["2018-11-13"]),
        ("The pair bought 7,000 engines worth $3 million between 2011 and 2014.", ["-", "-"]),
    ],
)
def test_dates_of_clauses(briefer: Briefer, text: str, dates: list[str]) -> None:
    """A period to date counts, a date of the main clause does not; a range of years is no year."""
    assert [date for _, date, _ in _settings(briefer, text)] == dates


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("A doctor at the clinic, who would not be named, put the number of dead at 27.", ["doctor"]),
        ("Farid Omari told reporters that the road was shut. He put the losses of the army at 34.", ["Farid Omari"]),
        ("Oxfam has worked in Herat since May. In its latest report, the agency put the need at 60 tons.", ["Oxfam"]),
        (
            "Oxfam reckons Afghanistan has lost 60 forests. A survey by the agency put the loss at 52 percent.",
            ["Oxfam", "Oxfam"],
        ),
        ("A survey conducted last month by Oxfam gave the mayor 48 percent.", ["Oxfam"]),
        ("The World Bank cut its forecast from 4 percent to 3 percent.", ["World Bank", "World Bank"]),
        ("The World Bank cut its forecast after prices rose by 19 percent.", ["-"]),
        (
            "(Geneva) \u2013 Police in Quetta beat 14 students on Monday, Amnesty International said today.",
            ["Amnesty International"],
        ),
    ],
)
def test_far_subjects(briefer: Briefer, text: str, sources: list[str]) -> None:
    """Who puts a figure on something may stand far from the verb, or be a pronoun; who rules it vouches for it."""
    assert [source for _, _, source in _settings(briefer, text)] == sources
