"""A slide of the hall whose message is all that it has."""

from tests.browser.chromium import room


def test_a_message_alone_stands_in_the_middle_of_its_slide(browser, site) -> None:
    page = room(browser).new_page()
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto(f"{site}/api/v1/decks/hall.html?ready=place&places=40&slides=clash")
    box = page.locator(".slide.now h1").bounding_box()
    assert 300 < box["y"] + box["height"] / 2 < 700
    page.context.close()
