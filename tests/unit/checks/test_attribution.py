"""Quotations without a speaker, and pronouns that stay open."""

from __future__ import annotations

from afghanbrief import Document
from afghanbrief.annotation import Evidence
from afghanbrief.checks.attribution import AttributionCheck
from afghanbrief.extractor import Found
from afghanbrief.kinds.quotes import Quote

WHY = Evidence("quotes", "test")


def test_findings() -> None:
    document = Document('"No." He said it was ' + "so " * 60)
    no, he, rest = document.span(1, 4), document.span(6, 8), document.span(14, len(document.text))
    silent = Quote(span=no, evidence=WHY, content=(no,), verbatim=(no,), style="direct")
    open_one = Quote(span=rest, evidence=WHY, content=(rest,), style="indirect", speaker=he)
    known = Quote(span=rest, evidence=WHY, content=(rest,), style="indirect", speaker=he, speaker_id="actor:x")
    found = Found({Quote: (silent, open_one, known)})
    findings = list(AttributionCheck().check(document, found))
    assert [(finding.severity, finding.annotation_ids) for finding in findings] == [
        ("warning", (silent.id,)),
        ("info", (open_one.id,)),
    ]
    assert "\u201cNo.\u201d" in findings[0].message
    assert len(findings[1].message) < 200
