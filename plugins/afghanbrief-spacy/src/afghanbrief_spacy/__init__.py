"""Briefings on spaCy Docs, and a spaCy pipeline's entities as actor mentions; importing this does not import spaCy."""

from __future__ import annotations

from collections.abc import Iterable

from afghanbrief import Extractor, hookimpl

__all__ = ["afghanbrief_extractors"]


@hookimpl
def afghanbrief_extractors() -> Iterable[type[Extractor]]:
    """Offer the extractor of entities; it yields nothing until its settings name a pipeline."""
    from afghanbrief_spacy.entities import EntitiesExtractor

    return (EntitiesExtractor,)
