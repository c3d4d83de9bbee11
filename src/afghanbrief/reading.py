"""Reads documents from files, texts and JSON Lines; what is broken becomes an error in its place."""

from __future__ import annotations

import errno
import json
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from afghanbrief.document import Document
from afghanbrief.errors import InvalidDocumentError
from afghanbrief.intake import KNOWN, as_document, id_of


def check_files(names: Iterable[str]) -> None:
    """See that files can be read, before anything is written.

    Arguments:
        names: paths, or ``"-"`` for standard input.

    Raises:
        OSError: for the first one that is missing, a folder, or cannot be opened.
    """
    for name in names:
        if name != "-" and Path(name).is_dir():
            raise IsADirectoryError(errno.EISDIR, f"this is a folder; name its files: {Path(name) / '*.txt'}", name)
        # Opening a pipe would take away what is in it.
        if name != "-" and not Path(name).is_fifo():
            with open(name, "rb"):
                pass


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
        own_id = "stdin" if name == "-" else Path(name).stem
        try:
            known = {} if name == "-" else _read_sidecar(Path(name))
            known.setdefault("id", own_id)
            known.setdefault("published", published)
            yield Document(_decode(data, name), **known)
        except InvalidDocumentError as error:
            error.document = own_id
            yield error if error.source else InvalidDocumentError(str(error), source=name, document=own_id)


def read_json_lines(
    names: Iterable[str], *, published: str | None = None
) -> Iterator[dict[str, Any] | InvalidDocumentError]:
    """Read records from JSON Lines files.

    Arguments:
        names: paths, or ``"-"`` for standard input.
        published: publication date of records that give none, ISO 8601.

    Yields:
        The record of each line that is not blank, or the error that names file and line.

    Raises:
        OSError: if a file cannot be opened.
    """
    for name in names:
        if name == "-":
            yield from _records(sys.stdin.buffer, "standard input", published)
        else:
            with open(name, "rb") as stream:
                yield from _records(stream, name, published)


def _records(stream: BinaryIO, name: str, published: str | None) -> Iterator[dict[str, Any] | InvalidDocumentError]:
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
            if not isinstance(record, dict):
                raise InvalidDocumentError("a JSON object with a string 'text' is wanted")
            if published and not (record.get("published") or record.get("dct")):
                record["published"] = published
            as_document(record)
            yield record
        except UnicodeDecodeError as error:
            fault = f"this is not UTF-8: {error.reason} at byte {error.start}"
            yield InvalidDocumentError(fault, source=name, line=number)
        except InvalidDocumentError as error:
            yield InvalidDocumentError(str(error), source=name, line=number, document=id_of(record) or None)
        except (ValueError, RecursionError) as error:
            yield InvalidDocumentError(f"this is no JSON: {error}", source=name, line=number)


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
        table = tomllib.loads(sidecar.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidDocumentError(f"this is no TOML: {error}", source=str(sidecar)) from None
    unknown = sorted(set(table) - set(KNOWN))
    if unknown:
        raise InvalidDocumentError(f"unknown keys {unknown}; known are {list(KNOWN)}", source=str(sidecar))
    return {key: value for key, value in table.items() if value != ""}
