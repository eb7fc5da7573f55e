"""The addresses of pictures and of the rows behind them, as a reader's browser asks for them."""

import csv
import json
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image
from starlette.routing import Router

from healthplan.api.chart_files import PICTURE_ROUTES
from healthplan.release import publication
from healthplan.text import Lang, say
from tests.browser.server import built_copy
from tests.web.asgi import answer

SVG = "{http://www.w3.org/2000/svg}"
CHARTS = "/api/v1/charts"
BACK_LOADED = "select finding, sentence_en from review where rule = 'back_loaded' order by nth"


@pytest.fixture(scope="module", autouse=True)
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The real data, published where the routes look for it."""
    data = built_copy(tmp_path_factory.mktemp("pictures") / "data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(data))
        yield data


def ask(name: str, query: str = "", **headers: str) -> dict[str, Any]:
    return answer(Router(PICTURE_ROUTES), f"{CHARTS}/{name}", query=query, **headers)


def told(query: str, name: str = "trajectory.svg") -> str:
    """What title and description of a picture say."""
    root = ElementTree.fromstring(ask(name, query)["body"])
    return f"{root.find(f'{SVG}title').text} {root.find(f'{SVG}desc').text}"


@pytest.mark.parametrize(
    ("lang", "words"),
    [("vi", ("Tỷ lệ bao phủ bảo hiểm y tế", "Điện Biên", "Lạng Sơn", "Nghệ An", "KH Lai Châu 2026", "98,4")),
     ("en", ("Health insurance", "Dien Bien", "Lang Son", "Nghe An", "Lai Chau plan 2026", "98.4"))],
)  # fmt: skip
def test_a_picture_tells_title_places_values_sources_and_release(lang: str, words: tuple[str, ...]) -> None:
    said = told(f"lang={lang}")
    edition = publication.current_path().stem.removeprefix("release-")
    assert [word for word in (*words, edition, "72-NQ/TW") if word not in said] == []


def test_only_the_places_asked_for_are_on_the_picture() -> None:
    said = told("places=12&indicator=ehealth_record")
    assert "Lai Châu" in said and "Điện Biên" not in said and "Nghệ An" not in said


def test_compare_has_a_chart_for_every_indicator_that_the_places_share() -> None:
    said = told("places=11,12", "compare.svg")
    assert "Điện Biên, Lai Châu" in said and said.count("Biểu đồ") > 5
    assert Image.open(BytesIO(ask("compare.png", "places=11,12")["body"])).size[0] == 2400


def test_a_finding_is_drawn_with_its_sentence() -> None:
    with publication.open_release(publication.current_path()) as db:
        name, sentence = db.execute(BACK_LOADED).fetchone()
    assert sentence in told(f"finding={name}&lang=en", "finding.svg")


@pytest.mark.parametrize(("query", "size"), [("", (2400, 1500)), ("size=slide", (1920, 1080))])
def test_a_png_has_the_asked_size(query: str, size: tuple[int, int]) -> None:
    found = ask("trajectory.png", query)
    assert found["headers"]["content-type"] == "image/png"
    assert Image.open(BytesIO(found["body"])).size == size


def test_the_rows_of_a_chart_are_printed_and_read_with_source_and_release() -> None:
    body = ask("trajectory.csv", "places=11&indicator=doctors_per_station")["body"].decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(body)))
    (one,) = (row for row in rows if row["Năm"] == "2026" and row["Mã địa phương"] == "11")
    assert one["In trong văn bản"] == "'2 - 3" and (one["Từ"], one["Đến"]) == ("2", "3")
    assert one["Văn bản"] == "dien-bien-2026" and one["Nêu ở"]
    assert {row["Bản dữ liệu"] for row in rows} == {publication.current_path().stem.removeprefix("release-")}


@pytest.mark.parametrize(("lang", "number"), [("vi", "98,4"), ("en", "98.4")])
def test_numbers_of_a_file_have_the_decimal_sign_of_the_language(lang: str, number: str) -> None:
    rows = list(csv.reader(StringIO(ask("trajectory.csv", f"lang={lang}")["body"].decode("utf-8-sig"))))
    assert [row for row in rows if number in row[10:12]]


def test_an_indicator_in_words_has_rows_but_no_picture(built: Path) -> None:
    with publication.open_release(publication.current_path()) as db:
        (name,) = db.execute("select indicator from indicators where scale = 'word'").fetchone()
    refused = ask("trajectory.svg", f"indicator={name}&lang=en")
    assert refused["status"] == 404 and "no number to draw" in refused["body"].decode()
    assert ask("trajectory.csv", f"indicator={name}")["status"] == 200


@pytest.mark.parametrize(
    ("name", "query", "words"),
    [("trajectory.svg", "indicator=beds&lang=en", ("beds", "health_insurance_coverage", "stunting_under5")),
     ("trajectory.svg", "places=11,99&lang=en", ("99", "11, 12, 20, 40, 03808")),
     ("trajectory.png", "until=2031&lang=en", ("2031", "2030, 2045")),
     ("trajectory.png", "size=huge&lang=en", ("huge", "page, slide")),
     ("trajectory.csv", "colour=red&lang=en", ("colour", "release, indicator, places.")),
     ("trajectory.svg", "until=2031", ("2031", "không phải là giá trị", "2030, 2045")),
     ("trajectory.svg", "lang=fr", ("fr", "vi, en")),
     ("trajectory.svg", "download=yes", ("yes", "0, 1")),
     ("compare.svg", "indicator=x&lang=en", ("indicator", "places")),
     ("finding.svg", "lang=en", ("finding", "Plan review")),
     ("finding.svg", "finding=f0000000000&lang=en", ("f0000000000", "Plan review"))],
)  # fmt: skip
def test_what_is_not_known_is_refused_and_what_is_allowed_is_named(
    name: str, query: str, words: tuple[str, ...]
) -> None:
    refused = ask(name, query)
    assert refused["status"] == 400 and refused["headers"]["content-type"] == "application/json"
    error = json.loads(refused["body"])["error"]
    assert [word for word in words if word not in error["en" if "lang=en" in query else "vi"]] == []


def test_a_refusal_repeats_no_markup_and_an_unknown_chart_is_not_found() -> None:
    assert b"<" not in ask("trajectory.svg", "indicator=<script>")["body"]
    assert ask("pie.svg")["status"] == ask("trajectory.gif")["status"] == 404


def test_the_same_request_has_the_same_bytes_and_need_not_be_sent_twice() -> None:
    first = ask("trajectory.svg", "lang=en")
    assert ask("trajectory.svg", "lang=en")["body"] == first["body"]
    again = ask("trajectory.svg", "lang=en", if_none_match=first["headers"]["etag"])
    assert (again["status"], again["body"]) == (304, b"")
    assert ask("trajectory.svg", "lang=vi")["headers"]["etag"] != first["headers"]["etag"]


def test_a_download_has_a_speaking_name_in_plain_letters() -> None:
    headers = ask("trajectory.png", "download=1&indicator=stunting_under5")["headers"]
    name = headers["content-disposition"]
    assert name.isascii() and "stunting-under5" in name and publication.current_path().stem[8:] in name
    assert "content-disposition" not in ask("trajectory.png", "indicator=stunting_under5")["headers"]


def test_before_the_first_release_the_answer_says_so(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setenv("ROADMAP72_DATA", str(tmp_path))
    refused = ask("trajectory.svg", "lang=en")
    error = json.loads(refused["body"])["error"]
    assert (refused["status"], error["en"]) == (503, say(Lang.EN, "asked_no_release", allowed=""))
