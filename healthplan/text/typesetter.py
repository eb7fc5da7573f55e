"""The typesetter of everything that carries its letters with it. It sees our faces and nothing else of the
machine."""

from functools import lru_cache

import typst

from healthplan.text.letters import FONTS


def typesetter() -> typst.Compiler:
    """One for each file: they run in threads."""
    return typst.Compiler(font_paths=_faces(), ignore_system_fonts=True)


def one_file(made: bytes | list[bytes] | None) -> bytes:
    """What the typesetter made. Raises TypeError for several files: a picture has one page."""
    if not isinstance(made, bytes):
        raise TypeError(f"one file, not {type(made).__name__}")
    return made


@lru_cache(maxsize=1)
def _faces() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
