"""A paper's own lines: what stands where, and which of our figures rest on it."""

import re

import duckdb

from healthplan.release.query import Row, query_rows
from healthplan.release.reference_data import has_table
from healthplan.release.view import View
from healthplan.subjects.documents.queries import rows_of_document


def lines_of_paper(db: duckdb.DuckDBPyConnection, *, document: str) -> list[Row]:
    """The lines of a paper from the first on; none where its text is not held. Releases from before the papers were
    kept with them hold none."""
    if not has_table(db, "paper_lines"):
        return []
    return query_rows(
        db, "select line, text from paper_lines where document = $document order by line", document=document
    )


def held_papers(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """The papers whose text is held, and how many lines each has."""
    if not has_table(db, "paper_lines"):
        return []
    return query_rows(db, "select document, count(*) as lines from paper_lines group by document order by document")


def contradictions(db: duckdb.DuckDBPyConnection, *, rows: tuple[str, ...]) -> list[Row]:
    """The findings of a paper against itself or another that rest on one of some statements, each with the name of
    its other side (`other`)."""
    return query_rows(
        db,
        """
        select f.*, r.name_vi, r.name_en, list_contains($rows, f.row_a) as is_first,
               case when is_first then f.row_b else f.row_a end as other
        from findings f join rules r using (rule)
        where r.family = 'contradictions' and f.row_a is not null and f.row_b is not null
          and (list_contains($rows, f.row_a) or list_contains($rows, f.row_b))
        order by r.position, f.finding""",
        rows=list(rows),
    )


def line_texts(view: View, document: str) -> list[str]:
    """The lines of a paper as our file has them."""
    return [row["text"] for row in view.ask(lines_of_paper, document=document)]


def rows_at_lines(view: View, document: str, first: int, last: int) -> list[Row]:
    """The statements that rest on words which begin in some lines of a paper."""
    return [
        row for row in view.ask(rows_of_document, document=document) if row["line"] and first <= row["line"] <= last
    ]


def column_named(locator: str) -> str:
    """The column that a place in a table names: "2026" of "Phụ lục I, dòng 5, cột 2026"; "" for none."""
    found = re.search(r", cột (.+)$", locator or "")
    return found[1] if found else ""
