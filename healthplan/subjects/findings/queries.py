"""The questions of the plan review."""

import duckdb

from healthplan.release.query import Row, query_rows


def rules(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """Every rule family by family, with its name and how it works."""
    return query_rows(db, "from rules order by position")


def findings(db: duckdb.DuckDBPyConnection, *, place: str, indicator: str, severity: str, rule: str) -> list[Row]:
    """Findings rule by rule, the gravest first; "" picks all places, indicators, severities or rules."""
    return query_rows(
        db,
        """
        from review
        where ($place = '' or place = $place) and ($indicator = '' or indicator = $indicator)
          and ($severity = '' or severity = $severity) and ($rule = '' or rule = $rule)
        order by position, nth""",
        place=place,
        indicator=indicator,
        severity=severity,
        rule=rule,
    )


def gaps(db: duckdb.DuckDBPyConnection, *, place: str, indicator: str) -> list[Row]:
    """Tasks and indicators that our own mapping leaves without a join; "" picks all places or indicators."""
    return query_rows(
        db,
        """
        from mapping_gaps
        where ($place = '' or place = $place) and ($indicator = '' or indicator = $indicator)
        order by place, rule, line_a, indicator""",
        place=place,
        indicator=indicator,
    )


def tally(db: duckdb.DuckDBPyConnection, *, place: str, indicator: str, severity: str) -> list[Row]:
    """How many findings each rule has in each place."""
    return query_rows(
        db,
        """
        select rule, place, count(*) as number from review
        where ($place = '' or place = $place) and ($indicator = '' or indicator = $indicator)
          and ($severity = '' or severity = $severity)
        group by all order by all""",
        place=place,
        indicator=indicator,
        severity=severity,
    )


def finding(db: duckdb.DuckDBPyConnection, *, name: str) -> list[Row]:
    """One finding by its name; nothing for an unknown name."""
    return query_rows(db, "from findings where finding = $name", name=name)


def pieces(db: duckdb.DuckDBPyConnection, *, names: tuple[str, ...]) -> list[Row]:
    """The rows that a finding rests on, in the order asked, each with its paper and unit."""
    return query_rows(
        db,
        """
        select p.*, d.short_vi, d.short_en, i.unit_vi, i.unit_en
        from pieces p left join documents d using (document) left join indicators i using (indicator)
        where p.row in (select unnest($names)) order by list_position($names, p.row)""",
        names=list(names),
    )


def gravest(db: duckdb.DuckDBPyConnection, *, place: str, most: int) -> list[Row]:
    """The findings that a reader of one place must know first, no rule and no indicator twice."""
    return query_rows(
        db,
        """
        with one_a_rule as (
          from review where place = $place qualify row_number() over (partition by rule order by nth) = 1
        )
        from one_a_rule
        qualify row_number() over (partition by coalesce(indicator, rule) order by nth) = 1
        order by nth limit $most""",
        place=place,
        most=most,
    )


def finding_remarks(db: duckdb.DuckDBPyConnection, *, place: str, indicator: str) -> list[Row]:
    """What a careful reader must be told and no rule can find; "" picks all places or indicators."""
    return query_rows(
        db,
        """
        select r.*, d.short_vi, d.short_en from remarks r join documents d using (document)
        where ($place = '' or r.place = $place) and ($indicator = '' or r.indicator = $indicator)
        order by r.document, r.line, r.text_vi""",
        place=place,
        indicator=indicator,
    )


def back_loaded(db: duckdb.DuckDBPyConnection, *, indicator: str) -> list[Row]:
    """The paths of one indicator that leave most of their change to their last years."""
    return query_rows(
        db,
        """
        from verdicts where sign = 'plan_shape' and verdict = 'back_loaded' and indicator = $indicator
        order by place""",
        indicator=indicator,
    )
