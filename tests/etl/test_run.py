"""The run as a whole: all faults at once, nothing half published, the last good release always there."""

import subprocess
import sys
from pathlib import Path

import pytest

from etl.run import run
from healthplan.model.complaint import InputRefused
from healthplan.release import publication
from tests.conftest import ROOT
from tests.etl.recipe import spoil

BAD_CELL = {"file": "plans/dien-bien-2026/goals.csv", "old": "annex,2 - 3,", "new": "annex,02-Mar,"}
GOOD_CELL = {"file": "plans/dien-bien-2026/goals.csv", "old": "annex,02-Mar,", "new": "annex,2 - 3,"}


def etl(*options: str) -> subprocess.CompletedProcess[str]:
    """The command as a curator gives it."""
    return subprocess.run(
        [sys.executable, "-m", "etl", *options], cwd=ROOT, capture_output=True, text=True, check=False
    )


def add_theme(folder: Path, name: str) -> None:
    spoil(folder, {"file": "themes.csv", "add": f"{name},Nhóm {name},Group {name},9"})


def themes(path: Path) -> int:
    with publication.open_release(path) as db:
        return db.execute("select count(*) from themes").fetchall()[0][0]


def releases() -> set[str]:
    return {path.name for path in publication.folder().glob("release-*.duckdb")}


def test_all_complaints_come_in_one_run_in_the_order_of_files_and_lines(small_data: Path) -> None:
    spoil(small_data, BAD_CELL)
    spoil(small_data, {"file": "themes.csv", "old": "Services,2", "new": "Services,hai"})
    spoil(small_data, {"file": "plans/dien-bien-2026/tasks.csv", "old": "2027-12-31", "new": "2025-12-31"})
    spoil(small_data, {"file": "plans/dien-bien-2026/goals.csv", "old": '"98,4"', "new": "98.4"})
    (small_data / "CHANGES.md").unlink()
    with pytest.raises(InputRefused) as refused:
        run()
    assert [(one.place, one.fault) for one in refused.value.complaints] == [
        ("CHANGES.md", "changes_without_date"),
        ("plans/dien-bien-2026/goals.csv:3 printed", "value_excel_date"),
        ("plans/dien-bien-2026/goals.csv:5 printed", "value_decimal_dot"),
        ("plans/dien-bien-2026/tasks.csv:4 ends", "ends_before_start"),
        ("themes.csv:3 position", "cell_count"),
    ]


def test_the_command_shows_the_first_fifty_complaints_and_the_total(small_data: Path) -> None:
    rows = "".join(f"theme{at},Nhóm,Group,x{at}\n" for at in range(60))
    with (small_data / "themes.csv").open("a", encoding="utf-8") as file:
        file.write(rows)
    vietnamese, english = etl(), etl("--lang", "en")
    assert (vietnamese.returncode, english.returncode) == (1, 1)
    lines = english.stderr.splitlines()
    assert lines[0] == "themes.csv:4 position: “x0” is not a whole number; write it like 14."
    assert lines[49] == "themes.csv:53 position: “x49” is not a whole number; write it like 14."
    assert lines[50:] == ["60 faults (50 shown). Nothing was published; the release before, if any, stays in use."]
    assert vietnamese.stderr.splitlines()[50:] == [
        "Có 60 lỗi (hiện 50). Chưa phát hành gì; bản phát hành trước, nếu có, vẫn dùng được."
    ]


def test_a_refused_build_publishes_nothing_and_leaves_the_last_release_in_use(small_data: Path) -> None:
    good = run()
    spoil(small_data, BAD_CELL)
    assert etl().returncode == 1
    assert publication.current_path() == good
    assert releases() == {good.name}
    assert themes(good) == 2
    assert {path.name for path in publication.folder().iterdir()} == {
        good.name,
        "CURRENT",
        "LOCK",
        "REFUSED.json",
        "archive",
    }


def test_a_refusal_is_remembered_until_the_next_success(small_data: Path) -> None:
    assert publication.last_refusal() == []
    spoil(small_data, BAD_CELL)
    with pytest.raises(InputRefused) as refused:
        run()
    assert publication.last_refusal() == refused.value.complaints
    spoil(small_data, GOOD_CELL)
    run()
    assert publication.last_refusal() == []


def test_a_refusal_is_forgotten_when_the_published_facts_come_back(small_data: Path) -> None:
    good = run()
    spoil(small_data, BAD_CELL)
    with pytest.raises(InputRefused):
        run()
    spoil(small_data, GOOD_CELL)
    assert run() == good
    assert publication.last_refusal() == []


@pytest.mark.parametrize(("case", "code"), [(None, 0), (BAD_CELL, 1)])
def test_a_check_publishes_nothing_and_remembers_nothing(
    case: dict[str, str] | None, code: int, small_data: Path
) -> None:
    if case:
        spoil(small_data, case)
    checked = etl("--check", "--lang", "en")
    assert checked.returncode == code
    assert publication.current_path() is None
    assert {path.name for path in publication.folder().iterdir()} == {"LOCK"}
    assert (checked.stdout == "The data are in order. Nothing was published.\n") is (code == 0)


def test_the_command_names_what_it_published(small_data: Path) -> None:
    done = etl("--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Published {publication.current_path().name}.\n"
