"""Noun phrases by their bounds, from the left and from the right."""

from __future__ import annotations

import pytest

from afghanbrief.extractors.statistics.grammar import word_classes
from afghanbrief.extractors.statistics.noun_phrases import Phrase, is_plural, phrase_from
from afghanbrief.extractors.statistics.phrases_before import phrase_until
from afghanbrief.text.tokens import Tokens, tokenize

CLASSES = word_classes()


def _text(tokens: Tokens, text: str, phrase: Phrase | None) -> str | None:
    return None if phrase is None else text[tokens.starts[phrase.first] : tokens.ends[phrase.stop - 1]]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("burnt lorries stood there", "burnt lorries"),
        ("newly displaced families in Herat", "newly displaced families"),
        ("police stations were rebuilt", "police stations"),
        ("AK-47 rifles and a mortar", "AK-47 rifles"),
        ("U.S. soldiers left", "U.S. soldiers"),
        ("women's groups took part", "women's groups"),
        ("soldiers and police have died", "soldiers and police"),
        ("soldiers and hundreds of police", "soldiers"),
        ("door-to-door visits a day", "door-to-door visits"),
        ("more engineers next year", "more engineers"),
        ("wounded policemen", "wounded policemen"),
        ("wounded, said the doctor", "wounded"),
        ("night raids in May", "night raids"),
        ("Daesh members surrendered", "Daesh members"),
        ("were found", None),
        ("fled to the hills", None),
        ("Armenian and the rest Azerbaijani", None),
        ("of them", None),
        ("and the rest", None),
    ],
)
def test_phrase_behind_a_count(text: str, phrase: str | None) -> None:
    tokens = tokenize(text)
    assert _text(tokens, text, phrase_from(tokens, 0, CLASSES, singular=False)) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("fine for the breach", "fine"),
        ("solar panel system near the road", "solar panel system"),
        ("solar plant feeds 300 shops", "solar plant"),
        ("sales tax was repealed", "sales tax"),
        ("share price increase", "share price increase"),
        ("higher than before", None),
    ],
)
def test_phrase_behind_a_measure(text: str, phrase: str | None) -> None:
    tokens = tokenize(text)
    assert _text(tokens, text, phrase_from(tokens, 0, CLASSES, singular=True)) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Prices", "Prices"),
        ("The price of bread", "price"),
        ("The number of internally displaced people", "internally displaced people"),
        ("Schooling for girls aged 11 to 16", "Schooling"),
        ("The budget for the first half of 1996", "budget"),
        ("Officials say unemployment", "unemployment"),
        ("Shares of the mill and the bakery", "Shares"),
        ("In Herat prices", "Herat prices"),
        ("The FTSE 100", "FTSE 100"),
        ("The S&P 500", "S&P 500"),
        ("The country's exports last month", "exports"),
        ("The charge stored in the battery", "charge"),
        ("out of a population", "population"),
        ("Last month", None),
    ],
)
def test_phrase_before_a_verb(text: str, phrase: str | None) -> None:
    tokens = tokenize(text)
    assert _text(tokens, text, phrase_until(tokens, len(tokens), 0, CLASSES)) == phrase


@pytest.mark.parametrize("word", ["houses", "people", "police", "bodies", "dead"])
def test_plurals(word: str) -> None:
    assert is_plural(word, CLASSES.get(word, 0))


@pytest.mark.parametrize("word", ["house", "crisis", "bus", "gas", "gross", "was"])
def test_no_plurals(word: str) -> None:
    assert not is_plural(word, CLASSES.get(word, 0))
