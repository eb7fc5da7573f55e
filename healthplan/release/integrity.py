"""Whether a release file is whole: its bytes are those of its record, and it opens."""

import threading
from pathlib import Path

import duckdb

from healthplan.model.content import CONTENT
from healthplan.model.dataset import DATASETS
from healthplan.release.connections import close_connection, open_release
from healthplan.release.files import Mark, mark_of, sha256_of
from healthplan.release.records import ENDING, ReleaseRecord

# What every release has had since the first; asked of one without a record.
EXPECTED = {
    "main": {
        "agencies",
        "benchmarks",
        "cells",
        "citations",
        "dates",
        "documents",
        "duties",
        "findings",
        "goals",
        "indicators",
        "newest_status",
        "observations",
        "pieces",
        "place_changes",
        "place_status",
        "places",
        "planned_places",
        "release",
        "remarks",
        "review",
        "rules",
        "spans",
        "statements",
        "task_groups",
        "task_status",
        "tasks",
        "themes",
        "verdicts",
        "worst_signs",
    },
    "datasets": {"citable", *DATASETS},
}
SEEN_MOST = 64
_seen: dict[Path, tuple[Mark, bool]] = {}
_seeing = threading.Lock()


def is_intact(path: Path, record: ReleaseRecord | None) -> bool:
    """Whether a release may be read. The bytes are hashed once a process for as long as the file stays the
    same. A release without a record, published before records were kept, is read from end to end instead."""
    with _seeing:
        try:
            mark = mark_of(path)
            known = _seen.get(path)
            if known is None or known[0] != mark:
                close_connection(path)
                while len(_seen) >= SEEN_MOST:
                    del _seen[next(iter(_seen))]
                known = _seen[path] = (mark, _has_its_bytes(path, record) and _opens(path, record))
            # DuckDB would add such a file to what the release holds.
            return known[1] and not path.with_name(path.name + ".wal").exists()
        except (OSError, duckdb.Error):
            return False


def forget(path: Path) -> None:
    """Has a file looked at anew the next time."""
    with _seeing:
        _seen.pop(path, None)


def _has_its_bytes(path: Path, record: ReleaseRecord | None) -> bool:
    """Raises OSError for what is no file or may not be read."""
    if record is None:
        return bool(sha256_of(path))
    return path.stat().st_size == record.size and sha256_of(path) == record.sha256


def _opens(path: Path, record: ReleaseRecord | None) -> bool:
    """Whether a release says its own name. Raises duckdb.Error, which is no lasting verdict: a reader may
    still hold what was there before under this name."""
    with open_release(path) as db:
        told = db.execute("select name from release").fetchall()
        return told == [(path.stem + ENDING,)] and (record is not None or _reads(db))


def _reads(db: duckdb.DuckDBPyConnection) -> bool:
    """Whether the expected tables and views are there with as many rows as the release says, and every
    block of them is what was written: DuckDB keeps a sum of each. Raises duckdb.Error."""
    told = db.execute("select table_schema, table_name from information_schema.tables").fetchall()
    for schema, names in EXPECTED.items():
        if not names <= {name for there, name in told if there == schema}:
            return False
        for name in sorted(names):
            db.execute(f'select bit_xor(hash(t)) from {schema}."{name}" t').fetchall()  # names of ours
    rows = sum(db.table(table).count("*").fetchall()[0][0] for table in CONTENT)
    return db.execute("select rows from release").fetchall() == [(rows,)]
