"""One page of a dataset and the numbers beside its filters, for a screen; and what codes are called."""

from typing import Any

import duckdb

from healthplan.release.query import Row, query_rows
from healthplan.subjects.datasets import queries
from healthplan.subjects.datasets.choices import filter_choices
from healthplan.subjects.datasets.queries import Question


def explorer_page(db: duckdb.DuckDBPyConnection, *, question: Question) -> list[Row]:
    """The rows of a page. Raises DuckDB's own errors for a question that was not checked."""
    found: list[Row] = queries.page_table(db, question).to_pylist()
    return found


def explorer_total(db: duckdb.DuckDBPyConnection, *, question: Question) -> int:
    """How many rows all pages have."""
    return queries.row_total(db, question)


def filter_counts(db: duckdb.DuckDBPyConnection, *, question: Question) -> dict[str, Any]:
    """For each filter its values and how many rows each leaves, given the other filters."""
    return filter_choices(db, question)


def code_names(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """What codes are called: `filter` is the name of the column or filter that holds the code."""
    return query_rows(
        db,
        """
        select 'theme' as filter, theme as code, name_vi, name_en from themes
        union all select 'document', document, short_vi, short_en from documents
        union all select 'agency', agency, name_vi, name_en from agencies
        union all select 'rule', rule, name_vi, name_en from rules
        union all select 'point', point, name_vi, name_en from task_points
        union all select 'definition', definition, name_vi, name_en from definitions
        union all select 'indicator', indicator, name_vi, name_en from indicators
        union all select 'place', place, name_vi, name_en from places""",
    )
