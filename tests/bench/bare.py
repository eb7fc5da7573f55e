"""A bare Streamlit page with the figure that BENCH_FIGURE names: what our own screen is measured against."""

import json
import os
from pathlib import Path

import streamlit as st

st.title("Trajectory")
figure = json.loads(Path(os.environ["BENCH_FIGURE"]).read_text(encoding="utf-8"))
st.plotly_chart(figure, theme=None, height=figure["layout"]["height"])
