"""JSON holds a whole briefing; what does not hold together is refused with its path."""

from __future__ import annotations

import copy
import datetime
import json
from decimal import Decimal
from typing import Any

import attrs
import pytest
from afghanbrief_toys import Note, Word

from afghanbrief import (
    Actor,
    ActorMention,
    Briefing,
    Certainty,
    DateMention,
    Document,
    Evidence,
    Finding,
    Overlap,
    Producer,
    Role,
    Skipped,
    Span,
    Statistic,
    UnknownAnnotation,
    brief,
    from_json,
    serialize,
    to_json,
)
from afghanbrief.errors import CorruptBriefingError, SerializationError, UnsupportedSchemaError

DOCUMENT = Document("Anar said 56.30 percent on Monday", id="d", published="2018-08-30", title="T")
ANAR, MONDAY, FIGURE = DOCUMENT.span(0, 4), DOCUMENT.span(27, 33), DOCUMENT.span(10, 23)
EVIDENCE = Evidence("toys.e", "rule", cues=(DOCUMENT.span(5, 9),), certainty=Certainty.WEAK, also=("a/b",))
MENTION = ActorMention(span=ANAR, evidence=EVIDENCE, form="name", type="person")
ACTOR = Actor(
    span=ANAR,
    evidence=EVIDENCE,
    id="actor:anar",
    name="Anar",
    type="person",
    mention_ids=(MENTION.id,),
    roles=(Role(title="envoy", span=DOCUMENT.span(5, 9)),),
    codes=(("wikidata", "Q1"),),
)
DATE = DateMention(span=MONDAY, evidence=EVIDENCE, type="DATE", value="2018-08-27", earliest=datetime.date(2018, 8, 27))
STATISTIC = Statistic(
    span=FIGURE, evidence=EVIDENCE, value=Decimal("56.30"), unit="percent", as_of_id=DATE.id, source_id=ACTOR.id
)
WORD = Word(span=ANAR, evidence=EVIDENCE)
UNKNOWN = UnknownAnnotation(
    span=ANAR, evidence=EVIDENCE, id="u", unknown_kind="elsewhere.thing", fields={"b": [1, None], "a": {"x": "y"}}
)
FINDING = Finding(
    check="c",
    severity="info",
    message="m",
    annotation_ids=(STATISTIC.id,),
    relation="sum",
    operands=(Decimal("1.50"),),
    claimed=Decimal(2),
    expected=Decimal("1.5"),
    holds=False,
)
BRIEFING = Briefing(
    document=DOCUMENT,
    annotations=(ACTOR, MENTION, UNKNOWN, STATISTIC, DATE),
    findings=(FINDING,),
    skipped=(Skipped(producer="p", reason="r"),),
    producers=(Producer(name="p", version="1", provides=("date",)),),
)
RECORD = json.loads(to_json(BRIEFING))


def changed(path: str, value: Any) -> dict[str, Any]:
    record = copy.deepcopy(RECORD)
    inner: Any = record
    *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    for part in way:
        inner = inner[part]
    if value is ...:
        del inner[last]
    else:
        inner[last] = value
    return record


def test_round_trip() -> None:
    assert from_json(to_json(BRIEFING)) == BRIEFING
    assert from_json(to_json(BRIEFING).encode()) == BRIEFING
    assert from_json(to_json(BRIEFING, text=False), text=DOCUMENT.text) == BRIEFING
    assert from_json(to_json(BRIEFING, indent=2)) == BRIEFING
    assert type(from_json(to_json(BRIEFING)).dates[0].evidence.certainty) is Certainty
    assert to_json(from_json(to_json(BRIEFING))) == to_json(BRIEFING)


def test_kinds_of_plugins_are_read_with_them_and_kept_without() -> None:
    briefing = Briefing(document=DOCUMENT, annotations=(WORD,))
    written = to_json(briefing)
    assert from_json(written, kinds=(Word,)) == briefing
    without = from_json(written)
    assert isinstance(without.annotations[0], UnknownAnnotation)
    assert to_json(without) == written


def test_values_are_written_as_agreed() -> None:
    statistic = RECORD["annotations"][3]
    assert list(statistic)[:4] == ["kind", "id", "span", "evidence"]
    assert statistic["value"] == "56.30"
    assert RECORD["annotations"][4]["earliest"] == "2018-08-27"
    assert list(RECORD) == [
        "schema", "generator", "document", "annotations", "findings", "failures", "skipped", "producers",
    ]  # fmt: skip
    assert RECORD["document"]["length"] == len(DOCUMENT.text)


def test_characters_stand_for_themselves_unless_utf8_cannot() -> None:
    assert "\u00e9" in to_json(Briefing(document=Document("\u00e9")))
    lone = Briefing(document=Document("\ud800 \u00e9"))
    assert to_json(lone).isascii()
    assert from_json(to_json(lone)) == lone


def test_text_must_be_given_where_it_is_not_written() -> None:
    with pytest.raises(CorruptBriefingError, match="text="):
        from_json(to_json(BRIEFING, text=False))
    with pytest.raises(CorruptBriefingError) as caught:
        from_json(to_json(BRIEFING, text=False), text="Another text")
    assert caught.value.path == "document.length"
    with pytest.raises(CorruptBriefingError) as caught:
        from_json(to_json(BRIEFING), text="Another text")
    assert caught.value.path == "document.text"
    assert from_json(to_json(BRIEFING), text=DOCUMENT.text) == BRIEFING


@pytest.mark.parametrize(
    "source", ["{", "", b"\xff", "NaN {", "[" * 200_000, '{"a": NaN}', '{"a": -Infinity}', '{"a": 1e999}', None, 5]
)
def test_no_json(source: Any) -> None:
    with pytest.raises(SerializationError, match="no JSON"):
        from_json(source)


@pytest.mark.parametrize("schema", [None, "afghanbrief/0", "other/1", 1, ["afghanbrief/1"]])
def test_unknown_schema(schema: Any) -> None:
    with pytest.raises(UnsupportedSchemaError) as caught:
        serialize.from_dict(changed("schema", schema))
    assert caught.value.schema == schema


def test_upgrades_run_one_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = {
        "afghanbrief/-1": lambda record: {**record, "schema": "afghanbrief/0"},
        "afghanbrief/0": lambda record: {**record, "schema": serialize.SCHEMA},
    }
    monkeypatch.setattr(serialize, "_UPGRADES", steps)
    assert serialize.from_dict(changed("schema", "afghanbrief/-1")) == BRIEFING


@pytest.mark.parametrize("record", [[], None, "text", 3])
def test_no_object(record: Any) -> None:
    with pytest.raises(CorruptBriefingError) as caught:
        serialize.from_dict(record)
    assert caught.value.path == "$"


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("document", None, "document"),
        ("annotations", {}, "annotations"),
        ("findings", ..., "findings"),
        ("document.sha256", "0" * 64, "document.sha256"),
        ("document.length", 3, "document.length"),
        ("document.text", 3, "document.text"),
        ("document.id", None, "document.id"),
        ("document.title", 3, "document.title"),
        ("document.published", "August", "document.published"),
        ("annotations.0", 3, "annotations[0].kind"),
        ("annotations.0.kind", 3, "annotations[0].kind"),
        ("annotations.0.name", ..., "annotations[0].name"),
        ("annotations.0.name", 3, "annotations[0].name"),
        ("annotations.0.type", "alien", "annotations[0].type"),
        ("annotations.0.extra", 3, "annotations[0]"),
        ("annotations.0.span.text", "Bnar", "annotations[0].span.text"),
        ("annotations.0.span.start", "0", "annotations[0].span.start"),
        ("annotations.0.span.start", True, "annotations[0].span.start"),
        ("annotations.0.evidence.cues.0.end", 99, "annotations[0].evidence.cues[0].text"),
        ("annotations.0.evidence.certainty", "sure", "annotations[0].evidence.certainty"),
        ("annotations.0.roles.0.span.text", "x", "annotations[0].roles[0].span.text"),
        ("annotations.0.roles.0.of_id", "actor:nobody", "annotations[0].roles[0].of_id"),
        ("annotations.0.mention_ids.0", "gone", "annotations[0].mention_ids"),
        ("annotations.1.id", "actor:anar", "annotations[1].id"),
        ("annotations.2.id", None, "annotations[2].id"),
        ("annotations.2.span", None, "annotations[2].span"),
        ("annotations.2.span.text", "Bnar", "annotations[2].span.text"),
        ("annotations.0.mention_ids.0", "date:27-33", "annotations[0].mention_ids"),
        ("annotations.0.roles.0.of_id", "date:27-33", "annotations[0].roles[0].of_id"),
        ("annotations.3.as_of_id", "actor:anar", "annotations[3].as_of_id"),
        ("annotations.3.source_id", "date:27-33", "annotations[3].source_id"),
        ("annotations.2.kind", "thing", "annotations[2].kind"),
        ("annotations.1.id", "0", "annotations[0].mention_ids"),
        ("annotations.2.kind", "a.thing", "annotations[2]"),
        ("annotations.3.value", 56.3, "annotations[3].value"),
        ("annotations.3.value", "many", "annotations[3].value"),
        *[
            ("annotations.3.value", written, "annotations[3].value")
            for written in ("NaN", "sNaN", "Infinity", "1_000", " 5 ", "5\n", "\u0665", "5.", ".5", "+5", "")
        ],
        ("annotations.3.as_of_id", "date:0-1", "annotations[3].as_of_id"),
        ("annotations.4.earliest", "August", "annotations[4].earliest"),
        ("findings.0.annotation_ids.0", "gone", "findings[0].annotation_ids"),
        ("findings.0.operands.0", 1, "findings[0].operands[0]"),
        ("findings.0.holds", 1, "findings[0].holds"),
        ("producers.0", "p", "producers[0]"),
    ],
)
def test_corrupt_parts_are_named(path: str, value: Any, told: str) -> None:
    with pytest.raises(CorruptBriefingError) as caught:
        serialize.from_dict(changed(path, value))
    assert caught.value.path == told


def test_a_quote_without_words_is_corrupt() -> None:
    record = serialize.to_dict(brief('"No," he said.'))
    (index,) = [index for index, part in enumerate(record["annotations"]) if part["kind"] == "quote"]
    record["annotations"][index]["content"] = []
    with pytest.raises(CorruptBriefingError, match="content") as caught:
        serialize.from_dict(record)
    assert caught.value.path == f"annotations[{index}]"


@attrs.frozen(kw_only=True)
class Loose:
    """Holds anything."""

    kind = "toys.loose"
    overlap = Overlap.ALLOW

    span: Span
    evidence: Evidence
    id: str
    value: Any


@pytest.mark.parametrize("value", [object(), float("nan"), {1, 2}])
def test_what_json_cannot_hold_is_named(value: Any) -> None:
    loose = Loose(span=ANAR, evidence=EVIDENCE, id="l", value=value)
    with pytest.raises(SerializationError, match="'l', a Loose"):
        to_json(Briefing(document=DOCUMENT, annotations=(WORD, loose)))


def test_what_json_cannot_hold_outside_of_items() -> None:
    finding = Finding(check="c", severity="info", message=object())  # type: ignore[arg-type]
    with pytest.raises(SerializationError, match="cannot be written as JSON: "):
        to_json(Briefing(document=DOCUMENT, annotations=(WORD,), findings=(finding,)))


def test_references_of_plugin_kinds_are_verified() -> None:
    note = Note(span=ANAR, evidence=EVIDENCE, id="n", word_ids=("gone",))
    with pytest.raises(CorruptBriefingError, match="nothing has the id 'gone'"):
        from_json(to_json(Briefing(document=DOCUMENT, annotations=(note,))), kinds=(Note,))


def test_notes_of_others_do_not_confuse_the_path() -> None:
    leaf = ValueError("wrong")
    leaf.add_note("a note of somebody else")
    assert serialize._innermost(ExceptionGroup("g", [leaf]), "annotations[0]") == ("annotations[0]", "wrong")
    assert serialize._innermost(ValueError(), "x") == ("x", "ValueError")


@pytest.mark.parametrize("number", ["0", "-1", "56.30", "1E+3", "1E-9", "0E-7", "123456789012345678901234567890.5"])
def test_decimals_are_read_as_written(number: str) -> None:
    read = serialize.from_dict(changed("annotations.3.value", number)).statistics[0].value
    assert str(read) == number


def test_numbers_of_unknown_kinds_are_kept() -> None:
    record = changed("annotations.2.b", [1.5, 2])
    again = from_json(json.dumps(record))
    assert json.loads(to_json(again))["annotations"][2]["b"] == [1.5, 2]
