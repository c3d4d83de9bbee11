"""Makes documents from what a stream may hold: documents, texts, records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from afghanbrief.document import Document
from afghanbrief.errors import AfghanbriefError, InvalidDocumentError

KNOWN: Final = ("id", "title", "published", "publisher", "url", "language")


def as_document(item: Any) -> Document:
    """Make a document from what a stream may hold.

    Arguments:
        item: a document, a text, or a mapping with ``text`` and any of ``id`` (a ``str`` or ``int``), ``title``,
            ``published`` (or ``dct``), ``publisher``, ``url``, ``language``; other keys are ignored, and so is what is
            ``None`` or a NaN.

    Returns:
        The document.

    Raises:
        InvalidDocumentError: if it is none of these, or a value has a wrong type. An error of this library in its place
            is raised as it is.
    """
    if isinstance(item, Document):
        return item
    if isinstance(item, AfghanbriefError):
        raise item
    if isinstance(item, str):
        return Document(item)
    if not isinstance(item, Mapping):
        raise InvalidDocumentError(f"a document, a str or a mapping is wanted, not {type(item).__name__}")
    if "text" not in item:
        raise InvalidDocumentError("the record has no 'text'")
    # Tables write a NaN, which is not equal to itself, where there is nothing.
    known = {key: item[key] for key in KNOWN if item.get(key) is not None and item[key] == item[key]}
    if not known.get("published"):
        known["published"] = item.get("dct")
    if isinstance(known.get("id"), int):
        known["id"] = str(known["id"])
    return Document(item["text"], **known)


def id_of(item: Any) -> str:
    """Name what a stream holds, also where it cannot be briefed.

    Arguments:
        item: a document, a mapping with ``id``, or an error with a ``document`` or a ``source``.

    Returns:
        Its id; empty where it has none.
    """
    if isinstance(item, Document):
        return item.id
    if isinstance(item, Mapping) and isinstance(item.get("id"), (str, int)):
        return str(item["id"])
    return str(getattr(item, "document", None) or getattr(item, "source", None) or "")
