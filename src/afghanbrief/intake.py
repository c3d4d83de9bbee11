"""Makes documents from what a stream may hold: documents, texts, records."""

from __future__ import annotations

from typing import Any

from afghanbrief.document import Document
from afghanbrief.errors import AfghanbriefError, InvalidDocumentError


def as_document(item: Any) -> Document:
    """Make a document from what a stream may hold.

    Arguments:
        item: a document, a text, or a mapping with ``text`` and any of ``id``, ``title``, ``published`` (or
            ``dct``), ``publisher``, ``url``, ``language``; other keys are ignored.

    Returns:
        The document.

    Raises:
        InvalidDocumentError: if it is none of these. An error of this library in its place is raised as it is.
    """
    if isinstance(item, Document):
        return item
    if isinstance(item, AfghanbriefError):
        raise item
    if isinstance(item, str):
        return Document(item)
    if not isinstance(item, dict):
        raise InvalidDocumentError(f"a document, a str or a mapping is wanted, not {type(item).__name__}")
    if "text" not in item:
        raise InvalidDocumentError("the record has no 'text'")
    known = {key: item[key] for key in ("title", "publisher", "url", "language") if isinstance(item.get(key), str)}
    return Document(item["text"], id=id_of(item), published=item.get("published") or item.get("dct"), **known)


def id_of(item: Any) -> str:
    """Name what a stream holds, also where it cannot be briefed.

    Arguments:
        item: a document, a mapping with ``id``, or an error with a ``source``.

    Returns:
        Its id; empty where it has none.
    """
    if isinstance(item, Document):
        return item.id
    if isinstance(item, dict) and isinstance(item.get("id"), (str, int)):
        return str(item["id"])
    return str(getattr(item, "source", None) or "")
