"""The verdicts `ambition` on one plan and one indicator in short: every year that its measure asks for, each
with its law. What a screen, a slide or a file says of a verdict in few words is this form and no other."""

import duckdb

from etl.draft_rows import insert_rows, rows_by_pair
from healthplan.release.query import Row
from healthplan.text import Lang
from healthplan.text.verdicts import ShortVerdict, short_form


def store_summaries(db: duckdb.DuckDBPyConnection) -> None:
    """Fills the table `summaries`: one row an indicator and place of which some measure asks something. The
    measures are those of the view `measured`; the law that the plan meets worst up to 2030 stands first,
    beside the sign that screens put before the form."""
    found = rows_by_pair(
        db,
        """
        select m.*, b.law_en from measured m join benchmarks b on b.row = m.benchmark_row
        order by m.indicator, m.place,
          min((m.standing, -m.year)) filter (m.year <= 2030)
            over (partition by m.indicator, m.place, m.law) nulls last,
          m.law, m.year""",
    )
    insert_rows(
        db,
        "summaries",
        [
            {"indicator": indicator, "place": place} | {f"short_{lang}": _short(rows, lang) for lang in Lang}
            for (indicator, place), rows in found.items()
        ],
    )


def _short(rows: list[Row], lang: Lang) -> str:
    law = "law" if lang is Lang.VI else "law_en"
    return short_form([ShortVerdict(row[law], str(row["year"]), row["verdict"]) for row in rows], lang)
