"""Trajectories of a place that reports its months: made-up ones of Lai Châu, on the screen, in pictures and in the file
of rows; and what a reader assumes of them."""

from collections.abc import Iterator
from html import unescape
from pathlib import Path
from shutil import copytree

import pytest

from tests.api.client import ask
from tests.etl.recipe import put
from tests.pages.screen_run import screen_run
from tests.worlds.conftest import published_at

SMALL = Path(__file__).parents[1] / "small"
HEAD = (
    "indicator,place,of_period,printed,numerator,denominator,unknown_reason,status,said_by_vi,said_by_en,said_on,paper,"
    "locator,note_vi,note_en\n"
)
SAID = "reported,Sở Y tế,Department of Health"
OF = "indicator=health_insurance_coverage&places=12"
ASSUMED = {"vi": "giả định của người xem, không phải số liệu", "en": "the reader’s assumption, not data"}


@pytest.fixture(scope="module")
def months(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Twenty-four months up to October 2026, one not reported, one mended."""
    folder = tmp_path_factory.mktemp("months") / "data"
    copytree(SMALL, folder)
    put(folder / "plans" / "lai-chau-2026" / "goals.csv", ",>95,", b',"95,5",')
    rows = []
    for at in range(24):
        period = f"{2024 + (at + 10) // 12}-{(at + 10) % 12 + 1:02}"
        value = f"{95 + at / 24:.2f}".replace(".", ",")
        cells = f',"",,,not_reported,{SAID}' if period == "2026-05" else f',"{value}",,,,{SAID}'
        rows.append(f"health_insurance_coverage,12,{period}{cells},2026-11-10,,,,\n")
        if period == "2026-09":
            rows.append(f'health_insurance_coverage,12,{period},"99,9",,,,{SAID},2026-10-10,,,,\n')
    report = folder / "reports" / "2026-10" / "12"
    report.mkdir(parents=True)
    (report / "values.csv").write_text(HEAD + "".join(rows), encoding="utf-8")
    yield from published_at(folder)


def shown(**address: str) -> str:
    app = screen_run("trajectories", indicator="health_insurance_coverage", **address)
    assert not app.exception and not app.error
    return unescape(" ".join(element.proto.body for element in app.get("html"))).replace("\u00a0", " ")


def test_the_screen_tells_months_by_name_and_what_was_mended(months: Path) -> None:
    words = shown(places="12")
    assert "tháng 10/2026" in words and "chưa báo cáo" in words
    assert "đã sửa; trước đây 99,9 (báo cáo ngày 10/10/2026)" in words
    assert "(nội suy giữa 12/2025 và 12/2026): cao hơn" in words


def test_of_several_places_nothing_is_assumed(months: Path) -> None:
    assert ASSUMED["vi"] not in shown(places="11,12", pace="needed").lower()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_an_assumption_says_that_it_is_none_of_the_data_and_when_each_goal_is_met(months: Path, lang: str) -> None:
    words = shown(places="12", pace="needed", lang=lang)
    assert ASSUMED[lang] in words.lower()
    assert ("năm 2030" if lang == "vi" else "2030") in words
    assert "pace=needed" in words and "since=" in words  # the picture of the same address


def test_every_picture_of_an_assumption_says_so_and_the_rows_know_nothing_of_it(months: Path) -> None:
    for lang, words in ASSUMED.items():
        told = ask("/charts/trajectory.svg", f"{OF}&pace=needed&since=2026-11-28&lang={lang}")
        assert told["status"] == 200 and words in told["body"].decode().replace("\u00a0", " ")
    assert b"gi\xe1\xba\xa3 \xc4\x91\xe1\xbb\x8bnh" not in ask("/charts/trajectory.svg", OF)["body"]
    assert ask("/charts/trajectory.csv", f"{OF}&pace=needed")["status"] == 400
    rows = ask("/charts/trajectory.csv", OF)["body"].decode()
    assert rows.count("2026-") >= 10 and "giả định" not in rows
    assert ask("/charts/trajectory.svg", f"{OF}&pace=9999")["status"] == 400  # only the slider's own steps
