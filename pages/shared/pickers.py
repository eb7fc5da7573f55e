"""The pickers: each draws one parameter, shows what the address says and writes the reader's choice back to
it."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import streamlit as st

from healthplan.parameters.parameter import ANY, LONGEST, Choices, Kind, Parameter, parse
from healthplan.release.by_name import by_name, places_by_name
from healthplan.release.view import View
from healthplan.text.escape import plain
from pages.registry import SCREENS
from pages.shared.reader import say_read, write
from pages.shared.widgets import show


def read(view: View, screen: str, usual: Mapping[str, str] | None = None) -> Choices:
    """What the address chooses on a screen; `usual` stands for parameters that it does not name. What is not
    here is answered with a sentence and the usual choice."""
    address = st.query_params.to_dict()
    found = parse(view, SCREENS[screen].parameters(view, address), {**(usual or {}), **address}, strict=False)
    say_read(found, view.lang)
    return found.choices


def pick(view: View, parameter: Parameter, choices: Choices, *, clears: str = "", hint: str = "",
         usual: str | None = None, width: int | Literal["stretch"] = "stretch") -> None:
    """The widget of a parameter. A new choice takes `clears`, which depended on the old one, out of the
    address; `usual` stands for the parameter's own default; `hint` is the key of what an empty line says."""
    value, key = choices[parameter.name], f"{parameter.name}-{view.lang}"
    usual = parameter.usual(view, choices) if usual is None else usual
    label = view.say(parameter.label)

    def changed(new: str) -> None:
        st.query_params.pop(clears, None)
        write(parameter.name, new, usual)

    match parameter.kind:
        case Kind.ONE:
            _one_of_list(view, parameter, choices, label, key, changed, width)
        case Kind.ROW:
            options = ([ANY] if parameter.optional else []) + list(parameter.options(view, choices))
            at = value or ANY
            show(st.radio, label, key, at, {"index": options.index(at)},
                 lambda: changed(_chosen(st.session_state[key])), options=options, horizontal=True,
                 format_func=lambda one: plain(_shown(view, parameter, one)))
        case Kind.SWITCH:
            show(st.toggle, label, key, value == "yes", {"value": value == "yes"},
                 lambda: changed("yes" if st.session_state[key] else "no"))
        case Kind.MANY:
            _several(view, parameter, choices, label, key, usual, changed)
        case _:
            show(st.text_input, label, key, value, {"value": value},
                 lambda: changed(st.session_state[key].strip()), max_chars=LONGEST,
                 placeholder=view.say(hint) if hint else None)


def _one_of_list(view: View, parameter: Parameter, choices: Choices, label: str, key: str, changed: Any,
                 width: int | Literal["stretch"]) -> None:
    options = _sorted(view, parameter, parameter.options(view, choices))
    if parameter.optional:
        options = [ANY, *options]
    value = choices[parameter.name] or ANY
    show(st.selectbox, label, key, value, {"index": options.index(value)},
         lambda: changed(_chosen(st.session_state[key])), options=options,
         format_func=lambda one: _shown(view, parameter, one), width=width,
         placeholder=view.say("pick_more"))


def _several(view: View, parameter: Parameter, choices: Choices, label: str, key: str, usual: str,
             changed: Any) -> None:
    """Several at once; with none the address says so by its usual choice."""
    options = list(parameter.options(view, choices))
    values = [one for one in choices[parameter.name].split(",") if one]

    def ordered() -> None:
        chosen = [one for one in options if one in st.session_state[key]]
        changed(",".join(chosen) or usual)

    show(st.multiselect, label, key, values, {"default": values}, ordered,
         options=_sorted(view, parameter, options), format_func=lambda one: _shown(view, parameter, one),
         max_selections=parameter.most, placeholder=view.say("pick_more"), wrap=True)


def _sorted(view: View, parameter: Parameter, options: Sequence[str]) -> list[str]:
    if not parameter.sorted:
        return list(options)
    if all(one in view.places for one in options):
        return places_by_name(view, options)
    return by_name(view, options, lambda one: parameter.shown(view, one))


def _shown(view: View, parameter: Parameter, one: str) -> str:
    return view.say(f"any_{parameter.name}") if one == ANY else parameter.shown(view, one)


def _chosen(option: str) -> str:
    return "" if option == ANY else option
