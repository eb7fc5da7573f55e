"""A plan from its paper: drafted, reviewed and published by what the screen calls; one of the five, taken out."""

import csv
import shutil
from pathlib import Path

import pytest

from etl.run import run
from healthplan.desk.acts import approve_change, put_files, submit_change
from healthplan.desk.changes import Change, State, change_of, complaints_of
from healthplan.desk.folder import ActRefused
from healthplan.desk.people import Person, Role
from healthplan.desk.plan_draft import (
    IN_VIETNAMESE,
    begin_plan,
    complaints_by_row,
    draft_complaints,
    drafted,
    laid_files,
    row_faults,
    save_draft,
    standing_rows,
    value_as_read,
)
from healthplan.desk.plan_readings import (
    begin_reading,
    hand_in_reading,
    open_differences,
    save_reading,
    settle_difference,
    settled_differences,
    with_second,
)
from healthplan.desk.plan_rows import PlanDraft, PlanRow, saved_draft
from healthplan.desk.publish import check_change, publish_change
from healthplan.drafting.paper_reader import read_paper
from healthplan.model.complaint import Complaint
from healthplan.release import publication
from healthplan.text.paper_words import lines_around
from tests.desk.office import APPROVER, AUTHOR
from tests.desk.without_plan import without_plan

DOCUMENT, PLACE = "lang-son-2026", "20"
SECOND = Person("hoa", "Hoa", ((Role.STEWARD, PLACE),))


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
    told = lines_around(lines, 3, "trên 95%")
    assert [(one.number, one.marked) for one in told] == [(1, ""), (3, "trên"), (4, "95%"), (5, "")]
    assert [one.marked for one in lines_around(lines, 3, "95%")] == ["", "", ""]  # not inside a number


def test_the_checks_of_the_build_are_told_before_anything_is_laid_down(begun):
    change, draft = begun
    row = next(row for row in draft.rows if row.table == "goals" and row.keep)
    row.cells["year"] = "2062"
    told = draft_complaints(draft)
    by_row, _ = complaints_by_row(standing_rows(draft), tuple(told))
    assert draft.rows.index(row) in by_row
    save_draft(AUTHOR, change.id, draft, complaints=told)
    assert list(complaints_of(change_of(change.id))) == told  # as after a closed browser
    row.cells["year"] = "2030"
    assert not complaints_by_row(standing_rows(draft), tuple(draft_complaints(draft)))[0]


def test_words_that_are_chosen_are_read_as_the_build_reads_them(begun):
    assert value_as_read("life_expectancy", "75,5 tuổi").kind == "exact"
    assert value_as_read("vaccination_rate", "trên 95%").kind == "more_than"
    assert isinstance(value_as_read("life_expectancy", "rất cao"), Complaint)


def test_a_second_reader_sees_nothing_of_the_first_reading_and_both_are_compared(begun):
    change, first = begun
    at = next(at for at, row in enumerate(first.rows) if row.cells.get("printed") == "75,5 tuổi")
    first.rows[at].cells["year"] = "2035"
    save_draft(AUTHOR, change.id, first)
    with pytest.raises(ActRefused, match="plan_own_reading"):
        begin_reading(AUTHOR, change.id)
    second = begin_reading(SECOND, change.id).draft
    assert second.rows[at].cells["year"] == "2030"
    second.rows[at].cells["title_en"] = "our own words"
    second.rows[0].keep = not second.rows[0].keep
    save_reading(SECOND, change.id, second)
    assert not open_differences(change_of(change.id), first)  # not handed in
    hand_in_reading(SECOND, change.id)
    found = open_differences(change_of(change.id), first)
    assert {(one.at, one.cell) for one in found} == {(at, "year"), (0, "keep")}
    assert change_of(change.id).unsettled == 2
    with pytest.raises(ActRefused, match="plan_no_reading"):
        save_reading(SECOND, change.id, second)


def test_a_plan_waits_until_every_difference_is_settled_or_has_its_reason(begun):
    change, first = begun
    first.in_vietnamese = True
    at = next(at for at, row in enumerate(first.rows) if row.cells.get("printed") == "75,5 tuổi")
    save_draft(AUTHOR, change.id, first)
    second = begin_reading(SECOND, change.id).draft
    second.rows[at].cells["year"] = "2031"
    second.rows.append(_added(first, "48%", "regular_physical_activity_gain"))
    save_reading(SECOND, change.id, second)
    hand_in_reading(SECOND, change.id)
    year, added = open_differences(change_of(change.id), first)
    assert (year.cell, added.cell, added.at) == ("year", "keep", None)
    put_files(AUTHOR, change.id, lambda: laid_files(first))
    assert check_change(AUTHOR, change.id).complaints == ()
    with pytest.raises(ActRefused, match="plan_differences_open"):
        submit_change(AUTHOR, change.id)
    with pytest.raises(ActRefused, match="desk_reason_missing"):
        settle_difference(AUTHOR, change.id, year, " ")
    settle_difference(AUTHOR, change.id, year, "Đề mục ghi 2030")
    with_second(first, second, added)
    assert first.rows[-1].cells["printed"] == "48%" and first.rows[-1].added
    save_draft(AUTHOR, change.id, first)
    assert change_of(change.id).unsettled == 0
    assert [row["reason"] for row in settled_differences(change_of(change.id))] == ["Đề mục ghi 2030"]
    first.rows[at].cells["year"] = "2029"  # another difference than the one that has its reason
    assert len(open_differences(change_of(change.id), first)) == 1


def _added(draft: PlanDraft, printed: str, indicator: str) -> PlanRow:
    line = next(at for at, text in enumerate(draft.lines, start=1) if printed in text)
    cells = {"indicator": indicator, "place": PLACE, "year": "2030", "printed": printed, "role": "target",
             "stated_in": "body", "locator": "Mục II", "line": str(line)}  # fmt: skip
    return PlanRow("goals", cells, line, printed, 1.0, seen=True, added=True)
