from __future__ import annotations

import os
import runpy
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import afghanbrief

pytest.importorskip("pyspark", reason="needs pyspark")
pytest.importorskip("pyarrow", reason="needs pyarrow")
if shutil.which("java") is None:
    pytest.skip("needs Java", allow_module_level=True)

from afghanbrief.arrow import batch_briefer, brief_batches, spark_schema

# Spark and py4j leave sockets and subprocesses to the interpreter's end, and use what later versions of others dropped.
pytestmark = [pytest.mark.spark, pytest.mark.filterwarnings("ignore")]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    # Workers import the package that is under test, installed or not.
    source = str(Path(afghanbrief.__file__).parent.parent)
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (source, os.environ.get("PYTHONPATH"))))
    builder = SparkSession.builder.master("local[2]").appName("afghanbrief")
    session = builder.config("spark.ui.enabled", "false").config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()
    yield session
    session.stop()


def test_map_in_arrow(spark: Any) -> None:
    texts = [(f"d{number}", "Talks began on 4 September 2018.") for number in range(50)] + [("bad", None)]
    frame = spark.createDataFrame(texts, "id STRING, text STRING").repartition(2)
    found = frame.mapInArrow(brief_batches, spark_schema("briefings"))
    rows = {row["document"]: row for row in found.collect()}
    assert len(rows) == 51
    assert [name for name, row in rows.items() if not row["complete"]] == ["bad"]
    dates = frame.mapInArrow(batch_briefer(table="dates", only=("dates",)), spark_schema("dates"))
    assert [row["value"] for row in dates.collect()] == ["2018-09-04"] * 50


def test_the_script_briefs_a_folder(spark: Any, tmp_path: Path, root: Path) -> None:
    import pyarrow as pa
    import pyarrow.dataset
    import pyarrow.parquet

    (tmp_path / "in").mkdir()
    rows = {"id": ["a", "b"], "text": ["Talks began on 4 September 2018.", None]}
    pyarrow.parquet.write_table(pa.table(rows), tmp_path / "in" / "0.parquet")
    script = runpy.run_path(str(root / "examples" / "scale" / "spark_folder.py"))
    # The script takes the session that is there, and stops it.
    script["main"](str(tmp_path / "in"), str(tmp_path / "out"), "dates")
    found = pyarrow.dataset.dataset(tmp_path / "out").to_table().to_pylist()
    assert [(row["document"], row["value"]) for row in found] == [("a", "2018-09-04")]
