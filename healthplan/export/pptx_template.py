"""The empty presentation that every deck starts from: python-pptx's own, without what it carries of the
machine that it was once made on."""

from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

from healthplan.export.pptx_look import px

COVER, MESSAGE = "Title Slide", "Title Only"
SIZE = (1920, 1080)
PRESENTATION = Any  # pptx.presentation.Presentation
# What stands in place of a Mac's PowerPoint on slides of 4:3.
MADE_BY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.'
    b'openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<PresentationFormat>16:9</PresentationFormat></Properties>"
)


def template() -> PRESENTATION:
    """16:9, two layouts, no picture of another deck and no settings of another's printer."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = (px(length) for length in SIZE)
    size = deck.element.find(qn("p:sldSz"))
    if "type" in size.attrib:
        del size.attrib["type"]
    for layout in list(deck.slide_layouts):
        if layout.name not in (COVER, MESSAGE):
            deck.slide_layouts.remove(layout)
    package = deck.part.package
    _drop(package, RELATIONSHIP_TYPE.THUMBNAIL)
    _drop(deck.part, RELATIONSHIP_TYPE.PRINTER_SETTINGS)
    package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)._blob = MADE_BY
    return deck


def _drop(holder: Any, kind: str) -> None:
    """Leaves out the parts that are of one kind; what nothing leads to is not saved."""
    for name, one in list(holder._rels.items()):
        if one.reltype == kind:
            holder._rels.pop(name)
