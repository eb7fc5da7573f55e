"""Plotly takes every figure of the screens; the screens hand them over unchecked (pages/shared/plain_figure.py)."""

from collections.abc import Iterator, Sequence
from datetime import date

import plotly.graph_objects as go
import pytest

from healthplan.charts.frame import Figure
from healthplan.parameters.parameter import parse
from healthplan.release import publication
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES
from pages.blocks import Block, Columns, FigureBlock, Group, ReaderContext
from pages.registry import SCREENS
from pages.shared.plain_figure import PlainFigure


def figures(blocks: Sequence[Block]) -> Iterator[Figure]:
    for block in blocks:
        match block:
            case FigureBlock():
                yield block.figure
            case Columns():
                for column in block.columns:
                    yield from figures(column)
            case Group():
                yield from figures(block.blocks)


@pytest.mark.usefixtures("real")
def test_every_figure_is_one_that_plotly_takes():
    served = publication.served_release()
    assert served
    view, reader, drawn = View(Lang.VI, THEMES["light"], served.path), ReaderContext("http://x/", date(2026, 11, 29)), 0
    addresses = [("compare", {}), *(("trajectories", {"indicator": name}) for name in view.indicators)]
    for screen, address in addresses:
        found = parse(view, SCREENS[screen].parameters(view, address), address, strict=False)
        for figure in figures(SCREENS[screen].content(view, found.choices, reader)):
            assert len(go.Figure(**figure).data) == len(PlainFigure(figure).to_dict()["data"])
            drawn += 1
    assert drawn > 20
