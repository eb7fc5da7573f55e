"""What a system is told that sends a report over HTTP, and what is left of it at the desk."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from healthplan.api.documentation import openapi
from healthplan.api.reports import BYTES_MOST, REPORTS_MOST, ReportsEndpoint
from healthplan.api.routes import ROUTES
from healthplan.desk.acts import approve_change
from healthplan.desk.changes import State, all_changes, change_of
from healthplan.desk.folder import ActRefused, desk_folder
from healthplan.desk.log import verify_log
from healthplan.desk.publish import publish_change
from healthplan.desk.roles import make_token
from healthplan.release import publication
from tests.desk.office import APPROVER, AUTHOR, KEEPER
from tests.web.asgi import sent

HEAD = (
    "indicator,place,of_period,printed,numerator,denominator,unknown_reason,status,said_by_vi,said_by_en,said_on,"
    "paper,locator,note_vi,note_en\n"
)
GOOD = HEAD + 'health_insurance_coverage,11,2026-09,"96,1",,,,reported,Sở Y tế,Department of Health,2026-10-09,,,,\n'
BAD = GOOD.replace("96,1", "961")
ADDRESS = "place=11&period=2026-09"


@pytest.fixture(autouse=True)
def fresh_rates(monkeypatch: pytest.MonkeyPatch) -> None:
    (route,) = [route for route in ROUTES if route.path == "/api/v1/reports"]
    monkeypatch.setattr(route, "app", ReportsEndpoint())


@pytest.fixture
def token(office: Path) -> str:
    return make_token(KEEPER, place="11", name="Phần mềm của Sở")


def post(token: str, body: str = GOOD, query: str = ADDRESS, kind: str = "text/csv", **headers: str) -> dict[str, Any]:
    told = {"host": "localhost", "content-type": kind, "authorization": f"Bearer {token}"}
    told |= {name.replace("_", "-"): value for name, value in headers.items()}
    pairs = [(name.encode(), value.encode()) for name, value in told.items() if value]
    got = sent(Starlette(routes=ROUTES), f"/api/v1/reports?{query}".encode(), "POST", pairs, body.encode())
    return got | {"json": json.loads(got["body"])}


def test_a_report_is_checked_submitted_and_reaches_readers_when_it_is_approved(token: str, office: Path) -> None:
    got = post(token)
    assert (got["status"], got["json"]["state"], got["json"]["complaints"]) == (201, "submitted", [])
    assert got["json"]["difference"]["new"] >= 1 and got["json"]["difference"]["lost"] == 0
    change = change_of(got["json"]["change"])
    assert change.author_name == "Phần mềm của Sở" and not (office / "reports/2026-09").exists()
    approve_change(APPROVER, change.id)
    publish_change(APPROVER, change.id)
    with publication.open_release(publication.current_path()) as db:
        assert db.execute("select printed, period from observations where reporter = '11'").fetchall() == [
            ("96,1", "2026-09")
        ]
    assert f"report of 11 for 2026-09; change {change.id}." in (office / "CHANGES.md").read_text(encoding="utf-8")


def test_a_faulty_report_is_told_cell_by_cell_in_both_languages(token: str) -> None:
    got = post(token, BAD)
    assert (got["status"], got["json"]["state"]) == (422, "draft")
    (told,) = got["json"]["complaints"]
    assert (told["row"], told["column"], told["value"]) == (2, "D", "961")
    assert told["vi"] != told["en"] and "961" in told["en"]


@pytest.mark.parametrize(("body", "status"), [(GOOD, 200), (BAD, 422)])
def test_a_dry_run_answers_the_same_and_leaves_nothing(body: str, status: int, token: str, office: Path) -> None:
    def everything() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in office.parent.rglob("*") if path.is_file()}

    before = everything()
    got = post(token, body, f"{ADDRESS}&dry_run=true")
    assert (got["status"], got["json"]["change"]) == (status, None)
    assert everything() == before and all_changes() == []
    really = post(token, body)["json"]
    assert {name: really[name] for name in ("complaints", "difference")} == {
        name: got["json"][name] for name in ("complaints", "difference")
    }


def test_the_same_key_brings_a_report_once(token: str) -> None:
    first, again = post(token, idempotency_key="a-1"), post(token, idempotency_key="a-1")
    assert first["json"] == again["json"] and len(all_changes()) == 1
    assert post(token, BAD, idempotency_key="a-1")["status"] == 409
    with ThreadPoolExecutor(2) as threads:
        both = list(threads.map(lambda _: post(token, idempotency_key="a-2")["json"]["change"], range(2)))
    assert both[0] == both[1] and len(all_changes()) == 2 and verify_log() is None


@pytest.mark.parametrize(
    ("query", "headers", "status"),
    [
        (ADDRESS, {"authorization": ""}, 401),
        (ADDRESS, {"authorization": "Bearer " + "x" * 43}, 401),
        ("place=12&period=2026-09", {}, 403),
        ("place=11", {}, 400),
        ("place=11&period=2026-13", {}, 422),
        (f"{ADDRESS}&dry_run=perhaps", {}, 400),
        (f"{ADDRESS}&when=now", {}, 400),
        (ADDRESS, {"content_type": "application/json"}, 415),
        (ADDRESS, {"content_length": str(BYTES_MOST + 1)}, 413),
        (ADDRESS, {"idempotency_key": "two words"}, 400),
    ],
)
def test_what_cannot_be_taken_is_refused_in_both_languages(
    query: str, headers: dict[str, str], status: int, token: str
) -> None:
    got = post(token, query=query, **headers)
    assert (got["status"], got["json"]["error"]["status"]) == (status, status)
    assert got["json"]["error"]["vi"] != got["json"]["error"]["en"]
    assert all_changes() == []


def test_a_body_without_end_is_refused(token: str) -> None:
    assert post(token, "x" * (BYTES_MOST + 1))["status"] == 413
    assert post(token, "")["status"] == 400


def test_who_comes_too_often_waits(token: str) -> None:
    answers = [post(token, "", query="") for _ in range(REPORTS_MOST + 1)]
    assert [got["status"] for got in answers] == [400] * REPORTS_MOST + [429]
    assert "retry-after" in answers[-1]["headers"]


def test_a_token_that_is_over_or_replaced_opens_nothing(token: str) -> None:
    assert token not in (desk_folder() / "tokens.csv").read_text() + (desk_folder() / "log.jsonl").read_text()
    new = make_token(KEEPER, place="11", name="Phần mềm của Sở", until="2026-01-01")
    assert [post(one)["status"] for one in (token, new)] == [401, 401]
    with pytest.raises(ActRefused, match="desk_no_grant"):
        make_token(AUTHOR, place="11", name="x")


def test_a_token_approves_nothing(token: str) -> None:
    change = change_of(post(token)["json"]["change"])
    assert change.state is State.SUBMITTED and change.author.startswith("token:")


def test_the_description_names_the_address(office: Path) -> None:
    told = openapi("http://localhost/")["paths"]["/api/v1/reports"]["post"]
    assert {one["name"] for one in told["parameters"]} == {"place", "period", "dry_run", "Idempotency-Key"}
    assert {"200", "201", "401", "403", "409", "413", "415", "422", "429"} <= set(told["responses"])
