"""Writers are found by name and given a path or a file."""

from __future__ import annotations

import io
from pathlib import Path

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
