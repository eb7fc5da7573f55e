"""The slides of what is due and of what is not known."""

from healthplan.deck.deck import Deck, Slide
from healthplan.deck.queries import deadlines, unknowns
from healthplan.deck.slide import Cell, Printed, Table
from healthplan.deck.slides.page import Told, counted, fitting, locator, page, single, source, whose
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.text.numbers import day

ROWS = 6
WIDTHS = (13, 41, 20, 26)  # of place, task, who and when
UNKNOWN = ("not_stated", "no_base", "blank", "not_surveyed", "page_missing")


def tasks(view: View, deck: Deck, slide: Slide) -> Told:
    """What has a printed deadline in the year of the event, the yearly reports too, then what was due
    before."""
    found = [row for row in view.ask(deadlines, year=deck.year) if row["place"] in deck.places]
    due = [row for row in found if row["due"].year == deck.year]
    numbers = {
        "tasks": str(sum(row["what"] == "task" for row in due)),
        "reports": str(sum(row["what"] == "report" for row in due)),
        "past": str(len(found) - len(due)), "year": str(deck.year),
    }
    made = page(
        slide, view.say("slide_tasks", **numbers), lead=view.say("slide_tasks_lead"),
        table=_table(view, found, deck.year) if found else None,
        source=source(view, deck),
        notes=tuple(f"{view.place_name(row['place'])}: {view.name(row, 'title')} ({row['printed']}; "
                    f"{locator(view, row['locator'])})" for row in found),
        printed=tuple(Printed(view.place_name(row["place"]), str(row["due"].year), row["printed"],
                              row["printed"], locator(view, row["locator"]), row["row"]) for row in found),
    )
    return Told(made, "tasks", {"place": single(deck), "year": str(deck.year)})


def _table(view: View, found: list[Row], year: int) -> Table:
    all_rows = [
        (Cell(view.place_name(row["place"]), place=row["place"]), Cell(_short(view.name(row, "title"))),
         Cell(_short(view.name(row, "who"), 60) or "–"), Cell(row["printed"], small=_due(view, row, year)))
        for row in found[:ROWS]
    ]
    rows = fitting(all_rows, WIDTHS)
    left = len(found) - len(rows)
    more = counted(view, "slide_more_tasks", left) if left else ""
    head = tuple(view.say(name) for name in ("column_place", "column_task", "column_who", "column_due"))
    return Table(head, WIDTHS, tuple(rows), more)


def _due(view: View, row: Row, year: int) -> str:
    if row["due"].year < year:
        return view.say("due_before", day=day(row["due"], view.lang))
    return view.say("due_report") if row["what"] == "report" else view.say("due_this_year")


def _short(text: str, most: int = 100) -> str:
    """A text cut at a word, with its three dots; the notes hold it whole."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0].rstrip(",;") + " …"


def unknown(view: View, deck: Deck, slide: Slide) -> Told:
    """What the plans leave open, place by place, each reason under its own word."""
    found = {row["place"]: row for row in view.ask(unknowns)}
    own = [(place, found[place]) for place in deck.places]
    rows = [(Cell(view.place_name(place), place=place), *(Cell(str(row[name])) for name in UNKNOWN))
            for place, row in own]
    head = (view.say("column_place"), *(view.say(f"unknown_{name}") for name in UNKNOWN))
    silent, bare = (str(sum(row[name] for _, row in own)) for name in UNKNOWN[:2])
    made = page(
        slide, view.say("slide_unknown", whose=whose(view, deck), silent=silent, bare=bare),
        lead=view.say("slide_unknown_lead"), table=Table(head, (20, 16, 16, 16, 16, 16), tuple(rows)),
        source=source(view, deck),
        notes=tuple(view.say("unknown_note", place=view.place_name(place), asked=str(row["asked"]),
                             stated=str(row["stated"])) for place, row in own),
    )
    return Told(made, "review", {"place": single(deck)})
