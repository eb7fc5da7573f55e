"""How a reader uses the pickers, and what they show."""

from playwright.sync_api import Locator, Page


def selectbox(page: Page, label: str) -> Locator:
    return page.get_by_test_id("stSelectbox").get_by_role("combobox", name=label)


def choose(page: Page, label: str, option: str) -> None:
    """Types an option's name and takes it."""
    box = selectbox(page, label)
    box.scroll_into_view_if_needed()
    box.click()  # a list that is open while the page scrolls closes
    box.fill(option)
    page.get_by_role("option", name=option, exact=True).wait_for()
    box.press("Enter")


def chosen_places(page: Page) -> list[str]:
    """The names on the tags of the picker of several places."""
    return page.locator('[data-testid="stMultiSelect"] [data-tag]').filter(visible=True).all_inner_texts()


def chosen_radio(page: Page) -> str:
    """The choice of the only row of options outside a figure, whose tabs are such a row, too."""
    return page.locator('[data-testid="stRadioOption"][data-selected="true"]:not(.st-key-figure *)').inner_text()
