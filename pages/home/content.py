"""My province: where it stands, how far it is to the nation's goal, what each remaining year demands. Without
a place: the nation, and the map to choose from."""

from healthplan.charts.tile_map import plan_map_facts
from healthplan.parameters.address import brief_of
from healthplan.parameters.parameter import Choices, Parameter
from healthplan.release.sorting import places_by_name
from healthplan.release.view import View
from healthplan.subjects.distances.national import national_finding, state_of
from healthplan.subjects.distances.records import distances_of_place
from healthplan.subjects.findings.queries import gravest
from healthplan.subjects.findings.review import finding_items
from healthplan.subjects.places.plan_state import plan_words
from pages.blocks import Block, Columns, Pick, ReaderContext, html

NATION = "VN"


def _places(view: View, _: Choices) -> list[str]:
    provinces = [place for place, row in view.places.items() if row["kind"] == "province"]
    communes = [place for place in view.planned if place not in provinces]
    return [NATION, *places_by_name(view, provinces), *places_by_name(view, communes)]


MINE = Parameter(
    name="place",
    label="pick_mine",
    options=_places,
    shown=lambda view, place: view.say("home_nation") if place == NATION else view.place_name(place),
)
PARAMETERS = (MINE,)


def heading(view: View, choices: Choices) -> str:
    """The name of the place."""
    return view.place_name(choices["place"])


def content(view: View, choices: Choices, reader: ReaderContext) -> list[Block]:
    """Four lines for the place; of the nation beside the map."""
    place = choices["place"]
    lines = [line for line in distances_of_place(view, place, reader.today) if line.indicator["headline"]]
    finding = national_finding(view, place, [state_of(line.next) for line in lines])
    head = html("home_head.html", place=place, title=heading(view, choices), answer=finding, kept=reader.kept)
    told = html("home_lines.html", lines=lines, place=place, planned=place in view.planned)
    picker = Pick(parameter=MINE, usual="")
    top = Columns([3, 1], [[head], [picker]])
    if place != NATION:
        return [top, told, html("home_more.html", **_more(view, place))]
    map_of_plans = html("tilemap.html", **plan_map_facts(view), files={}, screen="home")
    return [top, Columns([5, 4], [[told], [map_of_plans]], wide=True)]


def _more(view: View, place: str) -> dict[str, object]:
    """The way on: what to settle first, and the files to take along."""
    found = finding_items(view, view.ask(gravest, place=place, most=1)) if place in view.planned else []
    known = "" if place in view.planned else plan_words(view, place)
    return {"place": place, "findings": found, "brief": brief_of(view, place), "known": known}
