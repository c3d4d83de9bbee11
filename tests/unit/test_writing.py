"""Writers are found by name and given a path or a file."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import pytest
from afghanbrief_toys import LineWriter, Plugin

from afghanbrief import Briefing, Document, PluginHost, write
from afghanbrief.errors import SettingsError
from afghanbrief.writing import find_writer, writers_by_name

BRIEFINGS = [Briefing(document=Document("a", id="one")), Briefing(document=Document("b", id="two"))]


@pytest.fixture
def host() -> PluginHost:
    return PluginHost([Plugin(writers=(LineWriter(),))], built_ins=(), discover=False)


def test_finds_by_name(host: PluginHost) -> None:
    assert find_writer("toys.lines", host).suffix == ".txt"
    assert list(writers_by_name(host)) == ["toys.lines"]


def test_unknown_names_list_those_there_are(host: PluginHost) -> None:
    with pytest.raises(SettingsError, match=r"there are toys\.lines"):
        find_writer("toys.line", host)


def test_built_in_formats_without_a_host() -> None:
    assert find_writer("jsonl").name == "jsonl"


def test_writes_to_files_and_paths(host: PluginHost, tmp_path: Path) -> None:
    target = io.BytesIO()
    write(BRIEFINGS[0], "toys.lines", target, host=host)
    assert target.getvalue() == b"one\n"
    for given in (tmp_path / "out.txt", str(tmp_path / "out2.txt")):
        write(iter(BRIEFINGS), "toys.lines", given, host=host)
        assert Path(given).read_bytes() == b"one\ntwo\n"


class Failing(LineWriter):
    """Writes half of it."""

    def write(self, briefings: Any, target: Any) -> None:
        target.write(b"half")
        raise RuntimeError("boom")


def test_a_file_is_replaced_when_all_is_written(tmp_path: Path) -> None:
    host = PluginHost([Plugin(writers=(Failing(),))], built_ins=(), discover=False)
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    for target in (path, tmp_path / "new.txt"):
        with pytest.raises(RuntimeError, match="boom"):
            write(BRIEFINGS, "toys.lines", target, host=host)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_files_keep_their_mode_and_links_their_end(host: PluginHost, tmp_path: Path) -> None:
    path, link = tmp_path / "out.txt", tmp_path / "link.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    write(BRIEFINGS, "toys.lines", link, host=host)
    assert path.read_bytes() == b"one\ntwo\n"
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    with pytest.raises(FileNotFoundError) as caught:
        write(BRIEFINGS, "toys.lines", tmp_path / "missing" / "out.txt", host=host)
    assert caught.value.filename == str(tmp_path / "missing" / "out.txt")


def test_devices_are_written_to(host: PluginHost) -> None:
    write(BRIEFINGS, "toys.lines", os.devnull, host=host)
    assert not os.path.isfile(os.devnull)
