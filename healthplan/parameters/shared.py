"""The parameters that several screens and charts take."""

from datetime import date

from healthplan.model.place_code import current_value
from healthplan.parameters.parameter import Choices, Parameter, ParameterKind
from healthplan.release.view import View

USUAL = "health_insurance_coverage"  # the indicator of an address that names none


def provinces(view: View) -> list[str]:
    """The planned places that are provinces: what is compared unless the reader asks for more."""
    return [place for place, row in view.planned.items() if row["kind"] == "province"]


def indicator_name(view: View, indicator: str) -> str:
    """What an indicator is called in a list."""
    return view.name(view.indicators[indicator])


def known_place(view: View, code: str) -> str:
    """The place of a code that an address or a browser names, old ones too, if it can be somebody's own: a province, or
    a commune whose plan is held; "" for any other."""
    known = view.places.get(current_value(code, view.old_codes), {})
    return known["place"] if known.get("kind") == "province" or code in view.planned else ""


def _provinces(view: View, _: Choices) -> str:
    return ",".join(provinces(view))


INDICATOR = Parameter(
    name="indicator",
    label="pick_indicator",
    options=lambda view, _: list(view.indicators),
    default=lambda _view, _: USUAL,
    shown=indicator_name,
)
PLACES = Parameter(
    name="places",
    kind=ParameterKind.MANY,
    label="pick_places",
    options=lambda view, _: list(view.planned),
    default=_provinces,
    shown=View.place_name,
    sorted=True,
)
COMMUNES = Parameter(
    name="communes",
    kind=ParameterKind.SWITCH,
    label="show_commune",
    options=lambda _view, _: ("no", "yes"),
    shown=lambda view, _: view.say("data_true"),
)
PLANNED = Parameter(name="place", options=lambda view, _: list(view.planned), shown=View.place_name)
DAY = Parameter(
    name="date",
    kind=ParameterKind.DAY,
    label="pick_date",
    options=lambda view, _: (view.say("asked_date"),),
    default=lambda _view, _: date.today().isoformat(),
    shown=lambda view, one: view.day(date.fromisoformat(one)),
)
SIZE = Parameter(name="size", options=lambda _view, _: ("page", "slide"))
