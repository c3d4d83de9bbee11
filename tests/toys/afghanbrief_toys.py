"""Small kinds, extractors, checks and writers that the tests of the core build their Briefers from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, BinaryIO, ClassVar

import attrs

from afghanbrief import Briefing, BuildContext, Document, Evidence, Finding, Found, Gazetteer, Overlap, Span, hookimpl
from afghanbrief.annotation import span_id


@attrs.frozen(kw_only=True)
class Word:
    """A word with a capital letter."""

    kind: ClassVar[str] = "toys.word"
    overlap: ClassVar[Overlap] = Overlap.FORBID

    span: Span
    evidence: Evidence
    id: str = attrs.field(default=attrs.Factory(span_id, takes_self=True))


@attrs.frozen(kw_only=True)
class Note:
    """Something about words, which may overlap and refers to them."""

    kind: ClassVar[str] = "toys.note"
    overlap: ClassVar[Overlap] = Overlap.ALLOW

    span: Span
    evidence: Evidence
    id: str
    word_id: str | None = None
    word_ids: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Parcel:
    """Holds anything, which JSON cannot."""

    kind: ClassVar[str] = "toys.parcel"
    overlap: ClassVar[Overlap] = Overlap.ALLOW

    span: Span
    evidence: Evidence
    id: str
    parts: tuple[Any, ...] = ()


@attrs.frozen(kw_only=True)
class Nest:
    """Something that may lie inside its like."""

    kind: ClassVar[str] = "toys.nest"
    overlap: ClassVar[Overlap] = Overlap.NEST

    span: Span
    evidence: Evidence
    id: str = attrs.field(default=attrs.Factory(span_id, takes_self=True))


class Words:
    """Yields every word with a capital letter."""

    name = "toys.words"
    provides: tuple[type[Any], ...] = (Word,)
    requires: tuple[type[Any], ...] = ()
    uses: tuple[type[Any], ...] = ()
    Settings: type[Any] | None = None

    def __init__(self, context: BuildContext) -> None:
        self.context = context

    def extract(self, document: Document, found: Found) -> Iterable[Any]:
        for match in re.finditer(r"[A-Z]\w*", document.text):
            yield Word(span=document.span(*match.span()), evidence=Evidence(self.name, "capital"))


class Notes:
    """Yields one note about all words."""

    name = "toys.notes"
    provides: tuple[type[Any], ...] = (Note,)
    requires: tuple[type[Any], ...] = (Word,)
    uses: tuple[type[Any], ...] = ()
    Settings: type[Any] | None = None

    def __init__(self, context: BuildContext) -> None:
        self.context = context

    def extract(self, document: Document, found: Found) -> Iterable[Any]:
        words = found.of(Word)
        if words:
            ids = tuple(word.id for word in words)
            evidence = Evidence(self.name, "all-words", cues=(words[0].span,))
            yield Note(span=words[0].span, evidence=evidence, id="toys:all", word_id=ids[0], word_ids=ids)


def make_extractor(extractor_name: str, **changes: Any) -> type[Any]:
    """Make an extractor class like Words with other attributes; ``extract`` may be a function of (document, found)."""
    extract = changes.pop("extract", None)
    if extract is not None:
        changes["extract"] = lambda self, document, found: extract(document, found)
    return type("Made", (Words,), {"name": extractor_name, **changes})


class CountCheck:
    """Says how many words there are."""

    name = "toys.count"
    requires: tuple[type[Any], ...] = (Word,)
    uses: tuple[type[Any], ...] = ()

    def check(self, document: Document, found: Found) -> Iterable[Finding]:
        ids = tuple(word.id for word in found.of(Word))
        yield Finding(check=self.name, severity="info", message=f"{len(ids)} words", annotation_ids=ids)


class LineWriter:
    """Writes the document's id, a line each."""

    name = "toys.lines"
    suffix = ".txt"

    def write(self, briefings: Iterable[Briefing], target: BinaryIO) -> None:
        for briefing in briefings:
            target.write(f"{briefing.document.id}\n".encode())


class Plugin:
    """A plugin that offers what it is given."""

    def __init__(
        self,
        *extractors: Any,
        name: str = "toys",
        gazetteers: Any = (),
        checks: Any = (),
        writers: Any = (),
    ) -> None:
        self.name = name
        self.offers = (extractors, gazetteers, checks, writers)

    @hookimpl
    def afghanbrief_extractors(self) -> Iterable[Any]:
        return self.offers[0]

    @hookimpl
    def afghanbrief_gazetteers(self) -> Iterable[Gazetteer]:
        return self.offers[1]

    @hookimpl
    def afghanbrief_checks(self) -> Iterable[Any]:
        return self.offers[2]

    @hookimpl
    def afghanbrief_writers(self) -> Iterable[Any]:
        return self.offers[3]


@hookimpl
def afghanbrief_extractors() -> Iterable[Any]:
    """Make the module itself a plugin, for tests that name it."""
    return (Words, Notes)


@hookimpl
def afghanbrief_checks() -> Iterable[Any]:
    """Offer the check."""
    return (CountCheck(),)


@hookimpl
def afghanbrief_writers() -> Iterable[Any]:
    """Offer the writer."""
    return (LineWriter(),)
