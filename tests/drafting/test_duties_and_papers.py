"""Deadlines, cited papers, and the paper's own number, date and annexes."""

import pytest

from healthplan.drafting.draft import Draft
from healthplan.drafting.drafter import draft_paper
from healthplan.drafting.measuring import held_plans, paper_lines
from healthplan.drafting.vocabulary import read_vocabulary
from tests.conftest import ROOT


def drafted(text: str) -> Draft:
    return draft_paper(text.strip("\n").split("\n"), read_vocabulary(ROOT / "data"), "20")


def drafted_anywhere(text: str) -> Draft:
    return draft_paper(text.split("\n"), read_vocabulary(ROOT / "data"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("báo cáo UBND tỉnh trước ngày 05/12 hằng năm.", [("yearly", "12", "5", "", "before")]),
        ("báo cáo hằng tháng trước ngày 20.", [("monthly", "", "20", "", "before")]),
        ("gửi báo cáo trước ngày 25 tháng cuối quý.", [("quarterly", "3", "25", "", "before")]),
        ("hoàn thành trước ngày 31/3/2026.", [("once", "3", "31", "2026-03-31", "before")]),
        ("trình UBND tỉnh trong Quý II/2026.", [("once", "", "", "2026-06-30", "within")]),
        ("định kỳ hằng quý, 6 tháng, năm báo cáo Tỉnh ủy.",
         [("quarterly", "", "", "", ""), ("half_yearly", "", "", "", ""), ("yearly", "", "", "", "")]),
        ("báo cáo 6 tháng (trước ngày 15/6), năm (trước ngày 15/12).",
         [("yearly", "6", "15", "", "before"), ("yearly", "12", "15", "", "before")]),
        ("thực hiện Quyết định số 12/QĐ-TTg ngày 05/01/2026 và báo cáo kịp thời.", []),  # the date of a paper
    ],
)  # fmt: skip
def test_deadlines(words: str, expected: list[tuple[str, ...]]) -> None:
    rows = drafted(f"V. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- Chủ trì {words}").of("duties")
    told = [tuple(row.cells.get(name, "") for name in ("cadence", "month", "day", "due_on", "bound")) for row in rows]
    assert told == expected
    assert {row.cells["who_vi"] for row in rows} <= {"Sở Y tế"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Nghị quyết số 72-NQ/TW ngày 09/9/2025 của Bộ Chính trị về", ("72-NQ/TW", "Bộ Chính trị", "2025-09-09")),
        ("Quyết định số 89/QĐ-TTg, ngày 23 tháng 01 năm 2024 của Thủ tướng Chính phủ",
         ("89/QĐ-TTg", "Thủ tướng Chính phủ", "2024-01-23")),
        ("Luật Khám bệnh, chữa bệnh số 15/2023/QH15", ("15/2023/QH15", "", "")),
        ("Thông tư số 43/2025/TT-BYT ngày 15/11/2025 của Bộ Y tế quy định",
         ("43/2025/TT-BYT", "Bộ Y tế", "2025-11-15")),
        ("Công văn số 1234/BYT-KHTC ngày 02/12/2025", ("1234/BYT-KHTC", "", "2025-12-02")),
        ("Kế hoạch số 07-KH/TU của Ban Thường vụ Tỉnh ủy thực hiện", ("07-KH/TU", "Ban Thường vụ Tỉnh ủy", "")),
    ],
)  # fmt: skip
def test_cited_papers(words: str, expected: tuple[str, str, str]) -> None:
    (row,) = drafted(f"KẾ HOẠCH\nThực hiện {words}").of("citations")
    assert tuple(row.cells[name] for name in ("number", "issuer_vi", "issued_on")) == expected


def test_a_paper_cited_twice_is_one_and_two_of_one_number_are_two() -> None:
    rows = drafted("""
I. CĂN CỨ
- Kế hoạch số 11-KH/TU của Tỉnh ủy; Kế hoạch số 11-KH/TU ngày 11/11/2025 của Tỉnh ủy.
- Kế hoạch số 11-KH/TU ngày 31/12/2025 của Tỉnh ủy; Kế hoạch số 11-KH/TU.
""").of("citations")
    assert [(row.line, row.cells["issued_on"]) for row in rows] == [(2, "2025-11-11"), (3, "2025-12-31")]


def test_no_years_shares_or_dates_are_papers() -> None:
    assert drafted("I. MỤC TIÊU\n- Giai đoạn 2026-2030 có 4-5 bác sĩ, 1/3 số xã; 1- Mục tiêu.").of("citations") == []


HEAD = """
Số: 125/KH-UBND
Hà Mẫu, ngày 15 tháng 01 năm 2026
KẾ HOẠCH
Thực hiện Nghị quyết số 72-NQ/TW
I. MỤC TIÊU ĐẾN NĂM 2030
(Chi tiết tại Phụ lục I, Phụ lục II)
PHỤ LỤC I
CÁC CHỈ TIÊU
(Kèm theo Kế hoạch số 125/KH-UBND ngày 15/01/2026)
"""


def test_number_date_title_and_missing_annexes_of_the_paper_itself() -> None:
    draft = drafted(HEAD)
    assert draft.paper == {
        "number": "125/KH-UBND",
        "issued_on": "2026-01-15",
        "date_printed": "ngày 15 tháng 01 năm 2026",
        "issuer_vi": "Ủy ban nhân dân tỉnh Lạng Sơn",
        "title_vi": "Kế hoạch Thực hiện Nghị quyết số 72-NQ/TW",
        "place": "20",
        "annexes_missing": "Phụ lục II",
    }
    assert draft.paper_lines == {"number": 1, "issuer_vi": 1, "issued_on": 2, "date_printed": 2, "title_vi": 3}
    assert [row.words for row in draft.of("citations")] == ["72-NQ/TW"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (  # two columns of a letterhead on one line, and a letter of another alphabet
            "UỶ BAN NHÂN DÂN CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH CAO BẰNG Độc lập - Tự do - Hạnh phúc\n"
            "Số: 58/KH-UBND Cao Bằng, ngày 12 tháng 02 năm 2026\nKẾ HOẠCH\nThực hiện Nghị quyết",
            ("58/KH-UBND", "2026-02-12", "04", "Ủy ban nhân dân tỉnh Cao Bằng", "Kế hoạch Thực hiện Nghị quyết"),
        ),
        (  # a programme of the party's committee
            "TỈNH ỦY CAO BẰNG\tĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 27-CTr/TU\tCao Bằng, ngày 18 tháng 11 năm 2025\n"
            "CHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Nghị quyết",
            ("27-CTr/TU", "2025-11-18", "04", "Ban Thường vụ Tỉnh ủy Cao Bằng",
             "Chương trình hành động thực hiện Nghị quyết"),
        ),
        (  # a plan that a decision issues
            "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ\nSố: 118/QĐ-UBND\nCần Thơ, ngày 22 tháng 01 năm 2026\n"
            "QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch.\n"
            "Nơi nhận:\n- Lưu: VT.\nKT. CHỦ TỊCH\nKẾ HOẠCH\nThực hiện Nghị quyết\n"
            "(Kèm theo Quyết định số 118/QĐ-UBND ngày 22/01/2026)\nI. MỤC TIÊU",
            ("118/QĐ-UBND", "2026-01-22", "92", "Ủy ban nhân dân thành phố Cần Thơ", "Kế hoạch Thực hiện Nghị quyết"),
        ),
    ],
)  # fmt: skip
def test_the_head_of_a_paper_says_whose_it_is(head: str, expected: tuple[str, ...]) -> None:
    paper = drafted_anywhere(head).paper
    assert tuple(paper[name] for name in ("number", "issued_on", "place", "issuer_vi", "title_vi")) == expected


BEHIND_A_DECISION = """
QUYẾT ĐỊNH
Nơi nhận:
- Lưu: VT.
KẾ HOẠCH THỰC HIỆN
III. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
- Báo cáo UBND tỉnh trước ngày 15/12 hằng năm.
"""


def test_the_plan_behind_a_decision_is_read() -> None:
    (duty,) = drafted(BEHIND_A_DECISION).of("duties")
    assert (duty.cells["who_vi"], duty.cells["day"]) == ("Sở Y tế", "15")
    assert duty.cells["locator"] == "Mục III.1, gạch đầu dòng 1"


def test_a_blank_number_and_day_stay_blank() -> None:
    draft = drafted("Số: /KH-UBND\nHà Mẫu, ngày tháng 02 năm 2026\nKẾ HOẠCH\nThực hiện")
    assert (draft.paper["number"], draft.paper["issued_on"]) == ("", "")
    assert draft.paper["date_printed"] == "ngày tháng 02 năm 2026"


def test_a_paper_that_is_held_and_a_place_that_is_not_known_are_told() -> None:
    known = read_vocabulary(ROOT / "data")
    notes = [draft_paper(paper_lines(ROOT / "data", document), known).notes for document in held_plans(ROOT / "data")]
    assert notes == [[("paper_held_already", {"document": document})] for document in held_plans(ROOT / "data")]
    elsewhere_chosen = draft_paper(paper_lines(ROOT / "data", "dien-bien-2026"), known, "20").notes
    assert ("paper_held_already", {"document": "dien-bien-2026"}) in elsewhere_chosen
    elsewhere = drafted_anywhere("KẾ HOẠCH\nThực hiện Nghị quyết trên địa bàn tỉnh Hà Mẫu")
    assert elsewhere.notes == [("paper_place_unknown", {}), ("paper_without_goals", {})]


def test_the_place_is_the_one_that_the_paper_names_a_commune_before_its_province() -> None:
    text = "KẾ HOẠCH\nThực hiện trên địa bàn xã Mường La, tỉnh Sơn La"
    assert drafted_anywhere(text).paper["place"] == "03808"
    assert drafted_anywhere("Số: /KH-UBND\nCao Bằng, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH").paper["place"] == "04"


@pytest.mark.parametrize(
    ("words", "who", "to_whom"),
    [
        ("1. Sở Y tế là cơ quan thường trực; báo cáo UBND tỉnh định kỳ, trước 20/6.", "Sở Y tế", "UBND tỉnh"),
        ("1. Yêu cầu các đơn vị gửi kế hoạch về Sở Y tế trước ngày 31/01/2026.", "các đơn vị", "Sở Y tế"),
        ("1. Phòng Văn hóa: tham mưu UBND xã báo cáo Sở Y tế trước ngày 10/12.", "Phòng Văn hóa", "Sở Y tế"),
    ],
)  # fmt: skip
def test_who_reports_to_whom(words: str, who: str, to_whom: str) -> None:
    (duty,) = drafted(f"III. TỔ CHỨC THỰC HIỆN\n{words}").of("duties")
    assert (duty.cells["who_vi"], duty.cells["to_whom_vi"]) == (who, to_whom)


def test_capital_letters_head_roman_numbers_and_two_days_are_two_duties() -> None:
    text = "D. TỔ CHỨC THỰC HIỆN\nI. Sở Y tế\n1. Báo cáo UBND tỉnh vào ngày 15/6 và 15/12 hằng năm."
    rows = drafted(text).of("duties")
    told = [(row.cells["locator"], row.cells["who_vi"], row.cells["month"], row.cells["due_printed"]) for row in rows]
    assert told == [("Mục D.I.1", "Sở Y tế", "6", "vào ngày 15/6"), ("Mục D.I.1", "Sở Y tế", "12", "15/12 hằng năm")]
