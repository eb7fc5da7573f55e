"""Damaged text is known by what its words look like; sound text of any language passes."""

import csv
import unicodedata

import pytest

from etl.damage import FONTS, VNI_MARKS, damage_of
from tests.conftest import ROOT

SENTENCE = "Kế hoạch của tỉnh Điện Biên về bảo vệ, chăm sóc sức khỏe"
WORDS = (
    "Sở Y tế",
    "Bảo hiểm y tế",
    "Trạm y tế xã",
    "Cơ quan chủ trì",
    "Giường bệnh",
    "Uỷ ban nhân dân tỉnh",
    "Nguyễn Thị Hồng",
    "đến năm 2030",
    SENTENCE,
)
VNI_LETTERS = {"đ": "ñ", "Đ": "Ñ", "ơ": "ô", "ư": "ö", "ỉ": "æ", "ị": "ò", "ỵ": "î", "ĩ": "ó"}
VNI_SIGNS = {marks: sign for sign, marks in VNI_MARKS.items()}


def typed_in(font: str, text: str) -> str:
    """The text as an old font stored it, seen in Latin-1."""
    if font == "vni":
        return "".join(vni(letter) for letter in text)
    return text.translate({meant: chr(sign) for sign, meant in FONTS[font].items()})


def vni(letter: str) -> str:
    if letter in VNI_LETTERS:
        return VNI_LETTERS[letter]
    base, *marks = unicodedata.normalize("NFD", letter)
    if not marks or base in "iI":
        return letter
    if "\u031b" in marks:
        base = {"o": "ô", "u": "ö", "O": "Ô", "U": "Ö"}[base]
        marks.remove("\u031b")
    marks.sort(key=lambda mark: mark not in "\u0302\u0306")
    return base + (VNI_SIGNS["".join(marks)] if marks else "")


def read_as(page: str, text: str) -> str:
    return text.encode().decode(page, "ignore")


@pytest.mark.parametrize("text", WORDS)
@pytest.mark.parametrize("font", FONTS)
def test_words_of_an_old_font_are_known(font: str, text: str) -> None:
    found = damage_of(typed_in(font, text))
    assert found is not None and found.fault in {"legacy_font", "character"}


@pytest.mark.parametrize("text", WORDS)
@pytest.mark.parametrize("page", ["latin-1", "cp1252", "cp1258", "cp1251", "cp437", "mac_roman"])
def test_words_read_in_a_wrong_code_page_are_known(page: str, text: str) -> None:
    found = damage_of(read_as(page, text))
    assert found is not None and found.fault in {"code_page", "legacy_font"}


@pytest.mark.parametrize("text", WORDS)
def test_words_read_wrongly_twice_are_known(text: str) -> None:
    assert damage_of(read_as("latin-1", read_as("latin-1", text))).fault == "code_page"


@pytest.mark.parametrize("text", WORDS)
@pytest.mark.parametrize("page", ["ascii", "cp1252", "latin-1"])
def test_words_that_lost_letters_are_known(page: str, text: str) -> None:
    assert damage_of(text.encode(page, "replace").decode(page)).fault == "letters_lost"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Së Y tÕ", "legacy_font"),
        ("Bé Y tÕ", "legacy_font"),
        ("HuÕ", "legacy_font"),
        ("B¾c Ninh", "legacy_font"),
        ("®­îc", "legacy_font"),
        ("n¨m 2026", "legacy_font"),
        ("Cao Baèng", "legacy_font"),
        ("“Hç trî” c¸c x·", "legacy_font"),
        ("Sá»Ÿ Y táº¿", "code_page"),
        ("Sở Y táº¿", "code_page"),
        ("25Â°C", "code_page"),
        ("mÂ²", "code_page"),
        ("â‰¥ 95%", "code_page"),
        ("50â€“60", "code_page"),
        ("CÃ”NG", "code_page"),
        ("SÃ’N", "code_page"),
        ("phÃ²ng", "code_page"),
        ("Ã´", "code_page"),
        ("HÃ  Ná»™i", "code_page"),
        ("“Há»— trá»£”", "code_page"),
        ("K? ho?ch", "letters_lost"),
        ("Th? xã", "letters_lost"),
        ("01-NQ/?H", "letters_lost"),
        ("Tiêu ??", "letters_lost"),
        ("Y t\ufffd", "letters_lost"),
        ("#REF!", "excel_error"),
        ("x #DIV/0! y", "excel_error"),
        ("#N/A", "excel_error"),
        ("#NOM?", "excel_error"),
        ("Err:502", "excel_error"),
        ("#####", "excel_error"),
    ],
)
def test_damage_is_called_by_its_name(text: str, fault: str) -> None:
    assert damage_of(text).fault == fault


@pytest.mark.parametrize(
    "text",
    [
        "50 µg/m³ xuống 25 µg/m³",
        "Köln and Düsseldorf",
        "½ … ½",
        "Abbott® Pfizer®",
        "Đắk Lắk",
        "Ðiện Biên",
        "37,5 °C",
        "≥ 95%",
        "2025–2030",
        "“CẤP XÃ” và “XÃ”",
        "cấp xã”…",
        "NESTLÉ”",
        "São Paulo",
        "Curaçao",
        "Øresund, Århus, København",
        "ÎLE-DE-FRANCE",
        "«Le Monde»",
        "où est-il, là-bas",
        "Thaï Airways",
        "Krông Nô",
        "Buôn Ma Thuột",
        "H’Leo, Cư M’gar",
        "Señor Peña, año 2026",
        "Crème brûlée à Orléans",
        "Zoë und Jürgen Müller-Straße",
        "naïve",
        "Łódź",
        "Ελλάδα",
        "Москва",
        "中文",
        "日本語",
        "ภาษาไทย",
        "Türkiye",
        "Reykjavík",
        "Ðông Nam Á",
        "HĐND, UBND, QĐ-TTg, 08-KH/ĐU",
        "n×n",
        "5 µm",
        "±5 %",
        "−5",
        "§2",
        "©2026 Bộ Y tế",
        "½ giờ",
        "Vì sao? Vì vậy.",
        "Why? Because",
        "https://example.org/a?b=c",
        "vbpl.example/pages?id=1",
        "example.org/x?page",
        "/tim?q=y",
        "#1",
        "N/A",
        "hóa, hoá, thuý, thúy, quý, Quỳ",
        "BHYT là gì? BYT?",
        "Đ",
        "ý",
        "Huế",
        "giữ gìn",
        "khuỷu tay",
        "👍",
        "R$ 5",
        "oxy hóa, xoong, quần soóc",
        "Pháp (Médecins Sans Frontières)",
        "Điều 5, khoản 2 …",
        "x",
        "A\nB",
    ],
)
def test_sound_text_passes(text: str) -> None:
    assert damage_of(text) is None


def test_every_cell_of_the_shipped_data_passes() -> None:
    for path in (ROOT / "data").rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            assert {cell for row in csv.reader(file) for cell in row if damage_of(cell)} == set(), path


def test_most_cells_of_the_shipped_data_are_known_when_they_are_damaged() -> None:
    cells: set[str] = set()
    for path in (ROOT / "data").rglob("tasks.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            cells |= {cell for row in csv.reader(file) for cell in row if len(cell.encode()) > 1.2 * len(cell)}
    assert len(cells) > 100
    for spoilt in (
        lambda text: read_as("latin-1", text),
        lambda text: typed_in("tcvn3", text),
        lambda text: typed_in("vni", text),
    ):
        assert sum(damage_of(spoilt(cell)) is None for cell in cells) <= 0.01 * len(cells)
