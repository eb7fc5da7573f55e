"""A file of an older release, for those who name it: pictures, briefs, decks and the calendar; and whose
address stands in what we make."""

import json

import pytest

from healthplan.release import publication
from tests.api.client import ask

FILES = pytest.mark.parametrize(("path", "query"), [
    ("/charts/trajectory.csv", "places=12&"), ("/briefs/12.pdf", ""), ("/decks/deck.json", "ready=place&"),
    ("/decks/hall.html", "ready=settle&"), ("/calendar.ics", "place=12&"),
])  # fmt: skip


@FILES
def test_a_file_is_made_from_the_release_that_is_named(real, path: str, query: str) -> None:
    named = ask(path, f"{query}release={publication.current_path().stem}")
    assert named["status"] == 200 and named["body"]


@FILES
def test_a_release_that_is_not_kept_is_refused_and_those_kept_are_named(real, path: str, query: str) -> None:
    refused = ask(path, f"{query}release=release-2020-01-01-000000000000")
    error = json.loads(refused["body"])["error"]
    kept = publication.current_path().stem
    assert refused["status"] == 404 and kept in error["vi"] and kept in error["en"]


@pytest.mark.parametrize("path", ["/decks/hall.html", "/calendar.ics", "/docs", "/openapi.json", "/cite"])
def test_behind_a_proxy_files_and_pages_name_the_address_that_readers_use(
    real, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setenv("ROADMAP72_ADDRESS", "https://health.example/plans")
    found = ask(path, "view=overview" if path == "/cite" else "")
    told = found["body"].decode().replace("\r\n ", "")
    assert found["status"] == 200 and "https://health.example/plans" in told and "://localhost" not in told
