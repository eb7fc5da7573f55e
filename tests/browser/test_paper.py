"""What comes out of the printer: the list of one body on A4, without the navigation."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.browser.visit import visiting


@pytest.fixture(scope="module")
def paper(rooms, site):
    """Prints a screen at the desk."""

    def printed_at(address: str) -> PdfReader:
        with visiting(rooms("desk"), site) as visit:
            visit.open(address)
            return PdfReader(BytesIO(visit.page.pdf(prefer_css_page_size=True)))

    return printed_at


@pytest.fixture(scope="module")
def printed(paper):
    """The printed pages of the tasks of one body."""
    return paper("/tasks?agency=finance_department&lang=en")


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_the_list_of_a_body_is_printed_on_a4_as_a_table(printed: PdfReader) -> None:
    width, height = printed.pages[0].mediabox[2:]
    assert (round(float(width)), round(float(height))) == (595, 842)
    text = words(printed)
    assert "Department of Finance:" in text and "Leads" in text
    assert "Put health targets into socio-economic strategies" in text and "no report yet" in text
    assert "Data of" in text


def test_no_menu_no_filter_and_no_button_is_printed(printed: PdfReader) -> None:
    text = words(printed)
    assert not [
        word for word in ("Trajectories", "Search the tasks", "Print the list", "How many tasks") if word in text
    ]


def test_a_chart_is_printed_whole_with_the_address_and_the_release_at_the_foot(paper) -> None:
    chart_page = paper("/trajectories?indicator=stunting_under5&lang=en")
    first, text = chart_page.pages[0].extract_text(), words(chart_page)
    assert "2025" in first and "2030" in first and "Dien Bien" in first
    assert "/trajectories?indicator=stunting_under5&lang=en" in text and "Data of" in text
    assert "Overview" not in text and "Calendar" not in text
