"""What plans ask to be reported and when, what was received, and the values of a period. Releases from before there
were reports hold none."""

import duckdb

from healthplan.release.query import Row, query_rows
from healthplan.release.reference_data import has_table

COMMUNES = "commune_peoples_committees"


def report_duties(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """The duties of plans that are reports. `issued` is the day of the plan, or the last of its month where the day is
    not printed; `of_communes`: the communes of the place are among those who report."""
    return query_rows(
        db,
        """
        select u.*, coalesce(d.issued_on, last_day(d.issued_month)) as issued, d.short_vi, d.short_en,
               list_contains(u.agencies, $communes) as of_communes
        from duties u join planned_places p using (place, document) join documents d using (document)
        where contains(lower(u.what_vi), 'báo cáo')
        order by p.kind = 'commune', u.place, u.line""",
        communes=COMMUNES,
    )


def received_reports(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """Each period of which a place has reported: the first day on which it was said, the newest, by whom, how many
    values."""
    if not has_table(db, "reports"):
        return []
    return query_rows(
        db,
        """
        select r.place, r.period, min(v.said_on) as received, max(v.said_on) as newest,
               arg_max(v.document, v.said_on) as document, arg_max(v.said_by_vi, v.said_on) as said_by_vi,
               arg_max(v.said_by_en, v.said_on) as said_by_en, count(*) filter (v.newest) as values
        from reports r join value_versions v on v.document = r.report
        group by r.place, r.period order by r.place, r.period""",
    )


def silent_communes(db: duckdb.DuckDBPyConnection, *, place: str, period: str) -> list[Row]:
    """The communes of a province of which no value at all was added up for a period; one row with the list of them,
    none where nothing was added up."""
    if not has_table(db, "rolled_up"):
        return []
    return query_rows(
        db,
        """
        select list_reduce(list(missing), lambda one, other: list_intersect(one, other)) as missing
        from rolled_up where place = $place and period = $period having count(*) > 0""",
        place=place,
        period=period,
    )


def values_with_before(db: duckdb.DuckDBPyConnection, *, periods: tuple[str, ...]) -> list[Row]:
    """The values that count and were reported in these report periods, each with the newest known one of an earlier
    time (`before_*`); of what adds up within a year that is the same months of the year before. `milestone`: whether
    the value can be held against the goals of its year."""
    if not has_table(db, "value_versions"):
        return []
    columns = ", ".join(
        f"arg_max(b.{name}, b.at) as before_{name}"
        for name in ("row", "period", "kind", "low", "high", "low_open", "high_open", "about", "rank", "step_vi",
                     "step_en", "printed", "unknown_reason")
    )  # fmt: skip
    return query_rows(
        db,
        f"""
        with timed as (
          select o.*, i.counts, i.direction, i.position as nth, i.unit_vi, i.unit_en, i.change_vi, i.change_en,
                 i.name_vi, i.name_en, last_month(o.period) as at
          from observations o join indicators i using (indicator)
        )
        select n.row, n.indicator, n.place, n.period, n.report_period, n.printed, n.kind, n.low, n.high, n.low_open,
               n.high_open, n.about, n.rank, n.step_vi, n.step_en, n.unknown_reason, n.said_on, n.versions, n.direction,
               n.unit_vi, n.unit_en, n.change_vi, n.change_en, n.name_vi, n.name_en, n.nth,
               n.row not in (select row from parts_of_years) as milestone,
               {columns}
        from timed n left join timed b on b.indicator = n.indicator and b.place = n.place and b.kind <> 'unknown'
          and b.at < n.at and (coalesce(n.counts, '') <> 'year_to_date' or right(b.at, 2) = right(n.at, 2))
        where n.reporter is not null and n.report_period in (select unnest($periods))
        group by all order by n.place, n.nth, n.period""",  # names of columns of ours
        periods=list(periods),
    )


def measuring_goals(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """The goals in figures that a value of a place can reach: its plan's by year, then the nation's that measure it."""
    return query_rows(
        db,
        """
        with held as (
          select s.indicator, s.place, 'plan' as aim, null as law_vi, null as law_en, s.row
          from statements s join planned_places p using (place, document) where s.series = 'plan'
          union all
          select b.indicator, p.place, 'nation', b.law_said_vi, b.law_said_en, b.row
          from measures b
          join places p on p.kind in ('nation', 'province') or p.place in (select place from planned_places)
        )
        select h.*, s.* exclude (row, indicator, place)
        from held h join statements s using (row)
        where s.year is not null and not s.apart and s.kind not in ('unknown', 'marker', 'grade') and s.role <> 'vision'
        order by h.indicator, h.place, h.aim = 'nation', s.year, s.row""",
    )


def level_verdicts(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """Where the newest reported values stand to the plan's goal, over comparable times."""
    return query_rows(
        db,
        """
        select indicator, place, verdict, reason_vi, reason_en from verdicts
        where sign = 'level' and verdict <> 'not_enough_data'""",
    )
