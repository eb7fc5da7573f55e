"""Where a figure comes from."""

import duckdb

from healthplan.release.query import Row, query_rows
from healthplan.release.reference_data import has_table

TABLES = {"g": "goals", "o": "observations", "b": "benchmarks"}


def evidence(db: duckdb.DuckDBPyConnection, *, row: str) -> list[Row]:
    """The statement that a row name stands for, with its paper, place and indicator; nothing for an unknown
    name."""
    return query_rows(
        db,
        """
        select s.*, i.name_vi as indicator_vi, i.name_en as indicator_en, i.unit_vi, i.unit_en, i.decimals,
               i.definition_vi, i.definition_en, i.caution_vi, i.caution_en,
               p.name_vi as place_vi, p.name_en as place_en, p.kind as place_kind,
               coalesce(d.document, b.document) as paper, coalesce(g.note_vi, o.note_vi, b.caution_vi) as
               note_vi,
               coalesce(g.note_en, o.note_en, b.caution_en) as note_en, b.confidence, b.law, b.address,
               b.seen_title, b.clause
        from statements s
        join indicators i using (indicator) join places p using (place)
        left join documents d using (document) left join benchmarks b using (row) left join goals g using
        (row)
        left join observations o using (row)
        where s.row = $row""",
        row=row,
    )


def value_reports(db: duckdb.DuckDBPyConnection, *, row: str) -> list[Row]:
    """Every version of a reported value, the one that counts first, each with its report; nothing for a value that
    nobody reported here. Releases from before there were reports hold none."""
    if not has_table(db, "value_versions"):
        return []
    return query_rows(
        db,
        """
        select v.*, d.short_vi, d.short_en
        from value_versions v join documents d using (document)
        where (v.indicator, v.place, v.period) in (
          select (indicator, place, period) from value_versions where row = $row)
        order by v.newest desc, v.said_on desc, v.row""",
        row=row,
    )


def received_papers(db: duckdb.DuckDBPyConnection, *, most: int) -> list[Row]:
    """The newest reports as papers, and how many there are (`total`)."""
    return query_rows(
        db,
        """
        select *, count(*) over () as total from documents where kind = 'report'
        order by issued_on desc, document limit $most""",
        most=most,
    )


def rows_of_document(db: duckdb.DuckDBPyConnection, *, document: str) -> list[Row]:
    """Every printed value of one paper in the order of its lines, with the indicator's name."""
    return query_rows(
        db,
        """
        select s.*, i.short_vi, i.short_en, i.decimals, i.unit_vi, i.unit_en
        from statements s join indicators i using (indicator)
        where s.document = $document order by s.line nulls last, s.stated_in, s.indicator, s.year,
        s.locator""",
        document=document,
    )


def national_rows(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """Every benchmark with its law, page, confidence and caution."""
    return query_rows(
        db,
        """
        select b.* replace (b.law_said_en as law_en), b.law_said_vi as law_vi, i.name_vi, i.name_en,
               i.short_vi, i.short_en, i.decimals, i.unit_vi, i.unit_en, p.name_vi as place_vi,
               p.name_en as place_en
        from benchmarks b join indicators i using (indicator) join places p using (place)
        order by i.position, b.place = 'VN' desc, b.year nulls last, b.law""",
    )


def mergers(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """One row: when the provinces were merged, how many there are, how many old codes mean another now."""
    return query_rows(
        db,
        """
        select max(changed_on) as changed_on, count(distinct new_code) as provinces,
               count(old_code_means_other_unit_now) as codes
        from place_changes""",
    )


def slips(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """Where we read other than printed: the remarks on slips, of all papers."""
    return query_rows(
        db,
        """
        select r.*, d.short_vi, d.short_en from remarks r join documents d using (document)
        where topic = 'slip' order by r.document, r.line""",
    )


def citation_facts(db: duckdb.DuckDBPyConnection, *, row: str) -> list[Row]:
    """One row of any dataset by its name, with `what` it is, its paper, place and indicator; nothing for an
    unknown name. Verdicts and findings are ours and have a sentence instead of a paper."""
    return query_rows(db, "from datasets.citable where row = $row order by what limit 1", row=row)
