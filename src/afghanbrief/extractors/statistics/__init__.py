"""Finds figures with their bound, unit, counted thing, date and source."""

from __future__ import annotations

from collections.abc import Iterable

from afghanbrief.extractor import Extractor
from afghanbrief.hookspecs import hookimpl


@hookimpl
def afghanbrief_extractors() -> Iterable[type[Extractor]]:
    """Give the extractor; imported late, so that importing the library stays cheap."""
    from afghanbrief.extractors.statistics.extractor import StatisticsExtractor

    return (StatisticsExtractor,)
