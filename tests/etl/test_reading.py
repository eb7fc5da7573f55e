"""However a program saves a CSV file, the release holds the same facts; what stands in a cell stays in it."""

from pathlib import Path

import duckdb
import pytest

from etl.run import run
from tests.etl.recipe import spoil

TABLES = (
    *("themes", "indicators", "places", "documents", "agencies", "goals", "observations", "benchmarks"),
    *("tasks", "duties", "remarks", "verdicts"),
)


def content() -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(run(), read_only=True) as db:
        return {table: db.execute(f"select * from {table} order by all").fetchall() for table in TABLES}


def rewrite(folder: Path, *, mark: bool, end: str, separator: str, blank: bool = False) -> None:
    """Saves every file of the folder another way. Cells are quoted throughout, so that separators may
    stand in them."""
    for path in folder.rglob("*.csv"):
        with duckdb.connect() as db:
            rows = db.execute("from read_csv($path, all_varchar=true, header=false, delim=',', quote='\"')",
                              {"path": str(path)}).fetchall()
        quoted = (('"' + (cell or "").replace('"', '""') + '"' for cell in row) for row in rows)
        lines = [separator.join(cells) for cells in quoted]
        text = end.join([*lines, ""]) + (end if blank else "")
        path.write_bytes((("\ufeff" if mark else "") + text).encode())


@pytest.mark.parametrize("mark", [False, True], ids=["no-bom", "bom"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("separator", [",", ";"], ids=["comma", "semicolon"])
def test_the_release_is_the_same_however_the_files_were_saved(
    mark: bool, end: str, separator: str, small_data: Path
) -> None:
    before = content()
    rewrite(small_data, mark=mark, end=end, separator=separator)
    assert content() == before
    assert all(before[table] for table in TABLES)


def test_blank_lines_at_the_end_are_no_rows(small_data: Path) -> None:
    before = content()
    rewrite(small_data, mark=False, end="\n", separator=",", blank=True)
    assert content() == before


def test_the_last_line_needs_no_end(small_data: Path) -> None:
    before = content()
    for path in small_data.rglob("*.csv"):
        path.write_bytes(path.read_bytes().rstrip(b"\n"))
    assert content() == before


@pytest.mark.parametrize("inside", ["\u2028", "\u0085", "\x0b", "\n", " ; ", '""'])
def test_a_line_break_or_separator_inside_quotes_stays_in_its_cell(inside: str, small_data: Path) -> None:
    sentence = f"Thiếu{inside}một trang."
    spoil(small_data, {
        "file": "plans/dien-bien-2026/remarks.csv", "old": "Thiếu một trang.", "new": f'"{sentence}"',
    })
    assert sentence.replace('""', '"') in {row[5] for row in content()["remarks"]}


def test_a_row_of_the_release_keeps_its_name_when_other_rows_come(small_data: Path) -> None:
    before = {row[0]: row[1:] for row in content()["goals"]}
    spoil(small_data, {
        "file": "plans/lai-chau-2026/goals.csv",
        "add": 'stunting_under5,12,2030,,target,body,20,,,,,"Mục II, ý 3",11,,,',
    })
    after = {row[0]: row[1:] for row in content()["goals"]}
    assert {name: after[name] for name in before} == before
    assert len(after) == len(before) + 1
