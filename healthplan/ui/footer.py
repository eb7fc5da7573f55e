"""The foot of every screen: which release this is, and how to cite what the reader looks at."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from healthplan.text import Lang
from healthplan.ui.address import base
from healthplan.ui.citing import offered
from healthplan.ui.reading import Reading
from healthplan.ui.render import render
from healthplan.ui.view import View
from healthplan.ui.viewed import view_source


def show_footer(view: View, screen: str) -> None:
    """Comes after the screen, which has put the reader's choices into the address."""
    render("footer.html", view, cite=cite_facts(view, screen, st.query_params.to_dict(), base()))


def cite_facts(view: View, screen: str, address: Mapping[str, str], origin: str) -> dict[str, Any]:
    """The facts of citation.html for a view."""
    readings = {lang: Reading(replace(view, lang=lang), address, strict=False) for lang in Lang}
    sources = {lang: view_source(read.view, screen, read, origin) for lang, read in readings.items()}
    return offered(view, "view", sources, {"view": screen} | readings[view.lang].state)
