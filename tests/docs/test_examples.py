"""The examples in the documentation and the README run, and their TOML and JSON can be read."""

from __future__ import annotations

import json
import os
import re
import runpy
import subprocess
import sys
import tomllib
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from pathlib import Path

import pytest
from sybil import Document
from sybil.parsers.myst import PythonCodeBlockParser

from afghanbrief import Settings

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
PAGES = [page for page in PAGES if "_build" not in page.parts]
PLUGIN = ROOT / "examples" / "plugin-minimal"


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path, language: str) -> list[str]:
    found = re.findall(rf"^( *)```{language}\n(.*?)^\1```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return [body for _, body in found]


@pytest.mark.parametrize("page", [page for page in PAGES if ">>>" in page.read_text("utf-8")], ids=name_of)
def test_python_examples_run(page: Path) -> None:
    document = Document.parse(str(page), PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | NORMALIZE_WHITESPACE))
    examples = list(document)
    assert examples
    for example in examples:
        example.evaluate()


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "toml")], ids=name_of)
def test_toml_examples_can_be_read(page: Path) -> None:
    for block in blocks(page, "toml"):
        tomllib.loads(block)


@pytest.mark.parametrize("name", ["docs/reference/settings.md", "docs/how-to/settings.md"])
def test_settings_examples_are_settings(name: str) -> None:
    for block in blocks(ROOT / name, "toml"):
        Settings.from_toml(block)


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "json")], ids=name_of)
def test_json_examples_can_be_read(page: Path) -> None:
    for block in blocks(page, "json"):
        json.loads(block)


def test_minimal_plugin_passes_its_tests() -> None:
    paths = [str(PLUGIN / "src"), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in paths if path)}
    # Coverage or workers of the outer run are none of the inner run's business.
    for variable in [name for name in environment if name.startswith(("PYTEST_", "COV_"))]:
        del environment[variable]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(PLUGIN)],
        cwd=PLUGIN,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_minimal_plugin_is_about_forty_lines() -> None:
    source = (PLUGIN / "src" / "afghanbrief_resolutions.py").read_text("utf-8")
    assert sum(1 for line in source.splitlines() if line.strip()) <= 45


def test_readme_shows_what_the_seed_gives() -> None:
    path = ROOT / "tests" / "docs" / "update_readme.py"
    updater = runpy.run_path(str(path))
    readme = (ROOT / "README.md").read_text("utf-8")
    assert updater["render"](readme) == readme, "run python tests/docs/update_readme.py"
