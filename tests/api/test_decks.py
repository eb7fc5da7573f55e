"""The addresses of decks: each file with its kind and name, and a wrong address refused with a sentence."""

import json

import pytest

from tests.api.client import ask


@pytest.mark.parametrize(
    ("file", "kind", "named"),
    [
        ("hall.html", "text/html; charset=utf-8", ""),
        ("deck.html", "text/html; charset=utf-8", ".html"),
        ("deck.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx"),
        ("deck.pdf", "application/pdf", ".pdf"),
        ("deck.json", "application/json; charset=utf-8", ".lotrinh72.json"),
    ],
)
def test_a_deck_is_given_as_each_kind_of_file(real, file: str, kind: str, named: str) -> None:
    found = ask(f"/decks/{file}", "ready=place&places=12&lang=en")
    assert (found["status"], found["headers"]["content-type"]) == (200, kind)
    told = found["headers"].get("content-disposition", "")
    assert ("release-" in told and f'{named}"' in told) if named else told == ""


def test_a_deck_need_not_be_sent_twice(real) -> None:
    first = ask("/decks/deck.pptx", "ready=place")
    again = ask("/decks/deck.pptx", "ready=place", if_none_match=first["headers"]["etag"])
    assert (again["status"], again["body"]) == (304, b"")
    assert ask("/decks/deck.pptx", "ready=settle")["headers"]["etag"] != first["headers"]["etag"]


@pytest.mark.parametrize(
    ("path", "query", "status", "word"),
    [
        ("deck.doc", "", 404, "deck.pptx"),
        ("hall.html", "ready=every", 400, "settle"),
        ("hall.html", "places=99", 400, "99"),
        ("hall.html", "colour=red", 400, "colour"),
        ("hall.html", "slides=title,nothing", 400, "nothing"),
        ("hall.html", "day=tomorrow", 400, "tomorrow"),
        ("deck.pptx", "lang=fr", 400, "fr"),
        ("deck.json", "title=" + "x" * 200, 400, "140"),
        ("hall.html", "indicator=beds", 400, "beds"),
    ],
)
def test_a_wrong_address_is_refused_with_what_is_wrong(real, path: str, query: str, status: int, word: str) -> None:
    answer = ask(f"/decks/{path}", query)
    error = json.loads(answer["body"])["error"]
    assert answer["status"] == error["status"] == status
    assert word in error["vi"] and word in error["en"]
