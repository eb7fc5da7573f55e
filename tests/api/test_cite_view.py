"""Citations of what a screen shows: heading, choices, release, and an address that shows the same again."""

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from healthplan.release import publication
from pages.registry import SCREENS
from tests.api.client import ask

CSL_KNOWS = {"id", "type", "title", "container-title", "author", "issued", "URL", "version", "language", "note"}
CHOSEN = (  # a screen, what is chosen on it, how a reader calls that in Vietnamese and in English
    ("home", "place=11", ("Điện Biên",), ("Dien Bien",)),
    (
        "overview",
        "indicator=stunting_under5&year=2026&communes=yes",
        ("thấp còi", "Năm: 2026"),
        ("Stunting", "Year: 2026"),
    ),
    (
        "trajectories",
        "indicator=ehealth_record&places=11,03808&until=2045",
        ("Điện Biên, Mường La (xã)", "tầm nhìn 2045"),
        ("Dien Bien, Muong La (commune)", "2045 vision"),
    ),
    ("compare", "places=11,12", ("Điện Biên, Lai Châu",), ("Dien Bien, Lai Chau",)),
    ("place", "place=40", ("Nghệ An",), ("Nghe An",)),
    ("review", "place=VN&severity=notable", ("Cả nước",), ("Nation",)),
    ("review", "rule=no_baseline&indicator=ehealth_record", ("Chỉ tiêu: ", "Quy tắc"), ("Indicator: ", "Rule")),
    ("tasks", "words=bac+si&place=12&year=2026", ("“bac si”", "Lai Châu", "2026"), ("“bac si”", "Lai Chau", "2026")),
    ("calendar", "date=2026-06-01&place=40", ("01/6/2026", "Nghệ An"), ("1 June 2026", "Nghe An")),
    (
        "data",
        "dataset=goals&place=11,12&columns=year,printed&page=2&words=BHYT",
        ("Mục tiêu", "“BHYT”"),
        ("Goals", "“BHYT”"),
    ),
    (
        "present",
        "ready=indicator&indicator=stunting_under5&places=11",
        ("Một chỉ tiêu", "Điện Biên"),
        ("One indicator", "Dien Bien"),
    ),
    ("sources", "document=lai-chau-2026", ("Lai Châu",), ("Lai Chau",)),
    ("month", "month=2026-06&place=11", ("tháng 6/2026", "Điện Biên"), ("June 2026", "Dien Bien")),
    ("changes", "place=11", ("Điện Biên",), ("Dien Bien",)),
    ("update", "step=log&place=11&period=2026-10", ("Cập nhật",), ("Update",)),
)
REFUSED = (  # a screen, a wrong address, a word that must be named
    ("nowhere", "", "trajectories"),
    ("overview", "year=1999", "2030"),
    ("trajectories", "until=1066", "2045"),
    ("compare", "places=11,nowhere", "12"),
    ("place", "place=99", "11"),
    ("place", "year=2030", "place"),
    ("review", "severity=high", "grave"),
    ("review", "finding=f0000000000", "f0000000000"),
    ("tasks", "status=lost", "no_report"),
    ("calendar", "date=1066-01-01", "2025-01-01"),
    ("data", "dataset=release", "goals"),
    ("data", "columns=value", "printed"),
    ("data", "page=two", "two"),
    ("present", "ready=party", "nation"),
    ("sources", "row=g0000000000", "g0000000000"),
    ("sources", "document=none", "lai-chau-2026"),
)
BOTH = pytest.mark.parametrize("lang", ["vi", "en"])
pytestmark = pytest.mark.usefixtures("real")


def cited(screen: str, query: str = "", **more: str) -> str:
    parts = (f"view={screen}", query, *(f"{name}={value}" for name, value in more.items()))
    asked = "&".join(part for part in parts if part)
    got = ask("/cite", asked)
    assert got["status"] == 200, got["body"]
    return got["body"].decode()


def link_in(text: str) -> str:
    return re.search(r"http://\S+", text)[0]


@BOTH
@pytest.mark.parametrize(("screen", "query", "vi", "en"), CHOSEN, ids=lambda case: str(case)[:40])
def test_a_view_is_cited_with_what_was_chosen(screen, query, vi, en, lang) -> None:
    text = cited(screen, query, lang=lang)
    for words in {"vi": vi, "en": en}[lang]:
        assert words in text
    asked, kept = parse_qs(query), parse_qs(urlsplit(link_in(text)).query)
    assert asked.items() <= kept.items()


def test_every_screen_is_among_the_cases() -> None:
    assert {screen for screen, *_ in CHOSEN} == set(SCREENS)


@BOTH
@pytest.mark.parametrize("screen", SCREENS)
def test_the_address_names_release_and_language_and_is_cited_as_itself(screen: str, lang: str) -> None:
    text = cited(screen, lang=lang)
    parts = urlsplit(link_in(text))
    state = parse_qs(parts.query)
    assert (parts.netloc, parts.path) == ("localhost", "/" if screen == "home" else f"/{screen}")
    assert state["release"] == [publication.current_path().stem] and (state.get("lang") == ["en"]) is (lang == "en")
    assert cited(screen, parts.query) == text


def test_a_calendar_without_a_day_is_cited_with_the_day_it_showed() -> None:
    assert re.search(r"calendar\?date=\d{4}-\d\d-\d\d&", cited("calendar"))


@BOTH
@pytest.mark.parametrize("screen", SCREENS)
def test_csl_json_has_what_reference_managers_read(screen: str, lang: str) -> None:
    (item,) = json.loads(cited(screen, lang=lang, format="csl"))
    assert set(item) <= CSL_KNOWS and item["type"] == "webpage" and item["language"] == lang
    assert item["title"] in cited(screen, lang=lang) and len(item["issued"]["date-parts"][0]) == 3
    assert "release=release-" in item["URL"] and item["author"] == [
        {"literal": {"vi": "Lộ trình 72", "en": "Roadmap 72"}[lang]}
    ]


@pytest.mark.parametrize("screen", SCREENS)
def test_bibtex_of_a_view_is_one_entry_with_balanced_braces(screen: str) -> None:
    text = cited(screen, format="bibtex")
    assert text.startswith("@misc{roadmap72-") and text.count("{") == text.count("}")
    assert "release=release-" in text


@pytest.mark.parametrize(("screen", "query", "named"), REFUSED)
def test_a_view_that_is_not_here_is_refused_with_what_is(screen: str, query: str, named: str) -> None:
    got = ask("/cite", f"view={screen}&{query}".rstrip("&"))
    told = json.loads(got["body"])["error"]
    assert got["status"] in (400, 404) and named in told["vi"] and named in told["en"]


def test_a_pinned_release_is_cited_by_its_name_and_one_that_is_gone_is_refused() -> None:
    name = publication.current_path().stem
    got = ask("/cite", f"view=review&release={name}")
    assert "max-age" in got["headers"]["cache-control"] and name in got["body"].decode()
    assert ask("/cite", "view=review&release=release-2020-01-01-000000000000")["status"] == 404


def test_a_row_is_cited_with_the_release_it_was_read_in(real) -> None:
    row = json.loads(ask("/goals", "place=11&limit=1")["body"])["rows"][0]["row"]
    text = ask("/cite", f"row={row}&lang=en")["body"].decode()
    assert link_in(text).endswith(f"sources?row={row}&release={publication.current_path().stem}&lang=en")


def test_a_proxy_names_the_address_that_readers_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROADMAP72_ADDRESS", "https://health.example/roadmap")
    assert "https://health.example/roadmap/review?release=" in cited("review")
    assert "https://health.example/roadmap/?place=" in cited("home")
