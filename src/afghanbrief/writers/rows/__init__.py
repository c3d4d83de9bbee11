"""Briefings as flat rows: one table a kind, one row an item; CSV, Arrow, Parquet, pandas, polars."""

from __future__ import annotations

from afghanbrief.writers.rows.frames import to_arrow, to_pandas, to_polars
from afghanbrief.writers.rows.tables import TABLES, Column, Table, rows_of
from afghanbrief.writers.rows.writers import ArrowWriter, CsvWriter, ParquetWriter

__all__ = [
    "TABLES",
    "ArrowWriter",
    "Column",
    "CsvWriter",
    "ParquetWriter",
    "Table",
    "rows_of",
    "to_arrow",
    "to_pandas",
    "to_polars",
]
