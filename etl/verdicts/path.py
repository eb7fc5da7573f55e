"""The path of a plan for one indicator: its baseline and one value for each year that it states."""

from dataclasses import dataclass, field
from itertools import pairwise

import duckdb

from etl.draft_rows import VALUE, rows_by_pair
from healthplan.model.ambition import Direction, Level, ambition_level
from healthplan.model.pace import NUMBERS
from healthplan.model.value import row_value
from healthplan.release.query import Row, query_rows
from healthplan.text import Lang, say

PATH_YEARS = 3  # years a plan must state to have a path without a baseline


@dataclass(frozen=True, slots=True)
class Step:
    """One value of a path: the row it comes from, its year and its weakest end."""

    row: Row
    year: int
    level: Level


@dataclass(slots=True)
class Plan:
    """What one plan states about one indicator. `about` has the indicator's direction and units; `base` is
    the baseline (None without a number), `goals` one number a year before the vision, in their order."""

    about: Row
    base: Step | None = None
    goals: list[Step] = field(default_factory=list)

    @property
    def direction(self) -> Direction:
        """What is better."""
        return Direction(self.about["direction"])

    @property
    def steps(self) -> list[Step]:
        """The path: baseline and goals; empty when neither a baseline nor PATH_YEARS years are stated."""
        if self.base is None and len(self.goals) < PATH_YEARS:
            return []
        return [*([self.base] if self.base else []), *self.goals]

    @property
    def is_yearly(self) -> bool:
        """Whether the path states every year from its first to its last."""
        return all(other.year == one.year + 1 for one, other in pairwise(self.steps))

    @property
    def end(self) -> Step | None:
        """The last level before the vision, in the first year that asks for it."""
        if not self.goals:
            return None
        return next(step for step in self.goals if step.level >= self.goals[-1].level)


def plans(db: duckdb.DuckDBPyConnection) -> list[Plan]:
    """One plan for each place and each indicator that has a better side, by indicator and place."""
    bases = _by_key(db, "observations", "o.status = 'baseline'")
    goals = _by_key(db, "goals", "o.year is not null and o.role <> 'vision'")
    abouts = query_rows(
        db,
        """
        select i.indicator, p.place, i.direction, i.counts, i.unit_vi, i.unit_en, i.change_vi, i.change_en
        from indicators i cross join planned_places p where i.direction in ('up', 'down')
        order by i.indicator, p.place""",
    )
    return [
        Plan(about, _base(bases[key], Direction(about["direction"])), _goals(goals[key], about))
        for about in abouts
        for key in [(about["indicator"], about["place"])]
    ]


def _by_key(db: duckdb.DuckDBPyConnection, table: str, which: str) -> dict[tuple[str, str], list[Row]]:
    columns = "o.stated_in" if table == "goals" else "'baseline' as stated_in"
    return rows_by_pair(
        db,
        f"""
        select o.row, o.indicator, o.place, o.year, o.printed, o.locator, {columns}, {VALUE.format("o")}
        from {table} o join planned_places using (place, document)
        where {which} order by o.year, o.locator""",
    )


def _step(row: Row, direction: Direction) -> Step | None:
    value = row_value(row)
    reached = ambition_level(value, direction) if isinstance(value, NUMBERS) else None
    return Step(row, row["year"], reached) if reached else None


def _base(rows: list[Row], direction: Direction) -> Step | None:
    known = (_step(row, direction) for row in rows)
    return next((step for step in known if step), None)


def _goals(rows: list[Row], about: Row) -> list[Step]:
    """The weakest number of each year. The yearly table, if there is one, comes before the text up to its
    last year: it holds the baseline too. A word for everybody in it counts only where no number stands."""
    known = [step for row in rows if (step := _step(row, Direction(about["direction"])))]
    table = [step for step in known if step.row["stated_in"] == "annex" and step.row["kind"] != "universal"]
    by_year: dict[int, Step] = {}
    last = max((step.year for step in table), default=0)
    for step in [*table, *(step for step in known if step.year > last)]:
        held = by_year.get(step.year)
        if held is None or step.level < held.level:
            by_year[step.year] = step
    return [by_year[year] for year in sorted(by_year)]


def path_verdict(
    plan: Plan, end: Step, other: Row, inputs: list[Row], key: str, facts: dict[Lang, dict[str, str]]
) -> Row:
    """What all verdicts on a path say: whose it is, the end that is judged, the row it is held against, and
    the sentence `key` with its facts."""
    return {
        "indicator": plan.about["indicator"],
        "place": plan.about["place"],
        "year": end.year,
        "plan_row": end.row["row"],
        "plan_printed": end.row["printed"],
        "plan_locator": end.row["locator"],
        "benchmark_row": other.get("row"),
        "benchmark_printed": other.get("printed"),
        "inputs": [row["row"] for row in inputs],
        "reason": key,
    } | {f"reason_{lang}": say(lang, key, **told) for lang, told in facts.items()}
