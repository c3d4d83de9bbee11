"""The option that names the corpora: ``pytest tests/benchmarks --corpora DIR``."""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--corpora``."""
    parser.addoption("--corpora", type=Path, default=None, help="folder of corpora with gold")


@pytest.fixture
def corpora(request: pytest.FixtureRequest) -> Path:
    """The folder of corpora; tests that need it are skipped without."""
    folder: Path | None = request.config.getoption("--corpora")
    if folder is None or not folder.is_dir():
        pytest.skip("no corpora; give them with --corpora DIR")
    return folder
