"""No parameter is taken and ignored: at every address every parameter that any address knows is refused, or
changes the answer."""

from urllib.parse import urlencode

import pytest

from healthplan.api.charts import CHARTS
from healthplan.api.citations import OWN
from healthplan.api.dataset_request import WORDS
from healthplan.api.requests import EVERYWHERE
from healthplan.cache import CACHE
from healthplan.deck.address import NAMES
from healthplan.model.dataset import DATASETS
from pages.registry import SCREENS
from tests.api.client import ask, json_body
from tests.release.older import older_release

OLDER = "release-2026-01-02-0123456789ab"
KNOWN = sorted({
    *EVERYWHERE, *WORDS, *OWN, *NAMES, "own.title", "slide", "screen", "size", "plce", "utm_source", "embed",
    *(name for dataset in DATASETS.values() for name in dataset.filters),
    *(one.name for chart in CHARTS.values() for one in chart.takes),
})  # fmt: skip
# Values that are not what an address takes by itself. A row, a finding are looked up in the release.
VALUES = {
    "lang": "en", "download": "1", "release": OLDER, "place": "12", "places": "12,20", "until": "2045",
    "indicator": "stunting_under5", "year": "2027", "size": "slide", "date": "2027-01-01", "q": "tiêm chủng",
    "limit": "1", "offset": "1", "format": "csv", "columns": "place", "order": "-place", "words": "bhyt",
    "agency": "health_department", "kind": "yearly", "theme": "health_insurance", "status": "done",
    "ready": "place", "title": "T", "event": "E", "day": "2027-11-24", "slides": "title", "own.title": "O",
    "region": "R-TDMNPB", "document": "lai-chau-2026", "role": "target", "view": "overview",
    "dataset": "goals", "period": "2026-Q3",
}  # fmt: skip
OF_ADDRESS = {  # where the value for all is not one of this address
    ("/goals", "kind"): "range", ("/places", "kind"): "commune", ("/documents", "kind"): "law",
    ("/calendar.ics", "agency"): "health_department", ("/cite", "format"): "bibtex",
    ("/decks/deck.json", "lang"): "en", ("/charts/finding.svg", "size"): "slide",
}  # fmt: skip
# A deck keeps its indicator for when it is made ready for one anew; only its own file tells it.
KEPT_ONLY = {("/decks/hall.html", "indicator"), ("/decks/deck.pptx", "indicator")}
BASE = {
    "/charts/finding.svg": "finding",
    "/charts/finding.csv": "finding",
    "/cite": "row",
    "/memos/report.docx": "period",
}
ADDRESSES = [
    "", "/docs", "/openapi.json", "/datapackage.json", "/release.duckdb", "/database.duckdb", "/calendar.ics",
    "/changes.atom",
    "/briefs/11.pdf", "/memos/review.docx", "/memos/report.docx", "/decks/deck.json", "/decks/hall.html",
    "/decks/deck.pdf", "/decks/deck.pptx", "/cite",
    *(f"/{name}" for name in DATASETS),
    *(f"/charts/{name}.{form}" for name in CHARTS for form in ("svg", "csv")),
]  # fmt: skip


@pytest.fixture
def older(real) -> None:
    """A second release, which differs in its name."""
    with older_release(OLDER):
        yield
    CACHE.forget()


def answered(path: str, asked: dict[str, str]) -> dict | None:
    """Status, headers and body without what changes by itself; None for what is refused."""
    found = ask(path, urlencode(asked))
    assert found["status"] in (200, 400, 404), (path, asked, found["body"][:300])
    if found["status"] != 200:
        return None
    headers = {name: value for name, value in found["headers"].items() if name not in ("etag", "date")}
    return {"headers": headers, "body": found["body"]}


def base(path: str) -> dict[str, str]:
    """What an address cannot do without."""
    needed = BASE.get(path)
    if needed == "finding":
        return {"finding": json_body("/findings", "rule=back_loaded&limit=1")["rows"][0]["finding"]}
    if needed == "period":
        return {"place": "11", "period": "2026-10"}
    return {"row": json_body("/goals", "limit=1")["rows"][0]["row"]} if needed == "row" else {}


def ignored(path: str, asked: dict[str, str]) -> list[str]:
    """The parameters that are taken and change nothing."""
    plain = answered(path, asked)
    assert plain
    return [
        name
        for name in KNOWN
        if name not in asked
        and (path, name) not in KEPT_ONLY
        and answered(path, asked | {name: OF_ADDRESS.get((path, name), VALUES.get(name, "x"))}) == plain
    ]


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_parameter_changes_the_answer_or_is_refused(path: str, older) -> None:
    assert ignored(path, base(path)) == []


@pytest.mark.parametrize("dataset", DATASETS)
def test_a_citation_of_rows_says_every_parameter_or_refuses_it(dataset: str, older) -> None:
    assert ignored("/cite", {"dataset": dataset}) == []


@pytest.mark.parametrize("view", SCREENS)
def test_a_citation_of_a_screen_says_every_parameter_or_refuses_it(view: str, older) -> None:
    day = {"date": "2026-11-24"} if view in ("calendar", "tasks") else {}  # its first day is else today
    assert ignored("/cite", {"view": view} | day) == []


def test_a_row_of_a_dataset_is_cited_alone_and_a_row_that_is_not_there_is_refused(real) -> None:
    row = json_body("/goals", "limit=1")["rows"][0]["row"]
    assert f"row={row}" in ask("/cite", f"dataset=goals&row={row}")["body"].decode()
    assert ask("/cite", "dataset=goals&row=g0000000000")["status"] == 400
    assert ask("/cite", f"dataset=places&row={row}")["status"] == 400
    assert "limit=5" in ask("/cite", "dataset=goals&limit=5")["body"].decode()


@pytest.mark.parametrize(("path", "query"), [
    ("/charts/rug.svg", "places=11&places=12"), ("/charts/map.csv", "year=2025&year=2030"),
    ("/goals", "limit=1&limit=2"), ("/goals", "q=a&q=b"), ("/goals", "format=csv&format=json"),
    ("/docs", "lang=vi&lang=en"), ("/cite", "row=a&row=b"), ("/cite", "view=place&place=11&place=12"),
    ("/calendar.ics", "place=11&place=12"), ("/briefs/11.pdf", "lang=vi&lang=en"),
    ("/decks/deck.json", "title=a&title=b"), ("/release.duckdb", "release=a&release=b"),
    ("/cite", "dataset=goals&limit=1&limit=2"),
])  # fmt: skip
def test_two_values_where_one_is_taken_are_refused(path: str, query: str, real) -> None:
    found = ask(path, query)
    assert found["status"] == 400 and query.split("&")[-1].split("=")[0] in found["body"].decode()


@pytest.mark.parametrize(("path", "query"), [
    ("/charts/rug.svg", "places="), ("/charts/rug.csv", "places=,"), ("/goals", "place="),
    ("/docs", "lang=fr"), ("/charts/tasks.csv", "words=" + "a" * 81),
    ("/cite", "view=tasks&words=" + "a" * 81), ("/cite", "dataset=goals&place="),
    ("/charts/trajectory.csv", "until=2045"), ("/charts/finding.csv", "size=page"), ("/docs", "fbclid=1"),
])  # fmt: skip
def test_what_would_be_left_out_of_the_answer_is_refused(path: str, query: str, real) -> None:
    assert ask(path, query)["status"] == 400


def test_filters_may_be_said_several_times(real) -> None:
    twice, once = (json_body("/goals", f"{asked}&limit=0")["total"]
                   for asked in ("place=11&place=12", "place=11,12"))  # fmt: skip
    assert twice == once > json_body("/goals", "place=11&limit=0")["total"]
