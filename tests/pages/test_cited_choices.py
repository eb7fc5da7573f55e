"""Whatever a reader picks on a screen, its citation knows: the same heading, the choice in the address."""

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from healthplan.release import publication
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES
from pages.registry import SCREENS, view_source
from tests.pages.screen_run import screen_run

FULL = {"data": {"more": "yes"}, "present": {"ready": "indicator"}}  # where every picker is there


def cited(screen: str, app: AppTest) -> tuple[str, str]:
    """The heading and the address of the citation of what an app shows; it knows every parameter."""
    view = View(Lang.VI, THEMES["light"], publication.current_path())
    address = {name: ",".join(value) if isinstance(value, list) else value
               for name, value in app.query_params.items()}  # fmt: skip
    source, _ = view_source(view, screen, address, "http://localhost/", strict=True)
    return source.facts["heading"], source.link


def heading(app: AppTest) -> str:
    told = "".join(element.proto.body for element in app.get("html"))
    return unescape(re.sub(r"<[^>]*>", "", re.search(r"<h1>(.*?)</h1>", told, re.S)[1])).strip()


def picks(app: AppTest) -> int:
    return len([*app.selectbox, *app.multiselect, *app.radio, *app.toggle, *app.text_input])


def pick_another(app: AppTest, number: int) -> AppTest:
    """Changes one picker to its last option, another word or the other side."""
    widget = [*app.selectbox, *app.multiselect, *app.radio, *app.toggle, *app.text_input][number]
    match widget.type:
        case "selectbox":
            widget.select_index(0 if widget.index else len(widget.options) - 1)
        case "radio":
            widget.set_value(widget.options[-1])
        case "multiselect":
            widget.unselect(widget.value[-1]) if widget.value else widget.select(widget.options[-1])
        case "toggle":
            widget.set_value(not widget.value)
        case "text_input":
            widget.set_value("01/06/2027" if "/" in (widget.value or "") else "bac si")
    return app.run()


@pytest.mark.parametrize("screen", SCREENS)
def test_every_picker_of_a_screen_is_known_to_its_citation(real, screen: str) -> None:
    usual = screen_run(screen, **FULL.get(screen, {}))
    before = cited(screen, usual)[1]
    for number in range(picks(usual)):
        app = pick_another(screen_run(screen, **FULL.get(screen, {})), number)
        assert not app.exception
        title, link = cited(screen, app)
        changed = app.query_params != usual.query_params  # a picker beside a button changes nothing by itself
        assert title == heading(app) and (link != before) is changed, f"picker {number} of {screen}"
