"""The lists that pickers, maps and pages are made of."""

import duckdb

from healthplan.release.query import Row, query_rows


def release(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """The one row that says which release this is."""
    return query_rows(db, "from release")


def indicators(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """All indicators with their theme, in the order of the themes."""
    return query_rows(
        db,
        """
        select i.*, t.name_vi as theme_vi, t.name_en as theme_en
        from indicators i join themes t using (theme) order by i.position""",
    )


def planned_places(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """Places whose plan is held: provinces by code, then communes."""
    return query_rows(db, "from planned_places order by kind = 'commune', place")


def old_codes(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """The codes that places had here before, each with the code of today. Releases from before there was a
    list of them know none: in them the old code is the code."""
    return query_rows(db, "from place_codes order by old_code") if has_table(db, "place_codes") else []


def known_plans(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """The newest plan of each place that is known to exist and not held. Releases from before there was a
    list of them know none."""
    return (
        query_rows(db, "from known_plans order by place, issued_on desc nulls last, number")
        if has_table(db, "known_plans")
        else []
    )


def abbreviations(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """How offices shorten words; older releases know none."""
    return query_rows(db, "from abbreviations") if has_table(db, "abbreviations") else []


def has_table(db: duckdb.DuckDBPyConnection, name: str) -> bool:
    """Whether a release has a table, which older ones may lack."""
    try:
        db.table(name)
    except duckdb.CatalogException:
        return False
    return True


def places(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """Every place."""
    return query_rows(db, "from places order by kind = 'commune', place")


def tiles(db: duckdb.DuckDBPyConnection, *, indicator: str, year: int) -> list[Row]:
    """Every tile of the map: 34 provinces and both archipelagos, with the cell of one indicator and year."""
    return query_rows(
        db,
        """
        select p.place, p.kind as place_kind, p.name_vi, p.name_en, p.parent, p.tile_row, p.tile_col,
               d.document is not null as planned,
               c.row, c.printed, c.kind, c.low, c.high, c.low_open, c.high_open, c.about,
               c.rank, c.step_vi, c.step_en,
               c.unknown_reason, c.series, c.year
        from places p
        left join planned_places d using (place)
        left join cells c on c.place = p.place and c.indicator = $indicator and c.year = $year
        where p.tile_row is not null order by p.tile_row, p.tile_col""",
        indicator=indicator,
        year=year,
    )


def tile_years(db: duckdb.DuckDBPyConnection, *, indicator: str) -> list[Row]:
    """The years in which some province has a cell for the indicator, and how many provinces have a known
    one."""
    return query_rows(
        db,
        """
        select year, count(*) filter (c.kind <> 'unknown') as known
        from cells c join places p on p.place = c.place and p.kind = 'province'
        where indicator = $indicator group by year having known > 0 order by year""",
        indicator=indicator,
    )


def documents(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """Every paper and page: plans first, then laws, then pages, then reports."""
    return query_rows(
        db,
        """
        from documents order by case kind when 'plan' then 0 when 'law' then 1 when 'report' then 3 else 2 end,
                              place in (select place from places where kind = 'commune'), place, document""",
    )


def unplanned(db: duckdb.DuckDBPyConnection) -> list[Row]:
    """Reported values of provinces whose plan is not held and of former provinces, these last."""
    return query_rows(
        db,
        """
        select o.*, p.parent
        from observations o join places p using (place) join indicators i using (indicator)
        where p.kind in ('province', 'former_province') and place not in (select place from planned_places)
        order by p.kind = 'former_province', place, i.position, o.period, document""",
    )
