"""The frame of every figure: axes, type, margins, hover. One template in one place."""

from typing import Any

from healthplan.theme import FONT, Theme

Figure = dict[str, Any]


def axis(theme: Theme, **changes: Any) -> dict[str, Any]:
    """A quiet axis: hairline grid, muted ticks, no zero line."""
    return {
        "gridcolor": theme.line,
        "linecolor": theme.strong_line,
        "zeroline": False,
        "ticks": "",
        "showline": False,
        "tickfont": {"color": theme.muted, "size": 13},
        "fixedrange": True,
        "automargin": False,
    } | changes


def layout(theme: Theme, lang: str, *, height: int, margin: dict[str, int], **changes: Any) -> dict[str, Any]:
    """The layout that all figures share."""
    return {
        "height": height,
        "margin": margin,
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "clickmode": "event+select",
        "separators": ",." if lang == "vi" else ".,",
        "font": {"family": FONT, "color": theme.ink, "size": 13},
        "hoverlabel": {
            "bgcolor": theme.surface,
            "bordercolor": theme.strong_line,
            "align": "left",
            "font": {"family": FONT, "color": theme.ink, "size": 13},
        },
    } | changes


CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False, "showTips": False}
