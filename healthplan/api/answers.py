"""How a file is answered: with its kind, its name, a tag that tells whether it is still the same, or a plain
sentence that says what is wrong."""

import hashlib

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from healthplan.api.asked import Refused

KINDS = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "csv": "text/csv; charset=utf-8",
    "pdf": "application/pdf",
}


def file_answer(request: Request, body: bytes, form: str, name: str) -> Response:
    """A file, or "not changed". The tag is made of the bytes: they follow from release and parameters, and
    from the program, which can change too."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if request.query_params.get("download") == "1":
        headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return Response(body, media_type=KINDS[form], headers=headers)


def refusal(refused: Refused) -> Response:
    """What is wrong with an address, as one sentence of plain text."""
    return PlainTextResponse(refused.args[0], refused.status, headers={"Cache-Control": "no-store"})
