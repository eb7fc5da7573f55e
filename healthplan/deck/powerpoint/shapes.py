"""How the slides of PowerPoint look: colours, sizes, and small pieces of text and shape."""

from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.text.text import TextFrame
from pptx.util import Emu, Pt

from healthplan.charts.indicator import SHAPES
from healthplan.theme import Theme

PIXEL = 6350  # of a slide 1920 wide, in EMU
FONT = "Be Vietnam Pro"
# Where our font is missing, the like of it: without serifs, of changing width.
LIKE = {"panose": "020B0604020202020204", "pitchFamily": "34"}
SMALL, BODY = Pt(12), Pt(13.5)
LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
SIGNS = SHAPES | {"not_stated": "○"}  # of ambition, as letters


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


def write_runs(frame: TextFrame, pieces: list[list[tuple[str, dict[str, Any]]]]) -> None:
    """Paragraphs of runs: text with size, colour and bold. What was there is replaced."""
    for number, runs in enumerate(pieces):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        for text, style in runs:
            run = paragraph.add_run()
            run.text = text
            if "size" in style:
                run.font.size = style["size"]
            if "colour" in style:
                run.font.color.rgb = rgb(style["colour"])
            if "bold" in style:
                run.font.bold = style["bold"]
            if style.get("italic"):
                run.font.italic = True


def letters(chart: Any, size: Pt, colour: str) -> None:
    """The font of a chart, which does not take it from the theme everywhere."""
    chart.font.name, chart.font.size, chart.font.color.rgb = FONT, size, rgb(colour)
    for name, value in LIKE.items():
        chart.font._rPr.find(qn("a:latin")).set(name, value)


def speak(slide: Any, look: Look) -> None:
    """Every text of a slide is in the deck's language: a spelling checker must know."""
    for text in slide._element.iter(qn("a:r")):
        text.get_or_add_rPr().set("lang", LANGUAGES[look.lang])


def name_shape(shape: Any, name: str, alt: str) -> None:
    """The name in the selection pane, and the alternative text."""
    shape.name = name
    shape._element.find(".//" + qn("p:cNvPr")).set("descr", alt)
