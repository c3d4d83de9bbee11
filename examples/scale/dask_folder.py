"""Briefs a folder of Parquet files with Dask: python dask_folder.py IN OUT [TABLE]."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import dask
import dask.bag
import pyarrow.dataset
import pyarrow.parquet

from afghanbrief.arrow import arrow_schema, batch_briefer


def brief_file(source: str, target: str, table: str) -> int:
    """Brief one file; give the number of rows."""
    run = batch_briefer(table=table)
    batches: Iterator[pyarrow.RecordBatch] = pyarrow.dataset.dataset(source).to_batches(batch_size=500)
    rows = 0
    with pyarrow.parquet.ParquetWriter(target, arrow_schema(table)) as sink:
        for batch in run(batches):
            sink.write_batch(batch)
            rows += batch.num_rows
    return rows


def main(source: str, target: str, table: str = "items") -> None:
    """Read all Parquet files of a folder, which have a column ``text``; write a file of rows for each."""
    Path(target).mkdir(parents=True, exist_ok=True)
    names = sorted(path.name for path in Path(source).glob("*.parquet"))
    # A bag of file names, not of texts: the texts are read where they are briefed.
    done = dask.bag.from_sequence(names, partition_size=1).map(
        lambda name: brief_file(str(Path(source) / name), str(Path(target) / name), table)
    )
    print(sum(done.compute(scheduler="processes")), "rows")


if __name__ == "__main__":
    main(*sys.argv[1:])
