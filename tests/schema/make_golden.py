"""Writes a briefing that has every kind and field once, as a golden file of the schema in force.

Run it when a new schema number is introduced, never again for an old one: ``python tests/schema/make_golden.py``.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

from afghanbrief import (
    Actor,
    ActorMention,
    Briefing,
    Certainty,
    DateMention,
    Document,
    Evidence,
    Failure,
    Finding,
    Producer,
    Quote,
    Role,
    Skipped,
    Span,
    Statistic,
    UnknownAnnotation,
    to_json,
)
from afghanbrief.serialize import SCHEMA

TEXT = "Envoy Anar Solan told us on Monday that 229 districts, 56.3 percent of the whole, were quiet \U0001f54a."
DOCUMENT = Document(
    TEXT,
    id="golden",
    title="Quiet",
    published="2018-08-30",
    publisher="The Wire",
    url="https://example.org/quiet",
)


def span(words: str) -> Span:
    """Give the span of the first occurrence."""
    start = TEXT.index(words)
    return DOCUMENT.span(start, start + len(words))


def make_briefing() -> Briefing:
    """Make the briefing; nothing in it depends on what extractors find."""
    evidence = Evidence("toys.e", "rule", (span("told"),), Certainty.INFERRED, ("toys.f/other",))
    mention = ActorMention(span=span("Anar Solan"), evidence=evidence, form="name", type="person")
    actor = Actor(
        span=span("Anar Solan"),
        evidence=evidence,
        id="actor:anar-solan",
        name="Anar Solan",
        type="person",
        country="AFG",
        mention_ids=(mention.id,),
        aliases=("Solan",),
        roles=(Role(title="Envoy", of="us", of_id="actor:anar-solan", span=span("Envoy")),),
        codes=(("wikidata", "Q1"),),
    )
    date = DateMention(
        span=span("Monday"),
        evidence=evidence,
        type="DATE",
        value="2018-08-27",
        mod="APPROX",
        anchor_id=None,
        earliest=datetime.date(2018, 8, 27),
        latest=datetime.date(2018, 8, 27),
    )
    words = span("229 districts, 56.3 percent of the whole, were quiet \U0001f54a")
    quote = Quote(
        span=words,
        evidence=evidence,
        content=(words,),
        verbatim=(span("quiet"),),
        style="mixed",
        cue=span("told"),
        speaker=span("Anar Solan"),
        speaker_id=actor.id,
        audience=span("us"),
    )
    count = Statistic(
        span=span("229 districts"),
        evidence=evidence,
        value=Decimal("229"),
        counted=span("districts"),
        counted_lemma="district",
        as_of_id=date.id,
        source_id=actor.id,
    )
    share = Statistic(
        span=span("56.3 percent"),
        evidence=evidence,
        value=Decimal("56.3"),
        upper=Decimal("1E+2"),
        bound="range",
        unit="percent",
        whole=span("of the whole"),
        change="increase",
        restates_id=count.id,
    )
    unknown = UnknownAnnotation(
        span=span("quiet"),
        evidence=evidence,
        id="mood:1",
        unknown_kind="moods.mood",
        fields={"score": "0.5", "parts": [1, None, {"deep": True}]},
    )
    finding = Finding(
        check="arithmetic",
        severity="info",
        message="229 is 56.3 percent of 407.",
        annotation_ids=(count.id, share.id),
        relation="share-of-total",
        operands=(Decimal("229"), Decimal("407")),
        claimed=Decimal("56.3"),
        expected=Decimal("56.27"),
        holds=True,
    )
    items = (mention, actor, date, quote, count, share, unknown)
    return Briefing(
        document=DOCUMENT,
        annotations=tuple(sorted(items, key=lambda item: (item.span.start, -item.span.end, item.kind, item.id))),
        findings=(finding,),
        failures=(Failure(producer="toys.bad", error="RuntimeError", message="boom"),),
        skipped=(Skipped(producer="toys.off", reason="it is disabled in the settings"),),
        producers=(Producer(name="dates", version="0.1.0", provides=("date",)),),
    )


def main() -> None:
    """Write the file, unless the schema has one already."""
    path = Path(__file__).parent / "golden" / f"{SCHEMA.replace('/', '-')}.json"
    if path.exists():
        raise SystemExit(f"{path} exists; old schemas must stay readable, so their files are never written anew")
    path.parent.mkdir(exist_ok=True)
    path.write_text(to_json(make_briefing(), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
