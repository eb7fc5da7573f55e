"""A damaged release is never handed out: readers get the newest one that is whole and are told so, and the
next build mends it."""

import json
import os
import shutil
from collections import OrderedDict
from pathlib import Path

import duckdb
import pytest

import app
from etl.run import run
from healthplan.release import archive, publication
from healthplan.text import Lang, say
from tests.api.client import ask
from tests.conftest import built_small
from tests.etl.test_run import add_theme, etl, releases, themes
from tests.pages.screen_run import screen_run
from tests.pages.test_screens import SCREENS
from tests.release.damage import DAMAGE, flip, lose_packed, lose_record

EVERY_KIND = pytest.mark.parametrize("kind", DAMAGE)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of made-up facts with two releases, built once."""
    with built_small(tmp_path_factory.mktemp("built") / "data") as folder:
        add_theme(folder, "third")
        run()
    return folder


@pytest.fixture
def two(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The older and the current release, for a test to damage."""
    folder = tmp_path / "data"
    shutil.copytree(built, folder)
    monkeypatch.setenv("ROADMAP72_DATA", str(folder))
    monkeypatch.setattr(archive, "_unpacked", OrderedDict())  # as in a process that has unpacked nothing yet
    first, current = (publication.folder() / f"{name}.duckdb" for name in publication.release_names())
    return first, current


@EVERY_KIND
def test_readers_get_the_packed_copy_of_a_damaged_release(kind: str, two: tuple[Path, Path]) -> None:
    _, release = two
    content = release.read_bytes()
    DAMAGE[kind](release)
    got = ask("/release.duckdb")
    assert got["status"] == 200 and got["body"] == content
    assert got["headers"]["x-release-instead-of"] == release.stem
    assert publication.current_path().read_bytes() == content and themes(publication.current_path()) == 3


@EVERY_KIND
def test_without_a_packed_copy_readers_get_the_release_before_and_are_told(kind: str, two: tuple[Path, Path]) -> None:
    first, release = two
    DAMAGE[kind](release)
    lose_packed(release)
    rows = ask("/goals")
    assert rows["status"] == 200 and rows["headers"]["x-release"] == first.stem
    assert rows["headers"]["x-release-instead-of"] == release.stem
    assert publication.current_path() == first and publication.health() == (first, "release_instead")
    for lang in Lang:
        app = screen_run("overview", lang=lang.value)
        sentence = say(lang, "release_instead", edition=first.stem.removeprefix("release-"))
        assert not app.exception and sentence in [one.value for one in app.info]


@EVERY_KIND
def test_a_damaged_release_that_is_named_is_refused_in_a_sentence(kind: str, two: tuple[Path, Path]) -> None:
    first, release = two
    DAMAGE[kind](release)
    lose_packed(release)
    for path in ("/goals", "/release.duckdb", "/cite"):
        got = ask(path, f"release={release.stem}")
        error = json.loads(got["body"])["error"]
        assert got["status"] == 503 and all(release.stem in error[lang] for lang in Lang)
        assert error["allowed"] == [first.stem]
    app = screen_run("overview", release=release.stem)
    assert not app.exception
    assert say(Lang.VI, "release_damaged", value=release.stem) in [one.value for one in app.info]


@EVERY_KIND
def test_with_no_release_that_is_whole_everything_says_so(kind: str, two: tuple[Path, Path]) -> None:
    first, release = two
    first.unlink()
    lose_packed(first)
    DAMAGE[kind](release)
    lose_packed(release)
    for path in ("/goals", "/release.duckdb", "/docs", "/cite", "/charts/trajectory.csv"):
        got = ask(path)
        error = json.loads(got["body"])["error"]
        assert got["status"] == 503 and got["headers"]["retry-after"]
        assert [error[lang] for lang in Lang] == [say(lang, "asked_releases_damaged") for lang in Lang]
    screen = screen_run("overview")
    assert not screen.exception
    sentences = [one.value for one in screen.text]
    assert all(say(lang, "no_release_damaged") in sentences for lang in Lang)
    assert publication.current_path() is None and publication.health() == (None, "no_release_damaged")


@EVERY_KIND
def test_the_next_build_mends_it_from_the_facts(kind: str, two: tuple[Path, Path]) -> None:
    first, release = two
    DAMAGE[kind](release)
    lose_packed(release)
    assert run() == release
    assert themes(release) == 3 and publication.served_release() == publication.ServedRelease(release)
    assert ask("/goals")["headers"].get("x-release-instead-of") is None
    assert {first.name, release.name} <= releases()


@pytest.mark.parametrize("kind", ["text", "folder", "gone", "log_beside"])
@pytest.mark.parametrize("lose", [lose_record, str], ids=["no_record", "copy"])
def test_the_next_build_mends_it_with_or_without_the_copy(kind: str, lose, two: tuple[Path, Path]) -> None:
    _, release = two
    DAMAGE[kind](release)
    lose(release)
    assert run() == release and publication.served_release() == publication.ServedRelease(release)


@pytest.mark.parametrize("kind", ["text", "middle_byte", "view_missing", "folder", "gone"])
def test_a_start_of_the_product_mends_it(kind: str, two: tuple[Path, Path]) -> None:
    DAMAGE[kind](two[1])
    app.first_release()
    assert publication.served_release() == publication.ServedRelease(two[1])


@EVERY_KIND
def test_without_its_record_a_damaged_release_is_not_taken_for_whole(kind: str, two: tuple[Path, Path]) -> None:
    first, release = two
    first.unlink()
    lose_record(release)
    whole = publication.served_release() == publication.ServedRelease(release)
    DAMAGE[kind](release)
    served = publication.served_release()
    # One byte in room that no table uses harms nobody; whatever else is served reads as it was written.
    assert whole and (served is None or (themes(served.path) == 3 and ask("/goals")["status"] == 200))
    assert served is None or ("byte" in kind and kind != "many_bytes")


def test_the_command_does_not_say_published_of_a_damaged_file(two: tuple[Path, Path]) -> None:
    _, release = two
    written = release.read_bytes()
    flip(release, 0.4)
    done = etl("--lang", "en")
    assert (done.returncode, done.stdout) == (0, f"Published {release.name}.\n")
    assert release.read_bytes() == written


def test_what_is_in_the_way_is_moved_aside_and_not_removed(two: tuple[Path, Path]) -> None:
    _, release = two
    DAMAGE["full_folder"](release)
    assert run() == release
    (moved,) = publication.folder().glob("moved-*")
    assert (moved / "a file").read_text() == "x"


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_says_that_it_shows_another_release(screen: str, two: tuple[Path, Path]) -> None:
    first, release = two
    DAMAGE["many_bytes"](release)
    lose_packed(release)
    app = screen_run(screen)
    assert not app.exception
    sentence = say(Lang.VI, "release_instead", edition=first.stem.removeprefix("release-"))
    assert sentence in [one.value for one in app.info]


@pytest.mark.parametrize("path", ["/goals", "/tasks.csv", "/cite?dataset=goals", "/charts/tasks.csv?place=11",
                                  "/briefs/11.pdf", "/calendar.ics?place=11", "/docs", ""])  # fmt: skip
def test_damage_that_comes_while_the_release_is_open_ends_in_another_release(path: str, two: tuple[Path, Path]) -> None:
    _, release = two
    publication.connection(release)  # open, with nothing read yet
    DAMAGE["many_bytes"](release)
    lose_packed(release)
    path, _, query = path.partition("?")
    got = ask(path, query)
    assert got["status"] == 200 and got["headers"]["x-release-instead-of"] == release.stem


@pytest.mark.parametrize("screen", SCREENS)
def test_damage_that_no_time_tells_of_ends_in_another_release_on_every_screen(
    screen: str, two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, release = two
    with publication.release_cursor(publication.served_release().path) as db:
        db.execute("select name from release").fetchall()
    # A disk that loses bits changes no time of the file.
    monkeypatch.setattr("healthplan.release.integrity.mark_of", lambda path: (path.stat().st_ino,))
    assert publication.served_release() == publication.ServedRelease(release)
    DAMAGE["many_bytes"](release)
    lose_packed(release)
    assert publication.served_release() == publication.ServedRelease(release)
    app = screen_run(screen)
    assert not app.exception
    sentence = say(Lang.VI, "release_instead", edition=first.stem.removeprefix("release-"))
    assert sentence in [one.value for one in app.info]
    assert ask("/duties")["headers"]["x-release"] == first.stem


def test_a_release_that_was_mended_under_the_same_name_is_read_anew(two: tuple[Path, Path]) -> None:
    _, release = two
    assert ask("/goals")["status"] == 200
    DAMAGE["many_bytes"](release)
    ask("/duties")
    run()
    with publication.release_cursor(publication.served_release().path) as db:
        assert db.execute("select count(*) from themes").fetchall() == [(3,)]


def test_a_file_that_stays_the_same_is_hashed_once(two: tuple[Path, Path], monkeypatch) -> None:
    assert publication.served_release() is not None
    read = []
    monkeypatch.setattr("healthplan.release.integrity.sha256_of", lambda path: read.append(path) or "another")
    assert publication.served_release() == publication.ServedRelease(two[1]) and read == []
    os.utime(two[1])
    assert publication.served_release() != publication.ServedRelease(two[1]) and read[0] == two[1]


def test_a_damaged_file_is_not_opened_by_duckdb_at_all(two: tuple[Path, Path]) -> None:
    DAMAGE["view_missing"](two[1])
    with duckdb.connect(two[1], read_only=True) as db:
        assert db.execute("select count(*) from themes").fetchall() == [(3,)]
    assert publication.served_release().path != two[1]
