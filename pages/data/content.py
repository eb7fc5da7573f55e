"""The explorer: any rows of any dataset, page by page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from healthplan.model.dataset import DATASETS, Dataset
from healthplan.parameters.parameter import Choices, Kind, Parameter, quoted
from healthplan.release.view import View
from healthplan.subjects.datasets.explorer import counts, page, total
from healthplan.subjects.datasets.queries import Question, asked
from healthplan.subjects.datasets.words import SPOKEN, cell, column_in, column_name, columns_of, title, word

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
class Exploration:
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


DATASET = Parameter(name="dataset", label="pick_dataset", options=lambda _view, _: SHOWN,
                    shown=lambda view, one: view.say(f"dataset_{one}"))
WORDS = Parameter(name="words", kind=Kind.WORDS, label="pick_rows", shown=quoted)
MORE = Parameter(
    name="more", kind=Kind.SWITCH, label="more_filters", cited=False, options=lambda _view, _: ("no", "yes"),
    default=lambda _view, choices: "yes" if _more_is_used(choices) else "no",
)
PAGE = Parameter(name="page", kind=Kind.NUMBER, most=6)


def _more_is_used(choices: Choices) -> bool:
    others = (one for one in filters_of(DATASETS[choices["dataset"]]) if one not in FIRST)
    return bool(choices["columns"]) or any(choices[one] for one in others)


def filters_of(dataset: Dataset) -> list[str]:
    """The filters that the explorer offers."""
    return [one for one in dataset.filters if one not in LEFT_OUT]


def _filter(dataset: Dataset, name: str) -> Parameter:
    return Parameter(
        name=name, kind=Kind.MANY, label=f"data_filter_{name}",
        options=lambda view, _: sorted(view.ask(counts, asked=asked(dataset.name))[name]),
        shown=lambda view, value: word(view, name, value),
    )


def parameters(_view: View, address: Mapping[str, str]) -> list[Parameter]:
    """What the address of the explorer takes: the filters and columns are those of its dataset."""
    named = address.get("dataset", "")
    dataset = DATASETS[named if named in SHOWN else SHOWN[0]]
    columns = Parameter(name="columns", kind=Kind.ORDERED, options=lambda _view, _: columns_of(dataset))
    return [DATASET, WORDS, *(_filter(dataset, one) for one in filters_of(dataset)), columns, MORE, PAGE]


def exploration(choices: Choices) -> Exploration:
    """What an address asks for."""
    dataset = DATASETS[choices["dataset"]]
    chosen = {one: choices[one].split(",") for one in filters_of(dataset) if choices[one]}
    columns = choices["columns"] or USUAL[dataset.name].replace(" ", ",")
    return Exploration(asked(dataset.name, chosen, q=choices["words"]), tuple(columns.split(",")),
                       max(int(choices["page"] or 1), 1))


def heading(view: View, choices: Choices) -> str:
    """How many rows of which dataset."""
    return title(view, exploration(choices).question)


def table(view: View, picked: Exploration) -> dict[str, Any]:
    """One page of the rows in words, and where the pages beside it are."""
    count = view.ask(total, asked=picked.question)
    last = max(-(-count // ROWS), 1)
    number = min(picked.number, last)
    shown = [column_in(one, view.lang) for one in picked.columns]
    question = replace(picked.question, limit=ROWS, offset=(number - 1) * ROWS,
                       columns=tuple(dict.fromkeys([picked.dataset.key, *shown])))
    rows = [{"key": row[picked.dataset.key], "cells": [
        cell(view, column.removesuffix(f"_{view.lang}"), row[column]) for column in shown]}
        for row in view.ask(page, asked=question)]
    heads = [column_name(view, one) for one in picked.columns]
    return {"heads": heads, "rows": rows, "count": count, "number": number, "last": last, "figures":
            [one.removesuffix(SPOKEN) in ("low", "high", "year") for one in picked.columns]}
