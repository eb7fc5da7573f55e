"""One indicator year by year: which years a reader can choose, and what everybody states and reports of each."""

from dataclasses import dataclass

from healthplan.parameters.parameter import Parameter
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.targets.spans import is_excerpt, silence_words
from healthplan.subjects.trajectories.series import REPORTED_SINCE, SINCE, UNTIL, Series

YEAR = Parameter(
    name="year",
    label="pick_year",
    options=lambda _view, choices: [str(year) for year in range(SINCE, UNTIL[choices["until"]] + 1)],
    default=lambda _view, choices: choices["until"],
)


@dataclass(frozen=True, slots=True)
class YearRow:
    """One place; `cells` are its statements of each of the years, or the word for why there are none."""

    place: str
    cells: list[tuple[int, list[Row], str]]


def stated_years(series: Series, until: int) -> list[int]:
    """The years of which somebody states or reports something, as far as the chart goes."""
    rows = [row for rows in (*series.by_place.values(), series.reported, series.national) for row in rows]
    years = {row["year"] for row in rows if row["kind"] != "unknown"}
    return sorted(year for year in years if year and REPORTED_SINCE <= year <= until)


def year_rows(view: View, series: Series, years: list[int]) -> list[YearRow]:
    """The nation and the chosen places, each with what it states of each year, once."""
    nation = {"VN": [*series.national, *series.reported]}
    return [
        YearRow(place, [(year, _stated(rows, year), _blank(view, place, year)) for year in years])
        for place, rows in (nation | series.by_place).items()
    ]


def _stated(rows: list[Row], year: int) -> list[Row]:
    """The statements of a year; of its months the newest, where nothing was reported of the year itself."""
    own = [row for row in rows if row["year"] == year]
    months = [row for row in own if row["month"]]
    whole = [row for row in own if not row["month"]]
    if months and not any(row["series"] == "actual" for row in whole):
        whole.append(max(months, key=lambda row: row["x"]))
    return list({row["shown"]: row for row in whole}.values())


def _blank(view: View, place: str, year: int) -> str:
    """Why a place has nothing for a year: its plan does not say, it is not held, or there is none."""
    plan = view.planned.get(place)
    if year < SINCE or (plan is None and place != "VN"):
        return view.say("chip_no_value")
    return silence_words(view, plan) if plan and is_excerpt(plan) else view.say("reason_not_stated")
