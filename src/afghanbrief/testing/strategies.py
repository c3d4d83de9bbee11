"""Hypothesis strategies for spans, news texts, hostile texts, documents and whole briefings."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from afghanbrief.annotation import Certainty, Evidence, UnknownAnnotation
from afghanbrief.briefing import Briefing, Failure, Finding, Producer, Skipped
from afghanbrief.document import Document
from afghanbrief.kinds import Actor, ActorMention, DateMention, Quote, Role, Statistic
from afghanbrief.serialize import place_of
from afghanbrief.span import Span
from afghanbrief.testing.texts import HOSTILE_TEXTS, NEWS_TEXTS, REPEATED_UNITS

_PHRASES = (
    *(phrase for text in NEWS_TEXTS for phrase in text.replace("\n", " ").split(", ")),
    *("he said", "she told reporters", "according to SIGAR", "the Taliban", "U.S. officials", "Mullah Omar", "Moscow"),
    *(
        "on Monday",
        "two days earlier",
        "in early 2018",
        "last year",
        "September 4",
        "1397",
        "for 17 years",
        "since then",
    ),
    *(
        "56.3 percent",
        "$1.2 billion",
        "more than 300",
        "a dozen",
        "half of them",
        "13 soldiers",
        "1,659 killed",
        "up 8%",
    ),
    *('"', "\u201c", "\u201d", "'", "\u2018", "\u2019", "(", ")", "\u2014", ":", ";", "\n\n", "\n", "\r\n", "* "),
)
_JOINTS = st.sampled_from((" ", " ", " ", ", ", ". ", ".\n", "\n\n", "", "\u00a0"))
# Every code point may occur, lone surrogates too.
_ANY_TEXT = st.text(st.characters(), max_size=200)
_WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
_DATES = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))
_DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12)
_NAMES = st.from_regex(r"[a-z]{1,8}(-[a-z]{1,8})?", fullmatch=True)


@st.composite
def news_texts(draw: st.DrawFn, *, max_phrases: int = 25) -> str:
    """Make texts from phrases of news prose, marks and line ends in any order."""
    phrases = draw(st.lists(st.sampled_from(_PHRASES), max_size=max_phrases))
    return "".join(phrase + draw(_JOINTS) for phrase in phrases)


def repeated_units(*, max_count: int = 400) -> st.SearchStrategy[str]:
    """Make texts that repeat one short unit, where quadratic time and deep recursion show."""
    units = st.one_of(st.sampled_from(REPEATED_UNITS), st.text(st.characters(), min_size=1, max_size=4))
    return st.builds(lambda unit, count: unit * count, units, st.integers(1, max_count))


def any_texts() -> st.SearchStrategy[str]:
    """Make any text that a caller may give: prose, hostile texts, repeated units, arbitrary code points."""
    return st.one_of(news_texts(), st.sampled_from(HOSTILE_TEXTS), repeated_units(), _ANY_TEXT)


@st.composite
def documents(draw: st.DrawFn, *, texts: st.SearchStrategy[str] | None = None) -> Document:
    """Make documents, some with a publication date and other knowledge."""
    return Document(
        draw(any_texts() if texts is None else texts),
        id=draw(_WORDS),
        published=draw(st.none() | _DATES),
        title=draw(st.none() | _WORDS),
        publisher=draw(st.none() | _WORDS),
        url=draw(st.none() | _WORDS),
    )


@st.composite
def spans(draw: st.DrawFn, text: str, *, max_length: int = 40) -> Span:
    """Make spans of a text that is not empty."""
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, min(len(text), start + max_length)))
    return Span(start, end, text[start:end])


@st.composite
def evidences(draw: st.DrawFn, text: str, *, extractor: str | None = None) -> Evidence:
    """Make evidence whose cues stand in a text that is not empty."""
    return Evidence(
        extractor or draw(_NAMES),
        draw(_NAMES),
        cues=tuple(draw(st.lists(spans(text), max_size=2))),
        certainty=draw(st.sampled_from(Certainty)),
        also=tuple(draw(st.lists(_NAMES, max_size=2))),
    )


@st.composite
def briefings(draw: st.DrawFn, *, texts: st.SearchStrategy[str] | None = None) -> Briefing:
    """Make briefings of every kind, unknown ones included, whose spans and references hold."""
    document = draw(documents(texts=texts))
    items: list[Any] = []
    if document.text:
        items = _dates(draw, document.text)
        items += _mentions(draw, document.text)
        items += _actors(draw, document.text, [item.id for item in items if isinstance(item, ActorMention)])
        items += _quotes(draw, document.text, [item.id for item in items if isinstance(item, Actor)])
        items += _statistics(draw, document.text, items)
        items += _unknown(draw, document.text)
    items.sort(key=place_of)
    ids = tuple(item.id for item in items)
    return Briefing(
        document=document,
        annotations=tuple(items),
        findings=tuple(draw(st.lists(_findings(ids), max_size=2))),
        failures=tuple(draw(st.lists(st.builds(Failure, producer=_NAMES, error=_WORDS, message=_WORDS), max_size=1))),
        skipped=tuple(draw(st.lists(st.builds(Skipped, producer=_NAMES, reason=_WORDS), max_size=1))),
        producers=tuple(draw(st.lists(st.builds(Producer, name=_NAMES, version=_WORDS), max_size=2))),
    )


def _references(ids: list[str]) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(ids) if ids else st.none()


def _unique(items: list[Any]) -> list[Any]:
    return list({item.id: item for item in items}.values())


def _dates(draw: st.DrawFn, text: str) -> list[Any]:
    made = st.builds(
        DateMention,
        span=spans(text),
        evidence=evidences(text),
        type=st.sampled_from(("DATE", "TIME", "DURATION", "SET")),
        value=_WORDS,
        mod=st.none() | st.sampled_from(("START", "APPROX")),
        calendar=st.sampled_from(("gregorian", "solar-hijri", "islamic")),
        earliest=st.none() | _DATES,
        latest=st.none() | _DATES,
    )
    return _unique(draw(st.lists(made, max_size=3)))


def _mentions(draw: st.DrawFn, text: str) -> list[Any]:
    made = st.builds(
        ActorMention,
        span=spans(text),
        evidence=evidences(text),
        form=st.sampled_from(("name", "acronym", "metonym", "pronoun")),
        type=st.sampled_from(("person", "government", "place")),
    )
    return _unique(draw(st.lists(made, max_size=3)))


def _actors(draw: st.DrawFn, text: str, mention_ids: list[str]) -> list[Any]:
    references = st.lists(st.sampled_from(mention_ids), max_size=3) if mention_ids else st.just([])
    roles = st.builds(Role, title=_WORDS, of=st.none() | _WORDS, span=st.none() | spans(text))
    made = st.builds(
        Actor,
        span=spans(text),
        evidence=evidences(text),
        id=st.builds("actor:{}".format, _NAMES),
        name=_WORDS,
        type=st.sampled_from(("person", "government", "organisation")),
        country=st.none() | st.sampled_from(("AFG", "RUS")),
        mention_ids=references.map(tuple),
        aliases=st.lists(_WORDS, max_size=2).map(tuple),
        roles=st.lists(roles, max_size=2).map(tuple),
        codes=st.lists(st.tuples(_NAMES, _WORDS), max_size=2).map(tuple),
    )
    return _unique(draw(st.lists(made, max_size=2)))


def _quotes(draw: st.DrawFn, text: str, actor_ids: list[str]) -> list[Any]:
    pieces = st.lists(spans(text), min_size=1, max_size=2).map(tuple)
    made = st.builds(
        Quote,
        span=spans(text),
        evidence=evidences(text),
        content=pieces,
        verbatim=st.just(()) | pieces,
        style=st.sampled_from(("direct", "mixed", "indirect")),
        cue=st.none() | spans(text),
        speaker=st.none() | spans(text),
        speaker_id=_references(actor_ids),
        audience=st.none() | spans(text),
    )
    return _unique(draw(st.lists(made, max_size=2)))


def _statistics(draw: st.DrawFn, text: str, items: list[Any]) -> list[Any]:
    made = st.builds(
        Statistic,
        span=spans(text),
        evidence=evidences(text),
        value=_DECIMALS,
        upper=st.none() | _DECIMALS,
        bound=st.sampled_from(("=", "~", "<", "<=", ">", ">=", "range")),
        unit=st.sampled_from(("count", "percent", "USD")),
        counted=st.none() | spans(text),
        counted_lemma=st.none() | _WORDS,
        whole=st.none() | spans(text),
        change=st.sampled_from(("level", "increase", "decrease")),
        as_of_id=_references([item.id for item in items if isinstance(item, DateMention)]),
        source_id=_references([item.id for item in items if isinstance(item, Actor)]),
    )
    return _unique(draw(st.lists(made, max_size=3)))


def _unknown(draw: st.DrawFn, text: str) -> list[Any]:
    values = st.recursive(
        st.none() | st.booleans() | st.integers(-1000, 1000) | _WORDS,
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_WORDS, inner, max_size=2),
        max_leaves=4,
    )
    fields = st.dictionaries(_NAMES, values, max_size=2).map(
        lambda table: {key: value for key, value in table.items() if key not in ("kind", "id", "span", "evidence")}
    )
    made = st.builds(
        UnknownAnnotation,
        span=spans(text),
        evidence=evidences(text),
        id=st.builds("elsewhere.thing:{}".format, _NAMES),
        unknown_kind=st.just("elsewhere.thing"),
        fields=fields,
    )
    return _unique(draw(st.lists(made, max_size=2)))


def _findings(ids: tuple[str, ...]) -> st.SearchStrategy[Finding]:
    references = st.lists(st.sampled_from(ids), max_size=2).map(tuple) if ids else st.just(())
    numbers: st.SearchStrategy[Decimal | None] = st.none() | _DECIMALS
    return st.builds(
        Finding,
        check=_NAMES,
        severity=st.sampled_from(("info", "warning", "error")),
        message=_WORDS,
        annotation_ids=references,
        relation=st.none() | st.sampled_from(("share-of-total", "sum", "difference")),
        operands=st.lists(_DECIMALS, max_size=2).map(tuple),
        claimed=numbers,
        expected=numbers,
        holds=st.none() | st.booleans(),
    )
