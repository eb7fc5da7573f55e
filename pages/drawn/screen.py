"""A screen as HTML: the blocks that Streamlit will show, drawn by the server, in boxes of the same names and measures.
The page that carries it can be read before any script has come, and without one."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import markupsafe

from healthplan.charts.svg import linked_svg
from healthplan.parameters.address import FRONT, link, path_of, query
from healthplan.parameters.parameter import (
    ANY,
    FRAME,
    LONGEST,
    Choices,
    ParameterKind,
    ReadAddress,
    parse,
    unknown_words,
)
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import place_variables
from pages.blocks import Block, Columns, DownloadBlock, FigureBlock, Group, Markup, Pick, ReaderContext, Sentence
from pages.markup import TEMPLATES, markup
from pages.options import SEVERAL, option_name, pick_key, pick_options, pick_usual
from pages.registry import SCREENS, cite_facts

WIDE, NARROW = 1392, 358  # pixels of a chart on a desk's window of 1440 and on a phone's of 390


@dataclass(frozen=True, slots=True)
class DrawnView:
    """What a drawn screen depends on: `address` is what the reader's address names, `found` what was taken of it;
    `notes` are sentences that stand over the screen; `embedded`: the page of another site holds it."""

    screen: str
    view: View
    address: Mapping[str, str]
    found: ReadAddress
    reader: ReaderContext
    notes: Sequence[str] = ()
    embedded: bool = False


def drawn_view(
    screen: str, view: View, asked: Mapping[str, str], reader: ReaderContext, notes: Sequence[str] = ()
) -> DrawnView:
    """A screen at the address that is `asked`. What is not here is left out of it; the front page without a place is
    that of the place which this browser remembers."""
    place = {"place": reader.kept} if screen == FRONT and reader.kept else {}
    named = place | {name: value for name, value in asked.items() if value}
    parameters = SCREENS[screen].parameters(view, named)
    found = parse(view, parameters, {"date": str(reader.today)} | named, strict=False)
    taken = {name: value for name in named if (value := found.choices.get(name))}
    whole = named if SCREENS[screen].reads else {name: named[name] for name in FRAME if name in named} | taken
    return DrawnView(screen, view, whole, found, reader, notes)


def drawn_screen(drawn: DrawnView) -> str:
    """Header, screen and footer."""
    view, screen, found = drawn.view, SCREENS[drawn.screen], drawn.found
    notes = [Sentence(words) for words in drawn.notes]
    if screen.unopened:
        blocks = screen.unopened(view, drawn.address, drawn.reader)
    else:
        blocks = screen.content(view, found.choices, drawn.reader)
        notes += [Sentence(unknown_words(view.lang, found.unknown))] if found.unknown else []
        notes += [Sentence(view.say("address_kept", count=str(found.kept)))] if found.kept else []
    if drawn.embedded:
        header, footer = "", markup("embedded.html", view, whole=path_of(drawn.screen) + query(dict(drawn.address)))
    else:
        cite = cite_facts(view, drawn.screen, drawn.address, drawn.reader.base)
        header, footer = _header(drawn), markup("footer.html", view, cite=cite)
    return _filled(
        "drawn_screen.html",
        skip=view.say("skip"),
        header=header,
        colours=place_variables(view.drawn),
        blocks=_draw(drawn, [*notes, *blocks], found.choices),
        footer=markupsafe.Markup(_boxed(footer)),
    )


def _header(drawn: DrawnView) -> markupsafe.Markup:
    """The same links as the header of a session."""
    view, here = drawn.view, dict(drawn.address)
    language = {} if view.lang is Lang.VI else {"lang": view.lang.value}
    other = Lang.VI if view.lang is Lang.EN else Lang.EN
    listed = [screen for screen in SCREENS.values() if screen.listed]
    starts = {screen.name: screen.start(view) if view.mine else {} for screen in listed}
    mine = view.name(view.places[view.mine]) if view.mine else ""
    there = {name: value for name, value in here.items() if name != "lang"}
    there |= {} if other is Lang.VI else {"lang": other.value}
    links = [
        (
            path_of(screen.name) + query(view.pin | starts[screen.name] | language),
            (mine if screen.name == FRONT else "") or view.say(f"menu_{screen.name}"),
            screen.name == drawn.screen,
        )
        for screen in listed
    ]
    told = {
        "brand": _filled("brand.html", name=view.say("product"), query=query(view.pin | starts[FRONT] | language)),
        "find": _filled(
            "find.html", label=view.say("search_label"), keys=view.say("search_keys"), query=query(view.pin | language)
        ),
        "switch": _filled("switch.html", name=view.say("language_other"), other=other, query=query(there)),
    }
    return markupsafe.Markup(
        _filled("drawn_header.html", links=links, **{name: markupsafe.Markup(one) for name, one in told.items()})
    )


def _draw(drawn: DrawnView, blocks: Sequence[Block], choices: Choices) -> markupsafe.Markup:
    """Blocks in their order."""
    return markupsafe.Markup("").join(markupsafe.Markup(_drawn_block(drawn, block, choices)) for block in blocks)


def _drawn_block(drawn: DrawnView, block: Block, choices: Choices) -> str:
    view = drawn.view
    match block:
        case Markup():
            return _boxed(markup(block.template, view, **block.facts))
        case FigureBlock():
            width = NARROW if view.phone else WIDE
            return _filled(
                "drawn_chart.html",
                height=block.figure["layout"]["height"],
                svg=markupsafe.Markup(
                    linked_svg(
                        block.figure,
                        width=width,
                        alt=block.alt,
                        address=lambda row: link("sources", view.lang, row=row, **view.pin),
                    )
                ),
            )
        case Sentence():
            return _filled("drawn_sentence.html", words=block.words)
        case Pick():
            return _picker(drawn, block, choices)
        case DownloadBlock():
            return _filled("drawn_download.html", file=block, body=b64encode(block.body).decode())
        case Columns():
            columns = [_draw(drawn, column, choices) for column in block.columns]
            total, gap = sum(block.widths), 4 if block.wide else 1
            shares = [f"{100 * width / total:.4f}%" for width in block.widths]
            told = list(zip_longest(shares, columns, fillvalue=""))  # a row that is not full keeps its widths
            return _filled("drawn_columns.html", columns=told, gap=gap)
        case Group():
            return _filled("drawn_group.html", key=block.key, blocks=_draw(drawn, block.blocks, choices))


def _boxed(filled: str) -> str:
    """A filled template in its box; nothing when it has nothing to say."""
    return _filled("drawn_html.html", filled=markupsafe.Markup(filled)) if filled.strip() else ""


def _picker(drawn: DrawnView, block: Pick, choices: Choices) -> str:
    """A form of its own: a new choice keeps everything else of the address but what depended on the old one."""
    view, parameter = drawn.view, block.parameter
    gone = (parameter.name, *block.clears)
    usual, value = pick_usual(view, block, choices), choices[parameter.name]
    chosen = [one for one in (value or usual).split(",") if one] if parameter.kind in SEVERAL else [value or ANY]
    options = [(one, option_name(view, block, one)) for one in _offered(view, block, choices)]
    return _filled(
        "drawn_pick.html",
        kind=parameter.kind.name,
        key=pick_key(view, block),
        name=parameter.name,
        label=view.say(parameter.label),
        hint=view.say(block.hint) if block.hint else "",
        usual=usual,
        value=value,
        chosen=chosen,
        options=options,
        names=dict(options),
        most=parameter.most,
        longest=LONGEST,
        width=block.width if isinstance(block.width, int) else 0,
        state=[(name, told) for name, told in drawn.address.items() if name not in gone],
        show=view.say("form_show"),
    )


def _offered(view: View, block: Pick, choices: Choices) -> Sequence[str]:
    listed = (ParameterKind.ONE, ParameterKind.ROW, ParameterKind.STEPS, *SEVERAL)
    return pick_options(view, block, choices) if block.parameter.kind in listed else ()


def _filled(template: str, **facts: object) -> str:
    return TEMPLATES.get_template(template).render(**facts)
