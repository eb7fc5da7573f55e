"""/api/v1/<dataset>: the rows of a dataset in any format, and /api/v1/release.duckdb: all of it."""

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from healthplan.api import asking
from healthplan.api.asked import only
from healthplan.api.kept import Kept, Made
from healthplan.api.releases import Release, connection, data_date, find
from healthplan.api.sending import is_known, send, tag_of, unchanged
from healthplan.export.head import Head, file_name
from healthplan.queries.datasets import answer
from healthplan.queries.refusal import QuestionRefused
from healthplan.queries.refusal import asking as cursor

KEPT = Kept()
DATABASE_TYPE = "application/vnd.duckdb"


def rows(request: Request) -> Response:
    """One page of a dataset, or every row as a file."""
    asked = asking.read(request.path_params["dataset"], request.query_params)
    form, question = asked.format, asked.question
    tag = tag_of(asked.release.name, question.dataset, form.ending, str(asked.pairs))
    headers = caching(asked.release) | {"Vary": "Accept-Encoding"}
    if is_known(request, tag):
        return unchanged(tag, headers)
    made = KEPT.get(tag)
    if made is None:
        made = made_of(asked)
        KEPT.put(tag, made)
    name = file_name(question.dataset, asked.release.name, form.ending)
    headers |= {"X-Total-Count": str(made.total), "Content-Disposition": _disposition(name, form.whole)}
    if made.next_page:
        more = request.url.include_query_params(
            limit=question.limit, offset=question.offset + question.limit, release=asked.release.name)
        headers["Link"] = f'<{more}>; rel="next"'
    return send(request, made.body, tag, form.media_type, headers, form.packs)


def database(request: Request) -> Response:
    """The release itself, a DuckDB file. Raises QuestionRefused."""
    release = find(only(request, "release").get("release", ""))
    tag, headers = tag_of(release.name, "duckdb"), caching(release)
    if is_known(request, tag):
        return unchanged(tag, headers)
    name = file_name("all", release.name, "duckdb")
    headers |= {"ETag": f'"{tag}"', "Content-Disposition": _disposition(name, True)}
    there = release.path.stat()  # now, while a file that has gone can still be told in a sentence
    return FileResponse(release.path, headers=headers, media_type=DATABASE_TYPE, stat_result=there)


def caching(release: Release) -> dict[str, str]:
    """A named release may be kept for a day; the current one is asked about each time, which is cheap."""
    rule = "public, max-age=86400" if release.pinned else "public, no-cache"
    return {"Cache-Control": rule, "X-Release": release.name}


def made_of(asked: asking.Asked) -> Made:
    """Writes the answer. Raises QuestionRefused where a file would hold only some of the rows."""
    release, question = asked.release, asked.question
    with cursor(connection(release.path)) as db:
        found = answer(db, question)
    if asked.whole and found.total - question.offset > question.limit:
        facts = {"total": str(found.total), "most": str(question.limit)}
        raise QuestionRefused("asked_too_many", facts)
    date = data_date(release.path)
    head = Head(release.name, date, question.dataset, asked.pairs, found.total, question.offset)
    next_page = "" if asked.whole else asked.next_page(found.total)
    return Made(asked.format.write(found.table, head, next_page), found.total, next_page)


def _disposition(name: str, is_file: bool) -> str:
    return f'{"attachment" if is_file else "inline"}; filename="{name}"'
