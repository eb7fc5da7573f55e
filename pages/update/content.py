"""The desk as an address: which step, of which place, period and change. Without a person it only says what the desk is
for."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from healthplan.model.reporting import ReportState
from healthplan.parameters.parameter import Choices, Parameter, ParameterKind, parse
from healthplan.release.view import View
from healthplan.subjects.reports.month import owed_reports, places_with_reports, report_period, reporting_month
from healthplan.text import numbers
from pages.blocks import Block, Pick, ReaderContext, Sentence, html

STEPS = ("due", "bring", "plan", "difference", "log")
DAYS_AHEAD = 31  # of what falls due soon
MONTHS_BACK = 24


def periods(today: date) -> list[str]:
    """The periods that can be reported, the newest first: months, then quarters, then years."""
    months = [divmod(today.year * 12 + today.month - 1 - back, 12) for back in range(MONTHS_BACK)]
    quarters = dict.fromkeys(f"{year}-Q{month // 3 + 1}" for year, month in months)
    years = dict.fromkeys(str(year) for year, _ in months)
    return [*(f"{year}-{month + 1:02}" for year, month in months), *quarters, *years]


def reporting_places(view: View, _choices: Choices) -> Sequence[str]:
    """Every province and commune."""
    return [place for place, row in view.places.items() if row["kind"] in ("province", "commune")]


STEP = Parameter(name="step", options=lambda _view, _choices: STEPS)
PLACE = Parameter(
    name="place", label="pick_reporter", options=reporting_places, shown=View.place_name, optional=True, cited=False
)
PERIOD = Parameter(
    name="period",
    label="pick_period",
    options=lambda _view, _choices: periods(date.today()),
    default=lambda _view, _choices: periods(date.today())[1],  # the month that has ended
    shown=lambda view, one: numbers.period(one, view.lang),
    cited=False,
)
CHANGE = Parameter(name="change", kind=ParameterKind.WORDS, cited=False)
PARAMETERS = (STEP, PLACE, PERIOD, CHANGE)


def heading(view: View, _choices: Choices) -> str:
    """What the screen is for."""
    return view.say("update_heading")


def content(view: View, choices: Choices, reader: ReaderContext) -> list[Block]:
    """The heading and the steps, the present one marked; of the step of what is due, all of it."""
    kept = {name: value for name, value in choices.items() if name != "step" and value}
    head = html("update_head.html", title=heading(view, choices), steps=STEPS, now=choices["step"], kept=kept)
    return [head, *_due(view, choices["place"], reader.today)] if choices["step"] == "due" else [head]


def _due(view: View, place: str, today: date) -> list[Block]:
    """What has not come, the longest overdue first, then what falls due soon, and what came of this month's reports."""
    listed = places_with_reports(view)
    asked = place if place in listed else ""
    month = {"date": today.isoformat(), "month": f"{today:%Y-%m}", "place": asked}
    came = [one for one in reporting_month(view, month).reports if one.received]
    owed = owed_reports(view, asked, today, DAYS_AHEAD)
    overdue = [one for one in owed if one.state is ReportState.MISSING]
    soon = [one for one in owed if one.state is not ReportState.MISSING]
    names = {one.period: report_period(view, one.period) for one in [*owed, *came]}
    pick = replace(PLACE, label="pick_place", options=lambda _view, _choices: listed, sorted=True)
    return [
        Pick(parameter=pick, width=420),
        html("update_due.html", overdue=overdue, soon=soon, came=came, names=names),
    ]


def unopened(view: View, address: Mapping[str, str], reader: ReaderContext) -> list[Block]:
    """What the desk is for and what is due; working at it takes a session and a person."""
    choices = parse(view, PARAMETERS, address, strict=False).choices
    working = [] if choices["step"] == "due" else [Sentence(view.say("unopened_update"))]
    return [*content(view, choices, reader), *working]
