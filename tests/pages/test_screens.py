"""Every screen runs in both languages without an exception, and shows sentences, never their keys."""

import re
from html import unescape

import pytest

from healthplan.text import SENTENCES
from tests.browser.server import built_copy
from tests.pages.screen_run import screen_run

SCREENS = (
    "home",
    "overview",
    "trajectories",
    "compare",
    "place",
    "review",
    "tasks",
    "calendar",
    "data",
    "present",
    "sources",
    "month",
    "changes",
)
ADDRESSES = (
    *((screen, {}) for screen in SCREENS),
    ("overview", {"indicator": "stunting_under5", "year": "2026"}),
    ("trajectories", {"indicator": "food_safety"}),
    ("trajectories", {"indicator": "stunting_under5", "places": "11,03808", "until": "2045"}),
    ("compare", {"places": "11"}),
    ("compare", {"places": "11,12,20,40,03808"}),
    ("place", {"place": "03808"}),
    ("place", {"place": "no-such-place"}),
    ("review", {"place": "12", "indicator": "ehealth_record"}),
    ("review", {"rule": "task_without_lead", "severity": "grave"}),
    ("review", {"place": "VN"}),
    ("tasks", {"place": "12", "words": "bac si", "year": "2026"}),
    ("tasks", {"words": "no such words"}),
    ("calendar", {"date": "2026-06-01", "place": "40"}),
    ("calendar", {"date": "no-date", "agency": "health_department"}),
    ("tasks", {"agency": "health_department"}),
    ("month", {"month": "2026-10", "place": "11"}),
    ("month", {"month": "1999-01", "place": "99"}),
    ("changes", {"place": "11", "indicator": "health_insurance_coverage"}),
    ("data", {"dataset": "verdicts", "words": "bac si", "place": "11", "page": "99"}),
    ("data", {"dataset": "tasks", "columns": "title~,agencies,starts", "agency": "health_department"}),
    ("data", {"place": "no-such-place", "words": "nothing like this"}),
    ("review", {"finding": "no-such-finding"}),
    ("sources", {"row": "no-such-row"}),
    ("sources", {"document": "muong-la-2026", "line": "587"}),
    ("sources", {"document": "lai-chau-2026", "line": "99999"}),
    ("sources", {"document": "no-such-paper", "line": "<b>1</b>"}),
)
SPOKEN = re.compile(r'(?:title|aria-label|alt|data-label)="([^"]*)"')
KEYS = {key for key in SENTENCES if "_" in key}
HOLE = re.compile(r"\{[a-z_]*\}")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return built_copy(tmp_path_factory.mktemp("screens") / "data")


@pytest.fixture(params=ADDRESSES, ids=lambda case: "-".join([case[0], *case[1].values()]))
def address(request):
    return request.param


@pytest.fixture(params=["vi", "en"])
def screen(request, address, built, monkeypatch):
    """One screen after its run."""
    monkeypatch.setenv("ROADMAP72_DATA", str(built))
    name, state = address
    return screen_run(name, **state, lang=request.param)


def words(app):
    """Everything a reader sees or hears on a screen, piece by piece."""
    for markup in (element.proto.body for element in app.get("html")):
        pieces = [*SPOKEN.findall(markup), *re.split(r"<[^>]*>", markup)]
        yield from (unescape(piece).strip() for piece in pieces)
    yield from (element.value for element in [*app.info, *app.text, *app.header, *app.markdown, *app.warning])
    for widget in [*app.selectbox, *app.multiselect, *app.radio]:
        yield from (widget.label, *widget.options)


def test_a_screen_runs_and_says_something(screen):
    assert not screen.exception
    assert not screen.error
    assert sum("<h1" in element.proto.body for element in screen.get("html")) == 1


def test_no_screen_shows_the_key_of_a_sentence(screen):
    shown = {word for text in words(screen) for word in re.findall(r"\w+", text)}
    assert shown & KEYS == set()


def test_no_screen_shows_a_hole_of_a_sentence(screen):
    assert [text for text in words(screen) if HOLE.search(text)] == []


def test_no_screen_shows_an_absent_value(screen):
    assert set(words(screen)) & {"None", "nan", "NaN", "undefined", "True", "False"} == set()
