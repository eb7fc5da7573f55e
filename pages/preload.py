"""What every screen will need, imported before the first reader comes (see app.py)."""

import duckdb
import jinja2
import pandas
import plotly.graph_objects
import pyarrow

from pages.present import choose, desk, files, slides
from pages.shared import footer, header, refusals, show

__all__ = [
    "choose",
    "desk",
    "duckdb",
    "files",
    "footer",
    "header",
    "jinja2",
    "pandas",
    "plotly",
    "pyarrow",
    "refusals",
    "show",
    "slides",
]
