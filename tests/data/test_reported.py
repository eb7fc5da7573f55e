"""Reported values fit the borders of their time: those of before a merger belong to former provinces."""

import csv

import duckdb
import pytest

from tests.conftest import ROOT

MERGED_ON = "2025-07"
COMMON_ERRORS = (  # a place of today and a value of one of its former provinces that it must never have
    ("75", 53.0),
    ("75", 93.0),
    ("68", 94.56),
    ("19", 92.0),
    ("51", 93.46),
    ("66", 78.6),
    ("82", 79.5),
    ("92", 78.77),
    ("31", 84.78),
    ("25", 88.6),
    ("25", 96.6),
    ("96", 81.5),
    ("56", 95.7),
    ("79", 93.5),
)


def changes() -> list[dict[str, str]]:
    with (ROOT / "data" / "place_changes.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


MERGED = {row["new_code"] for row in changes() if row["not_merged"] == "no"}
OLD = {f"63-{row['old_code']}": row["new_code"] for row in changes() if row["not_merged"] == "no"}


def reported(release: duckdb.DuckDBPyConnection) -> list[tuple[str, str, str, str]]:
    return release.execute(
        "select place, p.kind, last_month(period), document from observations join places p using (place)"
        " where document like 'page-%'"
    ).fetchall()


def test_every_value_names_the_place_with_the_borders_of_its_time(release: duckdb.DuckDBPyConnection) -> None:
    rows = reported(release)
    assert {kind for _, kind, _, _ in rows} >= {"province", "former_province"}
    for place, kind, month, document in rows:
        if kind == "former_province":
            assert month < MERGED_ON, (place, document)
        if place in MERGED:
            assert month >= MERGED_ON, (place, document)


def test_a_former_province_has_a_value_and_stands_under_the_province_that_took_it_in(
    release: duckdb.DuckDBPyConnection,
) -> None:
    rows = release.execute(
        "select place, parent, name_vi, name_en, region, tile_row, valid_to::varchar,"
        " (select count(*) from observations o where o.place = p.place) from places p"
        " where kind = 'former_province'"
    ).fetchall()
    assert len(rows) > 10
    for place, parent, vi, en, region, tile, last, values in rows:
        assert OLD[place] == parent
        assert vi.endswith("(ranh giới cũ)")
        assert en.endswith("(old borders)")
        assert (region, tile, last) == (None, None, "2025-06-30")
        assert values


@pytest.mark.parametrize(("place", "value"), COMMON_ERRORS)
def test_a_value_of_a_former_province_is_not_given_to_the_merged_one(
    place: str, value: float, release: duckdb.DuckDBPyConnection
) -> None:
    found = {row[0] for row in release.execute(
        "select place from observations where indicator = 'health_insurance_coverage' and low = $value"
        " and high = $value and document like 'page-%'", {"value": value}).fetchall()}  # fmt: skip
    assert found
    assert place not in found


def test_nothing_is_measured_by_what_was_reported_of_places_without_a_plan(release: duckdb.DuckDBPyConnection) -> None:
    planned = {row[0] for row in release.execute("select place from planned_places").fetchall()}
    for table in ("verdicts", "findings", "spans"):
        places = {row[0] for row in release.execute(f"select distinct place from {table}").fetchall()}
        assert places <= planned | {"VN", None}, table
