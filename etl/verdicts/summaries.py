"""The verdicts `ambition` on one plan and one indicator in short: every year that its measure asks for, each
with its law. What a screen, a slide or a file says of a verdict in few words is this form and no other."""

import duckdb

from etl.draft_rows import insert_rows, stored_rows
from healthplan.text import Lang
from healthplan.text.verdicts import ShortVerdict, short_form


def store_summaries(db: duckdb.DuckDBPyConnection) -> None:
    """Fills the table `summaries`: one row an indicator and place of which some measure asks something. The
    measures are those of the view `measured`; the law that the plan meets worst up to 2030 stands first,
    beside the sign that screens put before the form."""
    found: dict[tuple[str, str], list[dict[str, str]]] = {}
    measured = stored_rows(
        db,
        """
        select m.*, b.law_en from measured m join benchmarks b on b.row = m.benchmark_row
        order by m.indicator, m.place,
          min((m.standing, -m.year)) filter (m.year <= 2030)
            over (partition by m.indicator, m.place, m.law) nulls last,
          m.law, m.year""",
    )
    for row in measured:
        found.setdefault((row["indicator"], row["place"]), []).append(row)
    insert_rows(
        db,
        "summaries",
        [
            {"indicator": indicator, "place": place} | {f"short_{lang}": _short(rows, lang) for lang in Lang}
            for (indicator, place), rows in found.items()
        ],
    )


def _short(rows: list[dict[str, str]], lang: Lang) -> str:
    law = "law" if lang is Lang.VI else "law_en"
    return short_form([ShortVerdict(row[law], str(row["year"]), row["verdict"]) for row in rows], lang)
