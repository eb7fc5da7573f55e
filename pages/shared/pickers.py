"""The pickers: each draws one parameter, shows what the address says and writes the reader's choice back to
it."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from healthplan.parameters.parameter import ANY, LONGEST, Choices, ParameterKind
from healthplan.release.view import View
from healthplan.text.escape import markdown_escape
from pages.blocks import Pick
from pages.options import option_name, pick_key, pick_options, pick_usual
from pages.shared.reader import write_choice
from pages.shared.widgets import show


def pick(view: View, block: Pick, choices: Choices) -> None:
    """The widget of a parameter."""
    parameter, value = block.parameter, choices[block.parameter.name]
    key, usual, label = pick_key(view, block), pick_usual(view, block, choices), view.say(parameter.label)
    options = pick_options(view, block, choices)

    def named(one: str) -> str:
        return option_name(view, block, one)

    def changed(new: str) -> None:
        for name in block.clears:
            st.query_params.pop(name, None)
        write_choice(parameter.name, new, usual)

    match parameter.kind:
        case ParameterKind.ONE | ParameterKind.ROW:
            at = value or ANY
            widget: Callable[..., Any] = st.selectbox
            look: dict[str, Any] = {"format_func": named, "width": block.width, "placeholder": view.say("pick_more")}
            if parameter.kind is ParameterKind.ROW:
                widget, look = st.radio, {"format_func": lambda one: markdown_escape(named(one)), "horizontal": True}
            show(
                widget,
                label,
                key,
                at,
                lambda: changed(st.session_state[key] if st.session_state[key] != ANY else ""),
                options=options,
                **look,
            )
        case ParameterKind.STEPS:
            show(
                _slider,
                label,
                key,
                value or ANY,
                lambda: changed(st.session_state[key] if st.session_state[key] != ANY else ""),
                options=options,
                format_func=named,
            )
        case ParameterKind.SWITCH:
            show(st.toggle, label, key, value == "yes", lambda: changed("yes" if st.session_state[key] else "no"))
        case ParameterKind.MANY | ParameterKind.ORDERED:
            values = [one for one in (value or usual).split(",") if one]
            show(
                st.multiselect,
                label,
                key,
                values,
                lambda: changed(_joined(view, block, choices, st.session_state[key]) or usual),
                options=options,
                format_func=named,
                wrap=True,
                max_selections=parameter.most,
                placeholder=view.say(block.hint or "pick_more"),
            )
        case _:
            show(
                st.text_input,
                label,
                key,
                value,
                lambda: changed(st.session_state[key].strip()),
                max_chars=LONGEST,
                placeholder=view.say(block.hint) if block.hint else None,
            )


def _slider(label: str, *, options: Sequence[str], index: int | None = None, **look: Any) -> Any:
    """A slider over options; where it starts is told like a list's."""
    start: dict[str, Any] = {} if index is None else {"value": options[index]}
    return st.select_slider(label, options=options, **(start | look))


def _joined(view: View, block: Pick, choices: Choices, chosen: Sequence[Any]) -> str:
    """The chosen values as the address has them: in the reader's order, or in that of the parameter."""
    if block.parameter.kind is not ParameterKind.ORDERED:
        chosen = [one for one in block.parameter.options(view, choices) if one in chosen]
    return ",".join(chosen)
