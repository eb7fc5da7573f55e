"""One month of reporting: which reports fall due in it, of which place, and what became of each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateutil.relativedelta import relativedelta

from healthplan.model.deadline import Cadence, days, repeats
from healthplan.model.period import first_day, last_day_of, last_month
from healthplan.model.reporting import ReportState, report_state, reported_period
from healthplan.parameters.parameter import Choices, Parameter
from healthplan.parameters.shared import DAY
from healthplan.release.query import Row
from healthplan.release.sorting import places_by_name
from healthplan.release.view import View
from healthplan.subjects.reports.queries import received_reports, report_duties, silent_communes
from healthplan.text import numbers

MONTHS = 6  # that the matrix shows, the chosen one last
ONE_MONTH = relativedelta(months=1)
GRAVEST = (ReportState.MISSING, ReportState.LATE, ReportState.AWAITED, ReportState.ON_TIME, ReportState.RECEIVED)


@dataclass(frozen=True, slots=True)
class AskedReport:
    """A report of a place for a period. `due` is its last good day, None for one that came without being asked for;
    `duty` is the row that asks for it, `report` the row of what has come."""

    place: str
    period: str
    due: date | None
    state: ReportState
    duty: Row | None
    report: Row | None

    @property
    def received(self) -> date | None:
        """The first day on which it was said."""
        return self.report["received"] if self.report else None


@dataclass(frozen=True, slots=True)
class MonthCell:
    """What a place had to report in a month, the gravest first. Nothing: no report of it falls in this month."""

    month: str
    reports: Sequence[AskedReport]

    @property
    def state(self) -> ReportState | None:
        """The gravest of its states; None where nothing was asked and nothing came."""
        return self.reports[0].state if self.reports else None


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A place with its months in their order."""

    place: str
    cells: Sequence[MonthCell]


def months_until(last: str, count: int) -> list[str]:
    """The months up to one, the oldest first."""
    end = first_day(last)
    return [f"{end - ONE_MONTH * back:%Y-%m}" for back in reversed(range(count))]


def duties_of(view: View, place: str) -> list[Row]:
    """The duties by which a place reports: its own plan's; of a commune without a plan those that its province's plan
    sets for communes."""
    duties = view.ask(report_duties)
    if place in view.planned:
        return [one for one in duties if one["place"] == place]
    parent = view.places[place]["parent"]
    return [one for one in duties if one["of_communes"] and one["place"] == parent]


def recurring_duties(view: View, place: str) -> list[Row]:
    """The duties of a place whose plan prints a day that comes back."""
    return [one for one in duties_of(view, place) if repeats(one)]


def places_with_reports(view: View) -> list[str]:
    """The places whose plan asks for reports, then others that have reported; communes without a plan stand under
    their province."""
    asked = {one["place"] for one in view.ask(report_duties)}
    came = {one["place"] for one in view.ask(received_reports)}
    others = [place for place in sorted(came) if view.places[place]["kind"] == "province" and place not in view.planned]
    return [*(place for place in view.planned if place in asked | came), *others]


def month_row(view: View, place: str, months: Sequence[str], today: date) -> MonthRow:
    """What a place had to report in some months and what became of it."""
    first, last = first_day(months[0]), last_day_of(months[-1])
    asked: dict[str, tuple[date, Row]] = {}  # by period
    for duty in recurring_duties(view, place):
        for due in days(duty, first, last):
            period = reported_period(Cadence(duty["cadence"]), due)
            # Of several bodies that report for a place the one that sums up comes last.
            if period and (period not in asked or due > asked[period][0]):
                asked[period] = (due, duty)
    came = {row["period"]: row for row in view.ask(received_reports) if row["place"] == place}
    told = [
        AskedReport(place, period, due, report_state(due, _received(came.get(period)), today), duty, came.get(period))
        for period, (due, duty) in asked.items()
    ]
    told += [
        AskedReport(place, period, None, ReportState.RECEIVED, None, row)
        for period, row in came.items()
        if period not in asked
    ]
    return MonthRow(place, [MonthCell(month, _of_month(told, month)) for month in months])


def _received(report: Row | None) -> date | None:
    return report["received"] if report else None


def _of_month(told: Iterable[AskedReport], month: str) -> list[AskedReport]:
    """Those that fall due in a month, or tell of it where nobody asked."""
    found = [one for one in told if (f"{one.due:%Y-%m}" if one.due else last_month(one.period)) == month]
    return sorted(found, key=lambda one: (GRAVEST.index(one.state), one.due or date.max))


def known_months(view: View, today: date) -> list[str]:
    """The months that can be chosen, the newest first: from the first plan, or the first report, to this month."""
    since = [one["issued"] for one in view.ask(report_duties) if one["issued"]]
    since += [first_day(last_month(one["period"])) for one in view.ask(received_reports)]
    first = min([*since, today]).replace(day=1)
    count = (today.year - first.year) * 12 + today.month - first.month + 1
    return months_until(f"{today:%Y-%m}", max(count, 1))[::-1]


def usual_month(view: View, today: date) -> str:
    """The newest month in which some report has fallen due; this month where none has."""
    for month in known_months(view, today):
        rows = [month_row(view, place, [month], today) for place in places_with_reports(view)]
        if any(one.due and one.due < today for row in rows for cell in row.cells for one in cell.reports):
            return month
    return f"{today:%Y-%m}"


def _today(choices: Choices) -> date:
    return date.fromisoformat(choices["date"])


MONTH = Parameter(
    name="month",
    label="pick_month",
    options=lambda view, choices: known_months(view, _today(choices)),
    default=lambda view, choices: usual_month(view, _today(choices)),
    shown=lambda view, one: numbers.period(one, view.lang),
)
PLACE = Parameter(
    name="place",
    label="pick_place",
    options=lambda view, _: places_with_reports(view),
    shown=View.place_name,
    optional=True,
    sorted=True,
)
PARAMETERS = (replace(DAY, label=""), MONTH, PLACE)


@dataclass(frozen=True, slots=True)
class ReportingMonth:
    """A month as it is told. `rows` are its places with the months before; `asked` those of which a report falls due
    in it, `whole` those of them that have sent all of it; `undated` the duties to report whose plan prints no day."""

    month: str
    months: Sequence[str]
    rows: Sequence[MonthRow]
    undated: Sequence[Row]

    @property
    def reports(self) -> list[AskedReport]:
        """What falls due in the month or has come for it, by its day."""
        found = [one for row in self.rows for one in row.cells[-1].reports]
        return sorted(found, key=lambda one: (one.due or date.max, one.place))

    @property
    def asked(self) -> list[str]:
        """The places of which a report falls due in the month."""
        return [row.place for row in self.rows if any(one.due for one in row.cells[-1].reports)]

    @property
    def whole(self) -> list[str]:
        """Those that have sent everything that falls due in it."""
        open_ones = (ReportState.MISSING, ReportState.AWAITED)
        short = {one.place for one in self.reports if one.due and one.state in open_ones}
        return [place for place in self.asked if place not in short]

    def places_in(self, state: ReportState) -> list[str]:
        """The places with a report of the month in a state."""
        return list(dict.fromkeys(one.place for one in self.reports if one.due and one.state is state))


def reporting_month(view: View, choices: Mapping[str, str]) -> ReportingMonth:
    """The month, and the place if one is chosen, that an address names."""
    today, month = date.fromisoformat(choices["date"]), choices["month"]
    places = [choices["place"]] if choices["place"] else places_with_reports(view)
    months = months_until(month, MONTHS)
    rows = [month_row(view, place, months, today) for place in places]
    undated = [one for place in places for one in duties_of(view, place) if not repeats(one) and _comes_back(one)]
    dated = {one["place"] for place in places for one in recurring_duties(view, place)}
    return ReportingMonth(month, months, rows, [one for one in undated if one["place"] not in dated])


def _comes_back(duty: Row) -> bool:
    return duty["cadence"] not in (Cadence.ONCE, Cadence.ON_REQUEST)


@dataclass(frozen=True, slots=True)
class CommuneReports:
    """The communes that a province's plan has report. `came`: those that have reported for the month, with what is
    known of it (None of those whose values came in one file of the province); `missing`: the others. By name."""

    came: dict[str, AskedReport | None]
    missing: Sequence[str]


def reporting_communes(view: View, place: str) -> list[str]:
    """The communes that the plan of a province has report, by name."""
    if not any(one["of_communes"] for one in duties_of(view, place)):
        return []
    below = [code for code, row in view.places.items() if row["parent"] == place and row["kind"] == "commune"]
    return places_by_name(view, below)


def commune_reports(view: View, place: str, month: str, today: date) -> CommuneReports:
    """The communes of a province in a month; none where its plan asks none."""
    cells = {code: month_row(view, code, [month], today).cells[0] for code in reporting_communes(view, place)}
    added = view.ask(silent_communes, place=place, period=month)
    came: dict[str, AskedReport | None] = {}
    for code, cell in cells.items():
        own = next((one for one in cell.reports if one.report), None)
        if own or (added and code not in added[0]["missing"]):
            came[code] = own
    return CommuneReports(came, [code for code in cells if code not in came])


def month_title(view: View, told: ReportingMonth) -> str:
    """How many of the places that had to have reported for the month, and who is late or missing."""
    names = {state: _names(view, told.places_in(state)) for state in (ReportState.LATE, ReportState.MISSING)}
    facts = {
        "month": numbers.period(told.month, view.lang),
        "count": view.number(len(told.whole)),
        "total": view.number(len(told.asked)),
        **{state.value: name for state, name in names.items()},
    }
    if not told.asked:
        return view.say("month_title_nobody", **facts)
    if not view.ask(received_reports):
        return view.say("month_title_unstarted", **facts)
    if len(told.rows) == 1:
        words = "; ".join(view.say(f"report_{one.state}") for one in told.reports)
        return view.say("month_title_place", place=view.place_name(told.rows[0].place), words=words, **facts)
    ending = "".join(f"_{state}" for state, name in names.items() if name)
    return view.say(f"month_title{ending or '_plain'}", **facts)


NAMED_MOST = 4


def _names(view: View, places: Sequence[str]) -> str:
    """The names of a few places, the number of many."""
    if len(places) > NAMED_MOST:
        return view.say("month_places", count=view.number(len(places)))
    return ", ".join(view.place_name(place) for place in places)


def report_period(view: View, period: str) -> str:
    """The name of a report's period; a year says that it is one."""
    return view.say("month_year", year=period) if len(period) == 4 else numbers.period(period, view.lang)


def handed_in(view: View, first: date, last: date, today: date) -> dict[tuple[str, date], AskedReport]:
    """What became of each report that falls due from `first` to `last`, by the duty that asks for it and its day."""
    months = months_until(f"{last:%Y-%m}", (last.year - first.year) * 12 + last.month - first.month + 1)
    rows = [month_row(view, place, months, today) for place in places_with_reports(view)]
    told = [one for row in rows for cell in row.cells for one in cell.reports]
    return {(one.duty["row"], one.due): one for one in told if one.duty and one.due}


def owed_reports(view: View, place: str, today: date, ahead: int) -> list[AskedReport]:
    """What has not come and whose day is over or within `ahead` days from today, by day; of all places where none is
    named."""
    until = today + relativedelta(days=ahead)
    months = months_until(f"{until:%Y-%m}", MONTHS)
    places = [place] if place else places_with_reports(view)
    rows = [month_row(view, one, months, today) for one in places]
    told = [one for row in rows for cell in row.cells for one in cell.reports]
    owed = [one for one in told if one.due and one.due <= until and one.received is None]
    return sorted(owed, key=lambda one: (one.due or date.max, one.place))
