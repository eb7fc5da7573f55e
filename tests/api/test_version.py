"""The tag of an answer changes with whatever writes the answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from healthplan.export import hall, pptx_file, typeset

from healthplan.api import sending


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in place of the program's own."""
    monkeypatch.setattr(sending, "ROOM", tmp_path)
    sending.version.cache_clear()
    yield tmp_path
    sending.version.cache_clear()


@pytest.mark.parametrize(
    "writer",
    [
        pptx_file.TEMPLATE, Path(pptx_file.__file__), hall.PARTS / "hall.js", hall.PARTS / "hall.css",
        hall.PARTS / "hall.html", typeset.HERE / "slides.typ", *typeset.HERE.glob("fonts/*.ttf"),
    ],
    ids=lambda path: path.name,
)  # fmt: skip
def test_another_template_gives_another_tag(program: Path, writer: Path) -> None:
    copy = program / "export" / writer.name
    copy.parent.mkdir()
    copy.write_bytes(writer.read_bytes())
    before = sending.tag_of("a", "b")
    sending.version.cache_clear()
    copy.write_bytes(writer.read_bytes() + b" ")
    assert sending.tag_of("a", "b") != before
