"""The verdicts `required_pace`: the even yearly change from each plan's own baseline to its last goal before
the vision."""

import duckdb

from etl.stored import VALUE, Row, stored_rows, value_of
from healthplan.model.ambition import Direction, level
from healthplan.model.pace import required_pace
from healthplan.text import Lang, say
from healthplan.text.figures import shown
from healthplan.text.numbers import amount


def paces(db: duckdb.DuckDBPyConnection, goals: dict[tuple[str, str], list[Row]]) -> list[Row]:
    """The even yearly change from each plan's own baseline to the last goal before the vision."""
    baselines = stored_rows(
        db,
        f"""
        select o.row, o.indicator, o.place, o.year, o.printed, o.document,
               {VALUE.format("o")}, i.direction, i.decimals, i.unit_vi, i.unit_en
        from observations o join indicators i using (indicator) join documents d using (document)
        where o.status = 'baseline' and d.kind = 'plan' and i.direction in ('up', 'down') order by
        o.indicator, o.place""",
    )
    paced = [_pace(base, goals[base["indicator"], base["place"]]) for base in baselines]
    return [verdict for verdict in paced if verdict]


def _pace(base: Row, goals: list[Row]) -> Row | None:
    direction = Direction(base["direction"])
    end = _end(goals, direction)
    pace = end and required_pace(value_of(base), base["year"], value_of(end), end["year"], direction)
    if not end or not pace:
        return None
    key = "pace_met" if pace.met else "pace_required" if pace.a_year else "pace_sign"
    return {
        "sign": "required_pace",
        "indicator": base["indicator"],
        "place": base["place"],
        "year": end["year"],
        "verdict": key.removeprefix("pace_"),
        "plan_row": end["row"],
        "plan_printed": end["printed"],
        "plan_locator": end["locator"],
        "benchmark_row": base["row"],
        "benchmark_printed": base["printed"],
        "amount": pace.a_year,
        "years": pace.years,
        "reason": key,
    } | {f"reason_{lang}": say(lang, key, **_pace_facts(base, end, pace.a_year, lang)) for lang in Lang}


def _end(goals: list[Row], direction: Direction) -> Row | None:
    """The plan's last level before the vision, in the first year that asks for it. The yearly table, if
    there is one,
    comes before the text: it holds the baseline too."""
    dated = [
        goal
        for goal in goals
        if goal["year"] and goal["role"] != "vision" and level(value_of(goal), direction)
    ]
    numbers = [goal for goal in dated if goal["kind"] not in ("marker", "grade")]
    path = [
        goal for goal in numbers if goal["stated_in"] == "annex" and goal["kind"] != "universal"
    ] or numbers
    last = max(path, key=lambda goal: goal["year"], default=None)
    if last is None:
        return None
    reached = level(value_of(last), direction) or (0.0, 0)
    return min(
        (goal for goal in path if (level(value_of(goal), direction) or (0.0, 0)) >= reached),
        key=lambda goal: goal["year"],
    )


def _pace_facts(base: Row, end: Row, a_year: float, lang: Lang) -> dict[str, str]:
    return {
        "since": str(base["year"]),
        "base": shown(base, lang),
        "until": str(end["year"]),
        "goal": shown(end, lang),
        "a_year": amount(a_year, base[f"unit_{lang}"], lang),
    }
