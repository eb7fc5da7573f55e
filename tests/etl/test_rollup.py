"""From communes to province to nation: what is summed, from whom, and what nobody may conclude from it."""

import datetime
import random
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from etl.rollup import roll_up
from etl.run import NotPublished, run
from healthplan.release import publication
from tests.etl.recipe import write_parquet

HEAD = "commune,indicator,of_period,numerator,denominator,received\n"
COMMUNES = pa.table({"commune": ["a1", "a2", "a3", "b1"], "province": ["A", "A", "A", "B"]})
RULES = pa.table(
    {"indicator": ["insured", "beds", "ready"], "rollup": ["ratio", "sum", "share_of_units"], "per": [100, 1, 100]}
)


def rolled(
    folder: Path, *, communes: pa.Table = COMMUNES, **reports: str
) -> dict[tuple[str, str, str], dict[str, Any]]:
    """The roll-up of reports by period (`m10` is 2026-10), by indicator, place and period."""
    files = [folder / f"2026-{name[1:]}" / "communes.parquet" for name in reports]
    for path, rows in zip(files, reports.values(), strict=True):
        write_parquet(path, HEAD + rows)
    found = roll_up(files, communes, RULES).to_pylist()
    return {(row.pop("indicator"), row.pop("place"), row.pop("period")): row for row in found}


def test_a_share_is_sum_over_sum_and_no_average_of_shares(tmp_path: Path) -> None:
    found = rolled(tmp_path, m10="a1,insured,2026-10,90,100,2026-11-02\na2,insured,2026-10,100,900,2026-11-03\n")
    assert found["insured", "A", "2026-10"] == {
        "numerator": 190, "denominator": 1000, "value": 19.0, "reported": 2, "expected": 3, "missing": ["a3"],
        "share": None, "received": datetime.date(2026, 11, 3),
    }  # fmt: skip
    assert ("insured", "B", "2026-10") not in found


def test_the_nation_is_made_of_communes_and_names_those_of_provinces_that_said_nothing(tmp_path: Path) -> None:
    found = rolled(tmp_path, m10="a1,beds,2026-10,7,,2026-11-02\na3,beds,2026-10,5,,2026-11-02\n")
    nation = found["beds", "VN", "2026-10"]
    assert (nation["value"], nation["denominator"], nation["missing"]) == (12.0, None, ["a2", "b1"])
    assert (nation["reported"], nation["expected"], nation["share"]) == (2, 4, None)


def test_communes_that_meet_are_counted_over_those_that_report(tmp_path: Path) -> None:
    found = rolled(tmp_path, m10="a1,ready,2026-10,1,,2026-11-02\na2,ready,2026-10,0,,2026-11-02\n")
    row = found["ready", "A", "2026-10"]
    assert (row["numerator"], row["denominator"], row["value"], row["missing"]) == (1, 2, 50.0, ["a3"])


def test_the_newest_row_counts_in_whichever_report_it_came(tmp_path: Path) -> None:
    found = rolled(
        tmp_path,
        m10="a1,beds,2026-10,1,,2026-11-02\na1,beds,2026-10,2,,2026-11-04\na2,beds,2026-10,10,,2026-11-02\n",
        m11="a1,beds,2026-10,3,,2026-12-01\na2,beds,2026-10,20,,2026-11-01\n",
        m12="a3,beds,2026-12,5,,2027-01-02\n",
    )
    assert found["beds", "A", "2026-10"]["value"] == 13.0  # a2's row of the later report was received earlier
    assert found["beds", "A", "2026-12"]["missing"] == ["a1", "a2"]


def test_who_is_missing_is_expected_with_his_newest_known_denominator_and_counts_nothing(tmp_path: Path) -> None:
    rows = "".join(f"a{n},insured,2026-10,{40 * n},{100 * n},2026-11-02\n" for n in (1, 2, 3))
    later = "a3,insured,2026-11,150,300,2026-12-02\na3,insured,2026-10,120,500,2026-12-02\n"
    row = rolled(tmp_path, m10=rows, m11=later)["insured", "A", "2026-11"]
    assert (row["numerator"], row["denominator"], row["share"]) == (150, 300, 0.5)  # 300 of 100 + 200 + 300


def test_a_denominator_of_nought_makes_no_value(tmp_path: Path) -> None:
    assert rolled(tmp_path, m10="b1,insured,2026-10,0,0,2026-11-02\n")["insured", "B", "2026-10"]["value"] is None


def test_both_engines_give_every_row_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A made-up year: provinces of more than 60 communes, gaps, corrections, late rows, other kinds of periods."""
    lots, places = random.Random(72), [f"{province}{n:03}" for province in "PQR" for n in range(75)]
    communes = pa.table({"commune": places, "province": [place[0] for place in places]})
    reports = {"m10": "", "m11": "", "mQ4": ""}
    for name, of_periods in (("m10", ["2026-10"]), ("m11", ["2026-11", "2026-10"]), ("mQ4", ["2026-Q4", "2026"])):
        for place in places:
            for period in of_periods:
                whole, day = lots.randrange(1, 90_000), lots.randrange(1, 29)
                rows = (f"{place},insured,{period},{lots.randrange(whole + 1)},{whole},2027-01-{day:02}\n",
                        f"{place},beds,{period},{lots.randrange(900)},,2027-01-{day:02}\n",
                        f"{place},ready,{period},{lots.randrange(2)},,2027-01-{day:02}\n")  # fmt: skip
                reports[name] += "".join(row for row in rows if lots.random() < 0.7)
    ours = rolled(tmp_path / "duckdb", communes=communes, **reports)
    monkeypatch.setenv("ROADMAP72_ENGINE", "spark")
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")  # it runs for seconds only
    assert rolled(tmp_path / "spark", communes=communes, **reports) == ours
    assert len(ours) == 3 * 4 * 4 and {type(row["value"]) for row in ours.values()} == {float}


@pytest.mark.parametrize("name", ["sparc", "sc:/x"])
def test_an_engine_that_nobody_knows_is_told(name: str, small_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _communes(small_data, "ML,health_insurance_coverage,2026-10,90,100,2026-11-03\n")
    monkeypatch.setenv("ROADMAP72_ENGINE", name)
    with pytest.raises(NotPublished) as stopped:
        run()
    assert (stopped.value.sentence, stopped.value.facts) == ("build_engine_missing", {"name": name})


def _communes(data: Path, rows: str, others: int = 0) -> None:
    """Rows of October 2026, in a province of so many communes besides Mường La."""
    write_parquet(data / "reports/2026-10/communes.parquet", HEAD + rows)
    with (data / "communes.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"0380{n},Xã {n},Commune {n},Xã,Commune,12\n" for n in range(others))


def _built() -> duckdb.DuckDBPyConnection:
    path = run()
    assert path is not None
    return publication.open_release(path)


OWN = """
    select status, printed, low, note_vi, note_en from observations where place = '12' and period = '2026-10'
    order by all"""
NOW = "select role from newest_values where place = '12' and indicator = 'health_insurance_coverage'"


def test_a_province_has_its_sum_with_its_coverage_beside_what_it_reports_itself(small_data: Path) -> None:
    _communes(small_data, "ML,health_insurance_coverage,2026-10,9997,10000,2026-11-03\n")
    own = small_data / "reports/2026-10/12/values.csv"
    own.parent.mkdir()
    header = (small_data / "reports/2026-Q3/11/values.csv").read_text(encoding="utf-8").splitlines()[0]
    own.write_text(
        f'{header}\nhealth_insurance_coverage,12,2026-10,"99,9",,,,reported,Sở Y tế,Department,2026-11-05,,,,\n'
    )
    with _built() as db:
        assert db.execute(OWN).fetchall() == [
            ("reported", "99,9", 99.9, "", ""),
            ("rolled_up", "99,9", 99.9, "1/1 xã, phường đã báo cáo, chiếm 100\u00a0% dân số",
             "1 of 1 communes reported, 100% of population"),
        ]  # fmt: skip
        assert db.execute(NOW).fetchall() == [("reported",)]
        assert db.execute("select indicator from findings where rule = 'rollup_differs'").fetchall() == []


@pytest.mark.parametrize(("others", "judged"), [(0, True), (1, False)])
def test_no_verdict_rests_on_less_than_four_fifths(others: int, judged: bool, small_data: Path) -> None:
    _communes(small_data, "ML,health_insurance_coverage,2026-10,900,1000,2026-11-03\n", others)
    with _built() as db:
        assert (db.execute(NOW).fetchall() == [("rolled_up",)]) is judged
        assert [row[:2] for row in db.execute(OWN).fetchall()] == [("rolled_up", "90")]


def test_a_file_of_communes_that_loses_its_rows_is_refused_and_another_is_another_release(small_data: Path) -> None:
    rows = "".join(f"0380{n},health_insurance_coverage,2026-10,90,100,2026-11-03\n" for n in range(9))
    _communes(small_data, rows, 9)
    first = run()
    _communes(small_data, rows.replace(",90,", ",91,"))
    assert run() != first
    (small_data / "reports/2026-10/communes.parquet").unlink()
    with pytest.raises(Exception, match="1 complaints") as refused:
        run()
    assert [one.fault for one in refused.value.complaints] == ["rows_withdrawn"]
