"""The foot of every screen: which release this is, and how to cite what the reader looks at."""

import streamlit as st

from healthplan.parameters.address import path_of, query
from healthplan.release.view import View
from pages.registry import cite_facts
from pages.shared.reader import base
from pages.shared.show import render


def show_footer(view: View, screen: str) -> None:
    """Comes after the screen, which has put the reader's choices into the address."""
    address = st.query_params.to_dict()
    if st.context.is_embedded:
        render("embedded.html", view, whole=path_of(screen) + query(address))
    else:
        render("footer.html", view, cite=cite_facts(view, screen, address, base()))
