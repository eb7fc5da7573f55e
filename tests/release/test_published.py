"""The database that readers are given: it reads no file, writes nothing, keeps its settings and stops in
time."""

import shutil
from pathlib import Path

import duckdb
import pytest

from healthplan.release import publication
from healthplan.release.connections import READER_CONFIG

TOO_LONG = (
    "select count(*) from range(100000000000)",
    "select max(md5(a.range::varchar || b.range)) from range(1000000) a, range(1000000) b",
    "select count(*) from datasets.values a, datasets.values b, datasets.values c, datasets.values d"
    " where md5(a.searched || b.searched || c.searched || d.searched) = ''",
    "with recursive r(i) as (select 1 union all select i + 1 from r) select max(i) from r",
)
FORBIDDEN = (
    "from read_text('/etc/passwd')",
    "from read_csv('/etc/passwd')",
    "from glob('/*')",
    "from '/etc/passwd'",
    "from read_blob('requirements.txt')",
    "copy goals to 'written.csv'",
    "export database 'written'",
    "attach 'written.duckdb'",
    "attach ':memory:' as other; create table other.t as select 1",
    "load httpfs",
    "install httpfs",
    "from read_csv('http://localhost/x.csv')",
    "insert into goals select * from goals",
    "delete from goals",
    "update goals set printed = ''",
    "drop table goals",
    "create table mine as select 1",
    "create view mine as select 1",
    "set threads = 8",
    "set memory_limit = '4GB'",
    "set enable_external_access = true",
    "set max_execution_time = 0",
    "set lock_configuration = false",
    "reset max_execution_time",
    "pragma enable_profiling",
    "create persistent secret s (type http)",
)
ROOM = "select list(range) from range(200000000)"


@pytest.mark.parametrize("sql", FORBIDDEN)
def test_no_question_reads_a_file_writes_or_changes_a_setting(sql: str, release: duckdb.DuckDBPyConnection) -> None:
    with release.cursor() as cursor, pytest.raises(duckdb.Error):
        cursor.execute(sql).fetchall()


@pytest.mark.parametrize("sql", TOO_LONG)
def test_a_monstrous_question_is_interrupted(sql: str, real_folder: Path) -> None:
    (path,) = (real_folder / "published").glob("release-*.duckdb")
    sooner = {**READER_CONFIG, "max_execution_time": "300"}  # the kinds of question; the next test waits for our own
    copy = shutil.copy(path, path.with_name("copy"))
    with duckdb.connect(copy, read_only=True, config=sooner) as db, pytest.raises(duckdb.InterruptException):
        db.execute(sql).fetchall()


def test_readers_hear_of_a_question_that_takes_too_long(release: duckdb.DuckDBPyConnection, real: Path) -> None:
    path = publication.current_path()
    assert path
    with pytest.raises(publication.QuestionTooLong), publication.release_cursor(path) as cursor:
        cursor.execute(TOO_LONG[-1]).fetchall()


def test_a_question_that_wants_too_much_room_is_stopped_and_the_next_is_answered(
    release: duckdb.DuckDBPyConnection,
) -> None:
    with release.cursor() as cursor, pytest.raises((duckdb.OutOfMemoryException, duckdb.InterruptException)):
        cursor.execute(ROOM).fetchall()
    with release.cursor() as cursor:
        assert cursor.execute("select count(*) > 0 from goals").fetchall() == [(True,)]
