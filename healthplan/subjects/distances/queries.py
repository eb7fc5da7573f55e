"""Distances with the statements they lie between."""

import duckdb

from healthplan.release.query import Row, query_rows


def place_distances(db: duckdb.DuckDBPyConnection, *, place: str) -> list[Row]:
    """Every distance of a place: by indicator, the plan's goal before the nation's, these by year."""
    return query_rows(
        db,
        """
        select d.* from distance_statements d join indicators i using (indicator)
        where d.place = $place order by i.position, aim = 'nation', d.year, d.law_said_vi, d.goal_row""",
        place=place,
    )


def indicator_distances(db: duckdb.DuckDBPyConnection, *, indicator: str) -> list[Row]:
    """Every distance of an indicator, place by place."""
    return query_rows(
        db,
        """
        from distance_statements where indicator = $indicator
        order by place, aim = 'nation', year, law_said_vi, goal_row""",
        indicator=indicator,
    )
