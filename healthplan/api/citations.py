"""/api/v1/cite: a ready citation of a row (?row=), of rows of a dataset (?dataset= and its filters) or of
what a screen shows (?view= and the parameters of the screen)."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from healthplan.api import dataset_request
from healthplan.api.http import is_known, not_modified, send, tag_of
from healthplan.api.releases import Release, request_cursor, requested_release
from healthplan.api.requests import one_of, product_address, single_values, view_for
from healthplan.api.rows import cache_headers
from healthplan.formats.bibliography import as_bibtex, as_csl, citation_key
from healthplan.formats.citation import Source, as_text, row_source
from healthplan.parameters.parameter import harmless_text
from healthplan.parameters.refusal import QuestionRefused
from healthplan.subjects.documents.queries import citation_facts
from healthplan.text import Lang
from pages.registry import SCREENS, view_source


@dataclass(frozen=True, slots=True)
class CitationFormat:
    """A form of a citation."""

    write: Callable[[Source, Lang], str | bytes]
    media_type: str
    ending: str


CITATION_FORMATS = {
    "text": CitationFormat(as_text, "text/plain; charset=utf-8", ".txt"),
    "bibtex": CitationFormat(as_bibtex, "application/x-bibtex; charset=utf-8", ".bib"),
    "csl": CitationFormat(as_csl, "application/vnd.citationstyles.csl+json", ".json"),
}
OWN = ("row", "dataset", "view", "format", "lang", "release")
OF_CITATION = ("dataset", "format", "lang")  # parameters of a citation of rows that do not choose among them


def citation_response(request: Request) -> Response:
    """The citation as text, BibTeX or CSL-JSON, in either language. Raises QuestionRefused."""
    parameters = request.query_params
    if "dataset" not in parameters or "view" in parameters:
        single_values(parameters)
    named = one_of("format", parameters.get("format", "text"), tuple(CITATION_FORMATS))
    lang = Lang(one_of("lang", parameters.get("lang", "vi"), tuple(Lang)))
    source, release = _source(parameters, lang, product_address(request))
    form = CITATION_FORMATS[named]
    tag = tag_of(source.name, source.release, source.link, named, lang)
    name = citation_key(source)[:80] + form.ending
    headers = cache_headers(release) | {"Content-Disposition": f'inline; filename="{name}"'}
    if is_known(request, tag):
        return not_modified(tag, headers)
    written = form.write(source, lang)
    return send(request, written.encode() if isinstance(written, str) else written, tag, form.media_type, headers)


def _source(parameters: QueryParams, lang: Lang, origin: str) -> tuple[Source, Release]:
    if "view" in parameters:
        return _view(parameters, lang, origin)
    if "dataset" in parameters:
        return _rows(parameters, origin)
    for name in parameters:
        if name not in OWN:
            raise QuestionRefused("asked_unknown_name", {"name": harmless_text(name)}, OWN)
    release, row = requested_release(parameters.get("release", "")), parameters.get("row", "")
    with request_cursor(release.path) as db:
        found = citation_facts(db, row=row)
    if not found:
        raise QuestionRefused("asked_row", {"value": row})
    return row_source(found[0], lang, release.name, origin), release


def _view(parameters: QueryParams, lang: Lang, origin: str) -> tuple[Source, Release]:
    """A screen with the parameters of its own."""
    screen, release = (
        one_of("view", parameters["view"], tuple(SCREENS)),
        requested_release(parameters.get("release", "")),
    )
    asked = {name: value for name, value in parameters.items() if name not in ("view", "format")}
    view = view_for(lang, release.name)
    return view_source(view, screen, asked, origin, strict=True)[0], release


def _rows(parameters: QueryParams, origin: str) -> tuple[Source, Release]:
    """The rows of a dataset that the filters leave."""
    kept = [(name, value) for name, value in parameters.multi_items() if name not in OF_CITATION]
    asked = dataset_request.parse_request(parameters["dataset"], QueryParams(kept))
    pairs = [(name, value) for name, value in asked.pairs if name != "limit" or name in parameters]
    dataset, filters = asked.question.dataset, "; ".join(f"{name}={value}" for name, value in pairs)
    query = urlencode([*pairs, ("release", asked.release.name)], safe=",")
    facts, link = {"dataset": dataset, "filters": filters}, f"{origin}api/v1/{dataset}?{query}"
    return Source(f"{dataset} {filters}", facts, asked.release.name, link), asked.release
