"""The frame around every screen: language, header, navigation, and the sentence when there is nothing to
show."""

import streamlit as st

from healthplan.text import say
from healthplan.ui.address import SCREEN_PATHS
from healthplan.ui.header import show_header
from healthplan.ui.refused import show_refusal
from healthplan.ui.render import render
from healthplan.ui.view import asked_language, current_view

lang = asked_language()
st.set_page_config(page_title=say(lang, "product"), page_icon="healthplan/web/assets/mark.svg", layout="wide")
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
show_header(pages, page, lang)
view = current_view()
if view is None:
    show_refusal(lang)
else:
    page.run()
    render("footer.html", view)
