"""The verdicts `pace` and `level`: what has been reported against what the plan asks for."""

import duckdb

from etl.draft_rows import VALUE, rows_by_pair
from etl.verdicts.path import Plan, Step, path_verdict
from healthplan.model.progress import (
    GERMAN_LAST,
    GERMAN_POINTS,
    ProgressLevel,
    ProgressPace,
    ProgressPoint,
    progress_level,
    progress_pace,
    value_ends,
)
from healthplan.model.value import row_value
from healthplan.release.query import Row
from healthplan.text import Lang
from healthplan.text.figures import value_text


def progress_verdicts(db: duckdb.DuckDBPyConnection, plans: list[Plan]) -> list[Row]:
    """Both verdicts for each plan with a numeric goal before the vision, one value a time."""
    reported = _observations(db)
    verdicts = []
    for plan in plans:
        known = {
            row["at"]: row
            for row in reported[plan.about["indicator"], plan.about["place"]]
            if value_ends(row_value(row), plan.direction)
        }
        points = [known[at] for at in sorted(known)]
        if plan.goals:
            verdicts += [_pace(plan, points), _level(plan, points)]
    return verdicts


def _observations(db: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], list[Row]]:
    """Every known value by indicator and place. Of several for one time the plan's own baseline counts,
    then a report, then an estimate, then the communes' sum: it comes last, and the last one is kept."""
    return rows_by_pair(
        db,
        f"""
        select o.row, o.indicator, o.place, o.period, o.printed, {VALUE.format("o")},
               o.year - 1 + case
                 when contains(o.period, 'Q') then right(o.period, 1)::integer / 4
                 when length(o.period) = 7 then right(o.period, 2)::integer / 12
                 else 1 end as at
        from observations o where o.kind <> 'unknown' and o.row not in (select row from thin_rows)
        order by list_position(['rolled_up', 'estimated', 'reported', 'revised', 'baseline'], o.status),
                 o.document desc""",
    )


def _pace(plan: Plan, points: list[Row]) -> Row:
    seen = [ProgressPoint(row_value(row), row["at"]) for row in points]
    ahead = [step for step in plan.goals if not seen or step.year > seen[-1].at]
    found = ProgressPace.NOT_ENOUGH_DATA
    if ahead:
        found = progress_pace(seen, _point(ahead[0]), _point(plan.goals[-1]), plan.direction)
    german = len(points) >= GERMAN_POINTS
    points = points[-GERMAN_LAST:] if german else points  # those that count are those that are told
    key = f"pace_{found}" if ahead or len(points) < 2 else "pace_no_milestone"
    against = plan.goals[-1] if german or not ahead else ahead[0]
    rule = "mean_yearly_change_projected" if german else "linear_pace_over_required"
    return _row(plan, "pace", rule, found.value, _case(key, points), points, against)


def _level(plan: Plan, points: list[Row]) -> Row:
    seen = [ProgressPoint(row_value(row), row["at"]) for row in points]
    found = progress_level(seen, _point(plan.goals[-1]), plan.direction)
    key = f"level_{found}" if found is not ProgressLevel.NOT_ENOUGH_DATA else "pace_not_enough_data"
    return _row(plan, "level", "last_value_against_goal", found.value, _case(key, points), points, plan.goals[-1])


def _case(key: str, points: list[Row]) -> str:
    """No value at all and one value are different answers."""
    if key == "pace_not_enough_data":
        return "progress_one_point" if points else "progress_no_point"
    return key


def _point(step: Step) -> ProgressPoint:
    return ProgressPoint(row_value(step.row), float(step.year))


def _row(plan: Plan, sign: str, rule: str, verdict: str, key: str, points: list[Row], against: Step) -> Row:
    told = {"sign": sign, "rule": rule, "verdict": verdict, "points": len(points)}
    other = points[-1] if points else {}
    facts = {lang: _facts(points, against, lang) for lang in Lang}
    return told | path_verdict(plan, against, other, points, key, facts)


def _facts(points: list[Row], against: Step, lang: Lang) -> dict[str, str]:
    facts = {"goal": value_text(against.row, lang), "until": str(against.year), "count": str(len(points))}
    for name, row in (("first", points[0]), ("last", points[-1])) if points else ():
        facts |= {name: value_text(row, lang), f"{name}_when": row["period"]}
    return facts
