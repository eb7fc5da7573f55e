"""The explorer: any rows of any dataset, page by page."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from healthplan.model.dataset import DATASETS, Dataset
from healthplan.parameters.parameter import Choices, Parameter, ParameterKind, day_of, quoted_words
from healthplan.parameters.shared import DAY
from healthplan.release.view import View
from healthplan.subjects.datasets.choices import filter_choices
from healthplan.subjects.datasets.queries import page_rows, question_of, row_total
from healthplan.subjects.datasets.words import (
    SPOKEN,
    cell_text,
    column_in,
    column_name,
    columns_of,
    dataset_title,
    value_word,
)
from pages.blocks import Block, Columns, Pick, ReaderContext, html
from pages.data.exploration import Exploration, files

YEARS = range(2027, 2031)  # whose first days are offered
ROWS = 50  # on a page
SHOWN = tuple(name for name in DATASETS if name != "release")
FIRST = ("indicator", "place", "year")  # filters that are always there
LEFT_OUT = ("row", "finding", "name", "number", "task_group", "month", "reason", "definition", "point")
USUAL = {
    "values": "indicator~ place~ year printed kind low high role document~ locator",
    "goals": "indicator~ place~ year printed kind low high role stated_in locator",
    "observations": "indicator~ place~ period printed kind low high status document~ locator",
    "value_versions": "indicator~ place~ period printed numerator denominator status said_by~ said_on newest",
    "reports": "place~ period said_by~ said_on values",
    "benchmarks": "indicator~ place~ law year printed reading kind low high role",
    "verdicts": "indicator~ place~ sign year verdict plan_printed benchmark_printed law reason~",
    "distances": "indicator~ place~ aim law year state now_printed goal_printed missing_low missing_high a_year_low",
    "findings": "severity place~ indicator~ rule~ sentence~ printed_a printed_b",
    "tasks": "place~ number title~ lead_printed time_printed time_kind indicators",
    "duties": "place~ who~ to_whom~ what~ due_printed locator",
    "places": "place name~ kind type~ region~ planned",
    "indicators": "name~ theme~ unit~ direction scale headline definition~",
    "documents": "short~ kind number issuer~ date_printed held~ missing~",
}


DATASET = Parameter(
    name="dataset",
    label="pick_dataset",
    options=lambda _view, _: SHOWN,
    shown=lambda view, one: view.say(f"dataset_{one}"),
)
WORDS = Parameter(name="words", kind=ParameterKind.WORDS, label="pick_rows", shown=quoted_words)
MORE = Parameter(
    name="more",
    kind=ParameterKind.SWITCH,
    label="more_filters",
    cited=False,
    options=lambda _view, _: ("no", "yes"),
    default=lambda _view, choices: "yes" if _more_is_used(choices) else "no",
)
PAGE = Parameter(name="page", kind=ParameterKind.NUMBER, most=6)


def _more_is_used(choices: Choices) -> bool:
    others = (one for one in filters_of(DATASETS[choices["dataset"]]) if one not in FIRST)
    return bool(choices["columns"]) or any(choices[one] for one in others)


def filters_of(dataset: Dataset) -> list[str]:
    """The filters that the explorer offers."""
    return [one for one in dataset.filters if one not in LEFT_OUT]


def _filter(dataset: Dataset, name: str) -> Parameter:
    return Parameter(
        name=name,
        kind=ParameterKind.MANY,
        label=f"data_filter_{name}",
        options=lambda view, _: sorted(view.ask(filter_choices, question=question_of(dataset.name))[name]),
        shown=lambda view, value: value_word(view, name, value),
        sorted=True,
    )


def _columns(dataset: Dataset) -> Parameter:
    return Parameter(
        name="columns", kind=ParameterKind.ORDERED, options=lambda _view, _: columns_of(dataset), shown=column_name
    )


def parameters(_view: View, address: Mapping[str, str]) -> list[Parameter]:
    """What the address of the explorer takes: the filters and columns are those of its dataset."""
    named = address.get("dataset", "")
    dataset = DATASETS[named if named in SHOWN else SHOWN[0]]
    filters = [_filter(dataset, one) for one in filters_of(dataset)]
    daily = [DAY] if dataset.is_daily else []
    return [DATASET, WORDS, *daily, *filters, _columns(dataset), MORE, PAGE]


def exploration(choices: Choices) -> Exploration:
    """What an address asks for."""
    dataset = DATASETS[choices["dataset"]]
    chosen = {one: choices[one].split(",") for one in filters_of(dataset) if choices[one]}
    columns = choices["columns"] or USUAL[dataset.name].replace(" ", ",")
    return Exploration(
        question_of(dataset.name, chosen, q=choices["words"], day=day_of(choices.get("date", ""))),
        tuple(columns.split(",")),
        max(int(choices["page"] or 1), 1),
    )


def content(view: View, choices: Choices, _reader: ReaderContext) -> list[Block]:
    """Pickers, one page of the rows, and the files that hold all of them."""
    picked = exploration(choices)
    told, dataset = table(view, picked), picked.dataset.name
    everything = parameters(view, choices)
    state = {
        one.name: choices[one.name]
        for one in everything
        if one is not PAGE and choices[one.name] != one.usual(view, choices)
    }
    return [
        Columns([4, 8], [[Pick(parameter=DATASET)], [Pick(parameter=WORDS, hint="pick_rows_hint")]]),
        *([_day(choices)] if DAY in everything else []),
        *_filters(view, choices, picked, everything),
        html("heading.html", title=heading(view, choices), lead=view.say(f"dataset_{dataset}_about")),
        html("data_take.html", files=files(view, picked, told["count"])),
        html("data_table.html", dataset=dataset, state=state, **told),
    ]


def _day(choices: Choices) -> Block:
    """The day from which the time left is counted: today, the one of the address, or a year's first."""
    today = date.today().isoformat()
    days = dict.fromkeys((today, choices["date"], *(f"{year}-01-01" for year in YEARS)))
    return Pick(parameter=replace(DAY, kind=ParameterKind.ONE, options=lambda _view, _: list(days)), usual=today)


def _filters(view: View, choices: Choices, picked: Exploration, every: list[Parameter]) -> list[Block]:
    """The filters, beside each choice the rows that it leaves; the less usual ones and the columns when the
    reader asks for more."""
    dataset = picked.dataset
    left = view.ask(filter_choices, question=picked.question)

    def pick(one: Parameter) -> list[Block]:
        number = left[one.name]
        return [
            Pick(
                parameter=one,
                clears=("page",),
                hint="pick_any",
                group=f"data-{dataset.name}",
                beside=lambda option: f"({number.get(option, 0)})",
            )
        ]

    own = [one for one in every if one.name in filters_of(dataset)]
    usual, others = ([pick(one) for one in own if (one.name in FIRST) is first] for first in (True, False))
    blocks: list[Block] = [*_in_threes(usual), Pick(parameter=MORE)]
    if choices["more"] == "yes":
        columns = Pick(
            parameter=replace(_columns(dataset), label="pick_columns"),
            group=dataset.name,
            usual=USUAL[dataset.name].replace(" ", ","),
        )
        blocks += [*_in_threes(others), columns]
    return blocks


def _in_threes(pickers: list[list[Block]]) -> list[Block]:
    return [Columns([1, 1, 1], pickers[at : at + 3]) for at in range(0, len(pickers), 3)]


def heading(view: View, choices: Choices) -> str:
    """How many rows of which dataset."""
    return dataset_title(view, exploration(choices).question)


def table(view: View, picked: Exploration) -> dict[str, Any]:
    """One page of the rows in words, and where the pages beside it are."""
    count = view.ask(row_total, question=picked.question)
    last = max(-(-count // ROWS), 1)
    number = min(picked.number, last)
    shown = [column_in(one, view.lang) for one in picked.columns]
    question = replace(
        picked.question,
        limit=ROWS,
        offset=(number - 1) * ROWS,
        columns=tuple(dict.fromkeys([picked.dataset.key, *shown])),
    )
    rows = [
        {
            "key": row[picked.dataset.key],
            "cells": [cell_text(view, column.removesuffix(f"_{view.lang}"), row[column]) for column in shown],
        }
        for row in view.ask(page_rows, question=question)
    ]
    heads = [column_name(view, one) for one in picked.columns]
    return {
        "heads": heads,
        "rows": rows,
        "count": count,
        "number": number,
        "last": last,
        "figures": [one.removesuffix(SPOKEN) in ("low", "high", "year") for one in picked.columns],
    }
