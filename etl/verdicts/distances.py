"""Fills the tables `distances` and `distance_statements`: from the newest known value of each place to its
plan's goal and to each goal of the nation, and the year in which the plan's own pace gets there. What depends
on the reader's day is left to the reading."""

from collections import defaultdict
from pathlib import Path

import duckdb

from etl.draft_rows import VALUE, insert_rows
from etl.verdicts.path import Plan
from healthplan.model.ambition import Direction, Level, ambition_level
from healthplan.model.distance import Distance, DistanceState, arrival, distance
from healthplan.model.value import Reason, Unknown, Value, row_value
from healthplan.release.query import Row, query_rows

SINCE = 2020  # an older value is not what a place has now
NOT_STATED = Unknown(Reason.NOT_STATED)
Key = tuple[str, str]  # indicator, place


def store_distances(db: duckdb.DuckDBPyConnection, plans: list[Plan]) -> None:
    """One row a place, indicator and aim: of planned places to the plan's own goal; of these, of all
    provinces and of the nation itself to each national goal that a place can be measured by."""
    values, visions = _values(db), _visions(db)
    by_key = {(plan.about["indicator"], plan.about["place"]): plan for plan in plans}
    rows = []
    for aim in [*_own_goals(db, by_key), *_national_goals(db)]:
        key, way = (aim["indicator"], aim["place"]), Direction(aim["direction"])
        goal = values.get(aim["goal_row"], NOT_STATED)
        told = Distance(DistanceState.WORDS) if aim["apart"] else distance(_now(values, aim), goal, way)
        rows.append(aim | _columns(told) | _arrival(by_key.get(key), visions[key], ambition_level(goal, way), aim))
    insert_rows(db, "distances", [{name: row.get(name) for name in COLUMNS} for row in rows])
    db.execute(Path(__file__).with_name("distance_statements.sql").read_text(encoding="utf-8"))


COLUMNS = (
    *("indicator", "place", "aim", "now_row", "goal_row", "year", "measures", "state"),
    *("low", "high", "low_open", "high_open", "about", "pace", "arrives"),
)
NEWEST = f"(select * from newest_values where year >= {SINCE})"


def _own_goals(db: duckdb.DuckDBPyConnection, plans: dict[Key, Plan]) -> list[Row]:
    """The goal of each plan: the last level of its path in the first year that asks for it, else the goal
    that the screens show."""
    rows = query_rows(
        db,
        f"""
        select s.indicator, s.place, 'plan' as aim, case when s.base_year >= {SINCE} then s.base_row end as now_row,
               s.row as goal_row, s.year, false as measures, s.apart, i.direction
        from spans s join indicators i using (indicator)
        order by s.indicator, s.place""",
    )
    for row in rows:
        plan = plans.get((row["indicator"], row["place"]))
        if plan and plan.end and not row["apart"]:
            row |= {"goal_row": plan.end.row["row"], "year": plan.end.year}
    return rows


def _national_goals(db: duckdb.DuckDBPyConnection) -> list[Row]:
    return query_rows(
        db,
        f"""
        select b.indicator, p.place, 'nation' as aim, n.row as now_row, b.row as goal_row, b.year,
               b.row in (select row from measures) as measures,
               b.row in (select row from set_apart) as apart, i.direction
        from benchmarks b join indicators i using (indicator)
        join places p on p.kind in ('nation', 'province') or p.place in (select place from planned_places)
        left join {NEWEST} n on n.indicator = b.indicator and n.place = p.place
        where b.place = 'VN' and b.compare and b.year is not null
        order by b.indicator, p.place, b.year, b.law""",
    )


def _values(db: duckdb.DuckDBPyConnection) -> dict[str, Value]:
    """Every goal, observation and benchmark by the name of its row."""
    return {
        row["row"]: row_value(row) for row in query_rows(db, f"select s.row, {VALUE.format('s')} from statements s")
    }


def _visions(db: duckdb.DuckDBPyConnection) -> dict[Key, list[tuple[int, Level]]]:
    """What plans state for the far year of their vision, as numbers."""
    found: dict[Key, list[tuple[int, Level]]] = defaultdict(list)
    rows = query_rows(
        db,
        f"""
        select g.indicator, g.place, g.year, i.direction, {VALUE.format("g")}
        from goals g join indicators i using (indicator) join planned_places using (place, document)
        where g.role = 'vision' and g.year is not null and g.kind not in ('unknown', 'marker', 'grade')""",
    )
    for row in rows:
        if level := ambition_level(row_value(row), Direction(row["direction"])):
            found[row["indicator"], row["place"]].append((row["year"], level))
    return found


def _now(values: dict[str, Value], aim: Row) -> Value:
    return values.get(aim["now_row"], NOT_STATED)


def _columns(told: Distance) -> Row:
    missing = told.missing
    ends = ("low", "high", "low_open", "high_open", "about")
    return {"state": told.state.value} | {end: getattr(missing, end, None) for end in ends}


def _arrival(plan: Plan | None, visions: list[tuple[int, Level]], goal: Level | None, aim: Row) -> Row:
    """The year in which the plan's own pace reaches a national goal, `never` where not before the last year
    that is told, `unknown` where the plan has no path in numbers."""
    if plan is None or goal is None or aim["aim"] == "plan" or aim["apart"]:
        return {}
    path = [(step.year, step.level) for step in plan.steps]
    ends_in = plan.steps.index(plan.end) if path and plan.end else 0
    stated = [(step.year, step.level) for step in plan.goals] + visions
    year = arrival(path, ends_in, stated, goal)
    if year is None:
        return {"pace": "never" if ends_in else "unknown"}
    return {"pace": "year", "arrives": year}
