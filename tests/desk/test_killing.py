"""A stop before any step of an act, a full disk, two at once: data/, the release and the log agree, and nothing is
lost."""

import resource
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from etl.run import NotPublished, run
from healthplan.desk.acts import begin_change
from healthplan.desk.changes import Kind, State, all_changes, change_of, received_path
from healthplan.desk.folder import ActRefused, desk_folder
from healthplan.desk.log import log_lines, verify_log
from healthplan.desk.publish import publish_change, recover, undo_change
from healthplan.release import publication
from tests.conftest import ROOT
from tests.desk.office import APPROVER, AUTHOR, FILE, KEEPER, approved, meaning, published
from tests.stopped import left_by_stops


def agreed(change_id: str) -> bool:
    """Whether the change is published, after what was left is settled; data/, release, change and log all say so, or
    none does."""
    recover()
    in_data = "xã mới" in (publication.data_folder() / FILE).read_text(encoding="utf-8")
    told = {
        in_data,
        f"change {change_id}." in (publication.data_folder() / "CHANGES.md").read_text(encoding="utf-8"),
        meaning(publication.current_path()) == ["xã mới"],
        change_of(change_id).state is State.PUBLISHED,
        any(line["act"] == "publish" and line["change"] == change_id for line in log_lines()),
    }
    assert len(told) == 1 and verify_log() is None
    assert not [path for path in publication.data_folder().rglob(".*~*")]
    assert not list(desk_folder().rglob("PUBLISHING.json"))
    return in_data


def approved_new(words: str) -> str:
    """An approved change whose release nobody has built."""
    return approved(words).id


def approved_again(words: str) -> str:
    """An approved change whose release is packed already, from a publication that was undone."""
    undo_change(KEEPER, published("xã cũ").id, "nhầm")
    undo_change(KEEPER, published(words).id, "nhầm")
    return approved(words).id


@pytest.mark.parametrize("made", [approved_new, approved_again])
def test_a_stop_before_any_step_of_publishing_leaves_all_or_nothing(made: Callable[[str], str], office: Path) -> None:
    change = made("xã mới")
    outcomes = [agreed(change) for _ in left_by_stops("publish", office, desk_folder(), argument=change)]
    assert agreed(change)
    assert len(outcomes) >= 45 and set(outcomes) == {True, False} and outcomes == sorted(outcomes)


def test_a_stop_before_any_step_is_settled_by_the_next_build_alone(office: Path) -> None:
    """`make run` builds before the server starts."""
    change, steps = approved("xã mới").id, 0
    for _ in left_by_stops("publish", office, desk_folder(), argument=change):
        before = publication.pointed_name()
        run()
        assert publication.pointed_name() == before
        agreed(change)
        steps += 1
    assert agreed(change) and steps >= 45


def test_a_stop_before_any_step_of_an_undo_leaves_all_or_nothing(office: Path) -> None:
    undo_change(KEEPER, published("xã cũ").id, "nhầm")
    change, steps = published("xã mới").id, 0
    for _ in left_by_stops("undo", office, desk_folder(), argument=change):
        recover()
        undone = change_of(change).state is State.UNDONE
        assert (meaning(publication.current_path()) == []) is undone is (b"XMOI" not in (office / FILE).read_bytes())
        assert verify_log() is None
        steps += 1
    assert change_of(change).state is State.UNDONE and steps >= 45


def test_a_stop_before_any_step_of_an_upload_keeps_all_of_it_or_nothing(office: Path) -> None:
    begin_change(AUTHOR, Kind.CORRECTION, place="VN", received={})
    steps = 0
    for _ in left_by_stops("upload", office, desk_folder()):
        begin_change(AUTHOR, Kind.CORRECTION, place="VN", received={"c": b"3"})
        for change in all_changes():
            contents = {name: received_path(change, digest).read_bytes() for digest, name in change.received.items()}
            assert contents in ({}, {"a": b"1", "b": b"2"}, {"c": b"3"})
        assert verify_log() is None
        steps += 1
    assert steps >= 10


@pytest.mark.parametrize("size", [1, 300, 2_000, 20_000, 1_000_000])
def test_a_full_disk_while_publishing_leaves_all_as_it_was(size: int, office: Path) -> None:
    change = approved("xã mới")
    command = f"""
from etl.run import NotPublished
from tests.desk.office import APPROVER, publish_change
try:
    publish_change(APPROVER, {change.id!r})
except NotPublished as stopped:
    raise SystemExit(stopped.sentence)
"""
    full = subprocess.run(
        [sys.executable, "-c", command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )
    assert full.stderr == "build_disk_full\n"
    assert not agreed(change.id)
    publish_change(APPROVER, change.id)
    assert agreed(change.id)


def test_of_two_who_publish_at_once_one_is_told(office: Path) -> None:
    changes = [approved("xã mới"), approved("xã khác")]

    def told(change_id: str) -> str:
        try:
            return publish_change(APPROVER, change_id).state
        except (ActRefused, NotPublished) as refused:
            return refused.sentence

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(told, [one.id for one in changes])) == ["desk_base_changed", "published"]
    assert verify_log() is None


def test_a_file_of_another_kind_in_the_way_moves_nothing(office: Path) -> None:
    change = approved("xã mới")
    (office / f".new~{FILE}").mkdir()
    with pytest.raises(NotPublished):
        publish_change(APPROVER, change.id)
    (office / f".new~{FILE}").rmdir()
    assert not agreed(change.id)


def test_an_undo_of_what_is_undone_is_refused(office: Path) -> None:
    change = published("xã mới")
    undo_change(KEEPER, change.id, "nhầm")
    with pytest.raises(ActRefused, match="desk_is_undone"):
        undo_change(KEEPER, change.id, "nhầm")
