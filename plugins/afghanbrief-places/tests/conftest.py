"""What the tests share: a Briefer with a stand-in for the extractor of mentions, which the tests tell what to find."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable

import afghanbrief_places
import pytest

from afghanbrief import ActorMention, Briefer, Briefing, BuildContext, Document, Evidence, Found, PluginHost, hookimpl
from afghanbrief.settings import Settings


class MarkedMentions:
    """Yields a mention for each name that the document's title lists: ``"place:Sharan|person:Ghani"``."""

    name = "marked.mentions"
    provides = (ActorMention,)
    requires = uses = ()
    Settings = None
    priority = -1

    def __init__(self, context: BuildContext) -> None:
        """Nothing is needed."""

    def extract(self, document: Document, found: Found) -> Iterable[ActorMention]:
        """Yield every occurrence of the names."""
        evidence = Evidence(self.name, "marked")
        for item in (document.title or "").split("|"):
            kind, _, name = item.partition(":")
            start = document.text.find(name) if name else -1
            while start >= 0:
                span = document.span(start, start + len(name))
                yield ActorMention(span=span, evidence=evidence, form="name", type=kind)  # type: ignore[arg-type]
                start = document.text.find(name, start + len(name))


def _module(*extractors: type) -> types.ModuleType:
    module = types.ModuleType("marked")

    @hookimpl
    def afghanbrief_extractors() -> Iterable[type]:
        return extractors

    module.afghanbrief_extractors = afghanbrief_extractors  # type: ignore[attr-defined]
    return module


@pytest.fixture(scope="session")
def brief() -> Callable[..., Briefing]:
    """Brief a text in which the names of *marks* are place mentions, or what their prefix says."""
    briefer = Briefer(
        Settings(disable=("actors.mentions",)),
        only=["places.resolve", "marked.mentions"],
        plugins=[_module(MarkedMentions), afghanbrief_places],
        discover=False,
        strict=True,
    )

    def brief_marked(text: str, *marks: str, **known: str) -> Briefing:
        title = "|".join(mark if ":" in mark else f"place:{mark}" for mark in marks)
        briefing = briefer.brief(text, title=title, **known)
        assert not briefing.failures
        return briefing

    return brief_marked


@pytest.fixture(scope="session")
def host() -> PluginHost:
    """The plugin as an installation has it: found by its entry point if it is installed, else given."""
    host = PluginHost(strict=True)
    names = {plugin.module for plugin in host.plugins}
    return host if "afghanbrief_places" in names else PluginHost([afghanbrief_places], discover=False, strict=True)
