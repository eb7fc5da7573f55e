"""The pickers that screens share. Each shows what the address says and writes the reader's choice back to
it."""

from collections.abc import Callable, Sequence
from typing import Literal

import streamlit as st

from healthplan.ui.address import read_many, read_one, write
from healthplan.ui.by_name import places_by_name
from healthplan.ui.plain import plain
from healthplan.ui.reported import marked
from healthplan.ui.view import View
from healthplan.ui.widgets import show

ANY = "all"
USUAL = "health_insurance_coverage"  # the indicator of a screen whose address names none


def pick_one(
    view: View,
    name: str,
    label: str,
    options: Sequence[str],
    default: str,
    shown: Callable[[str], str],
    width: int | Literal["stretch"] = "stretch",
    clears: str = "",
) -> str:
    """A list to choose one from. A new choice takes `clears`, which depended on the old one, out of the
    address."""
    value = read_one(name, options, default, view.lang)
    key = f"{name}-{view.lang}"

    def changed() -> None:
        st.query_params.pop(clears, None)
        write(name, st.session_state[key], default)

    show(st.selectbox, label, key, value, {"index": options.index(value)}, changed, options=options,
         format_func=shown, width=width, placeholder=view.say("pick_more"))  # fmt: skip
    return value


def pick_or_any(
    view: View, name: str, label: str, options: Sequence[str], shown: Callable[[str], str]
) -> str:
    """One of the options or "", the first choice, which the list calls by the sentence `any_<name>`."""
    value = pick_one(view, name, label, [ANY, *options], ANY,
                     lambda one: view.say(f"any_{name}") if one == ANY else shown(one))  # fmt: skip
    return "" if value == ANY else value


def pick_row(
    view: View, name: str, label: str, options: Sequence[str], default: str, shown: Callable[[str], str]
) -> str:
    """A few choices side by side."""
    value = read_one(name, options, default, view.lang)
    key = f"{name}-{view.lang}"
    show(st.radio, label, key, value, {"index": options.index(value)},
         lambda: write(name, st.session_state[key], default), options=options,
         format_func=lambda one: plain(shown(one)), horizontal=True)  # fmt: skip
    return value


def pick_text(name: str, label: str, hint: str, view: View) -> str:
    """A line to type words into; at most eighty letters of it count."""
    value = (st.query_params.get(name) or "")[:80]
    key = f"{name}-{view.lang}"
    show(st.text_input, label, key, value, {"value": value},
         lambda: write(name, st.session_state[key].strip(), ""), placeholder=hint, max_chars=80)  # fmt: skip
    return value


def pick_yes(view: View, name: str, label: str, default: bool = False) -> bool:
    """A switch."""
    usual = "yes" if default else "no"
    asked = read_one(name, ("no", "yes"), usual, view.lang)
    key, on = f"{name}-{view.lang}", asked == "yes"
    show(st.toggle, label, key, on, {"value": on},
         lambda: write(name, "yes" if st.session_state[key] else "no", usual))
    return asked == "yes"


def pick_indicator(view: View, default: str, options: Sequence[str] | None = None, clears: str = "") -> str:
    """The indicator, in the order of the themes."""
    known = view.indicators
    return pick_one(
        view,
        "indicator",
        view.say("pick_indicator"),
        list(options or known),
        default,
        lambda indicator: view.name(known[indicator]),
        clears=clears,
    )


def provinces(view: View) -> list[str]:
    """The planned places that are provinces: what is compared unless the reader asks for more."""
    return [place for place, row in view.planned.items() if row["kind"] == "province"]


def pick_with_communes(view: View) -> list[str]:
    """The provinces with a plan, and the communes too when the reader asks for them."""
    asked = pick_yes(view, "communes", view.say("show_commune"))
    return list(view.planned) if asked else provinces(view)


def pick_places(view: View, default: Sequence[str], most: int = 99, also: Sequence[str] = ()) -> list[str]:
    """Planned places, several at once; a commune stands last and is marked. Places without a plan can be
    chosen when they are named `also`."""
    options, default = [*view.planned, *also], default[:most]
    values = read_many("places", options, default, view.lang, most)
    key = f"places-{view.lang}"

    def changed() -> None:
        chosen = [place for place in options if place in st.session_state[key]]
        write("places", ",".join(chosen), ",".join(default) if chosen else "")

    show(st.multiselect, view.say("pick_places"), key, values, {"default": values}, changed,
         options=places_by_name(view, options), format_func=lambda place: marked(view, place),
         max_selections=most, placeholder=view.say("pick_more"), wrap=True)  # fmt: skip
    return values
