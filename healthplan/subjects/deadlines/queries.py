"""What falls due when: the duties of every plan, and the tasks whose paper prints a beginning or an end."""

import duckdb

from healthplan.release.query import Row, query_rows


def deadlines_of_plans(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """Duties, and the first and last days of tasks, each in the columns of a duty; `what` is duty, task_start
    or task_end, `entry` names it for ever, `issued` is the day of its paper, or the last of its
    month where the day is not printed."""
    return query_rows(
        db,
        """
        select e.*, coalesce(d.issued_on, last_day(d.issued_month)) as issued, d.short_vi, d.short_en
        from dates e join documents d using (document) join planned_places p on p.place = e.place
        order by p.kind = 'commune', e.place, e.line, e.what, e.title_vi""",
    )


def bodies(db: duckdb.DuckDBPyConnection, *, lang: str) -> list[Row]:
    """Every body that is known, departments and offices of the province first, then by name in a language."""
    return query_rows(
        db,
        """
        from agencies select agency, name_vi, name_en
        order by list_position(['department', 'committee', 'office', 'party'], kind) nulls last,
                 icu_sort_key(if($lang = 'en', name_en, name_vi), $lang)""",
        lang=str(lang),
    )
