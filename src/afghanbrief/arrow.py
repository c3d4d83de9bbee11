"""Briefs documents that come as Arrow batches: the contract of Spark's ``mapInArrow`` as it is."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from afghanbrief.briefer import Briefer, default_briefer
from afghanbrief.briefing import Briefing
from afghanbrief.errors import InvalidDocumentError, SettingsError
from afghanbrief.intake import KNOWN
from afghanbrief.settings import Settings
from afghanbrief.writers.rows.frames import arrow_schema, batch_of
from afghanbrief.writers.rows.tables import find_table

if TYPE_CHECKING:
    import pyarrow

__all__ = ["arrow_schema", "batch_briefer", "brief_batches", "spark_schema"]

_TEXT: Final = "text"


def brief_batches(
    batches: Iterable[pyarrow.RecordBatch], *, table: str = "briefings", briefer: Briefer | None = None
) -> Iterator[pyarrow.RecordBatch]:
    """Brief the documents of Arrow batches, batch by batch.

    Arguments:
        batches: batches with a column ``text`` and any of ``id``, ``title``, ``published`` (a date, a timestamp or
            ISO 8601), ``publisher``, ``url``, ``language``; further columns are ignored.
        table: which rows to give: ``"briefings"`` (one for each document, with the briefing as JSON in its last
            column), ``"items"``, ``"quotes"``, ``"statistics"``, ``"actors"``, ``"mentions"``, ``"dates"`` or
            ``"findings"``.
        briefer: who briefs them; without it one of default settings, built once in each process.

    Yields:
        A batch for each batch, with the schema that :func:`arrow_schema` gives. A row that holds no document gives
        a row of ``briefings`` whose ``failures`` say why, and none of the other tables.

    Raises:
        SettingsError: if there is no such table, or the batches have no column ``text``.

    >>> import pyarrow as pa
    >>> rows = pa.record_batch({"id": ["a"], "text": ["Kabul denied it."]})
    >>> [batch.column("document").to_pylist() for batch in brief_batches([rows])]
    [['a']]
    """
    fill = find_table(table).fill
    reader = briefer or default_briefer()
    for batch in batches:
        rows = [row for briefing in _brief_rows(reader, batch) for row in fill(briefing)]
        yield batch_of(rows, table)


def batch_briefer(
    *,
    table: str = "briefings",
    settings: Settings | None = None,
    only: Sequence[str] | None = None,
    plugins: Sequence[str] = (),
) -> Callable[[Iterable[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    """Make a function of batches that can be sent to other machines.

    The Briefer is built there, once for each copy of the function: with Spark, once for each task.

    Arguments:
        table: which rows to give; see :func:`brief_batches`.
        settings: how the Briefer is built.
        only: names of the extractors and checks to run.
        plugins: dotted names of further plugins.

    Returns:
        A picklable function, for ``DataFrame.mapInArrow`` and the like.

    Raises:
        SettingsError: if there is no such table.

    >>> run = batch_briefer(table="dates", only=("dates",))
    """
    find_table(table)
    recipe = functools.partial(Briefer, settings, only=only, plugins=tuple(plugins))
    return _Remote(table, recipe)


class _Remote:
    """Builds its Briefer when it is first called, and leaves it behind when it is pickled."""

    def __init__(self, table: str, recipe: Callable[[], Briefer]) -> None:
        self._table = table
        self._recipe = recipe
        self._briefer: Briefer | None = None

    def __getstate__(self) -> dict[str, Any]:
        return {"_table": self._table, "_recipe": self._recipe, "_briefer": None}

    def __call__(self, batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        if self._briefer is None:
            self._briefer = self._recipe()
        return brief_batches(batches, table=self._table, briefer=self._briefer)


def spark_schema(table: str = "briefings") -> str:
    """Give the schema of a table in Spark's DDL, as ``mapInArrow`` wants it.

    Arguments:
        table: name of the table.

    Returns:
        Such as ``"document STRING, title STRING, published DATE"``.

    Raises:
        SettingsError: if there is no such table.

    >>> spark_schema("findings")[:30]
    '`document` STRING, `check` STR'
    """
    types = {
        "string": "STRING",
        "integer": "BIGINT",
        "boolean": "BOOLEAN",
        "date": "DATE",
        "decimal": "DECIMAL(38, 9)",
        "strings": "ARRAY<STRING>",
    }
    return ", ".join(f"`{column.name}` {types[column.type]}" for column in find_table(table).columns)


def _brief_rows(briefer: Briefer, batch: pyarrow.RecordBatch) -> Iterator[Briefing]:
    names = batch.schema.names
    if _TEXT not in names:
        raise SettingsError(f"the batches have no column 'text', only {', '.join(names)}; rename one", key="text")
    wanted = [name for name in (_TEXT, *KNOWN) if name in names]
    columns = [_cells(batch.column(names.index(name))) for name in wanted]
    for cells in zip(*columns, strict=True):
        record = {name: cell for name, cell in zip(wanted, cells, strict=True) if cell is not None}
        faults = [cell for cell in cells if isinstance(cell, InvalidDocumentError)]
        identity = record.get("id", "")
        source = "" if isinstance(identity, InvalidDocumentError) else str(identity)
        if faults or _TEXT not in record:
            yield briefer.brief_or_fail(
                InvalidDocumentError(str(faults[0]) if faults else "the text is null", source=source)
            )
        else:
            yield briefer.brief_or_fail({**record, "id": source})


def _cells(column: pyarrow.Array) -> list[Any]:
    try:
        return list(column.to_pylist())
    except UnicodeDecodeError:
        # One text that is not UTF-8 must not cost the others.
        return [_cell(scalar) for scalar in column]


def _cell(scalar: Any) -> Any:
    try:
        return scalar.as_py()
    except UnicodeDecodeError as error:
        return InvalidDocumentError(f"this is not UTF-8: {error.reason} at byte {error.start}")
