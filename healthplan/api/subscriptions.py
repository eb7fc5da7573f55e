"""/api/v1/subscriptions: asks for letters, confirms the address, ends them. Pages for people, whole without a script: a
link in a letter only opens a page with a button, as programs that read mail follow links too."""

from functools import partial
from pathlib import Path
from smtplib import SMTPException
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from healthplan.api.endpoint import client_of
from healthplan.api.rate import Rate
from healthplan.notify.letters import question_letter
from healthplan.notify.mail import mail_connection
from healthplan.notify.subscribers import ask_subscriber, confirm_subscriber, end_subscription
from healthplan.release.locking import Busy
from healthplan.release.publication import current_path
from healthplan.release.view import View
from healthplan.subjects.changes.publications import PLACE
from healthplan.text import Lang, say
from healthplan.text.templates import template_environment
from healthplan.theme import THEMES
from healthplan.web import settings
from healthplan.web.static import asset_address

BYTES_MOST = 2_000
RATE = Rate(10)  # a minute, from one network
TEMPLATES = template_environment(Path(__file__).parent / "templates")


async def ask(request: Request) -> Response:
    """Takes an address (`email`), a `place` or none, and the `lang`; writes to it. What is answered never tells
    whether an address is known."""
    values = await _form(request)
    lang = _language(values)
    if RATE.is_over(client_of(request)):
        return _page(request, lang, "notify_many", status=429)
    return await run_in_threadpool(_asked, request, lang, values)


async def confirm(request: Request) -> Response:
    """A page with a button; the button confirms."""
    return await _act(request, "confirm")


async def end(request: Request) -> Response:
    """A page with a button; the button, or a mail program at once (RFC 8058), ends the letters."""
    return await _act(request, "end")


def _asked(request: Request, lang: Lang, values: dict[str, str]) -> Response:
    address, place, release = values.get("email", "").strip(), values.get("place", ""), current_path()
    try:
        server = settings.mail()
        if server is None or release is None:
            return _page(request, lang, "notify_no_server", status=503)
        if not settings.MAIL_ADDRESS.fullmatch(address):
            return _page(request, lang, "notify_address", status=422)
        view = View(lang, THEMES["light"], release)
        if place and place not in PLACE.options(view, {}):
            return _page(request, lang, "notify_place", status=422)
        with mail_connection(server) as connection:
            ask_subscriber(
                address,
                place,
                lang,
                lambda one: connection.send_message(question_letter(one, server.sender, settings.address())),
            )
    except (OSError, SMTPException, Busy, ValueError, settings.SettingRefused):
        return _page(request, lang, "notify_later", status=503)
    return _page(request, lang, "notify_asked")


async def _act(request: Request, what: str) -> Response:
    values = dict(request.query_params)
    lang, key = _language(values), values.get("key", "")
    if request.method != "POST":
        return _page(request, lang, f"notify_{what}_really", button=f"notify_{what}_button")
    try:
        if what == "end":
            await run_in_threadpool(end_subscription, key)
        elif not await run_in_threadpool(confirm_subscriber, key):
            return _page(request, lang, "notify_key", status=404)
    except (OSError, Busy, ValueError):
        return _page(request, lang, "notify_later", status=503)
    return _page(request, lang, f"notify_{what}_done")


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form; none of one that is too long."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > BYTES_MOST:
            return {}
    return {name: told[-1] for name, told in parse_qs(body.decode("utf-8", "replace")).items()}


def _language(values: dict[str, str]) -> Lang:
    return Lang.EN if values.get("lang") == Lang.EN else Lang.VI


def _page(request: Request, lang: Lang, sentence: str, *, button: str = "", status: int = 200) -> Response:
    page = TEMPLATES.get_template("subscription.html").render(
        lang=lang,
        say=partial(say, lang),
        sentence=sentence,
        button=button,
        up="../" * (request.url.path.rstrip("/").count("/") - 1),
        styles=[asset_address("look.css"), asset_address("docs.css")],
        mark=asset_address("mark.svg"),
    )
    return HTMLResponse(page, status, {"Cache-Control": "no-store"})


SUBSCRIPTION_ROUTES = [
    Route("/api/v1/subscriptions", ask, methods=["POST"]),
    Route("/api/v1/subscriptions/confirm", confirm, methods=["GET", "POST"]),
    Route("/api/v1/subscriptions/end", end, methods=["GET", "POST"]),
]
