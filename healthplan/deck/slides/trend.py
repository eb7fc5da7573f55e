"""The slide of one indicator: the paths of the places, the nation's goals, and in one sentence how the plans
stand to them."""

from dataclasses import replace

from healthplan.charts.chart_title import chart_title
from healthplan.charts.indicator import alternative_text, setting_of
from healthplan.charts.paths import DECEMBER, split
from healthplan.charts.trajectory import trajectory_figure
from healthplan.deck.deck import Deck, Slide
from healthplan.deck.slide import SlideCell, SlideTable, Trend, TrendPath, TrendPoint
from healthplan.deck.slides.parts import SlideFacts, first_words, printed_figure, slide_page, source_line
from healthplan.model.height import OPEN, value_height
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.places.reported import value_with_period
from healthplan.subjects.targets.spans import far_year, silence_words, spans_in_order, spans_of
from healthplan.subjects.trajectories.queries import indicator_ambition
from healthplan.subjects.trajectories.series import Series, has_course, series_of
from healthplan.subjects.trajectories.statements import chips, goal_chips
from healthplan.text.figures import value_text, value_with_unit
from healthplan.text.quotation import printed_cell
from healthplan.theme import LIGHT

UNTIL = 2030
HEIGHT, WIDTH = 300, 880  # of the figure; a slide draws it at double size
BOUNDED = (*OPEN, "at_least", "at_most")


def trend_slide(view: View, deck: Deck, slide: Slide) -> SlideFacts:
    """How the plans of the deck's places stand to the nation, with their paths."""
    places = list(deck.places)
    title = chart_title(view, view.indicators[slide.indicator], places)
    return charted_slide(view, deck, slide, slide.indicator, places, title=title)


def charted_slide(
    view: View,
    deck: Deck,
    slide: Slide,
    indicator_name: str,
    places: list[str],
    *,
    title: str,
    notes: tuple[str, ...] = (),
) -> SlideFacts:
    """The chart; a table instead where the goal is in words or nothing can be drawn by year. `notes` stand
    before those of every chart."""
    light = replace(view, theme=LIGHT, phone=False)
    indicator = view.indicators[indicator_name]
    stated = series_of(light, indicator, places)
    in_words = indicator["scale"] == "word"
    drawn, asked = ({}, []) if in_words else (stated.drawn(UNTIL), stated.national_until(UNTIL))
    missing = chips(view, stated.by_place, in_words=in_words) + goal_chips(view, stated.national)
    charted = any(place != "VN" for place in drawn) and has_course(drawn, asked)
    picture = _picture(light, indicator, drawn, asked) if charted else None
    words = [chip["text"] for chip in missing] if charted else []
    made = slide_page(
        slide,
        title,
        lead=better_of(view, indicator, picture),
        source=source_line(view, deck, _papers(view, stated)),
        alt=alternative_text(view, title, drawn, places, missing),
        trend=picture,
        table=None if charted else _table(view, indicator, stated, places),
        words=first_words(view, words),
        notes=(*notes, *verdicts(view, indicator, places), *words, view.name(indicator, "caution")),
        printed=tuple(printed_figure(view, row, view.name(indicator, "unit")) for row in _rows(stated)),
    )
    return SlideFacts(made, "trajectories", {"indicator": indicator_name, "places": ",".join(places)})


def _rows(stated: Series) -> list[Row]:
    """Every value that the slide rests on, places first."""
    own = [row for rows in stated.by_place.values() for row in rows]
    return [row for row in (*own, *stated.national, *stated.reported) if (row["year"] or 0) <= UNTIL]


def _papers(view: View, stated: Series) -> list[str]:
    return [view.name(row, "short") for row in _rows(stated)]


def _picture(view: View, indicator: Row, drawn: dict[str, list[Row]], asked: list[Row]) -> Trend:
    setting = setting_of(view, indicator, drawn, asked, UNTIL, height=HEIGHT, width=WIDTH)
    figure = trajectory_figure(drawn, asked, setting)
    paths = [path for place, rows in drawn.items() for path in _paths(view, indicator, place, rows)]
    for law in dict.fromkeys(row["locator"] for row in asked):
        own = [row for row in asked if row["locator"] == law]
        name = view.say("series_nation", law=view.name(own[0], "short"))
        paths += _layers(view, indicator, "VN", name, "nation", own)
    years = tuple(range(setting.years[0], UNTIL + 1))
    scale, unit = figure["layout"]["yaxis"], view.name(indicator, "unit")
    return Trend(
        years, unit, tuple(scale["range"]), tuple(scale["tickvals"]), setting.grades or {}, tuple(paths), figure
    )


def _paths(view: View, indicator: Row, place: str, rows: list[Row]) -> list[TrendPath]:
    """The yearly table, what the text adds, and what was reported, each a line of its own."""
    parts, found = split(rows), []
    who = view.nation_or_place(place)
    whole = {row["year"] for row in parts.actual}
    # PowerPoint's chart has no months
    newest = {row["year"]: row for row in parts.months if row["month"] == DECEMBER or row["year"] not in whole}
    of_years = [*parts.actual, *newest.values()]
    for stated, own in (("table", parts.table), ("text", parts.text), ("actual", of_years)):
        if own:
            name = view.say(f"series_{stated}", place=who)
            found += _layers(view, indicator, place, name, stated, own)
    return found


def _layers(view: View, indicator: Row, place: str, name: str, stated: str, rows: list[Row]) -> list[TrendPath]:
    """One path; what is said a second time of a year stands in another, as a sheet has one cell a year."""
    layers: list[dict[int, Row]] = []
    for row in rows:
        free = next((layer for layer in layers if row["year"] not in layer), None)
        if free is None:
            layers.append(free := {})
        free[row["year"]] = row
    return [
        _path(
            view, indicator, place, view.say("series_also", series=name) if at else name, stated, list(layer.values())
        )
        for at, layer in enumerate(layers)
    ]


def _path(view: View, indicator: Row, place: str, name: str, stated: str, rows: list[Row]) -> TrendPath:
    unit = view.name(indicator, "unit")
    points = [
        TrendPoint(
            year=row["year"],
            low=row["low"] if row["kind"] == "range" else value_height(row) or 0.0,
            high=row["high"] if row["kind"] == "range" else value_height(row) or 0.0,
            shown=value_with_period(view, row) if row["month"] else value_text(row, view.lang),
            open=row["kind"] in BOUNDED,
            printed=printed_figure(view, row, unit),
        )
        for row in rows
    ]
    return TrendPath(place, name, stated, tuple(points))


def _table(view: View, indicator: Row, stated: Series, places: list[str]) -> SlideTable:
    """What each place states at the end of its path, where nothing can be drawn."""
    unit = view.name(indicator, "unit")
    rows = [
        (
            SlideCell(view.place_name(span["place"]), place=span["place"]),
            SlideCell(value_with_unit(span, view.lang, unit) if span["row"] else silence_words(view, span)),
            SlideCell(far_year(view, span) or (str(span["year"]) if span["row"] else "–")),
            SlideCell(_wording(stated, span) or "–"),
        )
        for span in spans_in_order(view, spans_of(view, indicator, places))
    ]
    asked = [
        (
            SlideCell(view.say("nation"), place="VN"),
            SlideCell(value_with_unit(row, view.lang, unit)),
            SlideCell(str(row["year"] or "–")),
            SlideCell(printed_cell(row, view.lang), small=view.name(row, "short")),
        )
        for row in stated.national
        if (row["year"] or 0) <= UNTIL
    ]
    heads = ("column_place", "column_parsed", "column_year", "column_printed")
    return SlideTable(tuple(view.say(head) for head in heads), (22, 22, 16, 40), (*asked[:3], *rows))


def _wording(stated: Series, span: Row) -> str:
    return next((row["printed"] for row in stated.by_place[span["place"]] if row["row"] == span["row"]), "")


def better_of(view: View, indicator: Row, picture: Trend | None) -> str:
    """Under the message: the indicator's full name, its unit, and what the signs compare with."""
    name = view.name(indicator)
    better = view.say(f"better_{indicator['direction']}")
    if picture is None:
        return view.say("slide_lead_words", indicator=name, better=better)
    if picture.grades:
        return view.say("slide_lead_grade", indicator=name, better=better)
    key = "slide_lead_zoom" if picture.ends[0] > 0 else "slide_lead"
    lead = view.say(key, indicator=name, unit=picture.unit or "–", better=better)
    return view.say("slide_key", lead=lead)


def verdicts(view: View, indicator: Row, places: list[str]) -> list[str]:
    """What the presenter may be asked: each place against each national goal up to 2030, in words."""
    return [
        f"{view.place_name(row['place'])}: {view.name(row, 'reason')}"
        for place in places
        for row in view.ask(indicator_ambition, indicator=indicator["indicator"])
        if row["place"] == place and row["year"] and row["year"] <= 2030
    ]
