"""However a program saves a CSV file, the release holds the same facts; what stands in a cell stays in it."""

from pathlib import Path

import duckdb
import pytest

from etl.read import Skipped
from etl.run import run
from healthplan.model.complaint import InputRefused
from tests.conftest import built_small
from tests.etl.recipe import spoil

Content = dict[str, list[tuple[object, ...]]]
TABLES = (
    *("themes", "indicators", "places", "documents", "agencies", "goals", "observations", "benchmarks"),
    *("tasks", "duties", "remarks", "verdicts"),
)


def content() -> Content:
    with duckdb.connect(run(), read_only=True) as db:
        return {table: db.execute(f"select * from {table} order by all").fetchall() for table in TABLES}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """The content of the small data folder as it is."""
    with built_small(tmp_path_factory.mktemp("before") / "data"):
        return content()


def rewrite(folder: Path, *, mark: bool, end: str, separator: str, blank: bool = False) -> None:
    """Saves every file of the folder another way. Cells are quoted throughout, so that separators may
    stand in them."""
    for path in folder.rglob("*.csv"):
        with duckdb.connect() as db:
            rows = db.execute(
                "from read_csv($path, all_varchar=true, header=false, delim=',', quote='\"')", {"path": str(path)}
            ).fetchall()
        quoted = (('"' + (cell or "").replace('"', '""') + '"' for cell in row) for row in rows)
        lines = [separator.join(cells) for cells in quoted]
        text = end.join([*lines, ""]) + (end if blank else "")
        path.write_bytes((("\ufeff" if mark else "") + text).encode())


@pytest.mark.parametrize("mark", [False, True], ids=["no-bom", "bom"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("separator", [",", ";"], ids=["comma", "semicolon"])
def test_the_release_is_the_same_however_the_files_were_saved(
    mark: bool, end: str, separator: str, small_data: Path, before: Content
) -> None:
    rewrite(small_data, mark=mark, end=end, separator=separator)
    assert content() == before
    assert all(before[table] for table in TABLES)


def test_blank_lines_at_the_end_are_no_rows(small_data: Path, before: Content) -> None:
    rewrite(small_data, mark=False, end="\n", separator=",", blank=True)
    assert content() == before


def test_the_last_line_needs_no_end(small_data: Path, before: Content) -> None:
    for path in small_data.rglob("*.csv"):
        path.write_bytes(path.read_bytes().rstrip(b"\n"))
    assert content() == before


@pytest.mark.parametrize("inside", ["\n", " ; ", " , ", '""'])
def test_a_line_break_or_separator_inside_quotes_stays_in_its_cell(inside: str, small_data: Path) -> None:
    sentence = f"Thiếu{inside}một trang."
    spoil(small_data, {"file": "plans/dien-bien-2026/remarks.csv", "old": "Thiếu một trang.", "new": f'"{sentence}"'})
    assert sentence.replace('""', '"') in {row[5] for row in content()["remarks"]}


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"], ids=["crlf", "cr", "lf"])
def test_a_line_break_inside_quotes_is_one_whatever_the_system_writes(end: str, small_data: Path) -> None:
    spoil(
        small_data,
        {"file": "plans/dien-bien-2026/remarks.csv", "old": "Thiếu một trang.", "new": f'"Thiếu{end}một trang."'},
    )
    assert "Thiếu\nmột trang." in {row[5] for row in content()["remarks"]}


def leave(folder: Path, what: str) -> None:
    """Saves duties and themes as a spreadsheet leaves them."""
    for name in ("plans/dien-bien-2026/duties.csv", "themes.csv"):
        path = folder / name
        header, *rows = path.read_text(encoding="utf-8").splitlines()
        commas = "," * header.count(",")
        lines = {
            "blank rows at the end": [header, *rows, *[commas] * 30],
            "blank rows between": [header, commas, rows[0], "", commas, *rows[1:]],
            "blank rows before": ["", commas, header, *rows],
            "blank columns at the end": [f"{line},," for line in (header, *rows)],
            "a blank column in front": [f",{line}" for line in (header, *rows)],
            "both": [*(f"{line},," for line in (header, *rows)), *[commas + ",,"] * 200],
            "blanks of spaces": [header, *rows, commas.replace(",", " ,\u00a0") + " "],
            "capitals and spaces in the header": [header.upper().replace("_", " ").replace(",", " , "), *rows],
            "a no-break space in the header": [header.replace(",", "\u00a0,"), *rows],
            "quoted blanks": [header, *rows, ",".join(['""'] * (len(commas) + 1))],
        }[what]
        path.write_text("\n".join([*lines, ""]), encoding="utf-8")


LEFT = (
    "blank rows at the end",
    "blank rows between",
    "blank rows before",
    "blank columns at the end",
    "a blank column in front",
    "both",
    "blanks of spaces",
    "capitals and spaces in the header",
    "a no-break space in the header",
    "quoted blanks",
)


@pytest.mark.parametrize("what", LEFT)
def test_what_a_spreadsheet_leaves_blank_changes_no_fact(what: str, small_data: Path, before: Content) -> None:
    leave(small_data, what)
    assert content() == before


@pytest.mark.parametrize(
    ("what", "rows", "columns"),
    [
        ("blank rows at the end", 30, 0),
        ("blank rows between", 3, 0),
        ("blank columns at the end", 0, 2),
        ("both", 200, 2),
        ("capitals and spaces in the header", None, None),
    ],
)
def test_the_curator_is_told_what_was_skipped(
    what: str, rows: int | None, columns: int | None, small_data: Path
) -> None:
    leave(small_data, what)
    skipped: list[Skipped] = []
    run(publish=False, skipped=skipped)
    files = ("plans/dien-bien-2026/duties.csv", "themes.csv")
    assert sorted(skipped, key=lambda one: one.file) == [
        Skipped(file, rows, columns) for file in files if rows is not None
    ]


def test_a_fault_below_blank_rows_has_its_physical_line(small_data: Path) -> None:
    spoil(
        small_data,
        {"file": "themes.csv", "write": 'theme,name_vi,name_en,position\n,,,\n\na,"x\ny",c,1\n,,,\nb,c,d,hai\n'},
    )
    with pytest.raises(InputRefused) as refused:
        run()
    assert "themes.csv:7 position" in {one.place for one in refused.value.complaints}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Di\u0323ch vu\u0323", "Dịch vụ"),
        ("Ðiện Biên", "Điện Biên"),
        ("Ɖắk Lắk", "Đắk Lắk"),
        ("Dịch\u00a0vụ", "Dịch vụ"),
        ("Dịch\u202fvụ", "Dịch vụ"),
        ("\u00a0Dịch vụ\u3000", "Dịch vụ"),
        ("Gia\u0309m nghe\u0300o", "Giảm nghèo"),
        ("U\u031b\u0301ng", "Ứng"),
        ("e\u0302\u0301", "ế"),
        ("Ðông và\u00a0Ðoài", "Đông và Đoài"),
    ],
)
def test_a_letter_and_a_space_have_one_spelling(typed: str, kept: str, small_data: Path) -> None:
    spoil(small_data, {"file": "themes.csv", "old": "Dịch vụ", "new": typed})
    assert kept in {row[1] for row in content()["themes"]}


def test_a_folder_named_with_separate_marks_is_the_plan_of_that_name(small_data: Path) -> None:
    for path in ("documents.csv", "plans/lai-chau-2026"):
        if path.endswith(".csv"):
            whole = (small_data / path).read_text(encoding="utf-8")
            (small_data / path).write_text(whole.replace("lai-chau-2026", "lai-châu"), encoding="utf-8")
        else:
            (small_data / path).rename(small_data / "plans" / "lai-cha\u0302u")
    assert "lai-châu" in {row[0] for row in content()["documents"]}


def test_a_row_of_the_release_keeps_its_name_when_other_rows_come(small_data: Path, before: Content) -> None:
    earlier = {row[0]: row[1:] for row in before["goals"]}
    spoil(
        small_data,
        {
            "file": "plans/lai-chau-2026/goals.csv",
            "add": 'stunting_under5,12,2030,,target,body,20,,,,,"Mục II, ý 3",11,,,',
        },
    )
    after = {row[0]: row[1:] for row in content()["goals"]}
    assert {name: after[name] for name in earlier} == earlier
    assert len(after) == len(earlier) + 1
