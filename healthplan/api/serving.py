"""The frame around every answer: what methods there are, open reading from other sites, and a sentence
instead of
a broken answer."""

import logging
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from healthplan.api.old_codes import with_current_codes
from healthplan.queries.refusal import QuestionRefused
from healthplan.text import Lang, say

Work = Callable[[Request], Response]
METHODS = ("GET", "HEAD", "OPTIONS")
STATUS = {
    "asked_dataset": 404, "asked_path": 404, "asked_release": 404, "asked_row": 404,
    "asked_nothing_here": 404, "asked_nothing_drawn": 404, "deck_fault_no_file": 404, "asked_method": 405,
    "asked_no_release": 503, "asked_unreadable": 503, "asked_too_long": 503,
}
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers":
        "Accept-Ranges, Content-Disposition, Content-Range, ETag, Link, X-Release, X-Total-Count",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": ", ".join(METHODS), "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400", "Allow": ", ".join(METHODS),
}


class Answering:
    """An ASGI endpoint around a piece of work, which runs in a thread: no query holds up other readers."""

    def __init__(self, work: Work) -> None:
        self.work = work

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
            return refused(QuestionRefused("asked_method", {"value": request.method}, METHODS))
        try:
            return await run_in_threadpool(self.work, request)
        except QuestionRefused as question:
            return refused(question)
        except Exception:  # a reader gets a sentence, the log gets the rest
            logging.getLogger(__name__).exception("an answer failed")
            return refused(QuestionRefused("asked_unreadable", {}))


def refused(question: QuestionRefused) -> Response:
    """The refusal in both languages, with the words that may be used instead."""
    told = {lang.value: say(lang, question.fault, **question.facts) for lang in Lang}
    status = STATUS.get(question.fault, 400)
    headers = {"Cache-Control": "no-store"}
    if status == 405:
        headers["Allow"] = ", ".join(METHODS)
    if status == 503:
        headers["Retry-After"] = "5"
    body = {"error": {"status": status} | told | {"allowed": list(question.allowed)}}
    return JSONResponse(body, status, headers)
