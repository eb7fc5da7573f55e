"""Any rows of any dataset: one question, one page of an answer, and the rows behind each choice of a filter.

`asked(...)` makes a question, `answer(db, question)` a page of it and the total, `choices(db, question)` the
numbers beside each filter. Nothing here is put together as text of SQL.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import and_

import duckdb
import pyarrow as pa
from duckdb import CoalesceOperator, ColumnExpression, ConstantExpression, Expression, FunctionExpression

from healthplan.model.dataset import DATASETS, Dataset, Holds, holds
from healthplan.model.search import asked_words
from healthplan.queries.refusal import (
    NUMBER_MOST,
    QuestionRefused,
    check_number,
    few_words,
    known_column,
    known_dataset,
    known_filter,
)

NONE = "none"  # the choice of a filter that means: nothing is stated here
ROW_NAMES = ("row", "finding")  # filters that every row answers differently: nobody picks from a list of them
USUAL, MOST = 1000, 100_000


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asks of a dataset. `filters` are pairs of a name and its sorted values: rows have one of
    the values of every filter. `words` must all begin a word of the row. No columns means all; `order` are
    columns, with a minus for the other way round; rows that are alike stay in the dataset's own order."""

    dataset: str
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    words: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    limit: int = USUAL
    offset: int = 0
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of rows, and how many rows there are on all pages."""

    table: pa.Table
    total: int


def asked(
    dataset: str, filters: Mapping[str, Iterable[str]] | None = None, *, q: str = "",
    columns: Iterable[str] = (), limit: int = USUAL, offset: int = 0, order: Iterable[str] = (),
) -> Question:
    """A question in its one written form, so that like questions are equal. Raises QuestionRefused."""
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
    return Question(dataset, kept, few_words(asked_words(q)), wanted, limit, offset, sorting)


def answer(db: duckdb.DuckDBPyConnection, question: Question) -> Answer:
    """The page of rows that a question asks for. Ask check_values first when the values are a reader's."""
    dataset = DATASETS[question.dataset]
    found = _found(db, dataset, question)
    total = int(found.aggregate([FunctionExpression("count_star")]).fetchall()[0][0])
    wanted = [ColumnExpression(name) for name in question.columns or dataset.columns]
    by = [_sorting(one) for one in question.order]
    page = found.sort(*by, ColumnExpression("nth")).limit(question.limit, question.offset).select(*wanted)
    return Answer(page.to_arrow_table(), total)


def choices(db: duckdb.DuckDBPyConnection, question: Question) -> dict[str, dict[str, int]]:
    """For each filter of the dataset the values it may have and how many rows each leaves, given the words
    and the other filters; commonest first, then by name."""
    dataset = DATASETS[question.dataset]
    filters = {name: column for name, column in dataset.filters.items() if name not in ROW_NAMES}
    return {name: _counted(_found(db, dataset, question, without=name), filters[name]) for name in filters}


def allowed(db: duckdb.DuckDBPyConnection, dataset: str, name: str) -> tuple[str, ...]:
    """Every value of a filter that the release holds, in their order."""
    return tuple(sorted(_counted(_table(db, DATASETS[dataset]), DATASETS[dataset].filters[name])))


def check_values(question: Question, name: str, values: tuple[str, ...]) -> None:
    """Raises QuestionRefused for the first value of a filter that is not among those the release holds."""
    for asked_for in dict(question.filters).get(name, ()):
        if asked_for not in values:
            raise QuestionRefused("asked_value", {"name": name, "value": asked_for}, values)


def _table(db: duckdb.DuckDBPyConnection, dataset: Dataset) -> duckdb.DuckDBPyRelation:
    return db.table(f"datasets.{dataset.name}")  # a name of ours, not of a reader


def _found(
    db: duckdb.DuckDBPyConnection, dataset: Dataset, question: Question, without: str = ""
) -> duckdb.DuckDBPyRelation:
    conditions = [
        _one_of(dataset.filters[name], values) for name, values in question.filters if name != without
    ]
    searched = ColumnExpression("searched")
    conditions += [
        FunctionExpression("contains", searched, ConstantExpression(f" {word}")) for word in question.words
    ]
    table = _table(db, dataset)
    return table.filter(reduce(and_, conditions)) if conditions else table


def _one_of(column: str, values: tuple[str, ...]) -> Expression:
    """Whether a cell, as text, is one of the values; for a list, whether it holds one of them."""
    cell = ColumnExpression(column)
    if holds(column) is Holds.LIST:
        held = FunctionExpression("list_has_any", cell, ConstantExpression(list(values)))
        empty = FunctionExpression("len", cell) == ConstantExpression(0)
        return held | empty if NONE in values else held
    among = cell.cast("VARCHAR").isin(*(ConstantExpression(value) for value in values))
    return among | cell.isnull() if NONE in values else among


def _sorting(one: str) -> Expression:
    cell = ColumnExpression(one.removeprefix("-"))
    return (cell.desc() if one.startswith("-") else cell.asc()).nulls_last()


def _counted(found: duckdb.DuckDBPyRelation, column: str) -> dict[str, int]:
    cell = ColumnExpression(column)
    if holds(column) is Holds.LIST:
        cell = FunctionExpression("unnest", FunctionExpression(
            "if", FunctionExpression("len", cell) == ConstantExpression(0), ConstantExpression([NONE]), cell))
    named = found.select(cell.cast("VARCHAR").alias("value"))
    value = CoalesceOperator(ColumnExpression("value"), ConstantExpression(NONE))
    counted = named.select(value.alias("value")).aggregate(
        [ColumnExpression("value"), FunctionExpression("count_star").alias("rows")], "value")
    order = ColumnExpression("rows").desc(), ColumnExpression("value")
    return dict(counted.sort(*order).fetchall())
