"""Finds tolls in a report: who was killed, wounded, captured or displaced, how many, by whom, where and when."""

from __future__ import annotations

from collections.abc import Iterable

from afghanbrief import Extractor, Writer, hookimpl
from afghanbrief_casualties.toll import Toll

__all__ = ["Toll", "afghanbrief_extractors", "afghanbrief_writers"]


@hookimpl
def afghanbrief_extractors() -> Iterable[type[Extractor]]:
    """Offer the extractor."""
    from afghanbrief_casualties.extractor import CasualtiesExtractor

    return (CasualtiesExtractor,)


@hookimpl
def afghanbrief_writers() -> Iterable[Writer]:
    """Offer the format ``casualties``."""
    from afghanbrief_casualties.rows import CasualtiesWriter

    return (CasualtiesWriter(),)
