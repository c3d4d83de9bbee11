"""The Briefer builds, runs, isolates, verifies and assembles."""

from __future__ import annotations

import pickle
from typing import Any

import attrs
import pytest
from afghanbrief_toys import CountCheck, Note, Notes, Plugin, Word, Words, make_extractor

import afghanbrief.briefer as module
from afghanbrief import Briefer, Document, Evidence, Finding, Settings, brief
from afghanbrief.errors import (
    DependencyCycleError,
    DocumentTooLargeError,
    InvalidDocumentError,
    PluginContractError,
    SettingsError,
)

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")
ONLY = ("toys.words", "toys.notes", "toys.count")
TEXT = "Anar met Solan in Norin."


def make(*extractors: Any, only: Any = None, settings: Settings | None = None, **offers: Any) -> Briefer:
    names = tuple(extractor.name for extractor in extractors) + tuple(c.name for c in offers.get("checks", ()))
    return Briefer(
        settings, only=names if only is None else only, plugins=(Plugin(*extractors, **offers),), discover=False
    )


def test_runs_in_order_and_sorts() -> None:
    briefing = make(Notes, Words, checks=(CountCheck(),)).brief(TEXT, id="d", published="2018-08-30")
    assert [producer.name for producer in briefing.producers] == ["toys.words", "toys.notes", "toys.count"]
    assert [producer.provides for producer in briefing.producers] == [("toys.word",), ("toys.note",), ("finding",)]
    assert [item.kind for item in briefing.annotations] == ["toys.note", "toys.word", "toys.word", "toys.word"]
    assert briefing.findings[0].message == "3 words"
    assert briefing.complete
    assert briefing.document.id == "d"
    assert briefing.document._layers == {}


def test_takes_documents() -> None:
    document = Document(TEXT, id="x")
    assert make(Words).brief(document).document is document


def test_only_takes_in_what_is_required() -> None:
    briefing = make(Notes, Words, only=("toys.notes",)).brief(TEXT)
    assert [producer.name for producer in briefing.producers] == ["toys.words", "toys.notes"]
    assert briefing.complete


def test_properties() -> None:
    briefer = make(Words, Notes, checks=(CountCheck(),))
    assert {Word, Note} <= set(briefer.kinds)
    assert [producer.name for producer in briefer.producers] == ["toys.words", "toys.notes", "toys.count"]


def test_disabled_producers_skip_their_dependants() -> None:
    settings = Settings(disable=("toys.words",))
    briefing = make(Words, Notes, checks=(CountCheck(),), settings=settings).brief(TEXT)
    assert {skipped.producer: skipped.reason for skipped in briefing.skipped} == {
        "toys.words": "it is disabled in the settings",
        "toys.notes": "it requires toys.word, but its producer 'toys.words' was skipped",
        "toys.count": "it requires toys.word, but its producer 'toys.words' was skipped",
    }
    assert not briefing.complete


def test_disabled_checks_do_not_run() -> None:
    briefing = make(Words, checks=(CountCheck(),), settings=Settings(disable=("toys.count",))).brief(TEXT)
    assert briefing.findings == ()


def test_missing_producer() -> None:
    briefing = make(Notes).brief(TEXT)
    assert [skipped.reason for skipped in briefing.skipped] == ["it requires toys.word, which no extractor provides"]


def test_check_without_producer_is_skipped() -> None:
    briefing = make(checks=(CountCheck(),)).brief(TEXT)
    assert [skipped.reason for skipped in briefing.skipped] == ["it requires toys.word, but no extractor provides it"]


def fail(document: Document, found: Any) -> Any:
    raise RuntimeError("boom")


def lie(document: Document, found: Any) -> Any:
    yield Word(span=attrs.evolve(document.span(0, 1), text="?"), evidence=Evidence("toys.words", "r"))


@pytest.mark.parametrize(("extract", "error"), [(fail, "RuntimeError"), (lie, "ContractViolationError")])
def test_failures_cost_one_output(extract: Any, error: str) -> None:
    other = make_extractor("toys.other", provides=(Note,), extract=lambda document, found: ())
    briefing = make(make_extractor("toys.words", extract=extract), Notes, other, checks=(CountCheck(),)).brief(TEXT)
    assert [(failure.producer, failure.error) for failure in briefing.failures] == [("toys.words", error)]
    assert {skipped.producer for skipped in briefing.skipped} == {"toys.notes", "toys.count"}
    assert "failed" in briefing.skipped[0].reason
    assert [producer.name for producer in briefing.producers] == ["toys.other"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, MemoryError])
def test_the_interpreters_own_errors(error: type[BaseException]) -> None:
    def stop(document: Document, found: Any) -> Any:
        raise error

    briefer = make(make_extractor("toys.words", extract=stop))
    if issubclass(error, Exception):
        assert briefer.brief(TEXT).failures[0].error == error.__name__
    else:
        with pytest.raises(error):
            briefer.brief(TEXT)


def test_checks_that_fail() -> None:
    class Raising(CountCheck):
        name = "toys.raising"

        def check(self, document: Document, found: Any) -> Any:
            yield Finding(check=self.name, severity="info", message="lost")
            raise RuntimeError("boom")

    briefing = make(Words, checks=(Raising(), CountCheck())).brief(TEXT)
    assert [failure.producer for failure in briefing.failures] == ["toys.raising"]
    assert [finding.check for finding in briefing.findings] == ["toys.count"]


def test_too_many_annotations() -> None:
    settings = Settings.from_dict({"limits": {"max_annotations": 2}})
    briefing = make(Words, settings=settings).brief(TEXT)
    assert "more than 2 annotations" in briefing.failures[0].message


def test_conflicts_are_settled_across_extractors_and_references_cleared() -> None:
    def longer(document: Document, found: Any) -> Any:
        yield Word(span=document.span(0, 8), evidence=Evidence("toys.zz", "long"))

    def dangling(document: Document, found: Any) -> Any:
        ids = ("gone", *(word.id for word in found.of(Word)))
        yield Note(span=document.span(0, 1), evidence=Evidence("toys.notes", "r"), id="n", word_id="gone", word_ids=ids)

    second = make_extractor("toys.zz", extract=longer)
    notes = make_extractor("toys.notes", provides=(Note,), requires=(Word,), extract=dangling)
    briefing = make(Words, notes, second).brief(TEXT)
    words = briefing.of(Word)
    assert [word.span.text for word in words] == ["Anar met", "Solan", "Norin"]
    (note,) = briefing.of(Note)
    assert note.word_id is None
    assert note.word_ids == tuple(word.id for word in words)


def test_priority_decides() -> None:
    def longer(document: Document, found: Any) -> Any:
        yield Word(span=document.span(0, 8), evidence=Evidence("toys.zz", "long"))

    second = make_extractor("toys.zz", extract=longer, priority=1)
    assert next(word.span.text for word in make(Words, second).brief(TEXT).of(Word)) == "Anar"


@pytest.mark.parametrize(
    ("settings", "only", "key"),
    [
        ({"disable": ["nothing"]}, None, "disable"),
        ({}, ("nothing",), "only"),
        ({"extractors": {"nothing": {}}}, None, "extractors.nothing"),
        ({"extractors": {"toys.words": {"x": 1}}}, None, "extractors.toys.words.x"),
    ],
)
def test_names_that_do_not_exist(settings: dict[str, Any], only: Any, key: str) -> None:
    extractor = make_extractor("toys.words", Settings=attrs.make_class("S", [], frozen=True))
    with pytest.raises(SettingsError) as caught:
        make(extractor, settings=Settings.from_dict(settings), only=only)
    assert caught.value.key == key


def test_extractor_that_cannot_be_built() -> None:
    class Broken(Words):
        name = "toys.words"

        def __init__(self, context: Any) -> None:
            raise RuntimeError("no data")

    briefer = make(Broken, Notes)
    assert isinstance(briefer.host.problems[-1], PluginContractError)
    reasons = [skipped.reason for skipped in briefer.brief(TEXT).skipped]
    assert reasons[0] == "it could not be built: RuntimeError: no data"
    assert "was skipped" in reasons[1]


def test_a_ring_leaves_out_the_plugins_in_it() -> None:
    ring = make_extractor("toys.ring", provides=(Word,), requires=(Note,))
    other = make_extractor("toys.apart", provides=(), extract=lambda document, found: ())
    briefer = make(ring, Notes, other)
    problem = briefer.host.problems[-1]
    assert isinstance(problem, DependencyCycleError)
    assert problem.ring == ("toys.notes", "toys.ring", "toys.notes")
    assert [producer.name for producer in briefer.brief(TEXT).producers] == ["toys.apart"]


def test_strict_raises_a_ring() -> None:
    ring = make_extractor("toys.ring", provides=(Word,), requires=(Note,))
    with pytest.raises(DependencyCycleError):
        Briefer(plugins=(Plugin(ring, Notes),), discover=False, strict=True)


def test_limits() -> None:
    settings = Settings.from_dict({"limits": {"max_characters": 3}})
    with pytest.raises(DocumentTooLargeError) as caught:
        make(Words, settings=settings).brief(TEXT)
    assert (caught.value.length, caught.value.limit) == (len(TEXT), 3)


@pytest.mark.parametrize("text", [b"x", None, 4])
def test_not_a_str(text: Any) -> None:
    with pytest.raises(InvalidDocumentError):
        make(Words).brief(text)


def test_pickles_as_its_recipe() -> None:
    import afghanbrief_toys

    briefer = Briefer(only=ONLY, plugins=(afghanbrief_toys.__name__,), discover=False)
    copy = pickle.loads(pickle.dumps(briefer))
    assert copy.brief(TEXT) == briefer.brief(TEXT)


def test_what_a_stream_may_not_hold() -> None:
    error = InvalidDocumentError("broken", source="f.jsonl", line=3)
    briefer = make(Words)
    for item in (3, None, {"id": "a"}, {"id": "a", "text": 3}, error):
        briefing = briefer.brief_or_fail(item)
        assert briefing.failures[0].error == "InvalidDocumentError"
        assert not briefing.complete
    assert briefer.brief_or_fail(error).document.id == "f.jsonl"
    assert briefer.brief_or_fail({"id": "a"}).document.id == "a"
    large = make(Words, settings=Settings.from_dict({"limits": {"max_characters": 3}}))
    assert large.brief_or_fail(Document("long text", id="big")).document.id == "big"
    assert large.brief_or_fail({"text": "long text"}).failures[0].error == "DocumentTooLargeError"


def test_brief_uses_one_default_briefer() -> None:
    assert brief("No date.", settings=Settings(disable=("dates",))).skipped
    assert brief("It began on 5 May 2018.").dates[0].value == "2018-05-05"
    assert module.default_briefer() is module.default_briefer()


def test_only_a_check_runs_what_the_check_requires() -> None:
    briefing = Briefer(only=("arithmetic",), discover=False).brief(
        "By July, 226 of the 407 districts (55.5%) were held."
    )
    assert briefing.complete
    assert [finding.check for finding in briefing.findings] == ["arithmetic"]
    assert {producer.name for producer in briefing.producers} == {"dates", "statistics", "arithmetic"}


def test_checks_have_no_settings() -> None:
    settings = Settings.from_dict({"extractors": {"toys.count": {"size": 1}}})
    with pytest.raises(SettingsError) as caught:
        make(Words, checks=(CountCheck(),), settings=settings)
    assert caught.value.key == "extractors.toys.count"


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        ({"settings": {"disable": ["quotes"]}}, "settings"),
        ({"only": "dates"}, "only"),
        ({"plugins": "json"}, "plugins"),
    ],
)
def test_arguments_of_wrong_types_are_named(arguments: dict[str, Any], key: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Briefer(**arguments)
    assert caught.value.key == key


@pytest.mark.parametrize("documents", ["abc", b"abc", {"text": "abc"}, Document("abc")])
def test_a_stream_wants_several_documents(documents: Any) -> None:
    briefer = make(Words)
    for stream in (briefer.stream, briefer.stream_json):
        with pytest.raises(InvalidDocumentError, match="put it in a list"):
            stream(documents)
        with pytest.raises(SettingsError, match="number from 1"):
            stream([], workers=0)


def test_what_is_known_stands_in_the_document() -> None:
    document = Document(TEXT, published="2018-08-30")
    assert make(Words).brief(document).document is document
    with pytest.raises(InvalidDocumentError, match="published: given beside a document"):
        make(Words).brief(document, published="2019-01-01")
