"""The foot of every screen: which release this is, and how to cite what the reader looks at."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from healthplan.formats.citation import citation_block
from healthplan.release.view import View
from healthplan.text import Lang
from pages.registry import view_source
from pages.shared.reader import base
from pages.shared.show import render


def show_footer(view: View, screen: str) -> None:
    """Comes after the screen, which has put the reader's choices into the address."""
    render("footer.html", view, cite=cite_facts(view, screen, st.query_params.to_dict(), base()))


def cite_facts(view: View, screen: str, address: Mapping[str, str], origin: str) -> dict[str, Any]:
    """The facts of citation.html for a view."""
    told = {lang: view_source(replace(view, lang=lang), screen, address, origin, strict=False) for lang in Lang}
    sources = {lang: source for lang, (source, _) in told.items()}
    return citation_block(view, "view", sources, {"view": screen} | told[view.lang][1])
