"""Finds mentions of actors and places, and links them to actors with roles."""

from __future__ import annotations

from collections.abc import Iterable

from afghanbrief.extractor import Extractor
from afghanbrief.hookspecs import hookimpl
from afghanbrief.text.names import Gazetteer


@hookimpl
def afghanbrief_extractors() -> Iterable[type[Extractor]]:
    """Give both extractors; imported late, so that importing the library stays cheap."""
    from afghanbrief.extractors.actors.links import ActorLinksExtractor
    from afghanbrief.extractors.actors.mentions import ActorMentionsExtractor

    return (ActorMentionsExtractor, ActorLinksExtractor)


@hookimpl
def afghanbrief_gazetteers() -> Iterable[Gazetteer]:
    """Give the built-in name lists."""
    from afghanbrief.extractors.actors.gazetteers import built_in_gazetteers

    return built_in_gazetteers()
