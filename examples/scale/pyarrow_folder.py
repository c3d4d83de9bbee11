"""Briefs a folder of Parquet files with plain pyarrow: python pyarrow_folder.py IN OUT [TABLE]."""

from __future__ import annotations

import sys

import pyarrow.dataset

from afghanbrief.arrow import arrow_schema, brief_batches


def main(source: str, target: str, table: str = "items") -> None:
    """Read all Parquet files of a folder, which have a column ``text``; write a table of what they hold."""
    # Batches are read, briefed and written one by one: memory does not grow with the folder.
    batches = pyarrow.dataset.dataset(source).to_batches(batch_size=500)
    pyarrow.dataset.write_dataset(
        brief_batches(batches, table=table), target, schema=arrow_schema(table), format="parquet"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
