from __future__ import annotations

import datetime
import json
import pickle
from pathlib import Path
from typing import Any

import pytest

from afghanbrief import Briefer, brief
from afghanbrief.errors import SettingsError
from afghanbrief.writers.rows import TABLES, rows_of

pa = pytest.importorskip("pyarrow", reason="needs pyarrow")

from afghanbrief.arrow import arrow_schema, batch_briefer, brief_batches, spark_schema  # noqa: E402

TEXTS = ["Talks began on 4 September 2018.", "They end on 5 May 2019."]


def rows(batches: Any, schema: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pa.Table.from_batches(list(batches), schema=schema).to_pylist()
    return found


def test_a_batch_for_each_batch() -> None:
    batch = pa.record_batch({"text": TEXTS, "id": ["a", "b"], "other": [1, 2]})
    found = list(brief_batches(iter([batch, batch.slice(0, 0), batch])))
    assert [part.num_rows for part in found] == [2, 0, 2]
    assert all(part.schema == arrow_schema("briefings") for part in found)


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_those_of_the_writers(table: str) -> None:
    batch = pa.record_batch({"text": TEXTS, "id": ["a", "b"]})
    found = rows(brief_batches([batch], table=table), arrow_schema(table))
    wanted = [row for name, text in zip("ab", TEXTS, strict=True) for row in rows_of(brief(text, id=name), table)]
    assert found == wanted


@pytest.mark.parametrize(
    "published",
    [
        pa.array(["2018-08-30"]),
        pa.array([datetime.date(2018, 8, 30)]),
        pa.array([datetime.datetime(2018, 8, 30, 12)]),  # noqa: DTZ001
        pa.array([datetime.datetime(2018, 8, 30, 12)], pa.timestamp("us", "UTC")),  # noqa: DTZ001
        pa.array(["2018-08-30"]).dictionary_encode(),
    ],
)
@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view()])
def test_texts_and_dates_of_every_type(published: Any, kind: Any) -> None:
    batch = pa.record_batch({"text": pa.array(["Talks."], kind), "published": published})
    [row] = rows(brief_batches([batch]), arrow_schema("briefings"))
    assert row["published"] == datetime.date(2018, 8, 30)


def test_one_bad_row_costs_one_row() -> None:
    odd = pa.array([b"good", b"\xff\xfe", b"good"], pa.binary())
    not_utf8 = pa.Array.from_buffers(pa.string(), 3, odd.buffers())
    batch = pa.record_batch({"text": not_utf8, "id": ["a", "b", "c"]})
    found = rows(brief_batches([batch]), arrow_schema("briefings"))
    assert [(row["document"], row["complete"], row["length"]) for row in found] == [
        ("a", True, 4),
        ("b", False, 0),
        ("c", True, 4),
    ]
    assert "not UTF-8" in found[1]["failures"][0]
    batch = pa.record_batch(
        {"text": ["good", None, "good"], "id": [1, 2, 3], "published": ["2018-08-30", None, "soon"]}
    )
    found = rows(brief_batches([batch]), arrow_schema("briefings"))
    assert [row["complete"] for row in found] == [True, False, False]
    assert "the text is null" in found[1]["failures"][0]
    assert "no ISO 8601 date" in found[2]["failures"][0]
    assert [json.loads(row["briefing"])["document"]["id"] for row in found] == ["1", "2", "3"]
    assert rows(brief_batches([batch], table="items"), arrow_schema("items")) == []


def test_without_a_text_column_nothing_goes() -> None:
    with pytest.raises(SettingsError, match="no column 'text', only body"):
        list(brief_batches([pa.record_batch({"body": ["x"]})]))
    with pytest.raises(SettingsError, match="no table is called 'verbs'"):
        batch_briefer(table="verbs")


def test_the_function_travels_to_other_processes() -> None:
    run = batch_briefer(table="dates", only=("dates",))
    batch = pa.record_batch({"text": TEXTS})
    here = rows(run([batch]), arrow_schema("dates"))
    there = pickle.loads(pickle.dumps(run))
    assert rows(there([batch]), arrow_schema("dates")) == here
    assert rows(run([batch]), arrow_schema("dates")) == here
    assert here == rows(brief_batches([batch], table="dates", briefer=Briefer(only=("dates",))), arrow_schema("dates"))


def test_a_folder_of_parquet_files(tmp_path: Path) -> None:
    dataset = pytest.importorskip("pyarrow.dataset", reason="needs pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs pyarrow")
    (tmp_path / "in").mkdir()
    for number in range(3):
        parquet.write_table(
            pa.table({"id": [f"{number}a", f"{number}b"], "text": TEXTS}), tmp_path / "in" / f"{number}.parquet"
        )
    batches = dataset.dataset(tmp_path / "in").to_batches(columns=["id", "text"])
    out = brief_batches(batches, table="dates")
    dataset.write_dataset(out, tmp_path / "out", schema=arrow_schema("dates"), format="parquet")
    found = dataset.dataset(tmp_path / "out").to_table().to_pylist()
    assert [row["value"] for row in found] == ["2018-09-04", "2019-05-05"] * 3


@pytest.mark.parametrize("table", TABLES)
def test_spark_names_every_column(table: str) -> None:
    parts = spark_schema(table).replace("(38, 9)", "").split(", ")
    assert [part.split("`")[1] for part in parts] == arrow_schema(table).names
