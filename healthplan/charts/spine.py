"""The spine of a place: its indicators by theme, each on a strip between its peers and the nation's goals."""

from typing import Any

from healthplan.charts.cards import heights, ticks_of
from healthplan.charts.scale import scale, strip_ends, strip_position
from healthplan.charts.strip import Strip
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.places.profile import EXPLAINED
from healthplan.subjects.targets.heights import height
from healthplan.subjects.targets.queries import spans
from healthplan.subjects.targets.spans import distinct_goals, far_year, national_goals, sign_of, verdict_words
from healthplan.theme import place_colour


def spine(view: View, place: str) -> list[dict[str, Any]]:
    """The place's indicators by theme, each with a strip: this place, the others, the nation."""
    by_indicator: dict[str, list[Row]] = {}
    for span in view.ask(spans):
        by_indicator.setdefault(span["indicator"], []).append(span)
    themes: dict[str, dict[str, Any]] = {}
    for indicator in (row for row in view.indicators.values() if row["indicator"] in by_indicator):
        row = _spine_row(view, indicator, place, by_indicator[indicator["indicator"]])
        if row:
            theme = themes.setdefault(indicator["theme"], {"name": view.name(indicator, "theme"), "rows": []})
            theme["rows"].append(row)
    return list(themes.values())


def _spine_row(view: View, indicator: Row, place: str, own: list[Row]) -> dict[str, Any] | None:
    """One row; nothing for what neither the place states nor the nation asks."""
    span = next(span for span in own if span["place"] == place)
    asked = distinct_goals(national_goals(view, indicator["indicator"]))
    if not span["row"] and not span["base_row"] and not asked:
        return None
    peers = [other for other in own if other["place_kind"] == span["place_kind"]]
    ends = scale(heights(view, indicator, [peer["place"] for peer in peers]))
    others = tuple(
        strip_position(value, ends) for peer in peers if peer["place"] != place and (value := height(peer)) is not None
    )
    return {
        "indicator": indicator,
        "unit": view.name(indicator, "unit"),
        "span": span,
        "sign": sign_of(span),
        "words": verdict_words(view, span),
        "explained": sign_of(span) in EXPLAINED,
        "asks": asked,
        "reason": view.name(span, "reason") if span["verdict"] else "",
        "when": far_year(view, span),
        "strip": Strip(
            place, strip_ends(span, ends), ticks_of(asked, ends), others, colour=place_colour(view.theme, place)
        ),
    }
