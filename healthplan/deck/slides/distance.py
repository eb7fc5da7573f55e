"""The slides of the way to the goals: where we are, what was promised, what the nation asks, each with its
figure in large type. One place shows its headline indicators, several show one indicator."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from healthplan.deck.deck import Deck, Slide, SlideKind
from healthplan.deck.slide import SlideFigure
from healthplan.deck.slides.parts import SlideFacts, printed_figure, slide_page, source_line
from healthplan.model.distance import DistanceState
from healthplan.release.view import View
from healthplan.subjects.distances.national import national_finding, state_of
from healthplan.subjects.distances.records import (
    DistanceRecord,
    IndicatorDistances,
    distances_of_indicator,
    distances_of_place,
)
from healthplan.subjects.targets.spans import source_statements
from healthplan.text.numbers import day


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a slide's figures are about, and each figure's name."""

    ways: Sequence[IndicatorDistances]
    names: Sequence[str]
    indicator: str  # of which several places are shown; "" where one place shows its headlines


def now_slide(view: View, deck: Deck, slide: Slide) -> SlideFacts:
    """Where we are: the newest value of each, its date and its paper."""
    return _figures_slide(view, deck, slide, _now, lambda way: _any(way).now_when != "", _now_rows)


def promise_slide(view: View, deck: Deck, slide: Slide) -> SlideFacts:
    """What was promised: the plans' own goals, and how far it is to them."""
    return _figures_slide(view, deck, slide, _promise, lambda way: bool(way.own and way.own.goal_when), _own_rows)


def demands_slide(view: View, deck: Deck, slide: Slide) -> SlideFacts:
    """What the nation asks: what is missing to its next goal, and what each remaining year demands."""
    return _figures_slide(view, deck, slide, _demand, lambda way: _is(way, DistanceState.SHORT), _next_rows)


def pace_slide(view: View, deck: Deck, slide: Slide) -> SlideFacts:
    """The whole way of one indicator: of one place value, goals and what is missing, of several what each
    misses."""
    about = _subject(view, deck, slide)
    if len(about.ways) != 1:
        return demands_slide(view, deck, slide)
    (way,) = about.ways
    cards = [_now(view, way, view.say("figure_now"))]
    cards += [_promise(view, way, view.say("figure_plan"))] if way.own else []
    if way.next:
        cards += [_asked(view, way.next), _demand(view, way, view.say("figure_distance"))]
    return _written(view, deck, slide, about, cards, _any(way).sentence, (*_own_rows(way), *_next_rows(way)))


def _subject(view: View, deck: Deck, slide: Slide) -> _Subject:
    when, named = date.fromisoformat(deck.day), slide.indicator
    if len(deck.places) == 1 and not named:
        ways = [way for way in distances_of_place(view, deck.places[0], when) if way.indicator["headline"]]
        return _Subject(ways, [view.name(way.indicator, "short") for way in ways], "")
    indicator = named or deck.indicator
    ways = distances_of_indicator(view, indicator, deck.places, when)
    return _Subject(ways, [view.place_name(way.place) for way in ways], indicator)


def _figures_slide(
    view: View,
    deck: Deck,
    slide: Slide,
    card: Callable[[View, IndicatorDistances, str], SlideFigure],
    counts: Callable[[IndicatorDistances], bool],
    rows: Callable[[IndicatorDistances], tuple[str, ...]],
) -> SlideFacts:
    about = _subject(view, deck, slide)
    cards = [card(view, way, name) for way, name in zip(about.ways, about.names, strict=True)]
    used = [name for way in about.ways for name in rows(way)]
    return _written(view, deck, slide, about, cards, _title(view, deck, slide, about, counts), used)


def _title(view: View, deck: Deck, slide: Slide, about: _Subject, counts: Callable[[IndicatorDistances], bool]) -> str:
    """How many of the figures say it; of a single figure its own sentence."""
    if len(about.ways) == 1 and about.indicator:
        (way,) = about.ways
        return (way.own if slide.kind is SlideKind.PROMISE and way.own else _any(way)).sentence
    found = sum(map(counts, about.ways))
    facts = {"count": str(found), "total": str(len(about.ways)), "place": view.place_name(deck.places[0])}
    if about.indicator:
        name = view.name(view.indicators[about.indicator], "short")
        kind = SlideKind.DEMANDS if slide.kind is SlideKind.PACE else slide.kind
        return view.say(f"slide_{kind}_places", indicator=name, **facts)
    if slide.kind is SlideKind.DEMANDS:
        return national_finding(view, deck.places[0], [state_of(way.next) for way in about.ways])
    ending = "_all" if found == len(about.ways) else "" if found else "_none"
    return view.say(f"slide_{slide.kind}{ending}", **facts)


def _written(
    view: View, deck: Deck, slide: Slide, about: _Subject, cards: Sequence[SlideFigure], title: str, rows: Sequence[str]
) -> SlideFacts:
    statements = source_statements(view, list(dict.fromkeys(rows)))
    units = {name: view.name(row, "unit") for name, row in view.indicators.items()}
    when = day(date.fromisoformat(deck.day), view.lang)
    lead = view.say(f"slide_{slide.kind}_lead", day=when)
    if about.indicator:
        lead = f"{view.name(view.indicators[about.indicator])}. {lead}"
    made = slide_page(
        slide,
        title,
        lead=lead,
        figures=tuple(cards),
        source=source_line(view, deck, [view.name(row, "short") for row in statements]),
        notes=tuple(_note(view, one) for way in about.ways for one in (way.next, way.own) if one),
        printed=tuple(
            printed_figure(view, row, units[row["indicator"]]) for row in statements if row["kind"] != "unknown"
        ),
        alt="; ".join(f"{card.name}: {card.label} {card.figure}" for card in cards),
    )
    if about.indicator:
        return SlideFacts(made, "trajectories", {"indicator": about.indicator, "places": ",".join(deck.places)})
    return SlideFacts(made, "place", {"place": deck.places[0]})


def _note(view: View, one: DistanceRecord) -> str:
    name = view.name(view.indicators[one.row["indicator"]], "short")
    return f"{view.place_name(one.row['place'])}, {name}: {one.sentence}"


def _any(way: IndicatorDistances) -> DistanceRecord:
    """Both ways begin at the same value."""
    told = way.told or way.national[0]
    return told


def _is(way: IndicatorDistances, state: DistanceState) -> bool:
    return bool(way.next and way.next.state is state)


def _place(way: IndicatorDistances, name: str, view: View) -> str:
    """The place whose colour marks a figure that bears its name."""
    return way.place if name == view.place_name(way.place) else ""


def _now(view: View, way: IndicatorDistances, name: str) -> SlideFigure:
    one = _any(way)
    label = view.say("figure_now_when", when=one.now_when) if one.now_when else view.say("figure_now")
    return SlideFigure(name, label, one.now, (one.now_source,) if one.now_source else (), _place(way, name, view))


def _promise(view: View, way: IndicatorDistances, name: str) -> SlideFigure:
    one = way.own
    if one is None or not one.goal_when:
        silent = one.goal if one else view.say("distance_no_goal")
        return SlideFigure(name, view.say("figure_plan"), silent, (), _place(way, name, view))
    label = view.say("figure_goal_when", when=one.goal_when)
    return SlideFigure(name, label, one.goal, _missing_notes(view, one), _place(way, name, view))


def _demand(view: View, way: IndicatorDistances, name: str) -> SlideFigure:
    """What is missing; where that is not known, what is asked."""
    one, place = way.next, _place(way, name, view)
    if one is None:
        return SlideFigure(name, view.say("figure_nation"), view.say("figure_nation_none"), (), place)
    pace = (view.say("figure_pace", pace=one.pace),) if one.row["pace"] in ("year", "never") else ()
    asked = view.say("figure_asked", law=one.law, goal=one.goal, when=one.goal_when)
    if one.state is DistanceState.MET:
        return SlideFigure(name, view.say("figure_met_label"), one.missing, (asked,), place)
    if one.amount is not None:
        label = view.say(f"figure_missing_{one.direction}")
        return SlideFigure(name, label, one.missing, (asked, _time(view, one), *pace), place)
    label = view.say("figure_goal_when", when=one.goal_when)
    return SlideFigure(name, label, one.goal, (one.law, _why(one), *pace), place)


def _time(view: View, one: DistanceRecord) -> str:
    """What each remaining year demands; the time alone where all of it falls into that."""
    if one.a_year and not one.a_year.startswith(one.missing):
        return one.a_year
    return view.say("figure_left", left=one.left) if one.a_year else one.left


def _asked(view: View, one: DistanceRecord) -> SlideFigure:
    label = view.say("figure_goal_when", when=one.goal_when)
    return SlideFigure(view.say("figure_nation"), label, one.goal, (one.law,), "VN")


def _missing_notes(view: View, one: DistanceRecord) -> tuple[str, ...]:
    if one.amount is not None:
        return one.missing_said, _time(view, one)
    return (_why(one),)


def _why(one: DistanceRecord) -> str:
    """Why what is missing is not known."""
    return one.now if one.state is DistanceState.NO_VALUE else one.missing


def _now_rows(way: IndicatorDistances) -> tuple[str, ...]:
    return tuple(filter(None, (_any(way).row["now_row"],)))


def _own_rows(way: IndicatorDistances) -> tuple[str, ...]:
    return _rows(way.own)


def _next_rows(way: IndicatorDistances) -> tuple[str, ...]:
    return _rows(way.next)


def _rows(one: DistanceRecord | None) -> tuple[str, ...]:
    return tuple(filter(None, (one.row["now_row"], one.row["goal_row"]))) if one else ()
