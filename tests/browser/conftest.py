"""One server and one browser for each worker. Pages are kept: a new one would compile every script again."""

import pytest

from tests.browser.chromium import chromium, room
from tests.browser.server import built_copy, serve
from tests.browser.visit import visiting


@pytest.fixture(scope="session")
def facts(tmp_path_factory):
    """A copy of data/ with its release."""
    return built_copy(tmp_path_factory.mktemp("facts") / "data")


@pytest.fixture(scope="session")
def site(facts):
    """The origin of the product over `facts`."""
    with serve(facts) as origin:
        yield origin


@pytest.fixture(scope="session")
def browser():
    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def rooms(browser):
    """A function that gives the page of a window size and colour scheme, the same one each time."""
    known = {}

    def enter(size="desk", scheme="light"):
        if (size, scheme) not in known:
            known[size, scheme] = room(browser, size, scheme).new_page()
        return known[size, scheme]

    return enter


@pytest.fixture
def visit(rooms, site):
    """A visit at the desk, light."""
    with visiting(rooms(), site) as new:
        yield new
