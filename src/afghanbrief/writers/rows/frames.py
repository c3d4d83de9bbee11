"""Gives the rows of briefings as Arrow, pandas or polars tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Context, Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from afghanbrief.briefing import Briefing
from afghanbrief.errors import SettingsError
from afghanbrief.writers.rows.tables import Row, Table, find_table

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

DECIMAL_DIGITS, DECIMAL_SCALE = 38, 9
_LARGEST: Final = Decimal(10) ** (DECIMAL_DIGITS - DECIMAL_SCALE)
_SMALLEST: Final = Decimal(1).scaleb(-DECIMAL_SCALE)
# The default context rounds to 28 digits.
_EXACT: Final = Context(prec=DECIMAL_DIGITS)
_ROWS_A_BATCH: Final = 10_000


def require_pyarrow() -> Any:
    """Import pyarrow.

    Raises:
        SettingsError: if it is not installed; the message names the extra.
    """
    try:
        import pyarrow
    except ImportError:
        raise SettingsError("pyarrow is not installed; pip install 'afghanbrief[arrow]'", key="format") from None
    return pyarrow


def arrow_schema(table: str = "items") -> pyarrow.Schema:
    """Give the Arrow schema of a table.

    Arguments:
        table: name of the table.

    Returns:
        The schema: ``string``, ``int64``, ``bool``, ``date32``, ``decimal128(38, 9)`` and ``list<string>``.

    Raises:
        SettingsError: if there is no such table, or pyarrow is not installed.
    """
    pa = require_pyarrow()
    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "decimal": pa.decimal128(DECIMAL_DIGITS, DECIMAL_SCALE),
        "strings": pa.list_(pa.string()),
    }
    return pa.schema([pa.field(column.name, types[column.type]) for column in find_table(table).columns])


def batch_of(rows: Iterable[Row], table: str) -> pyarrow.RecordBatch:
    """Make an Arrow batch of rows as a table's ``fill`` gives them."""
    pa = require_pyarrow()
    schema = arrow_schema(table)
    found = find_table(table)
    columns = list(zip(*rows, strict=True)) or [()] * len(found.columns)
    arrays = []
    for column, field, cells in zip(found.columns, schema, columns, strict=True):
        fitted = [_fitting(cell) for cell in cells] if column.type == "decimal" else list(cells)
        arrays.append(pa.array(fitted, type=field.type))
    return pa.record_batch(arrays, schema=schema)


def _fitting(value: Decimal | None) -> Decimal | None:
    """Give the figure if it fits the decimal type exactly, else nothing: a rounded one would be another figure."""
    if value is None or not value.is_finite() or value.copy_abs() >= _LARGEST or value.adjusted() < -DECIMAL_DIGITS:
        return None
    plain = f"{value:f}"
    digits = plain.partition(".")[2].rstrip("0")
    return Decimal(plain).quantize(_SMALLEST, context=_EXACT) if len(digits) <= DECIMAL_SCALE else None


def batches_of(briefings: Iterable[Briefing], table: str = "items") -> Iterator[pyarrow.RecordBatch]:
    """Give the rows of briefings as Arrow batches, as the briefings come.

    Arguments:
        briefings: the briefings; any number.
        table: name of the table.

    Yields:
        Batches of at most 10,000 rows.

    Raises:
        SettingsError: if there is no such table, or pyarrow is not installed.
    """
    found: Table = find_table(table)
    rows = (row for briefing in briefings for row in found.fill(briefing))
    while part := list(islice(rows, _ROWS_A_BATCH)):
        yield batch_of(part, table)


def to_arrow(briefings: Briefing | Iterable[Briefing], table: str = "items") -> pyarrow.Table:
    """Give the rows of briefings as an Arrow table.

    Arguments:
        briefings: one, or several.
        table: name of the table.

    Returns:
        A ``pyarrow.Table`` of the published schema.

    Raises:
        SettingsError: if there is no such table, or pyarrow is not installed (extra ``arrow``).
    """
    pa = require_pyarrow()
    several = [briefings] if isinstance(briefings, Briefing) else briefings
    return pa.Table.from_batches(list(batches_of(several, table)), schema=arrow_schema(table))


def to_pandas(briefings: Briefing | Iterable[Briefing], table: str = "items") -> pandas.DataFrame:
    """Give the rows of briefings as a pandas frame.

    Arguments:
        briefings: one, or several.
        table: name of the table.

    Returns:
        A ``pandas.DataFrame``: ``string``, ``Int64`` and ``boolean`` columns that can be empty, dates, ``Decimal``
        figures and lists as objects.

    Raises:
        SettingsError: if there is no such table, or pandas is not installed (extra ``pandas``).
    """
    try:
        import pandas as pd
    except ImportError:
        raise SettingsError("pandas is not installed; pip install 'afghanbrief[pandas]'", key="format") from None
    found = find_table(table)
    several = [briefings] if isinstance(briefings, Briefing) else briefings
    rows = [row for briefing in several for row in found.fill(briefing)]
    columns = list(zip(*rows, strict=True)) or [()] * len(found.columns)
    types = {"string": "string", "integer": "Int64", "boolean": "boolean"}
    return pd.DataFrame(
        {
            column.name: pd.Series(list(cells), dtype=types.get(column.type, "object"))
            for column, cells in zip(found.columns, columns, strict=True)
        }
    )


def to_polars(briefings: Briefing | Iterable[Briefing], table: str = "items") -> polars.DataFrame:
    """Give the rows of briefings as a polars frame.

    Arguments:
        briefings: one, or several.
        table: name of the table.

    Returns:
        A ``polars.DataFrame`` with the types of the Arrow schema.

    Raises:
        SettingsError: if there is no such table, or polars is not installed (extra ``polars``).
    """
    try:
        import polars as pl
    except ImportError:
        raise SettingsError("polars is not installed; pip install 'afghanbrief[polars]'", key="format") from None
    found = find_table(table)
    types: dict[str, Any] = {
        "string": pl.String,
        "integer": pl.Int64,
        "boolean": pl.Boolean,
        "date": pl.Date,
        "decimal": pl.Decimal(DECIMAL_DIGITS, DECIMAL_SCALE),
        "strings": pl.List(pl.String),
    }
    several = [briefings] if isinstance(briefings, Briefing) else briefings
    rows = [
        tuple(
            _fitting(cell) if column.type == "decimal" else cell
            for column, cell in zip(found.columns, row, strict=True)
        )
        for briefing in several
        for row in found.fill(briefing)
    ]
    return pl.DataFrame(rows, schema={column.name: types[column.type] for column in found.columns}, orient="row")
