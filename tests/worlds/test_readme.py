"""README's "Add a plan", followed to the letter with a made-up plan: it builds, and every finding on the new
plan is true."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from etl.tables import TABLES
from healthplan.release import publication
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES, place_colour
from tests.browser.server import ROOT, copy_of_data, surroundings

README = (ROOT / "README.md").read_text(encoding="utf-8")
STEPS = README.split("\n## Add a plan\n", 1)[1].split("\n## ", 1)[0]
NAME, PATTERN = "an-giang-2026", "lai-chau-2026"  # the plan that lends its first lines
DOCUMENT = (
    f"{NAME},plan,12/KH-UBND,UBND tỉnh An Giang,An Giang People's Committee,2026-03-02,02/3/2026,91,"
    f"Kế hoạch,Plan,KH An Giang,An Giang plan,{NAME}.txt,90,,,whole,Toàn văn.,The whole.,,,\n"
)
PRINTED = {2: "Nghị quyết số 72-NQ/TW", 5: "93,2%", 8: "96%", 9: "100%", 70: "trước ngày 10"}  # by line
ROWS = {  # what the made-up paper prints
    "goals.csv": "health_insurance_coverage,91,2026,,milestone,body,96%,,,,,Mục II,8,,,\n"
                 "health_insurance_coverage,91,2030,,target,body,100%,,,,,Mục II,9,,,\n",
    "citations.csv": "72-NQ/TW,Bộ Chính trị,Politburo,2025-09-09,Tiêu đề,2\n",
    "observations.csv": 'health_insurance_coverage,91,2025,"93,2%",,baseline,Mục I,5,,\n',
    "tasks.csv": "1,1,,I,Mở rộng bảo hiểm y tế,Extend health insurance,Sở Y tế,,Báo cáo,Report,Năm 2026,by,,"
                 "2026-12-31,,Phụ lục,40\n",
    "task_groups.csv": "I,Nhóm một,Group one,39\n",
    "task_indicators.csv": "I,1,1,health_insurance_coverage,mở rộng diện bao phủ,extends coverage\n",
    "duties.csv": "Sở Y tế,Department of Health,UBND tỉnh,People's Committee,Báo cáo tháng,Monthly report"
                  ",monthly,,10,,before,trước ngày 10,Mục IV,70\n",
    "remarks.csv": "numbering,,Số 1 có hai lần.,Number 1 stands twice.,Mục I,6\n",
}  # fmt: skip


def files() -> list[str]:
    """The files of a plan's folder that the second step names."""
    return re.findall(r"`(\w+\.csv)`", STEPS.split("\n2. ", 1)[1].split("\n3. ", 1)[0])


def commands() -> list[str]:
    """What the `make` of the fourth step runs, in its order."""
    targets = re.findall(r"`make (\w+)`", STEPS)
    recipes = dict(re.findall(r"^(\w+):.*\n\t\$\(BIN\)/python (.+)$", (ROOT / "Makefile").read_text(), re.M))
    return [recipes[target] for target in targets]


def added(folder: Path, left_out: str = "") -> Path:
    """The real data with the made-up plan, as the steps say."""
    data = copy_of_data(folder / "data")
    with (data / "documents.csv").open("a", encoding="utf-8") as documents:
        documents.write(DOCUMENT)
    plan = data / "plans" / NAME
    plan.mkdir()
    for file in files():
        first = (data / "plans" / PATTERN / file).read_text(encoding="utf-8").splitlines()[0]
        if file != left_out:
            (plan / file).write_text(f"{first}\n{ROWS[file]}", encoding="utf-8")
    lines = [PRINTED.get(line, f"Dòng {line}.") for line in range(1, 91)]
    (data / "papers" / f"{NAME}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    changes = data / "CHANGES.md"
    told = changes.read_text(encoding="utf-8")
    changes.write_text(told + "\n## 2026-12-01\n\nAn Giang.\n", encoding="utf-8")
    for command in commands():
        run = subprocess.run([sys.executable, *shlex.split(command)], cwd=ROOT, env=surroundings(data),
                             capture_output=True, text=True, check=False)  # fmt: skip
        assert run.returncode == 0, run.stderr
    return data


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    yield from opened(added(tmp_path_factory.mktemp("readme")))


def opened(data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(data))
        with publication.open_release(publication.current_path()) as db:
            yield db


def rules(db: duckdb.DuckDBPyConnection) -> set[str]:
    return {row[0] for row in db.execute("select rule from findings where place = '91'").fetchall()}


def test_the_readme_names_every_file_of_a_plan() -> None:
    known = {table.pattern.rpartition("/")[2] for table in TABLES if table.pattern.startswith("plans/")}
    assert set(files()) == known == set(ROWS)
    assert commands() == ["-m etl --check", "-m etl"]


def test_every_finding_on_the_new_plan_is_true(release: duckdb.DuckDBPyConnection) -> None:
    assert rules(release) == {"left_out"}
    silent = release.execute("select indicator from findings where place = '91'").fetchall()
    stated = release.execute("select distinct indicator from goals where place = '91'").fetchall()
    assert silent and not set(silent) & set(stated)


def test_the_new_place_has_a_colour_of_its_own(release: duckdb.DuckDBPyConnection) -> None:
    for theme in THEMES.values():
        view = View(Lang.VI, theme, publication.current_path())
        colours = [place_colour(view.theme, place) for place in view.planned]
        assert len(set(colours)) == len(colours) == 6


@pytest.mark.parametrize(
    ("file", "never"),
    [
        ("citations.csv", {"no_national_citation"}),
        ("task_indicators.csv", {"task_without_indicator", "indicator_without_task"}),
    ],
)
def test_a_file_that_is_not_typed_yet_is_no_fault_of_the_plan(file: str, never: set[str], tmp_path: Path) -> None:
    for db in opened(added(tmp_path, left_out=file)):
        assert not rules(db) & never
