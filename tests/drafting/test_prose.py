"""Goals in sentences as other provinces may write them: made-up papers, the words of the field."""

import pytest

from healthplan.drafting.drafter import draft_paper
from healthplan.drafting.figures import point_read
from healthplan.drafting.vocabulary import Vocabulary, read_vocabulary
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def known() -> Vocabulary:
    return read_vocabulary(ROOT / "data")


def goals(known: Vocabulary, text: str) -> list[tuple[str, ...]]:
    """Indicator, year, first year and words of every goal that the lines state."""
    rows = draft_paper(text.strip().split("\n"), known, "20").of("goals")
    return [tuple(row.cells[name] for name in ("indicator", "year", "from_year", "printed")) for row in rows]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "- Tỷ lệ bao phủ BHYT đạt 95,5% vào năm 2026, 97% vào năm 2028 và 100% vào năm 2030.",
            [("2026", "", "95,5%"), ("2028", "", "97%"), ("2030", "", "100%")],
        ),
        ("- Trên 95% dân số tham gia bảo hiểm y tế vào năm 2027.", [("2027", "", "Trên 95%")]),
        ("- Đến năm 2026, tỉ lệ bao phủ bảo hiểm y tế đạt trên 95% dân số.", [("2026", "", "trên 95%")]),
        ("- Năm 2029 đạt bao phủ bảo hiểm y tế toàn dân.", [("2029", "", "toàn dân")]),
        ("- Tỷ lệ bao phủ bảo hiểm y tế đạt 98%.", [("2030", "", "98%")]),  # the heading's year
        ("- Từ năm 2027, tỷ lệ bao phủ BHYT đạt từ 97% trở lên.", [("2027", "2027", "từ 97% trở lên")]),
        ("- Giai đoạn 2026 - 2028, tỷ lệ bao phủ BHYT khoảng 96%.", [("2028", "2026", "khoảng 96%")]),
        ("- Tỷ lệ bao phủ BHYT đạt 96% trước năm 2028.", [("2027", "", "96%")]),
        ("- Tỷ lệ bao phủ BHYT đạt 99% (năm 2027: 97%).", [("2030", "", "99%"), ("2027", "", "97%")]),
        ("- Nâng tỷ lệ bao phủ BHYT từ 94% (năm 2025) lên 98%.", [("2030", "", "98%")]),
        ("- Nâng tỷ lệ bao phủ BHYT từ 94% lên 98% vào năm 2029.", [("2029", "", "98%")]),
        (
            "- Tỷ lệ bao phủ BHYT các năm 2026, 2027 và 2028 lần lượt là 95%, 96,5% và 98%.",
            [("2026", "", "95%"), ("2027", "", "96,5%"), ("2028", "", "98%")],
        ),
        ("- Mở rộng tỷ lệ bao phủ BHYT đạt 97%, giữ vững hệ thống cơ sở từ năm 2028.", [("2028", "2028", "97%")]),
    ],
)
def test_the_words_of_time_that_belong_to_a_figure_date_it(
    known: Vocabulary, sentence: str, expected: list[tuple[str, ...]]
) -> None:
    found = goals(known, f"I. MỤC TIÊU ĐẾN NĂM 2030\n{sentence}")
    assert found == [("health_insurance_coverage", *one) for one in expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Tuổi thọ trung bình: 76 tuổi; số năm sống khỏe đạt 68 năm.",
         [("life_expectancy", "76 tuổi"), ("healthy_life_years", "68 năm")]),
        ("Có 15 bác sĩ/10.000 dân, 35,5 giường bệnh/10.000 dân.",
         [("doctors_per_10k", "15 bác sĩ/10.000 dân"), ("hospital_beds_per_10k", "35,5 giường bệnh/10.000 dân")]),
        ("Giảm tỷ lệ suy dinh dưỡng thể thấp còi ở trẻ em dưới 5 tuổi xuống dưới 15%, thể nhẹ cân dưới 8%.",
         [("stunting_under5", "dưới 15%"), ("", "dưới 8%")]),
        ("100% người dân được khám sức khỏe định kỳ hoặc khám sàng lọc và được lập sổ sức khỏe điện tử.",
         [("annual_health_check", "100%"), ("ehealth_record", "100%")]),
        ("Tỷ lệ người dân thường xuyên tham gia hoạt động thể chất tăng thêm 10% đạt 45%.",
         [("regular_physical_activity_gain", "tăng thêm 10%"), ("regular_physical_activity", "45%")]),
        ("Trạm y tế cấp xã có ít nhất 04 bác sỹ.", [("doctors_per_station", "ít nhất 04 bác sỹ")]),
        ("Tỷ suất tử vong trẻ em dưới 5 tuổi giảm còn 15‰.", [("", "15‰")]),
        ("Bác sĩ/vạn dân: 17.", [("doctors_per_10k", "17")]),
        ("Mỗi người dân có sổ sức khỏe điện tử.", [("ehealth_record", "Mỗi người dân")]),
        ("25 điều dưỡng/10.000 dân; 01 bác sĩ gia đình/1.000 dân.",
         [("", "25 điều dưỡng/10.000 dân"), ("", "01 bác sĩ gia đình/1.000 dân")]),
        ("100% trạm y tế xã, phường, đặc khu được đầu tư.", [("stations_invested", "100%")]),
        ("Có ít nhất 3 đến 4 bác sỹ làm việc tại mỗi trạm y tế cấp xã.",
         [("doctors_per_station", "ít nhất 3 đến 4 bác sỹ")]),
        ("Tỷ lệ bao phủ BHYT mỗi năm tăng 0,5%.", [("", "tăng 0,5%")]),  # no level
        ("Số trạm y tế được xây mới: 5 trạm.", [("", "5 trạm")]),  # not how many there are
        ("Phân đâu tuôi thọ trung binh đạt 75 tuổi.", [("life_expectancy", "75 tuổi")]),  # a scanner's slips
    ],
)  # fmt: skip
def test_a_figure_goes_to_the_indicator_whose_name_and_unit_it_fits(
    known: Vocabulary, sentence: str, expected: list[tuple[str, str]]
) -> None:
    found = goals(known, f"I. MỤC TIÊU ĐẾN NĂM 2030\n1. {sentence}")
    assert [(indicator, printed) for indicator, _, _, printed in found] == expected


def test_a_list_below_a_year_is_of_that_year_and_a_vision_is_one(known: Vocabulary) -> None:
    text = """
II. CÁC CHỈ TIÊU CHỦ YẾU
a) Đến năm 2027:
- Tỷ lệ bao phủ BHYT đạt 96%.
b) Phấn đấu đến năm 2030 đạt các chỉ tiêu sau:
- Tỷ lệ bao phủ BHYT đạt 99%.
c) Tầm nhìn đến năm 2045
- Tuổi thọ trung bình đạt trên 80 tuổi.
"""
    rows = draft_paper(text.strip().split("\n"), known).of("goals")
    assert [(row.cells["year"], row.cells["role"], row.cells["dated_by"]) for row in rows] == [
        ("2027", "milestone", "heading"),
        ("2030", "target", "heading"),
        ("2045", "vision", "heading"),
    ]


def test_a_figure_of_the_tasks_that_is_no_goal_is_told_and_not_drafted(known: Vocabulary) -> None:
    text = "II. NHIỆM VỤ, GIẢI PHÁP\n- Đào tạo 50 bác sĩ chuyên khoa cấp I cho các bệnh viện."
    draft = draft_paper(text.split("\n"), known)
    assert draft.of("goals") == []
    assert [(one.line, one.why) for one in draft.unplaced] == [(2, "draft_figure_without_goal")]


def test_what_is_printed_stands_in_its_line_letter_by_letter_with_its_bound(known: Vocabulary) -> None:
    text = "I. MỤC TIÊU ĐẾN NĂM 2030\n- Tỷ lệ bao phủ bảo hiểm y tế đạt\ntrên 95% dân số."
    (row,) = draft_paper(text.split("\n"), known).of("goals")
    assert (row.line, row.words) == (3, "trên 95%")


def test_words_that_make_less_of_a_goal_are_told(known: Vocabulary) -> None:
    text = """
I. MỤC TIÊU ĐẾN NĂM 2030
- Phấn đấu tỷ lệ bao phủ BHYT đạt 99%.
- Người dân được miễn viện phí ở mức cơ bản theo lộ trình.
- Khuyến khích phát triển các loại hình bảo hiểm sức khỏe.
"""
    rows = draft_paper(text.strip().split("\n"), known).of("goals")
    assert [row.cells["limits"] for row in rows] == ["aim", "roadmap", "encouraged"]


def told(known: Vocabulary, text: str) -> list[tuple[int, str]]:
    """Line and reason of what found no place."""
    return [(one.line, one.why) for one in draft_paper(text.strip().split("\n"), known, "20").unplaced]


def test_what_a_paper_says_of_the_years_before_it_is_a_baseline_and_no_goal(known: Vocabulary) -> None:
    text = """
Số: 7/KH-UBND
Hà Mẫu, ngày 05/3/2026
PHẦN THỨ NHẤT
ĐÁNH GIÁ TÌNH HÌNH
- Đến hết năm 2025, tỷ lệ bao phủ BHYT đạt 93,8%.
- Mới có 35% trạm y tế có đủ bác sĩ.
PHẦN THỨ HAI
I. MỤC TIÊU ĐẾN NĂM 2030
- Nâng tỷ lệ suy dinh dưỡng thể thấp còi từ 21,5% hiện nay xuống 17%.
"""
    draft = draft_paper(text.strip().split("\n"), known, "20")
    base = [(row.cells["indicator"], row.cells["period"], row.cells["printed"]) for row in draft.of("observations")]
    assert base == [("health_insurance_coverage", "2025", "93,8%"), ("stunting_under5", "2026-03", "21,5%")]
    assert [row.cells["printed"] for row in draft.of("goals")] == ["17%"]
    assert told(known, text) == [(6, "draft_figure_of_state")]


def test_numbers_among_the_goals_that_no_rule_reads_are_told(known: Vocabulary) -> None:
    text = """
I. MỤC TIÊU ĐẾN NĂM 2030
1. l00% người dân có hồ sơ sức khỏe điện tử.
2. Tỷ suất tử vong mẹ dưới 40/100.000 trẻ đẻ sống.
3. Tổng tỷ suất sinh đạt 2,1 con/phụ nữ.
"""
    assert told(known, text) == [(2, "draft_misread_figure"), (3, "draft_loose_figure"), (4, "draft_loose_figure")]


@pytest.mark.parametrize(
    "sentence", ["80% trạm y tế có từ 4 đến 5 bác sĩ.", "95% người cao tuổi được khám sức khỏe định kỳ."]
)
def test_a_goal_for_a_part_only_is_doubted(known: Vocabulary, sentence: str) -> None:
    rows = draft_paper(["I. MỤC TIÊU ĐẾN NĂM 2030", f"- {sentence}"], known, "20").of("goals")
    assert ("draft_of_a_part",) in [row.doubts for row in rows]


def test_the_name_of_a_paper_that_is_to_be_written_dates_no_goal(known: Vocabulary) -> None:
    text = "I. NHIỆM VỤ\n- Xây dựng Đề án y tế số giai đoạn 2027 - 2035; 100% người dân có hồ sơ sức khỏe điện tử."
    (row,) = draft_paper(text.split("\n"), known, "20").of("goals")
    assert (row.cells["indicator"], row.cells["year"]) == ("ehealth_record", "")


def test_the_share_of_all_is_a_goal_among_the_tasks_too_and_has_the_words_around_it_for_a_name(
    known: Vocabulary,
) -> None:
    text = "I. NHIỆM VỤ\n- Bảo đảm 100% bệnh viện thanh toán không dùng tiền mặt."
    (row,) = draft_paper(text.split("\n"), known, "20").of("goals")
    assert (row.cells["indicator"], row.name) == ("", "Bảo đảm 100% bệnh viện thanh toán không dùng tiền mặt")


def test_a_label_before_a_colon_is_the_name_of_a_figure_that_nobody_knows(known: Vocabulary) -> None:
    text = "I. MỤC TIÊU ĐẾN NĂM 2030\n- Tỷ lệ hài lòng của người bệnh: trên 90%."
    (row,) = draft_paper(text.split("\n"), known, "20").of("goals")
    assert row.name == "Tỷ lệ hài lòng của người bệnh: trên 90%"


@pytest.mark.parametrize(
    ("lines", "locator"),
    [
        (["I/ MỤC TIÊU", "1/ Đến năm 2030:", "a/ Tỷ lệ bao phủ BHYT đạt 98%."], "Mục I.1.a"),
        (["B. MỤC TIÊU", "II. Chỉ tiêu", "1. Đến năm 2030", "a. Tỷ lệ bao phủ BHYT đạt 98%."], "Mục B.II.1.a"),
        (["**II. MỤC TIÊU**", "**1. Đến năm 2030**", "▪ Tỷ lệ bao phủ BHYT đạt 98%."], "Mục II.1, gạch đầu dòng 1"),
        (["Điều 1. Mục tiêu đến năm 2030", "1. Tỷ lệ bao phủ BHYT đạt 98% (năm 2026: 95)."], "Điều 1, mục 1"),
        (["2. Mục tiêu", "2.1. Đến năm 2030", "➢ Tỷ lệ bao phủ BHYT đạt 98%."], "Mục 2.1, gạch đầu dòng 1"),
        (["III. MỤC TIÊU", "2.1 Đến năm 2030", "(1) Tỷ lệ bao phủ BHYT đạt 98%."], "Mục III.2.1, ý (1)"),
    ],
)
def test_every_system_of_headings_says_the_place_and_the_year(
    known: Vocabulary, lines: list[str], locator: str
) -> None:
    (row,) = draft_paper(lines, known, "20").of("goals")
    assert (row.cells["locator"], row.cells["year"]) == (locator, "2030")


@pytest.mark.parametrize(("words", "why"), [("gần 98%", "draft_bound_left_out")])
def test_a_figure_that_the_data_cannot_hold_is_told_with_its_cause(known: Vocabulary, words: str, why: str) -> None:
    assert told(known, f"I. MỤC TIÊU ĐẾN NĂM 2030\n- Tỷ lệ bao phủ BHYT đạt {words}.") == [(2, why)]


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("95.5%", "95,5%"),
        ("trên 95.25 %", "trên 95,25 %"),
        ("95.5 - 97%", "95,5 - 97%"),
        ("từ 95.5 đến 96.5%", "từ 95,5 đến 96,5%"),
    ],
)
def test_a_decimal_point_is_read_as_the_comma_of_our_figures(known: Vocabulary, words: str, printed: str) -> None:
    head = "III. MỤC TIÊU\n2.1 Năm 2030\n- Tỷ lệ bao phủ BHYT đạt "
    assert goals(known, f"{head}{words}.") == [("health_insurance_coverage", "2030", "", printed)]
    table = ["I. MỤC TIÊU", "TT\tChỉ tiêu\tĐVT\tNăm 2026\tNăm 2030", "1.1\tTỷ lệ bao phủ BHYT\t%\t95.5\t98.25"]
    rows = draft_paper(table, known, "20").of("goals")
    assert [row.cells["printed"] for row in rows] == ["95,5", "98,25"]


def test_a_day_and_the_number_of_a_heading_keep_their_point() -> None:
    for line in ("2.1 Năm 2030", "trước ngày 20.10 năm 2026", "3.1\t1.2 Tử vong mẹ\t1.500", "khám 10.250 lượt"):
        assert point_read(line) == line
    assert point_read("tuổi thọ khỏe mạnh 68.5 năm") == "tuổi thọ khỏe mạnh 68,5 năm"


def test_per_cent_in_words_and_a_sign_of_a_range_that_nobody_reads(known: Vocabulary) -> None:
    head = "I. MỤC TIÊU ĐẾN NĂM 2030\n- Tỷ lệ bao phủ BHYT đạt "
    assert goals(known, head + "98 phần trăm.") == [("health_insurance_coverage", "2030", "", "98 phần trăm")]
    assert goals(known, head + "95÷97%.") == [("", "2030", "", "95÷97%")]  # never half of it
