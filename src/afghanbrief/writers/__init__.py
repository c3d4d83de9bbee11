"""The built-in writers: each a module, offered by the same hook as a stranger's."""

from __future__ import annotations

from collections.abc import Iterable

from afghanbrief.hookspecs import Writer, hookimpl


@hookimpl
def afghanbrief_writers() -> Iterable[Writer]:
    """Give the built-in writers."""
    from afghanbrief.writers.html import HtmlWriter
    from afghanbrief.writers.jsonl import JsonLinesWriter, JsonWriter
    from afghanbrief.writers.rows.tables import TABLES
    from afghanbrief.writers.rows.writers import ArrowWriter, CsvWriter, ParquetWriter
    from afghanbrief.writers.summary import SummaryWriter

    tables: list[Writer] = [CsvWriter(table) for table in TABLES]
    tables += [ParquetWriter(table) for table in TABLES]
    return (SummaryWriter(), JsonWriter(), JsonLinesWriter(), HtmlWriter(), *tables, ArrowWriter())
