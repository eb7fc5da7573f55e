"""The plans that people argue about, each as its paper prints it, against the goal it is held to."""

import pytest

from healthplan.model.ambition import Direction, Statement, judge
from healthplan.model.grammar import read_value

Stated = tuple[tuple[str, int | None, int | None], ...]  # printed, year, from year
Case = tuple[Stated, str, int, str, str]  # what is stated, what is asked, in which year, verdict, rests on

LANG_SON = ("ít nhất từ 02 bác sĩ/trạm y tế", 2027, None), ("ít nhất từ 04 bác sĩ/trạm y tế", 2030, None)
LANG_SON_DOCTORS: tuple[Case, ...] = (
    (LANG_SON, "ít nhất 4 - 5", 2027, "later", "ít nhất từ 04 bác sĩ/trạm y tế"),
    (LANG_SON, "ít nhất 4 - 5", 2030, "equal", "ít nhất từ 04 bác sĩ/trạm y tế"),
    (LANG_SON[:1], "ít nhất 4 - 5", 2027, "weaker", "ít nhất từ 02 bác sĩ/trạm y tế"),
    (LANG_SON, "ít nhất 5", 2027, "weaker", "ít nhất từ 02 bác sĩ/trạm y tế"),
)
NGHE_AN_DOCTORS: tuple[Case, ...] = (  # the heading "by 2030" dates them
    ((("từ 04 - 05 bác sĩ", 2030, None),), "ít nhất 4 - 5", 2027, "later", "từ 04 - 05 bác sĩ"),
    ((("từ 04 - 05 bác sĩ", 2030, None),), "ít nhất 4 - 5", 2030, "equal", "từ 04 - 05 bác sĩ"),
    ((("từ 04 - 05 bác sĩ", None, None),), "ít nhất 4 - 5", 2027, "later", "từ 04 - 05 bác sĩ"),
    ((("từ 04 - 05 bác sĩ", 2027, None),), "ít nhất 4 - 5", 2027, "equal", "từ 04 - 05 bác sĩ"),
)
CELLS = tuple(("95", year, None) for year in range(2026, 2031))
TEXT, ROW_NAME = ("từ 95% trở lên", 2030, None), ("trên 95%", 2030, None)
DIEN_BIEN_VACCINATION: tuple[Case, ...] = (
    (CELLS, "trên 95%", 2030, "weaker", "95"),
    ((TEXT,), "trên 95%", 2030, "weaker", "từ 95% trở lên"),
    ((ROW_NAME,), "trên 95%", 2030, "equal", "trên 95%"),
    ((*CELLS, ROW_NAME), "trên 95%", 2030, "weaker", "95"),
    ((*CELLS, ROW_NAME, TEXT), "từ 95% trở lên", 2030, "equal", "95"),
)
LESS = (("23,8", 2026, None), ("23,5", 2027, None), ("23", 2028, None), ("22", 2029, None), ("21", 2030, None))
DIEN_BIEN_STUNTING: tuple[Case, ...] = (
    ((*LESS, ("dưới 21%", 2030, None)), "dưới 15%", 2030, "weaker", "21"),
    ((("dưới 21%", 2030, None),), "dưới 15%", 2030, "weaker", "dưới 21%"),
    ((*LESS, ("dưới 21%", 2030, None)), "dưới 21%", 2030, "weaker", "21"),
    ((*LESS, ("dưới 21%", 2030, None)), "22", 2030, "stronger", "21"),
    ((*LESS, ("dưới 21%", 2030, None)), "22", 2028, "later", "22"),
)
RAMP = (("95,2", 2026, None), ("95,4", 2027, None), ("95,6", 2028, None), ("95,8", 2029, None), ("100", 2030, None))
EVERYBODY = ("toàn dân", 2030, None)
LAI_CHAU_INSURANCE: tuple[Case, ...] = (
    ((*RAMP, EVERYBODY), "trên 95%", 2026, "stronger", "95,2"),
    ((*RAMP, EVERYBODY), "toàn dân", 2030, "equal", "100"),
    ((*RAMP, EVERYBODY), "toàn dân", 2029, "later", "100"),
    (RAMP[:4], "toàn dân", 2030, "not_stated", ""),
    (RAMP[:4], "trên 95%", 2030, "stronger", "95,8"),
)
MUONG_LA_HEALTHY_YEARS: tuple[Case, ...] = (
    ((("tối thiểu 70 năm", 2030, None),), "tối thiểu 68 năm", 2030, "stronger", "tối thiểu 70 năm"),
    ((("tối thiểu 68 năm", 2030, None),), "tối thiểu 68 năm", 2030, "equal", "tối thiểu 68 năm"),
    ((("tối thiểu 64 năm", 2030, None),), "tối thiểu 68 năm", 2030, "weaker", "tối thiểu 64 năm"),
)
BOOKS = (("65", 2026, None), ("70", 2027, None), ("80", 2028, None), ("90", 2029, None), ("95", 2030, None))
FROM_2026, FROM_2025 = ("người dân", 2026, 2026), ("toàn bộ người dân", 2025, 2025)
DIEN_BIEN_RECORDS: tuple[Case, ...] = (
    ((*BOOKS, FROM_2026, FROM_2025), "mỗi người dân", 2026, "weaker", "65"),
    ((*BOOKS, FROM_2026, FROM_2025), "100%", 2030, "weaker", "95"),
    ((FROM_2026,), "mỗi người dân", 2026, "equal", "người dân"),
    ((FROM_2026,), "100%", 2030, "equal", "người dân"),
    ((*BOOKS[:4], ("100", 2030, None)), "mỗi người dân", 2026, "later", "100"),
)
LIFE_EXPECTANCY: tuple[Case, ...] = (
    ((("70", 2030, None), ("70 tuổi", 2030, None)), "75,5 tuổi", 2030, "weaker", "70"),
    ((("73 tuổi", 2030, None),), "75,5 tuổi", 2030, "weaker", "73 tuổi"),
    ((("75 tuổi", 2030, None),), "75,5 tuổi", 2030, "weaker", "75 tuổi"),
    ((("75,5 tuổi", 2030, None),), "75,5 tuổi", 2030, "equal", "75,5 tuổi"),
    ((("từ 80 tuổi trở lên", 2045, None),), "trên 80 tuổi", 2045, "weaker", "từ 80 tuổi trở lên"),
)
UP, DOWN = Direction.UP, Direction.DOWN
TABLES = {
    "Lạng Sơn's doctors": (UP, LANG_SON_DOCTORS),
    "Nghệ An's doctors": (UP, NGHE_AN_DOCTORS),
    "Điện Biên's vaccination": (UP, DIEN_BIEN_VACCINATION),
    "Điện Biên's stunting": (DOWN, DIEN_BIEN_STUNTING),
    "Lai Châu's insurance": (UP, LAI_CHAU_INSURANCE),
    "Điện Biên's records": (UP, DIEN_BIEN_RECORDS),
    "Mường La's healthy years": (UP, MUONG_LA_HEALTHY_YEARS),
    "life expectancy": (UP, LIFE_EXPECTANCY),
}


@pytest.mark.parametrize(
    ("direction", "case"),
    [
        pytest.param(direction, case, id=f"{name} {case[1]} {case[2]} {case[3]}")
        for name, (direction, cases) in TABLES.items()
        for case in cases
    ],
)
def test_a_plan_is_judged_as_a_reader_of_both_papers_would(direction: Direction, case: Case) -> None:
    stated, asked, year, verdict, rests_on = case
    statements = [Statement(read_value(printed, {}), due, since, row=printed) for printed, due, since in stated]
    judged = judge(statements, Statement(read_value(asked, {}), year), direction)
    assert judged.ambition.value == verdict
    assert (judged.statement.row if judged.statement else "") == rests_on
