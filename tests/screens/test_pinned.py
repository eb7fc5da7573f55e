"""An older release stays addressable: a view that names it shows it, and its links lead on in it."""

from pathlib import Path

import pytest

from etl.run import run
from tests.screens.opened import opened

OLD, NEW = "Việc một", "Việc đổi tên"


@pytest.fixture
def two_releases(small_data: Path) -> str:
    """Two releases of the small data; the name of the older one, whose first task has its old title."""
    first = run()
    tasks = small_data / "plans" / "dien-bien-2026" / "tasks.csv"
    tasks.write_text(tasks.read_text(encoding="utf-8").replace(f",{OLD},", f",{NEW},"), encoding="utf-8")
    run()
    return first.stem


def shown(**address: str) -> str:
    app = opened("tasks", **address)
    assert not app.exception
    told = [one.value for one in app.info]
    return "\n".join([*told, *(element.proto.body for element in app.get("html"))])


def test_a_view_that_names_a_release_shows_it_and_says_so(two_releases: str) -> None:
    pinned = shown(release=two_releases)
    assert OLD in pinned and NEW not in pinned
    assert "bản dữ liệu được giữ cố định" in pinned
    assert f"sources?release={two_releases}" in pinned


def test_a_view_that_names_none_shows_the_newest(two_releases: str) -> None:
    newest = shown()
    assert NEW in newest and "giữ cố định" not in newest and two_releases not in newest


def test_a_release_that_is_not_kept_is_said_and_the_newest_is_shown(two_releases: str) -> None:
    told = shown(release="release-2020-01-01-000000000000")
    assert NEW in told and "release-2020-01-01-000000000000" in told
