"""Distances with the statements they lie between. Releases from before they were reckoned hold none."""

import duckdb

from healthplan.release.query import Row, query_rows
from healthplan.release.reference_data import has_table


def place_distances(db: duckdb.DuckDBPyConnection, *, place: str) -> list[Row]:
    """Every distance of a place: by indicator, the plan's goal before the nation's, these by year."""
    return _distances(
        db,
        """
        select d.* from distance_statements d join indicators i using (indicator)
        where d.place = $place order by i.position, aim = 'nation', d.year, d.law_said_vi, d.goal_row""",
        place=place,
    )


def indicator_distances(db: duckdb.DuckDBPyConnection, *, indicator: str) -> list[Row]:
    """Every distance of an indicator, place by place."""
    return _distances(
        db,
        """
        from distance_statements where indicator = $indicator
        order by place, aim = 'nation', year, law_said_vi, goal_row""",
        indicator=indicator,
    )


def distances_in_places(db: duckdb.DuckDBPyConnection, *, places: tuple[str, ...]) -> list[Row]:
    """Every distance of some places: by indicator and place, the plan's goal before the nation's."""
    return _distances(
        db,
        """
        select d.* from distance_statements d join indicators i using (indicator)
        where d.place in (select unnest($places))
        order by i.position, d.place, aim = 'nation', d.year, d.law_said_vi, d.goal_row""",
        places=list(places),
    )


def _distances(db: duckdb.DuckDBPyConnection, sql: str, **asked: object) -> list[Row]:
    return query_rows(db, sql, **asked) if has_table(db, "distances") else []
