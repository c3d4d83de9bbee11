"""The skeleton of a plugin: its files, its names, its own tests, and what is refused."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from afghanbrief.cli import COMPLETE, WRONG_USAGE, main
from afghanbrief.errors import PluginError
from afghanbrief.scaffold import write_plugin

SOURCES = Path(__file__).parent.parent.parent / "src"


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    """The skeleton of a plugin called mine-fields."""
    return write_plugin("mine-fields", tmp_path)


def test_files(skeleton: Path) -> None:
    assert sorted(path.relative_to(skeleton).as_posix() for path in skeleton.rglob("*") if path.is_file()) == [
        ".gitignore",
        "README.md",
        "pyproject.toml",
        "src/afghanbrief_mine_fields/__init__.py",
        "src/afghanbrief_mine_fields/data/words.toml",
        "src/afghanbrief_mine_fields/extractor.py",
        "tests/test_afghanbrief_mine_fields.py",
    ]


def test_nothing_is_left_to_fill_in(skeleton: Path) -> None:
    for path in skeleton.rglob("*.*"):
        if path.is_file():
            assert not re.search(r"\$|TODO|FIXME", path.read_text("utf-8")), path


def test_distribution_and_entry_point(skeleton: Path) -> None:
    table = tomllib.loads((skeleton / "pyproject.toml").read_text("utf-8"))
    assert table["project"]["name"] == "afghanbrief-mine-fields"
    assert table["project"]["entry-points"]["afghanbrief"] == {"mine-fields": "afghanbrief_mine_fields"}


@pytest.mark.parametrize("name", ["mine-fields", "x1"])
def test_its_own_tests_pass_at_once(tmp_path: Path, name: str) -> None:
    folder = write_plugin(name, tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(SOURCES), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "4 passed" in run.stdout


def test_prefix_may_be_given(tmp_path: Path) -> None:
    assert write_plugin("afghanbrief-lakes", tmp_path) == tmp_path / "afghanbrief-lakes"


@pytest.mark.parametrize(
    "name", ["", "afghanbrief-", "Mine", "mine_fields", "../mine", "mine-", "-mine", "9mine", "m\u00edne", "mine\n"]
)
def test_bad_names_are_refused_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(PluginError, match="lower-case letters"):
        write_plugin(name, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(skeleton: Path) -> None:
    (skeleton / "README.md").write_text("mine", "utf-8")
    with pytest.raises(PluginError, match="is there already") as caught:
        write_plugin("mine-fields", skeleton.parent)
    assert caught.value.plugin == "mine-fields"
    assert (skeleton / "README.md").read_text("utf-8") == "mine"


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["new-plugin", "lakes", "--directory", str(tmp_path)]
    assert main(arguments) == COMPLETE
    assert str(tmp_path / "afghanbrief-lakes") in capsys.readouterr().out
    assert main(arguments) == WRONG_USAGE
    assert "is there already" in capsys.readouterr().err
