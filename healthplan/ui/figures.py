"""Shows a figure: with its alternative text, without Plotly's toolbar, and a click on a value leads to its
evidence."""

import streamlit as st

from healthplan.charts.frame import CONFIG, Figure
from healthplan.ui.view import View


def show_figure(view: View, figure: Figure, *, alt: str, key: str) -> None:
    """Draws the figure as it is (no theme of Streamlit's). Points carry the name of their row as first
    custom datum."""
    chosen = st.plotly_chart(
        figure,
        theme=None,
        config=CONFIG,
        key=f"{key}-{view.lang}",
        alt=alt,
        on_select="rerun",
        selection_mode="points",
        height=figure["layout"]["height"],
    )
    points = chosen["selection"]["points"] if chosen else []
    row = next((point["customdata"][0] for point in points if point.get("customdata")), None)
    if row:
        st.switch_page("sources/sources.py", query_params={"row": row, "lang": view.lang.value})
