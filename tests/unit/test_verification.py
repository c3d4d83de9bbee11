"""What extractors and checks yield is held against the contract."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

import attrs
import pytest
from afghanbrief_toys import Note, Parcel, Word, Words, make_extractor

from afghanbrief import Actor, DateMention, Document, Evidence, Finding, Overlap, Role, Span
from afghanbrief.errors import ContractViolationError
from afghanbrief.verification import clear_dangling, verify_annotations, verify_finding

DOCUMENT = Document("Anar met Solan")
EVIDENCE = Evidence("toys.words", "capital")
ANAR, SOLAN = DOCUMENT.span(0, 4), DOCUMENT.span(9, 14)
NOTES = make_extractor("toys.words", provides=(Word, Note, Parcel))


def verify(*items: Any, extractor: type[Any] = NOTES, taken: frozenset[str] = frozenset()) -> Any:
    return verify_annotations(extractor, DOCUMENT.text, items, taken)


def test_good_items_are_sorted_by_kind() -> None:
    word, note = Word(span=ANAR, evidence=EVIDENCE), Note(span=SOLAN, evidence=EVIDENCE, id="n")
    assert verify(word, note) == {Word: [word], Note: [note], Parcel: []}
    assert verify() == {Word: [], Note: [], Parcel: []}


@pytest.mark.parametrize(
    "span",
    [
        Span(0, 4, "anar"),
        Span(-5, 4, "Anar"),
        Span(4, 4, ""),
        Span(9, 15, "Solan"),
        Span(9, 99, "Solan"),
        Span(5, 3, ""),
    ],
)
def test_false_spans(span: Span) -> None:
    with pytest.raises(ContractViolationError, match="but the text has"):
        verify(Word(span=span, evidence=EVIDENCE))
    with pytest.raises(ContractViolationError, match="but the text has"):
        verify(Word(span=ANAR, evidence=attrs.evolve(EVIDENCE, cues=(span,))))
    with pytest.raises(ContractViolationError, match="but the text has"):
        verify(Parcel(span=ANAR, evidence=EVIDENCE, id="n", parts=(ANAR, (span,))))
    with pytest.raises(ContractViolationError, match="but the text has"):
        verify(Parcel(span=ANAR, evidence=EVIDENCE, id="n", parts=(Role(title="t", span=span),)))


def test_spans_must_be_spans() -> None:
    with pytest.raises(ContractViolationError, match="where a Span is wanted"):
        verify(Word(span=(0, 4, "Anar"), evidence=EVIDENCE, id="w"))  # type: ignore[arg-type]


def test_other_values_in_fields_are_left_alone() -> None:
    parcel = Parcel(span=ANAR, evidence=EVIDENCE, id="n", parts=("a", 1, None, {"b": 2}, Role(title="t")))
    assert verify(parcel)[Parcel] == [parcel]


@pytest.mark.parametrize("evidence", [None, Evidence("toys.other", "r"), Evidence("toys.words", "")])
def test_evidence_must_be_its_own(evidence: Any) -> None:
    with pytest.raises(ContractViolationError, match="must be an Evidence"):
        verify(Word(span=ANAR, evidence=evidence))


@pytest.mark.parametrize("changes", [{"certainty": "sure"}, {"also": b"a/b"}, {"rule": 3}])
def test_evidence_has_what_it_must(changes: dict[str, Any]) -> None:
    with pytest.raises(ContractViolationError, match=r"where a (Certainty|tuple|str) is wanted"):
        verify(Word(span=ANAR, evidence=attrs.evolve(EVIDENCE, **changes)))


@pytest.mark.parametrize("identity", [None, 3, ("n",)])
def test_ids_must_be_strings(identity: Any) -> None:
    with pytest.raises(ContractViolationError, match="which is no str"):
        verify(Note(span=ANAR, evidence=EVIDENCE, id=identity))


def test_kind_must_be_declared() -> None:
    with pytest.raises(ContractViolationError, match="yielded a Note"):
        verify(Note(span=ANAR, evidence=EVIDENCE, id="n"), extractor=Words)


def test_an_id_for_two_places() -> None:
    with pytest.raises(ContractViolationError, match="two places"):
        verify(Note(span=ANAR, evidence=EVIDENCE, id="n"), Note(span=SOLAN, evidence=EVIDENCE, id="n"))


def test_an_id_that_is_taken() -> None:
    with pytest.raises(ContractViolationError, match="taken"):
        verify(Note(span=ANAR, evidence=EVIDENCE, id="n"), taken=frozenset({"n"}))
    word = Word(span=ANAR, evidence=EVIDENCE)
    assert verify(word, taken=frozenset({word.id}))[Word] == [word]


def test_builtin_kinds_pass() -> None:
    date = DateMention(span=ANAR, evidence=EVIDENCE, type="DATE", value="X")
    assert verify(date, extractor=make_extractor("toys.words", provides=(DateMention,)))[DateMention] == [date]


def test_findings() -> None:
    finding = Finding(check="toys.c", severity="info", message="m", annotation_ids=("n",))
    assert verify_finding("toys.c", finding, {"n"}) is finding
    with pytest.raises(ContractViolationError, match="not there"):
        verify_finding("toys.c", finding, frozenset())
    with pytest.raises(ContractViolationError, match="not a Finding in its name"):
        verify_finding("toys.d", finding, {"n"})
    with pytest.raises(ContractViolationError, match="severity 'bad'"):
        verify_finding("toys.c", attrs.evolve(finding, severity="bad"), {"n"})
    for numbers in ({"operands": (Decimal("NaN"),)}, {"claimed": 5}, {"expected": Decimal("Infinity")}):
        with pytest.raises(ContractViolationError, match="finite Decimal"):
            verify_finding("toys.c", attrs.evolve(finding, **numbers), {"n"})
    with pytest.raises(ContractViolationError, match="yielded str"):
        verify_finding("toys.c", "finding", frozenset())


def test_dangling_references_are_cleared() -> None:
    note = Note(span=ANAR, evidence=EVIDENCE, id="n", word_id="gone", word_ids=("gone", "m"))
    kept = Note(span=ANAR, evidence=EVIDENCE, id="m", word_id="word:0-4", word_ids=("n",))
    word = Word(span=ANAR, evidence=EVIDENCE, id="word:0-4")
    state, ids = clear_dangling({Note: (note, kept), Word: (word,)})
    assert state == {Note: (attrs.evolve(note, word_id=None, word_ids=("m",)), kept), Word: (word,)}
    assert state[Note][1] is kept
    assert ids == {"n", "m", "word:0-4"}


def actor(*roles: Role) -> Actor:
    return Actor(span=ANAR, evidence=EVIDENCE, id="actor:anar", name="Anar", type="person", roles=roles)


def test_references_inside_values_are_cleared() -> None:
    envoy, own = Role(title="envoy", of_id="gone"), Role(title="head", of_id="actor:anar")
    (left,) = clear_dangling({Actor: (actor(envoy, own),)})[0][Actor]
    assert left.roles == (Role(title="envoy"), own)
    assert left.roles[1] is own
    gone = attrs.evolve(actor(own, Role(title="aide", of_id="w")), mention_ids=("gone", "w"))
    word = Word(span=ANAR, evidence=EVIDENCE, id="w")
    assert clear_dangling({Actor: (gone,), Word: (word,)})[0][Actor] == (actor(own, Role(title="aide")),)
    gone = attrs.evolve(actor(own), mention_ids=("gone",))
    assert clear_dangling({Actor: (gone,)})[0][Actor] == (actor(own),)
    whole = actor(own)
    assert clear_dangling({Actor: (whole,)})[0][Actor][0] is whole


@attrs.frozen(kw_only=True)
class Bond:
    """Ties two things; it cannot be without the first."""

    kind: ClassVar[str] = "toys.bond"
    overlap: ClassVar[Overlap] = Overlap.ALLOW

    span: Span
    evidence: Evidence
    id: str
    first_id: str
    second_id: str | None = attrs.field(default=None, validator=attrs.validators.instance_of(str))
    parts: Any = None


def test_what_cannot_be_without_its_reference_goes_with_it() -> None:
    word = Word(span=ANAR, evidence=EVIDENCE, id="w")
    bonds = [
        Bond(span=ANAR, evidence=EVIDENCE, id=name, first_id=first, second_id=second)
        for name, first, second in (("a", "gone", "w"), ("b", "a", "w"), ("c", "w", "gone"), ("d", "w", "w"))
    ]
    state, ids = clear_dangling({Bond: tuple(bonds), Word: (word,)})
    assert [bond.id for bond in state[Bond]] == ["d"]
    assert ids == {"w", "d"}


def test_references_to_another_kind_are_none() -> None:
    date = DateMention(span=ANAR, evidence=EVIDENCE, type="DATE", value="X", anchor_id="w")
    word = Word(span=ANAR, evidence=EVIDENCE, id="w")
    found = {DateMention: (date, attrs.evolve(date, id="d", anchor_id=date.id)), Word: (word,)}
    assert [item.anchor_id for item in clear_dangling(found)[0][DateMention]] == [None, date.id]
    assert clear_dangling(found, trusted=True)[0] == found


def test_references_of_wrong_types_are_none() -> None:
    notes = (
        Note(span=ANAR, evidence=EVIDENCE, id="n", word_id={"m": 1}, word_ids=["m", ["m"]]),  # type: ignore[arg-type]
        Note(span=ANAR, evidence=EVIDENCE, id="m", word_id=3),  # type: ignore[arg-type]
    )
    state, _ = clear_dangling({Note: notes})
    assert [(note.word_id, note.word_ids) for note in state[Note]] == [(None, ("m",)), (None, ())]


def test_parts_of_a_lost_value_go_too() -> None:
    held = Bond(span=ANAR, evidence=EVIDENCE, id="x", first_id="gone", second_id="w")
    holder = Bond(span=ANAR, evidence=EVIDENCE, id="w", first_id="w", second_id="w", parts=(held, "a"))
    (left,) = clear_dangling({Bond: (holder,)})[0][Bond]
    assert left.parts == ("a",)


Change = tuple[Span, ...]


@attrs.frozen(kw_only=True)
class Turn:
    """Its type has the name of one that holds no spans."""

    kind: ClassVar[str] = "toys.turn"
    overlap: ClassVar[Overlap] = Overlap.ALLOW

    span: Span
    evidence: Evidence
    id: str
    change: Change = ()
    listed: list[Span] = attrs.field(factory=list)
    named: dict[str, Span] = attrs.field(factory=dict)
    value: Decimal = Decimal(1)


TURNS = make_extractor("toys.words", provides=(Turn,))


@pytest.mark.parametrize(
    "fields",
    [{"change": (Span(0, 4, "WRNG"),)}, {"listed": [Span(0, 4, "WRNG")]}, {"named": {"a": Span(0, 4, "WRNG")}}],
)
def test_spans_are_found_by_type_and_not_by_its_name(fields: dict[str, Any]) -> None:
    with pytest.raises(ContractViolationError, match="but the text has"):
        verify(Turn(span=ANAR, evidence=EVIDENCE, id="t", **fields), extractor=TURNS)


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("-Infinity"), 5, 5.0, "5"])
def test_decimals_must_be_numbers(value: Any) -> None:
    with pytest.raises(ContractViolationError, match="finite Decimal"):
        verify(Turn(span=ANAR, evidence=EVIDENCE, id="t", value=value), extractor=TURNS)
    good = Turn(span=ANAR, evidence=EVIDENCE, id="t", listed=[ANAR], named={"a": SOLAN})
    assert verify(good, extractor=TURNS)[Turn] == [good]


def test_decimals_inside_values_must_be_numbers() -> None:
    with pytest.raises(ContractViolationError, match="finite Decimal"):
        verify(Parcel(span=ANAR, evidence=EVIDENCE, id="n", parts=(Decimal(1), Decimal("NaN"))))


def test_of_two_items_of_one_id_the_first_stays() -> None:
    word, note = Word(span=ANAR, evidence=EVIDENCE, id="n"), Note(span=ANAR, evidence=EVIDENCE, id="n", word_id="n")
    other = Note(span=SOLAN, evidence=EVIDENCE, id="m")
    state, ids = clear_dangling({Word: (word,), Note: (note, other, attrs.evolve(other, span=ANAR))})
    assert state == {Word: (word,), Note: (other,)}
    assert ids == {"n", "m"}
