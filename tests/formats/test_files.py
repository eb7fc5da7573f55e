"""The files that readers take away: typed, harmless in a spreadsheet, told what they are, the same twice."""

import json
from io import BytesIO

import openpyxl
import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from healthplan.formats.cells import guarded_column
from healthplan.formats.head import Head, dataset_file_name
from healthplan.formats.xlsx_file import xlsx_file
from tests.api.client import ask, json_body

HEAD = Head("release-2026-01-02-0123456789ab", "2026-01-02", "goals", (("place", "11"),), 3)
TABLE = pa.table(
    {
        "place": ["11", "12", "ML"],
        "year": pa.array([2026, 2027, None], pa.int32()),
        "printed": ["4 - 5", ">95", "=1+1"],
        "low": [4.0, 95.0, None],
    }
)


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+84", "'+84"),
        ("-x", "'-x"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("4 - 5", "'4 - 5"),
        ("4-5", "'4-5"),
        ("2025-09", "'2025-09"),
        (">95", ">95"),
        ("98,4", "98,4"),
        ("từ 4-5 bác sĩ", "từ 4-5 bác sĩ"),
        ("", ""),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_or_turn_into_a_date_is_marked(cell: str, written: str) -> None:
    assert guarded_column(pa.array([cell, "x"])).to_pylist() == [written, "x"]


def test_a_workbook_has_typed_numbers_printed_text_and_a_sheet_to_read_first() -> None:
    book = openpyxl.load_workbook(BytesIO(xlsx_file(TABLE, HEAD)))
    rows = list(book["goals"].iter_rows(min_row=2, values_only=True))
    assert rows == [("11", 2026, "4 - 5", 4), ("12", 2027, ">95", 95), ("ML", None, "=1+1", None)]
    assert book["goals"]["C4"].data_type == "s" and book["goals"].freeze_panes == "A2"
    read_me = book.worksheets[1].iter_rows(values_only=True)
    words = " ".join(str(cell) for row in read_me for cell in row if cell)
    assert HEAD.release in words and "11" in words and "4 - 5" not in words


def test_the_same_rows_give_the_same_bytes() -> None:
    assert xlsx_file(TABLE, HEAD) == xlsx_file(TABLE, HEAD)


def test_a_file_names_its_release() -> None:
    assert dataset_file_name("goals", HEAD.release, "csv") == "roadmap-72-goals-2026-01-02-0123456789ab.csv"


@pytest.mark.parametrize("ending", ["csv", "json", "parquet", "arrow", "xlsx"])
def test_every_kind_of_file_of_the_same_question_is_the_same_twice(ending: str, real) -> None:
    first, second = (ask(f"/goals.{ending}", "place=12&q=bac+si")["body"] for _ in range(2))
    assert first == second and len(first) > 100


def test_a_parquet_file_knows_its_release_and_question(real) -> None:
    table = parquet.read_table(BytesIO(ask("/goals.parquet", "place=12")["body"]))
    kept = b" ".join(table.schema.metadata.values()).decode()
    assert "release-" in kept and "place=12" in kept
    assert set(table.column("place").to_pylist()) == {"12"}


def test_json_says_how_many_rows_there_are_and_of_which_release(real) -> None:
    body = json_body("/goals", "place=12&limit=2")
    assert len(body["rows"]) == 2 < body["total"] and body["release"].startswith("release-")
    assert body["filters"]["place"] == "12"


def test_the_package_of_a_release_describes_every_column_that_a_file_has(real) -> None:
    described = {one["name"]: [field["name"] for field in one["schema"]["fields"]]
                 for one in json_body("/datapackage.json")["resources"]}  # fmt: skip
    for name in ("goals", "tasks", "findings"):
        header = ask(f"/{name}.csv", "limit=1")["body"].decode("utf-8-sig").splitlines()[0]
        assert header == ",".join(json.dumps(column) for column in described[name])
