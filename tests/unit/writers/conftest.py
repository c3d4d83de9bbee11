"""A briefing made by hand, so that these tests do not depend on what the extractors find."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from afghanbrief import (
    Actor,
    ActorMention,
    Briefing,
    Certainty,
    DateMention,
    Document,
    Evidence,
    Finding,
    Quote,
    Role,
    Span,
    Statistic,
    UnknownAnnotation,
)
from afghanbrief.briefing import Failure, Producer

TEXT = (
    "Talks <resume> & go on \U0001f54a\n\n"
    "\u201cWe hold 229 districts,\u201d Defense Minister Anar Solan said on Monday.\n"
    "\u201cThat is 56.3 percent.\u201d He told reporters that Norania\u2019s army\n"
    "had lost at least 13 soldiers as of January 31, 2018.\n"
)


class Pen:
    """Finds words in the text and makes spans of them."""

    def __init__(self, text: str) -> None:
        self.document = Document(
            text,
            id="d/1",
            title="Talks",
            published="2018-08-30",
            publisher="The Wire",
            url="https://example.org/a?b=1&c=2",
        )

    def __call__(self, words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.document.text.index(words, start + 1)
        return self.document.span(start, start + len(words))


def make_briefing() -> Briefing:
    pen = Pen(TEXT)
    said = Evidence("quotes", "cue-after", (pen("said"),))
    monday = DateMention(
        span=pen("Monday"),
        evidence=Evidence("dates", "weekday-by-tense", (pen("said"),), Certainty.INFERRED, ("dates/weekday",)),
        type="DATE",
        value="2018-08-27",
        earliest=datetime.date(2018, 8, 27),
        latest=datetime.date(2018, 8, 27),
    )
    january = DateMention(
        span=pen("January 31, 2018"),
        evidence=Evidence("dates", "full-date"),
        type="DATE",
        value="2018-01-31",
        mod="START",
        anchor_id=monday.id,
        earliest=datetime.date(2018, 1, 31),
        latest=datetime.date(2018, 1, 31),
    )
    solan = ActorMention(
        span=pen("Anar Solan"), evidence=Evidence("actors.mentions", "title-name"), form="name", type="person"
    )
    army = ActorMention(
        span=pen("Norania\u2019s army"),
        evidence=Evidence("actors.mentions", "forces"),
        form="nominal",
        type="organisation",
    )
    reporters = ActorMention(
        span=pen("reporters"), evidence=Evidence("actors.mentions", "gazetteer"), form="nominal", type="place"
    )
    minister = Actor(
        span=solan.span,
        evidence=Evidence("actors.link", "same-name"),
        id="actor:anar-solan",
        name="Anar Solan",
        type="person",
        country="NOR",
        mention_ids=(solan.id,),
        aliases=("Solan",),
        roles=(Role(title="Defense Minister", of="Norania", of_id="actor:army", span=pen("Defense Minister")),),
        codes=(("cameo", "NORGOV"), ("wikidata", "Q1")),
    )
    body = Actor(
        span=army.span,
        evidence=Evidence("actors.link", "same-name"),
        id="actor:army",
        name="Norania\u2019s army",
        type="organisation",
        mention_ids=(army.id,),
    )
    first, second = pen("We hold 229 districts,"), pen("That is 56.3 percent.")
    direct = Quote(
        span=pen.document.span(first.start, second.end),
        evidence=said,
        content=(first, second),
        verbatim=(first, second),
        style="direct",
        cue=pen("said"),
        speaker=solan.span,
        speaker_id=minister.id,
    )
    reported = pen("Norania\u2019s army\nhad lost at least 13 soldiers as of January 31, 2018")
    indirect = Quote(
        span=reported,
        evidence=Evidence("quotes", "told-that", (pen("told"),), Certainty.INFERRED),
        content=(reported,),
        style="indirect",
        cue=pen("told"),
        speaker=pen("He"),
        speaker_id=minister.id,
        audience=pen("reporters"),
    )
    districts = Statistic(
        span=pen("229 districts"),
        evidence=Evidence("statistics", "count-noun"),
        value=Decimal("229"),
        counted=pen("districts"),
        counted_lemma="district",
        source_id=minister.id,
        as_of_id=january.id,
    )
    share = Statistic(
        span=pen("56.3 percent"),
        evidence=Evidence("statistics", "percent"),
        value=Decimal("56.30"),
        unit="percent",
        restates_id=districts.id,
    )
    lost = Statistic(
        span=pen("13 soldiers"),
        evidence=Evidence("statistics", "count-noun", (pen("at least"),)),
        value=Decimal("13"),
        upper=Decimal("1E+2"),
        bound=">=",
        counted=pen("soldiers"),
        whole=pen("Norania\u2019s army"),
        change="increase",
        source_id=body.id,
    )
    strange = UnknownAnnotation(
        span=pen("resume"),
        evidence=Evidence("weather.storms", "any"),
        id="weather.storm:1",
        unknown_kind="weather.storm",
        fields={"force": 9, "names": ["<b>"]},
    )
    annotations = (
        monday,
        january,
        solan,
        reporters,
        army,
        minister,
        body,
        direct,
        indirect,
        districts,
        share,
        lost,
        strange,
    )
    return Briefing(
        document=pen.document,
        annotations=tuple(sorted(annotations, key=lambda item: (item.span.start, -item.span.end, item.kind, item.id))),
        findings=(
            Finding(
                check="arithmetic",
                severity="info",
                message="229 of 407 districts is 56.3%: agrees",
                annotation_ids=(districts.id, share.id),
                relation="share-of-total",
                operands=(Decimal(229), Decimal(407)),
                claimed=Decimal("56.3"),
                expected=Decimal("56.27"),
                holds=True,
            ),
            Finding(
                check="timeline", severity="warning", message="a figure without a date", annotation_ids=(share.id,)
            ),
        ),
        failures=(Failure(producer="broken", error="ValueError", message="it <failed>"),),
        producers=(Producer(name="dates", version="1", provides=("date",)),),
    )


@pytest.fixture
def briefing() -> Briefing:
    return make_briefing()
