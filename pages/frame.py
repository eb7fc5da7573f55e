"""The frame around every screen: language, header, navigation, and the sentence when there is nothing to
show."""

import streamlit as st

from healthplan.published import ReleaseDamaged, ReleaseTooOld
from healthplan.text import say
from healthplan.ui.address import SCREEN_PATHS, say_unknown
from healthplan.ui.footer import show_footer
from healthplan.ui.header import show_colours, show_header
from healthplan.ui.old_codes import keep_codes
from healthplan.ui.refused import show_instead, show_refusal, show_too_old
from healthplan.ui.view import asked_language, current_view, unknown_language
from healthplan.ui.widgets import grow_old

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
if stranger := unknown_language():
    say_unknown([stranger], lang)
try:
    view = current_view()
    if view is None:
        show_refusal(lang)
    else:
        show_instead(view)
        keep_codes(view)
        show_colours(view)
        page.run()
        show_footer(view, page.url_path or "overview")
        grow_old()
except ReleaseDamaged:
    st.rerun()  # the next run reads another one, and says so
except ReleaseTooOld:
    show_too_old(lang)
