"""The slides of what is to be done: what must be settled, and what each commune can do."""

from healthplan.deck.deck import Deck, Slide
from healthplan.deck.queries import commune_tasks, to_settle
from healthplan.deck.slide import SlidePoint
from healthplan.deck.slides.parts import (
    SlideFacts,
    locator_words,
    place_names,
    printed_figure,
    single_place,
    slide_page,
    source_line,
    subject_words,
)
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.findings.queries import pieces

MOST = 3
TASKS = 4
VALUES = ("goal", "observation", "benchmark")


def settle_slide(view: View, deck: Deck, slide: Slide) -> SlideFacts:
    """The gravest contradictions and gaps, no rule twice, three at most, each as its sentence."""
    found = view.ask(to_settle, places=deck.places, indicator=slide.indicator)
    kept = found[:MOST]
    ends = tuple(name for row in kept for name in (row["row_a"], row["row_b"]) if name)
    used = [side for side in (view.ask(pieces, names=ends) if ends else []) if side["what"] in VALUES]
    made = slide_page(
        slide,
        view.say_count("slide_settle", len(kept), whose=subject_words(view, deck, slide.indicator)),
        lead=view.say("slide_settle_lead") if kept else "",
        points=tuple(SlidePoint(view.name(row, "sentence"), _about(view, row), row["place"]) for row in kept),
        source=source_line(view, deck, [view.name(row, "short") for row in used]),
        notes=tuple(f"{_about(view, row)}: {view.name(row, 'sentence')}" for row in found),
        printed=tuple(printed_figure(view, row, view.name(row, "unit")) for row in used if row["kind"] != "unknown"),
    )
    return SlideFacts(made, "review", {"place": single_place(deck), "indicator": slide.indicator})


def _about(view: View, row: Row) -> str:
    known = view.indicators.get(row["indicator"] or "")
    where = [locator_words(view, row[f"locator_{side}"]) for side in "ab" if row[f"locator_{side}"]]
    told = [view.place_name(row["place"]), *([view.name(known, "short")] if known else []), *dict.fromkeys(where)]
    return " · ".join(told)


def communes_slide(view: View, deck: Deck, slide: Slide) -> SlideFacts:
    """The tasks that the plans put on communes and their health stations; a sentence where none is held."""
    held = view.ask(commune_tasks, places=deck.places)
    found = [row for row in held if row["own"]]
    kept = found[:TASKS]
    names = place_names(view, deck.places)
    key = "slide_communes" if held else "slide_communes_unheld"
    left = len(found) - len(kept)
    made = slide_page(
        slide,
        view.say_count(key, len(found), whose=names) if held else view.say(key, whose=names),
        lead=view.say("slide_communes_lead" if found else "slide_communes_none_lead") if held else "",
        points=tuple(
            SlidePoint(view.name(row, "title"), f"{view.name(row, 'who')} · {row['time_printed']}", row["place"])
            for row in kept
        ),
        words=(view.say_count("slide_more_tasks", left),) if left else (),
        source=source_line(view, deck),
        notes=tuple(
            f"{view.place_name(row['place'])}: {view.name(row, 'title')} ({view.name(row, 'who')}; "
            f"{row['time_printed']}; {locator_words(view, row['locator'])})"
            for row in found
        ),
    )
    return SlideFacts(made, "tasks", {"place": single_place(deck)})
