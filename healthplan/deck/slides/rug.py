"""The rug cut to what a hall can read: what the nation asks and what the places promise."""

from healthplan.charts.chart_title import BEHIND, MET, TWO
from healthplan.deck.deck import Deck, Slide
from healthplan.deck.slide import SlideCell, SlideTable
from healthplan.deck.slides.parts import DENSE, SlideFacts, fitting_rows, printed_figure, slide_page, source_line
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.targets.queries import spans
from healthplan.subjects.targets.spans import (
    distinct_goals,
    far_year,
    national_goals,
    sign_of,
    silence_words,
    source_statements,
    spans_in_order,
    spans_of,
    verdict_words,
)
from healthplan.text.figures import value_text
from healthplan.text.verdicts import shortest

RUG_ROWS = 6
UNTIL = 2030  # the year of the goals in its cells, or the last one before
FEW = 3  # places whose cells have room for every year of a verdict


def rug_slide(view: View, deck: Deck, slide: Slide) -> SlideFacts:
    """What the nation asks and what the places promise, indicator by indicator, cut to what a hall can
    read."""
    asked = {row["indicator"]: national_goals(view, row["indicator"]) for row in view.indicators.values()}
    wanted = [row for row in view.indicators.values() if asked[row["indicator"]] and row["scale"] != "word"]
    stated = {span["indicator"] for span in view.ask(spans) if span["place"] in deck.places and span["row"]}
    wanted.sort(key=lambda row: (not row["headline"], row["indicator"] not in stated))
    own = {row["indicator"]: spans_in_order(view, spans_of(view, row, list(deck.places))) for row in wanted[:RUG_ROWS]}
    table = _rug_table(view, wanted[:RUG_ROWS], own)
    shown_rows = wanted[: len(table.rows)]
    own = {row["indicator"]: own[row["indicator"]] for row in shown_rows}
    signs = [sign_of(span) for found in own.values() for span in found]
    met, behind = (sum(sign in group for sign in signs) for group in (MET, BEHIND))
    cells = [span for found in own.values() for span in found if span["row"] and span["kind"] != "unknown"]
    rows = source_statements(view, [span[name] for span in cells for name in ("base_row", "row") if span[name]])
    made = slide_page(
        slide,
        view.say(
            "slide_rug",
            cells=str(len(signs)),
            met=str(met),
            behind=str(behind),
            two=str(signs.count(TWO)),
            silent=str(len(signs) - met - behind - signs.count(TWO)),
        ),
        lead=view.say("slide_rug_lead", shown=str(len(shown_rows)), all=str(len(wanted))),
        table=table,
        source=source_line(view, deck, [view.name(row, "short") for row in rows]),
        notes=(view.say("rug_lead"), *(_reason(view, span) for span in cells if span["verdict"])),
        printed=tuple(printed_figure(view, row, _unit(view, row)) for row in rows if row["kind"] != "unknown"),
    )
    return SlideFacts(made, "overview", {})


def _reason(view: View, span: Row) -> str:
    name = view.name(view.indicators[span["indicator"]], "short")
    return f"{view.place_name(span['place'])}, {name}: {view.name(span, 'reason')}"


def _unit(view: View, row: Row) -> str:
    return view.name(view.indicators[row["indicator"]], "unit")


def _rug_table(view: View, wanted: list[Row], own: dict[str, list[Row]]) -> SlideTable:
    places = [span["place"] for span in next(iter(own.values()))]
    narrow = len(places) > FEW
    head = (view.say("pick_indicator"), view.say("nation"), *(view.place_name(place) for place in places))
    rows = [
        (
            SlideCell(view.name(row, "short"), small=view.name(row, "unit")),
            _national_cell(view, row["indicator"]),
            *(_cell(view, span, narrow=narrow) for span in own[row["indicator"]]),
        )
        for row in wanted
    ]
    first, second = (15, 9) if narrow else (24, 16)
    widths = (first, second, *((100 - first - second) // len(places) for _ in places))
    return SlideTable(head, widths, tuple(fitting_rows(rows, widths, DENSE)))


def _national_cell(view: View, indicator: str) -> SlideCell:
    """The nation's goals of the latest year; earlier ones stand in the notes of the indicator's slide."""
    asked = distinct_goals(national_goals(view, indicator))
    last = [ask for ask in asked if ask["year"] == max(one["year"] for one in asked)]
    return SlideCell(" / ".join(dict.fromkeys(value_text(ask, view.lang) for ask in last)), small=last[0]["when"])


def _cell(view: View, span: Row, *, narrow: bool) -> SlideCell:
    sign = sign_of(span)
    word = verdict_words(view, span)
    if narrow and span["verdict"]:
        word = shortest(word, span["verdict"], view.lang, UNTIL)
    based = span["base_row"] and span["base_kind"] != "unknown"
    base = f"{value_text(span, view.lang, 'base_')} → " if based else ""
    if not span["row"]:
        return SlideCell(f"{base}{silence_words(view, span)}", small=word if span["verdict"] else "", sign=sign)
    year = far_year(view, span)
    text = f"{base}{value_text(span, view.lang)}" + (f" ({year})" if year else "")
    return SlideCell(text, small=word, sign=sign)
