"""The slide of the hard years: what a plan leaves to its last two years, with the path itself."""

from healthplan.deck.deck import Deck, Slide
from healthplan.deck.slides.parts import SlideFacts, slide_page, source_line, subject_words
from healthplan.deck.slides.trend import charted_slide
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.trajectories.queries import plan_shapes
from healthplan.text.numbers import number_text


def hard_slide(view: View, deck: Deck, slide: Slide) -> SlideFacts:
    """The path of the deck that leaves most to its last two years; a sentence where no plan states every
    year."""
    shapes = [row for row in view.ask(plan_shapes) if row["place"] in deck.places]
    own = [row for row in shapes if slide.indicator in ("", row["indicator"])]
    told = tuple(_told(view, row) for row in own)
    if not own:
        whose = subject_words(view, deck, slide.indicator)
        none = slide_page(
            slide,
            view.say("slide_hard_none", whose=whose),
            lead=view.say("slide_hard_none_lead"),
            source=source_line(view, deck),
        )
        return SlideFacts(none, "trajectories", {"places": ",".join(deck.places)} | _about(slide))
    hard = max(own, key=lambda row: row["share_last_two"])
    facts = {
        "place": view.place_name(hard["place"]),
        "indicator": view.name(view.indicators[hard["indicator"]], "short"),
        "share": number_text(hard["share_last_two"] * 100, view.lang, 0),
        "from_year": str(hard["year"] - 1),
        "year": str(hard["year"]),
    }
    title = view.say(f"slide_hard_{hard['verdict']}", **facts)
    return charted_slide(view, deck, slide, hard["indicator"], [hard["place"]], title=title, notes=told)


def _about(slide: Slide) -> dict[str, str]:
    return {"indicator": slide.indicator} if slide.indicator else {}


def _told(view: View, row: Row) -> str:
    name = view.name(view.indicators[row["indicator"]], "short")
    return f"{view.place_name(row['place'])}, {name}: {view.name(row, 'reason')}"
