"""The typesetter of everything that carries its letters with it. It sees our faces and nothing else of the
machine."""

from functools import lru_cache

import typst

from healthplan.text.letters import FONTS


def typesetter() -> typst.Compiler:
    """One for each file: they run in threads."""
    return typst.Compiler(font_paths=_faces(), ignore_system_fonts=True)


@lru_cache(maxsize=1)
def _faces() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
