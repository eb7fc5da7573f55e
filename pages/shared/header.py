"""The header: the product's name, the screens, the search, the other language."""

import streamlit as st

from healthplan.parameters.address import FRONT, query
from healthplan.release.view import View
from healthplan.text import Lang, say
from healthplan.text.escape import markdown_escape
from healthplan.theme import place_variables
from pages.markup import TEMPLATES
from pages.registry import SCREENS


def show_header(pages: dict[str, st.Page], lang: Lang, view: View | None) -> None:
    """Navigation keeps the language and the place that the reader came for. The language switch keeps
    everything else of the address, and loads the page anew so that its title and its declared language
    follow."""
    other = Lang.VI if lang is Lang.EN else Lang.EN
    pin = {"release": st.query_params["release"]} if "release" in st.query_params else {}
    here = {name: value for name, value in st.query_params.to_dict().items() if name != "lang"}
    with st.container(key="header", horizontal=True):
        starts = {screen: SCREENS[screen].start(view) if view and view.mine else {} for screen in pages}
        _show("brand.html", name=say(lang, "product"), query=query(pin | starts[FRONT] | _language(lang)))
        with st.container(key="menu", horizontal=True):
            for screen, page in pages.items():
                if not SCREENS[screen].listed:
                    continue
                mine = view.name(view.places[view.mine]) if view and view.mine and screen == FRONT else ""
                label = markdown_escape(mine) or say(lang, f"menu_{screen}")
                st.page_link(page, label=label, query_params=pin | starts[screen] | _language(lang))
        _show(
            "find.html",
            label=say(lang, "search_label"),
            keys=say(lang, "search_keys"),
            query=query(pin | _language(lang)),
        )
        there = query(here | _language(other))
        _show("switch.html", name=say(lang, "language_other"), other=other, query=there)


def show_colours(view: View) -> None:
    """The colours of the places that have none of their own in the style sheet."""
    variables = place_variables(view.drawn)
    if variables:
        st.html(f"<style>:root{{{variables}}}</style>")


def _show(template: str, **facts: str) -> None:
    st.html(TEMPLATES.get_template(template).render(**facts), width="content")


def _language(lang: Lang) -> dict[str, str]:
    return {} if lang is Lang.VI else {"lang": lang.value}
