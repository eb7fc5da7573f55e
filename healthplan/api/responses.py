"""A file that is made for a request: made only when the reader does not have it yet, and by a worker."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from healthplan.api.http import is_known, key_tag, not_modified, send
from healthplan.cache import Key
from healthplan.formats.file import File
from healthplan.work.process import Work

KINDS = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "csv": "text/csv; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True, slots=True)
class PendingResponse:
    """An answer that is not there yet: the work that makes it, the key that it is kept under, and how it is
    answered once it is made."""

    key: Key
    work: Work
    answer: Callable[[Any], Response]


def file_response(request: Request, work: Work, form: str, name: str, key: Key) -> Response | PendingResponse:
    """The File that the work makes, or "not changed". `key` names all that its bytes depend on."""
    tag, headers = key_tag(key), {"Cache-Control": "no-cache"}
    if is_known(request, tag):
        return not_modified(tag, headers)
    if request.query_params.get("download") == "1":
        headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'

    def answer(made: File) -> Response:
        return send(request, made.body, tag, KINDS[form], headers, packed=made.packed)

    return PendingResponse(key, work, answer)
