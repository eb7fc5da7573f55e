"""The values that each filter of a dataset may have, and how many rows each leaves."""

import duckdb
from duckdb import CoalesceOperator, ColumnExpression, ConstantExpression, FunctionExpression

from healthplan.model.dataset import DATASETS, ColumnContent, Dataset, column_content
from healthplan.subjects.datasets.queries import NONE, Question, every_row, rows_with_filters, rows_with_words

ROW_NAMES = ("row", "finding")  # filters that every row answers differently: nobody picks from a list of them


def filter_choices(db: duckdb.DuckDBPyConnection, question: Question) -> dict[str, dict[str, int]]:
    """For each filter of the dataset the values it may have and how many rows each leaves, given the words
    and the other filters; commonest first, then by name."""
    dataset = DATASETS[question.dataset]
    filters = {name: column for name, column in dataset.filters.items() if name not in ROW_NAMES}
    rows = _looked_through(db, dataset, question, filters)
    return {
        name: _row_counts(rows_with_filters(rows, dataset, question, without=name), column)
        for name, column in filters.items()
    }


def _looked_through(
    db: duckdb.DuckDBPyConnection, dataset: Dataset, question: Question, filters: dict[str, str]
) -> duckdb.DuckDBPyRelation:
    """What the filters look at. Words are looked for once, not once a filter: that is what takes long."""
    rows = every_row(db, dataset, question.day)
    if not question.words:
        return rows
    columns = [ColumnExpression(column) for column in dict.fromkeys(filters.values())]
    return db.from_arrow(rows_with_words(rows, question).select(*columns).to_arrow_table())


def allowed_values(db: duckdb.DuckDBPyConnection, dataset: str, name: str) -> tuple[str, ...]:
    """Every value of a filter that the release holds, in their order."""
    return tuple(sorted(_row_counts(every_row(db, DATASETS[dataset]), DATASETS[dataset].filters[name])))


def _row_counts(found: duckdb.DuckDBPyRelation, column: str) -> dict[str, int]:
    cell = ColumnExpression(column)
    if column_content(column) is ColumnContent.LIST:
        cell = FunctionExpression(
            "unnest",
            FunctionExpression(
                "if", FunctionExpression("len", cell) == ConstantExpression(0), ConstantExpression([NONE]), cell
            ),
        )
    named = found.select(cell.cast("VARCHAR").alias("value"))
    value = CoalesceOperator(ColumnExpression("value"), ConstantExpression(NONE))
    counted = named.select(value.alias("value")).aggregate(
        [ColumnExpression("value"), FunctionExpression("count_star").alias("rows")], "value"
    )
    order = ColumnExpression("rows").desc(), ColumnExpression("value")
    return dict(counted.sort(*order).fetchall())
