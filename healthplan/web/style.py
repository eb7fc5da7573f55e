"""The style sheet as the browser gets it: the font, the colours of both themes from theme.py, then
assets/look.css."""

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


@lru_cache(maxsize=1)
def style_sheet() -> bytes:
    """The whole style sheet. Colours follow the reader's system, as Streamlit's own theme does."""
    faces = "".join(
        f"@font-face{{font-family:'Be Vietnam Pro';font-weight:{weight};font-display:swap;"
        f"src:url(fonts/be-vietnam-pro-{part}-{weight}-normal.woff2) format('woff2');"
        f"unicode-range:{covered}}}"
        for weight in (400, 500, 600, 700)
        for part, covered in COVERS.items()
    )
    light = f":root{{--font:{FONT};{style_variables(LIGHT)}}}"
    dark = f"@media (prefers-color-scheme:dark){{:root{{{style_variables(DARK)}}}}}"
    return (faces + light + dark + (ASSETS / "look.css").read_text(encoding="utf-8")).encode()
