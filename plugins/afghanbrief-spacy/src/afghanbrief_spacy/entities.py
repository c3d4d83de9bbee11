"""The extractor: offers a pipeline's entities as actor mentions, below the built-ins in priority."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, get_args

import attrs

from afghanbrief import ActorMention, BuildContext, Certainty, Document, Evidence, Found
from afghanbrief.kinds.actors import MentionType
from afghanbrief_spacy.parsing import parser_of

LABELS: Mapping[str, str] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "NORP": "people",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_DETERMINERS = ("the ", "The ", "THE ")
_POSSESSIVES = ("'s", "\u2019s")


@attrs.frozen(kw_only=True)
class EntitiesSettings:
    """Settings of ``spacy.entities``.

    Attributes:
        pipeline: what ``spacy.load`` takes; empty for none.
        labels: entity labels to types of mention; labels that are not in it are passed over.
    """

    pipeline: str = ""
    labels: Mapping[str, Any] = attrs.field(factory=lambda: dict(LABELS))

    def __attrs_post_init__(self) -> None:
        known = get_args(MentionType)
        for label, kind in self.labels.items():
            if kind not in known:
                raise ValueError(f"label {label!r} is given the type {kind!r}; types are {', '.join(known)}")


class EntitiesExtractor:
    """Yields an ActorMention for each entity whose label has a type.

    Where a built-in mention overlaps one of these, the built-in one stays (``priority``).
    """

    name: ClassVar[str] = "spacy.entities"
    priority: ClassVar[int] = 10
    provides: ClassVar[tuple[type[Any], ...]] = (ActorMention,)
    requires: ClassVar[tuple[type[Any], ...]] = ()
    uses: ClassVar[tuple[type[Any], ...]] = ()
    Settings: ClassVar[type[Any] | None] = EntitiesSettings

    def __init__(self, context: BuildContext) -> None:
        settings: EntitiesSettings = context.settings or EntitiesSettings()
        self._labels = settings.labels
        self._parse = parser_of(settings.pipeline) if settings.pipeline else None

    def extract(self, document: Document, found: Found) -> Iterable[ActorMention]:
        """Yield the mentions in text order."""
        if self._parse is None:
            return
        for start, doc in document.once(self._parse):
            for entity in doc.ents:
                kind = self._labels.get(entity.label_)
                begin, end = _trim(document.text, start + entity.start_char, start + entity.end_char)
                if kind is not None and begin < end:
                    rule = "entity-" + "".join(c if c.isascii() and c.isalnum() else "-" for c in entity.label_.lower())
                    yield ActorMention(
                        span=document.span(begin, end),
                        evidence=Evidence(self.name, rule.strip("-"), certainty=Certainty.INFERRED),
                        form="name",
                        type=kind,
                    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the article before and the possessive behind, which many pipelines count to an entity."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if text.startswith(_DETERMINERS, start, end):
        start += len("the ")
    if text.endswith(_POSSESSIVES, start, end):
        end -= len("'s")
    return start, end
