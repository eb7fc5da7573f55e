"""One server and one browser for each worker. Pages are kept: a new one would compile every script again."""

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import chromium, room
from tests.browser.server import built_copy, serve
from tests.browser.visit import visiting

expect.set_options(timeout=30_000)  # a busy machine draws a screen, or builds a release, in seconds


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
def known():
    """The pages that are kept, by window size and colour scheme."""
    return {}


@pytest.fixture(scope="module", autouse=True)
def closed(browser, known):
    """Ends what the tests of a file have opened beside the kept pages: a page that nobody looks at still works."""
    yield
    for context in browser.contexts:
        if context not in {page.context for page in known.values()}:
            context.close()


@pytest.fixture(scope="session")
def rooms(browser, known):
    """A function that gives the page of a window size and colour scheme, the same one each time."""

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
