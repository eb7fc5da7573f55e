"""The files of a report as they lie below data/reports: what lies there stays, a row of the same key is replaced."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from healthplan.desk.entries import COLUMNS

KEY = ("indicator", "place", "of_period", "said_on")
COMMUNE_KEY = ["commune", "indicator", "of_period", "received"]


def merged_files(
    data: Path, period: str, reporter: str, rows: list[dict[str, str]], commune_rows: pa.Table | None
) -> dict[str, bytes]:
    """Path below data/ -> bytes of the report of a period with these rows in it: sorted by key, so that the same rows
    are the same bytes. Raises OSError."""
    files = {}
    if rows:
        path = f"reports/{period}/{reporter}/values.csv"
        files[path] = _values_csv(data / path, rows)
    if commune_rows is not None:
        path = f"reports/{period}/communes.parquet"
        files[path] = _communes_parquet(data / path, commune_rows)
    return files


def _values_csv(path: Path, rows: list[dict[str, str]]) -> bytes:
    there = list(csv.DictReader(StringIO(path.read_text(encoding="utf-8"), newline=""))) if path.exists() else []
    merged = {tuple(row[name] for name in KEY): row for row in (*there, *rows)}
    text = StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(merged[key] for key in sorted(merged))
    return text.getvalue().encode()


def _communes_parquet(path: Path, rows: pa.Table) -> bytes:
    columns = {name: rows[name] for name in rows.column_names}
    if path.exists():
        there = pq.read_table(path).select(rows.column_names).cast(rows.schema)
        kept = there.join(rows.select(COMMUNE_KEY), COMMUNE_KEY, join_type="left anti")
        columns = {name: pa.chunked_array([*kept[name].chunks, *rows[name].chunks]) for name in rows.column_names}
    merged = pa.table(columns).sort_by([(name, "ascending") for name in COMMUNE_KEY])
    file = BytesIO()
    pq.write_table(merged.combine_chunks(), file, compression="zstd")
    return file.getvalue()
