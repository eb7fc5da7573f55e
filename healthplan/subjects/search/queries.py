"""What in a release holds the words of a question, and what a card shows of it. Nothing here is put together as
text of SQL."""

from collections.abc import Callable, Iterable
from functools import reduce
from operator import and_, or_

import duckdb
from duckdb import CaseExpression, ColumnExpression, ConstantExpression, Expression, FunctionExpression

from healthplan.model.search import SearchTerm
from healthplan.release.query import Row, query_rows

MOST = 6  # cards of a group
FITS = range(4)  # the thing is called so; its name has these words; it has words that begin so; they stand beside it
TURNS = 10_000_000  # more than there are entries of a kind


def can_search(db: duckdb.DuckDBPyConnection) -> bool:
    """Whether a release has the index; older ones do not."""
    return bool(db.sql("select 1 from duckdb_tables() where schema_name = 'search'").fetchall())


def found_entries(db: duckdb.DuckDBPyConnection, *, terms: tuple[SearchTerm, ...]) -> list[Row]:
    """For each kind of which something holds every term: how many do (`total`), how well the best fits (`best`,
    the less the better), and the names of the best, best first (`entries`)."""
    kind, entry, turn = (ColumnExpression(name) for name in ("kind", "entry", "turn"))
    called, named, begun, beside = map(ConstantExpression, FITS)
    fit = (
        CaseExpression(_contains("called", f"|{' '.join(term.text for term in terms)}|"), called)
        .when(_each(terms, lambda term: [_whole("head", term), *_prints(term)]), named)
        .when(_each(terms, lambda term: [_begun("head", term), *_prints(term)]), begun)
        .otherwise(beside)
    )
    held = _each(terms, lambda term: [_begun("head", term), _begun("tail", term), *_prints(term)])
    rank = (fit * ConstantExpression(TURNS) + turn).alias("rank")
    best = FunctionExpression("min_by", entry, ColumnExpression("rank"), ConstantExpression(MOST))
    told = [
        kind,
        FunctionExpression("count_star").alias("total"),
        FunctionExpression("min", ColumnExpression("rank")).alias("best"),
        best.alias("entries"),
    ]
    found = db.table("search.entries").filter(held).select(kind, entry, rank).aggregate(told, "kind").sort(kind)
    rows: list[Row] = found.to_arrow_table().to_pylist()
    return [row | {"best": row["best"] // TURNS} for row in rows]


def found_statements(db: duckdb.DuckDBPyConnection, *, names: tuple[str, ...]) -> list[Row]:
    """Values by the names of their rows, in the order asked, each with its paper's short name, the unit and the
    names of indicator and place."""
    return query_rows(
        db,
        """
        select s.*, d.short_vi as paper_vi, d.short_en as paper_en, i.short_vi, i.short_en, i.unit_vi, i.unit_en
        from statements s join documents d using (document) join indicators i using (indicator)
        where s.row in (select unnest($names)) order by list_position($names, s.row)""",
        names=list(names),
    )


def found_findings(db: duckdb.DuckDBPyConnection, *, names: tuple[str, ...]) -> list[Row]:
    """Findings by their names, in the order asked, each with its rule and its paper."""
    return query_rows(
        db,
        """
        select f.*, r.name_vi as rule_vi, r.name_en as rule_en, d.short_vi as paper_vi, d.short_en as paper_en
        from findings f join rules r using (rule) left join documents d using (document)
        where finding in (select unnest($names)) order by list_position($names, finding)""",
        names=list(names),
    )


def found_tasks(db: duckdb.DuckDBPyConnection, *, names: tuple[str, ...]) -> list[Row]:
    """Tasks by the names of their rows, in the order asked, each with its paper."""
    return query_rows(
        db,
        """
        select t.*, d.short_vi as paper_vi, d.short_en as paper_en
        from tasks t join documents d using (document)
        where row in (select unnest($names)) order by list_position($names, row)""",
        names=list(names),
    )


def found_agencies(db: duckdb.DuckDBPyConnection, *, names: tuple[str, ...]) -> list[Row]:
    """Bodies by their codes, in the order asked, each with the number of tasks that it leads and helps in."""
    return query_rows(
        db,
        """
        select a.*, count(*) filter (list_contains(t.leads, agency)) as leads,
               count(*) filter (not list_contains(t.leads, agency)) as helps, list_position($names, agency) as nth
        from agencies a join tasks t on list_contains(t.leads || t.partners, agency)
        where agency in (select unnest($names)) group by all order by nth""",
        names=list(names),
    )


def _each(terms: Iterable[SearchTerm], ways: Callable[[SearchTerm], list[Expression]]) -> Expression:
    """Whether every term is there in one of its ways."""
    return reduce(and_, (reduce(or_, ways(term)) for term in terms))


def _whole(column: str, term: SearchTerm) -> Expression:
    return _contains(column, f" {term.text} ")


def _begun(column: str, term: SearchTerm) -> Expression:
    return _whole(column, term) if term.numbers else _contains(column, f" {term.text}")


def _prints(term: SearchTerm) -> list[Expression]:
    """Whether a value has the figure, or is of the year."""
    columns = [ColumnExpression(name) for name in ("low", "high", "year", "since")]
    return [column == ConstantExpression(number) for column in columns for number in term.numbers]


def _contains(column: str, words: str) -> Expression:
    return FunctionExpression("contains", ColumnExpression(column), ConstantExpression(words))
