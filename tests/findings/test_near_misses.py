"""What looks like a finding and is none: each row of the table was looked up in the papers."""

import duckdb
import pytest

NEAR_MISSES = [  # rule, place, indicator or place in the paper, why it is not told
    ("back_loaded", "11", "health_insurance_coverage", "98,0 to 100 in five even steps"),
    ("back_loaded", "12", "life_expectancy", "0,3 a year from 68,5 to 70"),
    ("behind_before", "11", "annual_health_check", "100 every year"),
    ("behind_before", "11", "stunting_under5", "falls from 23,87 to 21, and less is better"),
    ("behind_before", "12", "health_insurance_coverage", "rises every year"),
    ("blank_milestones", "11", "basic_hospital_fee_exemption", "only the cell of the target is blank"),
    ("blank_milestones", "12", "health_insurance_coverage", "every year is filled"),
    ("everybody_ramp", "11", "annual_health_check", "the table says 100 from 2026 on, too"),
    ("everybody_ramp", "11", "ehealth_record", "the table never reaches 100: another rule tells it"),
    ("everybody_ramp", "12", "health_insurance_coverage", "everybody by 2030, not from a year on"),
    ("everybody_ramp", "12", "telehealth_coverage", "100 from 2026 on in text and table"),
    ("flat_year", "11", "doctors_per_station", "4 - 5 is reached in 2027 and kept"),
    ("flat_year", "11", "vaccination_rate", "95 every year, and no more is to come"),
    ("increase_as_yearly", "11", "regular_physical_activity_gain", "an increase by 2030"),
    ("increase_as_yearly", "20", "regular_physical_activity_gain", "an increase to 48%"),
    ("indicator_without_task", "11", "insurance_products", "a goal in words only"),
    ("indicator_without_task", "20", "health_insurance_coverage", "the list of tasks is not held"),
    ("indicator_without_task", "40", "health_insurance_coverage", "the list of tasks is not held"),
    ("indicator_without_task", "12", "health_insurance_coverage", "task I.4"),
    ("later_than_nation", "11", "health_insurance_coverage", "98,4 in 2026 is above the nation's 95,5"),
    ("later_than_nation", "12", "doctors_per_station", "4 - 5 in 2027, as the nation asks"),
    ("laws_disagree", "VN", "annual_health_check", "one paper asks for it"),
    ("laws_disagree", "VN", "doctors_per_10k", "15,3 in 2026 and 19 in 2030 are one path"),
    ("laws_disagree", "VN", "stunting_under5", "15 in 2030 and 13 in 2035 are one path"),
    ("left_out", "12", "health_insurance_coverage", "stated"),
    ("left_out", "40", "ncd_management_stations", "stated without a year"),
    ("met_at_baseline", "11", "annual_health_check", "not surveyed, so nobody knows"),
    ("met_at_baseline", "11", "health_insurance_coverage", "98,0 is not above 98"),
    ("met_at_baseline", "12", "vaccination_rate", "95 is not above 95"),
    ("no_baseline", "11", "annual_health_check", "not surveyed: another rule tells it"),
    ("no_baseline", "11", "basic_hospital_fee_exemption", "a goal in words has no number to start from"),
    ("no_baseline", "11", "provincial_general_hospital_level", "a grade has no number to start from"),
    ("no_baseline", "11", "regular_physical_activity_gain", "10 % more than the baseline of 35,0"),
    ("no_baseline", "12", "health_insurance_coverage", "95 in 2025"),
    ("no_baseline", "12", "trad_medicine_hospital_beds", "no year: another rule tells it"),
    ("no_baseline", "40", "digital_health_all_facilities", "a goal in words has no number to start from"),
    ("no_national_citation", "11", "", "in the title"),
    ("no_national_citation", "03808", "", "in the title"),
    ("not_surveyed", "12", "annual_health_check", "blank, which is not the same"),
    ("one_number_two_papers", "40", "", "282/NQ-CP has one date everywhere"),
    ("other_definition", "11", "ehealth_record", "the electronic health book, as the nation says"),
    ("other_definition", "12", "vaccination_rate", "the essential programme, as the nation says"),
    ("priority_groups", "40", "annual_health_check", "everybody, without a limit"),
    ("report_before_year_ends", "40", "Mục IV.1, gạch đầu dòng 4", "a yearly meeting, no report"),
    ("same_number_other_sign", "11", "health_insurance_coverage", "everybody and 100 is no sign"),
    ("same_number_other_sign", "11", "station_bhyt_visit_share", "20 and 55: another rule tells it"),
    ("same_number_other_sign", "12", "life_expectancy", "70 and 70"),
    ("same_number_other_sign", "03808", "doctors_per_station", "one wording in text and annex"),
    ("softer_words", "11", "health_insurance_coverage", "stated without softer words"),
    ("softer_words", "12", "health_insurance_coverage", "“tiến tới” in a task, firm in the goals"),
    ("target_without_year", "12", "health_insurance_coverage", "dated in the goals"),
    ("target_without_year", "20", "annual_health_check", "from 2026 on in the goals"),
    ("target_without_year", "20", "stations_sufficient_doctors", "2030 in the paragraph after"),
    ("task_after_goal", "11", "ehealth_record", "goals from 2025 on, and task 30 began in 2025, too"),
    ("task_after_goal", "12", "ehealth_record", "its tasks are ongoing"),
    ("task_before_plan", "12", "Phụ lục II, nhiệm vụ I.1", "the month in which the paper was issued"),
    ("task_number_twice", "12", "Phụ lục II, nhiệm vụ II.1", "numbers start anew in every group"),
    ("task_without_indicator", "11", "Phụ lục II, nhiệm vụ 2.1", "a heading over tasks"),
    ("task_without_lead", "11", "Phụ lục II, nhiệm vụ 2.1", "a heading over tasks"),
    ("text_table_differ", "11", "ehealth_record", "a word and a number: another rule tells it"),
    ("text_table_differ", "12", "doctors_per_station", "4 in both"),
    ("two_years", "11", "ehealth_record", "another level, not another year"),
    ("two_years", "12", "doctors_per_station", "2027 in both; the annex repeats it for 2030"),
    ("two_years", "03808", "life_expectancy", "2030 in both; 2045 is the vision"),
    ("universal_below_100", "11", "health_insurance_coverage", "the table reaches 100"),
    ("universal_below_100", "12", "ehealth_record", "the table reaches 100"),
    ("weaker_than_nation", "12", "vaccination_rate", "above 95, as the nation asks"),
    ("weaker_than_nation", "20", "life_expectancy", "75,5, as the nation asks"),
    ("weaker_than_nation", "03808", "healthy_life_years", "70 against 68"),
]


@pytest.mark.parametrize(
    ("rule", "place", "about", "reason"), NEAR_MISSES, ids=["-".join(row[:3]) for row in NEAR_MISSES]
)
def test_a_near_miss_is_not_told(
    rule: str, place: str, about: str, reason: str, release: duckdb.DuckDBPyConnection
) -> None:
    told = release.execute(
        """
        select sentence_vi from findings where rule = $rule and place = $place
          and ($about = '' or $about in (coalesce(indicator, ''), locator_a, locator_b))""",
        {"rule": rule, "place": place, "about": about},
    ).fetchall()
    assert told == [], reason


def test_a_near_miss_is_about_something_that_is_there(release: duckdb.DuckDBPyConnection) -> None:
    rules = {rule for (rule,) in release.execute("select rule from rules").fetchall()}
    known = set(
        release.execute(
            """
        select place, indicator from pieces union select place, locator from pieces
        union select place, '' from places"""
        ).fetchall()
    )
    assert [row for row in NEAR_MISSES if row[0] not in rules or row[1:3] not in known] == []
