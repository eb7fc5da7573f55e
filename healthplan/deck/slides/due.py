"""The slides of what is due and of what is not known."""

from healthplan.deck.deck import Deck, Slide
from healthplan.deck.queries import deadlines, unknowns
from healthplan.deck.slide import PrintedFigure, SlideCell, SlideTable
from healthplan.deck.slides.parts import (
    SlideFacts,
    fitting_rows,
    locator_words,
    single_place,
    slide_page,
    source_line,
    subject_words,
)
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.text.numbers import day

ROWS = 6
WIDTHS = (13, 41, 20, 26)  # of place, task, who and when
UNKNOWN = ("not_stated", "no_base", "blank", "not_surveyed", "page_missing")


def tasks_slide(view: View, deck: Deck, slide: Slide) -> SlideFacts:
    """What has a printed deadline in the year of the event, the yearly reports too, then what was due
    before."""
    found = [row for row in view.ask(deadlines, year=deck.year) if row["place"] in deck.places]
    due = [row for row in found if row["due"].year == deck.year]
    numbers = {
        "tasks": str(sum(row["what"] == "task" for row in due)),
        "reports": str(sum(row["what"] == "report" for row in due)),
        "past": str(len(found) - len(due)),
        "year": str(deck.year),
    }
    made = slide_page(
        slide,
        view.say("slide_tasks", **numbers),
        lead=view.say("slide_tasks_lead"),
        table=_table(view, found, deck.year) if found else None,
        source=source_line(view, deck),
        notes=tuple(
            f"{view.place_name(row['place'])}: {view.name(row, 'title')} ({row['printed']}; "
            f"{locator_words(view, row['locator'])})"
            for row in found
        ),
        printed=tuple(
            PrintedFigure(
                view.place_name(row["place"]),
                str(row["due"].year),
                row["printed"],
                row["printed"],
                locator_words(view, row["locator"]),
                row["row"],
            )
            for row in found
        ),
    )
    return SlideFacts(made, "tasks", {"place": single_place(deck), "year": str(deck.year)})


def _table(view: View, found: list[Row], year: int) -> SlideTable:
    all_rows = [
        (
            SlideCell(view.place_name(row["place"]), place=row["place"]),
            SlideCell(_short(view.name(row, "title"))),
            SlideCell(_short(view.name(row, "who"), 60) or "–"),
            SlideCell(row["printed"], small=_due(view, row, year)),
        )
        for row in found[:ROWS]
    ]
    rows = fitting_rows(all_rows, WIDTHS)
    left = len(found) - len(rows)
    more = view.say_count("slide_more_tasks", left) if left else ""
    head = tuple(view.say(name) for name in ("column_place", "column_task", "column_who", "column_due"))
    return SlideTable(head, WIDTHS, tuple(rows), more)


def _due(view: View, row: Row, year: int) -> str:
    if row["due"].year < year:
        return view.say("due_before", day=day(row["due"], view.lang))
    return view.say("due_report") if row["what"] == "report" else view.say("due_this_year")


def _short(text: str, most: int = 100) -> str:
    """A text cut at a word, with its three dots; the notes hold it whole."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0].rstrip(",;") + " …"


def unknown_slide(view: View, deck: Deck, slide: Slide) -> SlideFacts:
    """What the plans leave open, place by place, each reason under its own word."""
    found = {row["place"]: row for row in view.ask(unknowns)}
    own = [(place, found[place]) for place in deck.places]
    rows = [
        (SlideCell(view.place_name(place), place=place), *(SlideCell(str(row[name])) for name in UNKNOWN))
        for place, row in own
    ]
    head = (view.say("column_place"), *(view.say(f"unknown_{name}") for name in UNKNOWN))
    silent, bare = (str(sum(row[name] for _, row in own)) for name in UNKNOWN[:2])
    made = slide_page(
        slide,
        view.say("slide_unknown", whose=subject_words(view, deck), silent=silent, bare=bare),
        lead=view.say("slide_unknown_lead"),
        table=SlideTable(head, (20, 16, 16, 16, 16, 16), tuple(rows)),
        source=source_line(view, deck),
        notes=tuple(
            view.say("unknown_note", place=view.place_name(place), asked=str(row["asked"]), stated=str(row["stated"]))
            for place, row in own
        ),
    )
    return SlideFacts(made, "review", {"place": single_place(deck)})
