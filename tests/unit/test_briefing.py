"""A briefing gives its items by kind, id and place, and shows itself."""

from __future__ import annotations

import pickle
from decimal import Decimal

import attrs
import pytest
from afghanbrief_toys import Word

from afghanbrief import (
    Actor,
    ActorMention,
    Briefing,
    DateMention,
    Document,
    Evidence,
    Failure,
    Quote,
    Skipped,
    Statistic,
)
from afghanbrief.briefing import Finding

TEXT = "Anar Solan said <peace> came Monday."
DOCUMENT = Document(TEXT, id="d")
EVIDENCE = Evidence("toys.e", "r<u>le")


def span(words: str) -> object:
    start = TEXT.index(words)
    return DOCUMENT.span(start, start + len(words))


MENTION = ActorMention(span=span("Anar Solan"), evidence=EVIDENCE, form="name", type="person")
ACTOR = Actor(
    span=span("Anar Solan"),
    evidence=EVIDENCE,
    id="actor:a",
    name="Anar Solan",
    type="person",
    mention_ids=(MENTION.id,),
)
QUOTE = Quote(
    span=span("<peace> came Monday"),
    evidence=EVIDENCE,
    content=(span("<peace> came Monday"),),
    style="indirect",
    speaker_id=ACTOR.id,
)
DATE = DateMention(span=span("Monday"), evidence=EVIDENCE, type="DATE", value="XXXX-WXX-1")
BRIEFING = Briefing(document=DOCUMENT, annotations=(ACTOR, MENTION, QUOTE, DATE))


def test_items_by_kind() -> None:
    assert BRIEFING.dates == (DATE,)
    assert BRIEFING.actors == (ACTOR,)
    assert BRIEFING.quotes == (QUOTE,)
    assert BRIEFING.statistics == ()
    assert BRIEFING.of(Word) == ()
    assert BRIEFING.of(ActorMention) == (MENTION,)


def test_items_by_id() -> None:
    assert BRIEFING.get(DATE.id) is DATE
    assert BRIEFING.get("nothing") is None
    assert BRIEFING.get(None) is None


def test_items_by_place() -> None:
    assert BRIEFING.at(TEXT.index("Monday")) == (QUOTE, DATE)
    assert BRIEFING.within(QUOTE.span) == (QUOTE, DATE)
    assert BRIEFING.at(len(TEXT)) == ()


def test_references_resolve() -> None:
    assert BRIEFING.speaker(QUOTE) is ACTOR
    assert BRIEFING.mentions(ACTOR) == (MENTION,)
    open_quote = Quote(span=QUOTE.span, evidence=EVIDENCE, content=QUOTE.content, style="direct", speaker_id="gone")
    assert BRIEFING.speaker(open_quote) is None
    assert Briefing(document=DOCUMENT, annotations=(ACTOR,)).mentions(ACTOR) == ()


def test_complete() -> None:
    assert BRIEFING.complete
    assert not Briefing(document=DOCUMENT, failures=(Failure(producer="p", error="E", message="m"),)).complete
    assert not Briefing(document=DOCUMENT, skipped=(Skipped(producer="p", reason="r"),)).complete


def test_repr_is_short() -> None:
    assert repr(BRIEFING) == "<Briefing 'd': 1 actor, 1 actor-mention, 1 date, 1 quote; 0 findings>"
    assert "nothing found" in repr(Briefing(document=DOCUMENT))


def test_html_marks_the_shortest_item_and_escapes() -> None:
    shown = BRIEFING._repr_html_()
    assert "<peace>" not in shown
    assert "&lt;peace&gt; came " in shown
    assert shown.count("<mark") == 3
    assert "r&lt;u&gt;le" in shown


def test_html_says_what_an_item_means() -> None:
    figure = Statistic(span=DOCUMENT.span(0, 4), evidence=EVIDENCE, value=Decimal("56.3"), unit="percent")
    quote = attrs.evolve(QUOTE, speaker=span("Anar Solan"))
    shown = Briefing(document=DOCUMENT, annotations=(figure, quote))._repr_html_()
    assert "statistic = 56.3 percent; rule" in shown
    assert "quote by Anar Solan; rule" in shown


def test_html_of_items_that_end_where_another_begins() -> None:
    first = DateMention(span=DOCUMENT.span(0, 4), evidence=EVIDENCE, type="DATE", value="X")
    second = DateMention(span=DOCUMENT.span(4, 8), evidence=EVIDENCE, type="DATE", value="X")
    shown = Briefing(document=DOCUMENT, annotations=(first, second))._repr_html_()
    assert shown.count("<mark") == 2


def test_pickles_without_views() -> None:
    assert BRIEFING.get(DATE.id) is DATE
    copy = pickle.loads(pickle.dumps(BRIEFING))
    assert copy == BRIEFING
    assert copy._views == {}


@pytest.mark.parametrize("kwargs", [{}, {"relation": "sum", "holds": True}])
def test_findings_are_values(kwargs: dict[str, object]) -> None:
    assert Finding(check="c", severity="info", message="m", **kwargs) == Finding(
        check="c", severity="info", message="m", **kwargs
    )
