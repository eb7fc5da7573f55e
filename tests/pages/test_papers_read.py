"""The paper beside a number: its own lines with the words marked, the row of its table, and what contradicts it."""

import html
import re
from datetime import date
from pathlib import Path

import pytest

from healthplan.parameters.parameter import parse
from healthplan.release import publication
from healthplan.release.reference_data import documents
from healthplan.release.view import View
from healthplan.subjects.documents.paper import held_papers, line_texts
from healthplan.subjects.documents.queries import rows_of_document
from healthplan.text import Lang
from healthplan.text.paper_words import QuotedWords, marked_lines, spaced_text
from healthplan.text.quotation import is_press
from healthplan.theme import THEMES
from pages.blocks import Markup, ReaderContext
from pages.markup import markup
from pages.sources.content import PARAMETERS, content, heading
from pages.sources.paper import beside_figure, piece_starts

HUGE = 400_000  # letters of markup that a page of sources stays below


@pytest.fixture(params=Lang, ids=lambda lang: lang.value)
def view(request: pytest.FixtureRequest, real: Path) -> View:
    return View(request.param, THEMES["light"], publication.current_path())


def seen(view: View, **address: str) -> str:
    choices = parse(view, PARAMETERS, address, strict=False).choices
    blocks = content(view, choices, ReaderContext("http://localhost/", date(2026, 11, 28)))
    return html.unescape(
        "\n".join(markup(one.template, view, **one.facts) for one in blocks if isinstance(one, Markup))
    )


def marks(text: str) -> list[str]:
    return re.findall("<mark>(.*?)</mark>", text)


def statement(view: View, document: str, **cells: object) -> str:
    rows = view.ask(rows_of_document, document=document)
    return next(row["row"] for row in rows if all(row[name] == value for name, value in cells.items()))


def test_every_figure_opens_its_paper_with_its_words_marked(view: View) -> None:
    papers = {row["document"] for row in view.ask(held_papers)}
    rows = [row for one in papers for row in view.ask(rows_of_document, document=one)]
    quoted = [row for row in rows if row["line"] and row["printed"] and not is_press(row)]
    assert len(quoted) > 350
    for row in quoted:
        excerpt = beside_figure(view, row, row["document"])
        assert excerpt
        cells = (
            [piece for _, _, cells in excerpt.table.rows for cell in cells for piece in cell] if excerpt.table else []
        )
        pieces = cells or [piece for line in excerpt.lines for piece in line.pieces]
        assert " ".join(piece.text for piece in pieces if piece.marked) == spaced_text(row["printed"]), row


def test_a_cell_of_a_table_is_marked_under_its_own_head(view: View) -> None:
    row = statement(view, "dien-bien-2026", indicator="annual_health_check", year=2028)
    beside = seen(view, row=row).split('class="paper-beside"')[1].split("</section>")[0]
    assert re.search(r"<dt>Năm 2028</dt><dd><mark>100</mark></dd>", beside)
    assert len(marks(beside)) == 1


def test_a_row_that_the_paper_breaks_over_lines_stands_as_one_row(view: View) -> None:
    row = statement(view, "muong-la-2026", line=587)
    beside = seen(view, row=row).split('class="paper-beside"')[1].split("</section>")[0]
    assert "<dt>Cơ quan chủ trì</dt><dd>Trạm Y Tế xã</dd>" in beside
    assert marks(beside) == ["Người dân"]


def test_what_contradicts_a_figure_stands_beside_it_with_its_own_words(view: View) -> None:
    row = statement(view, "lai-chau-2026", indicator="annual_health_check", line=41)
    against = seen(view, row=row).split('class="paper-against"')[1].split("</section>")[0]
    assert marks(against) and "sources?document=lai-chau-2026" in against and "review?finding=" in against


def test_a_line_opens_with_what_stands_before_and_behind_and_leads_to_its_figures(view: View) -> None:
    told = seen(view, document="lang-son-2026", line="34")
    assert '<li value="34" id="line-34" class="own">' in told and '<li value="36"' in told
    row = statement(view, "lang-son-2026", indicator="life_expectancy", line=34)
    assert f"sources?row={row}" in told.split('id="line-36"')[0]
    earlier, later = (int(re.search(rf'line=(\d+)[^"]*" rel="{way}"', told)[1]) for way in ("prev", "next"))
    assert earlier < 34 < later
    assert "lang-son-2026" in told and "34" in heading(view, {"document": "lang-son-2026", "line": "34", "row": ""})


def test_the_nations_text_opens_too(view: View) -> None:
    assert 'id="line-5" class="own"' in seen(view, document="72-nq-tw", line="5")


@pytest.mark.parametrize("line", ["0", "99999", "999999"])
def test_a_line_that_is_not_there_is_a_sentence(view: View, line: str) -> None:
    told = seen(view, document="lai-chau-2026", line=line)
    assert (
        view.say("paper_no_line", paper=view.name(_paper(view, "lai-chau-2026"), "short"), line=line, total="206")
        in told
    )


@pytest.mark.parametrize("line", ["-1", "1e3", "٣", "<script>", "12;drop", "9" * 400, "1.5"])
def test_what_is_no_number_is_not_taken(view: View, line: str) -> None:
    found = parse(view, PARAMETERS, {"document": "lai-chau-2026", "line": line}, strict=False)
    assert found.choices["line"] == "" and found.unknown == (line,)


def test_a_paper_whose_text_is_not_held_says_so(view: View) -> None:
    held = {row["document"] for row in view.ask(held_papers)}
    other = next(row for row in _papers(view) if row["document"] not in held)
    told = seen(view, document=other["document"], line="3")
    assert view.say("paper_not_held", paper=view.name(other, "short")) in told


def test_a_whole_paper_is_read_piece_by_piece_with_nothing_left_out(view: View) -> None:
    lines = line_texts(view, "muong-la-2026")
    starts = piece_starts(lines)
    assert starts[0] == 1 and len(starts) < 60
    told = seen(view, document="muong-la-2026", line="1")
    assert len(told) < HUGE
    numbers: set[int] = set()
    for start in starts:
        read = (
            seen(view, document="muong-la-2026", line=str(start)).split('class="paper-read"')[1].split("</section>")[0]
        )
        numbers |= {int(one) for one in re.findall(r'<li value="(\d+)"', read)}
    assert numbers == {at for at, line in enumerate(lines, start=1) if line.strip()}


def test_words_of_one_line_that_stand_there_twice_are_marked_each_where_it_stands() -> None:
    lines = ["đạt 95% năm 2026", "", "95% năm 2030 và 95%"]
    told = marked_lines(
        lines, 1, 3, [QuotedWords(3, "95%", "a"), QuotedWords(3, "95%", "b"), QuotedWords(3, "95%", "c")]
    )
    assert [(piece.text, piece.row) for piece in told[1].pieces if piece.marked] == [("95%", "a"), ("95%", "b")]
    assert not told[0].marked


def _papers(view: View) -> list[dict[str, object]]:
    return view.ask(documents)


def _paper(view: View, name: str) -> dict[str, object]:
    return next(row for row in _papers(view) if row["document"] == name)
