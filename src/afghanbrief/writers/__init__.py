"""The built-in writers: each a module, offered by the same hook as a stranger's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from afghanbrief.hookspecs import Writer, hookimpl


@hookimpl
def afghanbrief_writers() -> Iterable[Writer]:
    """Give the built-in writers."""
    from afghanbrief.writers.brat import BratWriter
    from afghanbrief.writers.cas import CasWriter, CasXmiWriter
    from afghanbrief.writers.html import HtmlWriter
    from afghanbrief.writers.jsonl import JsonLinesWriter, JsonWriter
    from afghanbrief.writers.rows.tables import TABLES
    from afghanbrief.writers.rows.writers import ArrowWriter, CsvWriter, ParquetWriter
    from afghanbrief.writers.summary import SummaryWriter
    from afghanbrief.writers.timeml import TimemlWriter
    from afghanbrief.writers.webannotation import WebAnnotationWriter

    # Their names are made from the table's: instance attributes where the protocol has class variables.
    tables: list[Any] = [CsvWriter(table) for table in TABLES]
    tables += [ParquetWriter(table) for table in TABLES] + [ArrowWriter()]
    exchange: tuple[Writer, ...] = (WebAnnotationWriter(), BratWriter(), TimemlWriter(), CasWriter(), CasXmiWriter())
    return (SummaryWriter(), JsonWriter(), JsonLinesWriter(), HtmlWriter(), *exchange, *tables)
