"""What a figure counts: by its own noun phrase, its clause, the figures before it, or its place in a table."""

from __future__ import annotations

import pytest

from afghanbrief import Certainty, Statistic, brief


def _counted(text: str) -> list[str | None]:
    return [figure.counted.text if figure.counted else None for figure in _figures(text)]


def _figures(text: str) -> tuple[Statistic, ...]:
    return brief(text, published="2018-08-30").statistics


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The group lost 40 burnt lorries.", ["burnt lorries"]),
        ("They control 7 of the province's 15 districts.", ["districts", "districts"]),
        ("About 35 percent of households have no light.", ["households"]),
        ("Half the villages have no clinic.", ["the villages"]),
        ("Some 60 per cent of those interviewed agreed.", ["those interviewed"]),
        ("Judges imposed a $3 million fine.", ["fine"]),
        ("It manages $9 billion in deposits.", ["deposits"]),
        ("It paid a fine of $13 million.", ["fine"]),
        ("A 60 mph (97 km/h) wind blew.", ["wind", "wind"]),
        ("The ministry reported a 19% drop in exports.", ["exports"]),
        ("The report led to a 7% share price increase.", ["share price"]),
        ("A 300-strong militia came.", ["militia"]),
        ("A 12-metre-long tunnel was found.", ["tunnel"]),
        ("A bridge 240 metres long will be built.", ["bridge"]),
        ("No fewer than 400 and no more than 450 guards will stay.", ["guards", "guards"]),
        ("It makes eight million 250ml bottles.", ["bottles", "bottles"]),
    ],
)
def test_in_its_own_noun_phrase(text: str, counted: list[str | None]) -> None:
    assert _counted(text) == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Unemployment stood at 7 percent.", ["Unemployment"]),
        ("The index rose 0.2%.", ["index"]),
        ("Inflation, which had peaked at 14 percent, slowed to 6 percent.", ["Inflation", "Inflation"]),
        ("Cement shares, which gained 4.6%, led the market.", ["Cement shares"]),
        ("Global debt, excluding that of banks, was about $113 trillion.", ["Global debt"]),
        ("The number of displaced people exceeded 2 million.", ["displaced people"]),
        ("Gold was at $1,271 an ounce.", ["Gold"]),
        ("Imports, at $6.1bn, doubled.", ["Imports", "Imports"]),
        ("The bank raised its key rate by 0.5 percentage points.", ["key rate"]),
        ("The ministry puts the number of deaths at 12.", ["deaths"]),
        ("Wheat prices doubled.", ["Wheat prices"]),
        ("Flats are priced from $120,000.", ["Flats"]),
        ("The contract, worth $3.2 million, went to a local firm.", ["contract"]),
        ("She paid $450 for the painting.", ["painting"]),
        ("Arif bought a tractor for $9,000.", ["tractor"]),
        ("The set will cost $200.", ["set"]),
        ("Exports fell by 5 percent and imports by 3 percent.", ["Exports", "imports"]),
        ("Officials estimate forests have shrunk by 40 percent.", ["forests"]),
        ("A survey put the loss in Kunar, Ghor and Logar at 52 percent.", ["loss"]),
        ("Trade between Peru and Chile fell by 5 percent.", ["Trade"]),
        ("Exports were worth $880 million, imports $6.8 billion.", ["Exports", "imports"]),
        ("The council announced a bridge: 240 metres, $3.8 million.", ["bridge", "bridge"]),
        ("Arrests since the raid have topped 5,100.", ["Arrests"]),
        ("Exports of pine nuts, worth some $700 million, go to China.", ["Exports"]),
        ("It cut its forecast in May after the cost of wheat rose by 28%.", ["cost"]),
        ("Quarrels involving drones jumped 12%.", ["Quarrels"]),
        ("Attacks on schools in May rose to 41.", ["Attacks"]),
        ("The office put the number of children killed in May at 155.", ["children"]),
        ("The number of families who fled the town reached 900.", ["families"]),
        ("The mill cut its dividend 20 percent.", ["dividend"]),
        ("Airlines raised fares 5%.", ["fares"]),
        ("Exports fell to $78 million in nine months, from $83 million.", ["Exports", "Exports"]),
        ("The ransom, 12 million naira ($29,000), was dropped at dawn.", ["ransom", "ransom"]),
        ("The dead, 12 in all, were villagers.", ["dead"]),
        ("The raids netted suspects in Herat (17) and Ghor (4).", ["suspects", "suspects"]),
        ("Flour sells for Rs 2,350 in Peshawar and 280 afghanis in Herat.", ["Flour", "Flour"]),
        ("We counted 46 incidents on this stretch, which is 20 kilometres long.", ["incidents", "stretch"]),
    ],
)
def test_through_its_clause(text: str, counted: list[str | None]) -> None:
    assert _counted(text) == counted


@pytest.mark.parametrize(
    "text",
    [
        "The ministry has set aside $2.5 million for the displaced.",
        "Donors pledged $3.8 billion a year.",
        "The village lies 12 kilometres from the city.",
        "The town of 26,000 was asleep.",
        "A labourer earns AFN 250 a day.",
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    assert _counted(text) == [None]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (
            "The agency, which fed 8,000 people, has cut rations by half for 2,000 of them.",
            ["people", "rations", "people"],
        ),
        (
            "With 290 of 400 stations counted, Mr Noor had 41% to Ms Ruiz's 38%.",
            ["stations", "stations", None, None],
        ),
        ("It logged 11 fires, six of them by shells of 120 mm calibre.", ["fires", "fires", "calibre"]),
        ("At least 1,200 civilians were killed and 3,139 were wounded.", ["civilians", "civilians"]),
        ("There were 900 attacks; 319 were in Helmand.", ["attacks", "attacks"]),
        ("It holds 229 districts of the country, or 56.3 percent.", ["districts", "districts"]),
        ("It recorded 812 casualties (297 deaths and 515 injured), 18 per cent more.", None),
        ("It has 412 observers from 19 states. Some 70 per cent are unarmed.", ["observers", "states", "observers"]),
        ("They flew in 70 tonnes of seed. Half was sown.", ["seed", "seed"]),
        ("Spending is put at 377 million afghanis ($5.4m).", ["Spending", "Spending"]),
        ("A litre of petrol costs 58 afghanis in Kabul and 61 afghanis in Herat.", ["litre", "litre"]),
        ("It has 300 fighters, but analysts put the figure at 500.", ["fighters", "fighters"]),
        ("The veterans meet in a canteen. There were 212 of them.", ["veterans"]),
        ("Refugees came from Iran (598) and Pakistan (380).", ["Refugees", "Refugees"]),
        ("The yen fell, easing to 108 afghanis.", ["yen"]),
        ("The bomb killed 17 people and damaged 12 houses. Forty were wounded.", ["people", "houses", "people"]),
        ("Rebels attacked 14 posts; 30 were killed.", ["posts", None]),
        ("The blast killed 45 and wounded 60.", [None, None]),
        ("The mill had sales of $412 million for the quarter that ended in June, up 17%.", ["sales", "sales"]),
        ("The attack brings to 46 the number of aid workers killed.", ["aid workers"]),
        ("Revenue was 161 million afghanis; in 2017 it was 151 million afghanis.", ["Revenue", "Revenue"]),
    ],
)
def test_as_the_figure_before(text: str, counted: list[str | None] | None) -> None:
    found = _counted(text)
    assert found == counted if counted is not None else found[-1] == "casualties"


def test_a_share_of_money_counts_nothing() -> None:
    assert _counted("It gave 40 lorries. It asked for $18.6 million, of which $5.2 million (28%) came.")[-1] is None


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (
            "District   Families   Tents\nMahipar        310     290\nSarobi         455     400\n",
            ["Families", "Tents"] * 2,
        ),
        ("Province | Killed | Wounded\nHelmand | 12 | 40\nKunduz | 7 | 19\n", ["Killed", "Wounded"] * 2),
        ("Killed: 12; wounded: 40.", ["Killed", "wounded"]),
        ("Schools destroyed: 14", ["Schools"]),
        (
            "The border was shut.\n\nReturns by month\n\n\u2022 May: 38,200\n\u2022 June: 31,450\n",
            ["Returns", "Returns"],
        ),
    ],
)
def test_by_its_place_in_a_table_or_list(text: str, counted: list[str | None]) -> None:
    assert _counted(text) == counted


def test_elided_nouns_are_inferred() -> None:
    first, second = _figures("The bomb killed 17 people and wounded 41.")
    assert first.evidence.certainty is Certainty.EXPLICIT
    assert (second.evidence.rule, second.evidence.certainty) == ("elided-noun", Certainty.INFERRED)


def test_the_whole_of_a_share() -> None:
    (share,) = _figures("The rebels hold 14 percent of all Afghan districts.")
    assert share.whole is not None
    assert share.whole.text == "all Afghan districts"


def test_a_share_restates_the_count_before_it() -> None:
    count, share = _figures("It holds 229 districts of the country, or 56.3 percent.")
    assert share.restates_id == count.id
