"""A second release beside the current one: the same content under an older name, which it says itself."""

import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from healthplan.release import publication


@contextmanager
def older_release(name: str = "release-2026-01-02-0123456789ab") -> Iterator[Path]:
    """Puts it there, and takes it away at the end."""
    current = publication.current_path()
    older = current.with_name(f"{name}.duckdb")
    # Written under a name of its own: DuckDB would join a connection this process still holds to `older`.
    unfinished = Path(shutil.copy(current, current.with_name(f".{name}.{uuid.uuid4().hex}")))
    with duckdb.connect(unfinished) as db:
        db.execute("update release set name = $name", {"name": older.name})
        db.execute("checkpoint")
    unfinished.replace(older)
    try:
        yield older
    finally:
        older.unlink()
