"""The texts of the papers: held for every plan and for the nation's two resolutions, and every official
benchmark stands in its own, word for word."""

import duckdb
import pytest

from etl.papers import read_papers
from etl.snapshot import take_snapshot
from tests.conftest import ROOT

PAPERS, FAULTS = read_papers(take_snapshot(ROOT / "data").papers)
WORDS = (  # document, line, what stands there, typed by hand from the page
    ("72-nq-tw", 11, "đến năm 2027 có ít nhất từ 4 - 5 bác sĩ. Tăng tỷ lệ khám bệnh"),
    ("72-nq-tw", 17, "số năm sống khoẻ mạnh tăng lên trên 71 tuổi"),
    ("72-nq-tw", 41, "mỗi năm các địa phương luân phiên, luân chuyển, điều động ít nhất 1.000 bác sĩ"),
    ("72-nq-tw", 43, "có ít nhất 1 bệnh viện đạt cấp chuyên sâu"),
    ("282-nq-cp", 5, "hoàn thành việc tạo lập sổ sức khỏe điện tử cho toàn bộ người dân."),
    ("dien-bien-2026", 344, "Tăng cường >1000 lượt cán bộ, bác sĩ"),
)
OFFICIAL = (  # law, indicator, year, from_year, each year, printed, line
    ("72-nq-tw", "doctors_per_station", 2027, None, False, "ít nhất từ 4 - 5 bác sĩ", 11),
    ("72-nq-tw", "doctor_rotation_turns_per_year", 2030, 2025, True, "ít nhất 1.000 bác sĩ", 41),
    ("72-nq-tw", "stations_sufficient_doctors", 2030, None, False, "đủ bác sĩ", 41),
    ("72-nq-tw", "healthy_life_years", 2045, None, False, "trên 71 tuổi", 17),
    ("72-nq-tw", "annual_health_check", 2026, 2026, False, "người dân", 9),
    ("72-nq-tw", "station_staff_allowance", None, None, False, "tối thiểu 70%", 55),
    ("282-nq-cp", "ehealth_record", 2026, 2026, False, "toàn bộ người dân", 5),
)
HEADED = {"vaccination_rate", "regular_physical_activity_gain", "stations_invested", "station_bhyt_visit_share"}


def test_every_plan_and_both_resolutions_are_held_with_the_lines_that_the_documents_say(
    release: duckdb.DuckDBPyConnection,
) -> None:
    told = dict(release.execute("select document, lines from documents where file is not null").fetchall())
    assert FAULTS == []
    assert {name: len(lines) for name, lines in PAPERS.items()} == told
    found = release.execute("select document from documents where kind = 'plan'").fetchall()
    plans = {row[0] for row in found}
    assert plans | {"72-nq-tw", "282-nq-cp"} <= set(told)


@pytest.mark.parametrize(("document", "line", "words"), WORDS)
def test_a_paper_reads_as_its_page(document: str, line: int, words: str) -> None:
    assert words in PAPERS[document][line - 1]


@pytest.mark.parametrize(("law", "indicator", "year", "from_year", "each", "printed", "line"), OFFICIAL)
def test_a_benchmark_stands_in_the_release_as_in_the_law(
    law: str,
    indicator: str,
    year: int | None,
    from_year: int | None,
    each: bool,
    printed: str,
    line: int,
    release: duckdb.DuckDBPyConnection,
) -> None:
    found = release.execute(
        "select from_year, each_year, printed, line, reading from benchmarks where document = $law"
        " and indicator = $indicator and year is not distinct from $year",
        {"law": law, "indicator": indicator, "year": year},
    ).fetchall()
    assert found == [(from_year, each, printed, line, "official")]


def test_every_official_benchmark_has_its_words_in_its_line_and_no_press_reading_has_one(
    release: duckdb.DuckDBPyConnection,
) -> None:
    rows = release.execute("select document, reading, printed, locator, line from benchmarks").fetchall()
    official = [row for row in rows if row[1] == "official"]
    assert len(official) >= 38
    assert [row for row in official if row[2] not in PAPERS[row[0]][row[4] - 1] or not row[3]] == []
    assert {row[3:] for row in rows if row[1] == "press"} == {(None, None)}


def test_a_goal_that_only_a_heading_dates_says_so(release: duckdb.DuckDBPyConnection) -> None:
    rows = release.execute(
        "select indicator from benchmarks where document = '72-nq-tw' and dated_by = 'heading' and compare"
        " and year = 2030"
    ).fetchall()
    assert {row[0] for row in rows} == HEADED


def test_yearly_goals_are_kept_alike(release: duckdb.DuckDBPyConnection) -> None:
    rows = release.execute(
        "select place, from_year, year, each_year from goals"
        " where indicator = 'doctor_rotation_turns_per_year' order by place"
    ).fetchall()
    assert rows == [("11", 2025, None, True), ("20", 2025, 2030, True)]
    judged = release.execute(
        "select distinct year from verdicts where indicator = 'doctor_rotation_turns_per_year'"
        " and place = '11' and sign in ('pace', 'level')"
    ).fetchall()
    assert judged == []
