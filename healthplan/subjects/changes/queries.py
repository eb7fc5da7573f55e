"""The notes of data/CHANGES.md as a release holds them."""

import duckdb

from healthplan.release.query import Row, query_rows
from healthplan.release.reference_data import has_table


def change_notes(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """Each note with its day and part (added, corrected, withdrawn), in the order of the file, the newest day first.
    Releases from before these were kept hold none."""
    return query_rows(db, "from changes order by day desc, position") if has_table(db, "changes") else []
