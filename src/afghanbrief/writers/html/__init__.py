"""Writes a briefing as one self-contained HTML page that an editor reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO, ClassVar

import attrs

from afghanbrief.briefing import Briefing


def to_html(briefing: Briefing) -> str:
    """Make the page of a briefing: the article with every item marked, and what was found beside it.

    Arguments:
        briefing: the briefing.

    Returns:
        A whole HTML document that loads nothing from anywhere; the same briefing always gives the same page.
        Text of the report is escaped, and a content security policy lets no script run but the page's own.

    >>> from afghanbrief import Briefing, Document
    >>> "&lt;script&gt;" in to_html(Briefing(document=Document("A <script> is text.")))
    True
    """
    from afghanbrief.writers.html.page import make_page

    return make_page(briefing)


@attrs.frozen
class HtmlWriter:
    """Writes one page; for several briefings a ZIP with a page each."""

    name: ClassVar[str] = "html"
    suffix: ClassVar[str] = ".html"

    def write(self, briefings: Iterable[Briefing], target: BinaryIO) -> None:
        """Write the page of one briefing, or a ZIP of the pages of several."""
        from afghanbrief.writers.archive import write_one_or_archive

        write_one_or_archive(briefings, target, lambda briefing: to_html(briefing).encode("utf-8"), ".html")
