"""Titles, names and notes in letters that our fonts lack, or far too long: every picture, brief and deck is
still made, names what it cannot write, and nothing leaves its page."""

import csv
import unicodedata
import xml.etree.ElementTree as ET
from io import BytesIO
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from etl.run import run
from healthplan.api.charts import CHARTS
from healthplan.charts.text_layout import balanced_lines, shortened_line, text_lines, width_of, wrapped_lines
from healthplan.text import Lang, say
from healthplan.text.letters import BOX, BREAK, boxes, breakable_text, cut_text, writable_text
from tests.api.client import ask

NAMES = {  # what stands behind every name, title and note
    "letters": "Ω ∑ ☂ 😀 👩 ⚕ ก ไทย 漢字 日本 عربي ខ្មែរ ລາວ 𖬀𖬁 한글 हिन्दी Ж ₫ 𝛼 ⁂ 🇻🇳",
    "one word": "x" * 500,
    "many words": " ".join(["Rấtdài"] * 570),
}  # fmt: skip
COLUMNS = {
    "indicators.csv": "name short unit", "places.csv": "name", "themes.csv": "name", "agencies.csv": "name",
    "documents.csv": "short title issuer held missing", "plans/dien-bien-2026/duties.csv": "what",
    "plans/dien-bien-2026/tasks.csv": "title result", "plans/dien-bien-2026/goals.csv": "note",
    "plans/dien-bien-2026/task_groups.csv": "title", "plans/dien-bien-2026/remarks.csv": "text",
}  # fmt: skip


@pytest.fixture(params=NAMES)
def named(request, small_data: Path) -> str:
    """The small data with names of a kind, built."""
    for file, columns in COLUMNS.items():
        with (small_data / file).open(encoding="utf-8", newline="") as opened:
            rows = list(csv.DictReader(opened))
        for row in rows:
            for column in (f"{one}_{lang}" for one in columns.split() for lang in ("vi", "en")):
                row[column] += " " + NAMES[request.param]
        with (small_data / file).open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, rows[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    run()
    return request.param


def made(path: str, query: str = "") -> bytes:
    answer = ask(path, query)
    assert answer["status"] == 200, (path, query, answer["body"][:300].decode())
    return answer["body"]


def inside(sheet: bytes) -> list[str]:
    """The text of every page, each of whose pieces begins on the page."""
    texts = []
    for page in PdfReader(BytesIO(sheet)).pages:
        box, out = page.mediabox, []

        def seen(text, matrix, at, _font, _size, box=box, out=out) -> None:
            x, y = at[4] * matrix[0] + matrix[4], at[5] * matrix[3] + matrix[5]
            if text.strip() and not (0 <= x <= box.width and 0 <= y <= box.height):
                out.append((text, x, y))

        texts.append(page.extract_text(visitor_text=seen))
        assert out == []
    return texts


def test_every_file_is_made_names_what_it_cannot_write_and_keeps_to_its_pages(named: str) -> None:
    for chart in (name for name in CHARTS if CHARTS[name].ready):
        query = "date=2026-11-24" if chart == "calendar" else ""
        picture = made(f"/charts/{chart}.svg", query).decode()
        ET.fromstring(picture)
    assert made("/charts/trajectory.png", "size=slide").startswith(b"\x89PNG")
    for query in ("lang=vi", "lang=en"):
        pages = inside(made("/briefs/11.pdf", query))
        assert len(pages) == 2
        assert ("U+1F469 WOMAN" in " ".join(pages[-1].split())) == (named == "letters")
    for query in ("", "ready=place&places=11", "ready=indicator", "lang=en"):
        slides = len(Presentation(BytesIO(made("/decks/deck.pptx", query))).slides)
        assert b"<html" in made("/decks/deck.html", query)
        pages = inside(made("/decks/deck.pdf", query))
        heads = [" ".join(text.split()) for text in pages]
        told = say(Lang.EN if query == "lang=en" else Lang.VI, "deck_pdf_behind")
        behind = next(at for at, text in enumerate(heads) if told in text)
        assert behind == slides
    assert Calendar.from_ical(made("/calendar.ics")).walk("VEVENT")
    assert load_workbook(BytesIO(made("/goals.xlsx"))).sheetnames
    assert NAMES[named].split(" ")[0] in made("/indicators.csv").decode()


WRITTEN = (  # a text, how our files write it, what they say of its boxes
    ("Điện Biên", "Điện Biên", ""), ("ưỡẵự Ễ đ Đ", "ưỡẵự Ễ đ Đ", ""), ("Ω ≥ → ●", "Ω ≥ → ●", ""),
    ("Жу عربي", "Жу عربي", ""),
    ("ลา", "□□", "□ U+0E25 THAI CHARACTER LO LING; U+0E32 THAI CHARACTER SARA AA"),
    ("漢漢", "□□", "□ U+6F22 CJK UNIFIED IDEOGRAPH-6F22"), ("ខ", "□", "□ U+1781 KHMER LETTER KHA"),
    ("𖬀", "□", "□ U+16B00 PAHAWH HMONG VOWEL KEEB"), ("😀", "😀", ""), ("👩‍⚕️", "□⚕", "□ U+1F469 WOMAN"),
    ("한", "□", "□ U+D55C HANGUL SYLLABLE HAN"), ("a\u200bb", "a\u200bb", ""), ("\ue000", "□", "□ U+E000"),
    ("🇻🇳", "□□", "□ U+1F1FB REGIONAL INDICATOR SYMBOL LETTER V; U+1F1F3 REGIONAL INDICATOR SYMBOL LETTER N"),
    ("กขคงจฉช", "□" * 7,
     "□ " + "; ".join(f"U+{ord(one):04X} {unicodedata.name(one)}" for one in "กขคงจฉ") + "; … (+1)"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "written", "said"), WRITTEN)
def test_a_letter_that_no_font_of_ours_has_is_a_box_with_a_name(text: str, written: str, said: str) -> None:
    shown = writable_text(text)
    assert shown.replace("\u200d", "").replace("\ufe0f", "") == written and boxes(text) == said
    assert (BOX in shown) == bool(said)


@pytest.mark.parametrize(("text", "most", "told"), [
    ("ngắn", 10, "ngắn"), ("x" * 20, 10, "x" * 9 + "…"),
    ("một hai ba bốn năm", 16, "một hai ba bốn…"), ("", 5, ""),
    ("mười chữ!!", 10, "mười chữ!!"), ("một, hai, ba, bốn", 14, "một, hai, ba…"),
])  # fmt: skip
def test_a_text_that_is_too_long_ends_with_three_dots(text: str, most: int, told: str) -> None:
    assert cut_text(text, most) == told and len(told) <= most


@pytest.mark.parametrize("text", [*NAMES.values(), "Điện Biên", "ab " * 9, "x" * 29 + " " + "y" * 31, "ô" * 4000])
@pytest.mark.parametrize("width", [68.0, 300.0, 1128.0])
def test_no_line_of_a_picture_is_wider_than_its_room(text: str, width: float) -> None:
    (line,) = text_lines(text, 14, "#000")
    parts = wrapped_lines(line, width, 5)
    assert 1 <= len(parts) <= 5
    shown = ["".join(run.text for run in part) for part in parts]
    assert all(width_of(shortened_line(part, width)) <= width and width_of(part) <= width + 14 for part in parts)
    assert "".join(shown).replace(" ", "") == writable_text(text).replace(" ", "") or shown[-1].endswith("…")


def test_a_very_long_word_may_be_broken_and_reads_the_same() -> None:
    assert breakable_text("Sở Y tế " + "x" * 100).replace(BREAK, "") == "Sở Y tế " + "x" * 100
    assert BREAK in breakable_text("x" * 31) and BREAK not in breakable_text("nghiêng " * 20)


@pytest.mark.parametrize("name", ["Quang Ninh", "Quảng Ngãi", "Huế", "Tuyên Quang", "TP. Hồ Chí Minh",
                                  "Thái Nguyên", "Đồng Nai", "Bắc Ninh", "Lạng Sơn", "An Giang"])  # fmt: skip
def test_the_name_of_a_province_is_broken_between_words_only(name: str) -> None:
    (line,) = text_lines(name, 12.5, "#000", "bold")
    parts = ["".join(run.text for run in part) for part in balanced_lines(line, 68, 3)]
    assert " ".join(parts) == name
