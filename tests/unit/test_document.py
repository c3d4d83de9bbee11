"""A document keeps its text, reads its date and shares its layers."""

from __future__ import annotations

import datetime
import pickle

import attrs
import pytest

from afghanbrief import Document
from afghanbrief.errors import InvalidDocumentError

TEXT = "First here. Second there.\n\n\u201cThird\u201d has 12 words."


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, None),
        ("", None),
        ("2018-08-30", datetime.date(2018, 8, 30)),
        (float("nan"), None),
        ("2018-08-30T12:00:00Z", datetime.date(2018, 8, 30)),
        ("2018-08-30 12:00:00.123456789", datetime.date(2018, 8, 30)),
        (" 2018-08-30\n", datetime.date(2018, 8, 30)),
        (datetime.date(2018, 8, 30), datetime.date(2018, 8, 30)),
        (datetime.datetime(2018, 8, 30, 23, 59), datetime.date(2018, 8, 30)),  # noqa: DTZ001
    ],
)
def test_published(given: object, expected: datetime.date | None) -> None:
    assert Document("a", published=given).published == expected  # type: ignore[arg-type]


class NotATime(datetime.datetime):
    """Like pandas' NaT of old: a datetime that has no date."""

    def date(self) -> datetime.date:
        raise ValueError("NaTType does not support date")


@pytest.mark.parametrize(
    "given",
    ["August", "2018-13-01", "2018-08-30banana", "2018-08-30T25:00", 2018, 20.5, b"2018-08-30", NotATime(1, 1, 1)],
)
def test_published_must_be_a_date(given: object) -> None:
    with pytest.raises(InvalidDocumentError, match="ISO 8601"):
        Document("a", published=given)  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [b"bytes", None, 3, ["a"]])
def test_text_must_be_str(given: object) -> None:
    with pytest.raises(InvalidDocumentError, match="not a str"):
        Document(given)  # type: ignore[arg-type]


@pytest.mark.parametrize("known", [{"id": None}, {"id": 4}, {"language": None}, {"title": 3}, {"url": b"x"}])
def test_names_must_be_str(known: dict[str, object]) -> None:
    with pytest.raises(InvalidDocumentError, match="not a str"):
        Document("a", **known)  # type: ignore[arg-type]


def test_layers_are_shared_and_can_be_released() -> None:
    document = Document(TEXT)
    assert document.tokens is document.tokens
    assert len(document.normalized) == len(document.folded) == len(document) == len(TEXT)
    assert '"third"' in document.folded
    assert [TEXT[block.start : block.end] for block in document.blocks][-1].startswith("\u201cThird")
    assert [sentence.block for sentence in document.sentences] == [0, 0, 1]
    assert len(document.quote_zones) == 1
    assert document.numerals[-1].value == 12
    tokens = document.tokens
    document.release()
    assert document.tokens is not tokens
    assert document.tokens.words == tokens.words


def test_sentence_and_block_index() -> None:
    document = Document(f"  {TEXT}")
    assert document.sentence_index(0) == -1
    assert document.block_index(0) == -1
    assert document.sentence_index(2) == 0
    assert document.sentence_index(TEXT.index("Second") + 2) == 1
    assert document.block_index(len(TEXT)) == 1


def test_once_computes_once() -> None:
    calls = []

    def layer(document: Document) -> None:
        calls.append(document)

    document = Document("a")
    assert document.once(layer) is None
    assert document.once(layer) is None
    assert calls == [document]


def test_pickles_without_layers() -> None:
    document = Document(TEXT, id="d", published="2018-08-30", title="T")
    assert document.tokens
    copy = pickle.loads(pickle.dumps(document))
    assert copy == document
    assert copy._layers == {}
    assert copy.published == datetime.date(2018, 8, 30)


def test_equality_and_hash_ignore_layers() -> None:
    left, right = Document("a"), Document("a")
    assert left.tokens
    assert left == right
    assert hash(left) == hash(right)


def test_is_frozen_and_makes_spans() -> None:
    document = Document("Kabul fell")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        document.text = "other"  # type: ignore[misc]
    assert document.span(0, 5).text == "Kabul"


@pytest.mark.parametrize(("start", "end"), [(-5, 3), (0, 100), (3, 2), (40_000, 40_001), (-2, -1)])
def test_spans_lie_in_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no stretch of a text"):
        Document(TEXT).span(start, end)
