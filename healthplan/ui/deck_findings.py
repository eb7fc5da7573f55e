"""The slides of what must be settled: lower or later than the nation, text against table, what is due, what
is not known."""

from healthplan.model.deck import Deck, Slide
from healthplan.model.slide import Cell, Printed, Table
from healthplan.queries import Row
from healthplan.queries.deck import deadlines, papers, unknowns
from healthplan.queries.review import findings, pieces, rules
from healthplan.text.numbers import day
from healthplan.ui.deck_page import Told, counted, locator, names, page, printed, single, source, value
from healthplan.ui.overview import when
from healthplan.ui.view import View

BEHIND_RULES = ("weaker_than_nation", "later_than_nation")
ROWS = 6
VALUES = ("goal", "observation", "benchmark")
UNKNOWN = ("not_stated", "no_base", "blank", "not_surveyed", "page_missing")


def _found(view: View, deck: Deck, slide: Slide, wanted: tuple[str, ...]) -> list[Row]:
    everything = view.ask(findings, place="", indicator=slide.indicator, severity="", rule="")
    return [row for row in everything if row["rule"] in wanted and row["place"] in deck.places]


def behind(view: View, deck: Deck, slide: Slide) -> Told:
    """Where plans ask for less than the nation, or for it later; the gravest first."""
    found = _found(view, deck, slide, BEHIND_RULES)
    weaker = sum(row["rule"] == BEHIND_RULES[0] for row in found)
    facts = {"weaker": str(weaker), "later": str(len(found) - weaker), "places": names(view, deck.places)}
    title = view.say("slide_behind" if found else "slide_behind_none", **facts)
    return _compared(view, deck, slide, found, title, ("column_plan_says", "column_nation_asks"))


def clash(view: View, deck: Deck, slide: Slide) -> Told:
    """Where one paper says two things: text against table, name of a row against its cells."""
    wanted = tuple(row["rule"] for row in view.ask(rules) if row["question"] == "text_table")
    found = _found(view, deck, slide, (*wanted, "everybody_ramp"))
    title = counted(view, "slide_clash", len(found), places=names(view, deck.places))
    return _compared(view, deck, slide, found, title, ("column_one_place", "column_other_place"))


def _compared(
    view: View, deck: Deck, slide: Slide, found: list[Row], title: str, heads: tuple[str, str]
) -> Told:
    """A table of findings: whose, of what, the one figure and the other, each with its place in a paper."""
    ends = tuple(name for row in found for name in (row["row_a"], row["row_b"]) if name)
    sides = {row["row"]: row for row in (view.ask(pieces, names=ends) if ends else [])}
    rows = [
        (Cell(view.place_name(row["place"]), place=row["place"]),
         Cell(view.name(view.indicators[row["indicator"]], "short")),
         _side(view, sides[row["row_a"]]), _side(view, sides[row["row_b"]]))
        for row in found[:ROWS]
    ]  # fmt: skip
    left = len(found) - len(rows)
    head = tuple(view.say(name) for name in ("column_place", "column_indicator", *heads))
    more = view.say("slide_more", count=str(left)) if left else ""
    used = [side for side in sides.values() if side["what"] in VALUES]
    made = page(
        slide, title, lead=view.say(f"slide_{slide.kind}_lead"),
        table=Table(head, (16, 22, 31, 31), tuple(rows), more) if rows else None,
        source=source(view, [view.name(row, "short") for row in used]),
        notes=tuple(f"{view.place_name(row['place'])}: {view.name(row, 'sentence')}" for row in found),
        printed=tuple(printed(view, row, view.name(row, "unit")) for row in used),
    )  # fmt: skip
    return Told(made, "review", {"place": single(deck), "indicator": slide.indicator})


def _side(view: View, piece: Row) -> Cell:
    stands = view.name(piece, "short") if piece["what"] == "benchmark" else locator(view, piece["locator"])
    return Cell(f"{value(view, piece, view.name(piece, 'unit'))}, {when(view, piece)}", small=stands)


def tasks(view: View, deck: Deck, slide: Slide) -> Told:
    """What has a printed deadline in the year of the event, the yearly reports too, then what was due
    before."""
    found = [row for row in view.ask(deadlines, year=deck.year) if row["place"] in deck.places]
    due = [row for row in found if row["due"].year == deck.year]
    numbers = {
        "tasks": str(sum(row["what"] == "task" for row in due)),
        "reports": str(sum(row["what"] == "report" for row in due)),
        "past": str(len(found) - len(due)), "year": str(deck.year),
    }  # fmt: skip
    kept = found[:ROWS]
    rows = [
        (Cell(view.place_name(row["place"]), place=row["place"]), Cell(_short(view.name(row, "title"))),
         Cell(_short(view.name(row, "who"), 60) or "–"),
         Cell(row["printed"], small=_due(view, row, deck.year)))
        for row in kept
    ]  # fmt: skip
    left = len(found) - len(kept)
    more = view.say("slide_more_tasks", count=str(left)) if left else ""
    head = tuple(view.say(name) for name in ("column_place", "column_task", "column_who", "column_due"))
    made = page(
        slide, view.say("slide_tasks", **numbers), lead=view.say("slide_tasks_lead"),
        table=Table(head, (15, 43, 20, 22), tuple(rows), more) if rows else None,
        source=source(view, _plans(view, deck)),
        notes=tuple(f"{view.place_name(row['place'])}: {view.name(row, 'title')} ({row['printed']}; "
                    f"{locator(view, row['locator'])})" for row in found),
        printed=tuple(Printed(view.place_name(row["place"]), str(row["due"].year), row["printed"],
                              row["printed"], locator(view, row["locator"]), row["row"]) for row in found),
    )  # fmt: skip
    return Told(made, "tasks", {"place": single(deck), "year": str(deck.year)})


def _due(view: View, row: Row, year: int) -> str:
    if row["due"].year < year:
        return view.say("due_before", day=day(row["due"], view.lang))
    return view.say("due_report") if row["what"] == "report" else view.say("due_this_year")


def _short(text: str, most: int = 110) -> str:
    """A text cut at a word, with its three dots; the notes hold it whole."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0].rstrip(",;") + " …"


def _plans(view: View, deck: Deck) -> list[str]:
    known = {row["document"]: row for row in view.ask(papers)}
    return [view.name(known[view.planned[place]["document"]], "short") for place in deck.places]


def unknown(view: View, deck: Deck, slide: Slide) -> Told:
    """What the plans leave open, place by place, each reason under its own word."""
    found = {row["place"]: row for row in view.ask(unknowns)}
    own = [(place, found[place]) for place in deck.places]
    rows = [(Cell(view.place_name(place), place=place), *(Cell(str(row[name])) for name in UNKNOWN))
            for place, row in own]  # fmt: skip
    head = (view.say("column_place"), *(view.say(f"unknown_{name}") for name in UNKNOWN))
    made = page(
        slide,
        view.say("slide_unknown", silent=str(sum(row["not_stated"] for _, row in own)),
                 bare=str(sum(row["no_base"] for _, row in own))),
        lead=view.say("slide_unknown_lead"), table=Table(head, (20, 16, 16, 16, 16, 16), tuple(rows)),
        source=source(view, _plans(view, deck)),
        notes=tuple(view.say("unknown_note", place=view.place_name(place), asked=str(row["asked"]),
                             stated=str(row["stated"])) for place, row in own),
    )  # fmt: skip
    return Told(made, "review", {"place": single(deck)})
