"""A figure for Streamlit that Plotly takes as it stands."""

from plotly.basedatatypes import BaseFigure

from healthplan.charts.frame import Figure


class PlainFigure(BaseFigure):  # type: ignore[misc]  # Plotly has no types
    """Plotly checks each property of a dictionary, which is a quarter of a screen's time, and puts a template in that
    nothing of ours uses. Ours were checked by a test."""

    def __init__(self, figure: Figure) -> None:
        self._figure = figure

    def to_dict(self) -> Figure:
        """The figure."""
        return self._figure
