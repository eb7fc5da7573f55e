"""What a commune or department brings: every fault by its cell and cure, what needs a reason, and the files that come
of it, byte for byte. All figures are made up."""

import csv
import shutil
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from etl.run import run
from healthplan.cache import CACHE
from healthplan.desk.bring import Brought, cell_name, complaint_sentence, read_files
from healthplan.desk.marked import marked_file
from healthplan.desk.workbook import ReceivedFile
from healthplan.release import publication
from healthplan.text import Lang, say

TODAY = date(2026, 11, 14)
MONTHS = ("2026-07", "2026-08", "2026-09")
DIEN_BIEN = [  # what is known of three months
    ("health_insurance_coverage", ("9710", "10000"), ("9720", "10000"), ("9731", "10000")),
    ("vaccination_rate", ("500", "1000"), ("600", "1000"), ("700", "1000")),
    ("ehealth_record", ("650", "1000"), ("660", "1000"), ("660", "1000")),
]


def files_of(*texts: str, names: tuple[str, ...] = ()) -> list[ReceivedFile]:
    told = names or tuple(f"tệp {n}.csv" for n in range(1, len(texts) + 1))
    return [ReceivedFile(name, text.encode()) for name, text in zip(told, texts, strict=True)]


def bring(*texts: str, reporter: str = "11", period: str = "2026-10", names: tuple[str, ...] = ()) -> Brought:
    release = publication.current_path()
    assert release
    return read_files(files_of(*texts, names=names), reporter, period, release, TODAY)


def table(columns: str, *rows: str) -> str:
    return "\n".join((columns, *rows)) + "\n"


@pytest.fixture(scope="module")
def living_folder(real_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real data with three made-up months of Điện Biên and of one of its communes, published."""
    folder = tmp_path_factory.mktemp("living") / "data"
    shutil.copytree(real_folder, folder, ignore=shutil.ignore_patterns("published"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(folder))
        run()
        files: dict[str, bytes] = {}
        for at, month in enumerate(MONTHS, 1):
            rows = [f"{indicator},{told[at - 1][0]},{told[at - 1][1]}" for indicator, *told in DIEN_BIEN]
            commune = [f"{commune_of('11')},vaccination_rate,{10 * at},100"]
            for brought in (
                bring(table("Mã chỉ tiêu,Tử số,Mẫu số", *rows), period=month),
                bring(table("Xã,Mã chỉ tiêu,Tử số,Mẫu số", *commune), period=month),
            ):
                assert not brought.complaints
                files |= brought.files()
            values = {path: raw for path, raw in files.items() if path.endswith(".csv")}
            _write(folder, values)
        run()
        _write(folder, files)
    return folder


def _write(folder: Path, files: dict[str, bytes]) -> None:
    for path, raw in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(raw)


@pytest.fixture(autouse=True)
def living(living_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("ROADMAP72_DATA", str(living_folder))
    yield living_folder
    CACHE.forget()


def commune_of(province: str) -> str:
    release = publication.current_path()
    assert release
    with publication.release_cursor(release) as db:
        found: tuple[str] = db.execute("select min(place) from places where parent = $1", [province]).fetchall()[0]
    return found[0]


def told(found: Brought) -> dict[str, str]:
    assert not (found.complaints and (found.rows or found.commune_rows)), "loaded by half"
    return {cell_name(one): complaint_sentence(Lang.VI, one) for one in found.complaints}


ALL = "Mã chỉ tiêu,Địa phương,Kỳ số liệu,Tử số,Mẫu số,Giá trị,Lý do,Trạng thái,Ngày báo cáo"
CASES = {  # what is wrong: the row, the cell, what the sentence names
    "place of another province": ("vaccination_rate,12,,1,2,,,,", "B2", "Lai Châu"),
    "no such place": ("vaccination_rate,99,,1,2,,,,", "B2", "thuộc Điện Biên"),
    "commune of another province": ("vaccination_rate,03808,,1,2,,,,", "B2", "Mường La"),
    "no such indicator": ("chi tieu la,,,1,2,,,,", "A2", "Mã chỉ tiêu"),
    "indicator nearly": ("vaccination rates,,,1,2,,,,", "A2", "vaccination_rate"),
    "no indicator": (",,,1,2,,,,", "A2", "chỉ tiêu"),
    "yearly in a month": ("life_expectancy,,,,,74,,,", "C2", "mỗi năm"),
    "yearly in a month, named": ("life_expectancy,,2026-09,,,74,,,", "C2", "2026"),
    "a period to come": ("vaccination_rate,,2026-12,1,2,,,,", "C2", "2026-10"),
    "no period": ("vaccination_rate,,tháng mười,1,2,,,,", "C2", "2026-Q3"),
    "said tomorrow": ("vaccination_rate,,,1,2,,,,15/11/2026", "I2", "tương lai"),
    "no day": ("vaccination_rate,,,1,2,,,,31/02/2026", "I2", "14/10/2026"),
    "said before the period": ("vaccination_rate,,,1,2,,,,2026-09-30", "I2", "2026-10"),
    "no denominator": ("vaccination_rate,,,1,,,,,", "E2", "trẻ thuộc diện tiêm chủng"),
    "no numerator": ("vaccination_rate,,,,2,,,,", "D2", "tử số"),
    "share above one": ("vaccination_rate,,,3,2,,,,", "D2", "ghi ngược"),
    "nothing to divide by": ("vaccination_rate,,,0,0,,,,", "E2", "0"),
    "negative": ("vaccination_rate,,,-3,2,,,,", "D2", "số âm"),
    "not whole": ('vaccination_rate,,,"3,5",20,,,,', "D2", "số nguyên"),
    "thousands or decimals": ('vaccination_rate,,,"1,500",2000,,,,', "D2", "số nguyên"),
    "a dash": ("vaccination_rate,,,-,20,,,,", "D2", "chọn lý do"),
    "a dash for a value": ("vaccination_rate,,,,,-,,,", "F2", "chọn lý do"),
    "value against its parts": ('vaccination_rate,,,951,1000,"95,3",,,', "F2", "95,1"),
    "value against its count": ("commune_station_count,,,45,,46,,,", "F2", "45"),
    "beyond what is plausible": ("doctors_per_station,,,600,10,,,,", "D2", "0 - 50"),
    "count beyond": ("commune_station_count,,,99999,,,,,", "D2", "12000"),
    "value beyond": ("vaccination_rate,,,,,950,,,", "F2", "950"),
    "fraction for a share": ('vaccination_rate,,,,,"0,95",,,', "F2", "95"),
    "unit of another": ("vaccination_rate,,,,,95 tuổi,,,", "F2", "tuổi"),
    "ambiguous": ('commune_station_count,,,,,"1,000",,,', "F2", "1,000"),
    "a day of Excel": ("vaccination_rate,,,,,05-Apr,,,", "F2", "Excel"),
    "reason beside a value": ("vaccination_rate,,,,,95,chưa báo cáo,,", "G2", "95"),
    "reason beside a count": ("vaccination_rate,,,1,2,,not_reported,,", "G2", "1 / 2"),
    "no such reason": ("vaccination_rate,,,,,,quên,,", "G2", "chưa báo cáo"),
    "no such status": ("vaccination_rate,,,1,2,,,tạm,", "H2", "ước tính"),
    "counts where none are asked": ("medical_waste_treated,,,1,2,,,,", "D2", "Giá trị"),
    "whole of a sum": ("commune_station_count,,,45,45,,,,", "E2", "mẫu số"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_told_by_its_cell_with_its_cure(case: str) -> None:
    row, cell, words = CASES[case]
    found = told(bring(table(ALL, row)))
    assert words in found.get(f"tệp 1.csv · {cell}", ""), found


def test_a_commune_is_one_unit_that_meets_or_does_not() -> None:
    place = commune_of("11")
    rows = [f"stations_sufficient_doctors,{place},,{number},,,,," for number in ("1", "3")]
    assert "1 nếu trạm y tế đủ bác sĩ" in told(bring(table(ALL, rows[1])))["tệp 1.csv · D2"]
    found = bring(table(ALL, rows[0]), reporter=place)
    assert not found.complaints and found.rows[0]["printed"] == "100%"


def test_all_faults_of_all_files_are_told_at_once_and_nothing_is_loaded() -> None:
    first = table(ALL, "vaccination_rate,,,3,2,,,,", "ehealth_record,,,1,2,,,,", "la lung,,,1,2,,,,")
    second = table(ALL, "ehealth_record,,,1,2,,,,", "stunting_under5,,,,,,,,", "workforce_postgrad,,,,,x y,,,")
    found = bring(first, second, "không phải bảng")
    assert list(told(found)) == [
        "tệp 1.csv · D2", "tệp 1.csv · A4", "tệp 2.csv · A2", "tệp 2.csv · F4", "tệp 3.csv"
    ]  # fmt: skip
    assert "tệp 1.csv · A3" in told(found)["tệp 2.csv · A2"]  # twice, and where it stands first
    assert found.files() == {}


def test_who_reports_and_for_when_is_asked_first() -> None:
    good = table(ALL, "vaccination_rate,,,1,2,,,,")
    assert "“99”" in next(iter(told(bring(good, reporter="99")).values()))
    assert "chưa bắt đầu" in next(iter(told(bring(good, period="2026-12")).values()))
    assert "2026-Q3" in next(iter(told(bring(good, period="tháng mười")).values()))
    assert told(bring()) and told(bring(table(ALL, "vaccination_rate,,,,,,,,")))


def test_names_periods_and_words_are_taken_as_offices_write_them() -> None:
    rows = [
        "TIÊM CHỦNG,Tỉnh Điện Biên,Tháng 10 năm 2026,951,1.000,,,ước tính,14/11/2026",
        "bao phủ bhyt,11,10/2026,,,98%,,Reported,",
        "Stunting under 5,Điện Biên,quý III/2026,,,,Chưa báo cáo / not reported,,",
    ]
    found = bring(table(ALL, *rows))
    assert not told(found)
    assert [(row["indicator"], row["of_period"], row["status"], row["unknown_reason"]) for row in found.rows] == [
        ("vaccination_rate", "2026-10", "estimated", ""),
        ("health_insurance_coverage", "2026-10", "reported", ""),
        ("stunting_under5", "2026-Q3", "reported", "not_reported"),
    ]


def questions(*rows: str) -> dict[str, str]:
    found = bring(table(ALL, *rows))
    assert not told(found)
    assert all(question.sentence(Lang.EN) for question in found.questions)
    return {question.key.partition("|")[0]: question.sentence(Lang.VI) for question in found.questions}


def test_what_is_possible_and_odd_is_asked_about() -> None:
    assert questions("vaccination_rate,,,800,1000,,,,") == {}
    assert "70" in questions("vaccination_rate,,,690,1000,,,,")["falls"]
    assert "97,31" in questions("health_insurance_coverage,,,9000,10000,,,,")["step"]
    assert "66" in questions("ehealth_record,,,660,1000,,,,")["same"]
    asked = questions("health_insurance_coverage,,2026-09,9733,10000,,,,")
    assert "97,31" in asked["published"] and "tệp 1.csv · D2" in asked["published"]
    assert questions("health_insurance_coverage,,2026-09,9731,10000,,,,") == {}


def test_a_fall_between_two_files_of_one_month_is_found() -> None:
    found = bring(
        table(ALL, "annual_health_check,,2026-09,500,1000,,,,"), table(ALL, "annual_health_check,,,400,1000,,,,")
    )
    assert [question.kind for question in found.questions] == ["falls"]


def test_an_answer_is_kept_beside_its_value() -> None:
    found = bring(table(ALL, "vaccination_rate,,,690,1000,,,,", "workforce_postgrad,,,1,20,,,,"))
    (question,) = found.questions
    answered = found.answered({question.key: ("đếm trùng tháng trước", "counted twice last month")})
    assert not answered.questions
    notes = {row["indicator"]: (row["note_vi"], row["note_en"]) for row in answered.rows}
    assert notes["vaccination_rate"] == ("đếm trùng tháng trước", "counted twice last month")
    assert notes["workforce_postgrad"] == ("", "")
    assert b"counted twice last month" in answered.files()["reports/2026-10/11/values.csv"]


def test_a_commune_is_asked_once_about_a_value_that_lies_with_the_counts_of_all(
    living: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, own = commune_of("11"), Path(shutil.copytree(living, tmp_path / "data"))
    monkeypatch.setenv("ROADMAP72_DATA", str(own))
    _write(own, bring(table(ALL, "ehealth_record,,,80,100,,,,"), reporter=place).files())
    run()
    (question,) = bring(table(ALL, "ehealth_record,,,70,100,,,,"), reporter=place).questions
    assert "tháng 10/2026: đã phát hành 80%, nay là 70 / 100" in question.sentence(Lang.VI)


def test_communes_brought_together_go_to_one_table_and_are_asked_about_together(living: Path) -> None:
    place = commune_of("11")
    rows = [f"vaccination_rate,{place},,25,100,,,,", f"ehealth_record,{place},,1,100,,,,"]
    found = bring(table(ALL, *rows))
    assert not told(found) and not found.rows
    assert [(question.kind, question.facts["count"]) for question in found.questions] == [("falls_many", "1")]
    files = found.files()
    assert list(files) == ["reports/2026-10/communes.parquet"] and files == found.files()
    kept = pq.read_table(BytesIO(files["reports/2026-10/communes.parquet"])).to_pylist()
    assert [(row["commune"], row["indicator"], row["numerator"], row["received"]) for row in kept] == [
        (place, "ehealth_record", 1, TODAY), (place, "vaccination_rate", 25, TODAY)
    ]  # fmt: skip


def test_what_lies_there_is_kept_and_a_row_of_the_same_key_replaced(living: Path) -> None:
    path = "reports/2026-09/11/values.csv"
    before = (living / path).read_text(encoding="utf-8").splitlines()
    row = "vaccination_rate,11,2026-09,710,1000,,,số đã sửa,2026-11-13"
    raw = bring(table(ALL, row), period="2026-09").files()[path]
    after = raw.decode().splitlines()
    assert set(before) <= set(after) and len(after) == len(before) + 1 and b"\r" not in raw
    keys = [(row["indicator"], row["place"], row["of_period"], row["said_on"]) for row in csv.DictReader(after)]
    assert keys == sorted(keys)
    same_day = bring(table(ALL, "vaccination_rate,11,2026-09,710,1000,,,,"), period="2026-09").files()[path]
    assert len(same_day.decode().splitlines()) == len(before)


def test_what_was_brought_is_what_the_build_takes(living_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(living_folder, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(folder))
        rows = [
            "vaccination_rate,,,800,1000,,,,",
            "doctors_per_station,,,100,45,,,,",
            "stunting_under5,,,,,,chưa báo cáo,,",
            "commune_station_count,,,45,,,,,",
            "ehealth_record,,,1,9999,,,,",
            "medical_waste_treated,,,,,ít nhất 90%,,,",
        ]
        found = bring(table(ALL, *rows))
        for path in folder.glob("reports/*/communes.parquet"):
            path.unlink()
        _write(folder, found.files())
        run()
        release = publication.current_path()
        assert release
        with publication.release_cursor(release) as db:
            kept = dict(
                db.execute("select indicator, low from value_versions where report_period = '2026-10'").fetchall()
            )
    assert kept["vaccination_rate"] == 80 and kept["ehealth_record"] == 0.01 and kept["stunting_under5"] is None
    assert kept["commune_station_count"] == 45 and len(kept) == 6


def test_the_file_comes_back_with_its_sentences() -> None:
    text = table(ALL, "vaccination_rate,,,3,2,,,,", "ehealth_record,,,1,2,,,,")
    found = bring(text)
    raw = marked_file(files_of(text)[0], found)
    assert raw
    sheet = openpyxl.load_workbook(BytesIO(raw)).active
    assert "ghi ngược" in sheet["D2"].comment.text and "swapped" in sheet["D2"].comment.text
    assert sheet["D2"].fill.fgColor.rgb == "FFF4B6B6" and sheet["D3"].comment is None
    assert sheet["D3"].value == "1"
    again = marked_file(ReceivedFile("tệp 1.xlsx", raw), bring())
    assert again is None


def test_a_workbook_comes_back_as_it_was_with_its_sentences() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Số liệu"
    for row in (["Mã chỉ tiêu", "Tử số", "Mẫu số"], ["vaccination_rate", "690", "1000"], ["ehealth_record", "5", "2"]):
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    received = ReceivedFile("a.xlsx", out.getvalue())
    release = publication.current_path()
    assert release
    found = read_files([received], "11", "2026-10", release, TODAY)
    sheet = openpyxl.load_workbook(BytesIO(marked_file(received, found) or b""))["Số liệu"]
    assert "ghi ngược" in sheet["B3"].comment.text and sheet["B2"].value == "690"


def test_notes_have_words() -> None:
    found = bring(table(ALL, "vaccination_rate,,,800,1000,,,,", "ehealth_record,,,,,,,,"))
    assert {note.key for note in found.notes} == {"bring_note_blank", "bring_note_worked_out"}
    assert all(say(lang, note.key, **note.facts) for note in found.notes for lang in Lang)
