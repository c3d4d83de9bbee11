"""Reads documents from files, texts and JSON Lines; what is broken becomes an error in its place."""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from afghanbrief.document import Document
from afghanbrief.errors import InvalidDocumentError

_KNOWN = ("id", "title", "published", "publisher", "url", "language")


def read_files(names: Iterable[str], *, published: str | None = None) -> Iterator[Document | InvalidDocumentError]:
    """Read texts.

    Arguments:
        names: paths, or ``"-"`` for standard input; ``NAME.toml`` beside ``NAME.txt`` may say what is known:
            ``id``, ``title``, ``published``, ``publisher``, ``url``, ``language``.
        published: publication date of those whose TOML gives none, ISO 8601.

    Yields:
        A document for each name, or the error that stands in its way.

    Raises:
        OSError: if a file cannot be opened.
    """
    for name in names:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        try:
            known = {} if name == "-" else _read_sidecar(Path(name))
            known.setdefault("id", "stdin" if name == "-" else Path(name).stem)
            known.setdefault("published", published)
            yield Document(_decode(data, name), **known)
        except InvalidDocumentError as error:
            yield error if error.source else InvalidDocumentError(str(error), source=name)


def read_json_lines(names: Iterable[str]) -> Iterator[dict[str, Any] | InvalidDocumentError]:
    """Read records from JSON Lines files.

    Arguments:
        names: paths, or ``"-"`` for standard input.

    Yields:
        The record of each line that is not blank, or the error that names file and line.

    Raises:
        OSError: if a file cannot be opened.
    """
    for name in names:
        if name == "-":
            yield from _records(sys.stdin.buffer, "standard input")
        else:
            with open(name, "rb") as stream:
                yield from _records(stream, name)


def _records(stream: BinaryIO, name: str) -> Iterator[dict[str, Any] | InvalidDocumentError]:
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        except UnicodeDecodeError as error:
            fault = f"this is not UTF-8: {error.reason} at byte {error.start}"
            yield InvalidDocumentError(fault, source=name, line=number)
        except (ValueError, RecursionError) as error:
            yield InvalidDocumentError(f"this is no JSON: {error}", source=name, line=number)
        else:
            if not isinstance(record, dict) or not isinstance(record.get("text"), str):
                fault = "a JSON object with a string 'text' is wanted"
                yield InvalidDocumentError(fault, source=name, line=number)
            else:
                yield record


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidDocumentError(
            f"this is not UTF-8: {error.reason} at byte {error.start}; convert it first", source=name
        ) from None


def _read_sidecar(path: Path) -> dict[str, Any]:
    sidecar = path.with_suffix(".toml")
    if sidecar == path or not sidecar.is_file():
        return {}
    try:
        table = tomllib.loads(sidecar.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidDocumentError(f"this is no TOML: {error}", source=str(sidecar)) from None
    unknown = sorted(set(table) - set(_KNOWN))
    if unknown:
        raise InvalidDocumentError(f"unknown keys {unknown}; known are {list(_KNOWN)}", source=str(sidecar))
    return {key: value for key, value in table.items() if value != ""}
