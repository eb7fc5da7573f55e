"""A plan written as a Word document and as a PDF is drafted as from its text."""

from pathlib import Path

import pytest

from healthplan.drafting.draft import Draft
from healthplan.drafting.drafter import draft_paper
from healthplan.drafting.measuring import held_plans, paper_lines
from healthplan.drafting.paper_reader import read_paper
from healthplan.drafting.vocabulary import read_vocabulary
from tests.conftest import ROOT
from tests.drafting.paper_files import as_docx, as_pdf

DATA = ROOT / "data"
COLUMNS = [
    *("indicator", "year", "from_year", "period", "printed", "unknown_reason", "stated_in", "role", "limits", "number"),
    *("task_group", "lead_printed", "partners_printed", "time_printed", "cadence", "day", "month", "issued_on"),
]


def told(draft: Draft) -> list[tuple[str, ...]]:
    """The rows without their lines, which differ from form to form."""
    return sorted((row.table, *(row.cells.get(name, "") for name in COLUMNS)) for row in draft.rows)


@pytest.mark.parametrize("document", held_plans(DATA))
def test_the_same_rows_from_text_and_from_word(document: str) -> None:
    known, lines = read_vocabulary(DATA, without=document), paper_lines(DATA, document)
    paper = read_paper(as_docx(lines))
    assert paper.kind == "docx"
    assert told(draft_paper(list(paper.lines), known)) == told(draft_paper(lines, known))


@pytest.mark.parametrize("document", held_plans(DATA))
def test_the_same_rows_from_text_and_from_pdf(document: str, tmp_path: Path) -> None:
    known, lines = read_vocabulary(DATA, without=document), paper_lines(DATA, document)
    pages: list[int] = []
    paper = read_paper(as_pdf(as_docx(lines), tmp_path), lambda done, _: pages.append(done))
    assert paper.kind == "pdf"
    assert pages == list(range(1, paper.pages + 1))
    assert told(draft_paper(list(paper.lines), known)) == told(draft_paper(lines, known))
