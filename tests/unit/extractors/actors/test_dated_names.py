"""Names of entries that hold for a time are found in reports of that time only."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import pytest

from afghanbrief import ActorMention, Briefer, Gazetteer, GazetteerEntry, hookimpl

PACT = GazetteerEntry(
    id="norgrad-pact", type="armed_group", names=("Norgrad Dawn",), valid_to=datetime.date(1991, 7, 1), country="RUS"
)
HEIR = GazetteerEntry(id="heir", type="media", names=("Norgrad Dawn",), valid_from=datetime.date(1991, 7, 2))
HEAD = GazetteerEntry(
    id="person:sol",
    type="person",
    names=("Anar Solanov",),
    country="RUS",
    valid_to=datetime.date(1991, 7, 1),
    codes=(("cameo", "RUSGOV", None, None),),
)


class Lists:
    """A plugin of names."""

    name = "lists"

    @hookimpl
    def afghanbrief_gazetteers(self) -> Iterable[Gazetteer]:
        entries = (PACT, HEIR, HEAD)
        yield Gazetteer(name="old", topic="actors", source="own", licence="CC0-1.0", entries=entries, priority=1)


@pytest.fixture(scope="module")
def briefer() -> Briefer:
    return Briefer(only=("actors.link",), plugins=(Lists(),), discover=False)


@pytest.mark.parametrize(
    ("published", "kind"), [("1985-03-01", "armed_group"), ("2018-03-01", "media"), (None, "armed_group")]
)
def test_the_entry_of_the_day_is_found(briefer: Briefer, published: str | None, kind: str) -> None:
    for _ in range(2):
        briefing = briefer.brief("The Norgrad Dawn denied it, he said.", published=published)
        (mention,) = [item for item in briefing.of(ActorMention) if item.span.text == "Norgrad Dawn"]
        assert (mention.type, mention.evidence.rule) == (kind, "listed-name")


@pytest.mark.parametrize(("published", "country"), [("1985-03-01", "RUS"), ("2018-03-01", None)])
def test_the_office_holder_of_the_day_is_found(briefer: Briefer, published: str, country: str | None) -> None:
    briefing = briefer.brief("President Solanov left.", published=published)
    assert [(actor.name, actor.country) for actor in briefing.actors] == [("Solanov", country)]
