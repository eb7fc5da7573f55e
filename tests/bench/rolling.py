"""How long the communes' values take to become their provinces' and the nation's: 3 321 communes, 45 indicators, a
year and five years of months, in a process of its own. Bare: DuckDB reading the same rows, the newest of each, summed.

`python -m tests.bench.rolling <folder> [bare]` rolls the files of a folder up once and prints the milliseconds and the
megabytes that its process took.
"""

import csv
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from etl.rollup import MEMORY, commune_rows, roll_up
from tests.bench.figures import Line
from tests.browser.server import ROOT

ROUNDS, INDICATORS, YEARS, SEED = 3, 45, 5, 72
GAPS, CORRECTED = 0.03, 0.01  # rows that are missing, communes that correct the month before
LINEAR = YEARS  # times
BARE = """
    select indicator, of_period, province, sum(n), sum(d) from (
      select commune, indicator, of_period, arg_max(numerator, received) as n, arg_max(denominator, received) as d
      from rows group by all) join communes using (commune) group by all"""


def lines() -> list[Line]:
    """Five years, a year, and the year on Spark."""
    with TemporaryDirectory() as folder:
        year, years = Path(folder) / "year", Path(folder) / "years"
        for path, count in ((year, 1), (years, YEARS)):
            rows = made_up(path, count)
        took = [(_measured(years), _measured(years, "bare"), _measured(year)) for _ in range(ROUNDS)]
        spark = _measured(year, engine="spark")
    ours, bare, small = zip(*took, strict=True)
    many = f"{rows / 1e6:.1f} million values of communes"
    return [
        Line(f"{many}, added up", "ms", [ms for ms, _ in ours], [ms for ms, _ in bare], 3),
        Line(f"{many}, added up", "ms", [ms for ms, _ in ours], [], 20_000, absolute=True),
        Line(f"{many}, memory", "MB", [mb for _, mb in ours], [], 2000, absolute=True),
        Line("The same; bare: a fifth of them", "ms", [ms for ms, _ in ours], [ms for ms, _ in small], LINEAR),
        Line("A fifth of them on Spark; bare: on DuckDB", "ms", [spark[0]], [ms for ms, _ in small], None),
    ]


def made_up(folder: Path, years: int) -> int:
    """Writes reports/<month>/communes.parquet below `folder`; returns the number of rows."""
    lots, codes = np.random.default_rng(SEED), [row["place"] for row in _places()]
    communes = pa.array(np.repeat(codes, INDICATORS))
    names = pa.array([f"made_up_indicator_{n:02}" for n in range(INDICATORS)] * len(codes))
    total, before = 0, ""
    for month in range(12 * years):
        period = f"{2026 + month // 12}-{month % 12 + 1:02}"
        again = np.repeat(lots.random(len(codes)) < CORRECTED, INDICATORS) if before else np.zeros(len(names), bool)
        parts = [(period, lots.random(len(names)) > GAPS), (before or period, again)]
        table = pa.concat_tables([_rows(lots, communes, names, period, *part) for part in parts])
        path = folder / "reports" / period / "communes.parquet"
        path.parent.mkdir(parents=True)
        pq.write_table(table, path, compression="zstd")
        total, before = total + table.num_rows, period
    return total


def _rows(
    lots: np.random.Generator, communes: pa.Array, names: pa.Array, month: str, period: str, here: np.ndarray
) -> pa.Table:
    whole = lots.integers(50, 30_000, len(names))
    day = np.datetime64(f"{month}-28") + lots.integers(4, 12, len(names))
    return pa.table({
        "commune": communes, "indicator": names, "of_period": [period] * len(names),
        "numerator": (whole * lots.random(len(names))).astype("int64"), "denominator": whole, "received": day,
    }).filter(pa.array(here))  # fmt: skip


def _places() -> Iterator[dict[str, str]]:
    with (ROOT / "data" / "communes.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _measured(folder: Path, *more: str, engine: str = "duckdb") -> tuple[float, float]:
    command = [sys.executable, "-m", "tests.bench.rolling", str(folder), *more]
    surroundings = {**os.environ, "ROADMAP72_ENGINE": engine}
    told = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=True).stdout
    took, megabytes = told.split()[-2:]
    return float(took), float(megabytes)


def _once(folder: Path, bare: bool) -> float:
    files = sorted(folder.glob("reports/*/communes.parquet"))
    places = [*_places()]
    communes = pa.table({"commune": [p["place"] for p in places], "province": [p["parent"] for p in places]})
    names = [f"made_up_indicator_{n:02}" for n in range(INDICATORS)]
    rules = pa.table({"indicator": names, "rollup": ["ratio"] * INDICATORS, "per": [100] * INDICATORS})
    start = perf_counter()
    if bare:
        with duckdb.connect(config={"memory_limit": MEMORY, "preserve_insertion_order": False}) as db:
            commune_rows(db, files).create_view("rows")
            db.register("communes", communes)
            db.sql(BARE).to_arrow_table()
    else:
        roll_up(files, communes, rules)
    return (perf_counter() - start) * 1000


if __name__ == "__main__":
    milliseconds = _once(Path(sys.argv[1]), "bare" in sys.argv)
    print(milliseconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6)
