"""An older release stays addressable: a view that names it shows it, and its links lead on in it."""

import re
from pathlib import Path

import pytest

from etl.run import run
from healthplan.release import publication
from tests.api.client import ask
from tests.pages.screen_run import screen_run
from tests.pages.test_screens import SCREENS

OLD, NEW = "Việc một", "Việc đổi tên"
CHOSEN = {"data": {"dataset": "goals", "page": "2"}, "present": {"ready": "place", "places": "12"}}
# The calendar and the feed are subscribed to, and follow; pages of others have no release.
ANY_RELEASE = ("#", "?", "api/v1/calendar.ics", "api/v1/changes.atom", "api/v1/docs", "https://")
FILES = (
    "/charts/trajectory.csv?indicator=life_expectancy",
    "/charts/compare.svg?places=11,12",
    "/briefs/11.pdf?lang=en",
    "/decks/deck.json?ready=place",
)


@pytest.fixture
def two_releases(small_data: Path) -> str:
    """Two releases of the small data; the name of the older one, whose first task has its old title."""
    first = run()
    tasks = small_data / "plans" / "dien-bien-2026" / "tasks.csv"
    tasks.write_text(tasks.read_text(encoding="utf-8").replace(f",{OLD},", f",{NEW},"), encoding="utf-8")
    run()
    return first.stem


def shown(**address: str) -> str:
    app = screen_run("tasks", **address)
    assert not app.exception
    told = [one.value for one in app.info]
    return "\n".join([*told, *(element.proto.body for element in app.get("html"))])


def test_a_view_that_names_a_release_shows_it_and_says_so(two_releases: str) -> None:
    pinned = shown(release=two_releases)
    assert OLD in pinned and NEW not in pinned
    assert "bản dữ liệu cố định" in pinned
    assert f"sources?release={two_releases}" in pinned


def test_a_view_that_names_none_shows_the_newest(two_releases: str) -> None:
    newest = shown()
    assert NEW in newest and "giữ cố định" not in newest and two_releases not in newest


def test_a_release_that_is_not_kept_is_said_and_the_newest_is_shown(two_releases: str) -> None:
    told = shown(release="release-2020-01-01-000000000000")
    assert NEW in told and "release-2020-01-01-000000000000" in told


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("screen", SCREENS)
def test_every_link_of_a_pinned_view_stays_in_its_release(real: Path, screen: str, lang: str) -> None:
    name = publication.current_path().stem
    app = screen_run(screen, release=name, lang=lang, **CHOSEN.get(screen, {}))
    assert not app.exception and [one.value for one in app.info] == []
    links = [link for one in app.get("html") for link in re.findall(r'href="([^"]+)"', one.proto.body)]
    links += [one.proto.url for one in app.get("link_button")]
    assert links and [link for link in links if name not in link and not link.startswith(ANY_RELEASE)] == []


@pytest.mark.parametrize("address", FILES)
def test_a_file_is_made_from_the_release_that_is_named(real: Path, address: str) -> None:
    path, _, query = address.partition("?")
    assert ask(path, f"{query}&release={publication.current_path().stem}")["status"] == 200
    gone = ask(path, f"{query}&release=release-2020-01-01-000000000000")
    assert gone["status"] == 404 and publication.current_path().stem in gone["body"].decode()


def test_a_deck_of_a_pinned_view_stays_in_its_release_when_it_is_changed(real: Path) -> None:
    name = publication.current_path().stem
    app = screen_run("present", release=name, ready="place", places="12")
    app.selectbox[0].select_index(0).run()
    assert app.query_params["release"] in (name, [name]) and "ready" not in app.query_params
