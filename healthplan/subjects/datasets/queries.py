"""Any rows of any dataset: one question, one page of an answer.

`asked(...)` makes a question, `answer(db, question)` a page of it and the total; queries/choices.py has the
numbers beside each filter. Nothing here is put together as text of SQL.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import and_

import duckdb
import pyarrow as pa
from duckdb import ColumnExpression, ConstantExpression, Expression, FunctionExpression, StarExpression

from healthplan.model.dataset import DATASETS, ColumnContent, Dataset, column_content
from healthplan.model.search import search_words
from healthplan.parameters.refusal import (
    NUMBER_MOST,
    QuestionRefused,
    check_number,
    few_words,
    known_column,
    known_dataset,
    known_filter,
)
from healthplan.release.collation import sort_key
from healthplan.release.query import Row

NONE = "none"  # the choice of a filter that means: nothing is stated here
USUAL, MOST = 1000, 100_000


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asks of a dataset. `filters` are pairs of a name and its sorted values: rows have one of
    the values of every filter. `words` must all begin a word of the row. No columns means all; `order` are
    columns, with a minus for the other way round; rows that are alike stay in the dataset's own order. `day` is
    the reader's, of a dataset that follows it."""

    dataset: str
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    words: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    limit: int = USUAL
    offset: int = 0
    order: tuple[str, ...] = ()
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of rows, and how many rows there are on all pages."""

    table: pa.Table
    total: int


def question_of(
    dataset: str,
    filters: Mapping[str, Iterable[str]] | None = None,
    *,
    q: str = "",
    columns: Iterable[str] = (),
    limit: int = USUAL,
    offset: int = 0,
    order: Iterable[str] = (),
    day: date | None = None,
) -> Question:
    """A question in its one written form, so that like questions are equal; its day is today's unless another is
    named. Raises QuestionRefused."""
    known = known_dataset(dataset)
    chosen = {name: tuple(sorted(set(values))) for name, values in (filters or {}).items()}
    for name in chosen:
        known_filter(known, name)
    wanted, sorting = tuple(dict.fromkeys(columns)), tuple(dict.fromkeys(order))
    for column in (*wanted, *(one.removeprefix("-") for one in sorting)):
        known_column(known, column)
    check_number("limit", limit, 0, MOST)
    check_number("offset", offset, 0, NUMBER_MOST)
    kept = tuple(sorted((name, values) for name, values in chosen.items() if values))
    on = (day or date.today()) if known.is_daily else None
    return Question(dataset, kept, few_words(search_words(q)), wanted, limit, offset, sorting, on)


def dataset_answer(db: duckdb.DuckDBPyConnection, question: Question) -> Answer:
    """The page of rows that a question asks for, and the total. Ask check_values first when the values are a
    reader's."""
    return Answer(page_table(db, question), row_total(db, question))


def page_table(db: duckdb.DuckDBPyConnection, question: Question) -> pa.Table:
    """The rows from `offset` on, at most `limit` of them."""
    dataset, nth = DATASETS[question.dataset], ColumnExpression("nth")
    wanted = [ColumnExpression(name) for name in question.columns or dataset.columns]
    if not (question.filters or question.words or question.order):  # by their numbers, without sorting all
        within = nth.between(question.offset + 1, question.offset + question.limit)
        found = every_row(db, dataset, question.day).filter(within).sort(nth)
    else:
        by = [_sorting(one) for one in question.order]
        found = _matching_rows(db, dataset, question).sort(*by, nth).limit(question.limit, question.offset)
    return found.select(*wanted).to_arrow_table()


def page_rows(db: duckdb.DuckDBPyConnection, question: Question) -> list[Row]:
    """The same as dictionaries, for a screen."""
    found: list[Row] = page_table(db, question).to_pylist()
    return found


def row_total(db: duckdb.DuckDBPyConnection, question: Question) -> int:
    """How many rows all pages have."""
    found = _matching_rows(db, DATASETS[question.dataset], question)
    return int(found.aggregate([FunctionExpression("count_star")]).fetchall()[0][0])


def check_values(question: Question, name: str, values: tuple[str, ...]) -> None:
    """Raises QuestionRefused for the first value of a filter that is not among those the release holds."""
    for asked_for in dict(question.filters).get(name, ()):
        if asked_for not in values:
            raise QuestionRefused("asked_value", {"name": name, "value": asked_for}, values)


def every_row(db: duckdb.DuckDBPyConnection, dataset: Dataset, day: date | None = None) -> duckdb.DuckDBPyRelation:
    """The rows of a dataset, nothing left out; on a day with the columns that follow from it."""
    rows = db.table(f"datasets.{dataset.name}")  # a name of ours, not of a reader
    if day is None:
        return rows
    on, months = ConstantExpression(day), ColumnExpression("months_left")
    left = FunctionExpression("months_left", on, ColumnExpression("year")).alias("months_left")
    shares = (
        FunctionExpression("share_a_year", ColumnExpression(f"missing_{end}"), months).alias(f"a_year_{end}")
        for end in ("low", "high")
    )
    return rows.select(StarExpression(), on.alias("on_day"), left).select(StarExpression(), *shares)


def rows_with_words(rows: duckdb.DuckDBPyRelation, question: Question) -> duckdb.DuckDBPyRelation:
    """The rows that hold every word of the question."""
    searched = ColumnExpression("searched")
    return _all_of(
        rows, [FunctionExpression("contains", searched, ConstantExpression(f" {word}")) for word in question.words]
    )


def rows_with_filters(
    rows: duckdb.DuckDBPyRelation, dataset: Dataset, question: Question, without: str = ""
) -> duckdb.DuckDBPyRelation:
    """The rows that fit the filters of the question, one of them left out."""
    return _all_of(
        rows, [_one_of(dataset.filters[name], values) for name, values in question.filters if name != without]
    )


def _matching_rows(db: duckdb.DuckDBPyConnection, dataset: Dataset, question: Question) -> duckdb.DuckDBPyRelation:
    return rows_with_words(rows_with_filters(every_row(db, dataset, question.day), dataset, question), question)


def _all_of(rows: duckdb.DuckDBPyRelation, conditions: list[Expression]) -> duckdb.DuckDBPyRelation:
    return rows.filter(reduce(and_, conditions)) if conditions else rows


def _one_of(column: str, values: tuple[str, ...]) -> Expression:
    """Whether a cell, as text, is one of the values; for a list, whether it holds one of them."""
    cell = ColumnExpression(column)
    if column_content(column) is ColumnContent.LIST:
        held = FunctionExpression("list_has_any", cell, ConstantExpression(list(values)))
        empty = FunctionExpression("len", cell) == ConstantExpression(0)
        return held | empty if NONE in values else held
    among = cell.cast("VARCHAR").isin(*(ConstantExpression(value) for value in values))
    return among | cell.isnull() if NONE in values else among


def _sorting(one: str) -> Expression:
    cell = sort_key(one.removeprefix("-"))
    return (cell.desc() if one.startswith("-") else cell.asc()).nulls_last()
