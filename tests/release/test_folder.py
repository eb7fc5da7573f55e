"""Things of the wrong kind in the folder of releases, a lock that is held, a disk with faults: a sentence and
an exit status, never a traceback, an endless wait or another file than a release."""

import errno
import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from etl import __main__, build
from etl.run import NotPublished, run
from healthplan.release import publication
from healthplan.text import Lang, say
from tests.api.client import ask
from tests.etl.test_run import add_theme, etl
from tests.pages.screen_run import screen_run

Make = Callable[[Path], object]


def again(make: Make) -> Make:
    def made(path: Path) -> None:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        make(path)

    return made


KINDS: dict[str, Make] = {
    "folder": again(lambda path: path.mkdir()),
    "full_folder": again(lambda path: (path.mkdir(), (path / "x").write_text("x"))),
    "pipe": again(os.mkfifo),
    "link_to_nothing": again(lambda path: path.symlink_to("nowhere/at/all")),
    "link_to_itself": again(lambda path: path.symlink_to(path.name)),
    "link_to_a_folder": again(lambda path: path.symlink_to("/tmp")),
}
POINTERS = {
    "outside": b"../../../../etc/passwd",
    "absolute": b"/etc/passwd",
    "nul": b"release\0.duckdb",
    "lines": b"release-2026-01-01-000000000000.duckdb\nrelease-2026-01-01-000000000001.duckdb\n",
    "long": b"x" * 10_000_000,
    "bytes": b"\xff\xfe\x00",
    "empty": b"",
    "folder_above": b"..",
    "own_folder": b".",
    "inside_and_out": b"archive/../../themes.csv",
    "facts": b"../themes.csv",
    "draft": b"draft.duckdb",
    "absent": b"release-2026-01-01-000000000000.duckdb",
    "no_ending": b"release-2026-01-01-000000000000",
    "packed": b"archive/release-2026-01-01-000000000000.duckdb.zst",
    "upper": b"RELEASE-2026-01-01-000000000000.DUCKDB",
}


@pytest.fixture
def release(small_data: Path) -> Path:
    return run()


@pytest.mark.parametrize("pointer", POINTERS)
def test_a_pointer_to_anything_but_a_release_is_not_followed(pointer: str, release: Path) -> None:
    (publication.folder() / "CURRENT").write_bytes(POINTERS[pointer])
    assert publication.current_path() is None
    assert publication.served_release() == publication.ServedRelease(release, publication.served_release().instead_of)
    got = ask("/release.duckdb")
    assert got["status"] == 200 and got["body"] == release.read_bytes()
    assert got["headers"]["x-release-instead-of"]
    assert not screen_run("sources").exception
    assert run() == release == publication.current_path()


@pytest.mark.parametrize("kind", KINDS)
def test_a_pointer_of_another_kind_is_not_waited_for_and_not_followed(kind: str, release: Path) -> None:
    KINDS[kind](publication.folder() / "CURRENT")
    assert publication.current_path() is None and publication.served_release().path == release
    assert ask("/goals")["headers"]["x-release"] == release.stem
    assert not screen_run("overview").exception


@pytest.mark.parametrize("kind", ["folder", "full_folder"])
@pytest.mark.parametrize("entry", ["CURRENT", "REFUSED.json", "draft.duckdb"])
def test_a_folder_in_the_place_of_a_file_is_named(entry: str, kind: str, release: Path, small_data: Path) -> None:
    add_theme(small_data, "third")
    KINDS[kind](publication.folder() / entry)
    with pytest.raises(NotPublished, match="build_entry_unusable") as stopped:
        run()
    assert stopped.value.facts == {"name": f"published/{entry}"}
    assert publication.served_release().path == release


@pytest.mark.parametrize("kind", KINDS)
def test_a_lock_of_another_kind_is_named(kind: str, release: Path) -> None:
    KINDS[kind](publication.folder() / "LOCK")
    with pytest.raises(NotPublished, match="build_entry_unusable") as stopped:
        run()
    assert stopped.value.facts == {"name": "published/LOCK"}


@pytest.mark.parametrize("kind", ["file", "pipe", "link_to_nothing", "link_to_itself"])
@pytest.mark.parametrize("entry", ["published", "published/archive"])
def test_a_folder_that_is_none_is_named(
    entry: str, kind: str, small_data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = small_data / entry
    path.parent.mkdir(exist_ok=True)
    (KINDS | {"file": lambda path: path.write_text("x")})[kind](path)
    monkeypatch.setattr("sys.argv", ["etl", "--lang", "en"])
    assert __main__.main() == 1
    told = capsys.readouterr()
    assert told.out == "" and told.err == say(Lang.EN, "build_entry_unusable", name=entry) + "\n"
    assert publication.served_release() is None and ask("/goals")["status"] == 503
    assert not screen_run("overview").exception


def test_a_lock_that_another_holds_is_not_waited_for_without_end(
    release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROADMAP72_LOCK_SECONDS", "0.2")
    with (publication.folder() / "LOCK").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(NotPublished, match="build_busy"):
            run()
        done = etl("--lang", "en")
        assert (done.returncode, done.stdout, done.stderr) == (1, "", say(Lang.EN, "build_busy") + "\n")
    assert run() == release


@pytest.mark.parametrize("seconds", ["soon", "", "-1", "nan", "inf", "1e9"])
def test_a_time_that_is_none_waits_as_usual_or_not_at_all(
    seconds: str, release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROADMAP72_LOCK_SECONDS", seconds)
    assert run() == release


@pytest.mark.parametrize("code", [errno.EIO, errno.EMFILE, errno.ENODEV, errno.ESTALE, errno.EBUSY])
def test_a_disk_with_a_fault_is_told_in_a_sentence(
    code: int, small_data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(build, "load_raw", broken)
    with pytest.raises(NotPublished, match="build_computer_fault") as stopped:
        run()
    assert stopped.value.facts == {"reason": os.strerror(code)}
    monkeypatch.setattr("sys.argv", ["etl"])
    assert __main__.main() == 1
    assert os.strerror(code) in capsys.readouterr().err
