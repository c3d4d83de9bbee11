"""Documents, texts and records become documents; anything else a typed error."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import pytest

from afghanbrief.document import Document
from afghanbrief.errors import InvalidDocumentError
from afghanbrief.intake import as_document, id_of


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("text", Document("text")),
        (Document("text", id="d"), Document("text", id="d")),
        (
            {"text": "t", "id": 7, "dct": "2018-08-30", "title": "T", "publisher": None, "other": 1},
            Document("t", id="7", published="2018-08-30", title="T"),
        ),
        (
            MappingProxyType(
                {"text": "t", "id": None, "published": float("nan"), "dct": "2018-08-30", "url": float("nan")}
            ),
            Document("t", published="2018-08-30"),
        ),
        ({"text": "t", "published": "2018-08-30", "dct": "2001-01-01"}, Document("t", published="2018-08-30")),
    ],
)
def test_what_may_be_briefed(item: Any, expected: Document) -> None:
    assert as_document(item) == expected


@pytest.mark.parametrize(
    "item",
    [3, None, {"id": "a"}, {"id": "a", "text": 3}, {"text": "t", "title": 3}, {"text": "t", "id": 2.5}],
)
def test_what_may_not_be_briefed(item: Any) -> None:
    with pytest.raises(InvalidDocumentError):
        as_document(item)


def test_an_error_in_place_of_a_document_is_raised_as_it_is() -> None:
    error = InvalidDocumentError("broken", source="f.jsonl", line=3)
    with pytest.raises(InvalidDocumentError) as caught:
        as_document(error)
    assert caught.value is error


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (Document("text", id="d"), "d"),
        ({"id": 7}, "7"),
        (MappingProxyType({"id": "x"}), "x"),
        (InvalidDocumentError("broken", source="f.jsonl", document="d"), "d"),
        ({"id": None}, ""),
        (InvalidDocumentError("broken", source="f.jsonl", line=3), "f.jsonl"),
        (3, ""),
    ],
)
def test_the_id_of_anything(item: Any, expected: str) -> None:
    assert id_of(item) == expected
