"""A file that a Vietnamese Excel opens right, and that runs nothing."""

import csv
from io import StringIO

import pytest

from healthplan.export.csv_file import csv_file

COLUMNS = {"place": "Địa phương", "printed": "In trong văn bản"}


def read(raw: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(raw.decode("utf-8-sig"), newline="")))


def test_the_file_says_its_encoding_and_keeps_vietnamese_letters() -> None:
    raw = csv_file([{"place": "Điện Biên", "printed": "dưới 21%"}], COLUMNS)
    assert raw.startswith(b"\xef\xbb\xbf")
    assert read(raw) == [["Địa phương", "In trong văn bản"], ["Điện Biên", "dưới 21%"]]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "4 - 5", "04-05", "4-5", "2025-09"])
def test_a_spreadsheet_runs_no_cell_and_makes_no_date_of_one(cell: str) -> None:
    (_, (_, told)) = read(csv_file([{"place": "11", "printed": cell}], COLUMNS))
    assert told == f"'{cell}"


@pytest.mark.parametrize("cell", [">95", "từ 4 - 5", "98,4", "toàn dân, \"mọi người\"", "hai\ndòng"])
def test_a_printed_value_stays_as_printed(cell: str) -> None:
    (_, (_, told)) = read(csv_file([{"place": "11", "printed": cell}], COLUMNS))
    assert told == cell


def test_nothing_is_an_empty_cell_and_no_row_leaves_the_header() -> None:
    assert read(csv_file([{"place": None, "printed": 2030}], COLUMNS))[1] == ["", "2030"]
    assert read(csv_file([], COLUMNS)) == [["Địa phương", "In trong văn bản"]]
