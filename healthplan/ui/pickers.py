"""The pickers that screens share. Each shows what the address says and writes the reader's choice back to
it."""

from collections.abc import Callable, Sequence
from typing import Literal

import streamlit as st

from healthplan.ui.address import read_many, read_one, write
from healthplan.ui.view import View


def pick_one(
    view: View,
    name: str,
    label: str,
    options: Sequence[str],
    default: str,
    shown: Callable[[str], str],
    width: int | Literal["stretch"] = "stretch",
) -> str:
    """A list to choose one from."""
    value = read_one(name, options, default, view.lang)
    key = f"{name}-{view.lang}"
    st.session_state[key] = value
    st.selectbox(
        label,
        options,
        format_func=shown,
        key=key,
        width=width,
        on_change=lambda: write(name, st.session_state[key], default),
    )
    return value


def pick_row(
    view: View, name: str, label: str, options: Sequence[str], default: str, shown: Callable[[str], str]
) -> str:
    """A few choices side by side."""
    value = read_one(name, options, default, view.lang)
    key = f"{name}-{view.lang}"
    st.session_state[key] = value
    st.radio(
        label,
        options,
        format_func=shown,
        key=key,
        horizontal=True,
        on_change=lambda: write(name, st.session_state[key], default),
    )
    return value


def pick_many(
    view: View,
    name: str,
    label: str,
    options: Sequence[str],
    default: Sequence[str],
    shown: Callable[[str], str],
    most: int = 99,
) -> list[str]:
    """A list to choose several from, in the list's own order."""
    values = read_many(name, options, default, view.lang, most)
    key = f"{name}-{view.lang}"
    st.session_state[key] = values

    def changed() -> None:
        chosen = [option for option in options if option in st.session_state[key]]
        write(name, ",".join(chosen), ",".join(default) if chosen else "")

    st.multiselect(
        label,
        options,
        format_func=shown,
        key=key,
        max_selections=most,
        on_change=changed,
        placeholder=view.say("pick_more"),
        wrap=True,
    )
    return values


def pick_indicator(view: View, default: str, options: Sequence[str] | None = None) -> str:
    """The indicator, in the order of the themes."""
    known = view.indicators
    return pick_one(
        view,
        "indicator",
        view.say("pick_indicator"),
        list(options or known),
        default,
        lambda indicator: view.name(known[indicator]),
    )


def provinces(view: View) -> list[str]:
    """The planned places that are provinces: what is compared unless the reader asks for more."""
    return [place for place, row in view.planned.items() if row["kind"] == "province"]


def pick_places(view: View, default: Sequence[str], most: int = 99) -> list[str]:
    """Planned places; a commune stands last and is marked."""
    return pick_many(
        view, "places", view.say("pick_places"), list(view.planned), default, view.place_name, most
    )
