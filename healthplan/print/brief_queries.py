"""The questions of a place's brief."""

import duckdb

from healthplan.release.query import Row, query_rows


def goals(db: duckdb.DuckDBPyConnection, *, place: str) -> list[Row]:
    """Every goal of a plan and its baselines, in the order of the indicators (headlines first), then where
    they stand in the paper, then by year."""
    return query_rows(
        db,
        """
        with stated as (
          select row, indicator, year, from_year, each_year, role, printed, kind, unknown_reason, limits,
                 locator, line
          from goals semi join planned_places using (place, document) where place = $place
          union all by name
          select row, indicator, year, status as role, printed, kind, unknown_reason, locator, line
          from observations semi join planned_places using (place, document)
          where place = $place and status = 'baseline'
        )
        select s.*, split_part(s.locator, ', cột ', 1) as spot, split_part(s.locator, ', cột ', 2) as col
        from stated s join indicators i using (indicator)
        order by i.headline desc, i.position, min(s.year) over (partition by s.indicator, spot) nulls last,
                 min(s.line) over (partition by s.indicator, spot), spot, s.year nulls last, s.role,
                 s.locator""",
        place=place,
    )


def severities(db: duckdb.DuckDBPyConnection, *, place: str) -> list[Row]:
    """How many findings of each severity a place has."""
    return query_rows(
        db,
        "select severity, count(*) as number from findings where place = $place group by all order by all",
        place=place,
    )


def dated_duties(db: duckdb.DuckDBPyConnection, *, place: str) -> list[Row]:
    """Tasks and duties for which the plan prints a day, a month, a quarter or a span of years: single days
    first, then what comes back every year, every month, then spans. A duty with a day has a bound, too: the
    checks of the build see to it."""
    return query_rows(
        db,
        """
        select * from (
          select 2 * (time_kind = 'period')::int as turn, ends as due, time_printed as due_printed,
                 title_vi as what_vi, title_en as what_en, lead_printed as who_vi,
                 coalesce((select string_agg(a.name_en, ', ' order by list_position(leads, a.agency))
                           from agencies a where list_contains(leads, a.agency)), lead_printed) as who_en,
                 '' as to_whom_vi, '' as to_whom_en, '' as cadence, line
          from tasks where place = $place and ends is not null
          union all by name
          select case when due_on is not null then 0 else 1 end as turn,
                 coalesce(due_on, make_date(2000, coalesce(month, 12), 1) + coalesce(day - 1, 0)) as due,
                 due_printed, what_vi, what_en, who_vi, who_en, to_whom_vi, to_whom_en, cadence, line
          from duties where place = $place and bound is not null
        ) order by turn, due, line, what_vi""",
        place=place,
    )


def undated(db: duckdb.DuckDBPyConnection, *, place: str) -> list[Row]:
    """One row: how many tasks and duties of a plan are without a date."""
    return query_rows(
        db,
        """
        select (select count(*) from tasks where place = $place and ends is null) as tasks,
               (select count(*) from duties
                where place = $place and bound is null) as duties""",
        place=place,
    )
