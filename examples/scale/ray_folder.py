"""Briefs a folder of Parquet files with Ray Data: python ray_folder.py IN OUT [TABLE]."""

from __future__ import annotations

import sys

import pyarrow
import ray

from afghanbrief.arrow import arrow_schema, brief_batches


def brief_block(block: pyarrow.Table, table: str) -> pyarrow.Table:
    """Brief a block; the Briefer is built once in each of Ray's processes."""
    return pyarrow.Table.from_batches(brief_batches(block.to_batches(), table=table), schema=arrow_schema(table))


def main(source: str, target: str, table: str = "items") -> None:
    """Read all Parquet files of a folder, which have a column ``text``; write a table of what they hold."""
    reports = ray.data.read_parquet(source)
    found = reports.map_batches(brief_block, fn_args=(table,), batch_format="pyarrow", batch_size=500)
    found.write_parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
