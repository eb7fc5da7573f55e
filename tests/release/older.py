"""A second release beside the current one: the same content under an older name, which it says itself."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from healthplan import published


@contextmanager
def older_release(name: str = "release-2026-01-02-0123456789ab") -> Iterator[Path]:
    """Puts it there, and takes it away at the end."""
    current = published.current()
    older = Path(shutil.copy(current, current.with_name(f"{name}.duckdb")))
    with duckdb.connect(older) as db:
        db.execute("update release set name = $name", {"name": older.name})
        db.execute("checkpoint")
    try:
        yield older
    finally:
        older.unlink()
