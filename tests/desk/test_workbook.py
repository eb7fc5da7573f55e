"""What a file can be: read right, or refused with a sentence that names the cause and a way on. Never an exception."""

import datetime
import random
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from healthplan.desk.bring import Brought, cell_name, complaint_sentence, read_files
from healthplan.desk.workbook import ReceivedFile
from healthplan.release import publication
from healthplan.text import Lang, say

TODAY = datetime.date(2026, 11, 14)
HEADER = ["Mã chỉ tiêu", "Tử số", "Mẫu số", "Giá trị"]
INSURANCE = ["health_insurance_coverage", "9840", "10000", "98,4"]


@pytest.fixture(autouse=True)
def _real(real: Path) -> None:
    """All is brought to the release of the real data."""


def brought(raw: bytes, name: str = "tháng 10.xlsx") -> Brought:
    release = publication.current_path()
    assert release
    return read_files([ReceivedFile(name, raw)], "11", "2026-10", release, TODAY)


def workbook(write: Callable[[Any, Any], None]) -> bytes:
    out = BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Số liệu")
    sheet.write_row(0, 0, HEADER)
    write(book, sheet)
    book.close()
    return out.getvalue()


def told(found: Brought, lang: Lang = Lang.VI) -> dict[str, str]:
    """The sentences of all complaints by their cell."""
    assert not (found.complaints and (found.rows or found.commune_rows)), "loaded by half"
    assert all(complaint_sentence(Lang.EN, one) for one in found.complaints)
    return {cell_name(one): complaint_sentence(lang, one) for one in found.complaints}


def notes(found: Brought) -> str:
    return " ".join(say(Lang.VI, note.key, **note.facts) for note in found.notes)


def package(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()


def parts_of(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(raw)) as old:
        return {name: old.read(name) for name in old.namelist()}


def good() -> bytes:
    return workbook(lambda _book, sheet: sheet.write_row(1, 0, INSURANCE))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
KINDS = {  # what it is: its bytes, what the sentence names as the way on
    "empty": (b"", "trống"),
    "blank": (b"  \n ", "trống"),
    "old Excel": (OLE + "Workbook".encode("utf-16-le"), ".xlsx"),
    "a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "Word, old": (OLE, "mẫu .xlsx"),
    "PDF": (b"%PDF-1.7\n1 0 obj", "PDF"),
    "photo": (b"\xff\xd8\xff\xe0\0\x10JFIF", "ảnh"),
    "PNG": (b"\x89PNG\r\n\x1a\n\0\0", "ảnh"),
    "a phone's photo": (b"\0\0\0\x18ftypheic", "ảnh"),
    "zip": (package({"tháng 10.csv": b"a,b"}), "giải nén"),
    "Word": (package({"[Content_Types].xml": b"", "word/document.xml": b""}), "mẫu .xlsx"),
    "ODS": (package({"mimetype": b"application/vnd.oasis", "content.xml": b""}), ".xlsx"),
    "XLSB": (package({"xl/workbook.bin": b""}), ".xlsx"),
    "not zip inside": (b"PK\x03\x04" + b"\0" * 200, "hỏng"),
    "web page": (b"<!DOCTYPE html><table><tr><td>1", "trang web"),
    "UTF-16": ("Mã chỉ tiêu,Tử số".encode("utf-16"), "CSV UTF-8"),
    "too big": (b"a" * 50_000_001, "chia nhỏ"),
    "no header": ("Họ tên,Tuổi\nA,1\n".encode(), "Mã chỉ tiêu"),
    "header only": (",".join(HEADER).encode(), "điền"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_table_is_refused_with_a_way_on(kind: str) -> None:
    raw, cure = KINDS[kind]
    (sentence,) = told(brought(raw)).values()
    assert cure in sentence


def test_a_good_workbook_is_read_and_nothing_is_said() -> None:
    found = brought(good())
    assert not found.complaints and not found.notes and not found.questions
    (row,) = found.rows
    assert (row["printed"], row["numerator"], row["denominator"]) == ("98,4", "9840", "10000")


def test_a_package_that_unpacks_to_far_more_is_not_opened() -> None:
    parts = parts_of(good())
    parts["xl/media/bomb.xml"] = b" " * 150_000_000
    assert "nén quá mức" in next(iter(told(brought(package(parts))).values()))
    many = parts_of(good()) | {f"xl/media/{n}": b"" for n in range(3000)}
    assert "nén quá mức" in next(iter(told(brought(package(many))).values()))


def test_a_size_that_is_declared_falsely_is_found_before_anything_opens() -> None:
    raw = bytearray(package(parts_of(good()) | {"xl/media/bomb.xml": b" " * 5_000_000}))
    for at in range(len(raw) - 4):
        if raw[at : at + 4] == struct.pack("<I", 5_000_000):
            raw[at : at + 4] = struct.pack("<I", 10)
    assert told(brought(bytes(raw)))


def test_one_cell_far_off_fills_no_memory() -> None:
    raw = workbook(lambda _book, sheet: (sheet.write_row(1, 0, INSURANCE), sheet.write(1_048_575, 16_383, "x")))
    assert "250000" in next(iter(told(brought(raw)).values()))


def test_an_entity_in_the_workbook_is_not_opened() -> None:
    parts = parts_of(good())
    parts["xl/sharedStrings.xml"] = b'<!DOCTYPE a [<!ENTITY b "c">]>' + parts["xl/sharedStrings.xml"]
    assert told(brought(package(parts)))


def test_a_workbook_with_macros_is_read_without_them() -> None:
    found = brought(package(parts_of(good()) | {"xl/vbaProject.bin": OLE}), "tháng 10.xlsm")
    assert len(found.rows) == 1 and "macro" in notes(found)


def typed(book: Any, sheet: Any) -> None:
    sheet.write(1, 0, "stunting_under5")
    sheet.write_datetime(1, 3, datetime.datetime(2026, 5, 4), book.add_format({"num_format": "d-mmm"}))


def month_year(book: Any, sheet: Any) -> None:
    sheet.write(1, 0, "stunting_under5")
    sheet.write_datetime(1, 3, datetime.datetime(2020, 10, 1), book.add_format({"num_format": "mmm-yy"}))


def time_cell(book: Any, sheet: Any) -> None:
    sheet.write(1, 0, "stunting_under5")
    sheet.write_datetime(1, 3, datetime.time(4, 5), book.add_format({"num_format": "h:mm"}))


def formula_without_result(_book: Any, sheet: Any) -> None:
    sheet.write(1, 0, "stunting_under5")
    sheet.write_formula(1, 3, "=A1*2", None, "")


def error_cell(_book: Any, sheet: Any) -> None:
    sheet.write(1, 0, "stunting_under5")
    sheet.write_formula(1, 3, "=1/0", None, "#DIV/0!")


def error_text(_book: Any, sheet: Any) -> None:
    sheet.write_row(1, 0, ["stunting_under5", "", "", "#REF!"])


def boolean(_book: Any, sheet: Any) -> None:
    sheet.write(1, 0, "stunting_under5")
    sheet.write_boolean(1, 3, True)


def merged(_book: Any, sheet: Any) -> None:
    sheet.write_row(1, 0, INSURANCE)
    sheet.merge_range("D3:D4", "18,1")
    sheet.write(2, 0, "stunting_under5")
    sheet.write(3, 0, "vaccination_rate")


def hidden_row(_book: Any, sheet: Any) -> None:
    sheet.write_row(1, 0, INSURANCE)
    sheet.set_row(1, None, None, {"hidden": True})


def percent_of_doctors(book: Any, sheet: Any) -> None:
    sheet.write(1, 0, "doctors_per_station")
    sheet.write(1, 3, 0.5, book.add_format({"num_format": "0%"}))


def serial(_book: Any, sheet: Any) -> None:
    sheet.write(1, 0, "stunting_under5")
    sheet.write(1, 3, 46146)


def fraction(_book: Any, sheet: Any) -> None:
    sheet.write_row(1, 0, ["health_insurance_coverage"])
    sheet.write(1, 1, 0.984)


TRAPS: dict[str, tuple[Callable[[Any, Any], object], str, str]] = {
    "a range that became a day": (typed, "D2", "4 - 5"),
    "a range that became a month": (month_year, "D2", "10 - 20"),
    "a time": (time_cell, "D2", "Văn bản"),
    "a formula without its result": (formula_without_result, "D2", "công thức"),
    "an error": (error_cell, "D2", "#DIV/0!"),
    "an error as text": (error_text, "D2", "#REF!"),
    "true": (boolean, "D2", "TRUE"),
    "merged cells": (merged, "D3", "D3:D4"),
    "a hidden row": (hidden_row, "A2", "ẩn"),
    "per cent of what is none": (percent_of_doctors, "D2", "%"),
    "a day as a number": (serial, "D2", "ngày"),
    "a fraction as a count": (fraction, "B2", "số nguyên"),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_of_spreadsheets_is_named_by_its_cell(trap: str) -> None:
    write, cell, word = TRAPS[trap]
    found = told(brought(workbook(write)))
    assert word in found[f"tháng 10.xlsx · Số liệu · {cell}"], found


def test_numbers_are_read_with_a_decimal_comma_and_it_is_said() -> None:
    def write(book: Any, sheet: Any) -> None:
        sheet.write_row(1, 0, ["health_insurance_coverage", 9840, 10000, 98.4])
        sheet.write(2, 0, "ehealth_record")
        sheet.write(2, 3, 0.984, book.add_format({"num_format": "0.0%"}))
        sheet.write(3, 0, "stunting_under5")
        sheet.write(3, 3, 0.1 + 0.2 + 18)
        sheet.write(4, 0, "vaccination_rate")
        sheet.write_formula(4, 3, "=90+5", None, 95)

    found = brought(workbook(write))
    assert not told(found)
    printed = {row["indicator"]: row["printed"] for row in found.rows}
    assert printed == {
        "health_insurance_coverage": "98,4", "ehealth_record": "98,4%", "stunting_under5": "18,3",
        "vaccination_rate": "95",
    }  # fmt: skip
    assert "D2: 98,4" in notes(found) and "D3: 98,4%" in notes(found) and "D5: 95" in notes(found)


def test_header_in_other_words_below_a_title_on_the_second_sheet() -> None:
    out = BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet("Bìa").write_row(0, 0, ["Sở Y tế", "Kính gửi"])
    sheet = book.add_worksheet("Biểu 1")
    sheet.write(0, 0, "BÁO CÁO THÁNG 10")
    sheet.write_row(3, 1, ["STT", "CHI TIEU", "tử  số\nnumerator", "Denominator", "Ghi chú nội bộ"])
    sheet.write_row(4, 1, ["1", "Bao phủ BHYT", "9.840", "10.000", "hỏi lại chị Hoa"])
    sheet.write_row(5, 1, ["2", "suy dinh dưỡng thấp còi", "", "", ""])
    hidden = book.add_worksheet("Cũ")
    hidden.write_row(0, 0, HEADER)
    hidden.write_row(1, 0, INSURANCE)
    hidden.hide()
    book.close()
    found = brought(out.getvalue())
    assert not told(found)
    assert [(row["indicator"], row["numerator"], row["printed"]) for row in found.rows] == [
        ("health_insurance_coverage", "9840", "98,4%")
    ]
    assert all(word in notes(found) for word in ("“Bìa”", "“Cũ”", "“Ghi chú nội bộ”", "1 chỉ tiêu để trống"))


def test_csv_of_offices_is_read_whatever_its_separator() -> None:
    for separator in ",;\t":
        rows = [["Mã chỉ tiêu", "Tử số", "Mẫu số"], ["health_insurance_coverage", "9.840", "10000"], ["", "", ""]]
        text = "\r\n".join(separator.join(row) for row in rows)
        (row,) = brought(b"\xef\xbb\xbf" + text.encode(), "a.csv").rows
        assert row["numerator"] == "9840"


def test_a_decimal_comma_without_quotes_moves_no_cell() -> None:
    raw = (",".join(HEADER) + "\nhealth_insurance_coverage,9840,10000,98,4\n").encode()
    assert "dấu ngoặc kép" in " ".join(told(brought(raw, "a.csv")).values())


def test_a_cell_in_a_column_without_a_name_is_no_secret() -> None:
    raw = workbook(lambda _book, sheet: sheet.write_row(1, 0, [*INSURANCE, "", "98,6"]))
    assert "98,6" in told(brought(raw))["tháng 10.xlsx · Số liệu · F2"]


@pytest.mark.parametrize(
    ("cell", "word"),
    [("Sá»Ÿ Y táº¿", "bảng mã"), ("Së Y tÕ t¹i tØnh", "TCVN3"), ("K? ho?ch", "dấu hỏi"), ("a\u200bb", "U+200B")],
)
def test_damaged_text_is_refused_by_its_cell(cell: str, word: str) -> None:
    raw = f"Mã chỉ tiêu,Giá trị,Ghi chú\nstunting_under5,18,{cell}\n".encode()
    assert word in told(brought(raw, "a.csv"))["a.csv · C2"]


def test_letters_are_composed() -> None:
    import unicodedata

    raw = unicodedata.normalize("NFD", "Mã chỉ tiêu,Giá trị,Ghi chú\nBao phủ BHYT,98,Sở Y tế\n").encode()
    (row,) = brought(raw, "a.csv").rows
    assert row["note_vi"] == "Sở Y tế" and row["indicator"] == "health_insurance_coverage"


def test_openpyxl_writes_what_is_read_alike() -> None:
    book = openpyxl.Workbook()
    for row in (HEADER, ["health_insurance_coverage", 9840, 10000, None], ["ehealth_record", None, None, 0.655]):
        book.active.append(row)
    book.active["D3"].number_format = "0.0%"
    out = BytesIO()
    book.save(out)
    found = brought(out.getvalue())
    assert not told(found)
    assert {row["printed"] for row in found.rows} == {"98,4%", "65,5%"}


def test_damaged_files_never_raise() -> None:
    """Bytes changed, cut and doubled at random, with a fixed seed: rows or sentences come of it."""
    chance, files = random.Random(72), []
    csv = "\n".join([",".join(HEADER), *('vaccination_rate,1,2,"50"' for _ in range(3))]).encode()
    parts = parts_of(good())
    for number in range(240):
        raw = bytearray(csv if number % 2 else good())
        if number % 4 == 0:  # a whole package with a damaged part
            name = chance.choice(sorted(parts))
            part = bytearray(parts[name])
            damage(part, chance)
            raw = bytearray(package(parts | {name: bytes(part)}))
        else:
            damage(raw, chance)
        files.append(ReceivedFile(f"{number}.xlsx", bytes(raw)))
    release = publication.current_path()
    assert release
    for one in files[:20]:
        told(read_files([one], "11", "2026-10", release, TODAY))
    told(read_files(files, "11", "2026-10", release, TODAY))


def damage(raw: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(raw)) if raw else 0
        match chance.randrange(4):
            case 0:
                raw[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del raw[at : at + chance.randint(1, 40)]
            case 2:
                raw[at:at] = chance.choice((b'"', b"\n", b"\0", b"9" * 20, b"<f>1</f>", "ế".encode(), b"-", b"XFD9"))
            case 3:
                raw[at:at] = raw[at : at + 30]
