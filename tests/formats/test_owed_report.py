"""The report that a place owes its People's Committee, read back: the form of Decree 30/2020, every figure of the
release, every hole said. The reports are made up."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from docx import Document
from docx.enum.text import WD_TAB_LEADER
from docx.oxml.ns import qn
from lxml import etree
from pypdf import PdfReader

from etl.tables import TABLES
from healthplan.cache import CACHE
from healthplan.release import publication
from healthplan.text import Lang, say
from tests.api.client import ask
from tests.browser.server import build, copy_of_data
from tests.libreoffice import converted
from tests.reported import add_report

PATH = "/memos/report.docx"
INSURANCE, VACCINATION, STUNTING = "health_insurance_coverage", "vaccination_rate", "stunting_under5"
each_language = pytest.mark.parametrize("lang", Lang)
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@pytest.fixture(scope="module", autouse=True)
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Điện Biên's three months, what half of its communes say, and the state of three tasks; Mường La's month."""
    data = copy_of_data(tmp_path_factory.mktemp("owed") / "data")
    add_report(data, "2025-10", "11", "2025-10-14", {INSURANCE: "96,1"})
    add_report(data, "2026-09", "11", "2026-09-14", {INSURANCE: "97,9", VACCINATION: "71,0"})
    add_report(data, "2026-10", "11", "2026-10-14", {INSURANCE: "98,1", VACCINATION: "81,2", STUNTING: "23,6",
                                                     "annual_health_check": ""})  # fmt: skip
    add_report(data, "2026-10", "03808", "2026-10-09", {INSURANCE: "94,2"})
    add_communes(data, "2026-10", 20)
    add_statuses(data, "2026-10", "done", "stopped", "on_track")
    told = build(data)
    assert told.returncode == 0, told.stderr
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(data))
        patch.setenv("ROADMAP72_ADDRESS", "https://roadmap.example/72")
        yield data


def add_communes(data: Path, period: str, count: int) -> None:
    """What the first communes of Điện Biên say of electronic records: 71 of 100."""
    with (data / "communes.csv").open(encoding="utf-8") as file:
        codes = [row["place"] for row in csv.DictReader(file) if row["parent"] == "11"][:count]
    columns = {
        "commune": codes, "indicator": ["ehealth_record"] * count, "of_period": [period] * count,
        "numerator": [71] * count, "denominator": [100] * count, "received": [date(2026, 10, 12)] * count,
    }  # fmt: skip
    pq.write_table(pa.table(columns), data / "reports" / period / "communes.parquet")


def add_statuses(data: Path, period: str, *statuses: str) -> None:
    """The states of the first tasks of Điện Biên that stand over no other."""
    with (data / "plans/dien-bien-2026/tasks.csv").open(encoding="utf-8") as file:
        tasks = [row for row in csv.DictReader(file) if row["lead_printed"]]
    (table,) = (one for one in TABLES if one.name == "task_status")
    path = data / "reports" / period / "dien-bien-2026" / "task_status.csv"
    path.parent.mkdir(parents=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table.names, lineterminator="\n", restval="")
        writer.writeheader()
        for task, status in zip(tasks, statuses, strict=False):
            key = {name: task[name] for name in ("task_group", "number", "occurrence")}
            said = {"said_by_vi": "Sở Y tế", "said_by_en": "Department of Health", "said_on": "2026-10-14"}
            why = {"reason_vi": "thiếu kinh phí", "reason_en": "no budget"} if status == "stopped" else {}
            writer.writerow(key | said | why | {"status": status})


def owed(query: str) -> Any:
    found = ask(PATH, query)
    assert found["status"] == 200 and "wordprocessingml" in found["headers"]["content-type"], found["body"][:300]
    return Document(BytesIO(found["body"]))


def words_of(document: Any) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def indicators(document: Any) -> dict[str, list[str]]:
    """The cells after the name of each indicator, by that name, from the table with a number in each row."""
    table = next(one for one in document.tables if one.rows[0].cells[0].text in ("STT", "No"))
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    return {row[1].split(" (")[0].split("\n")[0]: row[2:] for row in rows if row[0].isdecimal()}


def ask_release(sql: str, *asked: str) -> list[Any]:
    with publication.open_release(publication.current_path()) as db:
        return db.execute(sql, asked).fetchall()


@each_language
def test_it_has_the_form_of_the_decree(lang: Lang) -> None:
    document = owed(f"place=11&period=2026-10&lang={lang}")
    section = document.sections[0]
    sides = (section.page_width, section.page_height, section.top_margin, section.bottom_margin, section.left_margin,
             section.right_margin)  # fmt: skip
    assert [round(side.mm) for side in sides] == [210, 297, 20, 20, 30, 15]
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    assert set(defaults.attrib.values()) == {"Times New Roman"} and document.styles["Normal"].font.size.pt == 13
    assert "PAGE" in etree.tostring(section.header._element, encoding="unicode")
    assert section.different_first_page_header_footer and not section.first_page_header.paragraphs[0].text
    head, *_, signature = (one for one in document.tables if len(one.columns) == 2)
    (office, nation), (number, day) = ([cell.text for cell in row.cells] for row in head.rows)
    assert say(lang, "owed_nation") in nation and say(lang, "owed_motto") in nation
    assert (
        office.split("\n")[:3]
        == {
            Lang.VI: ["ỦY BAN NHÂN DÂN", "TỈNH ĐIỆN BIÊN", "SỞ Y TẾ"],
            Lang.EN: ["PEOPLE'S COMMITTEE OF", "DIEN BIEN PROVINCE", "DEPARTMENT OF HEALTH"],
        }[lang]
    )
    assert "…/BC-SYT" in number and "……" in day and not any(letter.isdecimal() for letter in number + day)
    assert say(lang, "owed_recipients") in signature.cell(0, 0).text
    assert say(lang, "owed_signs_province") in signature.cell(0, 1).text
    titles = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert titles == [say(lang, "owed_title")]
    borders = document.element.findall(f".//{qn('w:pBdr')}/{qn('w:top')}")
    assert len(borders) == 3  # under the office, the motto, the title


def test_values_stand_as_printed_beside_the_periods_that_they_are_compared_with() -> None:
    rows = indicators(owed("place=11&period=2026-10"))
    goal, milestone, now, before, year_ago, remains = rows["Bao phủ BHYT"]
    assert (goal, milestone) == ("100 (2030)\ntoàn dân (2030)", "98,4\ntrên 98%")
    assert (now, before, year_ago) == ("98,1", "97,9", "96,1")
    assert remains.replace("\u00a0", " ") == "đến 98,4: còn thiếu 0,3 điểm %\nđến trên 98%: đã đạt"
    assert rows["Trẻ thấp còi"][2:3] + rows["Trẻ thấp còi"][-1:] == ["23,6", "đã đạt"]


def test_what_is_not_known_is_a_word_and_never_nought() -> None:
    rows = indicators(owed("place=11&period=2026-10"))
    assert rows["Tiêm chủng"][4] == say(Lang.VI, "owed_not_comparable")  # adds up, with nothing a year before
    assert rows["Khám sức khỏe hằng năm"][2:4] == [say(Lang.VI, "reason_not_reported")] * 2
    assert rows["Giường bệnh/vạn dân"][2] == "chưa báo cáo\ngần nhất: 32,1 (2025)"
    assert rows["Giường bệnh/vạn dân"][-1] == say(Lang.VI, "owed_not_comparable")
    assert all(cell and cell != "0" for row in rows.values() for cell in row)


def test_a_sum_of_too_few_communes_says_its_coverage_and_is_compared_with_nothing() -> None:
    document = owed("place=11&period=2026-10")
    now, remains = (indicators(document)["Sổ sức khỏe điện tử"][at] for at in (2, -1))
    assert now.startswith("71\n") and "20/45" in now and remains == say(Lang.VI, "owed_gap_thin")
    said, missing = words_of(document), {code for (codes,) in ask_release(
        "select missing from rolled_up where place = '11'") for code in codes}  # fmt: skip
    names = [name for code, name in ask_release("select place, name_vi from places") if code in missing]
    assert len(names) == 25 and all(name in said for name in names) and "20/45 xã, phường" in said


def test_every_figure_of_the_table_occurs_in_the_release() -> None:
    known = {figure for (text,) in ask_release(
        """select printed from goals where place = '11' union all select printed from observations where place = '11'
           union all select note_vi from observations where place = '11' and status = 'rolled_up'""")
        for figure in FIGURE.findall(text or "")}  # fmt: skip
    years = {str(year) for year in range(2025, 2031)}
    for row in indicators(owed("place=11&period=2026-10")).values():
        assert set(FIGURE.findall(" ".join(row[:-1]))) - known - years == set(), row


@each_language
@pytest.mark.parametrize("place", ["11", "03808"])
def test_the_annex_has_each_value_as_printed_with_its_place(place: str, lang: Lang) -> None:
    document = owed(f"place={place}&period=2026-10&lang={lang}")
    sources = [[cell.text for cell in row.cells] for row in document.tables[-1].rows if len(set(row._tr.tc_lst)) == 3]
    printed = {text for (text,) in ask_release(
        """select printed from goals where place = $1
           union all select printed from observations where place = $1""", place)}  # fmt: skip
    reasons = {say(lang, f"reason_{name}") for name in
               ("not_surveyed", "blank", "page_missing", "not_stated", "not_reported")}  # fmt: skip
    assert len(sources) > 15 and {row[1] for row in sources[1:]} <= printed | reasons
    assert all(row[2] for row in sources)
    if place == "11" and lang is Lang.VI:
        assert ["Mốc, 2026", "98,4", "KH Điện Biên 2026; Phụ lục I, dòng 10, cột 2026"] in sources
        assert ["Số đã báo cáo, tháng 10/2026", "98,1",
                "Báo cáo tháng 10/2026, Điện Biên; Sở Y tế; 14/10/2026"] in sources  # fmt: skip


def test_tasks_are_told_by_what_was_reported_up_to_the_period() -> None:
    said = words_of(owed("place=11&period=2026-10"))
    for status, count in (("done", 1), ("stopped", 1), ("on_track", 1), ("no_report", 64)):
        assert f"- {say(Lang.VI, f'status_{status}')}: {count} nhiệm vụ;" in said
    assert "Lý do: thiếu kinh phí (Sở Y tế, ngày 14/10/2026)" in said
    assert "chưa có báo cáo nào về tình trạng thực hiện" in words_of(owed("place=11&period=2026-09"))
    assert "“Quý II năm 2026”" in words_of(owed("place=12&period=2026-09"))  # over, and nobody says that it is done
    assert "“Quý II năm 2026”" not in words_of(owed("place=12&period=2026-05"))


def test_it_names_the_duty_that_it_answers_and_says_where_the_plan_has_none() -> None:
    month, quarter = (words_of(owed(f"place=11&period={period}")) for period in ("2026-10", "2026-Q3"))
    assert "“trước ngày 15 hằng tháng” (Mục IV.2, gạch đầu dòng 2)" in month
    assert "Kế hoạch không giao Sở Y tế báo cáo hằng quý." in quarter
    assert "“trước ngày 10/11 hàng năm”" in words_of(owed("place=03808&period=2026"))


def test_a_quarter_has_the_value_of_its_last_month_and_says_so() -> None:
    now = indicators(owed("place=11&period=2026-Q3"))["Bao phủ BHYT"][2]
    assert now == "97,9\nsố của tháng 9/2026"


def test_a_year_stands_beside_the_year_before_once() -> None:
    table = next(one for one in owed("place=11&period=2026").tables if one.rows[0].cells[0].text == "STT")
    heads = [cell.text for cell in table.rows[0].cells]
    assert len(heads) == 7 and "Kỳ trước\n2025" in heads


@each_language
@pytest.mark.parametrize("place", ["11", "12", "20", "40", "03808", "01"])
def test_without_any_report_it_says_so_and_leaves_lines_to_write_on(place: str, lang: Lang) -> None:
    document = owed(f"place={place}&period=2026-05&lang={lang}")
    said = words_of(document)
    when = {Lang.VI: "Tháng 5/2026 chưa có báo cáo nào", Lang.EN: "There is no report yet for May 2026"}[lang]
    assert when in said
    assert all(row[2].split("\n")[0] == say(lang, "reason_not_reported") for row in indicators(document).values())
    dotted = [one for one in document.paragraphs if any(
        stop.leader == WD_TAB_LEADER.DOTS for stop in one.paragraph_format.tab_stops)]  # fmt: skip
    assert len(dotted) == 12
    for key in ("owed_causes", "owed_measures", "owed_proposals"):
        assert say(lang, key) in said


def test_a_place_without_a_plan_is_told_to_state_nothing() -> None:
    document = owed("place=01&period=2026-10")
    assert say(Lang.VI, "place_no_plan", place="Hà Nội") in words_of(document)
    ((goal, milestone, _, remains),) = indicators(document).values()
    assert (goal, milestone, remains) == ("chưa có kế hoạch", "chưa có kế hoạch", "chưa so được")
    assert "THÀNH PHỐ HÀ NỘI" in document.tables[0].cell(0, 0).text


def test_a_place_of_which_nothing_is_known_has_no_table() -> None:
    document = owed("place=08&period=2026-10")
    assert say(Lang.VI, "owed_nothing_known", place="Tuyên Quang") in words_of(document)
    assert len(document.tables) == 2  # head and signature


def test_the_serious_findings_are_to_be_settled() -> None:
    said = words_of(owed("place=11&period=2026-10"))
    grave = ask_release("select sentence_vi from findings where place = '11' and severity = 'grave'")
    assert grave and all(sentence in said for (sentence,) in grave)
    assert "https://roadmap.example/72/review?place=11&release=release-" in said


def test_the_same_question_has_the_same_bytes_and_they_are_not_sent_twice() -> None:
    query = "place=40&period=2026&lang=en&download=1"
    first = ask(PATH, query)
    CACHE.forget()
    assert ask(PATH, query)["body"] == first["body"]
    assert ask(PATH, query, if_none_match=first["headers"]["etag"])["status"] == 304
    name = first["headers"]["content-disposition"]
    assert "report-40-2026-en" in name and name.endswith('.docx"') and name.isascii()


@pytest.mark.parametrize("query", [
    "place=11", "period=2026-10", "place=99&period=2026-10", "place=VN&period=2026-10", "place=11&period=2026-13",
    "place=11&period=10/2026", "place=11&period=2026-Q5", "place=11&period=2026-10&lang=fr",
    "place=11&period=2026-10&size=a4", "place=11&place=12&period=2026-10",
])  # fmt: skip
def test_what_is_not_known_is_refused_in_a_sentence(query: str) -> None:
    assert ask(PATH, query)["status"] == 400


@each_language
def test_libreoffice_opens_it_and_numbers_its_pages(lang: Lang, tmp_path: Path) -> None:
    body = ask(PATH, f"place=11&period=2026-10&lang={lang}")["body"]
    pages = PdfReader(converted("report.docx", body, "pdf", tmp_path)).pages
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {(595, 842)}
    assert len(pages) > 5
    for number, page in enumerate(pages, 1):
        text = " ".join(page.extract_text().split())
        assert text.startswith(str(number)) == (number > 1)
    assert any(say(lang, "owed_signs_province") in page.extract_text() and
               say(lang, "owed_proposals") in page.extract_text() for page in pages)  # fmt: skip
