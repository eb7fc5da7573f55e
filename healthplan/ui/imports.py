"""What every screen will need, imported before the first reader comes (see app.py)."""

import duckdb
import jinja2
import pandas
import plotly.graph_objects
import pyarrow

from healthplan.ui import address, overview, pickers, render, view

__all__ = [
    "address",
    "duckdb",
    "jinja2",
    "overview",
    "pandas",
    "pickers",
    "plotly",
    "pyarrow",
    "render",
    "view",
]
