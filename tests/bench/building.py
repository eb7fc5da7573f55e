"""How long the build takes, beside DuckDB reading the same files and doing nothing else."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import duckdb

from etl.run import run
from etl.tables import TABLES
from tests.bench.figures import Line
from tests.browser.server import ROOT, surroundings

ROUNDS = 7


def lines(data: Path) -> list[Line]:
    """`data` is a copy whose release may go; each round builds it anew."""
    os.environ["ROADMAP72_DATA"] = str(data)
    whole, inside, reading = [], [], []
    for _ in range(ROUNDS):
        whole.append(_milliseconds(lambda: _process(data), data))
        inside.append(_milliseconds(run, data))
        reading.append(_milliseconds(lambda: _read(data), data))
    return [
        Line("python -m etl, the whole process", "ms", whole, [], None),
        Line("Build in the process; bare: DuckDB's read_csv", "ms", inside, reading, None),
    ]


def _milliseconds(deed: Callable[[], object], data: Path) -> float:
    shutil.rmtree(data / "published", ignore_errors=True)
    start = perf_counter()
    deed()
    return (perf_counter() - start) * 1000


def _process(data: Path) -> None:
    command = [sys.executable, "-m", "etl"]
    subprocess.run(command, cwd=ROOT, env=surroundings(data), stdout=subprocess.DEVNULL, check=True)


def _read(data: Path) -> None:
    """Every file as a table, as DuckDB reads it by itself."""
    with duckdb.connect() as db:
        for table in TABLES:
            for number, path in enumerate(sorted(data.glob(table.pattern))):
                db.read_csv(str(path)).create(f"{table.name}_{number}")
