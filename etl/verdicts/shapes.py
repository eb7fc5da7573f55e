"""The verdicts `plan_shape`: whether a path spreads its change evenly, or leaves it to the last years."""

from etl.verdicts.path import PATH_YEARS, Plan, path_verdict
from healthplan.model.shape import Shape, Spread, shape
from healthplan.release.query import Row
from healthplan.text import Lang
from healthplan.text.figures import value_text
from healthplan.text.numbers import number_text


def shape_verdicts(plans: list[Plan]) -> list[Row]:
    """One verdict for each path; a path with years left out says that nothing is known between them."""
    return [_verdict(plan) for plan in plans if plan.steps and plan.goals]


def _verdict(plan: Plan) -> Row:
    steps = plan.steps
    whole = plan.is_yearly and len(steps) >= PATH_YEARS
    found = shape([step.level[0] for step in steps]) if whole else None
    spread = found.spread if found else Spread.NO_CHANGE if whole else Spread.NOT_ENOUGH_DATA
    facts = {lang: _facts(plan, found, lang) for lang in Lang}
    rows = [step.row for step in steps]
    return path_verdict(plan, steps[-1], rows[0], rows, f"shape_{spread}", facts) | {
        "sign": "plan_shape",
        "rule": "back_loading_index",
        "verdict": spread.value,
        "years": steps[-1].year - steps[0].year,
        **_measures(found),
    }


def _measures(found: Shape | None) -> Row:
    if found is None:
        return {}
    return {"back_loading": found.back_loading, "share_last_two": found.last_two, "largest_step": found.largest_step}


def _facts(plan: Plan, found: Shape | None, lang: Lang) -> dict[str, str]:
    steps = plan.steps
    facts = {
        "base": value_text(steps[0].row, lang),
        "since": str(steps[0].year),
        "goal": value_text(steps[-1].row, lang),
        "until": str(steps[-1].year),
    }
    if found is None:
        return facts
    last_two = found.last_two
    return facts | {
        "share": number_text((1 if last_two is None else last_two) * 100, lang, 0),
        "before": value_text(steps[-3].row, lang),
        "before_year": str(steps[-3].year),
        "step": number_text(found.largest_step, lang, 1),
    }
