"""The explorer: any rows of any dataset, page by page, and the same rows to take away."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from healthplan.model.dataset import DATASETS, Dataset
from healthplan.queries.datasets import Question, asked
from healthplan.queries.explorer import counts, page, total
from healthplan.ui.address import read_many, write
from healthplan.ui.by_name import by_name
from healthplan.ui.data_words import SPOKEN, cell, column_in, column_name, columns_of, word
from healthplan.ui.pickers import pick_one, pick_text, pick_yes
from healthplan.ui.view import View
from healthplan.ui.widgets import show

ROWS = 50  # on a page
SHOWN = tuple(name for name in DATASETS if name != "release")
FIRST = ("indicator", "place", "year")  # filters that are always there
LEFT_OUT = ("row", "finding", "name", "number", "task_group", "month", "reason", "definition", "point")
USUAL = {
    "values": "indicator~ place~ year printed kind low high role document~ locator",
    "goals": "indicator~ place~ year printed kind low high role stated_in locator",
    "observations": "indicator~ place~ period printed kind low high status document~ locator",
    "benchmarks": "indicator~ place~ law year printed reading kind low high role",
    "verdicts": "indicator~ place~ sign year verdict plan_printed benchmark_printed law reason~",
    "findings": "severity place~ indicator~ rule~ sentence~ printed_a printed_b",
    "tasks": "place~ number title~ lead_printed time_printed time_kind indicators",
    "duties": "place~ who~ to_whom~ what~ due_printed locator",
    "places": "place name~ kind type~ region~ planned",
    "indicators": "name~ theme~ unit~ direction scale headline definition~",
    "documents": "short~ kind number issuer~ date_printed held~ missing~",
}


@dataclass(frozen=True, slots=True)
class Picked:
    """What the reader chose: the question without its page, the columns, and the page, from 1."""

    question: Question
    columns: tuple[str, ...]
    number: int

    @property
    def dataset(self) -> Dataset:
        """The dataset."""
        return DATASETS[self.question.dataset]

    def query(self, **more: str) -> str:
        """The question as the parameters that programs use."""
        state = {name: ",".join(values) for name, values in self.question.filters}
        state |= {"q": " ".join(self.question.words)} | more
        return urlencode({name: value for name, value in state.items() if value}, safe=",")


def pick(view: View) -> Picked:
    """The pickers: dataset and words, the filters with the rows behind each choice, the columns."""
    first, second = st.columns([4, 8])
    with first:
        name = pick_one(view, "dataset", view.say("pick_dataset"), SHOWN, SHOWN[0],
                        lambda one: view.say(f"dataset_{one}"))  # fmt: skip
    with second:
        words = pick_text("words", view.say("pick_rows"), view.say("pick_rows_hint"), view)
    dataset = DATASETS[name]
    usual = [one for one in dataset.filters if one not in LEFT_OUT]
    everything = view.ask(counts, asked=asked(name))
    chosen = {one: read_many(one, list(everything[one]), [], view.lang) for one in usual}
    question = asked(name, chosen, q=words)
    left = view.ask(counts, asked=question)
    offered = {one: dict.fromkeys(everything[one], 0) | left[one] for one in usual}
    leading, others = ([one for one in usual if (one in FIRST) is first] for first in (True, False))
    _side_by_side(view, name, leading, chosen, offered)
    columns = _more(view, dataset, others, chosen, offered)
    return Picked(question, tuple(columns), _page_number())


def _more(
    view: View, dataset: Dataset, others: list[str], chosen: dict[str, list[str]], offered: dict[str, Any]
) -> list[str]:
    """The other filters and the columns, when the reader asks for them or the address uses them."""
    used = any(chosen[one] for one in others) or "columns" in st.query_params
    if not pick_yes(view, "more", view.say("more_filters"), default=used):
        return USUAL[dataset.name].split()
    _side_by_side(view, dataset.name, others, chosen, offered)
    return _picked_columns(view, dataset)


def _side_by_side(
    view: View, dataset: str, names: list[str], chosen: dict[str, list[str]], offered: dict[str, Any]
) -> None:
    """Filters in rows of three."""
    for at in range(0, len(names), 3):
        for slot, name in zip(st.columns(3), names[at : at + 3], strict=False):
            with slot:
                _pick_several(view, f"data-{dataset}-{name}-{view.lang}", name, chosen[name], offered[name])


def _pick_several(view: View, key: str, name: str, values: list[str], offered: dict[str, int]) -> None:
    """Several values of one filter; beside each stands how many rows it leaves."""
    show(
        st.multiselect, view.say(f"data_filter_{name}"), key, values, {"default": values},
        lambda: _changed(name, key), options=by_name(view, offered, lambda one: word(view, name, one)),
        format_func=lambda one: f"{word(view, name, one)} ({offered[one]})", placeholder=view.say("pick_any"),
    )  # fmt: skip


def _changed(name: str, key: str) -> None:
    st.query_params.pop("page", None)
    write(name, ",".join(st.session_state[key]), "")


def _picked_columns(view: View, dataset: Dataset) -> list[str]:
    options, usual = columns_of(dataset), USUAL[dataset.name].split()
    values = read_many("columns", options, usual, view.lang)
    given = st.query_params.get("columns", "").split(",")
    ordered = sorted(values, key=lambda one: given.index(one) if one in given else usual.index(one))
    key = f"columns-{dataset.name}-{view.lang}"
    show(
        st.multiselect, view.say("pick_columns"), key, ordered, {"default": ordered},
        lambda: write("columns", ",".join(st.session_state[key]), ",".join(usual)), options=options,
        format_func=lambda one: column_name(view, one),
    )  # fmt: skip
    return ordered


def _page_number() -> int:
    told = st.query_params.get("page", "1")[:6]
    return max(int(told), 1) if told.isascii() and told.isdecimal() else 1


def state() -> dict[str, str]:
    """What the address says, but for the page and the language: for the links to other pages."""
    return {name: value for name, value in st.query_params.to_dict().items() if name not in ("page", "lang")}


def table(view: View, picked: Picked) -> dict[str, Any]:
    """One page of the rows in words, and where the pages beside it are."""
    count = view.ask(total, asked=picked.question)
    last = max(-(-count // ROWS), 1)
    number = min(picked.number, last)
    shown = [column_in(one, view.lang) for one in picked.columns]
    question = replace(picked.question, limit=ROWS, offset=(number - 1) * ROWS,
                       columns=tuple(dict.fromkeys([picked.dataset.key, *shown])))  # fmt: skip
    rows = [{"key": row[picked.dataset.key], "cells": [
        cell(view, column.removesuffix(f"_{view.lang}"), row[column]) for column in shown]}
        for row in view.ask(page, asked=question)]  # fmt: skip
    heads = [column_name(view, one) for one in picked.columns]
    return {"heads": heads, "rows": rows, "count": count, "number": number, "last": last, "figures":
            [one.removesuffix(SPOKEN) in ("low", "high", "year") for one in picked.columns]}
