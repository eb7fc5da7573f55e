"""Documents that cannot be read are refused with a sentence; nothing in them is run."""

import zipfile
from io import BytesIO

import pytest
from docx import Document
from PIL import Image
from pypdf import PdfReader, PdfWriter

from healthplan.drafting import pdf_lines
from healthplan.drafting.paper_reader import read_paper
from healthplan.drafting.refusal import PaperRefused
from healthplan.text import Lang, say


def refusal(raw: bytes) -> str:
    with pytest.raises(PaperRefused) as refused:
        read_paper(raw)
    told = [say(lang, refused.value.fault, **refused.value.facts) for lang in Lang]
    assert all(text.count(".") >= 2 for text in told)  # the fault, and a way on
    return refused.value.fault


def packed(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def picture_pdf(pages: int) -> bytes:
    file = BytesIO()
    sheets = [Image.new("L", (300, 400), 255) for _ in range(pages)]
    sheets[0].save(file, "PDF", save_all=True, append_images=sheets[1:])
    return file.getvalue()


def word_document(*paragraphs: str) -> bytes:
    document, file = Document(), BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(file)
    return file.getvalue()


def encrypted_pdf() -> bytes:
    writer, file = PdfWriter(), BytesIO()
    writer.add_page(PdfReader(BytesIO(picture_pdf(1))).pages[0])
    writer.encrypt("secret", algorithm="AES-128")
    writer.write(file)
    return file.getvalue()


BOMB = b"<a>" + b"0" * 500_000_000
DOCUMENT = "word/document.xml"
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"", "paper_empty"),
        (b" \n\t\n", "paper_empty"),
        ("…\n---\n".encode(), "paper_empty"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 50, "paper_photo"),
        (b"\xff\xd8\xff\xe0" + b"0" * 50, "paper_photo"),
        (b"\xd0\xcf\x11\xe0" + b"0" * 50, "paper_old_office"),
        (b"{\\rtf1 text}", "paper_old_office"),
        (b"M\xf4c ti\xeau \xff\xfe\xfa", "paper_not_text"),
        (b"a\x00b", "paper_not_text"),
        (("Môc tiªu ®Õn n¨m 2030: tû lÖ bao phñ b¶o hiÓm y tÕ ®¹t 95%. " * 20).encode(), "paper_old_font"),
        (b"x" * 50_000_001, "paper_too_big"),
        (b"d\n" * 20_001, "paper_too_long"),
        (b"d" * 20_001, "paper_line_too_long"),
        (packed({"xl/workbook.xml": b"<a/>"}), "paper_spreadsheet"),
        (packed({"plan.docx": b"PK", "annex.pdf": b"%PDF"}), "paper_other_package"),
        (packed({DOCUMENT: b"<not xml"}), "paper_docx_damaged"),
        (packed({DOCUMENT: ENTITIES}), "paper_docx_damaged"),
        (packed({DOCUMENT: b"<a/>"}), "paper_docx_damaged"),
        (word_document("Mục tiêu")[:-300], "paper_docx_damaged"),
        (b"%PDF-1.7\nnothing", "paper_pdf_damaged"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_way_on(raw: bytes, fault: str) -> None:
    assert refusal(raw) == fault


def test_a_package_that_unpacks_to_half_a_gigabyte_is_not_opened() -> None:
    assert refusal(packed({DOCUMENT: BOMB})) == "paper_unpacks_too_big"


def test_an_encrypted_pdf_is_told_as_such() -> None:
    assert refusal(encrypted_pdf()) == "paper_encrypted"


def test_a_scan_without_a_reader_of_scans_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_lines, "scanner", lambda: None)
    assert refusal(picture_pdf(2)) == "paper_scan_without_reader"


def test_a_pdf_of_too_many_pages_is_not_read() -> None:
    assert refusal(picture_pdf(401)) == "paper_too_many_pages"


def test_lines_are_numbered_as_they_stand_and_letters_that_nobody_sees_are_gone() -> None:
    paper = read_paper("\ufeffMục tiêu\r\n\r\nTỷ\u200b lệ\u00a095%\r\n".encode())
    assert paper.lines == ("Mục tiêu", "", "Tỷ lệ 95%")
    assert (paper.kind, paper.text) == ("text", "Mục tiêu\n\nTỷ lệ 95%\n")


def test_letters_of_other_alphabets_are_the_vietnamese_ones_that_they_look_like() -> None:
    assert read_paper("Ðến năm 2030 ðạt 95%".encode()).lines == ("Đến năm 2030 đạt 95%",)


def test_a_word_document_keeps_the_numbers_of_its_lists_and_the_cells_of_its_tables() -> None:
    document, file = Document(), BytesIO()
    document.add_paragraph("Mục tiêu đến năm 2030", style="List Number")
    document.add_paragraph("Tỷ lệ bao phủ", style="List Bullet")
    document.add_paragraph("Tầm nhìn", style="List Number")
    table = document.add_table(2, 3)
    for at, text in enumerate(["STT", "Chỉ tiêu", "2030"]):
        table.cell(0, at).text = text
    table.cell(1, 0).merge(table.cell(1, 1)).text = "Nhóm\nmột"
    document.save(file)
    lines = [line for line in read_paper(file.getvalue()).lines if line]
    assert lines == [
        "1. Mục tiêu đến năm 2030",
        "- Tỷ lệ bao phủ",
        "2. Tầm nhìn",
        "STT\tChỉ tiêu\t2030",
        "Nhóm một\t\t",
    ]


W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def document_of(body: str) -> bytes:
    return packed({DOCUMENT: f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()})


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


BOX = f"<w:txbxContent><w:p>{words('Trong khung 98%')}</w:p></w:txbxContent>"
CELL = "<w:tc><w:p>{}</w:p></w:tc>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (  # tracked changes, as accepted
            f"<w:p>{words('Đạt ')}<w:del><w:r><w:delText>95%</w:delText></w:r></w:del>"
            f"<w:ins>{words('97%')}</w:ins></w:p>"
            f"<w:p><w:moveFrom>{words('cũ')}</w:moveFrom><w:moveTo>{words('mới')}</w:moveTo></w:p>"
            f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{CELL.format(words('xóa'))}{CELL.format('')}</w:tr></w:tbl>",
            ["Đạt 97%", "mới"],
        ),
        (  # a text box, which the file holds twice
            f"<w:p>{words('Ngoài')}<w:r><mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}"
            "</mc:Fallback></mc:AlternateContent></w:r></w:p>",
            ["Ngoài", "Trong khung 98%"],
        ),
        (  # a sign from the font of symbols, and hidden words
            f"<w:p>{words('Đạt ')}<w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>{words('95%')}"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>",
            ["Đạt ≥95%"],
        ),
        (  # a frame around paragraphs
            f"<w:tbl><w:tr><w:tc><w:p>{words('Một')}</w:p><w:p>{words('Hai')}</w:p></w:tc></w:tr></w:tbl>",
            ["Một", "Hai"],
        ),
        (  # a table inside a cell
            f"<w:tbl><w:tr>{CELL.format(words('A'))}<w:tc><w:p/><w:tbl>"
            + "".join(f"<w:tr>{CELL.format(words(one))}{CELL.format(words('b'))}</w:tr>" for one in "xy")
            + "</w:tbl></w:tc></w:tr></w:tbl>",
            ["A\t", "x\tb", "y\tb"],
        ),
    ],
)  # fmt: skip
def test_a_word_document_is_read_as_a_reader_sees_it(body: str, lines: list[str]) -> None:
    assert [line for line in read_paper(document_of(body)).lines if line] == lines


def test_footnotes_are_read_and_tracked_changes_and_macros_told() -> None:
    notes = f"<w:footnotes {W}><w:footnote w:id='1'><w:p>{words('Năm 2024: 93%')}</w:p></w:footnote></w:footnotes>"
    body = f"<w:document {W}><w:body><w:p><w:ins>{words('Đạt')}</w:ins></w:p></w:body></w:document>"
    parts = {DOCUMENT: body.encode(), "word/footnotes.xml": notes.encode(), "word/vbaProject.bin": b"macro"}
    paper = read_paper(packed(parts))
    assert [line for line in paper.lines if line] == ["Đạt", "[1] Năm 2024: 93%"]
    assert paper.notes == ("paper_tracked_changes", "paper_macros")
