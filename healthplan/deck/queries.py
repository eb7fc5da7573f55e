"""What the slides ask beyond the questions of the screens."""

import duckdb

from healthplan.release.query import Row, query_rows


def map_years(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """For each indicator in numbers the years for which some province has a value."""
    return query_rows(
        db,
        """
        select c.indicator, list(distinct c.year order by c.year) as years
        from cells c join places p on p.place = c.place and p.kind = 'province'
        join indicators i on i.indicator = c.indicator and i.scale not in ('grade', 'word')
        where c.kind <> 'unknown' group by c.indicator order by c.indicator""",
    )


def deadlines(db: duckdb.DuckDBPyConnection, *, year: int) -> list[Row]:
    """Everything with a printed deadline in or before a year: tasks that end in it, duties of one day, and
    the yearly reports, whose day is set in the year. By day, then place."""
    return query_rows(
        db,
        """
        select * from (
          select 'task' as what, t.place, t.document, t.title_vi, t.title_en, lead_printed as who_vi,
                 coalesce(nullif(d.who_en, ''), lead_printed) as who_en, ends as due, time_printed as printed,
                 t.locator, t.line, t.row
          from tasks t left join dates d on d.row = t.row and d.what = 'task_end'
          where year(ends) <= $year and time_kind not in ('ongoing', 'yearly', 'conditional')
          union all
          select 'task', place, document, what_vi, what_en, who_vi, who_en, due_on, due_printed, locator,
                 line, row
          from duties where cadence = 'once' and year(due_on) <= $year
          union all
          select 'report', place, document, what_vi, what_en, who_vi, who_en,
                 least(make_date($year, month, 1) + coalesce(day - 1, 0),
                       last_day(make_date($year, month, 1))),
                 due_printed, locator, line, row
          from duties where cadence = 'yearly' and month is not null
        ) order by year(due) < $year, due, place in (select place from places where kind = 'commune'), place,
                   line""",
        year=year,
    )


def unknowns(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """For each planned place how many indicators have at least one value missing, reason by reason; how many
    of the nation's goals up to 2030 the plan does not state; how many of its goals in numbers have no
    baseline, as the rule of that name finds them."""
    return query_rows(
        db,
        """
        with reasons as (
          select place, count(distinct indicator) filter (unknown_reason = 'blank') as blank,
                 count(distinct indicator) filter (unknown_reason = 'not_surveyed') as not_surveyed,
                 count(distinct indicator) filter (unknown_reason = 'page_missing') as page_missing
          from statements where kind = 'unknown' and series in ('plan', 'baseline') group by place
        ), counted as (
          select place, count(*) filter (verdict = 'not_stated') as not_stated,
                 count(*) filter (verdict is not null) as asked, count(*) filter (kind <> 'unknown') as stated
          from spans group by place
        ), bare as (select place, count(*) as no_base from findings where rule = 'no_baseline' group by place)
        select c.*, coalesce(blank, 0) as blank, coalesce(not_surveyed, 0) as not_surveyed,
               coalesce(page_missing, 0) as page_missing, coalesce(no_base, 0) as no_base
        from counted c left join reasons using (place) left join bare using (place)
        order by c.place""",
    )


def paper_counts(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """The plans and the national papers with how many values each gives: plans first."""
    return query_rows(
        db,
        """
        with counted as (
          select document, count(*) filter (kind <> 'unknown') as figures,
                 bool_or(series = 'benchmark' and place = 'VN') as asks
          from statements group by document
        )
        select d.*, coalesce(c.figures, 0) as figures from documents d left join counted c using (document)
        where d.kind = 'plan' or c.asks
        order by d.kind <> 'plan', d.place in (select place from places where kind = 'commune'), d.place,
                  c.figures desc, d.document""",
    )


def to_settle(db: duckdb.DuckDBPyConnection, *, places: tuple[str, ...], indicator: str) -> list[Row]:
    """The contradictions and gaps of some places, no rule twice, the gravest first; of one indicator if one is
    named."""
    return query_rows(
        db,
        """
        from review
        where place in (select unnest($places)) and ($indicator = '' or indicator = $indicator)
          and family in ('contradictions', 'missing_data')
        qualify row_number() over (partition by rule order by nth) = 1
        order by nth""",
        places=list(places),
        indicator=indicator,
    )


def commune_tasks(db: duckdb.DuckDBPyConnection, *, places: tuple[str, ...]) -> list[Row]:
    """Every task of some places that is held; `own` says whether a commune's body leads it, `who` which: those
    of health stations first, then those with an end, then in the papers' order."""
    return query_rows(
        db,
        """
        with bodies as (select * from agencies where kind = 'station' or agency like 'commune\\_%' escape '\\'),
        led as (
          select t.row, string_agg(b.name_vi, ', ' order by list_position(t.leads, b.agency)) as who_vi,
                 string_agg(b.name_en, ', ' order by list_position(t.leads, b.agency)) as who_en,
                 bool_or(b.kind = 'station') as station
          from tasks t join bodies b on list_contains(t.leads, b.agency) group by t.row
        )
        select t.*, led.who_vi, led.who_en, led.row is not null as own
        from tasks t left join led on led.row = t.row
        where t.place in (select unnest($places))
        order by own desc, station desc nulls last, t.ends nulls last, t.place, t.line""",
        places=list(places),
    )
