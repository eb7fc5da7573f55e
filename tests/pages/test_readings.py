"""What the press says of a law is never shown as the law's own words; what its text says is quoted, with its
line."""

from pathlib import Path

import pytest

from healthplan.deck.slides.parts import printed_figure
from healthplan.formats import citation
from healthplan.formats.citation import Source, figure_as_printed
from healthplan.release import publication
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.documents.evidence import evidence_row, evidence_rows, press_readings
from healthplan.subjects.documents.queries import citation_facts, national_rows
from healthplan.subjects.targets.spans import source_statements
from healthplan.subjects.trajectories.queries import trajectory_statements
from healthplan.subjects.trajectories.statements import prepared_rows, statement_table
from healthplan.text import Lang, say
from healthplan.theme import THEMES
from pages.markup import markup


@pytest.fixture(params=Lang, ids=lambda lang: lang.value)
def view(request: pytest.FixtureRequest, real: Path) -> View:
    return View(request.param, THEMES["light"], publication.current_path())


def readings(view: View, kind: str) -> list[Row]:
    found = [row for row in view.ask(national_rows) if row["reading"] == kind]
    assert len(found) > 10
    return found


def opened(view: View, name: str) -> str:
    """The evidence of one row, as its screen shows it."""
    return markup("evidence.html", view, row=evidence_row(view, name) | {"cite": citation.row_citation(view, name, "")})


def test_a_press_reading_opens_with_its_origin_and_without_quotation_marks(view: View) -> None:
    for row in readings(view, "press"):
        shown = opened(view, row["row"])
        assert say(view.lang, "reading_press") in shown
        assert f"“{row['printed']}”" not in shown
        assert (row["clause"] or "") in shown.replace("&#34;", '"').replace("&#39;", "'")


def test_official_words_open_in_quotation_marks_with_part_and_line(view: View) -> None:
    for row in readings(view, "official"):
        shown = opened(view, row["row"])
        assert f"“{row['printed']}”" in shown and str(row["line"]) in shown
        assert view.where(row["locator"]) in shown and say(view.lang, "reading_press") not in shown


def test_the_list_of_benchmarks_quotes_the_text_and_names_the_press(view: View) -> None:
    rows = evidence_rows(view, view.ask(national_rows))
    shown = markup("benchmarks.html", view, rows=rows)
    assert shown.count(say(view.lang, "reading_press")) == len(readings(view, "press"))
    assert shown.count("“") - sum(view.name(row, "caution").count("“") for row in rows) == len(
        readings(view, "official")
    ) + say(view.lang, "benchmarks_lead").count("“")
    assert len(press_readings(view, rows)) == len(readings(view, "press"))


@pytest.mark.parametrize("indicator", ["stunting_under5", "hospital_beds_per_10k", "health_insurance_coverage"])
def test_charts_tables_and_slides_call_no_press_reading_printed(view: View, indicator: str) -> None:
    stated = view.ask(trajectory_statements, indicator=indicator, places=("11",))
    press = [row for row in stated if row["reading"] == "press"]
    assert press
    ready = prepared_rows(view, press, "", {})
    for row in ready:
        assert say(view.lang, "words_press") in row["hover"] and "“" not in row["hover"]
    assert {row["cell"] for row in statement_table(view, ready)} == {say(view.lang, "reading_press")}
    for row in source_statements(view, [row["row"] for row in press]):
        told = printed_figure(view, row, "")
        assert told.printed == "" and told.where.endswith(say(view.lang, "reading_press"))


def test_a_citation_quotes_only_what_the_text_prints(view: View) -> None:
    for kind in ("press", "official"):
        for row in readings(view, kind):
            (facts,) = view.ask(citation_facts, row=row["row"])
            told = figure_as_printed(Source(row["row"], facts, "release", "link"), view.lang)
            assert (f"“{row['printed']}”" in told) == (kind == "official")
            assert ("“" in told) == (kind == "official")
