from __future__ import annotations

import csv
import datetime
import io
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from afghanbrief import Actor, ActorMention, Briefing, Document, Evidence
from afghanbrief.errors import SettingsError
from afghanbrief.writers.rows import (
    TABLES,
    ArrowWriter,
    CsvWriter,
    ParquetWriter,
    rows_of,
    to_arrow,
    to_pandas,
    to_polars,
)

COUNTS = {
    "items": 13,
    "briefings": 1,
    "dates": 2,
    "mentions": 3,
    "actors": 2,
    "quotes": 2,
    "statistics": 3,
    "findings": 2,
}


@pytest.mark.parametrize("table", TABLES)
def test_a_row_for_each_item(briefing: Briefing, table: str) -> None:
    rows = list(rows_of(briefing, table))
    assert len(rows) == COUNTS[table]
    kinds: dict[str, Any] = {
        "string": str,
        "integer": int,
        "boolean": bool,
        "date": datetime.date,
        "decimal": Decimal,
        "strings": list,
    }
    for row in rows:
        assert list(row) == [column.name for column in TABLES[table].columns]
        for column in TABLES[table].columns:
            assert row[column.name] is None or isinstance(row[column.name], kinds[column.type]), column


def test_references_are_resolved(briefing: Briefing) -> None:
    figure = next(rows_of(briefing, "statistics"))
    assert (figure["as_of"], figure["as_of_earliest"], figure["source"]) == (
        "2018-01-31",
        datetime.date(2018, 1, 31),
        "Anar Solan",
    )
    quote = list(rows_of(briefing, "quotes"))[1]
    assert (quote["speaker_text"], quote["speaker"], quote["speaker_country"]) == ("He", "Anar Solan", "NOR")
    mentions = list(rows_of(briefing, "mentions"))
    assert [row["actor"] for row in mentions] == ["Anar Solan", None, "Norania\u2019s army"]


def test_items_have_all_kinds(briefing: Briefing) -> None:
    rows = {row["id"]: row for row in rows_of(briefing)}
    assert list(rows) == [item.id for item in briefing.annotations]
    assert rows["statistic:175-186"]["value"] == "13..1E+2"
    assert rows["quote:142-209"]["details"] == "He"
    assert rows["weather.storm:1"]["kind"] == "weather.storm"
    assert rows["weather.storm:1"]["details"] == '{"force": 9, "names": ["<b>"]}'
    assert rows["date:193-209"]["date_id"] == "date:87-93"


def test_an_unknown_table_is_named(briefing: Briefing) -> None:
    with pytest.raises(SettingsError, match="no table is called 'verbs'; there are items, briefings"):
        rows_of(briefing, "verbs")


@pytest.mark.parametrize("table", TABLES)
def test_csv_is_read_back(briefing: Briefing, table: str) -> None:
    target = io.BytesIO()
    CsvWriter(table).write([briefing, briefing], target)
    rows = list(csv.DictReader(io.StringIO(target.getvalue().decode("utf-8"), newline="")))
    assert len(rows) == 2 * COUNTS[table]
    for found, wanted in zip(rows, [*rows_of(briefing, table)] * 2, strict=True):
        for name, value in wanted.items():
            cell = (
                " | ".join(value)
                if isinstance(value, list)
                else str(value).lower()
                if value is True or value is False
                else value
            )
            assert found[name] == ("" if cell is None else str(cell))


def test_csv_without_briefings_is_a_header() -> None:
    target = io.BytesIO()
    CsvWriter("findings").write([], target)
    assert target.getvalue().startswith(b"document,check,")


def test_writers_are_named_by_their_table() -> None:
    assert [CsvWriter().name, CsvWriter("quotes").name, ParquetWriter("dates").name, ArrowWriter().name] == [
        "csv",
        "csv-quotes",
        "parquet-dates",
        "arrow",
    ]


@pytest.mark.parametrize("table", TABLES)
def test_arrow_and_parquet(briefing: Briefing, table: str) -> None:
    pa = pytest.importorskip("pyarrow", reason="needs pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs pyarrow")
    found = to_arrow(briefing, table)
    assert found.num_rows == COUNTS[table]
    target = io.BytesIO()
    ParquetWriter(table).write([briefing], target)
    assert parquet.read_table(io.BytesIO(target.getvalue())).equals(found)
    target = io.BytesIO()
    ArrowWriter(table).write([briefing, briefing], target)
    assert pa.ipc.open_stream(target.getvalue()).read_all().num_rows == 2 * COUNTS[table]
    assert to_arrow([], table).schema == found.schema


@pytest.mark.parametrize("table", TABLES)
def test_pandas_and_polars_say_the_same(briefing: Briefing, table: str) -> None:
    pytest.importorskip("pandas", reason="needs pandas")
    pytest.importorskip("polars", reason="needs polars")
    frame, other = to_pandas([briefing], table), to_polars([briefing], table)
    assert list(frame.columns) == other.columns == [column.name for column in TABLES[table].columns]
    assert len(frame) == other.height == COUNTS[table]
    assert list(frame.iloc[:, 0]) == other.to_series(0).to_list()
    assert len(to_pandas([], table)) == to_polars([], table).height == 0


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("56.30", "56.3"),
        ("1E+3", "1000"),
        ("-0.000000001", "-0.000000001"),
        ("0.0000000001", None),
        ("99999999999999999999999999999.999999999", "99999999999999999999999999999.999999999"),
        ("1E+29", None),
        ("1E+999999", None),
        ("1E-999999", None),
        ("NaN", None),
    ],
)
def test_a_figure_is_exact_or_not_there(briefing: Briefing, value: str, stored: str | None) -> None:
    pytest.importorskip("pyarrow", reason="needs pyarrow")
    figure = attrs.evolve(briefing.statistics[0], value=Decimal(value), source_id=None, as_of_id=None)
    row = to_arrow(attrs.evolve(briefing, annotations=(figure,)), "statistics").to_pylist()[0]
    assert row["value"] == (None if stored is None else Decimal(stored))
    assert row["value_text"] == str(Decimal(value))
    pytest.importorskip("polars", reason="needs polars")
    assert to_polars(attrs.evolve(briefing, annotations=(figure,)), "statistics")["value"][0] == row["value"]


def test_lone_surrogates_become_replacement_characters() -> None:
    pytest.importorskip("pyarrow", reason="needs pyarrow")
    odd = Briefing(document=Document("x", id="a\ud800", title="\udfff"))
    assert to_arrow(odd, "briefings")["document"].to_pylist() == ["a\ufffd"]


def test_the_published_schema_is_current(root: Path) -> None:
    page = (root / "docs" / "how-to" / "rows.md").read_text("utf-8")
    published = {
        name: re.findall(r"^\| `(\w+)` \| (\w+) \|", part, re.MULTILINE)
        for name, part in zip(*[iter(re.split(r"^### `(\w+)`$", page, flags=re.MULTILINE)[1:])] * 2, strict=True)
    }
    assert published == {name: [(c.name, c.type) for c in table.columns] for name, table in TABLES.items()}


def test_mentions_lead_to_linked_places_too() -> None:
    document = Document("Aleppo fell. Aleppo burns.")
    evidence = Evidence("x.y", "r")
    mentions = tuple(
        ActorMention(span=document.span(start, start + 6), evidence=evidence, form="name", type="place")
        for start in (0, 13)
    )
    place = Actor(
        span=mentions[0].span,
        evidence=evidence,
        id="place:aleppo",
        name="Aleppo",
        type="place",
        mention_ids=tuple(mention.id for mention in mentions),
    )
    briefing = Briefing(document=document, annotations=(place, *mentions))
    for table in ("mentions", "items"):
        rows = [row for row in rows_of(briefing, table) if str(row["id"]).startswith("actor-mention")]
        assert [row["actor_id"] for row in rows] == ["place:aleppo"] * 2
