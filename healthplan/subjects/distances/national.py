"""The short answer of a view: the distances of the place, or of the places, that its address names."""

from collections.abc import Mapping, Sequence
from datetime import date

from healthplan.model.distance import DistanceState
from healthplan.release.view import View
from healthplan.subjects.distances.records import DistanceRecord, distances_of_indicator, distances_of_place

MOST = 4


def answers(view: View, state: Mapping[str, str], day: date) -> list[DistanceRecord]:
    """At most four: of an indicator place by place, else of one place its headline indicators; none where the
    address names neither."""
    places = [one for one in (state.get("places") or state.get("place") or "").split(",") if one in view.places]
    indicator = state.get("indicator", "")
    if indicator in view.indicators and places:
        ways = distances_of_indicator(view, indicator, places, day)
    elif len(places) == 1:
        ways = [way for way in distances_of_place(view, places[0], day) if way.indicator["headline"]]
    else:
        return []
    return [way.told for way in ways if way.told][:MOST]


def national_finding(view: View, place: str, states: Sequence[DistanceState]) -> str:
    """How many of a place's headline indicators are short of the nation's goal; where none is known to be, how
    many meet it."""
    short, met = states.count(DistanceState.SHORT), states.count(DistanceState.MET)
    ending = "_all" if short == len(states) else "" if short else "_met" if met else "_none"
    counts = {"count": str(short), "met": str(met), "total": str(len(states))}
    return view.say(f"national_finding{ending}", place=view.place_name(place), **counts)


def state_of(one: DistanceRecord | None) -> DistanceState:
    """The state of a distance to the nation's goal; of none, that there is no goal."""
    return one.state if one and one.is_national else DistanceState.NO_GOAL
