"""What cannot be answered is said in a sentence in both languages that names what can; never a trace, never
half."""

import json
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from healthplan.api.dataset_request import DatasetRequest
from healthplan.api.endpoint import Endpoint
from healthplan.api.formats import FORMATS, Format
from healthplan.api.releases import connection, requested_release
from healthplan.api.rows import dataset_body
from healthplan.parameters.refusal import QuestionRefused, question_cursor
from healthplan.release import publication
from healthplan.subjects.datasets.queries import question_of
from tests.api.client import ask
from tests.web.asgi import answer

REFUSED = (  # path, query, status, a word that must be named
    ("/goal", "", 404, "goals"),
    ("/goals.doc", "", 400, "parquet"),
    ("/goals.csv/x", "", 404, "/api/v1/docs"),
    ("/goals", "places=11", 400, "place"),
    ("/goals", "place=99", 400, "11"),
    ("/goals", "place=", 400, "11"),
    ("/goals", "year=2030,1999", 400, "2030"),
    ("/goals", "columns=value", 400, "printed"),
    ("/goals", "order=value", 400, "printed"),
    ("/goals", "limit=ten", 400, "100000"),
    ("/goals", "limit=-1", 400, "100000"),
    ("/goals", "limit=100001", 400, "100000"),
    ("/goals", "limit=1e400", 400, "100000"),
    ("/goals", f"offset={'9' * 5000}", 400, "2147483647"),
    ("/goals", "format=pdf", 400, "xlsx"),
    ("/goals.xlsx", "format=csv", 400, "json"),
    ("/goals.xlsx", "limit=20001", 400, "20000"),
    ("/goals", "release=../../etc/passwd", 404, "release-"),
    ("/release.duckdb", "release=..", 404, "release-"),
    ("/release.duckdb", "place=11", 400, "release"),
    ("/cite", "row=nothing", 404, "nothing"),
    ("/cite", "row=72-nq-tw&format=ris", 400, "bibtex"),
    ("/cite", "row=72-nq-tw&lang=fr", 400, "vi"),
    ("/cite", "rows=1", 400, "row"),
    ("/cite", "dataset=goals&place=99", 400, "11"),
    ("/goals", "q=" + "+".join(map(str, range(99))), 400, "20"),
    ("/goals", "place=%00%ff%27;drop+table+goals", 400, "11"),
)


def sentences(got: dict) -> list[str]:
    error = json.loads(got["body"])["error"]
    assert set(error) == {"status", "vi", "en", "allowed"} and error["status"] == got["status"]
    assert "Traceback" not in got["body"].decode() and error["vi"] != error["en"]
    return [error["vi"], error["en"]]


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(("path", "query", "status", "named"), REFUSED)
def test_a_question_that_cannot_be_asked_is_told_what_can(path: str, query: str, status: int, named: str) -> None:
    got = ask(path, query)
    assert got["status"] == status and got["headers"]["cache-control"] == "no-store"
    assert all(named in sentence for sentence in sentences(got))


def test_without_a_release_everything_says_so(small_data: Path) -> None:
    for path in ("/goals", "/release.duckdb", "/docs", "/cite", ""):
        got = ask(path)
        assert got["status"] == 503 and got["headers"]["retry-after"]
        assert sentences(got)


def test_a_broken_release_is_told_in_a_sentence(small_data: Path) -> None:
    broken = publication.folder() / "release-2026-01-01-000000000000.duckdb"
    broken.parent.mkdir()
    broken.write_bytes(b"no database" * 1000)
    (publication.folder() / "CURRENT").write_text(broken.name)
    for path in ("/goals", "/goals.xlsx", "/cite"):
        got = ask(path)
        assert got["status"] == 503 and sentences(got)


@pytest.mark.usefixtures("real")
def test_a_file_that_cannot_hold_every_row_is_refused_not_cut() -> None:
    small = Format("xlsx", "x", FORMATS["xlsx"].write, most=100)
    with pytest.raises(QuestionRefused) as refused:
        dataset_body(DatasetRequest(requested_release(), question_of("goals", limit=small.most), small, whole=True))
    assert refused.value.fault == "asked_too_many"
    assert (
        dataset_body(DatasetRequest(requested_release(), question_of("goals", limit=100), small, whole=False)).total
        > 100
    )


def slow(_request: Request) -> Response:
    """Work that asks the database for more than any reader may."""
    with question_cursor(connection(requested_release().path)) as db:
        db.execute("select max(md5(a.range::varchar || b.range)) from range(1000000) a, range(1000000) b")
    return Response()


@pytest.mark.usefixtures("real")
def test_an_answer_that_takes_too_long_is_stopped_and_told() -> None:
    got = answer(Starlette(routes=[Route("/", Endpoint(slow))]), "/")
    assert got["status"] == 503 and all(sentences(got))
    assert ask("/goals")["status"] == 200
