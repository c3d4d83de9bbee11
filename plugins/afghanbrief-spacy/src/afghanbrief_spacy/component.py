"""The spaCy pipeline component: puts a briefing's items on the Doc as span groups."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Literal

from spacy.language import Language
from spacy.tokens import Doc

from afghanbrief import Actor, Briefer, Briefing, Document, PluginHost, Settings, from_json, to_json

KEY = "afghanbrief"
# What labels a span: its kind's most telling field; other kinds have their name as label.
_LABELS = {"date": "type", "actor-mention": "type", "quote": "style", "statistic": "unit", "places.place": "level"}
_OWN_EXTRACTOR = "spacy.entities"


def _briefing_of(doc: Doc) -> Briefing | None:
    written = doc.user_data.get(KEY)
    if written is None:
        return None
    # Only JSON can be kept in a Doc that is to be saved or sent to another process; it is read when asked for.
    host = PluginHost()
    kinds = [kind for offer in host.extractors() for kind in offer.value.provides]
    return from_json(written, text=doc.text, kinds=kinds)


def set_extensions() -> None:
    """Register ``doc._.briefing`` (read only) and ``doc._.published``, unless they are there."""
    if not Doc.has_extension("briefing"):
        Doc.set_extension("briefing", getter=_briefing_of)
    if not Doc.has_extension("published"):
        Doc.set_extension("published", default=None)


@Language.factory(
    "afghanbrief",
    default_config={"only": None, "settings": {}, "prefix": "afghanbrief.", "alignment": "expand"},
    assigns=["doc.spans", "doc._.briefing"],
    retokenizes=False,
)
def make_component(
    nlp: Language,
    name: str,
    only: list[str] | None,
    settings: dict[str, Any],
    prefix: str,
    alignment: Literal["strict", "contract", "expand"],
) -> BriefingComponent:
    """Make the component; ``nlp.add_pipe("afghanbrief")`` calls this.

    Arguments:
        nlp: the pipeline.
        name: the component's name in it.
        only: names of extractors to run, as for :class:`afghanbrief.Briefer`.
        settings: settings of the Briefer, as :meth:`afghanbrief.Settings.from_dict` takes them.
        prefix: what the names of span groups begin with; the kind follows.
        alignment: what happens to an item whose ends are no token borders: it grows (``"expand"``), shrinks
            (``"contract"``) or is left out (``"strict"``).

    Returns:
        The component.
    """
    return BriefingComponent(only=only, settings=settings, prefix=prefix, alignment=alignment)


class BriefingComponent:
    """Briefs each Doc: span groups ``afghanbrief.KIND`` with the items, ``doc._.briefing`` with all of it.

    A span's ``label_`` is the item's type, style, unit or kind, and its ``id_`` the item's id, by which
    ``doc._.briefing.get(span.id_)`` finds the item again. The publication date is read from ``doc._.published``.
    """

    def __init__(
        self,
        *,
        only: Sequence[str] | None = None,
        settings: dict[str, Any] | None = None,
        prefix: str = "afghanbrief.",
        alignment: Literal["strict", "contract", "expand"] = "expand",
    ) -> None:
        set_extensions()
        table = dict(settings or {})
        # The pipeline in which this component stands must not be run within itself.
        known = {offer.value.name for offer in PluginHost(tuple(table.get("plugins", ()))).extractors()}
        if _OWN_EXTRACTOR in known and _OWN_EXTRACTOR not in table.get("disable", ()):
            table["disable"] = [*table.get("disable", ()), _OWN_EXTRACTOR]
        self._briefer = Briefer(Settings.from_dict(table), only=only)
        self._prefix = prefix
        self._alignment = alignment

    def __call__(self, doc: Doc) -> Doc:
        """Brief one Doc and return it."""
        published: datetime.date | str | None = doc._.published
        briefing = self._briefer.brief(Document(doc.text, published=published))
        groups: dict[str, list[Any]] = {kind.kind: [] for kind in self._briefer.kinds if kind is not Actor}
        for item in briefing.annotations:
            if item.kind in groups:
                span = doc.char_span(
                    item.span.start,
                    item.span.end,
                    label=_label_of(item),
                    span_id=item.id,
                    alignment_mode=self._alignment,
                )
                if span is not None:
                    groups[item.kind].append(span)
        for kind, spans in groups.items():
            doc.spans[f"{self._prefix}{kind}"] = spans
        doc.user_data[KEY] = to_json(briefing, text=False)
        return doc

    def to_disk(self, path: Any, *, exclude: Sequence[str] = ()) -> None:
        """Nothing is to be saved: the pipeline's configuration says it all."""

    def from_disk(self, path: Any, *, exclude: Sequence[str] = ()) -> BriefingComponent:
        """Nothing is to be loaded."""
        return self

    def to_bytes(self, *, exclude: Sequence[str] = ()) -> bytes:
        """Nothing is to be saved."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: Sequence[str] = ()) -> BriefingComponent:
        """Nothing is to be loaded."""
        return self


def _label_of(item: Any) -> str:
    return str(getattr(item, _LABELS.get(item.kind, "kind")))
