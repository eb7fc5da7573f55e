"""What a citation of any row needs: its paper, its place in it, what is printed there."""

import duckdb

from healthplan.queries import Row, rows


def cited(db: duckdb.DuckDBPyConnection, *, row: str) -> list[Row]:
    """One row of any dataset by its name, with `what` it is, its paper, place and indicator; nothing for an
    unknown name. Verdicts and findings are ours and have a sentence instead of a paper."""
    return rows(
        db,
        """
        with named as (
          select row, what, document, indicator, place, printed, unknown_reason, year, from_year, locator,
          line
          from pieces
          union all by name
          select row, 'verdict' as what, indicator, place, year, reason_vi as sentence_vi, reason_en as
          sentence_en
          from datasets.verdicts
          union all by name
          select finding as row, 'finding' as what, indicator, place, year, sentence_vi, sentence_en from
          findings
          union all by name
          select row, 'remark' as what, document, place, indicator, locator, line, text_vi as sentence_vi,
                 text_en as sentence_en from remarks
          union all by name
          select document as row, 'document' as what, document from documents
        )
        select n.*, d.kind as paper_kind, d.number, d.issuer_vi, d.issuer_en, d.issued_on, d.issued_month,
               d.date_printed, d.title_vi, d.title_en, d.licence, coalesce(b.address, d.address) as address,
               i.name_vi as indicator_vi, i.name_en as indicator_en, p.name_vi as place_vi, p.name_en as
               place_en,
               coalesce(n.sentence_vi, t.title_vi, u.what_vi) as said_vi,
               coalesce(n.sentence_en, t.title_en, u.what_en) as said_en
        from named n left join documents d on d.document = n.document left join benchmarks b on b.row = n.row
        left join indicators i on i.indicator = n.indicator left join places p on p.place = n.place
        left join tasks t on t.row = n.row left join duties u on u.row = n.row
        where n.row = $row order by n.what limit 1""",
        row=row,
    )
