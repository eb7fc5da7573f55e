"""The place that somebody at the desk works for, among those that his roles cover."""

from collections.abc import Collection

import streamlit as st

from healthplan.desk.people import Person, Role, covers
from healthplan.parameters.parameter import Choices
from healthplan.release.sorting import places_by_name
from healthplan.release.view import View
from pages.shared.reader import write_choice
from pages.shared.widgets import show
from pages.update.content import reporting_places


def pick_place(view: View, person: Person, choices: Choices, roles: Collection[Role], label: str) -> str:
    """The place of the address, else the reader's own, else the first by name; "" for who has none of the roles."""
    mine = [place for role, place in person.roles if role in roles]
    places = [one for one in reporting_places(view, choices) if any(covers(place, one) for place in mine)]
    if not places:
        return ""
    listed = places_by_name(view, places)
    place = next((one for one in (choices["place"], view.mine) if one in places), listed[0])
    show(
        st.selectbox, view.say(label), "update-place", place,
        lambda: write_choice("place", st.session_state["update-place"], ""),
        options=listed, format_func=lambda one: _label(view, one),
    )  # fmt: skip
    return place


def _label(view: View, place: str) -> str:
    """A place as it is chosen from a list: a commune with its province."""
    row = view.places[place]
    parent = view.places.get(row["parent"] or "", {})
    return f"{view.name(row)}, {view.name(parent)}" if row["kind"] == "commune" else view.name(row)
