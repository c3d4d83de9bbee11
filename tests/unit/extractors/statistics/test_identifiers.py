"""Numbers that name, number, date or place something are no figures; those beside them are."""

from __future__ import annotations

import pytest

from afghanbrief import Briefer

BRIEFER = Briefer(only=("statistics",), discover=False)


@pytest.mark.parametrize(
    "text",
    [
        "The Stoxx 600 fell.",
        "On day 112 of the siege it was quiet.",
        "The Nasdaq 100 fell.",
        "It is one of the Fortune 100.",
        "The team joined the Big 12.",
        "He bought an iPhone 14.",
        "The 5G network is new.",
        "A COVID -19 ward opened.",
        "It flies a Boeing 737.",
        "The Group of 20 met.",
        "He lives at 575 Wilbraham Road.",
        "It stands at 16-18 Industrial Avenue.",
        "It lies at 34\u00b031'N.",
        "It lies at 34.5\u00b0N.",
        "Zarghona, 29, was hurt.",
        "His son, 12, was hurt.",
        "It is open to women aged 18 to 34.",
        "He died at 71.",
        "Her passport number was 1234567.",
        "The number 10 shirt is his.",
        "See page 5, line 20, for it.",
        "FC Schalke 04 lost.",
        "It ended 134-97.",
        "Four-door cars are banned.",
        "The top three met.",
        "He scored twice as it rained.",
        "It was built in A.D. 1200.",
        "They moved to Checkpoint 3.",
        "Call 0799 123 456 now.",
        "The 4x4 is lost.",
        "Version 1.2.3 is out.",
        "It waited 2 h.",
        "See it.[3] They left.",
        "Report 42-AR is out.",
        "It lies at 34.5281 N, 69.1723 E.",
        "Tel: 0700-123456.",
        "One former commander was there.",
        "It lies at 59.173616; 18.167988.",
        "Internet users hate the Web Explorer 6 now.",
        "Sweden won 1 - 0 there.",
        "Her 2005 book is out.",
        "Rahim and Karima Noori, 27 and 29 years old, left.",
        "It is for those between the ages of 18 and 23.",
        "The Committee of Thirty met.",
        "He is doubling down.",
    ],
)
def test_no_figures(text: str) -> None:
    assert [figure.span.text for figure in BRIEFER.brief(text, published="2021-03-30").statistics] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In Helmand 45 were killed; in Kandahar 12.", ["45", "12"]),
        ("Kabul 12, Herat 5, Balkh 3.", ["12", "5", "3"]),
        ("The $1080 was paid.", ["1080"]),
        ("One house was destroyed.", ["1"]),
        ("Police said one person was killed and two were hurt.", ["1", "2"]),
        ("Some 15 (fifteen) men left.", ["15"]),
        ("The valley has one doctor for every 14,000 people; Kabul has one for every 1,700.", ["1"]),
        ("Customs takes $3.6 billion a quarter.", ["3600000000"]),
        ("Of 1,250 families, 475 - 38 percent - left.", ["1250", "475", "38"]),
        ("At least 12 of those held are under 18.", ["12"]),
        ("It took 40\u066a of them.", ["40"]),
        ("BLAST KILLS 12 IN KABUL", ["12"]),
        ("In New York 40 died.", ["40"]),
        ("Its 2000 men fought.", ["2000"]),
        ("An average of 1500 came.", ["1500"]),
        ("It rose to minus-130 degrees Fahrenheit.", ["-130"]),
        ("It was -5 \u00b0C there.", ["-5"]),
        ("It had a .500 record.", ["0.5"]),
        ("It paid one per cent.", ["1"]),
        ("Only one of the seven rockets hit.", ["1", "7"]),
        ("Eleven women, four goats, one bicycle.", ["11", "4", "1"]),
        ("It had 41, one more than before.", ["41", "1"]),
        ("The 300-strong militia had 14 AK-47 rifles.", ["300", "14"]),
        ("12 deaths per 1,000 births were counted.", ["12"]),
        ("Of 1,038 complaints 64 per cent concerned fraud.", ["1038", "64"]),
    ],
)
def test_figures_beside_names(text: str, values: list[str]) -> None:
    assert [f"{figure.value}" for figure in BRIEFER.brief(text, published="2021-03-30").statistics] == values
