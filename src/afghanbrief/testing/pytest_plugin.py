"""Fixtures for tests of plugins; pytest finds them by itself where the library is installed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from afghanbrief.briefer import Briefer

# The library is imported inside the fixtures, so that pytest starts no slower in projects that do not use them.


@pytest.fixture(scope="session")
def afghanbrief_briefer() -> Briefer:
    """A strict Briefer with the built-ins and all installed plugins."""
    from afghanbrief.briefer import Briefer

    return Briefer(strict=True)


@pytest.fixture(scope="session")
def afghanbrief_check_extractor() -> Callable[..., None]:
    """The contract suite, :func:`afghanbrief.testing.check_extractor`."""
    from afghanbrief.testing.contract import check_extractor

    return check_extractor


@pytest.fixture(scope="session")
def afghanbrief_texts() -> tuple[str, ...]:
    """News prose and hostile texts to try a plugin on."""
    from afghanbrief.testing.texts import HOSTILE_TEXTS, NEWS_TEXTS

    return (*NEWS_TEXTS, *HOSTILE_TEXTS)
