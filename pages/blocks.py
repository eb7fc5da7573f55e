"""What a screen is made of: blocks in their order, which Streamlit shows, and anything else can."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from healthplan.charts.frame import Figure
from healthplan.parameters.parameter import Parameter


@dataclass(frozen=True, slots=True)
class ReaderContext:
    """What a screen needs to know of its reader: the address of this product as it is printed and cited, and
    the day on the reader's clock; `kept` is the place that this browser remembers, if any."""

    base: str
    today: date
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Markup:
    """A template with its facts; nothing is shown when it has nothing to say."""

    template: str
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A figure of Plotly with its words for who does not see it; `key` is its name on the screen."""

    figure: Figure
    alt: str
    key: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Why there is nothing, or not everything."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """The picker of a parameter. A new choice takes `clears`, which depended on the old one, out of the address.
    `usual` stands for the parameter's own default, `hint` is the key of what an empty line says, `beside` adds to the
    name of an option, `group` tells apart pickers of one name with other options."""

    parameter: Parameter
    clears: tuple[str, ...] = ()
    usual: str | None = None
    hint: str = ""
    width: int | Literal["stretch"] = "stretch"
    beside: Callable[[str], str] | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class DownloadBlock:
    """A file that is taken away as it stands on the screen."""

    label: str
    body: bytes
    name: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side; `widths` are shares, `wide` sets them apart."""

    widths: Sequence[int]
    columns: Sequence[Sequence["Block"]]
    wide: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together, in a box whose name the style sheet and the page's script know."""

    key: str
    blocks: Sequence["Block"]


Block = Markup | FigureBlock | Sentence | Pick | DownloadBlock | Columns | Group


def html(template: str, /, **facts: Any) -> Markup:
    """A template with its facts."""
    return Markup(template, facts)
