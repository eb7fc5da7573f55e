"""The charts from baseline to goal as pictures: the rug of all places, the spine of one."""

from collections.abc import Sequence
from html import escape
from typing import Any

from healthplan.charts.captions import Block, Caption
from healthplan.charts.drawing import Drawing, TableDrawing, TableLine, WordDrawing
from healthplan.charts.picture import Picture
from healthplan.charts.rug import rug_rows
from healthplan.charts.spine import spine, spine_scales
from healthplan.charts.strip import Strip
from healthplan.print.picture_words import (
    foot_lines,
    indicator_label,
    key_entries,
    sign_entries,
    small_words,
    span_words,
    theme_heading,
    word_drawing,
)
from healthplan.release.view import View
from healthplan.subjects.targets import spans
from healthplan.subjects.targets.records import (
    IndicatorSpans,
    indicator_spans,
    span_sources,
    spans_in_words,
    spine_spans,
)
from healthplan.text.figures import value_text
from healthplan.theme import LIGHT

SPINE = (2.4, 3.0, 2.3, 1.7)  # widths of its columns, as on the screen


def rug_picture(view: View, places: list[str]) -> Picture:
    """Every indicator: what the nation asks, and a cell for each place."""
    spoken = spans.stated_indicators(view)
    known = [row for row in view.indicators.values() if row["indicator"] in spoken]
    lines = [
        TableLine(
            tuple(
                word_drawing(escape(name), 12.5, colour=LIGHT.muted)
                for name in (
                    view.say("pick_indicator"),
                    view.say("nation"),
                    *(view.place_name(place) for place in places),
                )
            ),
            LIGHT.strong_line,
            above=16,
        )
    ]
    for theme in rug_rows(view, places):
        lines.append(TableLine((theme_heading(theme["name"]),)))
        lines += [_rug_line(view, row) for row in theme["rows"]]
    table = TableDrawing((2.0, 1.2, *(1.6 for _ in places)), lines, middle=False, gap=14)
    title = view.say("rug_title", indicators=str(len(known)))
    return span_picture(
        view, title, view.say("rug_lead"), table, indicator_spans(view, known, places), [], _signs(view, places)
    )


def spine_picture(view: View, place: str) -> Picture:
    """The indicators of one place beside the others and the nation."""
    themes = spine(view, place)
    lines = []
    for theme in themes:
        lines.append(TableLine((theme_heading(theme["name"]),)))
        for row in theme["rows"]:
            lines += _spine_lines(view, row)
    title = view.say("picture_spine", place=view.place_name(place))
    strips = [row["strip"] for theme in themes for row in theme["rows"]]
    return span_picture(
        view,
        title,
        f"{view.say('spine_lead', place=view.place_name(place))} {view.say('spine_scales', scales=spine_scales(view))}",
        TableDrawing(SPINE, lines),
        spine_spans(view, place),
        strips,
        _signs(view, [place]),
    )


def _signs(view: View, places: list[str]) -> list[str]:
    """The signs that a legend tells: that of quotations only where some place has no more."""
    return spans.legend_signs(view, [view.planned[place] for place in places])


def span_picture(
    view: View,
    title: str,
    lead: str,
    drawing: Drawing,
    shown_here: list[IndicatorSpans],
    strips: Sequence[Strip],
    signs: Sequence[str] = (),
    note: tuple[Caption, ...] = (),
) -> Picture:
    """A drawing with the words of what it shows: its signs, its marks, its papers."""
    return Picture(
        title=title,
        subtitle=lead,
        drawing=drawing,
        alt=spans_in_words(view, shown_here),
        legend=sign_entries(view, signs),
        key=key_entries(view, _marks(strips)),
        notes=(note,),
        foot=foot_lines(view, span_sources(view, shown_here)),
    )


def _rug_line(view: View, row: dict[str, Any]) -> TableLine:
    asked = [
        Block((Caption(f"{escape(value_text(ask, view.lang))} {small_words(ask['when'])}"),), 13, 18, 0, LIGHT.ink)
        for ask in row["asks"]
    ]
    cells = [_cell(view, cell) for cell in row["cells"]]
    nation = WordDrawing(tuple(asked)) if asked else word_drawing("–", 13, colour=LIGHT.muted)
    return TableLine((word_drawing(indicator_label(view, row["indicator"]), 13), nation, *cells))


def _cell(view: View, cell: dict[str, Any]) -> WordDrawing:
    signs = Block((_verdict(cell),), 12, 17, 0)
    if not cell["row"] and not cell["base_row"]:
        return WordDrawing((signs,))
    told = Block((Caption(span_words(view, cell)),), 13, 18, 0, LIGHT.ink)
    return WordDrawing((told,) if cell["sign"] == "no_benchmark" else (told, signs))


def _verdict(told: dict[str, Any]) -> Caption:
    """The verdicts of a row or a cell in short, behind the shape of the weakest."""
    return Caption(escape(told["words"]), f"sign-{told['sign']}")


def _spine_lines(view: View, row: dict[str, Any]) -> list[TableLine]:
    """One indicator; below it why the place falls short, where it does."""
    sign = WordDrawing((Block((_verdict(row),), 12.5, 18, 0),))
    cells = (
        word_drawing(indicator_label(view, row["indicator"])),
        row["strip"],
        word_drawing(span_words(view, row["span"])),
        sign,
    )
    if not row["explained"]:
        return [TableLine(cells)]
    return [
        TableLine(cells, rule="", below=0),
        TableLine((word_drawing(escape(row["reason"]), 12.5, colour=LIGHT.muted),), above=0),
    ]


def _marks(strips: Sequence[Strip]) -> list[str]:
    """The marks that the strips use, in a fixed order."""
    looks = {part for strip in strips for end in strip.ends for part in end.look.split()}
    used = {
        "base": "base" in looks,
        "goal": "goal" in looks,
        "hollow": "open" in looks,
        "reach": "range" in looks,
        "tick": any(strip.ticks for strip in strips),
        "other": any(strip.others for strip in strips),
    }
    return [mark for mark, is_used in used.items() if is_used]
