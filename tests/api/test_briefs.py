"""The A4 brief of every place, read back from the PDF as its reader and a screen reader get it."""

import json
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from starlette.routing import Router

from healthplan.api.briefs import BRIEF_ROUTES
from healthplan.print.brief import brief_facts, brief_pdf
from healthplan.release import publication
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES
from tests.browser.server import ROOT, built_copy
from tests.deck.paper import bare, words_of_pdf
from tests.web.asgi import answer

PLACES = ("11", "12", "20", "40", "03808")
DAY = date(2026, 11, 28)
FONTS = sorted((ROOT / "healthplan" / "text" / "fonts").glob("BeVietnamPro*.ttf"))
each_brief = pytest.mark.parametrize(("place", "lang"), [(one, lang) for one in PLACES for lang in Lang])


@pytest.fixture(scope="module", autouse=True)
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The real data, published where the route looks for it."""
    data = built_copy(tmp_path_factory.mktemp("briefs") / "data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(data))
        patch.setenv("ROADMAP72_ADDRESS", "https://roadmap.example/72")
        yield data


def ask(place: str, query: str = "", **headers: str) -> dict[str, Any]:
    return answer(Router(BRIEF_ROUTES), f"/api/v1/briefs/{place}.pdf", query=query, **headers)


def read(place: str, lang: str) -> PdfReader:
    found = ask(place, f"lang={lang}")
    assert (found["status"], found["headers"]["content-type"]) == (200, "application/pdf")
    return PdfReader(BytesIO(found["body"]))


@each_brief
def test_a_brief_has_two_pages_of_a4_and_no_letter_below_eight_points(place: str, lang: str) -> None:
    pages, sizes = read(place, lang).pages, set()
    assert len(pages) == 2
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {(595, 842)}
    for page in pages:
        page.extract_text(visitor_text=lambda text, _, lines, _font, size: sizes.add(
            round(abs(size * lines[3]), 1) if text.strip() else 9))  # fmt: skip
    assert min(sizes) >= 8 and len(sizes) > 3


@each_brief
def test_every_goal_of_the_plan_is_in_the_text_as_printed_with_its_place_in_the_paper(place: str, lang: str) -> None:
    with publication.open_release(publication.current_path()) as db:
        goals = db.execute("select printed, locator from goals where place = ?", [place]).fetchall()
    said = words_of_pdf(read(place, lang))
    assert len(goals) > 30
    assert {printed for printed, _ in goals if bare(printed) not in said} == set()
    if lang == Lang.VI:
        assert {where for _, where in goals if bare(where.split(", cột ")[0]) not in said} == set()


@each_brief
def test_it_says_its_title_release_address_and_page_numbers(place: str, lang: str) -> None:
    reader = read(place, lang)
    view = View(Lang(lang), THEMES["light"], publication.current_path())
    assert reader.metadata.title == view.say("brief_title", place=view.place_name(place))
    said = words_of_pdf(reader)
    assert view.edition in said
    tail = "" if lang == Lang.VI else "&lang=en"
    address = f"https://roadmap.example/72/place?place={place}{tail}"
    assert address in said
    links = [one.get_object()["/A"]["/URI"] for one in reader.pages[0].get("/Annots", [])]
    assert address in links
    for at, page in enumerate(reader.pages, 1):
        told = view.say("brief_page", page=str(at), pages=str(len(reader.pages)))
        assert bare(told) in bare(page.extract_text())


@each_brief
def test_it_is_tagged_knows_its_language_and_brings_its_fonts(place: str, lang: str) -> None:
    reader = read(place, lang)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"].startswith(lang)
    assert "pdfuaid" in root["/Metadata"].get_data().decode()
    fonts = {font.get_object()["/BaseFont"]: font.get_object() for page in reader.pages
             for font in page["/Resources"]["/Font"].values()}  # fmt: skip
    assert fonts and all("BeVietnamPro" in name and "+" in name for name in fonts)
    for font in fonts.values():
        described = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(described)


@each_brief
def test_our_letters_can_write_every_word_of_it(place: str, lang: str) -> None:
    facts = brief_facts(View(Lang(lang), THEMES["light"], publication.current_path()), place, "https://x.vn/", DAY)
    for chart in (*facts["charts"]["rows"], facts["charts"]["key"]):
        chart.pop("svg")
    letters = {ord(letter) for letter in json.dumps(facts, ensure_ascii=False)}
    assert FONTS
    for font in FONTS:
        assert letters - set(TTFont(font).getBestCmap()) == set()


def test_the_same_release_gives_the_same_bytes_and_they_are_not_sent_twice() -> None:
    first = ask("20", "lang=en")
    assert ask("20", "lang=en", host="elsewhere")["body"] == first["body"]
    assert ask("20", "lang=en", if_none_match=first["headers"]["etag"])["status"] == 304
    facts = [brief_facts(View(Lang.EN, THEMES["light"], publication.current_path()), "20", "https://x.vn/", DAY)] * 2
    assert brief_pdf(facts[0]) == brief_pdf(facts[1])


def test_text_of_the_data_never_becomes_markup() -> None:
    facts = brief_facts(View(Lang.VI, THEMES["light"], publication.current_path()), "03808", "https://x.vn/", DAY)
    hostile = '#panic("read") $x^2$ *bold* \\ <label> @ref "quoted"'
    facts["lead"] = [hostile]
    said = words_of_pdf(PdfReader(BytesIO(brief_pdf(facts))))
    assert bare(hostile) in said


@pytest.mark.parametrize(("place", "query"), [("99", ""), ("VN", ""), ("11", "lang=fr"), ("11", "size=a3")])
def test_what_is_not_known_is_refused_in_a_sentence(place: str, query: str) -> None:
    refused = ask(place, query)
    error = json.loads(refused["body"])["error"]
    assert refused["status"] == 400 and "ùng được: " in error["vi"] and error["en"] and error["allowed"]


def test_a_download_is_named_after_place_and_release() -> None:
    name = ask("11", "download=1")["headers"]["content-disposition"]
    assert "brief-dien-bien-vi" in name and publication.current_path().stem[8:] in name and name.isascii()


def test_it_tells_the_way_to_the_goals_from_the_day_of_the_address() -> None:
    tags = set()
    for day, left in (("2026-11-28", "0,49 điểm % mỗi năm"), ("2028-06-30", "0,8 điểm % mỗi năm")):
        found = ask("11", f"date={day}")
        tags.add(found["headers"]["etag"])
        said = words_of_pdf(PdfReader(BytesIO(found["body"])))
        assert bare(left) in said and bare("hơn 8,87 điểm %") in said
    assert len(tags) == 2 and ask("11", "date=yesterday")["status"] == 400
