"""The sheet that a place fills in: what it asks and shows, what it keeps from going wrong, and that it comes back."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from healthplan.desk.bring import Brought, complaint_sentence, read_files
from healthplan.desk.template import template_csv, template_xlsx
from healthplan.desk.workbook import ReceivedFile
from healthplan.release import publication
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import LIGHT

TODAY = date(2026, 11, 14)


@pytest.fixture(autouse=True)
def _real(real: Path) -> None:
    """All is made from the release of the real data."""


def view(lang: Lang = Lang.VI) -> View:
    release = publication.current_path()
    assert release
    return View(lang, LIGHT, release)


def opened(place: str, period: str, lang: Lang = Lang.VI) -> tuple[Any, dict[str, int], dict[str, int]]:
    """The sheet, its columns by heading and its rows by indicator."""
    book = openpyxl.load_workbook(BytesIO(template_xlsx(view(lang), place, period, TODAY)))
    sheet = book.worksheets[0]
    top = next(row[0].row for row in sheet.iter_rows() if row[0].value in ("Mã chỉ tiêu", "Indicator code"))
    columns = {cell.value: cell.column for cell in sheet[top]}
    rows = {sheet.cell(row, 1).value: row for row in range(top + 1, sheet.max_row + 1)}
    return sheet, columns, rows


def bring(sheet: Any, place: str, period: str = "2026-10") -> Brought:
    out = BytesIO()
    sheet.parent.save(out)
    release = publication.current_path()
    assert release
    return read_files([ReceivedFile("mẫu.xlsx", out.getvalue())], place, period, release, TODAY)


def test_a_province_is_shown_its_milestone_and_what_was_known_last() -> None:
    sheet, columns, rows = opened("11", "2026-10")
    row = rows["health_insurance_coverage"]
    shown = {name: sheet.cell(row, columns[name]).value for name in ("Đơn vị tính", "Mốc của năm", "Số liệu gần nhất")}
    assert shown == {"Đơn vị tính": "%", "Mốc của năm": "98,4 · > 98", "Số liệu gần nhất": "98 (2025)"}
    assert next(iter(rows)) == "health_insurance_coverage"  # the plan's own come first
    head = {sheet.cell(row, 1).value: sheet.cell(row, 2).value for row in range(2, 8)}
    assert (head["Địa phương"], head["Kỳ báo cáo"]) == ("11 · Điện Biên", "2026-10")
    assert head["Bản phát hành"] == view().edition


def test_what_is_known_once_a_year_is_asked_once_a_year() -> None:
    assert "life_expectancy" in opened("11", "2026")[2]
    assert "life_expectancy" not in opened("11", "2026-10")[2]
    assert "replacement_fertility" not in opened("11", "2026")[2]


def test_a_commune_is_asked_for_what_it_counts() -> None:
    sheet, columns, rows = opened("03808", "2026-10")
    assert "Giá trị" not in columns and "medical_waste_treated" not in rows
    assert "dân số" in sheet.cell(rows["health_insurance_coverage"], columns["Mẫu số là"]).value


def test_only_cells_to_fill_in_are_open_and_keep_what_is_typed() -> None:
    sheet, columns, rows = opened("11", "2026-10")
    row = rows["health_insurance_coverage"]
    for name in ("Tử số", "Mẫu số", "Giá trị", "Lý do", "Trạng thái", "Ghi chú"):
        cell = sheet.cell(row, columns[name])
        assert not cell.protection.locked and cell.number_format == "@"
    assert all(sheet.cell(row, columns[name]).protection.locked for name in ("Mã chỉ tiêu", "Mốc của năm"))
    assert sheet.cell(rows["commune_station_count"], columns["Mẫu số"]).protection.locked
    assert sheet.protection.sheet and not sheet.protection.password
    lists = {one.formula1 for one in sheet.data_validations.dataValidation}
    assert any("chưa báo cáo" in one for one in lists) and any("ước tính" in one for one in lists)


def test_it_prints_on_a4_with_its_header_on_every_page() -> None:
    sheet, _, _ = opened("11", "2026-10")
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.print_title_rows and sheet.freeze_panes


def test_the_guide_is_in_both_languages() -> None:
    book = openpyxl.load_workbook(BytesIO(template_xlsx(view(), "11", "2026-10", TODAY)))
    words = " ".join(str(cell.value) for row in book.worksheets[1].iter_rows() for cell in row)
    assert "Cách điền" in words and "How to fill" in words


@pytest.mark.parametrize("lang", list(Lang))
def test_what_is_filled_in_comes_back(lang: Lang) -> None:
    sheet, columns, rows = opened("11", "2026-10", lang)
    names = dict(
        zip(("Tử số", "Mẫu số", "Giá trị", "Lý do"), ("Numerator", "Denominator", "Value", "Reason"), strict=True)
    )
    at = {name: columns[name if lang is Lang.VI else names[name]] for name in names}
    row = rows["health_insurance_coverage"]
    for name, text in (("Tử số", "9.840"), ("Mẫu số", "10000"), ("Giá trị", "98,4")):
        sheet.cell(row, at[name]).value = text
    sheet.cell(rows["stunting_under5"], at["Lý do"]).value = "chưa báo cáo / not reported"
    sheet.cell(6, 2).value, sheet.cell(7, 2).value = "13/11/2026", "12/BC-SYT"
    found = bring(sheet, "11")
    assert not found.complaints
    assert [(one["printed"], one["unknown_reason"], one["said_on"], one["paper"]) for one in found.rows] == [
        ("98,4", "", "2026-11-13", "12/BC-SYT"), ("", "not_reported", "2026-11-13", "12/BC-SYT"),
    ]  # fmt: skip
    assert [note.key for note in found.notes] == ["bring_note_blank"]


def test_a_template_of_another_place_or_period_is_refused_and_a_stale_one_told() -> None:
    sheet, columns, rows = opened("12", "2026-09")
    sheet.cell(rows["health_insurance_coverage"], columns["Giá trị"]).value = "95"
    sheet.cell(4, 2).value = "2026-10-01-0123456789ab"
    found = bring(sheet, "11")
    told = " ".join(complaint_sentence(Lang.VI, one) for one in found.complaints)
    assert "Lai Châu" in told and "2026-09" in told
    assert "bring_note_stale" in [note.key for note in found.notes]


def test_the_same_template_as_csv_comes_back_too() -> None:
    lines = template_csv(view(), "11", "2026-10", TODAY).decode("utf-8-sig").splitlines()
    filled = [line.replace("dân số trên địa bàn,,", "dân số trên địa bàn,,95", 1) if "bảo hiểm y tế" in line else line
              for line in lines]  # fmt: skip
    release = publication.current_path()
    assert release
    found = read_files([ReceivedFile("a.csv", "\n".join(filled).encode())], "11", "2026-10", release, TODAY)
    assert [(row["indicator"], row["printed"]) for row in found.rows] == [("health_insurance_coverage", "95")]


def test_the_same_asked_twice_is_the_same_file() -> None:
    assert template_xlsx(view(), "11", "2026-10", TODAY) == template_xlsx(view(), "11", "2026-10", TODAY)
