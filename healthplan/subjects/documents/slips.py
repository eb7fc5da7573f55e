"""The questions of the screen Sources and methods."""

import duckdb

from healthplan.release.query import Row, query_rows


def mergers(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """One row: when the provinces were merged, how many there are, how many old codes mean another now."""
    return query_rows(
        db,
        """
        select max(changed_on) as changed_on, count(distinct new_code) as provinces,
               count(old_code_means_other_unit_now) as codes
        from place_changes""",
    )


def slips(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """Where we read other than printed: the remarks on slips, of all papers."""
    return query_rows(
        db,
        """
        select r.*, d.short_vi, d.short_en from remarks r join documents d using (document)
        where topic = 'slip' order by r.document, r.line""",
    )
