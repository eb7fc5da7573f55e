"""The frame around every screen: language, header, navigation, and the sentence when there is nothing to
show."""

from functools import partial
from pathlib import Path

import streamlit as st

from healthplan.parameters.address import FRONT
from healthplan.release.publication import QuestionTooLong, ReleaseDamaged, ReleaseTooOld
from healthplan.text import say
from pages.registry import SCREENS
from pages.shared.footer import show_footer
from pages.shared.header import show_colours, show_header
from pages.shared.old_codes import keep_codes
from pages.shared.reader import reader_language, say_unknown, unknown_language, view_or_none
from pages.shared.refusals import show_busy, show_instead, show_refusal, show_too_old
from pages.shared.show import show_screen
from pages.shared.turns import turn
from pages.shared.widgets import grow_old

lang = reader_language()


def script_of(screen: str) -> Path | None:
    """The script of a screen that is more than its blocks, such as a desk to work at."""
    own = Path(__file__).parent / screen / "script.py"
    return own if own.exists() else None


def page_of(screen: str) -> st.Page:
    """The page of a screen."""
    shown = script_of(screen) or partial(show_screen, screen)
    return st.Page(shown, title=say(lang, f"menu_{screen}"), url_path=screen, default=screen == FRONT)


pages = {screen: page_of(screen) for screen in SCREENS}
page = st.navigation(list(pages.values()), position="hidden")
st.set_page_config(page_title=f"{page.title} · {say(lang, 'product')}", layout="wide")
with turn(at_work=script_of(page.url_path or FRONT) is not None):
    view, too_old = None, False
    try:
        view = view_or_none()
    except ReleaseDamaged:
        st.rerun()  # the next run reads another one, and says so
    except ReleaseTooOld:
        too_old = True
    if not st.context.is_embedded:
        show_header(pages, lang, view)
    if stranger := unknown_language():
        say_unknown([stranger], lang)
    try:
        if too_old:
            show_too_old(lang)
        elif view is None:
            show_refusal(lang)
        else:
            show_instead(view)
            keep_codes(view)
            show_colours(view)
            page.run()
            show_footer(view, page.url_path or FRONT)
            grow_old()
    except ReleaseDamaged:
        st.rerun()
    except ReleaseTooOld:
        show_too_old(lang)
    except QuestionTooLong:
        show_busy(lang)
