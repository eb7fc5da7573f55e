"""The pickers of the explorer: each choice of a filter stands with the rows that it leaves."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from healthplan.model.dataset import DATASETS
from healthplan.parameters.parameter import Choices
from healthplan.release.by_name import by_name
from healthplan.release.view import View
from healthplan.subjects.datasets.explorer import counts
from healthplan.subjects.datasets.queries import asked
from healthplan.subjects.datasets.words import column_name, columns_of, word
from pages.data.content import DATASET, FIRST, MORE, USUAL, WORDS, exploration, filters_of
from pages.shared.pickers import pick
from pages.shared.reader import write
from pages.shared.widgets import show


def pick_rows(view: View, choices: Choices) -> None:
    """Dataset and words, the filters, the columns."""
    first, second = st.columns([4, 8])
    with first:
        pick(view, DATASET, choices)
    with second:
        pick(view, WORDS, choices, hint="pick_rows_hint")
    picked = exploration(choices)
    everything, left = (view.ask(counts, asked=one) for one in (asked(picked.dataset.name), picked.question))
    usual = filters_of(picked.dataset)
    offered = {one: dict.fromkeys(everything[one], 0) | left[one] for one in usual}
    _side_by_side(view, choices, [one for one in usual if one in FIRST], offered)
    pick(view, MORE, choices)
    if choices["more"] == "yes":
        _side_by_side(view, choices, [one for one in usual if one not in FIRST], offered)
        _columns(view, picked.dataset.name, picked.columns)


def _side_by_side(view: View, choices: Choices, names: list[str], offered: dict[str, Any]) -> None:
    """Filters in rows of three."""
    for at in range(0, len(names), 3):
        for slot, name in zip(st.columns(3), names[at : at + 3], strict=False):
            with slot:
                _several(view, f"data-{choices['dataset']}-{name}-{view.lang}", name,
                         [one for one in choices[name].split(",") if one], offered[name])


def _several(view: View, key: str, name: str, values: list[str], offered: dict[str, int]) -> None:
    """Several values of one filter; beside each stands how many rows it leaves."""
    show(
        st.multiselect, view.say(f"data_filter_{name}"), key, values, {"default": values},
        lambda: _changed(name, key), options=by_name(view, offered, lambda one: word(view, name, one)),
        format_func=lambda one: f"{word(view, name, one)} ({offered[one]})", placeholder=view.say("pick_any"),
    )


def _changed(name: str, key: str) -> None:
    st.query_params.pop("page", None)
    write(name, ",".join(st.session_state[key]), "")


def _columns(view: View, dataset: str, ordered: Sequence[str]) -> None:
    key, usual = f"columns-{dataset}-{view.lang}", USUAL[dataset].replace(" ", ",")
    show(
        st.multiselect, view.say("pick_columns"), key, list(ordered), {"default": list(ordered)},
        lambda: write("columns", ",".join(st.session_state[key]), usual),
        options=columns_of(DATASETS[dataset]), format_func=lambda one: column_name(view, one),
    )
