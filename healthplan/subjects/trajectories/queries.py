"""One indicator, many places."""

import duckdb

from healthplan.release.query import Row, query_rows
from healthplan.release.reference_data import has_table


def trajectory_statements(db: duckdb.DuckDBPyConnection, *, indicator: str, places: tuple[str, ...]) -> list[Row]:
    """Everything the places and the nation state or report about one indicator, by place and year."""
    return query_rows(
        db,
        """
        select s.*, d.kind as paper_kind, d.number, d.short_vi, d.short_en,
               coalesce(b.compare, true) as compare, n.name_vi as counted_vi, n.name_en as counted_en,
               coalesce(o.period, s.year::varchar) as period
        from statements s left join documents d using (document) left join benchmarks b on b.row = s.row
        left join observations o on o.row = s.row
        left join definitions n on n.definition = s.definition
        where s.indicator = $indicator and (s.place in (select unnest($places)) or s.place = 'VN')
        order by s.place, s.year nulls last, s.series, s.stated_in, o.period, s.locator""",
        indicator=indicator,
        places=list(places),
    )


def values_on_scale(
    db: duckdb.DuckDBPyConnection, *, places: tuple[str, ...], since: int, reported_since: int, until: int
) -> list[Row]:
    """Each different value that the places' counting papers and reports give an indicator in the years of a chart
    (reported ones since `reported_since`), with the places that give it."""
    return query_rows(
        db,
        """
        select s.indicator, s.kind, s.low, s.high, s.rank, list(distinct s.place) as places
        from statements s left join documents d using (document) left join planned_places p on p.place = s.place
        where list_contains($places, s.place) and not s.apart
          and s.year between if(s.series = 'actual', $reported_since, $since) and $until
          and (d.kind is distinct from 'plan' or s.document = p.document)
        group by s.indicator, s.kind, s.low, s.high, s.rank order by all""",
        places=list(places),
        since=since,
        reported_since=reported_since,
        until=until,
    )


def older_versions(db: duckdb.DuckDBPyConnection, *, indicator: str) -> list[Row]:
    """What was reported of an indicator before it was mended, the newest first."""
    if not has_table(db, "value_versions"):
        return []
    return query_rows(
        db,
        """
        from value_versions where indicator = $indicator and not newest
        order by place, period, said_on desc, report_period desc""",
        indicator=indicator,
    )


def indicator_ambition(db: duckdb.DuckDBPyConnection, *, indicator: str) -> list[Row]:
    """Every verdict of ambition on one indicator, with the value of the benchmark it rests on."""
    return query_rows(
        db,
        """
        select v.* exclude (law), b.law_said_vi as law_vi, b.law_said_en as law_en, b.printed, b.kind, b.low,
               b.high, b.low_open, b.high_open, b.about, b.rank,
               b.step_vi, b.step_en, b.unknown_reason, b.from_year, b.each_year
        from verdicts v join benchmarks b on b.row = v.benchmark_row
        where v.sign = 'ambition' and v.indicator = $indicator order by v.year, b.law, v.place""",
        indicator=indicator,
    )


def indicator_progress(db: duckdb.DuckDBPyConnection, *, indicator: str) -> list[Row]:
    """The pace of each place with a numeric goal: what has been reported against the next milestone."""
    return query_rows(
        db, "from verdicts where sign = 'pace' and indicator = $indicator order by place", indicator=indicator
    )


def plan_shapes(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """The shape of each path that states every year, with the share of its change left to the last two."""
    return query_rows(
        db,
        """
        select v.* from verdicts v join indicators i using (indicator)
        where sign = 'plan_shape' and share_last_two is not null order by not i.headline, i.position, v.place""",
    )
