"""The month of reporting: who has reported and who has not, what moved, and which goals were reached or lost."""

from healthplan.parameters.address import report_of
from healthplan.parameters.parameter import Choices
from healthplan.release.view import View
from healthplan.subjects.reports.month import (
    MONTH,
    PARAMETERS,
    PLACE,
    ReportingMonth,
    commune_reports,
    month_title,
    recurring_duties,
    report_period,
    reporting_month,
)
from healthplan.subjects.reports.moves import goals_crossed, value_moves
from healthplan.subjects.reports.queries import received_reports
from healthplan.text import numbers
from pages.blocks import Block, Columns, Pick, ReaderContext, html

__all__ = ["PARAMETERS", "content", "heading"]

OPEN = 20  # values that stand open; more are folded


def heading(view: View, choices: Choices) -> str:
    """How many have reported for the month, and who is late or missing."""
    return month_title(view, reporting_month(view, choices))


def content(view: View, choices: Choices, reader: ReaderContext) -> list[Block]:
    """The answer, the matrix of places and months, what is due, its communes, what was reached or lost, what moved."""
    told = reporting_month(view, choices)
    moves = value_moves(view, told.reports)
    facts = {"told": told, "month": numbers.period(told.month, view.lang)}
    names = {period: report_period(view, period) for period in _periods(told)}
    undated = [row.place for row in told.rows if not recurring_duties(view, row.place)]
    files = {(one.place, one.period): report_of(view, one.place, one.period) for one in told.reports}
    place = choices["place"]
    communes = commune_reports(view, place, told.month, reader.today) if place else None
    return [
        html("month_head.html", title=month_title(view, told), started=bool(view.ask(received_reports))),
        Columns([3, 4, 6], [[Pick(parameter=MONTH)], [Pick(parameter=PLACE)], []]),
        html("month_matrix.html", names=names, undated=undated, **facts),
        html("month_due.html", names=names, files=files, **facts),
        html("month_communes.html", communes=communes, **facts),
        html("month_crossed.html", crossed=goals_crossed(view, moves), moved=bool(moves)),
        html("month_moved.html", moves=moves, most=OPEN),
    ]


def _periods(told: ReportingMonth) -> set[str]:
    """Every period that the matrix speaks of."""
    return {*told.months, *(one.period for row in told.rows for cell in row.cells for one in cell.reports)}
