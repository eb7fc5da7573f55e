"""What lies under data/: read once and never waited for; every entry is known, a system's own, or told."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import pytest

from etl.names import file_meant
from etl.read import read_facts
from etl.run import build_draft, release_name, run
from etl.snapshot import Snapshot, take_snapshot
from healthplan.model.complaint import InputRefused
from healthplan.release import publication
from tests.conftest import HERE, ROOT
from tests.etl.recipe import spoil
from tests.etl.test_run import etl

NOBODY = 65534


def told(taken: Snapshot) -> list[tuple[str, str]]:
    return [(one.place, one.fault) for one in taken.complaints]


def test_the_good_folders_have_nothing_unknown() -> None:
    for root in (HERE / "small", ROOT / "data"):
        assert told(take_snapshot(root)) == []


def test_the_rows_and_the_name_are_of_the_same_bytes(small_data: Path, tmp_path: Path) -> None:
    taken = take_snapshot(small_data)
    before = release_name(taken)
    spoil(small_data, {"file": "themes.csv", "add": "third,Nhóm,Group,9"})
    spoil(small_data, {"file": "CHANGES.md", "old": "2026-11-22", "new": "2027-01-01"})
    draft = tmp_path / "draft.duckdb"
    build_draft(draft, read_facts(taken), *release_name(taken))
    assert release_name(taken) == before != release_name(take_snapshot(small_data))
    with duckdb.connect(draft, read_only=True) as db:
        assert db.execute("select count(*) from themes").fetchall() == [(2,)]
        assert db.execute("select name from release").fetchall() == [(before[0],)]


def test_an_unknown_file_is_told_when_the_known_ones_are_published_already(small_data: Path) -> None:
    good = run()
    spoil(small_data, {"file": "plans/dien-bien-2026/goals.xlsx", "write": "PK"})
    with pytest.raises(InputRefused) as refused:
        run()
    assert [one.fault for one in refused.value.complaints] == ["file_spreadsheet"]
    assert publication.current_path() == good


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "._goals.csv",
        "__MACOSX",
        ".gitkeep",
        ".nfs0000000001",
        "lost+found",
        "goals.csv:Zone.Identifier",
        "$RECYCLE.BIN",
        ".Trash-1000",
        ".directory",
        ".fseventsd",
    ],
)
def test_what_a_system_leaves_is_passed_over(name: str, small_data: Path) -> None:
    for place in ("", "plans/dien-bien-2026/", "national/", "plans/"):
        (small_data / place / name).write_bytes(b"\xff\x00")
    assert told(take_snapshot(small_data)) == []


def test_the_releases_and_the_papers_of_the_folder_are_known(small_data: Path) -> None:
    for name in ("README.md", "datapackage.json", ".gitignore"):
        (small_data / name).write_text("x", encoding="utf-8")
    for name in ("published", ".git"):
        (small_data / name).mkdir()
        (small_data / name / "anything").write_text("x", encoding="utf-8")
    assert told(take_snapshot(small_data)) == []


@pytest.mark.parametrize(
    ("name", "pattern", "meant"),
    [
        ("goals (1).csv", "plans/*/", "goals.csv"),
        ("GOALS.CSV", "plans/*/", "goals.csv"),
        ("goals-copy.csv", "plans/*/", "goals.csv"),
        ("Copy of tasks.csv", "plans/*/", "tasks.csv"),
        ("Task Groups.csv", "plans/*/", "task_groups.csv"),
        ("observation.csv", "plans/*/", "observations.csv"),
        ("duties.final.csv", "plans/*/", "duties.csv"),
        ("task_status.xlsx", "reports/*/*/", "task_status.csv"),
        ("Changes.md", "", "CHANGES.md"),
        ("place change.csv", "", "place_changes.csv"),
        ("remarks2.csv", "plans/*/", "remarks.csv"),
        ("zzz.csv", "plans/*/", ""),
    ],
)
def test_the_nearest_name_is_suggested(name: str, pattern: str, meant: str) -> None:
    assert file_meant(name, pattern) == meant


def test_a_socket_is_no_file(small_data: Path) -> None:
    (small_data / "themes.csv").unlink()
    with socket.socket(socket.AF_UNIX) as made:
        here = os.getcwd()
        os.chdir(small_data)  # the path of a socket is short
        try:
            made.bind("themes.csv")
        finally:
            os.chdir(here)
        assert told(take_snapshot(small_data)) == [("themes.csv", "file_no_file")]


def test_the_command_does_not_wait_for_a_pipe(small_data: Path) -> None:
    spoil(small_data, {"file": "plans/dien-bien-2026/goals.csv", "pipe": True})
    done = subprocess.run(
        [sys.executable, "-m", "etl", "--check"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "plans/dien-bien-2026/goals.csv" in done.stderr


def test_a_name_that_is_not_utf8_is_told_by_the_command(small_data: Path) -> None:
    spoil(small_data, {"file": "plans/\xe1n", "latin1_name": True})
    done = etl()
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "plans/\\xe1n: " in done.stderr
    assert [one.fault for one in publication.last_refusal()] == ["name_not_utf8"]


def taken_by_nobody(root: Path) -> str:
    """What a user without rights is told of the folder, a line a complaint."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:  # the same program, with fewer rights
        answer = b"failed"
        try:
            if os.getuid() == 0:
                os.setuid(NOBODY)
            lines = [f"{one.place} {one.fault} {one.facts}" for one in take_snapshot(root).complaints]
            answer = "\n".join(lines).encode()
        except PermissionError:
            answer = b"PermissionError"
        finally:
            os.write(write, answer)
            os._exit(0)
    os.waitpid(child, 0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        return pipe.read().decode()


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        ("themes.csv", ["themes.csv unreadable {'code': 'EACCES'}"]),
        ("plans/dien-bien-2026/goals.csv", ["plans/dien-bien-2026/goals.csv unreadable {'code': 'EACCES'}"]),
        ("plans/lai-chau-2026", ["plans/lai-chau-2026/ unreadable {'code': 'EACCES'}"]),
        ("plans", ["plans/ unreadable {'code': 'EACCES'}"]),
        (".", ["PermissionError"]),
    ],
)
def test_what_may_not_be_read_is_told(path: str, lines: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        root = Path(name) / "data"
        shutil.copytree(HERE / "small", root)
        for one in [root, *root.rglob("*")]:
            one.chmod(0o755)
        (root / path).chmod(0)
        try:
            assert taken_by_nobody(root).splitlines() == lines
        finally:
            (root / path).chmod(0o755)


def test_a_folder_that_cannot_be_read_is_told_once(small_data: Path) -> None:
    shutil.rmtree(small_data / "plans")
    (small_data / "plans").symlink_to("plans")
    with pytest.raises(InputRefused) as refused:
        run()
    assert [(one.place, one.fault) for one in refused.value.complaints] == [("plans", "link_loop")]


def test_a_link_to_a_file_or_a_folder_elsewhere_is_read(small_data: Path, tmp_path: Path) -> None:
    before = release_name(take_snapshot(small_data))
    for path in ("themes.csv", "plans/lai-chau-2026"):
        target = tmp_path / Path(path).name
        (small_data / path).rename(target)
        (small_data / path).symlink_to(target)
    assert release_name(take_snapshot(small_data)) == before
