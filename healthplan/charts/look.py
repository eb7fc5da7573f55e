"""Every colour and measure of the product, once for each theme. Style sheets and figures are made from this
table.

Places keep their colour everywhere. The distances (at least 15 in CIE Lab under three kinds of colour
blindness) and the
contrasts (3:1 for marks, 4.5:1 for text) are kept by tests/charts/test_look.py.
"""

from dataclasses import dataclass, field

FONT = "'Be Vietnam Pro', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme. `places` holds the colours of places by code, `signs` those of the ambition signs."""

    paper: str
    surface: str
    sunken: str
    ink: str
    muted: str
    line: str
    strong_line: str
    accent: str
    accent_soft: str
    places: dict[str, str] = field(default_factory=dict)
    other_place: str = ""
    signs: dict[str, str] = field(default_factory=dict)


LIGHT = Theme(
    paper="#fbfaf7",
    surface="#ffffff",
    sunken="#f2f0ea",
    ink="#16243a",
    muted="#566173",
    line="#e3dfd6",
    strong_line="#b5afa2",
    accent="#0b5f66",
    accent_soft="#e2eeee",
    places={"11": "#2a7fd4", "12": "#8f3a0e", "20": "#4a1a78", "40": "#12695a", "ML": "#dd3f90"},
    other_place="#a87a22",
    signs={
        "stronger": "#0a4a52",
        "equal": "#3a7fba",
        "weaker": "#b23c0c",
        "later": "#ad7411",
        "not_stated": "#737c8b",
        "not_comparable": "#737c8b",
    },
)
DARK = Theme(
    paper="#10161d",
    surface="#182029",
    sunken="#0c1117",
    ink="#e8ecf1",
    muted="#a5b0bf",
    line="#2b3643",
    strong_line="#526071",
    accent="#5cc3c9",
    accent_soft="#16333a",
    places={"11": "#9cc8f2", "12": "#d8774a", "20": "#a970e6", "40": "#3fe0b0", "ML": "#e8559a"},
    other_place="#f2d667",
    signs={
        "stronger": "#86e9ec",
        "equal": "#62a3e0",
        "weaker": "#ff8a50",
        "later": "#e0b040",
        "not_stated": "#8593a5",
        "not_comparable": "#8593a5",
    },
)
THEMES = {"light": LIGHT, "dark": DARK}


def place_colour(theme: Theme, place: str) -> str:
    """The colour of a place; the nation is ink."""
    return theme.ink if place == "VN" else theme.places.get(place, theme.other_place)


def named_colours(theme: Theme) -> dict[str, str]:
    """Every colour of a theme by its name in style sheets and on paper."""
    plain = ("paper", "surface", "sunken", "ink", "muted", "line", "strong_line", "accent", "accent_soft")
    pairs = [(name.replace("_", "-"), getattr(theme, name)) for name in plain]
    pairs += [(f"place-{place}", colour) for place, colour in theme.places.items()]
    pairs += [("place-other", theme.other_place), ("place-VN", theme.ink)]
    pairs += [(f"sign-{sign}", colour) for sign, colour in theme.signs.items()]
    return dict(pairs)


def style_variables(theme: Theme) -> str:
    """The theme as CSS custom properties."""
    return "".join(f"--{name}:{colour};" for name, colour in named_colours(theme).items())
