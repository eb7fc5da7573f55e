"""The tables, figures and tiles of a deck, taken out of each of its forms, hold the numbers of the release."""

from collections.abc import Iterator

import pytest

from healthplan.deck.deck import SlideKind
from tests.deck.forms.decks import EVERY_DECK, EVERY_FORM, deck, pages, slides_of
from tests.deck.forms.facts import ends, facts, height, numbers
from tests.deck.forms.slides import SlideContent

MOST = 6  # rows of a table of findings
FINDINGS = {
    "behind": "rule in ('weaker_than_nation', 'later_than_nation')",
    "clash": "rule in ('text_table_differ', 'same_number_other_sign', 'two_years', 'universal_below_100',"
    " 'everybody_ramp')",
}


@pytest.fixture
def ask(release, real):
    """A function that gives the answer to a question as a list of dictionaries."""

    def asked(question: str, **facts) -> list[dict]:
        found = release.execute(question, facts)
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    return asked


def slides(ready: str, lang: str, form: str, kind: SlideKind) -> Iterator[tuple[SlideContent, str, str]]:
    """The slides of a kind, each with its indicator and its year where it has them."""
    for page, slide in zip(pages(ready, lang).pages, slides_of(ready, lang, form), strict=True):
        if page.kind == kind:
            yield slide, *(*page.name.split("."), "", "")[1:3]


def plain(place: str) -> str:
    """A place's name without the word that tells a commune from a province."""
    return place.partition(" (")[0]


@EVERY_FORM
@EVERY_DECK
def test_the_overview_table_holds_baseline_goal_and_year(ask, ready, lang, form) -> None:
    spans = {(row[f"short_{lang}"], row["place"]): row
             for row in ask("from spans join indicators using (indicator)")}  # fmt: skip
    for slide, *_ in slides(ready, lang, form, SlideKind.RUG):
        for name, _nation, *cells in slide.rows:
            for place, cell in zip(deck(ready, lang).places, cells, strict=True):
                span = spans[name, place]
                year = {float(span["year"])} if span["year"] and span["year"] != 2030 else set()
                assert numbers(cell, lang) == ends(span, "base_") | ends(span) | year, (name, place)
        assert len(slide.rows) == MOST or not slide.rows


@EVERY_FORM
@EVERY_DECK
@pytest.mark.parametrize("kind", [SlideKind.BEHIND, SlideKind.CLASH])
def test_a_table_of_findings_holds_both_values_and_their_years(ask, ready, lang, form, kind) -> None:
    rows = facts()
    for slide, indicator, _ in slides(ready, lang, form, kind):
        question = f"from review where {FINDINGS[kind]} and place in (select unnest($places)) order by nth"
        found = [one for one in ask(question, places=list(deck(ready, lang).places))
                 if indicator in ("", one["indicator"])]  # fmt: skip
        for line, finding in zip(slide.rows, found[:MOST], strict=bool(slide.rows)):
            for cell, name in zip(line[2:], (finding["row_a"], finding["row_b"]), strict=True):
                row = rows[name]
                value = cell.replace(row[f"unit_{lang}"] or " ", " ")
                assert numbers(value, lang) == ends(row) | ({float(row["year"])} if row["year"] else set())


def amounts(row: dict) -> set[float]:
    """The ends of what is missing, as they are written."""
    return {round(row[end], 2) for end in ("low", "high") if row[end] is not None}


@EVERY_FORM
@EVERY_DECK
def test_what_is_missing_is_the_distance_of_the_release(ask, ready, lang, form) -> None:
    known = ask("select d.*, i.* exclude (indicator, name_vi, name_en), p.name_vi, p.name_en from distances d"
                " join indicators i using (indicator) join places p using (place) where measures")  # fmt: skip
    places, usual = deck(ready, lang).places, deck(ready, lang).indicator
    for kind in (SlideKind.DEMANDS, SlideKind.PACE):
        for slide, named, _ in slides(ready, lang, form, kind):
            indicator = named or (usual if len(places) > 1 else "")
            for name, _label, shown, *_notes in slide.figures:
                own = [row for row in known if row["indicator"] == indicator and row[f"name_{lang}"] == plain(name)]
                own = own or [row for row in known if row["place"] in places and row[f"short_{lang}"] == name]
                units = {row[f"{column}_{lang}"] or " " for row in own for column in ("change", "unit")}
                told = numbers(min((shown.replace(unit, " ") for unit in units), key=len), lang)
                assert told in [*map(amounts, own), *asked(own)], (name, shown)


def asked(rows: list[dict]) -> list[set[float]]:
    """The ends of the goals: where the distance is not known, the figure is the goal itself."""
    known = facts()
    return [set(), *(ends(known[row["goal_row"]]) for row in rows)]


@EVERY_FORM
@EVERY_DECK
def test_a_tile_holds_a_value_of_its_province_in_the_year(ask, ready, lang, form) -> None:
    for slide, indicator, year in slides(ready, lang, form, SlideKind.MAP):
        stated = ask("select s.*, name_vi, name_en from statements s join places using (place)"
                     " where indicator = $indicator and s.kind not in ('unknown', 'marker')",
                     indicator=indicator)  # fmt: skip
        wanted = year or next(one for one in numbers(slide.title, lang) if 2020 < one < 2050)
        values = {(row[f"name_{lang}"], height(row)) for row in stated if row["year"] == int(wanted)}
        assert {(name, *numbers(value, lang)) for name, value in slide.tiles} <= values


@EVERY_FORM
@EVERY_DECK
def test_what_is_not_known_and_what_each_paper_gives_is_counted_again(ask, ready, lang, form) -> None:
    open_ends = {row[f"name_{lang}"]: row for row in ask(
        "select p.*, count(*) filter (f.rule = 'left_out') as silent,"
        " count(*) filter (f.rule = 'no_baseline') as bare"
        " from places p join findings f using (place) group by all")}  # fmt: skip
    for slide, *_ in slides(ready, lang, form, SlideKind.UNKNOWN):
        for place, silent, bare, *_more in slide.rows:
            counted = open_ends[plain(place)]
            assert (int(silent), int(bare)) == (counted["silent"], counted["bare"]), place
    values = {row[f"short_{lang}"]: row["found"] for row in ask(
        "select d.*, (select count(*) from statements s where s.document = d.document"
        " and s.kind <> 'unknown') as found from documents d")}  # fmt: skip
    for slide, *_ in slides(ready, lang, form, SlideKind.SOURCES):
        assert [line for line in slide.rows if int(line[-1]) != values[line[0]]] == []


@EVERY_FORM
@EVERY_DECK
def test_a_deadline_stands_as_it_is_printed(ask, ready, lang, form) -> None:
    printed = {(row[f"name_{lang}"], row["printed"]) for row in ask(
        "select p.*, time_printed as printed from tasks join places p using (place)"
        " union all select p.*, due_printed from duties join places p using (place)")}  # fmt: skip
    for slide, *_ in slides(ready, lang, form, SlideKind.TASKS):
        assert {(plain(line[0]), line[3]) for line in slide.rows} <= printed
