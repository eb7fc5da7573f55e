"""What researchers may rely on: names of tables and columns, closed sets of words, and a description of every
column."""

import re

import duckdb
import pytest

from etl.contract import TableSchema
from etl.tables import TABLES
from healthplan.model.ambition import Ambition
from healthplan.model.progress import ProgressLevel, ProgressPace
from healthplan.model.shape import Spread
from healthplan.model.value import Reason, ValueKind
from tests.conftest import ROOT

VALUE = "kind low high low_open high_open rank unknown_reason"
CONTRACT = {  # view or table and the columns it is promised to have; more are allowed
    "places": "place kind name_vi name_en parent region tile_row tile_col",
    "documents": "document number issuer_vi issuer_en issued_on place title_vi title_en file",
    "indicators": "indicator theme name_vi name_en unit_vi unit_en direction scale headline",
    "goals": f"indicator place document year from_year role stated_in printed {VALUE} locator line",
    "observations": f"indicator place document period status printed {VALUE} locator line",
    "benchmarks": "indicator place law year from_year role printed kind low high low_open high_open address"
    " caution_vi caution_en",
    "tasks": "document place number occurrence parent task_group title_vi title_en lead_printed leads"
    " partners_printed result_vi result_en time_printed time_kind starts ends indicators line",
    "duties": "document place who_vi to_whom_vi what_vi cadence month day due_printed line",
    "verdicts": "sign indicator place year verdict plan_printed plan_locator benchmark_printed law reason_vi reason_en",
    "findings": "rule severity place document indicator year printed_a locator_a printed_b locator_b"
    " sentence_vi sentence_en",
    "release": "name built_at inputs_hash rows",
}
KINDS, REASONS = {kind.value for kind in ValueKind}, {reason.value for reason in Reason} | {None}
CLOSED = (  # table, column, the words it may hold
    *((table, "kind", KINDS) for table in ("goals", "observations", "benchmarks")),
    *((table, "unknown_reason", REASONS) for table in ("goals", "observations", "benchmarks")),
    *((table, "role", {"target", "milestone", "vision"}) for table in ("goals", "benchmarks")),
    ("goals", "stated_in", {"body", "annex", "annex_name", "task"}),
    ("observations", "status", {"baseline", "reported", "estimated", "revised", "rolled_up"}),
    ("places", "kind", {"nation", "region", "province", "commune", "former_province"}),
    ("documents", "kind", {"plan", "law", "page", "report"}),
    ("indicators", "direction", {"up", "down", "none"}),
    ("indicators", "scale", {"level", "increase", "count", "grade", "word"}),
    ("verdicts", "sign", {"ambition", "required_pace", "plan_shape", "pace", "level"}),
    (
        "verdicts",
        "verdict",
        {word.value for words in (Ambition, Spread, ProgressPace, ProgressLevel) for word in words}
        | {"required", "met", "sign"},
    ),
    ("findings", "severity", {"grave", "notable", "minor"}),
)
README = (ROOT / "data" / "README.md").read_text(encoding="utf-8")


def described(table: TableSchema) -> set[str]:
    """The columns that data/README.md describes under the heading of a table's file."""
    folder = {"plans/*": "## Plans", "reports/*/*": "## Reports", "national": "## Nation"}.get(
        table.pattern.rpartition("/")[0], "## Places and words"
    )
    part = README.split(f"\n{folder}", 1)[1].split("\n## ", 1)[0].split("\n# ", 1)[0]
    section = part.split(f"\n### {table.pattern.rpartition('/')[2]}\n", 1)[1].split("\n### ", 1)[0]
    rows = re.findall(r"^\| ([a-z0-9_, ]+) \|", section, re.M)
    return {name for row in rows for name in row.split(", ")} - {"column"}


def views() -> dict[str, list[str]]:
    """The tables of the database and their columns as data/README.md lists them, explanations in brackets
    left out."""
    rows = re.findall(r"^\| (\w+) \| (.+) \| .+ \|$", README.split("\n# The database\n", 1)[1], re.M)
    listed = {name: re.sub(r" \([^)]*\)", "", columns).split(", ") for name, columns in rows}
    return {name: _columns(listed, name) for name in listed if name != "table"}


def _columns(listed: dict[str, list[str]], name: str) -> list[str]:
    """The columns of a table, those of another one and some more where it says so."""
    first, *more = listed[name]
    other = first.removeprefix("the columns of ")
    return [*(_columns(listed, other) if other != first else [first]), *more]


def columns_of(release: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    rows = release.execute(
        "select table_name, column_name from duckdb_columns() where not internal"
        " and schema_name = 'main' order by table_name, column_index"
    ).fetchall()
    found: dict[str, list[str]] = {}
    for table, column in rows:
        found.setdefault(table, []).append(column)
    return found


@pytest.mark.parametrize("name", CONTRACT)
def test_a_promised_table_has_the_promised_columns(name: str, release: duckdb.DuckDBPyConnection) -> None:
    there = columns_of(release)
    assert name in there
    assert set(CONTRACT[name].split()) <= set(there[name])


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_of_every_file_is_described(table: TableSchema) -> None:
    assert described(table) == set(table.names)


def test_every_table_of_the_database_is_described_column_by_column(release: duckdb.DuckDBPyConnection) -> None:
    assert {name: sorted(columns) for name, columns in views().items()} == {
        name: sorted(columns) for name, columns in columns_of(release).items()
    }


@pytest.mark.parametrize(("table", "column", "words"), CLOSED)
def test_a_closed_set_of_words_stays_closed(
    table: str, column: str, words: set[str | None], release: duckdb.DuckDBPyConnection
) -> None:
    found = {row[0] for row in release.table(table).select(duckdb.ColumnExpression(column)).fetchall()}
    assert found and found <= words


@pytest.mark.parametrize("table", ["goals", "observations", "benchmarks"])
def test_a_value_has_its_ends_or_a_reason_and_never_a_stand_in(table: str, release: duckdb.DuckDBPyConnection) -> None:
    wrong = (
        release.table(table)
        .filter(
            "(kind = 'unknown') <> (unknown_reason is not null)"
            " or (kind in ('exact', 'range', 'at_least', 'more_than')) <> (low is not null)"
            " or (kind in ('exact', 'range', 'at_most', 'less_than')) <> (high is not null)"
            " or (kind = 'grade') <> (rank is not null) or low > high or isnan(low) or isnan(high)"
            " or coalesce(low_open, false) <> (kind = 'more_than')"
            " or coalesce(high_open, false) <> (kind = 'less_than')"
        )
        .fetchall()
    )
    assert wrong == []


@pytest.mark.parametrize("table", sorted(CONTRACT))
def test_no_cell_holds_a_dash_or_a_word_for_nothing(table: str, release: duckdb.DuckDBPyConnection) -> None:
    texts = [cell for row in release.table(table).fetchall() for cell in row if isinstance(cell, str)]
    stand_ins = {"-", "–", "—", "n/a", "na", "nan", "null", "?", "...", "tbd", "nil"}
    assert texts and not [text for text in texts if text.strip().lower() in stand_ins]


@pytest.mark.parametrize("table", ["goals", "observations", "benchmarks", "tasks", "duties", "remarks"])
def test_a_row_has_a_name_of_its_own(table: str, release: duckdb.DuckDBPyConnection) -> None:
    names = [row[0] for row in release.table(table).select("row").fetchall()]
    assert len(set(names)) == len(names) > 0
