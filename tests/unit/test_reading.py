"""Files become documents; what is broken becomes an error in its place that names file and line."""

from __future__ import annotations

import datetime
import io
import sys
from pathlib import Path

import pytest

from afghanbrief import Document
from afghanbrief.errors import InvalidDocumentError
from afghanbrief.intake import as_document
from afghanbrief.reading import check_files, read_files, read_json_lines


class Stdin:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_texts(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Kab\u00fcl\r\n".encode())
    (document,) = read_files([str(path)], published="2018-08-30")
    assert isinstance(document, Document)
    assert (document.text, document.id, document.published) == ("Kab\u00fcl\r\n", "a", datetime.date(2018, 8, 30))


def test_a_byte_order_mark_stays_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfText")
    (document,) = read_files([str(path)])
    assert document.text == "\ufeffText"


def test_sidecar(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text", encoding="utf-8")
    (tmp_path / "a.toml").write_text(
        'title = "T"\npublisher = ""\npublished = 2018-01-02\nid = "x"\n', encoding="utf-8"
    )
    (document,) = read_files([str(tmp_path / "a.txt")], published="2020-01-01")
    assert (document.title, document.publisher, document.id) == ("T", None, "x")
    assert document.published == datetime.date(2018, 1, 2)


@pytest.mark.parametrize("content", [b"title = [", b"\xef\xbb\xbftitel = 'x'", b"\xff", b"published = 'soon'"])
def test_broken_sidecar(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_text("Text", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Text", encoding="utf-8")
    (tmp_path / "a.toml").write_bytes(content)
    error, document = read_files([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    assert isinstance(error, InvalidDocumentError)
    assert str(tmp_path / "a.") in str(error)
    assert error.source
    assert isinstance(document, Document)


@pytest.mark.parametrize("content", [b"title = 3", b"id = 4", b"url = ['a']"])
def test_sidecar_values_are_strings(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_text("Text", encoding="utf-8")
    (tmp_path / "a.toml").write_bytes(content)
    (error,) = read_files([str(tmp_path / "a.txt")])
    assert isinstance(error, InvalidDocumentError)


def test_a_toml_file_is_no_sidecar_of_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("plain text", encoding="utf-8")
    (document,) = read_files([str(path)])
    assert isinstance(document, Document)


def test_not_utf8(tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_bytes(b"caf\xe9 au lait")
    good.write_bytes(b"fine")
    error, document = read_files([str(bad), str(good)])
    assert isinstance(error, InvalidDocumentError)
    assert (error.source, error.document) == (str(bad), "bad")
    assert "not UTF-8" in str(error)
    assert isinstance(document, Document)


def test_missing_files_raise() -> None:
    with pytest.raises(OSError, match="missing"):
        list(read_files(["missing.txt"]))
    with pytest.raises(OSError, match="missing"):
        list(read_json_lines(["missing.jsonl"]))


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(b"Text"))
    (document,) = read_files(["-"])
    assert isinstance(document, Document)
    assert (document.text, document.id) == ("Text", "stdin")
    monkeypatch.setattr(sys, "stdin", Stdin(b'{"text": "a"}\n'))
    assert list(read_json_lines(["-"])) == [{"text": "a"}]


def test_json_lines_go_on_after_broken_ones(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    lines = [
        b'\xef\xbb\xbf{"text": "one", "id": "1"}',
        b"",
        b'{"text": "two"',
        b"[" * 100_000,
        b'{"text": "caf\xe9"}',
        b"[1, 2]",
        b'{"text": 3}',
        b'{"id": "none"}',
        b'{"text": "five", "id": "5", "published": "soon"}',
        b'{"text": "six", "title": 6}',
        b'{"text": "three"}\r',
        b'{"text": "four \\ud800"}',
    ]
    path.write_bytes(b"\n".join(lines))
    read = list(read_json_lines([str(path)]))
    assert [item["text"] for item in read if isinstance(item, dict)] == ["one", "three", "four \ud800"]
    errors = [item for item in read if isinstance(item, InvalidDocumentError)]
    assert [error.line for error in errors] == [3, 4, 5, 6, 7, 8, 9, 10]
    assert [error.document for error in errors[-3:]] == ["none", "5", None]
    assert all(error.source == str(path) and f"line {error.line}" in str(error) for error in errors)


def test_a_date_is_given_to_records_without_one(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    lines = ['{"text": "a"}', '{"text": "b", "published": null}', '{"text": "c", "dct": "2001-01-01"}']
    path.write_text("\n".join([*lines, '{"text": "d", "published": "2002-01-01"}']), encoding="utf-8")
    read = [as_document(item).published for item in read_json_lines([str(path)], published="2018-08-30")]
    day = datetime.date(2018, 8, 30)
    assert read == [day, day, datetime.date(2001, 1, 1), datetime.date(2002, 1, 1)]


def test_files_are_checked_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Text", encoding="utf-8")
    check_files([str(path), "-"])
    for bad in (tmp_path, tmp_path / "missing.txt"):
        with pytest.raises(OSError, match=str(bad)):
            check_files([str(path), str(bad)])


def test_a_folder_is_told_how_to_name_its_files(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError, match=r"name its files: .*\*\.txt"):
        check_files([str(tmp_path)])
