"""A file that a Vietnamese Excel opens right, and that runs nothing."""

import csv
from datetime import date
from io import StringIO

import pytest

from healthplan.formats.csv_file import csv_file

COLUMNS = {"place": "Địa phương", "printed": "In trong văn bản"}


def read(raw: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(raw.decode("utf-8-sig"), newline="")))


def test_the_file_says_its_encoding_and_keeps_vietnamese_letters() -> None:
    raw = csv_file([{"place": "Điện Biên", "printed": "dưới 21%"}], COLUMNS)
    assert raw.startswith(b"\xef\xbb\xbf")
    assert read(raw) == [["Địa phương", "In trong văn bản"], ["Điện Biên", "dưới 21%"]]


@pytest.mark.parametrize("cell", [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "-0,5", "4 - 5", "04-05", "4-5",
    "2025-09", "05/04", "15/6/2026", "2026-03-01", "1 / 2", "'95",
])  # fmt: skip
def test_a_spreadsheet_runs_no_cell_and_makes_no_date_of_one(cell: str) -> None:
    (_, (_, told)) = read(csv_file([{"place": "11", "printed": cell}], COLUMNS))
    assert told == f"'{cell}"


@pytest.mark.parametrize("cell", [">95", "từ 4 - 5", "98,4", 'toàn dân, "mọi người"', "hai\ndòng"])
def test_a_printed_value_stays_as_printed(cell: str) -> None:
    (_, (_, told)) = read(csv_file([{"place": "11", "printed": cell}], COLUMNS))
    assert told == cell


def test_nothing_is_an_empty_cell_and_no_row_leaves_the_header() -> None:
    assert read(csv_file([{"place": None, "printed": 2030}], COLUMNS))[1] == ["", "2030"]
    assert read(csv_file([], COLUMNS)) == [["Địa phương", "In trong văn bản"]]


@pytest.mark.parametrize(
    ("cells", "written"),
    [
        ([date(2026, 3, 1), None], ["2026-03-01", ""]),
        ([date(2026, 3, 1), ""], ["2026-03-01", ""]),
        ([-3, 2030], ["-3", "2030"]),
        ([-0.5, 98.4], ["-0,5", "98,4"]),
        ([95.0, -2], ["95", "-2"]),
        ([1e-05, 123456789.25], ["1e-05", "123456789,2"]),
        ([None, None], ["", ""]),
        (["", None], ["", ""]),
        ([True, False], ["True", "False"]),
        (["-2", 4], ["'-2", "4"]),
    ],
)
def test_what_a_column_holds_decides_how_it_is_written(cells: list, written: list[str]) -> None:
    rows = [{"place": "11", "printed": cell} for cell in cells]
    assert [row[1] for row in read(csv_file(rows, COLUMNS, decimal=","))[1:]] == written
