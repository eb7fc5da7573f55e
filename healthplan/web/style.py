"""The style sheet as the browser gets it: the font, the colours of both themes from theme.py, then
assets/look.css."""

import re
from functools import lru_cache

from healthplan.theme import DARK, FONT, LIGHT, style_variables
from healthplan.web.compress import ASSETS

# What the two font files of each weight cover; from the font's own package.
COVERS = {
    "vietnamese": "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,"
    "U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB",
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,"
    "U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
}


# The drawn page takes our letters only where the browser has them at hand, so that nothing moves when they come; else
# letters of the system, made about as wide as ours.
NEAR_FONT = FONT.replace("'Be Vietnam Pro'", "'Be Vietnam Near', 'Be Vietnam Wide'")
FIRST_FONT = FONT.replace("'Be Vietnam Pro'", "'Be Vietnam First', 'Be Vietnam Near', 'Be Vietnam Wide'")
# Letters of the system, and how much wider or narrower they must be to fill lines as ours do.
NEAR = (
    ("400", "108%", ("Roboto", "Arial", "Liberation Sans")),
    ("600", "103%", ("Roboto Bold", "Arial Bold", "Liberation Sans Bold")),
    ("400", "95%", ("DejaVu Sans",)),
    ("600", "87%", ("DejaVu Sans Bold",)),
)
CHEVRON = (
    "url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='12' height='8' fill='none' "
    "stroke='%23808896' stroke-width='1.6'%3E%3Cpath d='M1 1.5l5 5 5-5'/%3E%3C/svg%3E\")"
)


@lru_cache(maxsize=1)
def style_sheet() -> bytes:
    """The whole style sheet. Colours follow the reader's system, as Streamlit's own theme does."""
    return (_faces("Be Vietnam Pro", "swap", "fonts/") + _variables() + _text("look.css")).encode()


@lru_cache(maxsize=1)
def first_style() -> str:
    """The style of a first page, for its head: the whole sheet, and what the drawn page has of its own."""
    first = _faces("Be Vietnam First", "optional", "assets/fonts/")
    fonts = _faces("Be Vietnam Pro", "swap", "assets/fonts/") + first + _near_faces()
    own = f":root{{--near-font:{NEAR_FONT};--first-font:{FIRST_FONT};--chevron:{CHEVRON};--field:var(--sunken)}}"
    own += "@media (prefers-color-scheme:dark){:root{--field:var(--surface)}}"
    look = _text("look.css").replace('url("mark.svg")', 'url("assets/mark.svg")')
    return fonts + _variables() + own + _tight(_text("drawn.css") + look)


def _faces(family: str, display: str, folder: str) -> str:
    return "".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};font-display:{display};"
        f"src:url({folder}be-vietnam-pro-{part}-{weight}-normal.woff2) format('woff2');"
        f"unicode-range:{covered}}}"
        for weight in (400, 500, 600, 700)
        for part, covered in COVERS.items()
    )


def _near_faces() -> str:
    told = ""
    for weight, wide, names in NEAR:
        family = "Wide" if "DejaVu" in names[0] else "Near"
        source = ",".join(f"local('{name}')" for name in names)
        told += f"@font-face{{font-family:'Be Vietnam {family}';font-weight:{weight};size-adjust:{wide};src:{source}}}"
    return told


def _variables() -> str:
    light = f":root{{--font:{FONT};{style_variables(LIGHT)}}}"
    return light + f"@media (prefers-color-scheme:dark){{:root{{{style_variables(DARK)}}}}}"


def _tight(sheet: str) -> str:
    """Without comments and without spaces that only people read."""
    bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)
    return re.sub(r"\s*([{};])\s*", r"\1", re.sub(r"\s+", " ", bare)).replace(";}", "}")


def _text(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")
