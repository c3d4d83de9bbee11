"""The scripts of examples/scale run over a folder of Parquet files; that for Spark runs in test_spark.py."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

import afghanbrief

pytest.importorskip("pyarrow", reason="needs pyarrow")

SCRIPTS = {"pyarrow_folder": "pyarrow", "dask_folder": "dask", "ray_folder": "ray"}


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_folder_is_briefed(script: str, tmp_path: Path, root: Path) -> None:
    import pyarrow as pa
    import pyarrow.dataset
    import pyarrow.parquet

    if importlib.util.find_spec(SCRIPTS[script]) is None:
        pytest.skip(f"needs {SCRIPTS[script]}")
    (tmp_path / "in").mkdir()
    for number in range(2):
        rows = {"id": [f"{number}a", f"{number}b"], "text": ["Talks began on 4 September 2018.", None]}
        pyarrow.parquet.write_table(pa.table(rows), tmp_path / "in" / f"{number}.parquet")
    source = str(Path(afghanbrief.__file__).parent.parent)
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))},
        "PYTHONPATH": os.pathsep.join(filter(None, (source, os.environ.get("PYTHONPATH")))),
        "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",
    }
    done = subprocess.run(
        [sys.executable, str(root / "examples" / "scale" / f"{script}.py"), "in", "out", "dates"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found = pyarrow.dataset.dataset(tmp_path / "out").to_table().to_pylist()
    assert sorted((row["document"], row["value"]) for row in found) == [("0a", "2018-09-04"), ("1a", "2018-09-04")]
