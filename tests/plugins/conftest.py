"""Fake distributions: folders with metadata on the path, found as installed ones are."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Install = Callable[..., str]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Give a function that installs a distribution of one module, and looks for nothing but what it installed."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))
    before = set(sys.modules)
    installed: list[str] = []

    def install_one(distribution: str, source: str, *, entry: str | None = None, version: str = "1.0") -> str:
        module = distribution.replace("-", "_")
        (site / f"{module}.py").write_text(textwrap.dedent(source), encoding="utf-8")
        info = site / f"{module}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[afghanbrief]\n{entry or module} = {module}\n", "utf-8")
        installed.append(distribution)
        monkeypatch.setenv("AFGHANBRIEF_PLUGINS", ",".join(installed))
        return distribution

    yield install_one
    for name in set(sys.modules) - before:
        if (getattr(sys.modules[name], "__file__", None) or "").startswith(str(site)):
            del sys.modules[name]
