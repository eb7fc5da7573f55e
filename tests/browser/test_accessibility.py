"""axe finds nothing serious or critical, whatever the screen and the reader's colour scheme."""

import pytest
from axe_core_python.sync_playwright import Axe

from tests.browser.test_every_screen import SCREENS
from tests.browser.visit import visiting

GRAVE = ("serious", "critical")
PLACES = [("desk", "light"), ("phone", "dark")]


def grave_findings(page):
    """Rule, number of elements and the first of them, for everything that axe calls grave."""
    found = Axe().run(page, options={"resultTypes": ["violations"]})["violations"]
    return [
        f"{finding['id']} ({len(finding['nodes'])}): {finding['nodes'][0]['html'][:200]} "
        f"{finding['nodes'][0]['failureSummary'][:300]}"
        for finding in found
        if finding["impact"] in GRAVE
    ]


@pytest.mark.parametrize("path", SCREENS)
@pytest.mark.parametrize(("size", "scheme"), PLACES)
def test_axe_finds_nothing_grave(rooms, site, size, scheme, path):
    with visiting(rooms(size, scheme), site) as visit:
        assert grave_findings(visit.open(path).page) == []


@pytest.mark.parametrize(("size", "scheme"), PLACES)
def test_axe_finds_nothing_grave_in_what_is_found(rooms, site, size, scheme):
    with visiting(rooms(size, scheme), site) as visit:
        visit.page.goto(f"{site}/find?q=BHYT")
        assert grave_findings(visit.page) == []
        visit.open("/calendar").page.locator(".find-open").click()
        visit.page.keyboard.type("BHYT")
        visit.page.get_by_role("option").first.wait_for()
        assert grave_findings(visit.page) == []


@pytest.mark.parametrize("path", ["/", "/trajectories"])
def test_the_dark_scheme_is_dark(rooms, site, path):
    shade = "() => getComputedStyle(document.querySelector('.stApp')).backgroundColor"
    with visiting(rooms("phone", "dark"), site) as visit:
        assert visit.open(path).page.evaluate(shade) == "rgb(16, 22, 29)"
