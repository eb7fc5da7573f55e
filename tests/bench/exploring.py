"""How long the server takes for a choice on the Data screen over a hundred thousand rows: the numbers beside the
filters, the total, the page in words and the HTML, without the browser; and for the page of a search. Bare: DuckDB
looking through the same rows for one word and taking one page, and nothing else."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.parse import quote_plus

import duckdb

from etl.run import run
from healthplan.release import publication, query_cache
from healthplan.release.view import View
from healthplan.subjects.datasets.choices import filter_choices
from healthplan.subjects.datasets.queries import page_table, question_of, row_total
from healthplan.subjects.datasets.words import cell_text, column_in, column_name
from healthplan.text import Lang
from healthplan.theme import THEMES
from pages.data.content import ROWS, USUAL
from pages.markup import markup
from tests.api.client import APP
from tests.bench.figures import Line
from tests.bench.made_up import made_up, provinces
from tests.web.asgi import answer

ROUNDS = 5
YEARS = 25  # a goal each, of every province and indicator, in three parts of a paper: a hundred thousand rows
STATED_IN = ("annex", "annex_name", "body")
DATASET = "values"
STEPS: tuple[tuple[Mapping[str, Iterable[str]], str, int], ...] = (  # filters, words, offset
    ({}, "", 0),
    ({}, "", -1),
    ({"place": ["11", "12"]}, "", 0),
    ({"year": ["2030"]}, "", 0),
    ({}, "bac si 2030", 0),
    ({}, "BHYT", -1),
    ({"place": ["11"], "kind": ["exact"]}, "bao hiem y te", 0),
)
SEARCHES = ("thap coi dien bien", "BHYT", "95%", "98,4 lai chau 2030", "a", "a b c d e g h i k l m n", "khong co gi")


def lines(data: Path) -> list[Line]:
    """The slowest of the steps, round by round, by turns with DuckDB alone."""
    before = os.environ.get("ROADMAP72_DATA", "")
    with TemporaryDirectory() as folder:
        many = made_up(data, Path(folder) / "many", places=provinces(data), years=YEARS, stated_in=STATED_IN)
        os.environ["ROADMAP72_DATA"] = str(many)
        view = View(Lang.VI, THEMES["light"], run())
        with publication.open_release(view.path) as db:
            count = row_total(db, question_of(DATASET))
            rounds = [(max(_took(lambda step=step: _step(db, view, *step)) for step in STEPS),
                       _took(lambda: _bare(db))) for _ in range(ROUNDS)]  # fmt: skip
        searches = []
        for _ in range(ROUNDS):
            query_cache.query_result.cache_clear()
            _search("e")  # the lists of places and papers that every screen has asked for already
            searches.append(max(_took(lambda words=words: _search(words)) for words in SEARCHES))
    os.environ["ROADMAP72_DATA"] = before
    ours, bare = zip(*rounds, strict=True)
    return [
        Line(f"Slowest choice of {count} rows; bare: one look", "ms", [*ours], [*bare], 6),
        Line(f"Slowest search of {count} rows and more, server", "ms", searches, [], 100, absolute=True),
    ]


def _search(words: str) -> None:
    answer(APP, "/find", "GET", f"q={quote_plus(words)}", host="localhost")


def _step(
    db: duckdb.DuckDBPyConnection, view: View, filters: Mapping[str, Iterable[str]], words: str, offset: int
) -> None:
    question, columns = question_of(DATASET, filters, q=words), USUAL[DATASET].split()
    filter_choices(db, question)
    count = row_total(db, question)
    shown = [column_in(one, view.lang) for one in columns]
    start = offset if offset >= 0 else (count - 1) // ROWS * ROWS
    found = page_table(db, replace(question, limit=ROWS, offset=start, columns=("row", *shown)))
    rows = [{"key": row["row"], "cells": [cell_text(view, one, row[one]) for one in shown]}
            for row in found.to_pylist()]  # fmt: skip
    markup("data_table.html", view, dataset=DATASET, state={}, rows=rows, number=1, last=2, count=count,
           heads=[column_name(view, one) for one in columns], figures=[False] * len(columns))  # fmt: skip


def _bare(db: duckdb.DuckDBPyConnection) -> None:
    db.sql("select * from datasets.values where contains(searched, ' si') order by nth limit 50").fetchall()


def _took(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000
