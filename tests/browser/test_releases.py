"""What a reader sees when the server starts again, and when the data files have a fault."""

import pytest
from playwright.sync_api import expect

from healthplan.text import Lang, say
from tests.browser.server import build, built_copy, copy_of_data, serve, spoil
from tests.browser.visit import visiting


@pytest.fixture
def page(rooms):
    return rooms()


@pytest.fixture(scope="module")
def refused(tmp_path_factory):
    """A server over facts with a fault and without a release: its origin, and the place of the fault."""
    data = copy_of_data(tmp_path_factory.mktemp("refused") / "data")
    place = spoil(data)
    with serve(data) as origin:
        yield origin, place


def test_a_deep_link_works_as_the_first_request_after_a_restart(facts, page):
    with serve(facts) as origin, visiting(page, origin) as visit:
        visit.open("/trajectories?indicator=stunting_under5&places=11,12&lang=en")
        assert "Stunting under 5: 1 of 2 plans falls short" in visit.heading
        expect(page.get_by_role("link", name="Compare")).to_be_visible()
        assert visit.complaints == []


@pytest.mark.parametrize("address", ["/", "/?lang=en", "/trajectories"])
def test_without_a_release_the_fault_is_told_in_both_languages_with_file_and_line(refused, page, address):
    origin, place = refused
    with visiting(page, origin) as visit:
        visit.open(address)
        for lang in Lang:
            fault = say(lang, "row_width", cells="17", columns="16")
            for sentence in (say(lang, "no_release_title"), say(lang, "no_release_why"), f"{place}: {fault}"):
                expect(page.locator(".stMain").get_by_text(sentence)).to_be_visible()
        expect(page.get_by_test_id("stException")).to_have_count(0)
        assert visit.complaints == []


def test_without_a_release_the_readers_own_language_comes_first(refused, page):
    origin, _ = refused
    with visiting(page, origin) as visit:
        text = visit.open("/?lang=en").text
    assert text.index(say(Lang.EN, "no_release_title")) < text.index(say(Lang.VI, "no_release_title"))


def test_data_that_turn_bad_leave_the_last_release_in_use(tmp_path, page):
    data = built_copy(tmp_path / "data")
    with serve(data) as origin, visiting(page, origin) as visit:
        before = visit.open("/").text
        place = spoil(data)
        told = build(data)
        assert told.returncode == 1
        assert place in told.stderr
        assert visit.open("/").text == before
    with serve(data) as origin, visiting(page, origin) as visit:  # as after the next `make run`
        assert visit.open("/").text == before


def test_data_that_are_mended_are_shown_again(tmp_path, page):
    data = copy_of_data(tmp_path / "data")
    place = spoil(data)
    with serve(data) as origin, visiting(page, origin) as visit:
        expect(visit.open("/").page.get_by_text(place).first).to_be_visible()
        file = data / place.partition(":")[0]
        file.write_text(file.read_text(encoding="utf-8").replace(",one too many", ""), encoding="utf-8")
        assert build(data).returncode == 0
        expect(visit.open("/").page.locator("h1")).to_be_visible()
