"""A file that is made for a request: made only when the reader does not have it yet."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from healthplan.api.sending import is_known, send, tag_of, unchanged

KINDS = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "csv": "text/csv; charset=utf-8",
    "pdf": "application/pdf",
}
PACKED = ("svg", "csv")


def file_answer(
    request: Request, make: Callable[[], bytes], form: str, name: str, *facts: str
) -> Response:
    """The file, or "not changed". `facts` are the release and all else that its bytes depend on."""
    tag, headers = tag_of(form, *facts), {"Cache-Control": "no-cache"}
    if is_known(request, tag):
        return unchanged(tag, headers)
    if request.query_params.get("download") == "1":
        headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return send(request, make(), tag, KINDS[form], headers, packs=form in PACKED)
