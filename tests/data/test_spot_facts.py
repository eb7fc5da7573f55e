"""Baselines, tasks, duties and verdicts typed by hand from the papers and from the text of Resolution
72-NQ/TW."""

import duckdb
import pytest

BASELINES = (  # place, indicator, printed, kind, low, high
    ("11", "vaccination_rate", "96,7", "exact", 96.7, 96.7),
    ("11", "ehealth_record", "65,9", "exact", 65.9, 65.9),
    ("11", "stunting_under5", "23,87", "exact", 23.87, 23.87),
    ("11", "doctors_per_station", "1-2", "range", 1, 2),
    ("11", "regular_physical_activity", "35,0", "exact", 35, 35),
    ("11", "hospital_beds_per_10k", "32,1", "exact", 32.1, 32.1),
    ("11", "health_insurance_coverage", "98,0", "exact", 98, 98),
    ("11", "station_bhyt_visit_share", "34,9", "exact", 34.9, 34.9),
    ("11", "annual_health_check", "Chưa có số liệu điều tra", "unknown", None, None),
    ("11", "basic_hospital_fee_exemption", "Chưa có số liệu điều tra", "unknown", None, None),
    ("11", "life_expectancy", "", "unknown", None, None),
    ("12", "doctors_per_station", "2,7", "exact", 2.7, 2.7),
    ("12", "workforce_postgrad", "9,7", "exact", 9.7, 9.7),
    ("12", "provincial_general_hospital_grade", "Hạng II, đạt cấp cơ bản", "grade", None, None),
    ("12", "provincial_general_hospital_level", "Hạng II, đạt cấp cơ bản", "grade", None, None),
    ("12", "general_hospitals_grade2", "25%", "exact", 25, 25),
    ("12", "life_expectancy", "68,5", "exact", 68.5, 68.5),
    ("12", "vaccination_rate", "95", "exact", 95, 95),
    ("12", "ehealth_record", "70", "exact", 70, 70),
    ("12", "health_insurance_coverage", "95", "exact", 95, 95),
    ("12", "telehealth_coverage", "63", "exact", 63, 63),
    ("12", "healthy_life_years", "", "unknown", None, None),
    ("40", "commune_station_count", "457 Trạm Y tế", "exact", 457, 457),
)
REASONS = (  # a word for every kind of nothing, as the papers show it
    ("observations", "11", "annual_health_check", "not_surveyed"),
    ("observations", "11", "life_expectancy", "page_missing"),
    ("observations", "12", "healthy_life_years", "blank"),
    ("goals", "12", "workforce_postgrad", "blank"),
    ("goals", "11", "healthy_life_years", "page_missing"),
)
TASKS = (
    ("dien-bien-2026", 73),
    ("muong-la-2026", 31),
    ("lai-chau-2026", 28),
    ("lang-son-2026", 0),
    ("nghe-an-2026", 0),
)
DUTIES = (  # document, cadence, month, day, line
    ("dien-bien-2026", "monthly", None, 14, 207),
    ("dien-bien-2026", "yearly", 12, 14, 207),
    ("dien-bien-2026", "monthly", None, 15, 213),
    ("dien-bien-2026", "yearly", 12, 15, 213),
    ("nghe-an-2026", "monthly", None, 20, 220),
    ("nghe-an-2026", "yearly", 11, 25, 228),
    ("nghe-an-2026", "once", 6, 15, 216),
    ("muong-la-2026", "yearly", 11, 10, 355),
)
VERDICTS = (  # place, indicator, year of Resolution 72-NQ/TW, verdict
    ("20", "doctors_per_station", 2027, "later"),
    ("40", "doctors_per_station", 2027, "later"),
    ("11", "doctors_per_station", 2027, "equal"),
    ("03808", "doctors_per_station", 2027, "equal"),
    ("11", "vaccination_rate", 2030, "weaker"),
    ("12", "vaccination_rate", 2030, "equal"),
    ("40", "vaccination_rate", 2030, "stronger"),
    ("11", "ehealth_record", 2026, "two_levels"),
    ("12", "ehealth_record", 2026, "two_levels"),
    ("11", "station_bhyt_visit_share", 2030, "two_levels"),
    ("12", "health_insurance_coverage", 2030, "equal"),
    ("11", "health_insurance_coverage", 2026, "stronger"),
    ("20", "health_insurance_coverage", 2026, "equal"),
    ("03808", "healthy_life_years", 2030, "stronger"),
    ("12", "healthy_life_years", 2030, "weaker"),
    ("03808", "avg_height_gain_1_18", 2030, "stronger"),
    ("11", "life_expectancy", 2030, "weaker"),
    ("12", "life_expectancy", 2030, "weaker"),
    ("03808", "life_expectancy", 2030, "weaker"),
    ("20", "life_expectancy", 2030, "equal"),
    ("40", "life_expectancy", 2030, "equal"),
    ("03808", "life_expectancy", 2045, "weaker"),
    ("12", "regular_physical_activity_gain", 2030, "not_stated"),
)


@pytest.mark.parametrize(("place", "indicator", "printed", "kind", "low", "high"), BASELINES)
def test_a_baseline_stands_in_the_release_as_in_the_paper(
    place: str,
    indicator: str,
    printed: str,
    kind: str,
    low: float | None,
    high: float | None,
    release: duckdb.DuckDBPyConnection,
) -> None:
    found = release.execute(
        "select printed, kind, low, high from observations where place = $place and indicator = $indicator"
        " and status = 'baseline'",
        {"place": place, "indicator": indicator},
    ).fetchall()
    assert found == [(printed, kind, low, high)]


@pytest.mark.parametrize(("table", "place", "indicator", "reason"), REASONS)
def test_what_is_not_known_says_why(
    table: str, place: str, indicator: str, reason: str, release: duckdb.DuckDBPyConnection
) -> None:
    rows = release.table(table).fetchall()
    names = release.table(table).columns
    kept = [dict(zip(names, row, strict=True)) for row in rows]
    assert reason in {row["unknown_reason"] for row in kept if (row["place"], row["indicator"]) == (place, indicator)}


@pytest.mark.parametrize(("document", "count"), TASKS)
def test_every_task_of_the_annex_is_there(document: str, count: int, release: duckdb.DuckDBPyConnection) -> None:
    found = release.execute("select count(*) from tasks where document = $document", {"document": document}).fetchall()
    assert found == [(count,)]


def test_a_number_that_the_paper_prints_twice_is_kept_twice(release: duckdb.DuckDBPyConnection) -> None:
    found = release.execute(
        "select occurrence from tasks where document = 'dien-bien-2026' and number = '36' order by all"
    ).fetchall()
    assert found == [(1,), (2,)]


@pytest.mark.parametrize(("document", "cadence", "month", "day", "line"), DUTIES)
def test_a_duty_is_due_when_the_paper_says(
    document: str, cadence: str, month: int | None, day: int, line: int, release: duckdb.DuckDBPyConnection
) -> None:
    found = release.execute(
        "select month, day from duties where document = $document and cadence = $cadence"
        " and line = $line and day = $day",
        {"document": document, "cadence": cadence, "line": line, "day": day},
    ).fetchall()
    assert found == [(month, day)]


@pytest.mark.parametrize(("place", "indicator", "year", "verdict"), VERDICTS)
def test_a_plan_stands_to_resolution_72_as_a_reader_of_both_would_say(
    place: str, indicator: str, year: int, verdict: str, release: duckdb.DuckDBPyConnection
) -> None:
    found = release.execute(
        "select verdict from verdicts where sign = 'ambition' and law = '72-NQ/TW' and place = $place"
        " and indicator = $indicator and year = $year",
        {"place": place, "indicator": indicator, "year": year},
    ).fetchall()
    assert found == [(verdict,)]


def test_the_stunting_goal_of_dien_bien_is_weaker_than_the_national_one(release: duckdb.DuckDBPyConnection) -> None:
    found = release.execute(
        "select law, verdict, plan_printed, benchmark_printed from verdicts where sign = 'ambition'"
        " and place = '11' and indicator = 'stunting_under5' and year = 2030"
    ).fetchall()
    assert found == [("262/2025/QH15", "weaker", "21", "dưới 15%")]


def test_the_same_number_with_a_weaker_sign_is_said_so(release: duckdb.DuckDBPyConnection) -> None:
    found = release.execute(
        "select plan_printed, benchmark_printed, reason from verdicts where sign = 'ambition'"
        " and place = '11' and indicator = 'vaccination_rate'"
    ).fetchall()
    assert found == [("95", "trên 95%", "ambition_weaker_sign")]
