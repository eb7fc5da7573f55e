"""Each held paper is read as if it had never been seen: what is found, and what is made up."""

import pytest

from healthplan.drafting.measuring import Score, held_plans, measured
from tests.conftest import ROOT

DATA = ROOT / "data"
FLOORS = {  # kind: the least share that is found and right, the most that is invented
    "cells": (0.97, 0.02),
    "goals": (0.83, 0.06),
    "body": (0.90, 0.05),
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
