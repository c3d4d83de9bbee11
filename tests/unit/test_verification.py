"""What extractors and checks yield is held against the contract."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from afghanbrief_toys import Note, Parcel, Word, Words, make_extractor

from afghanbrief import DateMention, Document, Evidence, Finding, Role, Span
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
    with pytest.raises(ContractViolationError, match="yielded str"):
        verify_finding("toys.c", "finding", frozenset())


def test_dangling_references_are_cleared() -> None:
    note = Note(span=ANAR, evidence=EVIDENCE, id="n", word_id="gone", word_ids=("w", "gone"))
    kept = Note(span=ANAR, evidence=EVIDENCE, id="m", word_id="w", word_ids=("w",))
    word = Word(span=ANAR, evidence=EVIDENCE)
    cleared = clear_dangling([note, kept, word], {"w"})
    assert cleared == (attrs.evolve(note, word_id=None, word_ids=("w",)), kept, word)
    assert cleared[1] is kept
