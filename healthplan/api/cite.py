"""/api/v1/cite: a ready citation of any row (?row=) or of any view (?dataset= with its filters)."""

from collections.abc import Callable
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from healthplan.api import asking
from healthplan.api.releases import Release, connection, find
from healthplan.api.rows import caching
from healthplan.api.sending import is_known, send, tag_of, unchanged
from healthplan.export.bibliography import as_bibtex, as_csl
from healthplan.export.citation import Source, as_text
from healthplan.queries.citation import cited
from healthplan.queries.refusal import QuestionRefused
from healthplan.queries.refusal import asking as cursor
from healthplan.text import Lang

Written = tuple[Callable[[Source, Lang], str | bytes], str]
FORMS: dict[str, Written] = {
    "text": (as_text, "text/plain; charset=utf-8"),
    "bibtex": (as_bibtex, "application/x-bibtex; charset=utf-8"),
    "csl": (as_csl, "application/vnd.citationstyles.csl+json"),
}
OWN = ("row", "dataset", "format", "lang", "release")
SCREENS = {"goal": "sources?row=", "observation": "sources?row=", "benchmark": "sources?row=",
           "finding": "review?finding=", "document": "sources?document="}
DATASETS = {"task": "tasks", "duty": "duties", "verdict": "verdicts"}  # rows without a screen of their own


def cite(request: Request) -> Response:
    """The citation as text, BibTeX or CSL-JSON, in either language. Raises QuestionRefused."""
    parameters = request.query_params
    form = _one_of("format", parameters.get("format", "text"), tuple(FORMS))
    lang = Lang(_one_of("lang", parameters.get("lang", "vi"), tuple(Lang)))
    source, release = _source(parameters, str(request.base_url))
    write, media_type = FORMS[form]
    tag, headers = tag_of(source.name, source.release, source.link, form, lang), caching(release)
    if is_known(request, tag):
        return unchanged(tag, headers)
    written = write(source, lang)
    return send(request, written.encode() if isinstance(written, str) else written, tag, media_type, headers)


def _source(parameters: QueryParams, origin: str) -> tuple[Source, Release]:
    if "dataset" in parameters:
        kept = [(name, value) for name, value in parameters.multi_items() if name in ("release",)
                or name not in OWN]
        asked = asking.read(parameters["dataset"], QueryParams(kept))
        pairs = [(name, value) for name, value in asked.pairs if name != "limit"]
        query = urlencode([*pairs, ("release", asked.release.name)], safe=",")
        facts = {"dataset": asked.question.dataset,
                 "filters": "; ".join(f"{name}={value}" for name, value in pairs)}
        link = f"{origin}api/v1/{asked.question.dataset}?{query}"
        name = f"{asked.question.dataset} {facts['filters']}"
        return Source(name, facts, asked.release.name, link), asked.release
    for name in parameters:
        _one_of("cite", name, OWN)
    release, row = find(parameters.get("release", "")), parameters.get("row", "")
    with cursor(connection(release.path)) as db:
        found = cited(db, row=row)
    if not found:
        raise QuestionRefused("asked_row", {"value": row})
    return Source(row, found[0], release.name, origin + _path(found[0])), release


def _path(facts: dict[str, str]) -> str:
    """Where a reader sees the row; its dataset, where no screen shows one row."""
    row, what = facts["row"], facts["what"]
    if what in SCREENS:
        return SCREENS[what] + row
    if what in DATASETS:
        return f"api/v1/{DATASETS[what]}?row={row}"
    return f"sources?document={facts['document']}"


def _one_of(name: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise QuestionRefused("asked_value", {"name": name, "value": value}, known)
    return value
