"""Font and colours of the hall's page: inside the page itself, so that it needs no other file."""

import base64
from functools import lru_cache

from healthplan.theme import DARK, FONT, LIGHT, place_variables, style_variables
from healthplan.web.compress import ASSETS
from healthplan.web.style import COVERS

WEIGHTS = (400, 500, 600, 700)


@lru_cache(maxsize=4)
def hall_style(places: tuple[str, ...]) -> str:
    """The font as data, and both themes: the reader's system chooses, `data-theme` overrules it. `places` are
    all whose plan is held, in their order."""
    faces = "".join(
        f"@font-face{{font-family:'Be Vietnam Pro';font-weight:{weight};src:url({_font(part, weight)}) "
        f"format('woff2');unicode-range:{covered}}}"
        for weight in WEIGHTS
        for part, covered in COVERS.items()
    )
    dots = "".join(
        f".place-{place}{{background:var(--place-{place})!important}}"
        for place in dict.fromkeys((*LIGHT.places, *places))
        if place.isalnum()
    )
    light, dark = style_variables(LIGHT), style_variables(DARK)
    light, dark = f"{light}color-scheme:light", f"{dark}color-scheme:dark"
    return (
        f"{faces}:root{{--font:{FONT};{light}}}"
        f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"
        f":root[data-theme=light]{{{light}}}:root[data-theme=dark]{{{dark}}}"
        f":root{{{place_variables(places)}}}{dots}.place-VN{{background:var(--ink)!important}}"
    )


def _font(part: str, weight: int) -> str:
    body = (ASSETS / "fonts" / f"be-vietnam-pro-{part}-{weight}-normal.woff2").read_bytes()
    return f"data:font/woff2;base64,{base64.b64encode(body).decode()}"
