"""Pieces that every slide is made of: printed figures with their places in the papers, sources, lists cut to
what a hall can read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypedDict, Unpack

from healthplan.charts.text_layout import TextRun, wrapped_lines
from healthplan.charts.tiles import Tile
from healthplan.deck.deck import Deck, Slide
from healthplan.deck.queries import paper_counts
from healthplan.deck.slide import Page, PrintedFigure, SlideCell, SlideFigure, SlidePoint, SlideTable, Trend
from healthplan.model.locator import english
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.targets.spans import goal_year
from healthplan.text import Lang
from healthplan.text.figures import value_with_unit
from healthplan.text.numbers import day
from healthplan.text.quotation import is_press

WIDE, LARGE, SMALL = 1760, 27, 24  # of the table of a slide of 1920 x 1080: its width, its letters; in pixels
ASIDE, MARK = 18, 34  # what stands beside the words of a cell, and the mark before them


@dataclass(frozen=True, slots=True)
class Spacing:
    """How close a slide's table stands: pixels for all its rows and around the words of a cell, a line as
    shares of its letters. The looks of the forms say the same."""

    rows: float
    around: float
    line: float


USUAL, DENSE = Spacing(590, 24, 1.28), Spacing(700, 13, 1.2)
WORDS = 5  # remarks that stand under a chart; the rest is in the notes


@dataclass(frozen=True, slots=True)
class SlideFacts:
    """What a maker says of a slide: the message, and the address of the screen that tells more."""

    page: Page
    screen: str
    state: dict[str, str]


class PageFacts(TypedDict, total=False):
    """What a maker may put on a page, as `Page` names it."""

    lead: str
    source: str
    alt: str
    trend: Trend | None
    figures: tuple[SlideFigure, ...]
    points: tuple[SlidePoint, ...]
    table: SlideTable | None
    tiles: tuple[Tile, ...]
    words: tuple[str, ...]
    notes: tuple[str, ...]
    printed: tuple[PrintedFigure, ...]


def slide_page(slide: Slide, title: str, **facts: Unpack[PageFacts]) -> Page:
    """A slide's page, not yet numbered."""
    return Page(number=0, name=slide.name, kind=slide.kind, title=title, **facts)


def place_names(view: View, places: Sequence[str]) -> str:
    """Places by name, one after the other."""
    return ", ".join(view.place_name(place) for place in places)


def locator_words(view: View, text: str) -> str:
    """A place in a paper in the deck's language."""
    return text if view.lang is Lang.VI else english(text)


def subject_words(view: View, deck: Deck, indicator: str = "") -> str:
    """Of whom a slide speaks, and of what: a place by its name, several as so many plans."""
    key = ("whose_place" if len(deck.places) == 1 else "whose_plans") + ("_of" if indicator else "")
    about = {"indicator": view.name(view.indicators[indicator], "short")} if indicator else {}
    facts = {"count": str(len(deck.places)), "place": view.place_name(deck.places[0])}
    return view.say(key, **facts, **about)


def source_line(view: View, deck: Deck, used: Iterable[str] = ()) -> str:
    """The line under a slide: papers by short name, and the day of the data. What no paper says rests on all
    the plans."""
    told = ", ".join(dict.fromkeys(used)) or ", ".join(_plans(view, deck))
    return view.say("source_of", sources=told, day=day(view.release["data_date"], view.lang))


def _plans(view: View, deck: Deck) -> list[str]:
    known = {row["document"]: row for row in view.ask(paper_counts)}
    return [view.name(known[view.planned[place]["document"]], "short") for place in deck.places]


def printed_figure(view: View, row: Row, unit: str) -> PrintedFigure:
    """One statement as printed; `row` has indicator, place, value, locator and its paper's short name."""
    name = view.name(view.indicators[row["indicator"]], "short")
    paper = view.name(row, "short")
    return PrintedFigure(
        about=f"{view.nation_or_place(row['place'])}, {name}",
        when=goal_year(view, row | {"from_year": row.get("from_year")}),
        shown=value_with_unit(row, view.lang, unit),
        printed="" if is_press(row) else row["printed"] or "",
        where=paper_spot(view, row, paper),
        row=row["row"],
    )


def paper_spot(view: View, row: Row, paper: str) -> str:
    """The paper and the place in it; of a press reading, the paper and that the press was read."""
    stands = view.say("reading_press") if is_press(row) else locator_words(view, row["locator"] or "")
    return f"{paper}, {stands}" if stands else paper


def first_words(view: View, words: Sequence[str], most: int = WORDS) -> tuple[str, ...]:
    """The first words, and how many more stand in the notes."""
    if len(words) <= most:
        return tuple(words)
    return (*words[: most - 1], view.say("slide_more_words", count=str(len(words) - most + 1)))


def fitting_rows(
    rows: Sequence[tuple[SlideCell, ...]], widths: Sequence[int], spacing: Spacing = USUAL
) -> list[tuple[SlideCell, ...]]:
    """The first rows of a table that a slide has room for; `widths` are the hundredths of its columns."""
    ends = accumulate(max(_height(*one, spacing) for one in zip(row, widths, strict=True)) for row in rows)
    return [row for row, end in zip(rows, ends, strict=True) if end <= spacing.rows]


def _height(cell: SlideCell, share: int, spacing: Spacing) -> float:
    room, marks = WIDE * share / 100 - ASIDE, (cell.place, cell.sign)
    parts = zip((cell.text, cell.small), (LARGE, SMALL), marks, strict=True)
    return spacing.around + sum(
        size * spacing.line * len(wrapped_lines([TextRun(text, size, "")], room - (MARK if mark else 0)))
        for text, size, mark in parts
        if text
    )


def single_place(deck: Deck) -> str:
    """The state of a screen that takes one place."""
    return deck.places[0] if len(deck.places) == 1 else ""
