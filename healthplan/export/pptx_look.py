"""How the slides of PowerPoint look: colours, sizes, and small pieces of text and shape."""

from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.oxml.ns import qn
from pptx.text.text import TextFrame
from pptx.util import Emu, Pt

from healthplan.charts.look import Theme

PIXEL = 6350  # of a slide 1920 wide, in EMU
FONT = "Be Vietnam Pro"
SMALL, BODY = Pt(12), Pt(13.5)
LANGUAGES = {"vi": MSO_LANGUAGE_ID.VIETNAMESE, "en": MSO_LANGUAGE_ID.ENGLISH_UK}
# The signs of ambition as letters, as near as can be to those of the screens.
SHAPES = {"stronger": "▲", "equal": "●", "weaker": "▼", "later": "»", "not_stated": "○",
          "not_comparable": "–"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of one theme, and the language that a spelling checker should use."""

    lang: str
    theme: Theme


def _bytes(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.lstrip("#")))


def rgb(colour: str) -> RGBColor:
    """#rrggbb for python-pptx."""
    return RGBColor(*_bytes(colour))


def px(pixels: float) -> Emu:
    """A length on a slide 1920 wide."""
    return Emu(round(pixels * PIXEL))


def write(frame: TextFrame, look: Look, pieces: list[list[tuple[str, dict[str, Any]]]]) -> None:
    """Paragraphs of runs: text with size, colour and bold. What was there is replaced."""
    for number, runs in enumerate(pieces):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        for text, style in runs:
            run = paragraph.add_run()
            run.text = text
            run.font.language_id = LANGUAGES[look.lang]
            if "size" in style:
                run.font.size = style["size"]
            if "colour" in style:
                run.font.color.rgb = rgb(style["colour"])
            if "bold" in style:
                run.font.bold = style["bold"]
            if style.get("link"):
                run.hyperlink.address = style["link"]


def name_shape(shape: Any, name: str, alt: str) -> None:
    """The name in the selection pane, and the alternative text."""
    shape.name = name
    shape._element.find(".//" + qn("p:cNvPr")).set("descr", alt)
