"""How a reader takes a citation: folded away, opened with one key, leading to the same view."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_every_screen import WIDTHS
from tests.browser.visit import visiting

CHOSEN = "/trajectories?indicator=stunting_under5&places=11,12&until=2045"


def foot(page):
    return page.locator(".footer .cite")


def test_the_citation_is_folded_and_opens_with_the_keyboard(visit):
    page = visit.open(CHOSEN).page
    expect(foot(page).locator("dd").first).to_be_hidden()
    foot(page).locator("summary").focus()
    page.keyboard.press("Enter")
    expect(foot(page).locator('dd[lang="vi"]')).to_contain_text("Điện Biên, Lai Châu")
    expect(foot(page).locator('dd[lang="en"]')).to_contain_text("Dien Bien, Lai Chau")


def test_the_cited_address_shows_the_same_view_and_says_that_it_is_pinned(visit):
    page = visit.open(CHOSEN).page
    heading = visit.heading
    link = re.search(r"http://\S+", foot(page).locator('dd[lang="vi"]').text_content())[0]
    assert link.startswith(f"{visit.origin}/trajectories?")
    visit.open(link)
    assert visit.heading == heading
    expect(page.locator(".footer")).to_contain_text("bản dữ liệu cố định")


def test_a_choice_changes_the_citation(visit):
    page = visit.open("/tasks").page
    before = foot(page).locator("dd").first.text_content()
    visit.open("/tasks?place=12")
    assert "Lai Châu" in foot(page).locator("dd").first.text_content() and "Lai Châu" not in before


def test_the_files_for_reference_managers_are_named_for_what_they_hold(visit):
    page = visit.open("/review?place=11").page
    foot(page).locator("summary").click()
    for name, ending in (("BibTeX", ".bib"), ("CSL-JSON", ".json")):
        with page.expect_download() as told:
            foot(page).get_by_role("link", name=name).click()
        assert told.value.suggested_filename == f"roadmap72-review-place-11{ending}"


@pytest.mark.parametrize("path", [CHOSEN, "/present?lang=en"])
def test_an_open_citation_fits_a_phone(rooms, site, path):
    with visiting(rooms("phone"), site) as visit:
        page = visit.open(path).page
        foot(page).locator("summary").click()
        expect(foot(page).locator("dd").first).to_be_visible()
        assert page.evaluate(WIDTHS) == []


def test_an_open_citation_is_not_printed(visit):
    page = visit.open("/review").page
    foot(page).locator("summary").click()
    page.emulate_media(media="print")
    expect(foot(page)).to_be_hidden()
    page.emulate_media(media="null")  # the page is used again
