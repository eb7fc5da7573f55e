"""A scanned page: its words, and the cells of its table by their rules. Only where Tesseract is installed."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from healthplan.drafting import pdf_lines
from healthplan.drafting.drafter import draft_paper
from healthplan.drafting.paper_reader import read_paper
from healthplan.drafting.scan import scanner
from healthplan.drafting.vocabulary import read_vocabulary
from tests.conftest import ROOT
from tests.drafting.paper_files import as_docx, as_pdf

TEXT = """
I. MỤC TIÊU ĐẾN NĂM 2030
- Tuổi thọ trung bình của người dân đạt 75 tuổi, số năm sống khỏe mạnh đạt tối thiểu 68 năm.
PHỤ LỤC I
STT	Chỉ tiêu	Đơn vị tính	Năm 2026	Năm 2028	Năm 2030
11	Tỷ lệ bao phủ bảo hiểm y tế	%	95,5	97,2	100
12	Tuổi thọ trung bình	Tuổi	74,1	74,6	75,3
"""


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return as_pdf(as_docx(TEXT.strip().split("\n")), tmp_path_factory.mktemp("scan"))


def pictures(pdf: bytes, folder: Path, pages_of_text: int = 0) -> bytes:
    """The pages as pictures, behind as many pages with text."""
    document = pypdfium2.PdfDocument(pdf)
    sheets = [page.render(scale=200 / 72).to_pil().convert("L") for page in document]
    file = BytesIO()
    sheets[0].save(file, "PDF", save_all=True, append_images=sheets[1:], resolution=200)
    both, out = pypdfium2.PdfDocument.new(), BytesIO()
    for part, times in ((pdf, pages_of_text), (file.getvalue(), 1)):
        for _ in range(times):
            both.import_pages(pypdfium2.PdfDocument(part))
    both.save(out)
    return out.getvalue()


@pytest.mark.skipif(scanner() is None, reason="Tesseract with Vietnamese is not installed")
def test_a_scanned_page_is_drafted_and_tells_its_progress(pdf: bytes, tmp_path: Path) -> None:
    pages: list[tuple[int, int]] = []
    paper = read_paper(pictures(pdf, tmp_path), lambda *told: pages.append(told))
    assert (paper.kind, pages) == ("scan", [(1, 1)])
    rows = draft_paper(list(paper.lines), read_vocabulary(ROOT / "data")).of("goals")
    told = {(row.cells["indicator"], row.cells["year"], row.cells["printed"]) for row in rows}
    assert ("life_expectancy", "2030", "75 tuổi") in told
    assert {("health_insurance_coverage", "2026", "95,5"), ("life_expectancy", "2028", "74,6")} <= told


def test_a_scanned_page_among_others_is_named_where_nothing_reads_it(
    pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_lines, "scanner", lambda: None)
    paper = read_paper(pictures(pdf, tmp_path, pages_of_text=2))
    assert (paper.kind, paper.pages, paper.unread_pages) == ("pdf", 3, (3,))
