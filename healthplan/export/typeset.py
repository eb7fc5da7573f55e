"""Sheets for paper, set from a template of ours: tagged PDF with real text and its font inside, the same
bytes for the same facts."""

import json
from datetime import UTC, date, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
import typst

HERE = Path(__file__).parent
STANDARD = "ua-1"  # PDF/UA: readable by machine and ear; the compiler refuses a picture without words
QR_LONGEST = 400  # letters; a longer address makes squares too small for a telephone


def pdf(template: str, facts: dict[str, Any], day: date) -> bytes:
    """The sheets as PDF. `day` is that of the data, so that the file does not change from day to day."""
    made = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return _compiler().compile(_template(template), format="pdf", sys_inputs=_inputs(facts),
                               pdf_standards=[STANDARD], timestamp=int(made.timestamp()))  # fmt: skip


def _inputs(facts: dict[str, Any]) -> dict[str, str]:
    """The facts as data, never as markup; their address also as a QR code."""
    address = facts["address"] | {"qr": qr_svg(facts["address"]["url"])}
    return {"facts": json.dumps(facts | {"address": address}, ensure_ascii=False)}


def qr_svg(address: str) -> str:
    """An address as a QR code, of which a fifth may be smudged; "" for one that is too long to be read."""
    if len(address) > QR_LONGEST:
        return ""
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=2, xmldecl=False, light="#fff")
    return drawn.getvalue().decode()


@lru_cache(maxsize=4)
def _template(name: str) -> bytes:
    """A template behind what all of them share."""
    return (HERE / "shared.typ").read_bytes() + (HERE / name).read_bytes()


def _compiler() -> typst.Compiler:
    """A compiler of its own for each file: they run in threads. It sees our faces and no other."""
    return typst.Compiler(font_paths=_fonts(), ignore_system_fonts=True)


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False,
                       font_paths=[str(HERE / "fonts")])  # fmt: skip
