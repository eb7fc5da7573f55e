"""Shows the blocks of a screen."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from healthplan.charts.frame import CONFIG
from healthplan.parameters.address import FRONT
from healthplan.parameters.parameter import Choices, parse
from healthplan.release.view import View
from pages.blocks import Block, Columns, DownloadBlock, FigureBlock, Group, Markup, Pick, ReaderContext, Sentence
from pages.markup import markup
from pages.registry import SCREENS
from pages.shared.pickers import pick
from pages.shared.plain_figure import PlainFigure
from pages.shared.reader import base, current_view, kept_place, say_read, today


def show_screen(name: str) -> None:
    """A screen as its address and its reader ask for it. What is not here is answered with a sentence and the
    usual choice."""
    view, screen = current_view(), SCREENS[name]
    reader = ReaderContext(base(), today(), kept_place(view))
    if name == FRONT and "place" not in st.query_params and reader.kept:
        st.query_params["place"] = reader.kept  # the address says what is seen
    address = {"date": str(reader.today)} | st.query_params.to_dict()
    found = parse(view, screen.parameters(view, address), address, strict=False)
    say_read(found, view.lang)
    show_blocks(view, screen.content(view, found.choices, reader), found.choices)


def show_blocks(view: View, blocks: Sequence[Block], choices: Choices) -> None:
    """Blocks in their order."""
    for block in blocks:
        match block:
            case Markup():
                render(block.template, view, **block.facts)
            case FigureBlock():
                # No theme of Streamlit's and no toolbar. Each point carries the name of its row as first custom
                # datum; web/assets/page.js opens that row's evidence.
                st.plotly_chart(
                    PlainFigure(block.figure),
                    theme=None,
                    config=CONFIG,
                    key=block.key,
                    alt=block.alt,
                    height=block.figure["layout"]["height"],
                )
            case Sentence():
                st.info(block.words)
            case Pick():
                pick(view, block, choices)
            case DownloadBlock():
                st.download_button(
                    block.label, block.body, file_name=block.name, mime=block.media_type, disabled=not block.body
                )
            case Columns():
                slots = st.columns(list(block.widths), gap="large" if block.wide else "small")
                for slot, column in zip(slots, block.columns, strict=False):
                    with slot:
                        show_blocks(view, column, choices)
            case Group():
                with st.container(key=block.key):
                    show_blocks(view, block.blocks, choices)


def render(template: str, view: View, **facts: Any) -> None:
    """Shows one template on the page; nothing when it has nothing to say."""
    filled = markup(template, view, **facts)
    if filled.strip():
        st.html(filled)
