"""The report that a place owes its People's Committee for a month, a quarter or a year: what the plan wants, what was
reported, what remains to this year's milestone, and who has not reported."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from healthplan.model.ambition import Direction
from healthplan.model.deadline import Cadence
from healthplan.model.distance import Distance, DistanceState, distance
from healthplan.model.period import cadence_of, is_period, last_month, period_before, year_before
from healthplan.model.value import row_value
from healthplan.parameters.parameter import Parameter, ParameterKind
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.reports.month import reporting_communes
from healthplan.subjects.reports.owed_queries import goals_of_plan, sums_of_communes, values_of_place
from healthplan.subjects.reports.queries import received_reports, report_duties, silent_communes
from healthplan.subjects.targets.queries import spans

PERIOD_FORMS = ("2026-10", "2026-Q3", "2026")
REPORTERS = {"province": "health_department", "commune": "commune_culture_social_division"}  # by kind of place
PRIORITY = ("priority_groups", "priority_roadmap")  # limits of a goal that is not one of everybody


def owing_places(view: View) -> list[str]:
    """The places that can have such a report: plans first, then the other provinces, then communes that have
    reported."""
    came = {one["place"] for one in view.ask(received_reports)}
    others = [place for place, row in view.places.items() if row["kind"] == "province" or place in came]
    return list(dict.fromkeys([*view.planned, *others]))


PARAMETERS = (
    Parameter(name="place", options=lambda view, _: owing_places(view), shown=View.place_name, required=True),
    Parameter(
        name="period",
        kind=ParameterKind.NAME,
        options=lambda _view, _choices: PERIOD_FORMS,
        known=lambda _view, one: is_period(one),
        required=True,
    ),
)


class Gap(StrEnum):
    """Why nothing can be said of the way from a value to a milestone."""

    NO_MILESTONE = "no_milestone"
    NO_VALUE = "no_value"
    THIN = "thin"  # too few communes are in the sum
    OTHER = "other"  # the milestone counts something else, or only priority groups
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Remainder:
    """The way from the value of the period to one milestone of its year; `gap` says why it is not known."""

    milestone: Row | None
    distance: Distance | None
    gap: Gap | None


@dataclass(frozen=True, slots=True)
class OwedLine:
    """One indicator: the goal and the milestones of the year as the plan states them, each value once; the values of
    the period, of the one before and of the same one a year before, None where nothing was said; `added` is what
    communes add up to beside the place's own value; `newest` is the last known value up to the period."""

    indicator: Row
    goals: Sequence[Row]
    milestones: Sequence[Row]
    now: Row | None
    before: Row | None
    year_ago: Row | None
    added: Row | None
    newest: Row | None
    remains: Sequence[Remainder]

    @property
    def states(self) -> set[DistanceState | Gap | None]:
        """How the value stands to the milestones."""
        return {one.distance.state if one.distance else one.gap for one in self.remains}


@dataclass(frozen=True, slots=True)
class OwedReport:
    """A report as it is told. `body` is who owes it, `duties` the rows of the plan that ask for it, `lower` those by
    which others report to that body; `received` is the place's own report for the period. `sums` tell which communes
    the added values hold, `silent` the communes of which nothing has come, None where the plan asks none."""

    place: str
    period: str
    body: str
    duties: Sequence[Row]
    lower: Sequence[Row]
    lines: Sequence[OwedLine]
    received: Row | None
    sums: Sequence[Row]
    communes: Sequence[str]
    silent: Sequence[str]

    @property
    def told(self) -> list[OwedLine]:
        """The indicators of which the period has a value."""
        return [line for line in self.lines if _is_known(line.now)]

    @property
    def columns(self) -> list[str]:
        """Those of `compared_columns` that have a value."""
        return [name for name in compared_columns(self.period) if any(getattr(line, name) for line in self.lines)]

    def count(self, state: DistanceState) -> int:
        """How many indicators with a value stand so to every milestone of the year."""
        return sum(line.states == {state} for line in self.told)


def compared_columns(period: str) -> dict[str, str]:
    """The periods that stand beside one, by their names in `OwedLine`. A year stands beside the year before, once."""
    beside = {"before": period_before(period)}
    return beside if cadence_of(period) is Cadence.YEARLY else beside | {"year_ago": year_before(period)}


def owed_report(view: View, place: str, period: str) -> OwedReport:
    """The report of a place for a period."""
    body = REPORTERS[view.places[place]["kind"]]
    duties = [one for one in view.ask(report_duties) if one["place"] == place and _comes_with(one, period)]
    sums, communes = view.ask(sums_of_communes, place=place, period=period), reporting_communes(view, place)
    return OwedReport(
        place=place,
        period=period,
        body=body,
        duties=[one for one in duties if body in one["agencies"]],
        lower=[one for one in duties if one["of_communes"]],
        lines=_lines(view, place, period),
        received=next((one for one in _received(view, period) if one["place"] == place), None),
        sums=sums,
        communes=communes,
        silent=_silent(view, place, communes, period),
    )


def _comes_with(duty: Row, period: str) -> bool:
    """Whether a duty is for such a period; one of no fixed time is for any."""
    return duty["cadence"] in (cadence_of(period), Cadence.PERIODIC)


def _received(view: View, period: str) -> list[Row]:
    return [one for one in view.ask(received_reports) if one["period"] == period]


def _silent(view: View, place: str, communes: Sequence[str], period: str) -> list[str]:
    """The communes without a report of their own, of which no value was added up either."""
    came = {one["place"] for one in _received(view, period)}
    added = view.ask(silent_communes, place=place, period=period)
    return [one for one in communes if one not in came and (not added or one in added[0]["missing"])]


def _lines(view: View, place: str, period: str) -> list[OwedLine]:
    """The indicators of the plan, and those of which something is known, by theme."""
    goals, values = (
        _by_indicator(view.ask(goals_of_plan, place=place)),
        _by_indicator(view.ask(values_of_place, place=place)),
    )
    chosen = {one["indicator"]: one for one in view.ask(spans) if one["place"] == place and one["row"]}
    return [
        _line(indicator, chosen.get(name), goals.get(name, []), values.get(name, []), period)
        for name, indicator in view.indicators.items()
        if name in goals or any(_is_said(row, period) for row in values.get(name, []))
    ]


def _is_said(row: Row, period: str) -> bool:
    return last_month(row["period"]) <= last_month(period) and row["kind"] != "unknown"


def _by_indicator(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["indicator"], []).append(row)
    return found


def _line(indicator: Row, chosen: Row | None, goals: list[Row], values: list[Row], period: str) -> OwedLine:
    year = int(period[:4])
    ends = [one for one in goals if chosen and (one["year"], one["from_year"]) == (chosen["year"], chosen["from_year"])]
    milestones = _once_each([one for one in goals if _asks_of(one, year)])
    now, added = _value(values, period)
    newest = [row for row in values if _is_said(row, period)]
    counted = now if _is_known(now) else added
    return OwedLine(
        indicator=indicator,
        goals=_once_each(ends),
        milestones=milestones,
        now=now or added,
        before=_known_first(*_value(values, period_before(period))),
        year_ago=_known_first(*_value(values, year_before(period))),
        added=added if now else None,
        newest=max(newest, key=lambda row: (last_month(row["period"]), row["status"] != "rolled_up"), default=None),
        remains=[_remainder(indicator, counted, one) for one in milestones]
        or [Remainder(None, None, Gap.NO_MILESTONE)],
    )


def _asks_of(goal: Row, year: int) -> bool:
    """Whether a goal is one for a year: of that year, of each year of a span, or of an earlier year and on."""
    since, until = goal["from_year"], goal["year"]
    if goal["each_year"]:
        return bool((since or year) <= year <= (until or year))
    return until == year or bool(since and since <= year and until and until <= year)


def _once_each(goals: Sequence[Row]) -> list[Row]:
    """Of goals with one value the first; without a value only where none has one."""
    known = [one for one in goals if one["kind"] != "unknown"]
    seen: dict[tuple[object, ...], Row] = {}
    for one in known or goals:
        words = one["printed"].lower() if one["kind"] == "marker" else ""
        ends = (one["kind"], one["low"], one["high"], one["about"], one["rank"], one["limits"] in PRIORITY, words)
        seen.setdefault(ends, one)
    return list(seen.values())


def _value(values: Sequence[Row], period: str) -> tuple[Row | None, Row | None]:
    """What a place says of a period, or of one that ends with it, and what its communes add up to."""
    here = [row for row in values if last_month(row["period"]) == last_month(period)]
    here.sort(key=lambda row: (row["kind"] == "unknown", row["period"] != period, row["status"] == "estimated"))
    own = next((row for row in here if row["status"] != "rolled_up"), None)
    return own, next((row for row in here if row["status"] == "rolled_up"), None)


def _is_known(row: Row | None) -> bool:
    return row is not None and row["kind"] != "unknown"


def _known_first(own: Row | None, added: Row | None) -> Row | None:
    return own if _is_known(own) else added or own


def _remainder(indicator: Row, now: Row | None, milestone: Row) -> Remainder:
    gap = None
    if milestone["kind"] == "unknown":
        gap = Gap.NO_MILESTONE
    elif milestone["apart"] or milestone["limits"] in PRIORITY:
        gap = Gap.OTHER
    elif now is None or now["kind"] == "unknown":
        gap = Gap.NO_VALUE
    elif now["thin"]:
        gap = Gap.THIN
    if gap or now is None:
        return Remainder(milestone, None, gap)
    found = distance(row_value(now), row_value(milestone), Direction(indicator["direction"]))
    words = found.state in (DistanceState.WORDS, DistanceState.NO_GOAL, DistanceState.NO_VALUE)
    return Remainder(milestone, None, Gap.WORDS) if words else Remainder(milestone, found, None)
