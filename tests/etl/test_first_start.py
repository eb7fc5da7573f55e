"""What the screen can say when the first start could not build: a full disk, a closed folder, a broken
memory."""

import errno
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import app
from etl import build
from healthplan.model.complaint import SHOWN, Complaint
from healthplan.release import publication
from healthplan.text import Lang, say

SCREEN = """
from healthplan.text import Lang
from pages.shared.refusals import show_refusal
show_refusal(Lang.EN)
"""


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    publication.remember_stop("")
    yield
    publication.remember_stop("")


def told() -> list[str]:
    """Every sentence of the screen without a release."""
    screen = AppTest.from_string(SCREEN).run()
    assert not screen.exception
    return [text.value for text in screen.text]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [(errno.ENOSPC, "build_disk_full"), (errno.EROFS, "build_folder_closed"), (errno.EACCES, "build_folder_closed")],
)
def test_what_stops_the_first_start_is_said_on_the_screen(
    code: int, sentence: str, small_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(build, "load_raw", stopped)
    app.first_release()
    assert publication.current_path() is None
    assert told() == [say(lang, sentence) for lang in (Lang.EN, Lang.VI)]
    monkeypatch.undo()
    monkeypatch.setenv("ROADMAP72_DATA", str(small_data))
    app.first_release()
    assert publication.current_path() is not None and publication.last_stop()[0] == ""


def test_a_data_folder_that_takes_no_folder_of_releases_does_not_kill_the_app(
    small_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "mkdir", closed)
    app.first_release()
    assert publication.last_stop()[0] == "build_folder_closed"


@pytest.mark.parametrize("broken", ["", "[{", "5", "[5]", '[{"file": "x"}]', "\x00"])
def test_a_broken_memory_of_a_refusal_is_an_unknown_reason(broken: str, small_data: Path) -> None:
    publication.folder().mkdir()
    (publication.folder() / "REFUSED.json").write_text(broken, encoding="utf-8")
    assert publication.last_refusal() == []
    assert told() == [say(lang, "no_release_unknown") for lang in (Lang.EN, Lang.VI)]


def test_a_refusal_is_remembered_whole_or_not_at_all(small_data: Path) -> None:
    publication.remember_refusal([Complaint("a.csv", 1, "b", "c", "file_absent")])
    assert [path.name for path in publication.folder().iterdir()] == ["REFUSED.json"]
    assert len(json.loads((publication.folder() / "REFUSED.json").read_text(encoding="utf-8"))) == 1


@pytest.mark.parametrize(("faults", "cut"), [(SHOWN, False), (SHOWN + 7, True)])
def test_the_screen_says_how_many_faults_there_are_when_it_shows_only_some(
    faults: int, cut: bool, small_data: Path
) -> None:
    publication.remember_refusal([Complaint("a.csv", at, "b", "", "file_absent") for at in range(faults)])
    sentences = told()
    for lang in Lang:
        assert (say(lang, "build_refused", count=str(faults), shown=str(SHOWN)) in sentences) is cut
    assert len([one for one in sentences if one.startswith("a.csv")]) == 2 * SHOWN
