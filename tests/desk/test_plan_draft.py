"""A plan from its paper: drafted, reviewed and published by what the screen calls; one of the five, taken out."""

import csv
import shutil
from pathlib import Path

import pytest

from etl.run import run
from healthplan.desk.acts import approve_change, put_files, submit_change
from healthplan.desk.changes import Change, State, change_of
from healthplan.desk.folder import ActRefused
from healthplan.desk.people import Person, Role
from healthplan.desk.plan_draft import (
    IN_VIETNAMESE,
    PlanDraft,
    begin_plan,
    complaints_by_row,
    drafted,
    laid_files,
    row_faults,
    save_draft,
    saved_draft,
)
from healthplan.desk.publish import check_change, publish_change
from healthplan.drafting.marked_lines import marked_lines
from healthplan.drafting.paper_reader import read_paper
from healthplan.model.complaint import Complaint
from healthplan.release import publication
from tests.desk.office import APPROVER, AUTHOR
from tests.desk.without_plan import without_plan

DOCUMENT, PLACE = "lang-son-2026", "20"


@pytest.fixture(scope="module")
def office_without(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """data/ as it is without the plan of Lạng Sơn, published; the desk is beside it."""
    folder = tmp_path_factory.mktemp("plan") / "data"
    without_plan(folder, DOCUMENT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(folder))
        run()
    return folder


@pytest.fixture
def begun(office_without: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Change, PlanDraft]:
    """The paper dropped and drafted, on a copy of that office."""
    shutil.copytree(office_without, tmp_path / "data")
    monkeypatch.setenv("ROADMAP72_DATA", str(tmp_path / "data"))
    raw = Path("data/papers", f"{DOCUMENT}.txt").read_bytes()
    change = begin_plan(AUTHOR, PLACE, "kế hoạch.txt", raw, read_paper(raw))
    return change, saved_draft(change_of(change.id))


def test_what_a_paper_says_of_itself_is_filled_in_with_its_lines(office_without: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ROADMAP72_DATA", str(office_without))
    text = "UBND TỈNH CAO BẰNG\nSố: 9/KH-UBND\nCao Bằng, ngày 05/01/2026\nKẾ HOẠCH\nThực hiện Nghị quyết"
    draft = drafted(read_paper(text.encode()), "04")
    told = {name: draft.paper[name] for name in ("number", "issued_on", "issuer_vi", "issuer_en", "short_en")}
    assert told == {
        "number": "9/KH-UBND",
        "issued_on": "2026-01-05",
        "issuer_vi": "Ủy ban nhân dân tỉnh Cao Bằng",
        "issuer_en": "People's Committee of Cao Bang Province",
        "short_en": "Plan of Cao Bang 2026",
    }
    assert {name: draft.paper_lines[name] for name in ("number", "issued_on", "title_vi")} == {
        "number": 2, "issued_on": 3, "title_vi": 4,
    }  # fmt: skip
    assert [note for note, _ in draft.notes] == ["paper_without_goals"]


def test_a_paper_that_names_no_place_says_so(office_without: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ROADMAP72_DATA", str(office_without))
    notes = drafted(read_paper("KẾ HOẠCH\nThực hiện Nghị quyết".encode()), "04").notes
    assert ("plan_no_place", {"place": "Cao Bằng"}) in notes


def test_a_paper_becomes_a_published_plan(begun):
    change, draft = begun
    assert draft.document == DOCUMENT
    assert not any(row.is_unsure and row.sure >= 0.85 and not row.doubts for row in draft.rows)
    with pytest.raises(ActRefused, match="plan_english_open"):
        laid_files(draft)
    draft.in_vietnamese = True
    save_draft(AUTHOR, change.id, draft)
    kept = saved_draft(change_of(change.id))  # as after a closed browser
    assert kept == draft
    put_files(AUTHOR, change.id, lambda: laid_files(kept))
    assert check_change(AUTHOR, change.id).complaints == ()
    submit_change(AUTHOR, change.id)
    approve_change(APPROVER, change.id)
    done = publish_change(APPROVER, change.id)
    with publication.open_release(publication.current_path()) as db:
        goals = "select count(*) from goals where document = ?"
        assert db.execute(goals, [DOCUMENT]).fetchone() == (
            sum(row.keep and row.table == "goals" for row in draft.rows),
        )
        (title,) = db.execute("select title_en from documents where document = ?", [DOCUMENT]).fetchone()
    assert title.startswith(IN_VIETNAMESE)
    assert done.state is State.PUBLISHED


def test_what_is_not_letter_by_letter_in_its_line_is_not_laid_down(begun):
    _, draft = begun
    draft.in_vietnamese = True
    row = next(row for row in draft.rows if row.cells.get("printed") == "75,5 tuổi")
    row.cells["printed"] = "76 tuổi"
    assert [one.fault for one in row_faults(row, draft)] == ["words_not_in_line"]
    with pytest.raises(ActRefused, match="plan_rows_open"):
        laid_files(draft)
    row.keep = False
    assert b"life_expectancy,20,2030" not in (laid_files(draft)[f"plans/{DOCUMENT}/goals.csv"] or b"")


def test_a_complaint_of_the_check_stands_at_its_row(begun):
    _, draft = begun
    draft.in_vietnamese = True
    path = f"plans/{DOCUMENT}/goals.csv"
    rows = list(csv.DictReader(laid_files(draft)[path].decode().splitlines()))
    told, rest = complaints_by_row(
        draft,
        (Complaint(path, 4, "printed", "", "cell_missing"), Complaint("documents.csv", 9, "x", "", "cell_missing")),
    )
    assert [draft.rows[at].cells["printed"] for at in told] == [rows[2]["printed"]]
    assert [one.file for one in rest] == ["documents.csv"]


def test_a_paper_that_is_held_and_a_reporter_are_refused(begun):
    raw = Path("data/papers/nghe-an-2026.txt").read_bytes()
    with pytest.raises(ActRefused, match="paper_held_already"):
        begin_plan(AUTHOR, "40", "x.txt", raw, read_paper(raw))
    raw = Path("data/papers", f"{DOCUMENT}.txt").read_bytes()
    with pytest.raises(ActRefused, match="desk_only_steward"):
        begin_plan(Person("lan", "Lan", ((Role.REPORTER, PLACE),)), PLACE, "x.txt", raw, read_paper(raw))


def test_words_are_marked_where_they_stand_also_over_a_line_break():
    lines = ["Mục tiêu", "", "đạt 195% và trên", "95% dân số", "hết"]
    told = marked_lines(lines, 3, "trên 95%")
    assert [(one.number, one.marked) for one in told] == [(1, ""), (3, "trên"), (4, "95%"), (5, "")]
    assert [one.marked for one in marked_lines(lines, 3, "95%")] == ["", "", ""]  # not inside a number
