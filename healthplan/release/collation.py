"""The order of names: Vietnamese as its dictionaries have it (đ after d, tones last), English without regard
to capitals. It is that of Unicode's locale data (CLDR), which DuckDB brings with it."""

import duckdb
from duckdb import ColumnExpression, ConstantExpression, Expression, FunctionExpression

from healthplan.model.dataset import ColumnContent, column_content
from healthplan.release.query import Row, query_rows

PRINTED = ("printed", "locator", "number")  # in names of columns that hold the papers' own Vietnamese


def language(column: str) -> str:
    """The language in whose order a column stands; "" for codes, numbers and days."""
    if column_content(column) is not ColumnContent.TEXT:
        return ""
    if column.endswith("_en"):
        return "en"
    return "vi" if column.endswith("_vi") or any(word in column for word in PRINTED) else ""


def sort_key(column: str) -> Expression:
    """What the rows of a dataset are sorted by, when they are sorted by a column."""
    cell, spoken = ColumnExpression(column), language(column)
    return FunctionExpression("icu_sort_key", cell, ConstantExpression(spoken)) if spoken else cell


def collated_words(db: duckdb.DuckDBPyConnection, *, words: tuple[str, ...], lang: str) -> list[Row]:
    """Words of one language in its order."""
    return query_rows(
        db,
        "select word from (select unnest($words) as word) order by icu_sort_key(word, $lang), word",
        words=list(words),
        lang=str(lang),
    )
