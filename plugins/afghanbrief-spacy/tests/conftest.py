"""What the tests share: a blank English pipeline with an entity ruler, saved where ``spacy.load`` finds it."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

PATTERNS = [
    {"label": "ORG", "pattern": "the Larch Foundation"},
    {"label": "PERSON", "pattern": "Ilse Vantongeren's"},
    {"label": "GPE", "pattern": "Brugelette"},
    {"label": "ORG", "pattern": "Taliban"},
    {"label": "MONEY", "pattern": "12 ducats"},
]


@pytest.fixture(scope="session")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Path of the pipeline."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(PATTERNS)  # type: ignore[attr-defined]
    path: Path = tmp_path_factory.mktemp("pipeline") / "ruler"
    nlp.to_disk(path)
    return str(path)
