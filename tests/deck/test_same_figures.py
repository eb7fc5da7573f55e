"""The hall's page, PowerPoint and what else a deck is made as show the same figures, and they are those of
the release: each is taken out of the made file again and looked up by a question of its own."""

import pytest

from tests.deck.forms import FORMS
from tests.deck.forms.decks import EVERY_DECK, EVERY_FORM, slides_of
from tests.deck.forms.facts import about, candidates, facts, height, says
from tests.deck.paper import bare

OTHERS = pytest.mark.parametrize("form", [form for form in FORMS if form != "hall"])
STATED = """
    select s.row from statements s left join benchmarks b using (row)
    where s.indicator = $indicator and s.kind not in ('unknown', 'marker') and s.year between $first and 2030
      and coalesce(b.compare, true) and s.place in (select unnest($places))"""
NEWEST = """ and s.row not in (
    select o.row from observations o join observations later using (indicator, place, year)
    where last_month(o.period) < last_month(later.period))"""  # PowerPoint's chart has one value a year of a report


@EVERY_FORM
@EVERY_DECK
def test_every_figure_of_the_notes_stands_in_the_release(real, ready: str, lang: str, form: str) -> None:
    figures = [one for slide in slides_of(ready, lang, form) for one in slide.cited]
    assert len(figures) > 20
    for one in figures:
        assert any(says(one, fact, lang) and about(one, fact, lang) for fact in candidates(one)), one


@EVERY_FORM
@EVERY_DECK
def test_every_figure_of_a_chart_stands_in_the_release(real, ready: str, lang: str, form: str) -> None:
    rows = facts()
    for slide in slides_of(ready, lang, form):
        assert [one for one in slide.charted if not says(one, rows[one.row], lang)] == [], slide.title
        if slide.drawn:
            own = [rows[one.row] for one in slide.charted]
            assert slide.drawn == {(row["year"], height(row)) for row in own}, slide.title


@EVERY_FORM
@EVERY_DECK
def test_no_value_of_the_release_is_missing_in_a_chart(release, real, ready, lang, form) -> None:
    rows = facts()
    for slide in (one for one in slides_of(ready, lang, form) if one.charted):
        own = [rows[one.row] for one in slide.charted]
        shown = {(row["place"], row["year"], height(row)) for row in own}
        (indicator,) = {row["indicator"] for row in own}
        stated = release.execute(STATED + (NEWEST if form == "powerpoint" else ""), {
            "indicator": indicator, "first": min(row["year"] for row in own),
            "places": [row["place"] for row in own],
        }).fetchall()  # fmt: skip
        assert {(rows[row]["place"], rows[row]["year"], height(rows[row])) for (row,) in stated} <= shown


def spaced(words):
    """Each kind of space as a space: a page of HTML shows them alike."""
    return words.replace("\u00a0", " ") if isinstance(words, str) else tuple(map(spaced, words))


@OTHERS
@EVERY_DECK
def test_each_form_tells_the_words_and_the_figures_of_the_hall(real, ready, lang, form) -> None:
    for hall, other in zip(slides_of(ready, lang, "hall"), slides_of(ready, lang, form), strict=True):
        seen = [hall.title, *hall.points, *(word for row in (*hall.rows, *hall.figures, *hall.tiles) for word in row)]
        assert [word for word in seen if bare(word) not in bare(other.text)] == [], hall.title
        for part in ("rows", "figures", "points", "tiles"):
            mine, theirs = (set(map(spaced, getattr(slide, part))) for slide in (hall, other))
            assert mine <= theirs or not theirs, (hall.title, part)
        mine, theirs = ({spaced((one.shown, one.printed)) for one in slide.cited} for slide in (hall, other))
        if other.behind:
            theirs = {one for one in mine if bare(f"{one[0]} “{one[1]}”") in other.behind}
        assert mine == theirs, hall.title
