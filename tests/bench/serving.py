"""How long the HTTP API takes to write an answer, in this process and without a network: a page of CSV beside
DuckDB's own COPY of the same rows, "not modified", and a workbook of ten thousand rows."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import duckdb

from etl.run import run
from healthplan.cache import CACHE
from healthplan.model.dataset import DATASETS
from tests.api.client import ask
from tests.bench.figures import Line
from tests.bench.made_up import made_up, provinces

ROUNDS = 9
ALLOWED = 5  # milliseconds that an answer may take beside its rows


def lines(data: Path) -> list[Line]:
    """Each answer is written anew in every round, by turns with DuckDB's file."""
    before = os.environ.get("ROADMAP72_DATA", "")
    with TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["ROADMAP72_DATA"] = str(made_up(data, folder / "many", places=provinces(data)))
        found = _measured(Path(shutil.copy(run(), folder / "copy.duckdb")), folder / "page.csv")
    os.environ["ROADMAP72_DATA"] = before
    return found


def _measured(database: Path, target: Path) -> list[Line]:
    ours, bare = [], []
    with duckdb.connect(database, read_only=True) as db:
        columns = ", ".join(DATASETS["goals"].columns)
        page = db.sql(f"select {columns} from datasets.goals order by nth limit 1000 offset 5000")
        for _ in range(ROUNDS):
            ours.append(_took(lambda: ask("/goals.csv", "limit=1000&offset=5000")))
            bare.append(_took(lambda: page.write_csv(str(target))))
    tag = ask("/goals.csv", "limit=1000")["headers"]["etag"]
    known = [_took(lambda: ask("/goals.csv", "limit=1000", **{"if-none-match": tag})) for _ in range(ROUNDS)]
    book = [_took(lambda: ask("/goals.xlsx", "limit=10000")) for _ in range(3)]
    less = [max(took - ALLOWED, 0) for took in ours]
    return [
        Line(f"API, 1,000 rows as CSV, less {ALLOWED} ms; bare: COPY", "ms", less, bare, 1.5),
        Line("API, not modified", "ms", known, [], 3, absolute=True),
        Line("API, 10,000 rows as XLSX", "ms", book, [], 2000, absolute=True),
    ]


def _took(work: Callable[[], object]) -> float:
    CACHE.forget()
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000
