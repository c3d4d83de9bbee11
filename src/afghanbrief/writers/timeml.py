"""Writes a report as TimeML 1.2.1 with inline TIMEX3 tags."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO, ClassVar, Final
from xml.sax.saxutils import escape, quoteattr

import attrs

from afghanbrief.briefing import Briefing
from afghanbrief.kinds import DateMention
from afghanbrief.writers.archive import write_one_or_archive
from afghanbrief.writers.characters import replace_non_xml

_HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
)


@attrs.frozen
class TimemlWriter:
    """Writes one TimeML document; for several briefings a ZIP with a document each."""

    name: ClassVar[str] = "timeml"
    suffix: ClassVar[str] = ".tml"

    def write(self, briefings: Iterable[Briefing], target: BinaryIO) -> None:
        """Write the document of one briefing, or a ZIP of the documents of several."""
        write_one_or_archive(briefings, target, lambda briefing: to_timeml(briefing).encode("utf-8"), ".tml")


def to_timeml(briefing: Briefing) -> str:
    """Turn a briefing's dates into TimeML.

    Arguments:
        briefing: the briefing.

    Returns:
        XML: the publication date as ``t0``, and the text with a TIMEX3 tag around each date. The text of ``TEXT``
        is the document's, character by character; only what XML forbids has become U+FFFD.

    >>> from afghanbrief import Briefing, Document
    >>> "<TEXT>A &lt; B</TEXT>" in to_timeml(Briefing(document=Document("A < B")))
    True
    """
    document = briefing.document
    keys = {date.id: f"t{number}" for number, date in enumerate(briefing.dates, 1)}
    lines = [_HEAD, f"<DOCID>{_text(document.id)}</DOCID>\n", "<DCT>"]
    if document.published is not None:
        day = document.published.isoformat()
        lines.append(
            f'<TIMEX3 tid="t0" type="DATE" value="{day}" temporalFunction="false" '
            f'functionInDocument="CREATION_TIME">{day}</TIMEX3>'
        )
    lines.append("</DCT>\n")
    if document.title:
        lines.append(f"<TITLE>{_text(document.title)}</TITLE>\n")
    lines.append("<TEXT>")
    position = 0
    for date in briefing.dates:
        start, end = date.span.start, date.span.end
        # Dates share no character; a briefing from elsewhere may break that, but tags cannot cross.
        if start >= position:
            lines.append(_text(document.text[position:start]))
            lines.append(f"{_tag(date, keys)}{_text(document.text[start:end])}</TIMEX3>")
            position = end
    lines.append(_text(document.text[position:]))
    lines.append("</TEXT>\n</TimeML>\n")
    return "".join(lines)


def _tag(date: DateMention, keys: dict[str, str]) -> str:
    anchor = keys.get(date.anchor_id or "")
    given = {
        "tid": keys[date.id],
        "type": date.type,
        "value": date.value,
        "mod": date.mod,
        "temporalFunction": "true" if anchor else "false",
        "anchorTimeID": anchor,
        "comment": None if date.calendar == "gregorian" else f"{date.calendar} calendar",
    }
    inner = " ".join(
        f"{name}={quoteattr(replace_non_xml(value))}" for name, value in given.items() if value is not None
    )
    return f"<TIMEX3 {inner}>"


def _text(text: str) -> str:
    # A parser turns a bare carriage return into a line feed.
    return escape(replace_non_xml(text), {"\r": "&#13;"})
