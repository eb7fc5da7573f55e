"""Rows in, figure out (a plain Plotly dictionary). Nothing here knows a database or a screen."""
