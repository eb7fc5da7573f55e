"""A click on a figure, a point or a tile leads where the reader expects."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from healthplan.release import publication
from healthplan.subjects.documents.queries import evidence


@pytest.fixture(scope="session")
def stated(facts):
    """A function from the name of a row to what the release says of it."""
    release = next((facts / "published").glob("release-*.duckdb"))
    with publication.open_release(release) as db:
        yield lambda row: evidence(db, row=row)[0]


def row_of(address):
    return parse_qs(urlsplit(address).query)["row"][0]


def shows_the_evidence(visit, statement):
    """The value as printed (a benchmark's as read), its place and its spot in the paper."""
    shown = visit.page.locator("section.evidence")
    printed = statement["printed"]
    said = re.search(r"[\d,]+", printed)[0] if statement["series"] == "benchmark" else printed
    expect(shown.locator("blockquote")).to_contain_text(said)
    expect(shown).to_contain_text(statement["place_vi"])
    expect(shown).to_contain_text(statement["locator"])
    expect(shown).to_contain_text(statement["indicator_vi"])


@pytest.mark.parametrize("where", [".cards .path", ".cards .ask", ".rug td", ".rug .nation"])
def test_a_figure_of_the_overview_leads_to_its_line_in_the_paper(visit, stated, where):
    visit.open("/overview")
    figure = visit.page.locator(f'{where} a[href*="row="]').first
    row = row_of(figure.get_attribute("href"))
    figure.click()
    visit.arrive("/sources")
    assert visit.state == {"row": row}
    shows_the_evidence(visit, stated(row))


def test_every_figure_of_the_overview_leads_to_a_known_row(visit, stated):
    visit.open("/overview")
    links = visit.page.locator('a[href*="row="]').evaluate_all("links => links.map(link => link.href)")
    assert len(links) > 100
    for row in {row_of(link) for link in links}:
        assert stated(row)["row"] == row


def click_a_point(visit, chart=".js-plotly-plot"):
    """Clicks the last point drawn on a chart: nothing lies over it."""
    point = visit.page.locator(f"{chart} .point").last
    point.scroll_into_view_if_needed()
    box = point.bounding_box()
    visit.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


@pytest.mark.parametrize("address", ["/trajectories", "/trajectories?indicator=stunting_under5&until=2045"])
def test_a_point_of_the_chart_leads_to_its_line_in_the_paper(visit, stated, address):
    visit.open(address)
    click_a_point(visit)
    visit.arrive("/sources")
    shows_the_evidence(visit, stated(visit.state["row"]))


def test_the_way_back_from_a_point_restores_the_chart(visit):
    visit.open("/trajectories?indicator=stunting_under5&until=2045")
    before = visit.heading
    click_a_point(visit)
    visit.arrive("/sources")
    visit.page.go_back()
    visit.arrive("/trajectories")
    expect(visit.page.locator("h1")).to_have_text(before)
    assert visit.state == {"indicator": "stunting_under5", "until": "2045"}


def test_a_point_keeps_the_language(visit):
    visit.open("/trajectories?lang=en")
    click_a_point(visit)
    visit.arrive("/sources")
    assert visit.state["lang"] == "en"


@pytest.mark.parametrize(("name", "place"), [("Nghệ An", "40"), ("Hà Nội", "01")])
def test_a_tile_leads_to_its_place(visit, name, place):
    visit.open("/overview")
    visit.page.locator(".tiles").get_by_role("link", name=name).click()
    visit.arrive("/place")
    assert visit.state == {"place": place}
    expect(visit.page.locator("h1")).to_contain_text(name)


def test_a_card_leads_to_its_trajectory(visit):
    visit.open("/overview")
    visit.page.locator(".card h2 a").nth(1).click()
    visit.arrive("/trajectories")
    assert visit.state == {"indicator": "stunting_under5"}


def test_the_menu_leads_to_every_screen_and_keeps_the_language(visit):
    visit.open("/?lang=en")
    for name, path in (
        ("Trajectories", "/trajectories"),
        ("Compare", "/compare"),
        ("Place", "/place"),
        ("Review", "/review"),
        ("Tasks", "/tasks"),
        ("Sources", "/sources"),
        ("Overview", "/overview"),
    ):
        visit.page.locator(".st-key-header").get_by_role("link", name=name, exact=True).click()
        visit.arrive(path)
        assert visit.state == {"lang": "en"}
    assert visit.complaints == []
