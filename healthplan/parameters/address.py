"""The address is the state: the relative address of a screen in a state."""

from urllib.parse import urlencode

from healthplan.release.view import View
from healthplan.text import Lang

FRONT = "home"  # the screen at the root


def path_of(screen: str) -> str:
    """The relative path of a screen."""
    return "." if screen == FRONT else screen


def link(screen: str, lang: Lang, **state: str) -> str:
    """The relative address of a screen in a state; Vietnamese needs no mention."""
    language = {"lang": lang.value} if lang is not Lang.VI else {}
    return path_of(screen) + query({name: value for name, value in state.items() if value} | language)


def query(state: dict[str, str]) -> str:
    """The query string of a state, with its question mark; nothing for the usual state."""
    return f"?{urlencode(state, safe=',')}" if state else ""


FORMS = ("svg", "png", "csv")
ROWS_ONLY = ("csv",)
BRIEFS = "api/v1/briefs"
REVIEW_MEMO = "api/v1/memos/review.docx"
OWED_REPORT = "api/v1/memos/report.docx"
# Parameters of pictures: the rows are those of every year, of no size, and of nobody's assumption.
OF_PICTURES = ("until", "size", "pace", "even", "since")
CHARTS = "api/v1/charts"  # relative, as every link of ours: the product may stand under a path


def files_of(view: View, chart: str, forms: tuple[str, ...] = FORMS, /, **asked: str) -> dict[str, str]:
    """The address of each form of a chart."""
    every = asked | view.pin | {"lang": view.lang.value, "download": "1"}
    rows = {name: value for name, value in every.items() if name not in OF_PICTURES}
    return {form: f"{CHARTS}/{chart}.{form}{query(rows if form in ROWS_ONLY else every)}" for form in forms}


def brief_of(view: View, place: str) -> str:
    """The address of a planned place's brief; nothing for a place without a plan."""
    state = query(view.pin | {"lang": view.lang.value, "download": "1"})
    return f"{BRIEFS}/{place}.pdf{state}" if place in view.planned else ""


def memo_of(view: View, state: dict[str, str]) -> str:
    """The address of the memo of the findings that a state of the plan review chooses."""
    return REVIEW_MEMO + query(state | view.pin | {"lang": view.lang.value, "download": "1"})


def report_of(view: View, place: str, period: str) -> str:
    """The address of the report that a place owes its People's Committee for a period: 2026-10, 2026-Q3 or 2026."""
    asked = {"place": place, "period": period} | view.pin
    return OWED_REPORT + query(asked | {"lang": view.lang.value, "download": "1"})
