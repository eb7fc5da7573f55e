"""Every colour and measure of the product, once for each theme. Style sheets and figures are made from this
table.

Places keep their colour everywhere. The distances (at least 15 in CIE Lab under three kinds of colour
blindness) and the
contrasts (3:1 for marks, 4.5:1 for text) are kept by tests/test_theme.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

FONT = "'Be Vietnam Pro', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

SHADES = (0.12, 0.26, 0.40, 0.84, 1.0)  # of the accent in a shade of the tile map
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme. `places` holds the colours of places by code, `hues` those that further places take in their
    order, `signs` those of the ambition signs."""

    paper: str
    surface: str
    sunken: str
    ink: str
    muted: str
    line: str
    strong_line: str
    accent: str
    accent_soft: str
    on_accent: str
    places: dict[str, str] = field(default_factory=dict)
    other_place: str = ""
    hues: tuple[str, ...] = ()
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
    on_accent="#ffffff",
    places={"11": "#2a7fd4", "12": "#8f3a0e", "20": "#4a1a78", "40": "#12695a", "03808": "#dd3f90"},
    other_place="#a87a22",
    hues=(
        "#902478",
        "#48603c",
        "#3018c0",
        "#78783c",
        "#c018a8",
        "#243c48",
        "#609c6c",
        "#602400",
        "#a830f0",
        "#7800fc",
        "#7818a8",
        "#fc0ce4",
    ),
    signs={
        "stronger": "#0a4a52",
        "equal": "#3376b0",
        "weaker": "#b23c0c",
        "later": "#97660c",
        "two_levels": "#7a3b8f",
        "not_stated": "#6a7382",
        "not_held": "#6a7382",
        "not_comparable": "#6a7382",
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
    on_accent="#0c1117",
    places={"11": "#9cc8f2", "12": "#d8774a", "20": "#a970e6", "40": "#3fe0b0", "03808": "#e8559a"},
    other_place="#f2d667",
    hues=(
        "#f00c18",
        "#18a8b4",
        "#f0b478",
        "#24840c",
        "#903cfc",
        "#cc8478",
        "#9cc00c",
        "#c030b4",
        "#a8a8fc",
        "#547878",
        "#d8006c",
        "#9cfcb4",
    ),
    signs={
        "stronger": "#86e9ec",
        "equal": "#62a3e0",
        "weaker": "#ff8a50",
        "later": "#e0b040",
        "two_levels": "#c79be0",
        "not_stated": "#8593a5",
        "not_held": "#8593a5",
        "not_comparable": "#8593a5",
    },
)
THEMES = {"light": LIGHT, "dark": DARK}


def place_colour(theme: Theme, place: str) -> str:
    """The colour of a place; the nation is ink."""
    return theme.ink if place == "VN" else theme.places.get(place, theme.other_place)


def hue_of(places: Sequence[str]) -> dict[str, int]:
    """The number of the hue of each place that has no colour of its own, in the order of the places. When the
    hues are used up they come again from the first, so that neighbours differ."""
    without = [place for place in places if place not in LIGHT.places]
    return {place: at % len(LIGHT.hues) for at, place in enumerate(without)}


def coloured_theme(theme: Theme, places: Sequence[str]) -> Theme:
    """The theme with a colour for each of the places."""
    hues = {place: theme.hues[hue] for place, hue in hue_of(places).items()}
    return replace(theme, places=theme.places | hues)


def place_variables(places: Sequence[str]) -> str:
    """CSS custom properties for the places that take a hue; the hues themselves are those of the theme."""
    hues = hue_of(places).items()
    return "".join(f"--place-{place}:var(--hue-{hue});" for place, hue in hues if place.replace("-", "").isalnum())


def shades(theme: Theme) -> tuple[str, ...]:
    """The colours of the tile map from the lowest to the highest value: ever more of the accent."""
    return tuple(mixed_colour(theme.accent, theme.surface, share) for share in SHADES)


def on_shade(theme: Theme, shade: int) -> str:
    """The colour of words on a shade."""
    return theme.on_accent if SHADES[shade] > HALF else theme.ink


def mixed_colour(colour: str, other: str, share: float) -> str:
    """#rrggbb with `share` of a colour in another."""
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round(one * share + two * (1 - share)):02x}" for one, two in pairs)


def named_colours(theme: Theme) -> dict[str, str]:
    """Every colour of a theme by its name in style sheets and on paper."""
    plain = ("paper", "surface", "sunken", "ink", "muted", "line", "strong_line", "accent", "accent_soft", "on_accent")
    pairs = [(name.replace("_", "-"), getattr(theme, name)) for name in plain]
    pairs += [(f"place-{place}", colour) for place, colour in theme.places.items()]
    pairs += [(f"hue-{hue}", colour) for hue, colour in enumerate(theme.hues)]
    pairs += [("place-other", theme.other_place), ("place-VN", theme.ink)]
    pairs += [(f"sign-{sign}", colour) for sign, colour in theme.signs.items()]
    pairs += [(f"shade-{shade}", colour) for shade, colour in enumerate(shades(theme))]
    pairs += [(f"on-shade-{shade}", on_shade(theme, shade)) for shade in range(len(SHADES))]
    return dict(pairs)


def style_variables(theme: Theme) -> str:
    """The theme as CSS custom properties."""
    return "".join(f"--{name}:{colour};" for name, colour in named_colours(theme).items())
