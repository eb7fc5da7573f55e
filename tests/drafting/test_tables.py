"""Tables in every form that a text brings them: tabs, bars, broken over lines, cut by a page's end."""

import pytest

from healthplan.drafting.draft import Draft
from healthplan.drafting.drafter import draft_paper
from healthplan.drafting.tasks import task_time
from healthplan.drafting.vocabulary import read_vocabulary
from tests.conftest import ROOT

HEAD = ["STT", "Chỉ tiêu", "ĐVT", "Ước thực hiện 2025", "2026", "2028", "2030"]
ROWS = [
    ["1", "Tỷ lệ bao phủ bảo hiểm y tế", "%", "94,2", "95,5", "98", "100"],
    ["2", "Tuổi thọ trung bình", "Tuổi", "74", "74,5", "75", ">75"],
    ["3", "Tỷ lệ hộ gia đình có nước sạch", "%", "80", "85", "", "95"],
]


def drafted(text: str) -> Draft:
    return draft_paper(text.strip("\n").split("\n"), read_vocabulary(ROOT / "data"), "20")


def cells(draft: Draft) -> set[tuple[str, ...]]:
    return {
        (
            row.table,
            row.cells["indicator"] or row.name,
            row.cells.get("year") or row.cells["period"],
            row.cells["printed"],
        )
        for row in [*draft.of("goals"), *draft.of("observations")]
    }


EXPECTED = {
    (("goals" if year != "2025" else "observations"), name, year, printed)
    for name, row in zip(["health_insurance_coverage", "life_expectancy", ROWS[2][1]], ROWS, strict=True)
    for year, printed in zip(["2025", "2026", "2028", "2030"], row[3:], strict=True)
}


def test_tabs() -> None:
    assert cells(drafted("\n".join("\t".join(row) for row in [HEAD, *ROWS]))) == EXPECTED


def test_bars() -> None:
    lines = ["| " + " | ".join(row) + " |" for row in [HEAD, ["---"] * 7, *ROWS]]
    assert cells(drafted("\n".join(lines))) == EXPECTED


def test_a_head_of_two_rows_column_numbers_and_a_head_again_on_the_next_page() -> None:
    head = ["STT\tChỉ tiêu\tĐVT\tThực hiện 2025\tNăm\t\t", "\t\t\t\t2026\t2028\t2030"]
    numbers = "1\t2\t3\t4\t5\t6\t7"
    rows = ["\t".join(row) for row in ROWS]
    assert cells(drafted("\n".join([*head, numbers, rows[0], "", *head, numbers, *rows[1:]]))) == EXPECTED


def test_a_row_that_a_page_cut_is_one_row() -> None:
    rows = ["\t".join(HEAD), "1\tTỷ lệ bao phủ\t%\t94,2\t95,5\t98\t100", "", "\tbảo hiểm y tế\t\t\t\t\t"]
    rows += ["\t".join(row) for row in ROWS[1:]]
    assert cells(drafted("\n".join(rows))) == EXPECTED


@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_a_table_of_figures_that_is_broken_over_lines(joint: str) -> None:
    """Every cell on a line of its own; a row without a cell for every year is not put into columns."""
    head = ["STT", "Chỉ tiêu", "Năm 2025", "2026", "2028", "2030"]
    rows = [[row[0], row[1], *row[3:]] for row in ROWS[:2]]
    text = joint.join(["CÁC CHỈ TIÊU", *head, *(cell for row in rows for cell in row)])
    assert cells(drafted(text)) == {one for one in EXPECTED if one[1] != ROWS[2][1]}


def test_rows_of_figures_on_one_line_whose_name_runs_over_two() -> None:
    text = """
STT Chỉ tiêu Năm
2025 2026 2028 2030
1 Tỷ lệ bao phủ
bảo hiểm y tế 94,2 95,5 98 100
2 Tuổi thọ trung bình 74 74,5 75 >75
"""
    assert cells(drafted(text)) == {one for one in EXPECTED if one[1] != ROWS[2][1]}


def test_an_empty_cell_is_blank_and_a_name_without_synonym_keeps_its_words() -> None:
    (row,) = [row for row in drafted("\n".join("\t".join(row) for row in [HEAD, *ROWS])).rows if not row.words]
    assert (row.cells["indicator"], row.cells["unknown_reason"]) == ("", "blank")
    assert row.doubts == ("draft_unknown_name",)


def test_a_table_without_years_or_bodies_is_told() -> None:
    draft = drafted("STT\tTên đơn vị\tĐịa chỉ\n1\tTrạm y tế A\tThôn 1")
    assert draft.rows == []
    assert {one.why for one in draft.unplaced} == {"draft_table_unknown"}


BROKEN_TASKS = """
PHỤ LỤC II
PHÂN CÔNG NHIỆM VỤ
STT Nội dung nhiệm vụ
Cơ quan
chủ trì
Cơ quan
phối hợp
Thời gian
hoàn thành
I. Tuyên truyền
1
Tuyên truyền nâng cao
nhận thức của Bộ, ngành
Phòng Văn hóa -
Xã hội
Các cơ quan,
đơn vị
Quý II/2026
2
Xây dựng kế hoạch
Trạm Y tế
Các thôn, bản
Từ năm
2026
"""


def test_a_table_of_tasks_that_is_broken_over_lines() -> None:
    rows = [row.cells for row in drafted(BROKEN_TASKS).of("tasks")]
    told = [
        (row["task_group"], row["number"], row["lead_printed"], row["partners_printed"], row["time_printed"])
        for row in rows
    ]
    assert told == [
        ("I", "1", "Phòng Văn hóa - Xã hội", "Các cơ quan, đơn vị", "Quý II/2026"),
        ("I", "2", "Trạm Y tế", "Các thôn, bản", "Từ năm 2026"),
    ]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Thường xuyên", ("ongoing", "", "")),
        ("Hằng năm", ("yearly", "", "")),
        ("Quý III/2027", ("quarter", "2027-07-01", "2027-09-30")),
        ("Quý III-IV/2026", ("period", "2026-07-01", "2026-12-31")),
        ("Tháng 02/2028", ("month", "2028-02-01", "2028-02-29")),
        ("Trước 15/6/2026", ("by", "", "2026-06-15")),
        ("31/12/2026", ("by", "", "2026-12-31")),
        ("Trước tháng 6/2026", ("by", "", "2026-05-31")),
        ("Hàng năm, từ năm 2026", ("from", "2026-01-01", "")),
        ("Từ quý II năm 2026", ("from", "2026-04-01", "")),
        ("Năm 2026 và các năm tiếp theo", ("from", "2026-01-01", "")),
        ("Giai đoạn 2026 - 2030", ("period", "2026-01-01", "2030-12-31")),
        ("Năm 2026", ("period", "2026-01-01", "2026-12-31")),
        ("Sau khi Chính phủ ban hành Nghị định", ("conditional", "", "")),
        ("6 tháng đầu năm 2026", ("period", "2026-01-01", "2026-06-30")),
        ("Tháng 6 - 8/2026", ("period", "2026-06-01", "2026-08-31")),
        ("QIII/2026", ("quarter", "2026-07-01", "2026-09-30")),
        ("Trước năm 2027", ("by", "", "2026-12-31")),
        ("2026-2027 và các năm tiếp theo", ("from", "2026-01-01", "")),
        ("Trước 30/6 hằng năm", ("yearly", "", "")),
        ("", ("", "", "")),
    ],
)
def test_times_of_tasks(printed: str, expected: tuple[str, str, str]) -> None:
    assert task_time(printed) == expected


def test_rows_that_cannot_be_numbered_and_rows_without_values_are_told() -> None:
    tasks = drafted("TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\n1\tXây dựng\tSở Y tế\t2026\n-\tKhông số\tSở Y tế\t2027")
    assert [row.cells["number"] for row in tasks.of("tasks")] == ["1"]
    assert [(one.line, one.why) for one in tasks.unplaced] == [(3, "draft_row_without_number")]
    goals = drafted("STT\tChỉ tiêu\tĐVT\t2026\t2030\tGhi chú\n1\tTuổi thọ trung bình\tTuổi\t\t\tChưa giao")
    assert [(one.line, one.why) for one in goals.unplaced] == [(2, "draft_row_without_values")]


def test_a_column_of_the_nations_goals_is_none_of_the_plan() -> None:
    text = """
STT	Chỉ tiêu	ĐVT	Mục tiêu của Trung ương đến 2030	Mục tiêu của tỉnh	
				2027	2030
1	Tuổi thọ trung bình	Tuổi	75,5	74	75
"""
    assert {one[3] for one in cells(drafted(text))} == {"74", "75"}


def test_a_table_of_goals_without_years_is_dated_by_its_title_or_says_that_it_has_none() -> None:
    rows = "STT\tChỉ tiêu\tĐVT\tMục tiêu\n1\tTuổi thọ trung bình\tTuổi\t75"
    (dated,) = drafted(f"PHỤ LỤC I\nCÁC CHỈ TIÊU ĐẾN NĂM 2030\n{rows}").of("goals")
    (undated,) = drafted(rows).of("goals")
    assert (dated.cells["year"], undated.cells["year"]) == ("2030", "")
    assert undated.doubts == ("draft_table_without_years",)


def test_a_table_whose_rows_are_years_is_read_the_other_way_round() -> None:
    text = """
Năm	Tỷ lệ bao phủ BHYT (%)	Tuổi thọ trung bình (tuổi)
Ước 2025	94,2	74
2026	95,5	74,5
2030	100	>75
"""
    kept = {row for row in EXPECTED if row[2] != "2028" and row[1] != ROWS[2][1]}
    assert cells(drafted(text)) == kept


def test_a_goal_with_a_time_of_its_own_in_every_row_is_due_then() -> None:
    """The name is merged over the rows of its milestones."""
    text = """
STT	Chỉ tiêu	Mục tiêu	Lộ trình thực hiện	Đơn vị chủ trì
1	Tỷ lệ bao phủ BHYT	96%	Năm 2026	BHXH tỉnh
		100%	Năm 2030	BHXH tỉnh
2	Tuổi thọ trung bình	≥ 75 tuổi	Đến năm 2030	Sở Y tế
"""
    found = cells(drafted(text))
    assert found == {
        ("goals", "health_insurance_coverage", "2026", "96%"),
        ("goals", "health_insurance_coverage", "2030", "100%"),
        ("goals", "life_expectancy", "2030", "≥ 75 tuổi"),
    }


def test_task_columns_in_another_order_and_a_table_that_goes_on_with_its_head_again() -> None:
    head = "STT\tNội dung\tSản phẩm\tThời gian hoàn thành\tCơ quan chủ trì\tCơ quan phối hợp"
    text = f"""
DANH MỤC NHIỆM VỤ
{head}
1	Xây dựng Đề án	Quyết định	Quý II/2026	Sở Y tế	Sở Tài chính

{head}
2	Khám sức khỏe	Báo cáo	Hằng năm	Trạm Y tế	Các thôn
"""
    rows = [row.cells for row in drafted(text).of("tasks")]
    told = [(row["number"], row["lead_printed"], row["partners_printed"], row["time_kind"]) for row in rows]
    assert told == [("1", "Sở Y tế", "Sở Tài chính", "quarter"), ("2", "Trạm Y tế", "Các thôn", "yearly")]


def test_a_row_of_some_of_what_is_counted_is_not_the_count() -> None:
    (row,) = drafted("STT\tChỉ tiêu\tĐVT\t2026\n1\tSố trạm y tế được xây mới\tTrạm\t5").of("goals")
    assert row.cells["indicator"] == ""


def test_the_kinds_below_a_row_are_named_with_it_and_a_unit_may_be_an_abbreviation() -> None:
    text = """
TT	Chỉ tiêu	Đơn vị	2026	2030
1	Tỷ lệ suy dinh dưỡng trẻ em dưới 5 tuổi:			
	- Thể nhẹ cân	%	9,5	8,5
	- Thể thấp còi	%	19	<16
2	Số bác sĩ/10.000 dân	BS	10,5	12
"""
    assert cells(drafted(text)) == {
        ("goals", "Tỷ lệ suy dinh dưỡng trẻ em dưới 5 tuổi Thể nhẹ cân", "2026", "9,5"),
        ("goals", "Tỷ lệ suy dinh dưỡng trẻ em dưới 5 tuổi Thể nhẹ cân", "2030", "8,5"),
        ("goals", "stunting_under5", "2026", "19"),
        ("goals", "stunting_under5", "2030", "<16"),
        ("goals", "doctors_per_10k", "2026", "10,5"),
        ("goals", "doctors_per_10k", "2030", "12"),
    }


def test_small_tables_of_goals_are_dated_by_the_heading_above_each() -> None:
    text = """
1. Chỉ tiêu năm 2026
STT	Nội dung	Chỉ tiêu
1	Tỷ lệ dân số tham gia BHYT	96%
2. Chỉ tiêu đến năm 2030
STT	Nội dung	Chỉ tiêu
1	Tỷ lệ dân số tham gia BHYT	100%
"""
    assert cells(drafted(text)) == {
        ("goals", "health_insurance_coverage", "2026", "96%"),
        ("goals", "health_insurance_coverage", "2030", "100%"),
    }


TIME_FIRST = """
PHÂN CÔNG NHIỆM VỤ
TT Nội dung công việc
Thời gian
thực hiện
Cơ quan chủ trì
Cơ quan phối
hợp
Sản phẩm
1
Xây dựng Đề án phát triển
y tế cơ sở
Quý I/2026
Sở Y tế
Sở Tài chính,
UBND các xã
Đề án
2
Khám sức khỏe
Hằng năm
Trạm Y tế
Các trường học
Báo cáo
"""


def test_a_broken_table_of_tasks_whose_time_stands_before_the_lead() -> None:
    rows = [row.cells for row in drafted(TIME_FIRST).of("tasks")]
    names = ("title_vi", "time_printed", "lead_printed", "partners_printed", "result_vi")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("Xây dựng Đề án phát triển y tế cơ sở", "Quý I/2026", "Sở Y tế", "Sở Tài chính, UBND các xã", "Đề án"),
        ("Khám sức khỏe", "Hằng năm", "Trạm Y tế", "Các trường học", "Báo cáo"),
    ]


def test_goals_in_words_are_due_by_the_bare_year_of_their_row() -> None:
    text = """
PHỤ LỤC 01: MỤC TIÊU, CHỈ TIÊU
STT	Mục tiêu, chỉ tiêu	Thời gian hoàn thành	Cơ quan chủ trì
1	Tỷ lệ bao phủ bảo hiểm y tế đạt 97% dân số	2027	BHXH tỉnh
"""
    assert cells(drafted(text)) == {("goals", "health_insurance_coverage", "2027", "97%")}
