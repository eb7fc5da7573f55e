"""Figures typed by hand from the papers, at least twelve a paper, against the release: value, kind and line
of the paper."""

import duckdb
import pytest

DIEN_BIEN = (  # indicator, year, stated in, printed, kind, low, high, line of the paper
    ("avg_height_gain_1_18", 2030, "body", "tối thiểu 1,5 cm", "at_least", 1.5, None, 41),
    ("life_expectancy", 2030, "body", "73 tuổi", "exact", 73, 73, 41),
    ("healthy_life_years", 2030, "body", "tối thiểu 64 năm", "at_least", 64, None, 41),
    ("advanced_hospitals", 2030, "task", "ít nhất 01 bệnh viện", "at_least", 1, None, 97),
    ("vaccination_rate", 2030, "body", "từ 95% trở lên", "at_least", 95, None, 43),
    ("vaccination_rate", 2028, "annex", "95", "exact", 95, 95, 253),
    ("vaccination_rate", 2030, "annex_name", "trên 95%", "more_than", 95, None, 253),
    ("annual_health_check", 2026, "annex", "100", "exact", 100, 100, 254),
    ("ehealth_record", 2026, "annex", "65", "exact", 65, 65, 255),
    ("ehealth_record", 2030, "annex", "95", "exact", 95, 95, 255),
    ("stunting_under5", 2027, "annex", "23,5", "exact", 23.5, 23.5, 256),
    ("stunting_under5", 2030, "body", "dưới 21%", "less_than", None, 21, 51),
    ("regular_physical_activity", 2029, "annex", "43,0", "exact", 43, 43, 257),
    ("hospital_beds_per_10k", 2026, "annex", "33,23", "exact", 33.23, 33.23, 259),
    ("health_insurance_coverage", 2026, "body", "trên 98%", "more_than", 98, None, 53),
    ("health_insurance_coverage", 2029, "annex", "99,6", "exact", 99.6, 99.6, 260),
    ("doctors_per_station", 2026, "annex", "2 - 3", "range", 2, 3, 268),
    ("doctors_per_station", 2027, "body", "từ 4–5", "range", 4, 5, 49),
    ("station_bhyt_visit_share", 2028, "annex", "46,96", "exact", 46.96, 46.96, 269),
    ("doctor_rotation_turns_per_year", None, "task", ">1000 lượt", "more_than", 1000, None, 344),
    ("life_expectancy", 2045, "body", "trên 80 tuổi", "more_than", 80, None, 55),
    ("basic_hospital_fee_exemption", 2028, "annex", "x", "marker", None, None, 266),
)
LAI_CHAU = (
    ("doctors_per_station", 2027, "body", "ít nhất 4-5 bác sĩ/trạm y tế", "at_least", 4, None, 35),
    ("doctors_per_station", 2027, "annex", "4 - 5", "range", 4, 5, 146),
    ("workforce_postgrad", 2030, "annex", ">15", "more_than", 15, None, 147),
    ("provincial_general_hospital_grade", 2027, "annex", "Hạng I, đạt cấp chuyên sâu", "grade", None, None, 148),
    ("provincial_general_hospital_level", 2027, "annex", "Hạng I, đạt cấp chuyên sâu", "grade", None, None, 148),
    ("general_hospitals_grade2", 2030, "annex", "100%", "exact", 100, 100, 149),
    ("facilities_invested", 2030, "annex", "100", "exact", 100, 100, 150),
    ("avg_height_gain_1_18", 2030, "body", "tối thiểu 1,5cm", "at_least", 1.5, None, 39),
    ("life_expectancy", 2030, "body", "70 tuổi", "exact", 70, 70, 39),
    ("life_expectancy", 2027, "annex", "69,1", "exact", 69.1, 69.1, 153),
    ("healthy_life_years", 2030, "annex", "65", "exact", 65, 65, 154),
    ("vaccination_rate", 2027, "annex", "95,03", "exact", 95.03, 95.03, 155),
    ("vaccination_rate", 2030, "annex", ">95", "more_than", 95, None, 155),
    ("annual_health_check", 2028, "annex", "90", "exact", 90, 90, 156),
    ("ehealth_record", 2027, "annex", "85", "exact", 85, 85, 157),
    ("health_insurance_coverage", 2029, "annex", "95,8", "exact", 95.8, 95.8, 158),
    ("health_insurance_coverage", 2030, "body", "toàn dân", "universal", None, None, 41),
    ("telehealth_coverage", 2026, "annex", "100", "exact", 100, 100, 159),
    ("doctors_per_station", 2028, "annex", "", "unknown", None, None, 146),
)
LANG_SON = (
    ("avg_height_gain_1_18", 2030, "body", "tối thiểu 1,5 cm", "at_least", 1.5, None, 34),
    ("life_expectancy", 2030, "body", "75,5 tuổi", "exact", 75.5, 75.5, 34),
    ("healthy_life_years", 2030, "body", "tối thiểu 68 năm", "at_least", 68, None, 34),
    ("vaccination_rate", 2030, "body", "trên 95%", "more_than", 95, None, 36),
    ("regular_physical_activity_gain", 2030, "body", "tăng thêm 10%", "exact", 10, 10, 36),
    ("regular_physical_activity", 2030, "body", "48%", "exact", 48, 48, 36),
    ("annual_health_check", 2026, "body", "người dân", "universal", None, None, 38),
    ("doctors_per_station", 2027, "body", "ít nhất từ 02 bác sĩ/trạm y tế", "at_least", 2, None, 40),
    ("doctors_per_station", 2030, "body", "ít nhất từ 04 bác sĩ/trạm y tế", "at_least", 4, None, 40),
    ("stations_invested", 2030, "body", "100%", "exact", 100, 100, 40),
    ("station_bhyt_visit_share", 2030, "body", "trên 20%", "more_than", 20, None, 40),
    ("health_insurance_coverage", 2026, "body", "trên 95%", "more_than", 95, None, 42),
    ("doctors_per_10k", 2030, "body", "13,5 bác sĩ", "exact", 13.5, 13.5, 44),
    ("hospital_beds_per_10k", 2030, "body", "37 giường bệnh/vạn dân", "exact", 37, 37, 44),
    ("medical_waste_treated", 2030, "body", "100%", "exact", 100, 100, 44),
    ("life_expectancy", 2045, "body", "trên 80 tuổi", "more_than", 80, None, 48),
    ("doctor_rotation_turns_per_year", 2030, "task", "ít nhất 10 lượt", "at_least", 10, None, 78),
)
NGHE_AN = (
    ("avg_height_gain_1_18", 2030, "body", "tối thiểu 1,5 cm", "at_least", 1.5, None, 43),
    ("life_expectancy", 2030, "body", "75,5 tuổi", "exact", 75.5, 75.5, 45),
    ("healthy_life_years", 2030, "body", "tối thiểu 68 năm", "at_least", 68, None, 45),
    ("regular_physical_activity_gain", 2030, "body", "thêm 10%", "exact", 10, 10, 47),
    ("vaccination_rate", 2030, "body", "98%", "exact", 98, 98, 49),
    ("doctors_per_station", 2030, "body", "từ 04 - 05 bác sĩ", "range", 4, 5, 53),
    ("station_bhyt_visit_share", 2030, "body", "trên 20%", "more_than", 20, None, 53),
    ("annual_health_check", 2026, "body", "100%", "exact", 100, 100, 57),
    ("ehealth_record", 2026, "body", "100%", "exact", 100, 100, 57),
    ("digital_health_all_facilities", 2030, "body", "tất cả các cơ sở y tế", "universal", None, None, 60),
    ("health_insurance_coverage", 2026, "body", "trên 95%", "more_than", 95, None, 62),
    ("health_insurance_coverage", 2030, "body", "toàn dân", "universal", None, None, 62),
    ("healthy_life_years", 2045, "body", "trên 71 tuổi", "more_than", 71, None, 68),
    ("commune_station_count", None, "task", "130 Trạm Y tế", "exact", 130, 130, 108),
    ("ncd_management_stations", None, "task", "100%", "exact", 100, 100, 118),
    ("telehealth_coverage", 2027, "task", "100%", "exact", 100, 100, 180),
)
MUONG_LA = (
    ("avg_height_gain_1_18", 2030, "body", "tối thiểu 1,6cm", "at_least", 1.6, None, 75),
    ("life_expectancy", 2030, "body", "75 tuổi", "exact", 75, 75, 75),
    ("life_expectancy", 2030, "annex", "75 tuổi", "exact", 75, 75, 495),
    ("healthy_life_years", 2030, "body", "tối thiểu 70 năm", "at_least", 70, None, 77),
    ("vaccination_rate", 2030, "body", "trên 95%", "more_than", 95, None, 84),
    ("regular_physical_activity_gain", 2030, "body", "hàng năm tăng thêm 10%", "exact", 10, 10, 84),
    ("annual_health_check", 2026, "annex", "Người dân", "universal", None, None, 587),
    ("doctors_per_station", 2027, "body", "ít nhất từ 4-6 bác sĩ", "at_least", 4, None, 106),
    ("doctors_per_station", 2027, "annex", "ít nhất từ 4-6 bác sĩ", "at_least", 4, None, 693),
    ("station_bhyt_visit_share", 2030, "body", "trên 20%", "more_than", 20, None, 108),
    ("health_insurance_coverage", 2026, "body", "trên 95%", "more_than", 95, None, 110),
    ("health_insurance_coverage", 2030, "body", "toàn dân", "universal", None, None, 112),
    ("life_expectancy", 2045, "body", "từ 80 tuổi trở lên", "at_least", 80, None, 122),
    ("healthy_life_years", 2045, "body", "trên 71 tuổi", "more_than", 71, None, 124),
    ("basic_services_per_station", None, "task", "4 dịch vụ", "exact", 4, 4, 175),
)
PAPERS = {
    "dien-bien-2026": DIEN_BIEN,
    "lai-chau-2026": LAI_CHAU,
    "lang-son-2026": LANG_SON,
    "nghe-an-2026": NGHE_AN,
    "muong-la-2026": MUONG_LA,
}
GOALS = [(document, *goal) for document, goals in PAPERS.items() for goal in goals]


@pytest.mark.parametrize(
    ("document", "indicator", "year", "stated_in", *("printed", "kind", "low", "high", "line")), GOALS
)
def test_a_goal_stands_in_the_release_as_in_the_paper(
    document: str,
    indicator: str,
    year: int | None,
    stated_in: str,
    printed: str,
    kind: str,
    low: float | None,
    high: float | None,
    line: int,
    release: duckdb.DuckDBPyConnection,
) -> None:
    found = release.execute(
        "select distinct kind, low, high, line from goals where document = $document"
        " and indicator = $indicator and year is not distinct from $year and stated_in = $stated_in"
        " and printed = $printed and line = $line",
        {
            "document": document,
            "indicator": indicator,
            "year": year,
            "stated_in": stated_in,
            "printed": printed,
            "line": line,
        },
    ).fetchall()
    assert found == [(kind, low, high, line)]


@pytest.mark.parametrize("document", PAPERS)
def test_at_least_twelve_goals_of_every_paper_are_compared(document: str, release: duckdb.DuckDBPyConnection) -> None:
    assert len(PAPERS[document]) >= 12
    assert set(PAPERS) == {row[0] for row in release.execute("select distinct document from goals").fetchall()}
