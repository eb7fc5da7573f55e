"""A change from the first file to the publication and back: what readers get, what the log says, what is refused."""

from pathlib import Path

import pytest

from healthplan.desk.acts import approve_change, begin_change, put_files, return_change, submit_change
from healthplan.desk.changes import Change, Kind, State, all_changes, change_of
from healthplan.desk.folder import ActRefused
from healthplan.desk.log import log_lines, verify_log
from healthplan.desk.people import Person, Role
from healthplan.desk.publish import check_change, publish_change, undo_change
from healthplan.desk.store import stored
from healthplan.model.complaint import InputRefused
from healthplan.release import publication
from tests.desk.office import APPROVER, AUTHOR, KEEPER, brought, meaning, published


def test_an_approved_change_reaches_readers_and_an_undo_takes_it_back(office: Path) -> None:
    before, first = (office / "abbreviations.csv").read_bytes(), publication.current_path()
    change = published("xã mới")
    assert meaning(publication.current_path()) == ["xã mới"]
    assert publication.current_path().stem == change.release and change.before == first.stem
    told = (office / "CHANGES.md").read_text(encoding="utf-8").split("\n## ")[1]
    line = f"- `abbreviations.csv`: correction, VN; source: 12/BC; change {change.id}."
    assert told.split("\n", 1)[1] == f"\n### Corrected\n{line}\n"
    undo = undo_change(KEEPER, change.id, "nhầm xã")
    assert (office / "abbreviations.csv").read_bytes() == before
    assert meaning(publication.current_path()) == []
    assert (undo.kind, undo.state, change_of(change.id).state) == (Kind.UNDO, State.PUBLISHED, State.UNDONE)
    assert "reason: nhầm xã" in (office / "CHANGES.md").read_text(encoding="utf-8")
    assert [line["act"] for line in log_lines()] == [
        "begin", "bring", "check", "submit", "approve", "publish", "undo", "publish"
    ]  # fmt: skip
    assert verify_log() is None
    assert stored(change.files["abbreviations.csv"]) != before == stored(change.base["abbreviations.csv"])


def test_a_faulty_change_is_told_and_nothing_moves(office: Path) -> None:
    change = brought("xã\tmới,too,many")
    before = {path: path.read_bytes() for path in sorted(office.rglob("*.csv"))}
    checked = check_change(AUTHOR, change.id)
    assert checked.draft is None and checked.change.state is State.DRAFT
    assert [one.place for one in checked.complaints] == ["abbreviations.csv:2"]
    assert {path: path.read_bytes() for path in sorted(office.rglob("*.csv"))} == before
    with pytest.raises(ActRefused, match="desk_is_draft"):
        submit_change(AUTHOR, change.id)


def test_of_two_who_publish_the_same_file_one_is_told_to_look_again(office: Path) -> None:
    first, second = brought("xã A"), brought("xã B")
    for change in (first, second):
        check_change(AUTHOR, change.id)
        submit_change(AUTHOR, change.id)
        approve_change(APPROVER, change.id)
    publish_change(APPROVER, first.id)
    with pytest.raises(ActRefused, match="desk_base_changed"):
        publish_change(APPROVER, second.id)
    assert meaning(publication.current_path()) == ["xã A"]
    assert change_of(second.id).state is State.DRAFT
    with pytest.raises(ActRefused, match="desk_base_changed"):
        check_change(AUTHOR, second.id)


def test_an_undo_waits_for_the_later_one(office: Path) -> None:
    first = published("xã A")
    later = published("xã B")
    with pytest.raises(ActRefused, match="desk_undo_later"):
        undo_change(KEEPER, first.id, "nhầm")
    undo_change(KEEPER, later.id, "nhầm")
    undo_change(KEEPER, first.id, "nhầm")
    assert meaning(publication.current_path()) == [] and verify_log() is None


def test_nobody_approves_what_he_brought_but_in_an_office_of_one(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    both = Person("an", "An", (*AUTHOR.roles, *APPROVER.roles))
    change = brought("xã mới")
    check_change(both, change.id)
    submit_change(both, change.id)
    with pytest.raises(ActRefused, match="desk_own_change"):
        approve_change(both, change.id)
    monkeypatch.setenv("ROADMAP72_DESK_SOLO", "yes")
    approve_change(both, change.id)
    publish_change(both, change.id)
    assert "approved by its author (office of one)" in (office / "CHANGES.md").read_text(encoding="utf-8")
    assert [line.get("alone") for line in log_lines() if line["act"] == "approve"] == ["True"]


@pytest.mark.parametrize(
    ("role", "place", "sentence"),
    [
        (Role.REPORTER, "VN", "desk_no_approve"),
        (Role.APPROVER, "11", "desk_other_place"),
        (Role.KEEPER, "VN", "desk_no_approve"),
    ],
)
def test_an_act_beyond_a_role_is_refused(role: Role, place: str, sentence: str, office: Path) -> None:
    change = brought("xã mới")
    check_change(AUTHOR, change.id)
    submit_change(AUTHOR, change.id)
    with pytest.raises(ActRefused, match=sentence):
        approve_change(Person("c", "C", ((role, place),)), change.id)
    assert change_of(change.id).state is State.SUBMITTED


def test_a_reporter_writes_to_the_folder_of_his_place_only(office: Path) -> None:
    reporter = Person("r", "R", ((Role.REPORTER, "11"),))
    with pytest.raises(ActRefused, match="desk_only_steward"):
        begin_change(reporter, Kind.CORRECTION, place="11", received={})
    with pytest.raises(ActRefused, match="desk_other_place"):
        begin_change(reporter, Kind.REPORT, place="12", period="2026-10", received={})
    change = begin_change(reporter, Kind.REPORT, place="11", period="2026-10", received={})
    for path in ("themes.csv", "reports/2026-10/12/values.csv", "reports/2026-10/11/../12/values.csv", "../x.csv"):
        with pytest.raises(ActRefused, match="desk_path"):
            put_files(reporter, change.id, lambda path=path: {path: b"x"})


def test_a_change_comes_back_with_its_reason(office: Path) -> None:
    change = brought("xã mới")
    check_change(AUTHOR, change.id)
    submit_change(AUTHOR, change.id)
    with pytest.raises(ActRefused, match="desk_reason_missing"):
        return_change(APPROVER, change.id, " ")
    return_change(APPROVER, change.id, "thiếu nguồn")
    (told,) = all_changes()
    assert (told.state, told.reason) == (State.RETURNED, "thiếu nguồn")
    put_files(AUTHOR, change.id, lambda: {"abbreviations.csv": b"abbreviation,meaning_vi,meaning_en\n"})


def test_a_change_that_changes_nothing_is_refused(office: Path) -> None:
    change = begin_change(AUTHOR, Kind.CORRECTION, place="VN", received={})
    put_files(AUTHOR, change.id, lambda: {"themes.csv": (office / "themes.csv").read_bytes()})
    with pytest.raises(ActRefused, match="desk_nothing_changes"):
        check_change(AUTHOR, change.id)


def test_what_no_longer_fits_when_it_is_published_is_refused_whole(office: Path) -> None:
    change = brought("xã mới")
    check_change(AUTHOR, change.id)
    submit_change(AUTHOR, change.id)
    approve_change(APPROVER, change.id)
    (office / "themes.csv").write_bytes(b"broken")  # by hand, in the meantime
    before = (office / "CHANGES.md").read_bytes(), publication.current_path()
    with pytest.raises(InputRefused):
        publish_change(APPROVER, change.id)
    assert ((office / "CHANGES.md").read_bytes(), publication.current_path()) == before
    assert change_of(change.id).state is State.APPROVED


def test_the_first_changed_line_of_the_log_is_found(office: Path) -> None:
    change: Change = published("xã mới")
    log = office.parent / "desk" / "log.jsonl"
    whole = log.read_text(encoding="utf-8")
    log.write_text(whole.replace('"act": "check"', '"act": "chEck"'), encoding="utf-8")
    assert verify_log().line == 4
    log.write_text("".join(whole.splitlines(keepends=True)[:-1]), encoding="utf-8")
    assert verify_log().file == f"changes/{change.id}/change.json"
    log.write_text(whole, encoding="utf-8")
    assert verify_log() is None
