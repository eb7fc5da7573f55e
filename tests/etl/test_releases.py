"""Names of releases, and what happens to readers while new ones come."""

import shutil
from pathlib import Path

import duckdb
import pytest

from etl.run import release_name, run
from etl.snapshot import take_snapshot
from healthplan.release import publication
from tests.etl.test_run import add_theme, releases, themes


def test_the_same_facts_give_the_same_name_and_are_published_once(small_data: Path) -> None:
    first = run()
    written = first.stat().st_ino
    assert run() == first
    assert first.stat().st_ino == written
    assert releases() == {first.name}


def test_the_same_facts_have_the_same_name_in_every_folder(small_data: Path, tmp_path: Path) -> None:
    other = tmp_path / "somewhere" / "else" / "facts"
    shutil.copytree(small_data, other)
    assert release_name(take_snapshot(other)) == release_name(take_snapshot(small_data))


@pytest.mark.parametrize("file", ["themes.csv", "plans/lai-chau-2026/goals.csv", "national/observations.csv"])
def test_another_byte_in_any_file_gives_another_name(file: str, small_data: Path) -> None:
    before = release_name(take_snapshot(small_data))
    with (small_data / file).open("ab") as end:
        end.write(b"\n")
    assert release_name(take_snapshot(small_data))[0] != before[0]


def test_a_name_tells_the_date_of_the_newest_changes(small_data: Path) -> None:
    with (small_data / "CHANGES.md").open("a", encoding="utf-8") as file:
        file.write("\n## 2027-01-31\n\n## 2026-12-01\n")
    name, day, digest = release_name(take_snapshot(small_data))
    assert (name, day) == (f"release-2027-01-31-{digest[:12]}.duckdb", "2027-01-31")


def test_the_release_says_its_own_name_and_how_many_rows_it_holds(small_data: Path) -> None:
    path = run()
    with publication.open_release(path) as db:
        ((name, rows),) = db.execute("select name, rows from release").fetchall()
    lines = sum(len(file.read_text(encoding="utf-8").splitlines()) - 1 for file in small_data.rglob("*.csv"))
    uncounted = (
        "place_changes.csv",
        "place_codes.csv",
        "place_status.csv",
        "task_groups.csv",
        "definitions.csv",
        "task_points.csv",
        "task_indicators.csv",
    )
    lines -= sum(
        len(file.read_text(encoding="utf-8").splitlines()) - 1
        for name_ in uncounted
        for file in small_data.rglob(name_)
    )
    assert (name, rows) == (path.name, lines)


def test_the_last_three_releases_stay(small_data: Path) -> None:
    names = []
    for at in range(5):
        add_theme(small_data, f"theme{at}")
        names.append(run().name)
    assert releases() == set(names[-3:])
    assert publication.current_path().name == names[-1]


def test_a_reader_who_has_an_old_release_open_keeps_reading(small_data: Path) -> None:
    old = run()
    with publication.open_release(old) as reader:
        for at in range(4):
            add_theme(small_data, f"theme{at}")
            new = run()
        assert not old.exists()
        assert reader.execute("select count(*) from themes").fetchall() == [(2,)]
    assert themes(new) == 6


def test_facts_that_come_back_are_current_again_without_a_new_build(small_data: Path) -> None:
    before = (small_data / "themes.csv").read_bytes()
    first = run()
    add_theme(small_data, "third")
    second = run()
    (small_data / "themes.csv").write_bytes(before)
    assert run() == first == publication.current_path()
    assert releases() == {first.name, second.name}


def test_a_release_that_came_back_counts_as_new_and_stays(small_data: Path) -> None:
    before = (small_data / "themes.csv").read_bytes()
    first = run()
    for at in range(2):
        add_theme(small_data, f"theme{at}")
        run()
    (small_data / "themes.csv").write_bytes(before)
    run()
    add_theme(small_data, "fourth")
    run()
    assert first.name in releases() and len(releases()) == 3


@pytest.mark.parametrize("pointer", ["", "release-2020-01-01-000000000000.duckdb\n"])
def test_a_pointer_to_nothing_is_no_release(pointer: str, small_data: Path) -> None:
    run()
    (publication.folder() / "CURRENT").write_text(pointer, encoding="utf-8")
    assert publication.current_path() is None


@pytest.mark.parametrize(
    "question",
    [
        "create table mine as select 1",
        "delete from goals",
        "select * from read_text('/etc/hostname')",
        "copy goals to 'goals.csv'",
        "attach 'other.duckdb'",
        "set memory_limit = '8GB'",
        "install httpfs",
        "select * from glob('/*')",
    ],
)
def test_a_reader_gets_the_facts_and_nothing_else(question: str, small_data: Path) -> None:
    with publication.open_release(run()) as db, pytest.raises(duckdb.Error):
        db.execute(question)
