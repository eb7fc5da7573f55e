"""The questions of the report that a place owes its People's Committee."""

import duckdb

from healthplan.release.query import Row, query_rows
from healthplan.release.reference_data import has_table


def goals_of_plan(db: duckdb.DuckDBPyConnection, *, place: str) -> list[Row]:
    """Every goal of the plan of a place before its vision, the yearly table before the text. `apart`: it counts
    something else than the indicator."""
    return query_rows(
        db,
        """
        select g.*, g.row in (select row from set_apart) as apart, d.short_vi, d.short_en
        from goals g join planned_places using (place, document) join documents d using (document)
        where place = $place and g.role <> 'vision'
        order by g.stated_in = 'annex' desc, g.stated_in, g.line, g.row""",
        place=place,
    )


def values_of_place(db: duckdb.DuckDBPyConnection, *, place: str) -> list[Row]:
    """Every value of a place with its paper. `thin`: a sum of communes that nothing may be concluded from. Releases
    from before there were such sums hold none."""
    thin = "o.row in (select row from thin_rows)" if has_table(db, "rolled_up") else "false"
    return query_rows(
        db,
        f"""
        select o.*, d.short_vi, d.short_en, {thin} as thin
        from observations o join documents d using (document)
        where o.place = $place and o.document not in (select document from other_papers)
        order by o.indicator, o.period, o.locator, o.row""",
        place=place,
    )


def sums_of_communes(db: duckdb.DuckDBPyConnection, *, place: str, period: str) -> list[Row]:
    """What the communes of a place report for a period: of each indicator how many do, of whom, and who is missing.
    Releases from before there were such sums hold none."""
    if not has_table(db, "rolled_up"):
        return []
    return query_rows(
        db,
        """
        select r.indicator, r.reported, r.expected, r.missing, r.share, o.note_vi, o.note_en
        from rolled_up r join indicators i using (indicator)
        left join observations o
          on (o.indicator, o.place, o.period, o.status) = (r.indicator, r.place, r.period, 'rolled_up')
        where r.place = $place and r.period = $period order by r.missing, i.position""",
        place=place,
        period=period,
    )


def slipping_verdicts(db: duckdb.DuckDBPyConnection, *, place: str) -> list[Row]:
    """The verdicts on reported values that say a goal is missed at this pace, or moves away; pace before level."""
    return query_rows(
        db,
        """
        select v.indicator, v.sign, v.verdict, v.reason_vi, v.reason_en
        from verdicts v join indicators i using (indicator)
        where v.place = $place and (v.sign = 'pace' and v.verdict in ('slower', 'too_slow', 'wrong_way')
          or v.sign = 'level' and v.verdict in ('met_going_back', 'no_closer'))
        order by i.headline desc, i.position, v.sign = 'level'""",
        place=place,
    )


def bodies_by_code(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """The names of bodies."""
    return query_rows(db, "select agency, name_vi, name_en from agencies")
