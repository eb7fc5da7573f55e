"""The screen of what changed: the newest publication first, each with its own release; one release says so."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from etl.run import run
from healthplan.parameters.parameter import parse
from healthplan.release.publication import current_path, release_names
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES
from pages.blocks import Markup, ReaderContext
from pages.markup import markup
from pages.registry import SCREENS
from tests.conftest import HERE
from tests.reported import add_report

TODAY = date(2026, 11, 28)
INSURANCE = "health_insurance_coverage"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(shutil.copytree(HERE / "small", tmp_path / "data"))
    monkeypatch.setenv("ROADMAP72_DATA", str(folder))
    run()
    return folder


def on_screen(**address: str) -> dict[str, str]:
    view, screen = View(Lang.VI, THEMES["light"], current_path()), SCREENS["changes"]
    choices = parse(view, screen.parameters(view, {}), address, strict=True).choices
    blocks = screen.content(view, choices, ReaderContext("https://roadmap.example/", TODAY))
    return {one.template: markup(one.template, view, **one.facts) for one in blocks if isinstance(one, Markup)}


@pytest.mark.usefixtures("data")
def test_one_release_says_that_there_is_none_to_compare_with() -> None:
    shown = on_screen()
    assert "Mới có một bản dữ liệu" in shown["heading.html"]
    assert "https://roadmap.example/api/v1/changes.atom" in shown["changes_feed.html"]


def test_a_report_a_correction_and_a_loss_are_told_losses_first(data: Path) -> None:
    path = add_report(data, "2026-10", "11", "2026-10-12", {INSURANCE: "95,6"})
    run()
    assert "Số liệu mới: 1<" in on_screen()["heading.html"]  # the report itself is none
    path.write_text(path.read_text(encoding="utf-8").replace("95,6", "95,4"), encoding="utf-8")
    run()
    shown = on_screen(place="11", indicator=INSURANCE)
    first, second = shown["publications.html"].split('<section class="block publication">')[1:]
    assert "<del>95,6</del> → <ins>95,4</ins>" in first and "tháng 10/2026" in first
    assert f"release={release_names()[-1]}" in first and f"release={release_names()[-2]}" in second
    assert "<ins>95,6</ins>" in second
    path.unlink()
    with (data / "CHANGES.md").open("a", encoding="utf-8") as file:
        file.write("\n### Withdrawn\n- `reports/2026-10/11/values.csv`: a trial.\n")
    run()
    assert "Số liệu mất đi: " in on_screen()["heading.html"]
