"""Finds resolutions of the UN Security Council: "resolution 2344 (2017)"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import attrs

from afghanbrief import BuildContext, Document, Evidence, Found, Overlap, Span, hookimpl
from afghanbrief.annotation import span_id
from afghanbrief.text.patterns import compile_pattern

_RESOLUTION = compile_pattern(r"\bresolution (\d{2,4})\b(?: \((\d{4})\))?", ignore_case=True)
_COUNCIL = compile_pattern(r"\bsecurity council\b|\bUN(?:SC)?\b|\bU\.N\.|\bunited nations\b", ignore_case=True)


@attrs.frozen(kw_only=True)
class Resolution:
    """A resolution, with the year in which it was adopted where the text says so."""

    kind: ClassVar[str] = "resolutions.resolution"
    overlap: ClassVar[Overlap] = Overlap.FORBID

    span: Span
    evidence: Evidence
    number: int
    year: int | None = None
    id: str = attrs.field(default=attrs.Factory(span_id, takes_self=True))


class ResolutionsExtractor:
    """Yields a Resolution for each number, if the report names the Council anywhere."""

    name = "resolutions.numbers"
    provides = (Resolution,)
    requires = uses = ()
    Settings = None

    def __init__(self, context: BuildContext) -> None:
        """Take what a Briefer gives; this extractor has neither settings nor name lists."""

    def extract(self, document: Document, found: Found) -> Iterable[Resolution]:
        """Yield the resolutions in text order."""
        council = _COUNCIL.search(document.normalized)
        if council is None:
            return
        evidence = Evidence(self.name, "numbered-resolution", cues=(document.span(*council.span()),))
        for match in _RESOLUTION.finditer(document.normalized):
            year = int(match[2]) if match[2] else None
            yield Resolution(span=document.span(*match.span()), evidence=evidence, number=int(match[1]), year=year)


@hookimpl
def afghanbrief_extractors() -> Iterable[type[ResolutionsExtractor]]:
    """Offer the extractor."""
    return (ResolutionsExtractor,)
