"""What the tests share: a Briefer whose statistics, mentions and dates the tests state themselves."""

from __future__ import annotations

import datetime
import json
import types
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

import afghanbrief_casualties
import pytest

from afghanbrief import (
    Actor,
    ActorMention,
    Briefer,
    Briefing,
    BuildContext,
    DateMention,
    Document,
    Evidence,
    Found,
    PluginHost,
    Settings,
    Statistic,
    hookimpl,
)

BUILT_IN = ("statistics", "actors.mentions", "actors.link", "dates", "quotes")


def _find(document: Document, text: str) -> Any:
    start = document.text.index(text)
    return document.span(start, start + len(text))


class StatedItems:
    """Yields what the document's title says in JSON: figures, mentions with their actor, dates."""

    name = "stated.items"
    provides = (Statistic, ActorMention, Actor, DateMention)
    requires = uses = ()
    Settings = None

    def __init__(self, context: BuildContext) -> None:
        """Nothing is needed."""

    def extract(self, document: Document, found: Found) -> Iterable[Any]:
        """Yield the items."""
        stated = json.loads(document.title or "{}")
        evidence = Evidence(self.name, "stated")
        for text, *rest in stated.get("figures", ()):
            number, _, noun = text.partition(" ")
            counted = rest[1] if len(rest) > 1 else noun
            yield Statistic(
                span=_find(document, text),
                evidence=evidence,
                value=Decimal(number.replace(",", "")),
                bound=rest[0] if rest else "=",
                counted=_find(document, counted) if counted else None,
            )
        for text, kind in stated.get("mentions", ()):
            mention = ActorMention(span=_find(document, text), evidence=evidence, form="name", type=kind)
            yield mention
            if kind != "place":
                key = f"actor:{text.lower()}"
                yield Actor(
                    span=mention.span, evidence=evidence, id=key, name=text, type=kind, mention_ids=(mention.id,)
                )
        for text, value in stated.get("dates", ()):
            day = datetime.date.fromisoformat(value)
            yield DateMention(
                span=_find(document, text), evidence=evidence, type="DATE", value=value, earliest=day, latest=day
            )


def _module() -> types.ModuleType:
    module = types.ModuleType("stated")

    @hookimpl
    def afghanbrief_extractors() -> Iterable[type]:
        return (StatedItems,)

    module.afghanbrief_extractors = afghanbrief_extractors  # type: ignore[attr-defined]
    return module


@pytest.fixture(scope="session")
def plugins() -> list[Any]:
    """The plugin, and that of places where it is installed."""
    try:
        import afghanbrief_places
    except ImportError:
        return [afghanbrief_casualties]
    return [afghanbrief_places, afghanbrief_casualties]


@pytest.fixture(scope="session")
def brief(plugins: list[Any]) -> Callable[..., Briefing]:
    """Brief a text with the figures, mentions and dates that the test states."""
    known = {offer.value.name for offer in PluginHost(discover=False).extractors()}
    disable = tuple(name for name in BUILT_IN if name in known)
    briefer = Briefer(Settings(disable=disable), plugins=[_module(), *plugins], discover=False, strict=True)

    def brief_stated(text: str, *figures: Any, **stated: Any) -> Briefing:
        known = {key: stated.pop(key) for key in ("id", "published") if key in stated}
        rows = [[figure] if isinstance(figure, str) else figure for figure in figures]
        briefing = briefer.brief(text, title=json.dumps({"figures": rows, **stated}), **known)
        assert not briefing.failures
        return briefing

    return brief_stated
