"""The slides of what each year demands: one indicator in many places, or all indicators of a few places."""

from healthplan.deck.deck import Deck, Slide
from healthplan.deck.slide import PrintedFigure, SlideBar, SlideCell, SlideTable
from healthplan.deck.slides.parts import (
    SlideFacts,
    count_sentence,
    place_names,
    printed_figure,
    slide_page,
    source_line,
)
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.places.queries import place_paces
from healthplan.subjects.targets.spans import source_statements
from healthplan.subjects.trajectories.demands import change_of, pace_cards
from healthplan.subjects.trajectories.queries import required_paces
from healthplan.text.numbers import amount

MOST = 7


def pace_slide(view: View, deck: Deck, slide: Slide) -> SlideFacts:
    """The yearly change that each plan demands, as bars; a word where it cannot be worked out."""
    indicator, places = view.indicators[slide.indicator], list(deck.places)
    found = {row["place"]: row for row in view.ask(required_paces, indicator=slide.indicator)}
    known = [found[place] for place in places if place in found and found[place]["verdict"] == "required"]
    bars = [_bar(view, indicator, card, found.get(card["place"])) for card in pace_cards(view, indicator, places)]
    rows = source_statements(view, [name for row in known for name in row["inputs"]])
    made = slide_page(
        slide,
        _title(view, indicator, known, places),
        lead=view.say("slide_pace_lead", indicator=view.name(indicator)),
        bars=tuple(bars),
        source=source_line(view, deck, [view.name(row, "short") for row in rows]),
        notes=(
            *(f"{bar.name}: {bar.note}" for bar in bars if bar.note),
            view.say("slide_pace_rule"),
            view.name(indicator, "caution"),
        ),
        printed=_printed(view, rows),
        alt="; ".join(f"{bar.name}: {bar.shown}" for bar in bars),
    )
    return SlideFacts(made, "trajectories", {"indicator": slide.indicator, "places": ",".join(places)})


def _bar(view: View, indicator: Row, card: Row, found: Row | None) -> SlideBar:
    """A place's bar. Where no figure is known the card's word says why."""
    required = found is not None and found["verdict"] == "required"
    # In the data sheet of PowerPoint 5,82 shall not stand as 5,819999999999999.
    size = float(f"{found['amount']:.10g}") if found and required else None
    shown = change_of(view, found, indicator) if found and required else card["amount"]
    return SlideBar(card["place"], view.place_name(card["place"]), size, shown, card["reason"])


def _title(view: View, indicator: Row, known: list[Row], places: list[str]) -> str:
    """The span of what is demanded, without a ranking."""
    short, unit = view.name(indicator, "short"), view.name(indicator, "change")
    if not known:
        return view.say("slide_pace_none", indicator=short)
    ends = sorted((row[end] for row in known for end in ("amount_least", "amount_most")), key=abs)
    least, most = (amount(size, unit, view.lang) for size in (ends[0], ends[-1]))
    if len(known) == 1:
        place = view.place_name(known[0]["place"])
        key = "slide_pace_one" if len(places) > 1 else "slide_pace_alone"
        return view.say(key, indicator=short, place=place, most=change_of(view, known[0], indicator))
    key = "slide_pace_same" if least == most else "slide_pace"
    return view.say(key, indicator=short, least=least, most=most, count=str(len(known)), total=str(len(places)))


def _printed(view: View, rows: list[Row]) -> tuple[PrintedFigure, ...]:
    return tuple(
        printed_figure(view, row, view.name(view.indicators[row["indicator"]], "unit"))
        for row in rows
        if row["kind"] != "unknown"
    )


def demands_slide(view: View, deck: Deck, slide: Slide) -> SlideFacts:
    """What each year demands of the places, indicator by indicator, the headlines first."""
    found = [row for place in deck.places for row in view.ask(place_paces, place=place) if row["verdict"] == "required"]
    found.sort(key=lambda row: list(view.indicators).index(row["indicator"]))
    found.sort(key=lambda row: not view.indicators[row["indicator"]]["headline"])
    kept = found[:MOST]
    rows = source_statements(view, [name for row in kept for name in row["inputs"]])
    many = len(deck.places) > 1
    head = ("pick_indicator", *(("column_place",) if many else ()), "column_a_year", "column_reckoned")
    table = SlideTable(
        tuple(view.say(name) for name in head),
        (18, 14, 24, 44) if many else (24, 26, 50),
        tuple(_demand(view, row, many) for row in kept),
        count_sentence(view, "slide_more_demands", len(found) - len(kept)) if len(found) > len(kept) else "",
    )
    made = slide_page(
        slide,
        count_sentence(view, "slide_demands", len(found), places=place_names(view, deck.places)),
        lead=view.say("slide_pace_rule"),
        table=table if kept else None,
        source=source_line(view, deck, [view.name(row, "short") for row in rows]),
        notes=tuple(f"{view.place_name(row['place'])}, {view.name(row)}: {view.name(row, 'reason')}" for row in found),
        printed=_printed(view, rows),
    )
    return SlideFacts(made, "place", {"place": deck.places[0]})


def _demand(view: View, row: Row, many: bool) -> tuple[SlideCell, ...]:
    where = (SlideCell(view.place_name(row["place"]), place=row["place"]),) if many else ()
    change = change_of(view, row, row)
    short = view.name(view.indicators[row["indicator"]], "short")
    return (SlideCell(short), *where, SlideCell(change), SlideCell(view.name(row, "reason")))
