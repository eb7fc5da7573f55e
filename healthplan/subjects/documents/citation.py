"""What a citation of any row needs: its paper, its place in it, what is printed there."""

import duckdb

from healthplan.release.query import Row, query_rows


def citation_facts(db: duckdb.DuckDBPyConnection, *, row: str) -> list[Row]:
    """One row of any dataset by its name, with `what` it is, its paper, place and indicator; nothing for an
    unknown name. Verdicts and findings are ours and have a sentence instead of a paper."""
    return query_rows(db, "from datasets.citable where row = $row order by what limit 1", row=row)
