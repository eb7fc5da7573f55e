"""The frame around every screen: language, header, navigation, and the sentence when there is nothing to
show."""

import streamlit as st

from healthplan.text import say
from healthplan.ui.address import SCREEN_PATHS, say_unknown
from healthplan.ui.footer import show_footer
from healthplan.ui.header import show_colours, show_header
from healthplan.ui.old_codes import keep_codes
from healthplan.ui.refused import show_refusal
from healthplan.ui.view import asked_language, current_view, unknown_language

lang = asked_language()
pages = {
    screen: st.Page(
        f"{screen}/{screen}.py",
        title=say(lang, f"menu_{screen}"),
        url_path=screen,
        default=screen == "overview",
    )
    for screen in SCREEN_PATHS
}
page = st.navigation(list(pages.values()), position="hidden")
st.set_page_config(page_title=f"{page.title} · {say(lang, 'product')}", layout="wide")
show_header(pages, lang)
strangers = [value for value in (st.query_params.get("screen"), unknown_language()) if value]
if strangers:
    say_unknown(strangers, lang)
view = current_view()
if view is None:
    show_refusal(lang)
else:
    keep_codes(view)
    show_colours(view)
    page.run()
    show_footer(view, page.url_path or "overview")
