"""What was reported of provinces whose plan is not held, and of former provinces with their old borders:
shown where a reader looks for it, and measured by nothing."""

from healthplan.model.period import end_of
from healthplan.release.query import Row
from healthplan.release.reference_data import unplanned
from healthplan.release.view import View
from healthplan.text.figures import value_with_unit
from healthplan.text.numbers import period

FORMER = "former_province"


def marked_name(view: View, place: str) -> str:
    """The name of a place in a list of several: a province of today says that its plan is not here. The name
    of a former one has its borders in it."""
    bare = place in view.planned or view.places[place]["kind"] == FORMER
    return view.place_name(place) if bare else view.say("place_without_plan", name=view.place_name(place))


def newest_values(view: View, indicator: str) -> dict[str, Row]:
    """The newest value of an indicator at each of these places."""
    rows = [row for row in view.ask(unplanned) if row["indicator"] == indicator and row["kind"] != "unknown"]
    return {row["place"]: row for row in sorted(rows, key=lambda row: end_of(row["period"]))}


def former_parts(view: View, place: str) -> list[str]:
    """The former provinces with a value that belong to a province of today."""
    return [one for one in view.reported if view.places[one]["kind"] == FORMER and view.places[one]["parent"] == place]


def value_with_period(view: View, row: Row) -> str:
    """A value with its period: "98,02% (tháng 6/2025)"."""
    unit = view.name(view.indicators[row["indicator"]], "unit")
    value = value_with_unit(row, view.lang, unit)
    return view.say("reported_value", value=value, when=period(row["period"], view.lang))
