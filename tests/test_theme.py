"""Contrasts (WCAG) and distances of colours (CIE Lab, also as people with colour blindness see them)."""

import tomllib
from itertools import combinations, product

import pytest

from healthplan.theme import (
    FONT,
    THEMES,
    Theme,
    coloured_theme,
    on_shade,
    place_colour,
    place_variables,
    shades,
    style_variables,
)
from tests.conftest import ROOT

Triple = tuple[float, float, float]
# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)
BOTH = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
TEXTS, GROUNDS = ("ink", "muted", "accent"), ("paper", "surface")
CONFIG = {
    "primaryColor": "accent",
    "backgroundColor": "paper",
    "secondaryBackgroundColor": None,
    "textColor": "ink",
    "borderColor": "strong_line",
    "linkColor": "accent",
}


def linear(colour: str) -> Triple:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def through(matrix: tuple[Triple, ...], vector: Triple) -> Triple:
    first, second, third = (sum(weight * part for weight, part in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def contrast(one: str, other: str) -> float:
    dark, light = sorted(through(TO_XYZ, linear(colour))[1] for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str, sight: str) -> Triple:
    seen = through(SIGHT[sight], linear(colour))
    clipped = tuple(min(1.0, max(0.0, part)) for part in seen)
    x, y, z = (
        part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
        for part in (value / white for value, white in zip(through(TO_XYZ, clipped), WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, sight: str) -> float:
    return sum((a - b) ** 2 for a, b in zip(lab(one, sight), lab(other, sight), strict=True)) ** 0.5


def hues(theme: Theme) -> dict[str, str]:
    return {f"hue-{at}": hue for at, hue in enumerate(theme.hues)}


def test_the_measures_themselves_are_right() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert distance("#ff0000", "#00ff00", "normal") == pytest.approx(170.6, abs=0.1)
    assert distance("#ff0000", "#00ff00", "deutan") < distance("#ff0000", "#00ff00", "normal") / 2


@BOTH
@pytest.mark.parametrize(("text", "ground"), list(product(TEXTS, GROUNDS)))
def test_text_stands_out_four_and_a_half_times(theme: Theme, text: str, ground: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_word_of_a_sign_can_be_read_in_its_colour(theme: Theme, ground: str) -> None:
    pale = {name: colour for name, colour in theme.signs.items()
            if contrast(colour, getattr(theme, ground)) < 4.5}  # fmt: skip
    assert pale == {}


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
def test_places_and_signs_stand_out_three_times(theme: Theme, ground: str) -> None:
    marks = {**theme.places, **hues(theme), "other": theme.other_place, **theme.signs}
    weak = {name: colour for name, colour in marks.items() if contrast(colour, getattr(theme, ground)) < 3}
    assert weak == {}


@BOTH
@pytest.mark.parametrize("sight", SIGHT)
def test_no_two_places_look_alike_to_anybody(theme: Theme, sight: str) -> None:
    places = {**theme.places, **hues(theme), "other": theme.other_place}
    alike = {
        pair: round(distance(places[pair[0]], places[pair[1]], sight), 1)
        for pair in combinations(places, 2)
        if distance(places[pair[0]], places[pair[1]], sight) < 15
    }
    assert alike == {}


@BOTH
def test_a_place_keeps_its_colour_and_the_nation_is_ink(theme: Theme) -> None:
    assert place_colour(theme, "VN") == theme.ink
    assert place_colour(theme, "11") == theme.places["11"]
    assert place_colour(theme, "99") == theme.other_place


@BOTH
def test_further_places_take_a_hue_each_in_their_order(theme: Theme) -> None:
    given = coloured_theme(theme, ["11", "42", "91", "03808"]).places
    assert given == theme.places | {"42": theme.hues[0], "91": theme.hues[1]}
    assert place_variables(["11", "42", "91", "1}x"]) == "--place-42:var(--hue-0);--place-91:var(--hue-1);"


def test_both_themes_colour_the_same_places_and_signs() -> None:
    light, dark = THEMES["light"], THEMES["dark"]
    assert (light.places.keys(), light.signs.keys()) == (dark.places.keys(), dark.signs.keys())
    assert len(light.hues) == len(dark.hues)


@BOTH
def test_every_colour_reaches_the_style_sheet(theme: Theme) -> None:
    css = style_variables(theme)
    for name, colour in {**theme.places, "other": theme.other_place, "VN": theme.ink}.items():
        assert f"--place-{name}:{colour};" in css
    for name, colour in theme.signs.items():
        assert f"--sign-{name}:{colour};" in css
    assert f"--strong-line:{theme.strong_line};" in css


@pytest.mark.parametrize("name", THEMES)
def test_the_configuration_of_streamlit_has_the_same_colours(name: str) -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    theme = THEMES[name]
    second = {theme.sunken, theme.surface}
    assert config["font"] == FONT
    assert set(config[name]) == set(CONFIG)
    assert config[name]["secondaryBackgroundColor"] in second
    told = {key: config[name][key] for key, field in CONFIG.items() if field}
    assert told == {key: getattr(theme, field) for key, field in CONFIG.items() if field}


@BOTH
def test_a_higher_value_has_a_shade_further_from_the_ground_and_words_that_can_be_read(theme: Theme) -> None:
    drawn = shades(theme)
    away = [contrast(shade, theme.surface) for shade in drawn]
    assert away == sorted(away) and len(set(drawn)) == len(drawn)
    assert [shade for at, shade in enumerate(drawn) if contrast(shade, on_shade(theme, at)) < 4.5] == []
