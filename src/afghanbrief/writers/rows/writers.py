"""Writes a table of rows as CSV, Parquet or an Arrow stream."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any, BinaryIO, ClassVar, Final

import attrs

from afghanbrief.briefing import Briefing
from afghanbrief.writers.rows.frames import arrow_schema, batches_of, require_pyarrow
from afghanbrief.writers.rows.tables import find_table

_BETWEEN: Final = " | "


def _format_name(writer: Any) -> str:
    return str(writer.format if writer.table == "items" else f"{writer.format}-{writer.table}")


@attrs.frozen
class CsvWriter:
    """Writes one table as CSV (RFC 4180, UTF-8, a header, lists joined by a bar between blanks).

    Attributes:
        table: name of the table.
    """

    format: ClassVar[str] = "csv"
    suffix: ClassVar[str] = ".csv"

    table: str = "items"

    @property
    def name(self) -> str:
        """``csv`` for the table of all items, else ``csv-TABLE``."""
        return _format_name(self)

    def write(self, briefings: Iterable[Briefing], target: BinaryIO) -> None:
        """Write the header, and a line for each row."""
        found = find_table(self.table)
        buffer = io.StringIO(newline="")
        lines = csv.writer(buffer)
        lines.writerow(column.name for column in found.columns)
        for briefing in briefings:
            lines.writerows([_cell(cell) for cell in row] for row in found.fill(briefing))
            target.write(buffer.getvalue().encode("utf-8"))
            buffer.seek(0)
            buffer.truncate()
        target.write(buffer.getvalue().encode("utf-8"))


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return _BETWEEN.join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


@attrs.frozen
class ParquetWriter:
    """Writes one table as a Parquet file (extra ``arrow``).

    Attributes:
        table: name of the table.
    """

    format: ClassVar[str] = "parquet"
    suffix: ClassVar[str] = ".parquet"

    table: str = "items"

    @property
    def name(self) -> str:
        """``parquet`` for the table of all items, else ``parquet-TABLE``."""
        return _format_name(self)

    def write(self, briefings: Iterable[Briefing], target: BinaryIO) -> None:
        """Write the rows, a row group for every 10,000."""
        require_pyarrow()
        import pyarrow.parquet

        with pyarrow.parquet.ParquetWriter(target, arrow_schema(self.table)) as sink:
            for batch in batches_of(briefings, self.table):
                sink.write_batch(batch)


@attrs.frozen
class ArrowWriter:
    """Writes one table as an Arrow IPC stream (extra ``arrow``).

    Attributes:
        table: name of the table.
    """

    format: ClassVar[str] = "arrow"
    suffix: ClassVar[str] = ".arrows"

    table: str = "items"

    @property
    def name(self) -> str:
        """``arrow`` for the table of all items, else ``arrow-TABLE``."""
        return _format_name(self)

    def write(self, briefings: Iterable[Briefing], target: BinaryIO) -> None:
        """Write the rows as batches of at most 10,000."""
        pa = require_pyarrow()
        with pa.ipc.new_stream(target, arrow_schema(self.table)) as sink:
            for batch in batches_of(briefings, self.table):
                sink.write_batch(batch)
