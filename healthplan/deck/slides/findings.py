"""The slides of findings: lower or later than the nation, text against table."""

from healthplan.deck.deck import Deck, Slide
from healthplan.deck.slide import SlideCell, SlideTable
from healthplan.deck.slides.parts import (
    SlideFacts,
    fitting_rows,
    locator_words,
    paper_spot,
    printed_figure,
    single_place,
    slide_page,
    source_line,
    subject_words,
)
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.findings.queries import findings, pieces
from healthplan.subjects.targets.spans import goal_year
from healthplan.text.figures import value_with_unit

BEHIND_RULES = ("weaker_than_nation", "later_than_nation")
CLASH_RULES = ("text_table_differ", "same_number_other_sign", "two_years", "universal_below_100", "everybody_ramp")
ROWS = 6
WIDTHS = (15, 19, 28, 38)  # of place, indicator and the two figures
VALUES = ("goal", "observation", "benchmark")


def _findings(view: View, deck: Deck, slide: Slide, wanted: tuple[str, ...]) -> list[Row]:
    """The findings of some rules on the places of the deck; the gravest first, whichever rule found it."""
    everything = view.ask(findings, place="", indicator=slide.indicator, severity="", rule="")
    found = [row for row in everything if row["rule"] in wanted and row["place"] in deck.places]
    return sorted(found, key=lambda row: row["nth"])


def behind_slide(view: View, deck: Deck, slide: Slide) -> SlideFacts:
    """Where plans ask for less than the nation, or for it later; the gravest first."""
    found = _findings(view, deck, slide, BEHIND_RULES)
    weaker = sum(row["rule"] == BEHIND_RULES[0] for row in found)
    about = subject_words(view, deck, slide.indicator)
    facts = {"whose": about, "weaker": str(weaker), "later": str(len(found) - weaker)}
    title = view.say("slide_behind" if found else "slide_behind_none", **facts)
    return _compared(view, deck, slide, found, title, ("column_plan_says", "column_nation_asks"))


def clash_slide(view: View, deck: Deck, slide: Slide) -> SlideFacts:
    """Where one paper says two things: text against table, name of a row against its cells."""
    found = _findings(view, deck, slide, CLASH_RULES)
    title = view.say_count("slide_clash", len(found), whose=subject_words(view, deck, slide.indicator))
    return _compared(view, deck, slide, found, title, ("column_one_place", "column_other_place"))


def _compared(view: View, deck: Deck, slide: Slide, found: list[Row], title: str, heads: tuple[str, str]) -> SlideFacts:
    """A table of findings: whose, of what, the one figure and the other, each with its place in a paper."""
    ends = tuple(name for row in found for name in (row["row_a"], row["row_b"]) if name)
    sides = {row["row"]: row for row in (view.ask(pieces, names=ends) if ends else [])}
    all_rows = [
        (
            SlideCell(view.place_name(row["place"]), place=row["place"]),
            SlideCell(view.name(view.indicators[row["indicator"]], "short")),
            _side(view, sides[row["row_a"]]),
            _side(view, sides[row["row_b"]]),
        )
        for row in found[:ROWS]
    ]
    rows = fitting_rows(all_rows, WIDTHS)
    left = len(found) - len(rows)
    head = tuple(view.say(name) for name in ("column_place", "column_indicator", *heads))
    more = view.say_count("slide_more", left) if left else ""
    used = [side for side in sides.values() if side["what"] in VALUES]
    made = slide_page(
        slide,
        title,
        lead=view.say(f"slide_{slide.kind}_lead"),
        table=SlideTable(head, WIDTHS, tuple(rows), more) if rows else None,
        source=source_line(view, deck, [view.name(row, "short") for row in used]),
        notes=tuple(_note(view, row) for row in found),
        printed=tuple(printed_figure(view, row, view.name(row, "unit")) for row in used),
    )
    return SlideFacts(made, "review", {"place": single_place(deck), "indicator": slide.indicator})


def _note(view: View, row: Row) -> str:
    """A finding as the presenter reads it: whose, of what, the sentence."""
    name = view.name(view.indicators[row["indicator"]], "short")
    return f"{view.place_name(row['place'])}, {name}: {view.name(row, 'sentence')}"


def _side(view: View, piece: Row) -> SlideCell:
    stands = locator_words(view, piece["locator"])
    if piece["what"] == "benchmark":
        stands = paper_spot(view, piece, view.name(piece, "short"))
    return SlideCell(
        f"{value_with_unit(piece, view.lang, view.name(piece, 'unit'))}, {goal_year(view, piece)}", small=stands
    )
