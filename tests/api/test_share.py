"""The card of a view and the lines of its first page: what those see to whom an address is sent."""

import re
from html import unescape
from io import BytesIO

import pytest
from PIL import Image

from healthplan.web.first_page import FirstPage
from pages.registry import SCREENS
from tests.api.client import ask
from tests.web.asgi import answer, streamlit_instead

STATES = (
    "screen=place&place=11",
    "screen=trajectories&indicator=stunting_under5&places=11,12&lang=en",
    "screen=overview",
    "screen=nowhere&place=zz",
    "screen=data&dataset=distances",
    "screen=place&place=11&release=release-none",
    "screen=tasks&words=%3Cscript%3E",
    "",
)


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("query", STATES)
def test_every_address_has_a_card_of_the_same_size(query: str) -> None:
    found = ask("/share.png", query)
    assert (found["status"], found["headers"]["content-type"]) == (200, "image/png")
    assert Image.open(BytesIO(found["body"])).size == (1200, 630)


@pytest.mark.usefixtures("real")
def test_the_card_follows_the_place_and_not_what_nobody_can_take() -> None:
    tags = [ask("/share.png", f"screen=place&place={place}")["headers"]["etag"] for place in ("11", "12", "zz")]
    assert len(set(tags)) >= 2 and tags[0] != tags[1]
    assert ask("/share.png", "screen=place&place=11&noise=1")["headers"]["etag"] == tags[0]


def head(path: str, query: str = "") -> dict[str, str]:
    page = answer(FirstPage(streamlit_instead), path, query=query, host="localhost")["body"].decode()
    found = re.findall(r'<meta property="([^"]+)" content="([^"]*)">', page)
    found += [("canonical", one) for one in re.findall(r'<link rel="canonical" href="([^"]*)">', page)]
    return {name: unescape(value) for name, value in found}


@pytest.mark.usefixtures("real")
def test_the_first_page_of_a_place_tells_its_answer_and_shows_its_card() -> None:
    told = head("/place", "place=11&utm_source=mail&lang=en")
    assert (
        "Dien Bien" in told["og:title"]
        and "98%" in told["og:description"]
        and "2 percentage points" in told["og:description"]
    )
    assert told["canonical"] == told["og:url"] == "http://localhost/place?place=11&lang=en"
    path, _, query = told["og:image"].partition("?")
    assert path == "http://localhost/api/v1/share.png"
    assert ask("/share.png", query)["status"] == 200


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_has_a_title_a_description_and_one_address_of_its_own(screen: str) -> None:
    told = head(SCREENS[screen].path, 'place="><script>')
    assert told["og:title"] and told["og:description"] and "script" not in told["canonical"]
    assert told["canonical"].startswith(f"http://localhost{SCREENS[screen].path}")
