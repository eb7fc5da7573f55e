"""What a paper calls approximate is called so in every table and sentence, and compared by its number."""

from pathlib import Path

import pytest

from etl.run import run
from healthplan.release import publication
from tests.etl.recipe import spoil

GOALS = "plans/lai-chau-2026/goals.csv"
PRINTED = ("khoảng 97", "xấp xỉ 97%", "~97", "≈ 97%", "trên dưới 97", "ước khoảng 97%")


@pytest.mark.parametrize("printed", PRINTED)
def test_an_approximate_goal_stays_approximate_in_every_table(printed: str, small_data: Path) -> None:
    spoil(small_data, {"file": GOALS, "old": ">95", "new": printed})
    path = run()
    assert path is not None
    with publication.open_release(path) as db:
        for table in ("goals", "statements", "pieces", "datasets.goals", "datasets.values"):
            found = db.execute(
                f"select kind, low, high, about from {table} where printed = $printed", {"printed": printed}
            ).fetchall()
            assert found == [("exact", 97, 97, True)], table
        others = db.execute("select count(*) from goals where about and printed <> $p", {"p": printed})
        assert others.fetchall() == [(0,)]
        ((verdict, vietnamese, english),) = db.execute(
            "select verdict, reason_vi, reason_en from verdicts where sign = 'ambition' and year = 2026"
            " and place = '12' and indicator = 'health_insurance_coverage'"
        ).fetchall()
        assert verdict == "stronger"  # 97 against more than 95
        assert printed in vietnamese
        assert "about 97%" in english


def test_an_approximate_baseline_and_benchmark_say_so_where_a_place_is_summed_up(small_data: Path) -> None:
    seen_in = "plans/lai-chau-2026/observations.csv"
    spoil(small_data, {"file": seen_in, "old": "2025,95,", "new": "2025,khoảng 95,"})
    spoil(small_data, {"file": "national/goals.csv", "old": "trên 95%", "new": "khoảng 95%"})
    path = run()
    assert path is not None
    with publication.open_release(path) as db:
        spans = db.execute("select base_about, about from spans where base_printed = 'khoảng 95'").fetchall()
        asked = db.execute("select about from datasets.benchmarks where printed = 'khoảng 95%'").fetchall()
        seen = db.execute("select about from datasets.observations where printed = 'khoảng 95'").fetchall()
        paces = db.execute(
            "select reason_vi, reason_en from verdicts where sign = 'required_pace' and place = '12'"
        ).fetchall()
    assert (spans, asked, seen) == ([(True, False)], [(True,)], [(True,)])
    assert all("khoảng 95" in vi and "about 95" in en for vi, en in paces)
    assert paces
