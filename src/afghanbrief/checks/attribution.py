"""Says which quotations have no speaker, or one whom the text leaves open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Final

from afghanbrief.briefing import Finding
from afghanbrief.document import Document
from afghanbrief.extractor import Found
from afghanbrief.kinds.quotes import Quote

_SHOWN: Final = 60
_PRONOUNS: Final = frozenset(("he", "she", "they", "it", "him", "her", "them", "who", "one"))


class AttributionCheck:
    """Finds quotations in marks that nobody is named for, and quotes of a pronoun that stands for no known actor.

    A quotation without a speaker is a warning, since a reader cannot weigh it; an open pronoun is worth knowing.

    >>> from afghanbrief.document import Document
    >>> from afghanbrief.kinds.quotes import Quote
    >>> AttributionCheck.name, AttributionCheck.requires == (Quote,)
    ('attribution', True)
    """

    name: ClassVar[str] = "attribution"
    requires: ClassVar[tuple[type[Any], ...]] = (Quote,)
    uses: ClassVar[tuple[type[Any], ...]] = ()

    def check(self, document: Document, found: Found) -> Iterable[Finding]:
        """Yield a finding for each such quote.

        Arguments:
            document: the document; it is not read.
            found: what the extractors found.

        Returns:
            Findings in text order.
        """
        for quote in found.of(Quote):
            if quote.speaker is None:
                if quote.style == "direct":
                    message = f"Nobody is named as the speaker of \u201c{_shorten(quote.span.text)}\u201d."
                    yield Finding(check=self.name, severity="warning", message=message, annotation_ids=(quote.id,))
            elif quote.speaker_id is None and quote.speaker.text.lower() in _PRONOUNS:
                who, shown = quote.speaker.text, _shorten(quote.span.text)
                message = f"The text leaves open whom \u201c{who}\u201d stands for, the speaker of \u201c{shown}\u201d."
                yield Finding(check=self.name, severity="info", message=message, annotation_ids=(quote.id,))


def _shorten(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rsplit(" ", 1)[0] + "\u2026"
