"""Finds quotes, their style, cue and speaker."""

from __future__ import annotations

from collections.abc import Iterable

from afghanbrief.extractor import Extractor
from afghanbrief.hookspecs import hookimpl


@hookimpl
def afghanbrief_extractors() -> Iterable[type[Extractor]]:
    """Give the extractor; imported late, so that importing the library stays cheap."""
    from afghanbrief.extractors.quotes.extractor import QuotesExtractor

    return (QuotesExtractor,)
