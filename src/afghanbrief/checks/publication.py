"""Says when relative dates rest on a publication date that was taken from the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from afghanbrief.annotation import Certainty
from afghanbrief.briefing import Finding
from afghanbrief.document import Document
from afghanbrief.extractor import Found
from afghanbrief.kinds import DateMention


class PublicationCheck:
    """Looks for dates that were resolved against the day of the text itself (setting ``dates.infer_published``)."""

    name: ClassVar[str] = "publication"
    requires: ClassVar[tuple[type[Any], ...]] = (DateMention,)
    uses: ClassVar[tuple[type[Any], ...]] = ()

    def check(self, document: Document, found: Found) -> Iterable[Finding]:
        """Yield one finding if the publication date is unknown and one was inferred.

        Arguments:
            document: the document; if its publication date is known there is nothing to say.
            found: its dates.
        """
        if document.published is not None:
            return
        days = {date.span: date for date in found.of(DateMention) if date.type == "DATE" and len(date.value) == 10}
        rest = [
            (date, days[cue])
            for date in found.of(DateMention)
            if date.evidence.certainty is Certainty.INFERRED
            for cue in date.evidence.cues
            if cue in days
        ]
        if rest:
            source = rest[0][1]
            yield Finding(
                check=self.name,
                severity="info",
                message=(
                    f"the publication date is unknown; {len(rest)} relative "
                    f"{'date rests' if len(rest) == 1 else 'dates rest'} on {source.value}, "
                    f"inferred from {source.span.text!r}"
                ),
                annotation_ids=(source.id, *(date.id for date, _ in rest if date.id != source.id)),
            )
