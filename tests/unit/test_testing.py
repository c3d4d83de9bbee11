"""Pytest finds the fixtures for plugins, and they give what they say."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

INNER = """
from afghanbrief import Briefer

def test_fixtures(afghanbrief_briefer, afghanbrief_check_extractor, afghanbrief_texts):
    assert isinstance(afghanbrief_briefer, Briefer)
    assert callable(afghanbrief_check_extractor)
    assert len(afghanbrief_texts) > 20
"""


def test_fixtures(tmp_path: Path, root: Path) -> None:
    (tmp_path / "test_inner.py").write_text(INNER, encoding="utf-8")
    paths = filter(None, (str(root / "src"), os.environ.get("PYTHONPATH")))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "AFGHANBRIEF_PLUGINS": "none"}
    # Whether the library is installed or only on the path, the fixtures come in once.
    environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    for name in ("PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER"):
        environment.pop(name, None)
    plugin = ["-p", "afghanbrief.testing.pytest_plugin", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", "-q", *plugin]
    done = subprocess.run(
        [*command, "test_inner.py"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_installed_entry_point() -> None:
    points = [point for point in entry_points(group="pytest11") if point.name == "afghanbrief"]
    if not points:
        pytest.skip("the library is not installed")
    assert points[0].value == "afghanbrief.testing.pytest_plugin"
