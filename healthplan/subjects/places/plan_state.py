"""What is known of the plan of each province: held, known to exist and not held, or none seen."""

from collections.abc import Mapping
from enum import StrEnum

from healthplan.release.query import Row
from healthplan.release.reference_data import known_plans
from healthplan.release.view import View
from healthplan.text.numbers import day


class PlanState(StrEnum):
    """Whether the plan of a place is here."""

    HELD = "held"
    KNOWN = "known"
    UNSEEN = "unseen"


def plan_state(view: View, place: str) -> PlanState:
    """Whether the plan of a place is held, only known, or was not seen."""
    if place in view.planned:
        return PlanState.HELD
    return PlanState.KNOWN if place in plans_known(view) else PlanState.UNSEEN


def plans_known(view: View) -> Mapping[str, Row]:
    """The plans that are known and not held, by place: number, issuer, date, and where each was seen (an
    `address`, or the `document` that cites it)."""
    found: dict[str, Row] = {}
    for row in view.ask(known_plans):
        if row["place"] not in view.planned:
            found.setdefault(row["place"], row)
    return found


def plan_words(view: View, place: str) -> str:
    """What is known of the plan of a place that is not held, in a sentence."""
    row = plans_known(view).get(place)
    name = view.place_name(place)
    return (
        view.say("plan_unseen", place=name)
        if row is None
        else view.say("plan_known", place=name, plan=named(view, row))
    )


def named(view: View, row: Row) -> str:
    """A plan by its number and date: "244/KH-UBND (28/11/2025)"."""
    if row["issued_on"] is None:
        return str(row["number"])
    return view.say("plan_dated", number=row["number"], day=day(row["issued_on"], view.lang))


def state_counts(view: View) -> dict[PlanState, int]:
    """How many of the provinces of today are in each state."""
    states = [plan_state(view, row["place"]) for row in view.places.values() if row["kind"] == "province"]
    return {state: states.count(state) for state in PlanState}
