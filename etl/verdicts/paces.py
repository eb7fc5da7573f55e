"""The verdicts `required_pace`: the even yearly change from a plan's own baseline, or else its first stated
year, to its last goal before the vision."""

from etl.verdicts.path import Plan, Step, path_verdict
from healthplan.model.pace import RequiredPace, required_pace
from healthplan.model.value import row_value
from healthplan.release.query import Row
from healthplan.text import Lang
from healthplan.text.figures import value_text
from healthplan.text.numbers import amounts


def pace_verdicts(plans: list[Plan]) -> list[Row]:
    """One verdict for each plan that has a path with an end."""
    paced = [_pace(plan, plan.steps[0], plan.end) for plan in plans if plan.steps and plan.end]
    return [verdict for verdict in paced if verdict]


def _pace(plan: Plan, start: Step, end: Step) -> Row | None:
    pace = required_pace(row_value(start.row), start.year, row_value(end.row), end.year, plan.direction)
    if not pace:
        return None
    facts = {lang: _facts(plan, start, end, pace, lang) for lang in Lang}
    return path_verdict(plan, end, start.row, [start.row, end.row], _key(plan, pace), facts) | {
        "sign": "required_pace",
        "rule": "linear_from_baseline" if plan.base else "linear_from_first_year",
        "verdict": "met" if pace.met else "required" if pace.a_year else "sign",
        "amount": pace.a_year,
        "amount_least": pace.least,
        "amount_most": pace.most,
        "years": pace.years,
    }


def _key(plan: Plan, pace: RequiredPace) -> str:
    if pace.met:
        return "pace_met"
    if not pace.a_year:
        return "pace_sign"
    return "pace_required" if plan.base else "pace_from_first"


def _facts(plan: Plan, start: Step, end: Step, pace: RequiredPace, lang: Lang) -> dict[str, str]:
    return {
        "since": str(start.year),
        "base": value_text(start.row, lang),
        "until": str(end.year),
        "goal": value_text(end.row, lang),
        "a_year": amounts(pace.least, pace.most, plan.about[f"change_{lang}"], lang),
    }
