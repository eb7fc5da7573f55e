"""The files beside the rows: of the same choice and the same release, whole, or not offered."""

import pytest

from etl.run import run
from healthplan.release.view import View
from healthplan.subjects.datasets.queries import question_of
from healthplan.text import Lang
from healthplan.theme import THEMES
from pages.data.content import Exploration, files

OFFERED = (  # rows, the files that can hold them
    (1, ["CSV", "Excel", "Parquet", "JSON"]),
    (20_000, ["CSV", "Excel", "Parquet", "JSON"]),
    (20_001, ["CSV", "Parquet", "JSON"]),
    (100_000, ["CSV", "Parquet", "JSON"]),
    (100_001, []),
)
PICKED = Exploration(question_of("goals", {"place": ["11"]}), ("printed",), 1)


@pytest.fixture
def view(small_data) -> View:
    return View(Lang.EN, THEMES["light"], run())


@pytest.mark.parametrize(("count", "names"), OFFERED)
def test_a_file_too_small_for_every_row_is_not_offered_and_says_what_it_holds(view, count, names) -> None:
    told = files(view, PICKED, count)
    assert [one["name"] for one in told if one["address"]] == names
    assert all(one["most"] in ("20,000", "100,000") for one in told if not one["address"])


def test_json_is_asked_for_whole(view) -> None:
    few, many = (
        next(one["address"] for one in files(view, PICKED, count) if one["name"] == "JSON") for count in (1000, 1001)
    )
    assert few == "api/v1/goals.json?place=11" and many == "api/v1/goals.json?place=11&limit=1001"


def test_the_files_of_a_pinned_view_are_of_its_release(view) -> None:
    pinned = View(view.lang, view.theme, view.path, pinned=True)
    assert all(f"release={view.path.stem}" in one["address"] for one in files(pinned, PICKED, 5))
