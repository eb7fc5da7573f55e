"""The slides of the PDF, read as its reader gets them: a page a slide, behind them the figures as printed."""

from io import BytesIO

from pypdf import PdfReader

from healthplan.text import Lang, say
from tests.deck.forms.slides import SlideContent
from tests.deck.paper import bare

BEHIND = tuple(bare(say(lang, "deck_pdf_behind")) for lang in Lang)


def in_paper(body: bytes) -> list[SlideContent]:
    texts = [page.extract_text() for page in PdfReader(BytesIO(body)).pages]
    slides = next(at for at, text in enumerate(texts) if any(one in bare(text) for one in BEHIND))
    behind = bare("".join(texts[slides:]))
    return [SlideContent("", text, behind=behind) for text in texts[:slides]]
