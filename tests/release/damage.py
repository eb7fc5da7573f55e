"""The ways in which a release file can be damaged: a table of recipes."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb

Recipe = Callable[[Path], object]


def flip(path: Path, *places: float) -> None:
    """Turns over the bits of one byte at each place: 0 is the first byte, 1 the last."""
    with path.open("r+b") as file:
        size = path.stat().st_size
        for place in places:
            at = min(int(size * place), size - 1)
            file.seek(at)
            (byte,) = file.read(1)
            file.seek(at)
            file.write(bytes([byte ^ 0xFF]))


def change(sql: str) -> Recipe:
    def changed(path: Path) -> None:
        with duckdb.connect(path) as db:
            db.execute(sql)

    return changed


def replace(make: Recipe) -> Recipe:
    def replaced(path: Path) -> None:
        path.unlink()
        make(path)

    return replaced


def other_database(path: Path) -> None:
    with duckdb.connect(path) as db:
        db.execute("create table release as select 'another' as name; create table goals as select 1 as row")


def keep_the_time(recipe: Recipe) -> Recipe:
    def timed(path: Path) -> None:
        before = path.stat()
        recipe(path)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    return timed


DAMAGE: dict[str, Recipe] = {
    "empty": lambda path: os.truncate(path, 0),
    "text": lambda path: path.write_text("This is no database.\n" * 500),
    "zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "half": lambda path: os.truncate(path, path.stat().st_size // 2),
    "one_byte_short": lambda path: os.truncate(path, path.stat().st_size - 1),
    "one_byte_long": lambda path: path.write_bytes(path.read_bytes() + b"\0"),
    "first_byte": lambda path: flip(path, 0),
    "mark_of_duckdb": lambda path: flip(path, 9 / path.stat().st_size),
    "middle_byte": lambda path: flip(path, 0.5),
    "middle_byte_same_time": keep_the_time(lambda path: flip(path, 0.5)),
    "last_byte": lambda path: flip(path, 1),
    "many_bytes": lambda path: flip(path, *(at / 97 for at in range(97))),
    "other_database": replace(other_database),
    "view_missing": change("drop view review"),
    "dataset_missing": change("drop table datasets.goals cascade"),
    "table_missing": change("drop table remarks cascade"),
    "rows_missing": change("delete from goals"),
    "another_name": change("update release set name = 'release-2026-01-01-000000000000.duckdb'"),
    "folder": replace(lambda path: path.mkdir()),
    "full_folder": replace(lambda path: (path.mkdir(), (path / "a file").write_text("x"))),
    "pipe": replace(os.mkfifo),
    "gone": lambda path: path.unlink(),
    "link_to_nothing": replace(lambda path: path.symlink_to("nowhere")),
    "link_to_itself": replace(lambda path: path.symlink_to(path.name)),
    "link_to_a_system_file": replace(lambda path: path.symlink_to("/etc/passwd")),
    "log_beside": lambda path: path.with_name(path.name + ".wal").write_bytes(b"no log" * 100),
    "not_readable": lambda path: path.chmod(0),
}
if os.geteuid() == 0:  # who may read everything
    del DAMAGE["not_readable"]


def lose_packed(path: Path) -> None:
    """Damages the packed copy of a release, too."""
    packed = path.parent / "archive" / f"{path.name}.zst"
    packed.write_bytes(packed.read_bytes()[:-100])


def lose_record(path: Path) -> None:
    """Removes the record of a release and its packed copy: a release of before records were kept."""
    shutil.rmtree(path.parent / "archive")
