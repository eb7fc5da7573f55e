"""The product below a path, behind proxies that take the path away and that do not: a reader sees no
difference."""

import json
import urllib.request

import pytest

from tests.browser.pickers import choose
from tests.browser.proxy import proxy
from tests.browser.server import serve
from tests.browser.visit import visiting

PATH = "/rm72"
TOLD = {"X_Forwarded_Host": "plans.example", "X_Forwarded_Proto": "https"}
WAYS = {  # the server's options and settings, the proxy's
    "keeps the path": (("--server.baseUrlPath", "rm72"), {}, False, {}),
    "takes it away, the server knows it": (("--server.baseUrlPath", "rm72"), {}, True, {}),
    "takes it away and tells so": ((), {"ROADMAP72_PROXIES": "127.0.0.1"}, True, {"X_Forwarded_Prefix": "/rm72"}),
}


@pytest.fixture(scope="module", params=WAYS)
def below(request, facts):
    """Where the product is reached."""
    options, settings, strips, told = WAYS[request.param]
    with serve(facts, *options, **settings) as origin, proxy(origin, PATH, strips=strips, **told) as front:
        yield f"{front}{PATH}"


def get(address: str, **headers: str) -> tuple[int, str]:
    class Stays(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    try:
        request = urllib.request.Request(address, headers=headers)
        with urllib.request.build_opener(Stays).open(request, timeout=20) as answer:
            return answer.status, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers.get("Location") or refused.read().decode()


def test_a_reader_meets_no_difference(below, rooms) -> None:
    with visiting(rooms(), below) as visit:
        visit.page.goto(f"{below}/trajectories?places=11,12")
        visit.settle()
        choose(visit.page, "Chỉ tiêu", "Số năm sống khỏe mạnh")
        visit.page.wait_for_url(f"{below}/trajectories?*indicator=healthy_life_years*")
        visit.settle()
        visit.page.get_by_role("link", name="So sánh", exact=True).click()
        visit.page.wait_for_url(f"{below}/compare*")
        visit.settle()
        visit.page.get_by_role("link", name="English", exact=True).click()
        visit.page.wait_for_url(f"{below}/compare?lang=en")
        visit.settle()
        visit.page.go_back()
        visit.settle()
        cited = visit.page.locator("details.cite").first
        assert f"{below}/compare" in cited.text_content()
        assert (visit.complaints, visit.abroad) == ([], [])


def test_the_deck_is_shown_and_handed_out(below, rooms) -> None:
    with visiting(rooms(), below) as visit:
        visit.page.goto(f"{below}/present?ready=place&places=12")
        visit.settle()
        frame = visit.page.frame_locator("iframe").first
        frame.locator("section, .slide").first.wait_for(state="attached")
        for link in visit.page.locator("a[href*='api/v1/decks']").all():
            assert link.evaluate("a => a.href").startswith(f"{below}/api/v1/decks/")
        assert (visit.complaints, visit.abroad) == ([], [])


def test_files_and_links_are_there(below) -> None:
    for path in (
        "/", "/place", "/assets/look.css", "/favicon.ico", "/healthz", "/_stcore/health", "/api/v1/docs",
        "/api/v1/goals.csv", "/api/v1/charts/rug.svg", "/api/v1/decks/hall.html?ready=place&places=12",
    ):  # fmt: skip
        assert get(f"{below}{path}")[0] == 200
    assert f"Sitemap: {below}/sitemap.xml" in get(f"{below}/robots.txt")[1]
    server = json.loads(get(f"{below}/api/v1/openapi.json")[1])["servers"]
    assert server == [{"url": below}]
    assert get(f"{below}/place/?place=11") == (307, "../place?place=11")
    status, page = get(f"{below}/nope", Accept="text/html")
    assert status == 404 and 'href="./place"' in page
    assert get(f"{below}/_stcore/metrics")[0] == 404


@pytest.mark.parametrize(("named", "origin"), [
    ("127.0.0.1", "https://plans.example/rm72"), ("", ""), ("10.0.0.0/8", ""),
])  # fmt: skip
def test_the_word_of_a_proxy_counts_when_it_is_named(facts, named: str, origin: str) -> None:
    with (serve(facts, "--server.baseUrlPath", "rm72", ROADMAP72_PROXIES=named) as server,
          proxy(server, PATH, strips=False, **TOLD) as front):  # fmt: skip
        told = get(f"{front}{PATH}/robots.txt")[1]
        assert f"Sitemap: {origin or front + PATH}/sitemap.xml" in told
