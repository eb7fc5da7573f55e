"""An empty presentation with the product's master: 16:9, our font and colours, two layouts with real
placeholders for title, text, source and slide number."""

from copy import deepcopy
from typing import Any

from lxml import etree
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from healthplan.export.pptx_look import FONT, LIKE, Look, px, rgb
from healthplan.export.pptx_template import COVER, MESSAGE, PRESENTATION, template

LEAD, SOURCE, NUMBER = 13, 14, 12  # what the layout's placeholders are called
BOXES = {"title": (80, 44, 1760, 116), LEAD: (80, 164, 1760, 78), SOURCE: (80, 970, 1640, 92),
         NUMBER: (1740, 990, 100, 66)}  # fmt: skip
COVER_BOXES = {"title": (140, 330, 1560, 250), "subtitle": (140, 600, 1560, 220),
               SOURCE: (140, 960, 1500, 66)}  # fmt: skip
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def presentation(look: Look) -> PRESENTATION:
    """The template with everything but its two layouts made ours."""
    deck = template()
    _theme(deck, look)
    _master(deck.slide_master, look)
    cover, message = (deck.slide_layouts.get_by_name(name) for name in (COVER, MESSAGE))
    _drop(message, ("dt", "ftr"))
    _drop(cover, ("dt", "ftr", "sldNum"))
    _place(message.placeholders[0], BOXES["title"])
    message.placeholders[0].text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    for index, name, size in ((LEAD, "Lead", 1300), (SOURCE, "Source", 1200)):
        _add_text(message, index, name, BOXES[index], size, look.theme.muted)
    _place(next(one for one in message.placeholders if one.placeholder_format.idx == NUMBER), BOXES[NUMBER])
    _cover(cover, look)
    return deck


def _theme(deck: PRESENTATION, look: Look) -> None:
    """Colours and fonts of the theme, so that what a reader adds looks like the rest."""
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    tree = etree.fromstring(part.blob)
    space = {"a": DRAWING}
    colours = {"dk1": look.theme.ink, "lt1": look.theme.paper, "dk2": look.theme.accent,
               "lt2": look.theme.sunken, "hlink": look.theme.accent,
               "folHlink": look.theme.muted}  # fmt: skip
    accents = [look.theme.accent, *look.theme.places.values()][:6]
    colours |= {f"accent{at}": colour for at, colour in enumerate(accents, 1)}
    for name, colour in colours.items():
        for slot in tree.findall(f".//a:clrScheme/a:{name}", space):
            slot[:] = [etree.SubElement(slot, f"{{{space['a']}}}srgbClr", val=colour.lstrip("#"))]
    for latin in tree.findall(".//a:fontScheme//a:latin", space):
        latin.set("typeface", FONT)
        for name, value in LIKE.items():
            latin.set(name, value)
    part._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _master(master: Any, look: Look) -> None:
    """Where title and text stand, and how large they are."""
    background = master.background.fill
    background.solid()
    background.fore_color.rgb = rgb(look.theme.paper)
    for shape in master.placeholders:
        kind = shape._element.find(".//" + qn("p:ph")).get("type")
        boxes = {"title": BOXES["title"], "body": (80, 260, 1760, 700), "sldNum": BOXES[NUMBER]}
        _place(shape, boxes.get(kind, (80, 1060, 600, 10)))
    styles = master._element.find(qn("p:txStyles"))
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    title.find(qn("a:defRPr")).set("sz", "2300")
    title.find(qn("a:defRPr")).set("b", "1")
    _drop(master, ("dt", "ftr"))


def _drop(layout: Any, kinds: tuple[str, ...]) -> None:
    for shape in list(layout.placeholders):
        if shape._element.find(".//" + qn("p:ph")).get("type") in kinds:
            shape._element.getparent().remove(shape._element)


def _place(shape: Any, box: tuple[int, int, int, int]) -> None:
    shape.left, shape.top, shape.width, shape.height = (px(part) for part in box)
    shape.text_frame.margin_left = 0


def _add_text(layout: Any, index: int, name: str, box: tuple[int, ...], size: int, colour: str) -> None:
    """A text placeholder without a bullet, made from the layout's title."""
    title = layout.placeholders[0]._element
    shape = deepcopy(title)
    title.getparent().append(shape)
    shape.find(".//" + qn("p:cNvPr")).set("id", str(100 + index))
    shape.find(".//" + qn("p:cNvPr")).set("name", name)
    mark = shape.find(".//" + qn("p:ph"))
    for key, value in {"type": "body", "idx": str(index), "sz": "quarter"}.items():
        mark.set(key, value)
    body = shape.find(qn("p:txBody"))
    style = etree.fromstring(
        f'<a:lstStyle xmlns:a="{DRAWING}"><a:lvl1pPr marL="0" indent="0" algn="l"><a:spcBef>'
        f'<a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="{size}" b="0"/></a:lvl1pPr></a:lstStyle>'
    )
    style.find(".//" + qn("a:defRPr")).append(_solid(colour))
    body.replace(body.find(qn("a:lstStyle")), style)
    body.find(qn("a:bodyPr")).set("anchor", "t")
    _place(next(one for one in layout.placeholders if one.placeholder_format.idx == index), box)


def _cover(layout: Any, look: Look) -> None:
    fill = layout.background.fill
    fill.solid()
    fill.fore_color.rgb = rgb(look.theme.accent)
    _place(layout.placeholders[0], COVER_BOXES["title"])
    _place(layout.placeholders[1], COVER_BOXES["subtitle"])
    _add_text(layout, SOURCE, "Source", COVER_BOXES[SOURCE], 1200, look.theme.paper)
    for shape, size in zip(list(layout.placeholders)[:2], (42, 19), strict=True):
        style = shape._element.find(qn("p:txBody")).find(qn("a:lstStyle"))
        level = style.find(qn("a:lvl1pPr"))
        if level is None:
            level = etree.SubElement(style, qn("a:lvl1pPr"))
        level.set("algn", "l")
        letters = level.find(qn("a:defRPr"))
        if letters is None:
            letters = etree.SubElement(level, qn("a:defRPr"))
        letters.set("sz", str(Pt(size).centipoints))
        letters[:] = [_solid(look.theme.paper)]


def _solid(colour: str) -> Any:
    fill = etree.Element(qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr"), val=colour.lstrip("#"))
    return fill
