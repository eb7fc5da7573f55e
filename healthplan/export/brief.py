"""A place's brief as an A4 PDF: tagged, with real text and its font inside, the same bytes for the same
facts."""

import json
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
import typst

HERE = Path(__file__).parent
STANDARD = "ua-1"  # PDF/UA: readable by machine and ear; the compiler refuses a picture without words


def brief_pdf(facts: dict[str, Any]) -> bytes:
    """The brief as PDF. Its date is that of the data, so that it does not change from day to day."""
    made = datetime.fromisoformat(facts["day"]).replace(tzinfo=UTC)
    return _compiler().compile(_template(), format="pdf", sys_inputs=_inputs(facts), pdf_standards=[STANDARD],
                               timestamp=int(made.timestamp()))  # fmt: skip


def brief_pages(facts: dict[str, Any], ppi: float = 110) -> list[bytes]:
    """Its pages as PNG, to be looked at."""
    pages = _compiler().compile(_template(), format="png", sys_inputs=_inputs(facts), ppi=ppi)
    return pages if isinstance(pages, list) else [pages]


def _inputs(facts: dict[str, Any]) -> dict[str, str]:
    """The facts as data, never as markup."""
    address = facts["address"] | {"qr": qr_svg(facts["address"]["url"])}
    return {"facts": json.dumps(facts | {"address": address}, ensure_ascii=False)}


def qr_svg(address: str) -> str:
    """An address as a QR code; a fifth of it may be smudged."""
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=2, xmldecl=False, light="#fff")
    return drawn.getvalue().decode()


def _compiler() -> typst.Compiler:
    """A compiler of its own for each brief: they run in threads. It sees our two fonts and no other."""
    return typst.Compiler(font_paths=_fonts(), ignore_system_fonts=True)


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False,
                       font_paths=[str(HERE / "fonts")])  # fmt: skip


@lru_cache(maxsize=1)
def _template() -> bytes:
    return (HERE / "brief.typ").read_bytes()
