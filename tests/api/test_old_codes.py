"""A code that a place had before still leads to it, in every answer, and the answer names today's."""

import json
from pathlib import Path

import pytest

from healthplan.deck.address import deck_of
from healthplan.deck.deck_json import deck_from_json, deck_json
from healthplan.deck.options import deck_options
from healthplan.deck.ready import ready_deck
from healthplan.release import publication
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES
from tests.api.client import ask, json_body
from tests.pages.screen_run import screen_run

OLD, NEW = "ML", "03808"


@pytest.mark.parametrize("query", [f"place={OLD}", f"place={OLD},{NEW}", f"place={OLD}&place={NEW}"])
def test_rows_are_those_of_the_place(real: Path, query: str) -> None:
    answer = json_body("/goals", query)
    assert {row["place"] for row in answer["rows"]} == {NEW}
    assert OLD not in json.dumps(answer).replace(NEW, "").split('"')


@pytest.mark.parametrize(("path", "query"), [
    ("/charts/trajectory.csv", f"places=11,{OLD}"), ("/charts/rug.csv", f"places={OLD}"),
    ("/charts/tasks.csv", f"place={OLD}"), ("/calendar.ics", f"place={OLD}"),
    ("/decks/deck.json", f"places={OLD},11"), ("/cite", f"view=place&place={OLD}"),
    ("/cite", f"dataset=goals&place={OLD}"),
])  # fmt: skip
def test_an_answer_for_an_old_code_is_that_for_the_new(real: Path, path: str, query: str) -> None:
    found, wanted = ask(path, query), ask(path, query.replace(OLD, NEW))
    assert (found["status"], found["body"]) == (200, wanted["body"])


def test_a_code_that_no_place_ever_had_is_refused(real: Path) -> None:
    assert ask("/goals", "place=MX")["status"] == 400


@pytest.mark.parametrize(("screen", "name", "value", "today"), [
    ("place", "place", OLD, NEW), ("trajectories", "places", f"{OLD},11", f"{NEW},11"),
    ("compare", "places", f"{OLD},{NEW},12", f"{NEW},12"), ("data", "place", OLD, NEW),
    ("present", "places", OLD, NEW), ("review", "place", OLD, NEW), ("tasks", "place", OLD, NEW),
])  # fmt: skip
def test_the_address_of_a_screen_becomes_todays(real: Path, screen: str, name: str, value: str, today: str) -> None:
    app = screen_run(screen, **{name: value})
    assert not app.exception and not app.info
    assert "".join(app.query_params[name]) == today


def test_an_old_deck_is_read_with_todays_codes(real: Path) -> None:
    known = deck_options(View(Lang.VI, THEMES["light"], publication.current_path()))
    file = json.loads(deck_json(ready_deck("settle", known, places=("11", NEW))))
    old = json.dumps(file | {"places": [OLD, "11"]}).encode()
    assert deck_from_json(old, known).places == (NEW, "11")
    assert deck_of({"places": f"12,{OLD}"}, known).places == ("12", NEW)
