"""What the desk knows when a file comes: the indicators with their words and limits, the places, whose rows a reporter
may bring, and the values that were said before."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.csv_reader import read_sheet
from etl.read import Record
from etl.tables import INDICATORS
from etl.values import measure_of, wordings
from healthplan.model.measure import Measure
from healthplan.model.search import bare
from healthplan.release import publication
from healthplan.release.query import Row, query_rows
from healthplan.release.reference_data import has_table

NAMES = ("indicator", "name_vi", "name_en", "short_vi", "short_en", "aliases_vi")


@dataclass(frozen=True, slots=True)
class IndicatorRules:
    """One indicator: its cells of indicators.csv, its own words, what its figures can be."""

    cells: dict[str, str]
    words: dict[str, str]
    measure: Measure


@dataclass(frozen=True)
class Known:
    """What is known to one reporter's desk."""

    data: Path
    reporter: str
    indicators: dict[str, IndicatorRules]
    places: dict[str, Row]
    home: str  # the place the reporter speaks for; "" for an unknown one
    before: pa.Table = field(repr=False)
    rolled: pa.Table = field(repr=False)

    @cached_property
    def own_places(self) -> dict[str, Row]:
        """The reporter's place and all below it."""
        found = {self.home: self.places[self.home]} if self.home else {}
        for _ in range(3):  # nation, province, commune
            found |= {code: row for code, row in self.places.items() if row["parent"] in found}
        return found

    @cached_property
    def communes(self) -> set[str]:
        """The codes of all communes."""
        return {code for code, row in self.places.items() if row["kind"] == "commune"}

    @cached_property
    def place_names(self) -> dict[str, list[str]]:
        """The reporter's places by their folded names, with and without "Xã", "Tỉnh"."""
        return _by_name(
            (code, [row["name_vi"], row["name_en"], f"{row['type_vi']} {row['name_vi']}"])
            for code, row in self.own_places.items()
        )

    @cached_property
    def indicator_names(self) -> dict[str, list[str]]:
        """The indicators by every name they go by, folded."""
        return _by_name(
            (code, [part for name in NAMES for part in one.cells.get(name, "").split("|")])
            for code, one in self.indicators.items()
        )

    def nearest_indicator(self, text: str) -> str:
        """The indicator whose name is nearest to a text; "" for none."""
        found = difflib.get_close_matches(bare(text), self.indicator_names, 1, 0.6)
        return self.indicator_names[found[0]][0] if found else ""


def _by_name(named: Iterable[tuple[str, list[str]]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code, names in named:
        for name in dict.fromkeys(bare(one) for one in names):
            if name:
                found.setdefault(name, []).append(code)
    return found


def known_to(reporter: str, release: Path) -> Known:
    """What a release and the data folder hold for a reporter: a place's code, or a document of a place. Raises
    ReleaseDamaged, ReleaseTooOld and OSError."""
    data = publication.data_folder()
    sheet = read_sheet((data / "indicators.csv").read_bytes(), "indicators.csv", INDICATORS.names, INDICATORS.spare)
    records = [Record("indicators.csv", line, "", cells) for line, cells in sheet.rows]
    with publication.release_cursor(release) as db:
        known = {row["place"]: row for row in query_rows(db, "from places")}
        papers = {row["document"]: row["place"] for row in query_rows(db, "select document, place from documents")}
        before, rolled = _before(db), _rolled(db)
    home = reporter if reporter in known else papers.get(reporter) or ""
    rules = {one.cells["indicator"]: IndicatorRules(one.cells, wordings(one), measure_of(one)) for one in records}
    return Known(data, reporter, rules, known, home, before, rolled)


def _before(db: duckdb.DuckDBPyConnection) -> pa.Table:
    """The newest version of every value that was reported, with numerator and denominator where they were."""
    if has_table(db, "value_versions"):
        return db.sql("""
            select indicator, place, period as of_period, printed, low, high, numerator, denominator,
                   said_on::varchar as said_on from value_versions where newest""").to_arrow_table()
    return db.sql("""
        select indicator, place, period as of_period, printed, low, high, null::bigint as numerator,
               null::bigint as denominator, '' as said_on
        from observations where status <> 'baseline'""").to_arrow_table()


def _rolled(db: duckdb.DuckDBPyConnection) -> pa.Table:
    """What the communes' rows add up to for each province."""
    if has_table(db, "rolled_up"):
        return db.sql("""
            select indicator, place, period as of_period, value, reported, expected from rolled_up
            where value is not null""").to_arrow_table()
    columns = {"indicator": pa.string(), "place": pa.string(), "of_period": pa.string(), "value": pa.float64(),
               "reported": pa.int64(), "expected": pa.int64()}  # fmt: skip
    return pa.schema(columns).empty_table()
