"""A kill at any moment, and a disk that is full: the old or the new release is there, whole, and nothing in
between."""

import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from etl.build import content_rows
from etl.run import run
from healthplan.release import publication
from tests.conftest import ROOT
from tests.etl.stopped import stopped_builds
from tests.etl.test_run import add_theme, etl, releases, themes
from tests.stopped import left_by_stops

MOMENTS = 40
COMMAND = [sys.executable, "-m", "etl", "--lang", "en"]
DISK_FULL = (
    "The disk is full: nothing was published; the release before, if any, stays in use."
    " Free some space and run again.\n"
)


def is_whole(path: Path) -> bool:
    """Whether a release opens and holds as many rows as it says."""
    with publication.open_release(path) as db:
        ((told,),) = db.execute("select rows from release").fetchall()
        return told == content_rows(db)


def test_a_kill_at_any_moment_leaves_the_old_or_the_new_release_whole(small_data: Path) -> None:
    run()
    with stopped_builds() as builds:
        add_theme(small_data, "first")
        assert builds.ended(60) == 0
        add_theme(small_data, "measured")
        began = time.monotonic()
        assert builds.ended(60) == 0
        took, rows, kills = time.monotonic() - began, 4, 0
        for moment in range(MOMENTS):
            before = publication.current_path()
            add_theme(small_data, f"theme{moment}")
            kills += builds.ended(took * (moment + 1) / MOMENTS) == -signal.SIGKILL
            after = publication.current_path()
            assert after is not None and is_whole(after), f"killed at {moment + 1}/{MOMENTS}"
            rows = rows if after == before else 5 + moment
            assert themes(after) == rows, f"killed at {moment + 1}/{MOMENTS}"
    assert kills > 0
    assert etl().returncode == 0
    assert themes(publication.current_path()) == 4 + MOMENTS
    assert not list(publication.folder().glob("draft*"))


def test_a_stop_before_any_step_of_publishing_leaves_a_whole_release(small_data: Path) -> None:
    old = run()
    add_theme(small_data, "third")
    found = list[int]()
    for step in left_by_stops("build", publication.folder()):
        path = publication.current_path()
        assert path is not None and is_whole(path), f"stopped before step {step}"
        found.append(themes(path))
    assert len(found) >= 10 and set(found) == {2, 3} and found == sorted(found)
    assert publication.current_path() != old and themes(publication.current_path()) == 3


@pytest.mark.parametrize("size", [1, 20_000, 1_000_000, 4_000_000])
def test_a_full_disk_is_said_plainly_and_leaves_the_old_release(size: int, small_data: Path) -> None:
    old = run()
    add_theme(small_data, "third")
    full = subprocess.run(
        COMMAND,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )
    assert (full.returncode, full.stdout, full.stderr) == (1, "", DISK_FULL)
    assert publication.current_path() == old and is_whole(old)
    assert releases() == {old.name}
    assert not list(publication.folder().glob("draft*"))
    assert etl().returncode == 0
    assert themes(publication.current_path()) == 3
