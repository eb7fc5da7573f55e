"""The tag of an answer changes with whatever writes the answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from healthplan.api import http
from healthplan.deck import pdf
from healthplan.deck.hall import hall
from healthplan.deck.powerpoint import presentation
from healthplan.print import brief
from healthplan.text import letters


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in place of the program's own."""
    monkeypatch.setattr(http, "ROOMS", (tmp_path,))
    http.code_version.cache_clear()
    yield tmp_path
    http.code_version.cache_clear()


@pytest.mark.parametrize(
    "writer",
    [
        presentation.TEMPLATE, Path(presentation.__file__), hall.PARTS / "hall.js", hall.PARTS / "hall.css",
        hall.PARTS / "hall.html", pdf.TEMPLATE, brief.TEMPLATE, *letters.FONTS.glob("*.ttf"),
    ],
    ids=lambda path: path.name,
)  # fmt: skip
def test_another_template_gives_another_tag(program: Path, writer: Path) -> None:
    copy = program / "export" / writer.name
    copy.parent.mkdir()
    copy.write_bytes(writer.read_bytes())
    before = http.tag_of("a", "b")
    http.code_version.cache_clear()
    copy.write_bytes(writer.read_bytes() + b" ")
    assert http.tag_of("a", "b") != before
