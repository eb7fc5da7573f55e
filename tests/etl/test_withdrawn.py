"""Rows that the last release had do not get lost unless CHANGES.md says so."""

import shutil
from pathlib import Path

import pytest

from etl.changes import check_changes
from etl.read import read_facts
from etl.run import run
from etl.snapshot import take_snapshot
from etl.tables import TABLES
from etl.withdrawals import check_withdrawn, file_counts, withdrawal_note
from healthplan.model.complaint import Complaint, InputRefused
from healthplan.release import publication
from healthplan.text import Lang, say
from tests.conftest import HERE, ROOT, built_small

FILES = sorted(path.relative_to(HERE / "small").as_posix() for path in (HERE / "small").rglob("*.csv"))
WITH_ROWS = [file for file in FILES if len((HERE / "small" / file).read_text().splitlines()) > 1]
REAL = sorted(path.relative_to(ROOT / "data").as_posix() for path in (ROOT / "data").rglob("*.csv"))


@pytest.fixture(scope="module")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small facts with their release, built once."""
    with built_small(tmp_path_factory.mktemp("small") / "data") as folder:
        return folder


@pytest.fixture
def small(published_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    shutil.copytree(published_once, folder)
    monkeypatch.setenv("ROADMAP72_DATA", str(folder))
    return folder


def cut(path: Path, rows: int = 0) -> None:
    """Leaves the header and the first rows of a file."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[: 1 + rows]), encoding="utf-8")


def refused() -> list[Complaint]:
    before = publication.current_path()
    with pytest.raises(InputRefused) as stopped:
        run()
    assert publication.current_path() == before
    return stopped.value.complaints


def say_withdrawn(folder: Path, *names: str, day: str = "2026-11-23") -> None:
    told = "".join(f"- `{name}`: struck out by the paper's correction.\n" for name in names)
    with (folder / "CHANGES.md").open("a", encoding="utf-8") as file:
        file.write(f"\n## {day}\n\n### Withdrawn\n{told}")


@pytest.mark.parametrize("file", WITH_ROWS)
def test_a_file_with_only_its_header_is_refused_when_it_had_rows(file: str, small: Path) -> None:
    cut(small / file)
    assert any(one.file == file and not one.column for one in refused())


@pytest.mark.parametrize("file", WITH_ROWS)
def test_a_file_that_is_gone_or_renamed_is_refused_when_it_had_rows(file: str, small: Path) -> None:
    path = small / file
    path.rename(path.with_name(path.stem + " (1).csv"))
    told = [one for one in refused() if one.fault in ("file_near", "rows_withdrawn", "file_absent")]
    assert [one.file for one in told] == [file.replace(".csv", " (1).csv")]  # one cause, told once


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("plans/lai-chau-2026", "Lai-Chau-2026"),
        ("plans/lai-chau-2026", "lai_chau_2026"),
        ("plans", "Plans"),
        ("plans/dien-bien-2026", "dien-bien-2026 (1)"),
        ("plans/lai-chau-2026", "lai-chau-2026 "),
        ("national", "National"),
    ],
)
def test_a_folder_of_another_name_is_one_complaint(folder: str, name: str, small: Path) -> None:
    (small / folder).rename((small / folder).with_name(name))
    told = [one.file for one in refused() if one.fault != "join_without_task"]
    assert told == [f"{folder.rpartition('/')[0]}/{name}/".lstrip("/")]


@pytest.mark.parametrize("lines", [0, 1, 2])
def test_the_text_of_a_paper_does_not_get_lost(lines: int, small: Path) -> None:
    paper = small / "papers" / "282-nq-cp.txt"
    first = paper.read_text(encoding="utf-8").splitlines(keepends=True)[:lines]
    paper.write_text("".join(first), encoding="utf-8")
    assert {one.file for one in refused()} & {"papers/282-nq-cp.txt", "documents.csv"}
    paper.unlink()
    assert "papers/282-nq-cp.txt" in {one.file for one in refused()}


@pytest.mark.parametrize(
    "folder",
    [
        "plans/lai-chau-2026",
        "plans/dien-bien-2026",
        "plans",
        "reports/2026-Q3/dien-bien-2026",
        "reports/2026-Q3",
        "reports",
    ],
)
def test_a_folder_that_is_gone_is_refused_and_named_once(folder: str, small: Path) -> None:
    shutil.rmtree(small / folder)
    named = [one.file for one in refused() if one.fault in ("rows_withdrawn", "file_absent")]
    assert named and len(named) == len(set(named))
    if folder in ("plans/lai-chau-2026", "reports"):
        assert len(named) == 1 and named[0].startswith(folder)


def test_the_sentence_names_both_counts_and_the_cure(small: Path) -> None:
    cut(small / "plans/dien-bien-2026/duties.csv")
    (one,) = refused()
    facts = {"name": "plans/dien-bien-2026/duties.csv", "before": "2", "after": "0"}
    assert (one.fault, one.place, one.facts) == ("rows_withdrawn", facts["name"], facts)
    for lang in Lang:
        sentence = say(lang, one.fault, **one.facts)
        assert facts["name"] in sentence and "### Withdrawn" in sentence and "2" in sentence


@pytest.mark.parametrize("name", [f"plans/dien-bien-2026{end}" for end in ("/duties.csv", "", "/")])
def test_what_the_newest_changes_name_as_withdrawn_may_go(name: str, small: Path) -> None:
    cut(small / "plans/dien-bien-2026/duties.csv")
    say_withdrawn(small, name)
    assert run() == publication.current_path()
    with publication.open_release(publication.current_path()) as db:
        assert db.execute("select count(*) from duties").fetchall() == [(0,)]


@pytest.mark.parametrize(("name", "day"), [
    ("plans/lai-chau-2026/duties.csv", "2026-11-23"), ("duties.csv", "2026-11-23"),
    ("plans/dien-bien-2026/duties.csv.bak", "2026-11-23"), ("plans/dien-bien-20261", "2026-11-23"),
    ("old/plans/dien-bien-2026/duties.csv", "2026-11-23"), ("plans/dien-bien-2026/tasks.csv", "2026-11-23"),
    ("plans/dien-bien-2026/duties.csv", "2026-11-01"), ("plans/dien-bien-2026/duties.csv", "2026-13-01"),
])  # fmt: skip
def test_what_is_named_otherwise_or_long_ago_may_not(name: str, day: str, small: Path) -> None:
    cut(small / "plans/dien-bien-2026/duties.csv")
    say_withdrawn(small, name, day=day)
    faults = {one.fault for one in refused()}
    assert faults == {"rows_withdrawn"} | ({"changes_heading"} if day == "2026-13-01" else set())


CHANGES = [
    ("", ""),
    ("no heading\n### Withdrawn\n- a.csv\n", ""),
    ("## 2026-01-01\n### Withdrawn\n- a.csv\n", "- a.csv\n"),
    ("## 2026-01-01\n### Added\n- a.csv\n", ""),
    ("## 2026-01-01\n### Withdrawn\n- a.csv\n### Added\n- b.csv\n", "- a.csv\n"),
    ("## 2026-01-01\n### withdrawn \n- a.csv\n", "- a.csv\n"),
    ("## 2026-01-02\n### Withdrawn\n- a.csv\n## 2026-01-01\n### Withdrawn\n- b.csv\n", "- a.csv\n"),
    ("## 2026-01-01\n### Withdrawn\n- b.csv\n## 2026-01-02\n### Withdrawn\n- a.csv\n", "- a.csv\n"),
    ("## 2026-01-02\nx\n## 2026-01-01\n### Withdrawn\n- b.csv\n", ""),
    ("## 2026-01-01\n### Withdrawn\n- a.csv\n## soon\n### Withdrawn\n- b.csv\n", "- a.csv\n"),
    ("## 2026-01-01 (first)\r\n### Withdrawn\r\n- a.csv\r\n", "- a.csv\n"),
]


@pytest.mark.parametrize(("changes", "told"), CHANGES)
def test_withdrawn_is_what_the_section_of_the_newest_day_says(changes: str, told: str) -> None:
    assert withdrawal_note(changes) == told


@pytest.mark.parametrize(("before", "after", "may"), [
    (1, 0, False), (4, 0, False), (4, 1, True), (9, 4, False), (9, 5, True), (10, 5, True), (10, 4, False),
    (8, 4, True), (7, 2, False), (7, 3, True), (6, 2, True), (6, 1, False), (100, 50, True), (100, 49, False),
    (5, 9, True), (0, 0, True),
])  # fmt: skip
def test_far_fewer_is_less_than_half_and_at_least_five(before: int, after: int, may: bool, small: Path) -> None:
    path = small / "plans/dien-bien-2026/remarks.csv"
    header, row = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text(header + row * after, encoding="utf-8")
    last = {"plans/dien-bien-2026/remarks.csv": before}
    told = check_withdrawn(read_facts(take_snapshot(small)), last, "")
    counted = [(one.facts["before"], one.facts["after"]) for one in told]
    assert counted == ([] if may else [(str(before), str(after))])


def test_a_table_of_many_small_files_that_all_shrink_a_little_is_refused(small: Path) -> None:
    facts = read_facts(take_snapshot(small))
    now = file_counts(facts)
    last = dict(now) | {"plans/lai-chau-2026/remarks.csv": 4, "plans/dien-bien-2026/remarks.csv": 4}
    (one,) = check_withdrawn(facts, last, "")
    assert (one.place, one.facts["before"], one.facts["after"]) == ("plans/*/remarks.csv", "8", "2")
    assert check_withdrawn(facts, last, "## 2027-01-01\n### Withdrawn\n- `plans/*/remarks.csv`\n") == []


@pytest.mark.parametrize("table", ["themes", "indicators", "places", "documents", "agencies",
                                   "task_groups", "tasks"])  # fmt: skip
def test_an_emptied_table_that_others_refer_to_is_refused_before_any_release(table: str, small: Path) -> None:
    shutil.rmtree(small / "published")
    pattern = next(one.pattern for one in TABLES if one.name == table)
    paths = list(small.glob(pattern))
    for path in paths:
        cut(path)
    with pytest.raises(InputRefused):
        run()
    assert publication.current_path() is None


@pytest.mark.parametrize("table", ["themes", "indicators", "places", "documents", "definitions", "task_points"])
def test_every_reference_to_an_emptied_table_is_told(table: str, real: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(real, folder, ignore=shutil.ignore_patterns("published"))
    (path,) = folder.glob(next(one.pattern for one in TABLES if one.name == table))
    cut(path, rows=1)
    told = {one.fault for one in read_facts(take_snapshot(folder)).complaints}
    assert f"unknown_{table}" in told
    cut(path)
    assert {one.fault for one in read_facts(take_snapshot(folder)).complaints if one.column or one.file == path.name}


def test_nothing_is_compared_with_a_damaged_release(small: Path) -> None:
    release = publication.current_path()
    cut(small / "plans/dien-bien-2026/duties.csv")
    release.write_text("no database")
    assert [one.fault for one in refused()] == ["rows_withdrawn"]  # its packed copy is whole
    shutil.rmtree(small / "published")
    assert run() == publication.current_path()


def test_the_release_counts_the_rows_of_each_file(small: Path) -> None:
    with publication.open_release(publication.current_path()) as db:
        told = dict(db.execute("select file, rows from release_files").fetchall())
    lines = {file: (small / file).read_text(encoding="utf-8").splitlines() for file in WITH_ROWS}
    papers = {"papers/282-nq-cp.txt": 5}
    assert told == {file: len(rows) - 1 for file, rows in lines.items()} | papers


@pytest.mark.parametrize("file", REAL)
def test_every_file_of_the_real_facts_is_missed_when_it_is_emptied(file: str, real: Path) -> None:
    facts = read_facts(take_snapshot(real))
    last = file_counts(facts)
    for name, records in facts.records.items():
        facts.records[name] = [record for record in records if record.file != file]
    assert [one.file for one in check_withdrawn(facts, last, "")] == ([file] if last[file] else [])


@pytest.mark.parametrize(
    "line",
    [
        "### Corrected 28/11/2026",
        "## Mới",
        "### Kế hoạch 07-KH/TU",
        "- 28/11/2026",
        "## 2026-11-22 (sửa)",
        "##  2026-11-22",
        "#### Ngày 28/11/2026",
        "# Changes",
        "## 2026-11-22:",
    ],
)
def test_other_headings_of_changes_are_no_fault(line: str) -> None:
    assert list(check_changes(f"# Changes\n\n{line}\n".encode())) == []
