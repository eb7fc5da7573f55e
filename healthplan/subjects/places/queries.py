"""One place."""

import duckdb

from healthplan.release.query import Row, query_rows


def place_tasks(db: duckdb.DuckDBPyConnection, *, place: str) -> list[Row]:
    """The tasks of a place's plan in the paper's order, each with the title of its group."""
    return query_rows(
        db,
        """
        select t.*, g.title_vi as group_vi, g.title_en as group_en,
               length(t.number) - length(replace(t.number, '.', '')) as depth
        from tasks t left join task_groups g on g.document = t.document and g.task_group = t.task_group
        where t.place = $place order by t.document, t.line""",
        place=place,
    )


def duties(db: duckdb.DuckDBPyConnection, *, place: str) -> list[Row]:
    """Reporting duties and dated deadlines."""
    return query_rows(db, "from duties where place = $place order by document, line, what_vi", place=place)


def document_remarks(db: duckdb.DuckDBPyConnection, *, document: str) -> list[Row]:
    """What a careful reader of a paper must be told."""
    return query_rows(
        db, "from remarks where document = $document order by topic <> 'missing', line", document=document
    )


def observed_values(db: duckdb.DuckDBPyConnection, *, place: str) -> list[Row]:
    """Reported values of a place, with indicator and source."""
    return query_rows(
        db,
        """
        select o.*, i.name_vi, i.name_en, i.unit_vi, i.unit_en, d.short_vi, d.short_en
        from observations o join indicators i using (indicator) join documents d using (document)
        where o.place = $place and o.status <> 'baseline' order by i.position, o.period""",
        place=place,
    )
