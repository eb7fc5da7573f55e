"""Shows a figure, with its alternative text and without Plotly's toolbar."""

import streamlit as st

from healthplan.charts.frame import CONFIG, Figure


def show_figure(figure: Figure, *, alt: str, key: str) -> None:
    """Draws the figure as it is (no theme of Streamlit's). Each point carries the name of its row as first
    custom datum; web/assets/page.js opens that row's evidence."""
    height = figure["layout"]["height"]
    st.plotly_chart(figure, theme=None, config=CONFIG, key=key, alt=alt, height=height)
