"""What every screen will need, imported before the first reader comes (see app.py)."""

import duckdb
import jinja2
import pandas
import plotly.graph_objects
import pyarrow

from healthplan.ui import (
    calendar,
    compare,
    data,
    data_files,
    demands,
    evidence,
    evidence_of_finding,
    footer,
    pickers,
    place,
    present,
    present_choose,
    present_files,
    present_slides,
    render,
    review,
    tasks,
    tile_map,
    trajectories,
)

__all__ = [
    "calendar",
    "compare",
    "data",
    "data_files",
    "demands",
    "duckdb",
    "evidence",
    "evidence_of_finding",
    "footer",
    "jinja2",
    "pandas",
    "pickers",
    "place",
    "plotly",
    "present",
    "present_choose",
    "present_files",
    "present_slides",
    "pyarrow",
    "render",
    "review",
    "tasks",
    "tile_map",
    "trajectories",
]
