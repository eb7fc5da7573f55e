"""Every release is kept for good, whatever the clock said: a citation's link goes on showing its figures."""

import json
import os
import re
import shutil
from collections import OrderedDict
from pathlib import Path

import pytest

from etl.run import run
from healthplan.release import archive, publication
from healthplan.release.records import record_path
from tests.api.client import ask, json_body
from tests.conftest import built_small
from tests.etl.test_run import add_theme, releases, themes
from tests.pages.screen_run import screen_run

OLD, NEW = "Việc một", "Việc đổi tên"
FAR = 4_000_000_000  # seconds: the year 2096


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of made-up facts with five releases, built once; the first one has a task's old title."""
    with built_small(tmp_path_factory.mktemp("five") / "data") as folder:
        tasks = folder / "plans" / "dien-bien-2026" / "tasks.csv"
        tasks.write_text(tasks.read_text(encoding="utf-8").replace(f",{OLD},", f",{NEW},"), encoding="utf-8")
        for at in range(4):
            add_theme(folder, f"theme{at}")
            run()
    return folder


@pytest.fixture
def first(five: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of the first of five releases."""
    shutil.copytree(five, tmp_path / "data")
    monkeypatch.setenv("ROADMAP72_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(archive, "_unpacked", OrderedDict())  # as in a process that has unpacked nothing yet
    return publication.release_names()[0]


def test_the_address_of_a_citation_shows_its_figures_after_five_publications(first: str) -> None:
    assert f"{first}.duckdb" not in releases() and len(releases()) == 3 and first == publication.release_names()[0]
    assert len(publication.release_names()) == 5
    rows = json.dumps(json_body("/tasks", f"release={first}"), ensure_ascii=False)
    assert OLD in rows and NEW not in rows
    assert themes(publication.release_file(first)) == 2 and themes(publication.current_path()) == 6
    got = ask("/release.duckdb", f"release={first}")
    assert got["status"] == 200 and got["body"] == publication.release_file(first).read_bytes()
    assert got["headers"]["x-release"] == first
    assert ask("/briefs/11.pdf", f"release={first}")["status"] == 200
    assert ask("/cite", f"view=tasks&release={first}")["status"] == 200
    app = screen_run("tasks", release=first)
    shown = "".join(one.proto.body for one in app.get("html"))
    assert not app.exception and OLD in shown and NEW not in shown and [one.value for one in app.info] == []
    sources = "".join(one.proto.body for one in screen_run("sources").get("html"))
    assert all(f"sources?release={name}" in sources for name in publication.release_names())
    assert set(json_body("", "")["releases"]) == set(publication.release_names())


def test_facts_of_a_packed_release_that_come_back_are_current_without_a_new_build(small_data: Path) -> None:
    before = (small_data / "themes.csv").read_bytes()
    first = run()
    content = first.read_bytes()
    for at in range(4):
        add_theme(small_data, f"theme{at}")
        run()
    assert not first.exists()
    (small_data / "themes.csv").write_bytes(before)
    assert run() == first == publication.current_path() and first.read_bytes() == content
    assert publication.release_names()[-1] == first.stem and len(releases()) == 3


@pytest.mark.parametrize("harm", [
    lambda path: path.write_bytes(b""), lambda path: path.write_bytes(path.read_bytes()[:-9]), Path.unlink,
    lambda path: path.write_bytes(path.read_bytes()[::-1]), lambda path: path.write_text("no copy"),
    lambda path: (path.unlink(), path.mkdir()), lambda path: (path.unlink(), os.mkfifo(path)),
])  # fmt: skip
def test_a_damaged_copy_is_refused_in_a_sentence(harm, first: str) -> None:
    harm(archive.packed_path(publication.folder(), first))
    got = ask("/goals", f"release={first}")
    error = json.loads(got["body"])["error"]
    assert got["status"] == 503 and first in error["vi"] and first in error["en"]
    app = screen_run("overview", release=first)
    assert not app.exception and any(first in one.value for one in app.info)


@pytest.mark.parametrize("record", [
    "", "{", "[]", "5", "null", '{"name": "x"}', "\x00", "[" * 1500, "x" * 5_000_000,
    '{"name": 1, "published_at": 3, "size": 4, "sha256": 5}',
])  # fmt: skip
def test_a_damaged_record_harms_one_packed_release_only(record: str, first: str) -> None:
    record_path(publication.folder(), first).write_text(record)
    assert ask("/goals", f"release={first}")["status"] in (404, 503)
    second, *_, last = publication.release_names()[-4:]
    assert ask("/goals", f"release={second}")["status"] == 200
    assert publication.served_release() == publication.ServedRelease(publication.folder() / f"{last}.duckdb")


@pytest.mark.parametrize("times", [
    (FAR, 0, 0), (0, FAR, 0), (0, 0, FAR), (FAR, FAR, FAR), (3, 2, 1), (1, 1, 1), (FAR, 1, FAR), (-9, FAR, 5),
    (FAR, FAR + 9, 0), (0, 0, 0), (FAR, FAR - 1, FAR - 2),
])  # fmt: skip
def test_the_times_of_files_decide_nothing(times: tuple[int, ...], small_data: Path) -> None:
    names = []
    for at, time in enumerate(times):
        add_theme(small_data, f"theme{at}")
        names.append(run().name)
        os.utime(publication.folder() / names[-1], (time, time))
    add_theme(small_data, "last")
    names.append(run().name)
    assert releases() == set(names[-3:]) and publication.current_path().name == names[-1]
    assert [f"{name}.duckdb" for name in publication.release_names()] == names


def test_a_clock_that_was_wrong_decides_nothing(small_data: Path) -> None:
    first = run()
    path = record_path(publication.folder(), first.stem)
    path.write_text(re.sub(r'"20[0-9]{2}-', '"2096-', path.read_text()))
    names = [first.name]
    for at in range(3):
        add_theme(small_data, f"theme{at}")
        names.append(run().name)
    assert releases() == set(names[-3:])
    assert [f"{name}.duckdb" for name in publication.release_names()] == names


@pytest.mark.parametrize("order", [b"", b"\0", b"\xff" * 99, b"../../etc/passwd\n", b"x" * 11_000_000])
def test_a_damaged_order_loses_nothing(order: bytes, first: str) -> None:
    before = publication.current_path()
    (publication.folder() / "archive" / "ORDER").write_bytes(order)
    assert publication.current_path() == before and len(publication.release_names()) == 5
    add_theme(publication.data_folder(), "last")
    last = run()
    assert (
        publication.current_path() == last
        and publication.release_names()[-1] == last.stem
        and len(publication.release_names()) == 6
    )
    assert all(publication.release_file(name) for name in publication.release_names())


def test_a_release_of_before_records_were_kept_is_packed_before_it_is_removed(small_data: Path) -> None:
    first = run()
    for path in (publication.folder() / "archive").iterdir():
        path.unlink()
    for at in range(3):
        add_theme(small_data, f"theme{at}")
        run()
    assert not first.exists() and themes(publication.release_file(first.stem)) == 2
    assert publication.release_names()[0] == first.stem


def test_only_a_few_releases_are_unpacked_at_a_time(first: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "UNPACKED_MOST", 1)
    packed = publication.release_names()[:2]
    for name in packed * 2:
        assert themes(publication.release_file(name)) == 2 + packed.index(name)
        assert ask("/goals", f"release={name}")["status"] == 200
    assert len(archive._unpacked) == 1
