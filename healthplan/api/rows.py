"""/api/v1/<dataset>: the rows of a dataset in any format, and /api/v1/release.duckdb: all of it."""

from dataclasses import dataclass
from functools import partial

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from healthplan.api import dataset_request
from healthplan.api.http import is_known, key_tag, not_modified, send, tag_of
from healthplan.api.releases import Release, data_date, request_cursor, requested_release
from healthplan.api.requests import accepted_values, request_address
from healthplan.api.responses import PendingResponse
from healthplan.cache import CACHE, key_of
from healthplan.formats.file import File, pack
from healthplan.formats.head import Head, dataset_file_name
from healthplan.parameters.refusal import QuestionRefused
from healthplan.release import publication
from healthplan.subjects.datasets.queries import dataset_answer, row_total
from healthplan.work.process import Tell

MANY = 1000  # rows; more are written by a worker, for readers of other answers would notice
DATABASE_TYPE = "application/vnd.duckdb"


@dataclass(frozen=True, slots=True)
class DatasetBody(File):
    """An answer, how many rows there are on all pages, and the query of the next page."""

    total: int = 0
    next_page: str = ""


def dataset_response(request: Request) -> Response | PendingResponse:
    """One page of a dataset, or every row as a file."""
    asked = dataset_request.parse_request(request.path_params["dataset"], request.query_params)
    form, question = asked.format, asked.question
    fixed = [f"{name}={value}" for name, value in asked.pairs if name not in ("q", dataset_request.DAY)]
    free = (*question.words, str(question.day))
    key = key_of("rows", asked.release.path.name, question.dataset, form.ending, *fixed, free=free)
    tag = key_tag(key)
    headers = cache_headers(asked.release) | {"Vary": "Accept-Encoding"}
    if is_known(request, tag):
        return not_modified(tag, headers)

    def told(made: DatasetBody) -> Response:
        name = dataset_file_name(question.dataset, asked.release.name, form.ending)
        about = {"X-Total-Count": str(made.total), "Content-Disposition": _disposition(name, form.whole)}
        if made.next_page:
            more = request_address(request).include_query_params(
                limit=question.limit, offset=question.offset + question.limit, release=asked.release.name
            )
            about["Link"] = f'<{more}>; rel="next"'
        return send(request, made.body, tag, form.media_type, headers | about, packed=made.packed)

    made = CACHE.get(key)
    if made is None and is_slow(asked):
        return PendingResponse(key, partial(dataset_body, asked), told)
    if made is None:
        made = dataset_body(asked)
        CACHE.put(key, made, len(made.body) + len(made.packed))
    return told(made)


def database(request: Request) -> Response:
    """The release itself, a DuckDB file. Raises QuestionRefused."""
    release = requested_release(accepted_values(request, "release").get("release", ""))
    content = publication.content_hash(release.path)
    tag, headers = tag_of(release.name, "duckdb", content), cache_headers(release)
    if is_known(request, tag):
        return not_modified(tag, headers)
    name = dataset_file_name("all", release.name, "duckdb")
    headers |= {"ETag": f'"{tag}"', "Content-Disposition": _disposition(name, True)}
    there = release.path.stat()  # now, while a file that has gone can still be told in a sentence
    return FileResponse(release.path, headers=headers, media_type=DATABASE_TYPE, stat_result=there)


def cache_headers(release: Release) -> dict[str, str]:
    """A named release may be kept for a day; the current one is asked about each time, which is cheap."""
    rule = "public, max-age=86400" if release.pinned else "public, no-cache"
    return {"Cache-Control": rule, "X-Release": release.name}


def is_slow(asked: dataset_request.DatasetRequest) -> bool:
    """Whether writing the rows takes long."""
    question = asked.question
    if asked.format.slow or question.limit <= MANY:
        return asked.format.slow
    with request_cursor(asked.release.path) as db:
        return min(question.limit, row_total(db, question) - question.offset) > MANY


def dataset_body(asked: dataset_request.DatasetRequest, _tell: Tell | None = None) -> DatasetBody:
    """Writes the answer. Raises QuestionRefused where a file would hold only some of the rows."""
    release, question = asked.release, asked.question
    with request_cursor(release.path) as db:
        found = dataset_answer(db, question)
    if asked.whole and found.total - question.offset > question.limit:
        facts = {"total": str(found.total), "most": str(question.limit)}
        raise QuestionRefused("asked_too_many", facts)
    date = data_date(release.path)
    head = Head(release.name, date, question.dataset, asked.pairs, found.total, question.offset)
    next_page = "" if asked.whole else asked.next_page(found.total)
    body = asked.format.write(found.table, head, next_page)
    return DatasetBody(body, pack(body) if asked.format.packs else b"", found.total, next_page)


def _disposition(name: str, is_file: bool) -> str:
    return f'{"attachment" if is_file else "inline"}; filename="{name}"'
