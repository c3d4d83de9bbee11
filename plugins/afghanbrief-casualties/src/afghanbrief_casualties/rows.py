"""Writes tolls as CSV rows, with the columns that conflict-event data sets use."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, BinaryIO, ClassVar

import attrs

from afghanbrief import Actor, Briefing, DateMention
from afghanbrief_casualties.toll import Toll

# Names as in the UCDP Georeferenced Event Dataset where it has the column.
COLUMNS = (
    *("id", "source_article", "source_date", "source_original", "date_start", "date_end"),
    *("where_description", "country", "adm_1", "adm_2", "latitude", "longitude"),
    *("side_a", "harm", "group", "victims", "low", "best", "high", "part_of", "text"),
)


@attrs.frozen
class CasualtiesWriter:
    """Writes a row for each toll of each report, under one header.

    A toll that is a part of another names it in ``part_of``: add up only rows where that is empty.
    """

    name: ClassVar[str] = "casualties"
    suffix: ClassVar[str] = ".csv"

    def write(self, briefings: Iterable[Briefing], target: BinaryIO) -> None:
        """Write the rows as they come, in UTF-8 with CRLF (RFC 4180)."""
        target.write(_line(COLUMNS))
        for briefing in briefings:
            for toll in briefing.of(Toll):
                target.write(_line(_row(briefing, toll)))


def _line(values: Iterable[Any]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(["" if value is None else _plain(value) for value in values])
    return line.getvalue().encode("utf-8", "surrogatepass")


def _plain(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    text = " ".join(str(value).split())
    # A spreadsheet would take a text that begins so for a formula.
    return f"'{text}" if text[:1] in ("=", "+", "@") else text


def _row(briefing: Briefing, toll: Toll) -> tuple[Any, ...]:
    document = briefing.document
    place = briefing.get(toll.place_id)
    date = briefing.get(toll.date_id)
    start, end = (date.earliest, date.latest) if isinstance(date, DateMention) else (None, None)
    district = place.name if place is not None and place.level in ("district", "city", "capital") else None
    return (
        *(f"{document.id}#{toll.id}", document.title or document.id, document.published),
        *(_name(briefing, toll.source_id), start, end, toll.where and toll.where.text),
        *((place.country, place.province, district, place.latitude, place.longitude) if place else (None,) * 5),
        *(_name(briefing, toll.by_id) or (toll.by and toll.by.text), toll.harm, toll.group),
        *(toll.victims and toll.victims.text, toll.low, toll.best, toll.high),
        *(toll.part_of_id and f"{document.id}#{toll.part_of_id}", toll.span.text),
    )


def _name(briefing: Briefing, actor_id: str | None) -> str | None:
    actor = briefing.get(actor_id)
    return actor.name if isinstance(actor, Actor) else None
