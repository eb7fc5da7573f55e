"""The tile map as a picture, and the rows behind it."""

from html import escape

from healthplan.charts.captions import Caption
from healthplan.charts.picture import Picture
from healthplan.charts.tile_map import map_tiles, tile_map_facts, tile_of
from healthplan.charts.tiles import Tiles
from healthplan.formats.chart_rows import chart_rows
from healthplan.print.picture_words import foot_lines
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.targets.spans import source_statements
from healthplan.subjects.trajectories.series import series_of


def map_picture(view: View, indicator: Row, year: str) -> Picture:
    """All tiles with the values of one year."""
    facts = tile_map_facts(view, indicator, year)
    papers = source_statements(view, _names(view, indicator, year))
    words = " ".join([facts["legend"], *(f"{state['words']}." for state in facts["states"])]).strip()
    shaded = len({tile["shade"] for tile in facts["tiles"] if tile["shade"] is not None}) > 1
    return Picture(
        title=facts["title"],
        subtitle=view.say("picture_map_lead", unit=view.name(indicator, "unit") or "–"),
        drawing=Tiles([tile_of(view, tile) for tile in facts["tiles"]], view.say("east_sea")),
        alt=facts["alt"],
        key=(Caption(escape(words), "shades" if shaded else ""),),
        notes=((Caption(escape(view.say("tile_note"))),),),
        foot=foot_lines(view, [view.name(row, "short") for row in papers]),
    )


def map_rows(view: View, indicator: Row, year: str) -> bytes:
    """The values on the tiles, one row each."""
    names = _names(view, indicator, year)
    series = series_of(view, indicator, [tile["place"] for tile in map_tiles(view, indicator, year)])
    return chart_rows(view, [(indicator, series)], names)


def _names(view: View, indicator: Row, year: str) -> list[str]:
    return [tile["row"] for tile in map_tiles(view, indicator, year) if tile["row"]]
