"""The screen Present keeps the deck that is there, whatever file or address it is given."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from healthplan.deck.deck_json import ENDING, LARGEST
from tests.pages.screen_run import screen_run

MINE = {"ready": "place", "places": "12", "title": "Mường Tè", "slide": "3"}
SAVED = {
    "format": "lo-trinh-72-deck-1", "ready": "settle", "lang": "vi", "places": ["11"],
    "indicator": "ehealth_record", "day": "2027-05-19", "title": "Đề án", "event": "",
    "slides": [{"kind": "title", "indicator": "", "year": "", "title": "", "on": True}],
}  # fmt: skip
PICTURE = "![](//abroad.vn/x.png)"
WRONG = {
    "too large": b" " * (LARGEST + 1), "no JSON": b"%PDF-1.7", "no UTF-8": b"\xff\xfe{}",
    "nested deeply": b"[" * 60_000, "another version": json.dumps(SAVED | {"format": "9"}).encode(),
    "an unknown place": json.dumps(SAVED | {"places": ["99"]}).encode(),
    "an unknown indicator": json.dumps(SAVED | {"indicator": "beds"}).encode(),
    "half a letter": json.dumps(SAVED | {"title": "\ud800"}).encode(),
    "a picture": json.dumps(SAVED | {PICTURE: 1}).encode(),
    "a wrong type": json.dumps(SAVED | {"slides": {}}).encode(),
}  # fmt: skip


def given(app: AppTest, file: bytes) -> AppTest:
    return app.file_uploader[0].set_value((f"deck{ENDING}", file, "application/json")).run()


def deck_of(app: AppTest) -> tuple:
    """What the screen holds of the deck: its address, its title and its slides."""
    (slides,) = app.radio
    address = {name: "".join(value) for name, value in app.query_params.items()}
    return address, app.text_input[0].value, tuple(slides.options)


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_file_is_told_and_the_deck_that_was_there_stays(real, wrong: str) -> None:
    app = screen_run("present", **MINE)
    before = deck_of(app)
    assert before[0] == MINE
    given(app, WRONG[wrong])
    assert not app.exception and deck_of(app) == before
    (told,) = (one.value for one in app.warning)
    assert "hãy" in told or "dùng được" in told
    assert PICTURE not in told
    app.run()
    assert not app.warning and deck_of(app) == before


def test_a_good_file_puts_its_deck_on_the_screen(real) -> None:
    app = given(screen_run("present", **MINE), json.dumps(SAVED).encode())
    assert not app.exception and not app.warning
    address, title, slides = deck_of(app)
    assert (title, len(slides)) == ("Đề án", 1)
    wanted = {name: str(SAVED[name]) for name in ("ready", "indicator", "day", "title")}
    assert address == wanted | {"places": "11", "slides": "title"}


def test_after_a_wrong_file_a_good_one_is_taken(real) -> None:
    app = given(given(screen_run("present", **MINE), WRONG["no JSON"]), json.dumps(SAVED).encode())
    assert not app.exception and not app.warning and deck_of(app)[1] == "Đề án"


@pytest.mark.parametrize("address", [{"places": "99"}, {"slides": PICTURE}, {"day": "1."}, {"ready": "x"}])
def test_a_wrong_address_is_told_and_the_usual_deck_is_shown(real, address: dict[str, str]) -> None:
    app = screen_run("present", **address)
    assert not app.exception and len(app.radio[0].options) > 6
    (told,) = (one.value for one in app.info)
    assert PICTURE not in told and len(told) > 20
