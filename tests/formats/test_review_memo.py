"""The memo of the plan review in Word: what its filters choose, both quotations, room for the answer; and what a
printer and a screen reader need of it."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from pypdf import PdfReader

from healthplan.cache import CACHE
from healthplan.formats.office import xml_text
from healthplan.model.locator import english
from healthplan.release import publication
from healthplan.subjects.findings.queries import findings
from healthplan.text import Lang, say
from tests.api.client import ask
from tests.browser.server import built_copy
from tests.libreoffice import converted

PATH = "/memos/review.docx"
ALL = {"place": "", "indicator": "", "severity": "", "rule": ""}
each_language = pytest.mark.parametrize("lang", Lang)


@pytest.fixture(scope="module", autouse=True)
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The real data, published where the route looks for it."""
    data = built_copy(tmp_path_factory.mktemp("memos") / "data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(data))
        patch.setenv("ROADMAP72_ADDRESS", "https://roadmap.example/72")
        yield data


def memo(query: str = "") -> Any:
    found = ask(PATH, query)
    assert found["status"] == 200 and "wordprocessingml" in found["headers"]["content-type"]
    return Document(BytesIO(found["body"]))


def chosen(**picked: str) -> list[dict[str, Any]]:
    with publication.open_release(publication.current_path()) as db:
        return findings(db, **ALL | picked)


def rows_of(document: Any) -> list[list[str]]:
    """The rows of findings, cell by cell: neither the head nor the names of families."""
    (table,) = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    return [row for row in rows if row[0].isdecimal()]


@each_language
def test_every_finding_is_in_it_with_its_quotations_their_places_and_an_empty_cell(lang: Lang) -> None:
    rows, known = rows_of(memo(f"lang={lang}")), chosen()
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(known) + 1)]
    assert sorted(row[2].split("\n")[0] for row in rows) == sorted(row[f"sentence_{lang}"] for row in known)
    assert {row[5] for row in rows} == {""}
    for row in known:
        told = [one for one in rows if one[2].startswith(row[f"sentence_{lang}"])]
        assert any(all(quotes(cell, row, side) for cell, side in zip(one[3:5], "ab", strict=True)) for one in told)


def quotes(cell: str, row: dict[str, Any], side: str) -> bool:
    """Whether a cell has the words and the place of a side; what is read in the press is never put in quotes."""
    if not (row[f"row_{side}"] or "").startswith("g"):
        return bool(cell)
    where, printed = row[f"locator_{side}"], row[f"printed_{side}"]
    return (not printed or f"“{printed}”" in cell) and (where in cell or english(where) in cell)


def test_the_families_follow_each_other_the_gravest_first_and_our_own_mapping_is_none_of_them() -> None:
    document = memo()
    titles = [row.cells[0].text for row in document.tables[0].rows if not row.cells[0].text.isdecimal()][1:]
    counts = [sum(row["family"] == family for row in chosen()) for family in
              ("weaker_or_later", "contradictions", "missing_data")]  # fmt: skip
    assert [int(title.split("(")[1][:-1]) for title in titles] == counts
    assert say(Lang.VI, "family_own_mapping") not in str(titles)
    first = rows_of(document)[: counts[0]]
    grave = [say(Lang.VI, "severity_grave") in row[2] for row in first]
    assert grave == sorted(grave, reverse=True) and any(grave)


def test_the_filters_of_the_screen_choose_and_are_named() -> None:
    document = memo("place=12&severity=grave")
    assert len(rows_of(document)) == len(chosen(place="12", severity="grave")) > 0
    said = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Lai Châu" in said and "quan trọng" in said and "https://roadmap.example/72/review?place=12" in said
    name = ask(PATH, "place=12&severity=grave&download=1")["headers"]["content-disposition"]
    assert "review-12-grave-vi" in name and name.endswith('.docx"')


def test_a_choice_without_findings_says_so() -> None:
    document = memo("rule=task_without_lead&severity=grave")
    assert not document.tables and say(Lang.VI, "review_nothing") in [one.text for one in document.paragraphs]


@each_language
def test_it_is_landscape_a4_in_one_font_with_its_head_on_every_page_and_page_numbers(lang: Lang) -> None:
    document = memo(f"lang={lang}&place=12")
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    head, *others = document.tables[0].rows
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in others)
    assert "PAGE" in etree.tostring(section.header._element, encoding="unicode")
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    assert set(defaults.attrib.values()) == {"Times New Roman"} and document.styles["Normal"].font.size.pt == 13


@each_language
def test_it_knows_its_title_its_release_and_its_language_and_a_quotation_stays_vietnamese(lang: Lang) -> None:
    document = memo(f"lang={lang}&place=12")
    core, tag = document.core_properties, {"vi": "vi-VN", "en": "en-GB"}[lang]
    release = publication.current_path().stem.removeprefix("release-")
    assert (core.title, core.language, core.comments) == (say(lang, "memo_title"), tag, release)
    assert core.author == say(lang, "product") and core.created.isoformat()[:10] in release
    assert document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val")) == tag
    assert document.tables[0]._tbl.find(f".//{qn('w:lang')}").get(qn("w:val")) == "vi-VN"


def test_the_same_choice_has_the_same_bytes_and_they_are_not_sent_twice() -> None:
    first = ask(PATH, "place=20")
    CACHE.forget()
    assert ask(PATH, "place=20")["body"] == first["body"]
    assert ask(PATH, "place=20", if_none_match=first["headers"]["etag"])["status"] == 304


@pytest.mark.parametrize("query", ["place=99", "rule=task_without_indicator", "severity=x", "size=a4", "lang=fr"])
def test_what_is_not_known_is_refused_in_a_sentence(query: str) -> None:
    assert ask(PATH, query)["status"] == 400


def test_no_letter_of_a_paper_breaks_it() -> None:
    every = "".join(map(chr, range(0x11000))) + chr(0x1F600)
    run = etree.Element("t")
    run.text = xml_text(every)
    assert etree.fromstring(etree.tostring(run)).text.replace("\r", "\n").count("Đ") == 1
    assert xml_text("“9\x0b5\x00 %”\ud800 ế") == "“95 %” ế"


@each_language
def test_libreoffice_opens_it_and_sets_its_pages(lang: Lang, tmp_path: Path) -> None:
    body = ask(PATH, f"place=12&lang={lang}")["body"]
    pages = PdfReader(converted("memo.docx", body, "pdf", tmp_path)).pages
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {(842, 595)}
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        text = " ".join(page.extract_text().split())
        assert say(lang, "memo_number") in text and say(lang, "memo_finding").split()[0] in text
        assert number == 1 or text.startswith(str(number))
