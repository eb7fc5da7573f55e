"""Sheets for paper, set from a template of ours: tagged PDF with real text and its font inside, the same
bytes for the same facts."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import segno

from healthplan.text.letters import boxes, breakable_text, cut_text, writable_text
from healthplan.text.typesetter import one_file, typesetter

HERE = Path(__file__).parent
STANDARD: Final = "ua-1"  # PDF/UA: readable by machine and ear; the compiler refuses a picture without words
WHOLE = ("svg", "url", "link", "qr", "alt", "description")  # never cut or broken
# Letters of a text, by its name: more would push the rest off its page.
LONGEST = {"title": 200, "lead": 400, "source": 500, "words": 400, "name": 160, "unit": 60}
LONGEST_TEXT = 2000  # of any other
UNSHORTENED = ("spots", "asks", "foot", "page")  # what is printed or asked, and the release
QR_LONGEST = 400  # letters; a longer address makes squares too small for a telephone


def pdf(template: Path, facts: dict[str, Any], day: date, longest: int = LONGEST_TEXT) -> bytes:
    """The sheets that a template sets, as PDF. `day` is that of the data, so that the file does not change
    from day to day; no text has more than `longest` letters."""
    made = datetime(day.year, day.month, day.day, tzinfo=UTC)
    found = typesetter().compile(
        whole_template(template),
        format="pdf",
        sys_inputs=_inputs(facts, longest),
        pdf_standards=[STANDARD],
        timestamp=int(made.timestamp()),
    )
    return one_file(found)


def page_count(made: bytes) -> int:
    """How many pages one of our PDFs has."""
    return len(re.findall(rb"/Type\s*/Page\b", made))


def _inputs(facts: dict[str, Any], longest: int) -> dict[str, str]:
    """The facts as data, never as markup, in letters that can be written; `boxes` names those that cannot.
    Their address also as a QR code."""
    address = facts["address"] | {"qr": qr_svg(facts["address"]["url"])}
    told = _writable(facts | {"address": address}, longest) | {"boxes": boxes(" ".join(_texts(facts)))}
    return {"facts": json.dumps(told, ensure_ascii=False)}


def _texts(facts: Any) -> Iterator[str]:
    """Every text among the facts."""
    if isinstance(facts, str):
        yield facts
    elif isinstance(facts, dict | list | tuple):
        for one in facts.values() if isinstance(facts, dict) else facts:
            yield from _texts(one)


def _writable(facts: Any, longest: int, name: str = "") -> Any:
    """The facts as they can be written: no unknown letter, no text that is too long, and long words that may
    be broken. Addresses and pictures stay whole."""
    if isinstance(facts, dict):
        return {key: _writable(value, longest, key) for key, value in facts.items()}
    if isinstance(facts, list | tuple):
        return [_writable(value, longest, name) for value in facts]
    if not isinstance(facts, str):
        return facts
    text = writable_text(facts)
    most = LONGEST_TEXT if name in UNSHORTENED else min(longest, LONGEST.get(name, longest))
    return text if name in WHOLE else breakable_text(cut_text(text, most))


def qr_svg(address: str) -> str:
    """An address as a QR code, of which a fifth may be smudged; "" for one that is too long to be read."""
    if len(address) > QR_LONGEST:
        return ""
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=2, xmldecl=False, light="#fff")
    return drawn.getvalue().decode()


@lru_cache(maxsize=4)
def whole_template(path: Path) -> bytes:
    """A template behind what all of them share."""
    return (HERE / "shared.typ").read_bytes() + path.read_bytes()
