"""Asks an ASGI app for one answer, without a server."""

import asyncio
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import unquote

from starlette.types import ASGIApp, Message, Receive, Scope, Send


async def streamlit_instead(scope: Scope, receive: Receive, send: Send) -> None:
    """Stands for the app behind a middleware: answers 404 and says so."""
    await send({"type": "http.response.start", "status": 404, "headers": [(b"x-from", b"behind")]})
    await send({"type": "http.response.body", "body": b"behind"})


def answer(app: ASGIApp, path: str, method: str = "GET", query: str = "", **headers: str) -> dict[str, Any]:
    """Status, headers (lower case) and body of the answer to one request."""
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return _answered(app, {"method": method, "path": path, "query_string": query.encode(), "headers": named})


def sent(
    app: ASGIApp,
    target: bytes,
    method: str = "GET",
    headers: Sequence[tuple[bytes, bytes]] = (),
    body: bytes = b"",
    **scope: Any,
) -> dict[str, Any]:
    """The answer to a target as it stands in the request line, given to the app as uvicorn does."""
    raw, _, query = target.partition(b"?")
    told = {"method": method, "path": unquote(raw.decode("ascii")), "raw_path": raw, "query_string": query,
            "headers": [(name.lower(), value) for name, value in headers]}  # fmt: skip
    return _answered(app, told | scope, body)


def _answered(app: ASGIApp, told: dict[str, Any], body: bytes = b"") -> dict[str, Any]:
    scope: dict[str, Any] = {
        "type": "http",
        "http_version": "1.1",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "scheme": "http",
        "server": ("localhost", 80),
        "client": ("127.0.0.1", 50000),
        **told,
    }
    messages: list[Message] = []
    asked = iter([True])

    async def receive() -> Message:
        if not next(asked, False):
            await asyncio.Event().wait()  # the client has asked and stays
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        messages.append(message)

    apart(app(scope, receive, send))
    told = {name.decode().lower(): value.decode() for name, value in messages[0]["headers"]}
    return {
        "status": messages[0]["status"],
        "headers": told,
        "body": b"".join(one.get("body", b"") for one in messages[1:]),
    }


def apart(work: Coroutine[Any, Any, Any]) -> None:
    """Runs a coroutine in a thread of its own: a browser test that ran before in this process keeps its event
    loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()
