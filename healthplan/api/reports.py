"""Reports that systems send: POST /api/v1/reports, with the token of a place. What comes is checked at once; the same
people as at the desk approve and publish it."""

import re

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from healthplan.api.endpoint import client_of, refusal_response
from healthplan.api.old_codes import with_current_codes
from healthplan.api.rate import Rate
from healthplan.api.requests import accepted_values, one_of
from healthplan.desk.bring import BroughtQuestion, complaint_sentence
from healthplan.desk.folder import ActRefused
from healthplan.desk.reports import ReportAnswer, send_report
from healthplan.desk.roles import person_of_token
from healthplan.model.complaint import Complaint
from healthplan.parameters.refusal import QuestionRefused
from healthplan.text import Lang

BODIES = {"text/csv": "csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx"}
BYTES_MOST = 20_000_000
KEY = re.compile(r"[\x21-\x7e]{1,200}")
TOKEN = re.compile(r"Bearer +([A-Za-z0-9_-]{20,100})", re.IGNORECASE)
REPORTS_MOST = 30  # a minute, with one token
FAILED_MOST = 10  # unknown tokens a minute, from one network
TAKES = ("place", "period", "dry_run")


class ReportsEndpoint:
    """An ASGI endpoint that takes one report. Its database is made in a thread: no report holds up readers."""

    def __init__(self) -> None:
        self._reports, self._failed = Rate(REPORTS_MOST), Rate(FAILED_MOST)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, whatever happens."""
        request = Request(with_current_codes(scope), receive)
        try:
            answer = await self._answer(request)
        except QuestionRefused as question:
            answer = refusal_response(question)
        except ActRefused as act:
            answer = refusal_response(QuestionRefused(act.sentence, act.facts))
        await answer(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        token, network = TOKEN.fullmatch(request.headers.get("authorization", "")), client_of(request)
        if self._failed.is_over(network, counts=False):
            raise QuestionRefused("report_many", {})
        person = await run_in_threadpool(person_of_token, token[1]) if token else None
        if person is None:
            self._failed.is_over(network)
            raise QuestionRefused("report_token", {})
        if self._reports.is_over(person.subject):
            raise QuestionRefused("report_many", {})
        values = accepted_values(request, *TAKES)
        for name in ("place", "period"):
            if not values.get(name):
                raise QuestionRefused("report_parameter", {"name": name})
        dry_run = one_of("dry_run", values.get("dry_run", "false"), ("true", "false")) == "true"
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in BODIES:
            raise QuestionRefused("report_kind", {}, tuple(BODIES))
        key = request.headers.get("idempotency-key", "")
        if key and not KEY.fullmatch(key):
            raise QuestionRefused("report_key", {})
        body = await _body(request)
        answer = await run_in_threadpool(
            send_report,
            person,
            {f"report.{BODIES[kind]}": body},
            place=values["place"],
            period=values["period"],
            dry_run=dry_run,
            key=key,
        )
        return _told(answer, dry_run)


async def _body(request: Request) -> bytes:
    """The body, as far as it is not too long. Raises QuestionRefused."""
    told, most = request.headers.get("content-length", "0"), {"most": str(BYTES_MOST // 1_000_000)}
    if not told.isdecimal() or int(told[:12]) > BYTES_MOST:
        raise QuestionRefused("report_long", most)
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > BYTES_MOST:
            raise QuestionRefused("report_long", most)
    if not body:
        raise QuestionRefused("report_empty", {})
    return bytes(body)


def _told(answer: ReportAnswer, dry_run: bool) -> Response:
    change = answer.change
    told = {
        "dry_run": dry_run,
        "change": change.id if change else None,
        "state": str(change.state) if change else None,
        "complaints": [_complaint(one) for one in answer.complaints],
        "questions": [_question(one) for one in answer.questions],
        "difference": answer.counts,
    }
    status = 422 if answer.complaints else 200 if dry_run or answer.questions else 201
    return JSONResponse(told, status, {"Cache-Control": "no-store"})


def _complaint(one: Complaint) -> dict[str, object]:
    told = {lang.value: complaint_sentence(lang, one) for lang in Lang}
    return {"file": one.file, "row": one.line, "column": one.column, "value": one.value} | told


def _question(one: BroughtQuestion) -> dict[str, object]:
    told = {lang.value: one.sentence(lang) for lang in Lang}
    return {"question": one.key, "file": one.file, "row": one.line, "column": one.column} | told


REPORT_ROUTES = [Route("/api/v1/reports", ReportsEndpoint(), methods=["POST"])]
