"""The feed as a reader of feeds gets it: checked against RFC 4287 and read back, over two publications."""

import re
import shutil
from datetime import date, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import etree

from etl.run import run
from healthplan.release.publication import release_names
from tests.api.client import ask
from tests.conftest import HERE
from tests.reported import add_report

ATOM = "{http://www.w3.org/2005/Atom}"
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")  # RFC 3339
IRI = re.compile(r"urn:uuid:[0-9a-f-]{36}")
INSURANCE = "health_insurance_coverage"


@pytest.fixture(scope="module")
def two_releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small data, published, and again with a report of Điện Biên."""
    with pytest.MonkeyPatch.context() as patch:
        data = shutil.copytree(HERE / "small", tmp_path_factory.mktemp("changes") / "data")
        patch.setenv("ROADMAP72_DATA", str(data))
        run()
        add_report(data, "2026-10", "11", "2026-10-12", {INSURANCE: "95,6"})
        run()
        yield data


def feed_of(query: str = "") -> etree._Element:
    answer = ask("/changes.atom", query)
    assert (answer["status"], answer["headers"]["content-type"]) == (200, "application/atom+xml; charset=utf-8")
    return etree.fromstring(answer["body"])


def text(element: etree._Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}")


@pytest.mark.usefixtures("two_releases")
@pytest.mark.parametrize("query", ["", "lang=en", "place=11", f"place=11&indicator={INSURANCE}&lang=en", "place=12"])
def test_the_feed_is_valid_atom(query: str) -> None:
    feed = feed_of(query)
    assert feed.tag == f"{ATOM}feed"
    # 4.1.1: exactly one id, title, updated; an author; one link to itself, at most one alternate of a type
    for one in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"{ATOM}{name}")) == 1 and text(one, name).strip()
        assert STAMP.fullmatch(text(one, "updated")) and datetime.fromisoformat(text(one, "updated"))
        assert IRI.fullmatch(text(one, "id"))
        assert len([link for link in one.findall(f"{ATOM}link") if link.get("rel") == "alternate"]) == 1
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    (here,) = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert here == "http://localhost/api/v1/changes.atom" + (f"?{query}" if query else "")
    names = [text(one, "id") for one in (feed, *feed.iter(f"{ATOM}entry"))]
    assert len(set(names)) == len(names)
    moments = [datetime.fromisoformat(text(one, "updated")) for one in feed.iter(f"{ATOM}entry")]
    assert moments == sorted(moments, reverse=True)
    assert not moments or datetime.fromisoformat(text(feed, "updated")) == moments[0]
    for content in feed.iter(f"{ATOM}content"):
        assert content.get("type") == "html" and etree.fromstring(content.text).tag == "ul"


def entries(query: str = "") -> dict[str, etree._Element]:
    """The publications in a feed by the release that they lead to."""
    found = {}
    for one in feed_of(query).iter(f"{ATOM}entry"):
        asked = parse_qs(urlsplit(one.find(f"{ATOM}link").get("href")).query)
        if "release" in asked:
            found[asked["release"][0]] = one
    return found


@pytest.mark.usefixtures("two_releases")
def test_each_publication_leads_to_its_own_release_and_says_what_it_changed() -> None:
    assert list(entries()) == release_names()[::-1]
    newest = next(iter(entries().values()))
    assert "Số liệu mới: " in text(newest, "title")
    assert "95,6" in text(newest, "content") and "tháng 10/2026" in text(newest, "content")
    assert next(iter(entries("lang=en"))) == next(iter(entries()))


@pytest.mark.usefixtures("two_releases")
def test_a_place_and_an_indicator_get_only_what_is_about_them() -> None:
    assert list(entries(f"place=11&indicator={INSURANCE}")) == release_names()[-1:]
    assert entries("place=12&indicator=stunting_under5") == {}


@pytest.mark.usefixtures("two_releases")
def test_reports_that_are_overdue_lead_to_their_month_and_keep_their_names() -> None:
    owed = [one for one in feed_of("place=11").iter(f"{ATOM}entry") if "/month?" in one.find(f"{ATOM}link").get("href")]
    assert date.today() < date(2026, 11, 14) or owed
    assert [text(one, "id") for one in owed] == [
        text(one, "id") for one in feed_of("place=11").iter(f"{ATOM}entry")
        if "/month?" in one.find(f"{ATOM}link").get("href")
    ]  # fmt: skip


@pytest.mark.usefixtures("two_releases")
def test_the_same_question_gives_nothing_new_and_a_wrong_one_a_sentence() -> None:
    tag = ask("/changes.atom")["headers"]["etag"]
    assert ask("/changes.atom", **{"if-none-match": tag})["status"] == 304
    assert ask("/changes.atom", "place=99")["status"] == 400
    assert ask("/changes.atom", "year=2026")["status"] == 400
