"""The questions of the screen Sources and methods."""

import duckdb

from healthplan.queries import Row, rows


def slips(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """Where we read other than printed: the remarks on slips, of all papers."""
    return rows(
        db,
        """
        select r.*, d.short_vi, d.short_en from remarks r join documents d using (document)
        where topic = 'slip' order by r.document, r.line""",
    )
