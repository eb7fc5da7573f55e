"""The verdicts `pace` and `level`: what has been reported against what the plan asks for."""

import duckdb

from etl.draft_rows import VALUE, rows_by_pair
from etl.verdicts.path import Plan, Step, path_verdict
from healthplan.model.comparable import Comparable, PaceRule, ProgressPoint, comparable
from healthplan.model.distance import DistanceState, distance
from healthplan.model.period import end_of
from healthplan.model.progress import (
    ProgressLevel,
    ProgressPace,
    progress_change,
    progress_level,
    progress_pace,
    value_ends,
)
from healthplan.model.reporting import Counts
from healthplan.model.value import Interval, row_value
from healthplan.release.query import Row
from healthplan.text import Lang, say
from healthplan.text.amounts import amount_words
from healthplan.text.figures import value_text
from healthplan.text.numbers import period

BASIS = {PaceRule.TREND: "pace_basis_trend", PaceRule.SAME_MONTH: "pace_basis_same_month"}


def progress_verdicts(db: duckdb.DuckDBPyConnection, plans: list[Plan]) -> list[Row]:
    """Both verdicts for each plan with a numeric goal before the vision, one value a time."""
    reported = _observations(db)
    verdicts = []
    for plan in plans:
        if plan.goals:
            rows = reported[plan.about["indicator"], plan.about["place"]]
            seen = _Seen(plan, rows)
            verdicts += [_pace(seen), _level(seen)]
    return verdicts


class _Seen:
    """What is known of one indicator at one place, and what of it can be compared."""

    def __init__(self, plan: Plan, rows: list[Row]) -> None:
        self.plan = plan
        by_time = {end_of(row["period"]): row for row in rows if value_ends(row_value(row), plan.direction)}
        counts = plan.about["counts"]
        points = [ProgressPoint(row_value(by_time[at]), at) for at in sorted(by_time)]
        self.compared: Comparable = comparable(points, Counts(counts) if counts else None)
        self.rows = [by_time[point.at] for point in self.compared.points]
        self.silent = max(rows, key=lambda row: end_of(row["period"]), default=None)  # where no value is known

    def short_of(self, goal: Step) -> Interval | None:
        """What the newest value lacks; None where it may lack nothing."""
        told = distance(row_value(self.rows[-1]), row_value(goal.row), self.plan.direction)
        return told.missing if told.state is DistanceState.SHORT else None

    def case(self, key: str) -> str:
        """Why nothing can be said: no value, one, too few months, months that cannot be compared."""
        if key not in ("pace_not_enough_data", "level_not_enough_data"):
            return key
        if not self.rows:
            return "progress_unknown" if self.silent else "progress_no_point"
        return "progress_one_point" if self.compared.rule is PaceRule.FEW else f"progress_{self.compared.rule}"


def _observations(db: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], list[Row]]:
    """Every value and every word for why there is none, by indicator and place. Of several for one time the plan's
    own baseline counts, then a report, then an estimate, then the communes' sum: it comes last, and is kept."""
    return rows_by_pair(
        db,
        f"""
        select o.row, o.indicator, o.place, o.period, o.printed, {VALUE.format("o")}
        from observations o where o.row not in (select row from thin_rows)
        order by list_position(['rolled_up', 'estimated', 'reported', 'revised', 'baseline'], o.status),
                 o.document desc""",
    )


def _pace(seen: _Seen) -> Row:
    plan, compared = seen.plan, seen.compared
    ahead = [step for step in plan.goals if not compared.points or step.year > compared.points[-1].at]
    found = ProgressPace.NOT_ENOUGH_DATA
    if ahead:
        found = progress_pace(compared, _point(ahead[0]), _point(plan.goals[-1]), plan.direction)
    projected = compared.rule is PaceRule.PROJECTED
    against = plan.goals[-1] if projected or not ahead else ahead[0]
    rule = compared.rule if compared.has_pace else PaceRule.LINEAR
    key = f"pace_{found}" if ahead or not compared.has_pace else "pace_no_milestone"
    if found is ProgressPace.UNSURE and compared.rule is PaceRule.TREND:
        key = "pace_noise"
    change = progress_change(compared, plan.direction)
    amounts = {"amount": change.amount, "amount_least": change.least, "amount_most": change.most} if change else {}
    return _row(seen, "pace", rule, found.value, seen.case(key), against) | amounts


def _level(seen: _Seen) -> Row:
    goal = seen.plan.goals[-1]
    found = progress_level(seen.compared, _point(goal), seen.plan.direction)
    key = f"level_{found}"
    if found is ProgressLevel.UNSURE and seen.compared.rule is PaceRule.TREND and seen.short_of(goal):
        key = "level_noise"
    if seen.compared.rule is PaceRule.SAME_MONTH and found in (ProgressLevel.CLOSER, ProgressLevel.NO_CLOSER):
        key += "_so_far"  # what is missing from a whole year's goal is no distance before the year's end
    return _row(seen, "level", "last_value_against_goal", found.value, seen.case(key), goal)


def _point(step: Step) -> ProgressPoint:
    return ProgressPoint(row_value(step.row), float(step.year))


def _row(seen: _Seen, sign: str, rule: str, verdict: str, key: str, against: Step) -> Row:
    told = {"sign": sign, "rule": str(rule), "verdict": verdict, "points": len(seen.rows)}
    other = seen.rows[-1] if seen.rows else {}
    facts = {lang: _facts(seen, against, lang) for lang in Lang}
    return told | path_verdict(seen.plan, against, other, seen.rows, key, facts)


def _facts(seen: _Seen, against: Step, lang: Lang) -> dict[str, str]:
    facts = {"goal": value_text(against.row, lang), "until": str(against.year), "count": str(len(seen.rows))}
    facts["basis"] = say(lang, BASIS.get(seen.compared.rule, "pace_basis_provisional"), count=facts["count"])
    if not seen.rows:
        silent = seen.silent
        return facts | (
            {"last": value_text(silent, lang), "last_when": period(silent["period"], lang)} if silent else {}
        )
    for name, row in (("first", seen.rows[0]), ("last", seen.rows[-1])):
        facts |= {name: value_text(row, lang), f"{name}_when": period(row["period"], lang)}
    missing = seen.short_of(against)
    return facts | {"left": amount_words(missing, seen.plan.about[f"change_{lang}"], lang) if missing else ""}
