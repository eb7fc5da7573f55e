"""Text of a PDF, as its reader gets it."""

import re

from pypdf import PdfReader


def bare(text: str) -> str:
    """Without spaces and line breaks, which a table moves."""
    return re.sub(r"\s+", "", text)


def words_of_pdf(reader: PdfReader) -> str:
    """All its words without spaces."""
    return bare("".join(page.extract_text() for page in reader.pages))
