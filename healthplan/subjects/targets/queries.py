"""All indicators and all places at a glance."""

import duckdb

from healthplan.release.query import Row, query_rows


def spans(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """For each indicator and planned place: the baseline cell, the last goal up to 2030, and the least
    favourable sign."""
    return query_rows(db, "from spans order by indicator, place")


def national_asks(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """What the nation asks up to 2030, one row a benchmark."""
    return query_rows(
        db,
        """
        from benchmarks where place = 'VN' and year <= 2030 and compare order by indicator, year, law""",
    )


def plan_counts(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """How many plans, goals with a value, tasks, indicators and grave findings the release holds."""
    return query_rows(
        db,
        """
        select (select count(*) from documents where kind = 'plan') as plans,
               (select count(*) from goals where kind <> 'unknown') as goals,
               (select count(*) from tasks) as tasks,
               (select count(distinct indicator) from goals) as indicators,
               (select count(*) from findings where severity = 'grave') as grave""",
    )


def statements_by_row(db: duckdb.DuckDBPyConnection, *, names: tuple[str, ...]) -> list[Row]:
    """Statements by the names of their rows, in the order asked, each with its paper's short name."""
    return query_rows(
        db,
        """
        select s.*, d.short_vi, d.short_en from statements s join documents d using (document)
        where s.row in (select unnest($names)) order by list_position($names, s.row)""",
        names=list(names),
    )
