"""Briefs a folder of Parquet files with Spark: spark-submit spark_folder.py IN OUT [TABLE]."""

from __future__ import annotations

import sys

from pyspark.sql import SparkSession

from afghanbrief.arrow import batch_briefer, spark_schema


def main(source: str, target: str, table: str = "items") -> None:
    """Read all Parquet files of a folder, which have a column ``text``; write a table of what they hold."""
    spark = SparkSession.builder.appName("afghanbrief").getOrCreate()
    # A batch is what one call gets at a time; texts are long, so it need not have Spark's 10,000 rows.
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "500")
    reports = spark.read.parquet(source)
    found = reports.mapInArrow(batch_briefer(table=table), spark_schema(table))
    found.write.mode("overwrite").parquet(target)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
