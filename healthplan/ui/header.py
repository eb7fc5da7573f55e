"""The header: the product's name, the screens, the other language."""

import streamlit as st

from healthplan.text import Lang, say


def show_header(pages: dict[str, st.Page], current: st.Page, lang: Lang) -> None:
    """Navigation keeps the language; the language switch keeps everything else of the address."""
    other = Lang.VI if lang is Lang.EN else Lang.EN
    here = {name: value for name, value in st.query_params.to_dict().items() if name != "lang"}
    with st.container(key="header", horizontal=True):
        home = "." if lang is Lang.VI else f".?lang={lang}"
        st.html(
            f'<a class="brand" href="{home}"><span class="brand-mark" aria-hidden="true"></span>'
            f"{say(lang, 'product')}</a>"
        )
        for screen, page in pages.items():
            st.page_link(page, label=say(lang, f"menu_{screen}"), query_params=_language(lang))
        with st.container(key="language", width="content"):
            st.page_link(current, label=say(lang, "language_other"), query_params=here | _language(other))


def _language(lang: Lang) -> dict[str, str]:
    return {} if lang is Lang.VI else {"lang": lang.value}
