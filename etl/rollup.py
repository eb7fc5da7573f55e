"""The communes' values become those of their province and of the nation: rollup.sql on DuckDB, or on Apache Spark
where ROADMAP72_ENGINE names it."""

import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

QUERY = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
MEMORY = "1500MB"  # of DuckDB; beyond it lies on the disk
SCHEMA = pa.schema({
    "indicator": pa.string(), "place": pa.string(), "period": pa.string(), "numerator": pa.int64(),
    "denominator": pa.int64(), "value": pa.float64(), "reported": pa.int64(), "expected": pa.int64(),
    "missing": pa.list_(pa.string()), "share": pa.float64(), "received": pa.date32(),
})  # fmt: skip


class EngineMissing(Exception):
    """ROADMAP72_ENGINE names an engine that is not here. `name` is what it says."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def roll_up(files: Sequence[Path], communes: pa.Table, rules: pa.Table) -> pa.Table:
    """One row an indicator, place (provinces and VN) and period of which a commune reported, sorted by them:
    SCHEMA, on every engine the same.

    `files` are reports/<period>/communes.parquet, at least one; `communes` (commune, province) are all that are
    expected; `rules` (indicator, rollup, per) say how each indicator is summed. Raises EngineMissing and what the
    engine raises.
    """
    name = os.environ.get("ROADMAP72_ENGINE") or "duckdb"
    if name == "duckdb":
        found = _on_duckdb(files, communes, rules)
    elif name == "spark" or name.startswith("sc://"):
        found = _on_spark(name, files, communes, rules)
    else:
        raise EngineMissing(name)
    complete = pa.scalar([], SCHEMA.field("missing").type)  # DuckDB has no list where Spark has an empty one
    missing = pc.coalesce(found["missing"].cast(complete.type), complete)
    return found.set_column(found.column_names.index("missing"), "missing", missing).select(SCHEMA.names).cast(SCHEMA)


def commune_rows(db: duckdb.DuckDBPyConnection, files: Sequence[Path]) -> duckdb.DuckDBPyRelation:
    """The rows of the files with `report_period`, `file` below data/ and the 1-based `line` of each."""
    return db.sql(
        """select * exclude (filename, file_row_number), split_part(filename, '/', -2) as report_period,
                  'reports/' || report_period || '/communes.parquet' as file, file_row_number + 1 as line
           from read_parquet($files, filename = true, file_row_number = true)""",
        params={"files": [path.as_posix() for path in files]},
    )


def _on_duckdb(files: Sequence[Path], communes: pa.Table, rules: pa.Table) -> pa.Table:
    with duckdb.connect(config={"memory_limit": MEMORY, "preserve_insertion_order": False}) as db:
        commune_rows(db, files).create_view("commune_values")
        db.register("communes", communes)
        db.register("indicator_rules", rules)
        return db.sql(QUERY).to_arrow_table()


def _on_spark(name: str, files: Sequence[Path], communes: pa.Table, rules: pa.Table) -> pa.Table:
    """On Spark inside this process, or on the server at sc://host:port, which sees the same files."""
    try:
        builder: Any = import_module("pyspark.sql").SparkSession.builder
    except ImportError as error:
        raise EngineMissing(name) from error
    local = {"spark.ui.enabled": "false", "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1",
             "spark.ui.showConsoleProgress": "false"}  # fmt: skip
    spark = (builder.master("local[*]").config(map=local) if name == "spark" else builder.remote(name)).getOrCreate()
    try:
        rows = spark.read.parquet(*[path.absolute().as_uri() for path in files])
        rows.selectExpr(
            "*", "element_at(split(_metadata.file_path, '/'), -2) as report_period"
        ).createOrReplaceTempView("commune_values")
        spark.createDataFrame(communes).createOrReplaceTempView("communes")
        spark.createDataFrame(rules).createOrReplaceTempView("indicator_rules")
        return spark.sql(QUERY).toArrow()
    finally:
        spark.stop()
