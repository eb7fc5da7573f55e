"""The frame around every answer: what methods there are, open reading from other sites, and a sentence
instead of
a broken answer."""

import logging
from asyncio import sleep
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from healthplan.api.old_codes import with_current_codes
from healthplan.api.releases import instead_header
from healthplan.api.responses import PendingResponse
from healthplan.parameters.refusal import QuestionRefused
from healthplan.release import publication
from healthplan.text import Lang, say
from healthplan.work.client import network_of
from healthplan.work.queue import QUEUE, ReaderLeft, awaited_value
from healthplan.work.worker import WorkRefused

Answer = Callable[[Request], Response | PendingResponse]
METHODS = ("GET", "HEAD", "OPTIONS")
STATUS = {
    "asked_dataset": 404,
    "asked_path": 404,
    "asked_release": 404,
    "asked_row": 404,
    "asked_nothing_here": 404,
    "asked_nothing_drawn": 404,
    "deck_fault_no_file": 404,
    "asked_method": 405,
    "report_token": 401,
    "report_long": 413,
    "report_kind": 415,
    "report_many": 429,
    **dict.fromkeys(("desk_no_bring", "desk_other_place", "desk_only_steward"), 403),
    **dict.fromkeys(("desk_base_changed", "desk_key_used", "desk_under_way", "desk_being_published"), 409),
    **dict.fromkeys(("desk_nothing_changes", "desk_period"), 422),
    **dict.fromkeys(("build_busy", "build_disk_full", "build_folder_closed", "build_computer_fault"), 503),
    "build_entry_unusable": 503,
    "asked_address_long": 414,
    "work_many": 429,
    "work_full": 503,
    "work_long": 503,
    "work_broken": 503,
    "asked_no_release": 503,
    "asked_release_damaged": 503,
    "asked_releases_damaged": 503,
    "asked_unreadable": 503,
    "asked_too_long": 503,
}
BUSY = (429, 503)
RETRY = "10"  # seconds
LONGEST = 14_000  # letters of a query; the whole head of a request may have 16 384 bytes
PAUSE = 0.05  # seconds between two messages of a client that should have none left
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "Accept-Ranges, Content-Disposition, Content-Range, ETag, Link, X-Release, X-Release-Instead-Of, X-Total-Count"
    ),
    "Cross-Origin-Resource-Policy": "cross-origin",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": ", ".join(METHODS),
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
    "Allow": ", ".join(METHODS),
}


class Endpoint:
    """An ASGI endpoint around an answer, which is found in a thread or made by a worker: no question holds up
    other readers."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, whatever happens."""
        request = Request(with_current_codes(scope), receive)
        answer = await self._answer(request)
        answer.headers.update(OPEN)
        await answer(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=PREFLIGHT)
        if request.method not in ("GET", "HEAD"):
            return refusal_response(QuestionRefused("asked_method", {"value": request.method}, METHODS))
        if len(request.url.query) > LONGEST:
            return refusal_response(QuestionRefused("asked_address_long", {"most": str(LONGEST)}))
        try:
            return await self._whole(request)
        except QuestionRefused as question:
            return refusal_response(question)
        except WorkRefused as work:
            return refusal_response(QuestionRefused(work.fault, {}))
        except ReaderLeft:
            return Response(status_code=499)
        except publication.ReleaseTooOld:
            return refusal_response(QuestionRefused("asked_unreadable", {}))
        except publication.QuestionTooLong:
            return refusal_response(QuestionRefused("asked_too_long", {}))
        except Exception:  # a reader gets a sentence, the log gets the rest
            logging.getLogger(__name__).exception("an answer failed")
            return refusal_response(QuestionRefused("asked_unreadable", {}))

    async def _whole(self, request: Request) -> Response:
        """Once more from another release when the one that was asked turns out to be damaged."""
        try:
            answer = await self._made(request)
        except publication.ReleaseDamaged as damaged:
            publication.recheck(damaged.path)
            answer = await self._made(request)
        if "release" not in request.query_params:
            answer.headers.update(instead_header())
        return answer

    async def _made(self, request: Request) -> Response:
        """What a thread answers, or what a worker makes. Raises WorkRefused for work that fails."""
        found = await run_in_threadpool(self.answer, request)
        if isinstance(found, Response):
            return found
        try:
            made = await awaited_value(QUEUE.ask(found.key, found.work, client_of(request)), _disconnection(request))
        except (
            QuestionRefused,
            WorkRefused,
            ReaderLeft,
            publication.ReleaseDamaged,
            publication.ReleaseTooOld,
            publication.QuestionTooLong,
        ):
            raise
        except Exception as error:
            logging.getLogger(__name__).exception("a piece of work failed")
            raise WorkRefused("work_broken") from error
        return found.answer(made)


async def _disconnection(request: Request) -> None:
    """Ends when the client has hung up."""
    while (await request.receive())["type"] != "http.disconnect":
        await sleep(PAUSE)


def client_of(request: Request) -> str:
    """Whose turn in the queue a request takes."""
    return network_of(request.client.host if request.client else "")


def refusal_response(question: QuestionRefused) -> Response:
    """The refusal in both languages, with the words that may be used instead."""
    told = {lang.value: say(lang, question.fault, **question.facts) for lang in Lang}
    status = STATUS.get(question.fault, 400)
    headers = {"Cache-Control": "no-store"}
    if status == 405:
        headers["Allow"] = ", ".join(METHODS)
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if status in BUSY:
        headers["Retry-After"] = RETRY
    body = {"error": {"status": status} | told | {"allowed": list(question.allowed)}}
    return JSONResponse(body, status, headers)
