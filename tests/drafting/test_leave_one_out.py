"""Each held paper is read as if it had never been seen: what is found, and what is made up."""

import pytest

from etl.quotes import quotation_fault
from healthplan.drafting.drafter import QUOTED, draft_paper
from healthplan.drafting.measuring import Score, drafted_without, held_plans, measured, paper_lines
from healthplan.drafting.vocabulary import read_vocabulary, rows_of
from tests.conftest import ROOT

DATA = ROOT / "data"
FLOORS = {  # kind: the least share that is found and right, the most that is invented
    "cells": (0.97, 0.02),
    "goals": (0.88, 0.04),
    "body": (0.93, 0.04),
    "tasks": (0.97, 0.02),
    "duties": (0.90, 0.08),
    "citations": (0.95, 0.03),
}


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, Score]]:
    return {document: measured(DATA, document) for document in held_plans(DATA)}


@pytest.mark.parametrize("kind", FLOORS)
def test_most_is_found_and_little_made_up(scores: dict[str, dict[str, Score]], kind: str) -> None:
    total = sum((one[kind] for one in scores.values()), Score(0, 0, 0))
    least, most = FLOORS[kind]
    assert total.there > 20
    assert total.share >= least
    assert total.invented <= most


def test_every_paper_with_a_table_of_goals_or_tasks_is_read(scores: dict[str, dict[str, Score]]) -> None:
    with_cells = {document for document, one in scores.items() if one["cells"].there}
    with_tasks = {document for document, one in scores.items() if one["tasks"].there}
    assert len(with_cells) == len(with_tasks) == 3
    assert all(scores[document]["cells"].share >= 0.95 for document in with_cells)
    assert all(scores[document]["tasks"].share >= 0.95 for document in with_tasks)


def test_of_every_paper_at_least_eight_goals_in_ten_are_found_in_the_text(scores: dict[str, dict[str, Score]]) -> None:
    assert {document: one["goals"].share for document, one in scores.items() if one["goals"].share < 0.8} == {}


@pytest.mark.parametrize("document", held_plans(DATA))
def test_every_quotation_of_a_draft_stands_in_its_line_letter_by_letter(document: str) -> None:
    lines = paper_lines(DATA, document)
    quoted = [
        (row.line, row.cells[QUOTED[row.table]])
        for row in drafted_without(DATA, document).rows
        if row.table in QUOTED and row.cells.get(QUOTED[row.table])
    ]
    assert len(quoted) > 20
    assert [(line, words) for line, words in quoted if quotation_fault(words, lines[line - 1 :])] == []


@pytest.mark.parametrize("law", ["72-nq-tw", "282-nq-cp"])
def test_most_of_what_the_nation_prints_is_read_in_its_own_words(law: str) -> None:
    """By indicator, years and line; the drafter knows their words, but was made for plans."""
    draft = draft_paper(paper_lines(DATA, law), read_vocabulary(DATA), "VN")
    names = ("indicator", "year", "from_year")
    drafted = {(*(row.cells[name] for name in names), str(row.line)) for row in draft.of("goals")}
    official = [row for row in rows_of(DATA / "national" / "goals.csv") if row["law"] == law and row["line"]]
    told = {(*(row[name] for name in names), row["line"]) for row in official}
    assert len(told & drafted) >= 0.8 * len(told)
    assert len(drafted - told) <= 0.1 * len(drafted) + 1
