"""An address that names a place by an old code becomes the address with the code of today."""

import streamlit as st

from healthplan.model.place_code import NAMES, current_value
from healthplan.release.view import View


def keep_codes(view: View) -> None:
    """Puts today's codes into the address, before any screen reads it."""
    for name in NAMES:
        value = st.query_params.get(name, "")
        today = current_value(value, view.old_codes)
        if today != value:
            st.query_params[name] = today
