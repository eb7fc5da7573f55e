"""Who does what by when."""

import duckdb

from healthplan.release.query import Row, query_rows


def tasks(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """Every task of every plan in the papers' order, with its group and the point it answers;
    `heading` says that it only stands over sub-tasks, `issued` is the first day of the paper's month."""
    return query_rows(
        db,
        """
        select t.*, g.title_vi as group_vi, g.title_en as group_en,
               p.name_vi as point_vi, p.name_en as point_en,
               d.issued_month as issued, length(t.number) - length(replace(t.number, '.', '')) as depth,
               len(t.leads) = 0 and exists (
                 from tasks c
                 where (c.document, c.task_group, c.parent) = (t.document, t.task_group, t.number)
               ) as heading
        from tasks t join documents d using (document)
        left join task_groups g on g.document = t.document and g.task_group = t.task_group
        left join task_points p using (point) join planned_places s on s.place = t.place
        order by s.kind = 'commune', t.place, t.document, t.line""",
    )


def joins(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """Which indicators each task should move, and why."""
    return query_rows(
        db,
        """
        select j.*, i.short_vi, i.short_en, i.theme
        from task_indicators j join indicators i using (indicator) order by j.row, i.position""",
    )


def reports(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """What has been reported of tasks, the newest first."""
    return query_rows(db, "from task_status order by said_on desc, period desc, row")


def agencies(db: duckdb.DuckDBPyConnection, *, lang: str) -> list[Row]:
    """Every body that leads or supports a task, those that lead most first, then by name in a language."""
    return query_rows(
        db,
        """
        from (
          select a.agency, a.name_vi, a.name_en, a.kind,
                 count(*) filter (list_contains(t.leads, a.agency)) as leads
          from agencies a
          join tasks t on list_contains(t.leads, a.agency) or list_contains(t.partners, a.agency)
          group by all
        ) order by leads desc, icu_sort_key(if($lang = 'en', name_en, name_vi), $lang)""",
        lang=str(lang),
    )


def national_tasks(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """What the nation sets, law by law in the order of the text, with the law's short name."""
    return query_rows(
        db,
        """
        select n.*, d.short_vi, d.short_en
        from national_tasks n join documents d using (document)
        order by n.document <> '72-nq-tw', n.document, n.line, n.number""",
    )


def beside_national(db: duckdb.DuckDBPyConnection, *, place: str) -> list[Row]:
    """Which tasks of a place are joined to which of the nation's: those of the same point of work first, then
    those that only share an indicator."""
    return query_rows(
        db,
        """
        select m.* from task_matches m join tasks t on t.row = m.task
        where m.place = $place order by m.national_task, not m.same_point, t.line, t.row""",
        place=place,
    )


def shared_points(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """The points of work that at least two papers share."""
    return query_rows(
        db,
        """
        from task_points p
        where (select count(distinct t.place) from tasks t where t.point = p.point) > 1
        order by p.position""",
    )
