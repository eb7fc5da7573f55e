"""What is told about the API itself: the list of datasets, its description, its page for people."""

import json
from functools import partial
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from healthplan.api.charts import CHARTS
from healthplan.api.dataset_request import DAY, WORDS
from healthplan.api.examples import examples
from healthplan.api.formats import FORMATS
from healthplan.api.http import is_known, not_modified, send, tag_of
from healthplan.api.memos import WORD_FILES
from healthplan.api.openapi import openapi
from healthplan.api.releases import filter_values, requested_release
from healthplan.api.requests import EVERYWHERE, accepted_values, one_of, product_address
from healthplan.api.rows import cache_headers
from healthplan.formats.dictionary import dictionary
from healthplan.formats.package import release_package
from healthplan.model.dataset import DATASETS
from healthplan.parameters.address import FORMS
from healthplan.release import publication
from healthplan.text import Lang, say
from healthplan.text.templates import template_environment
from healthplan.web.static import asset_address

RELEASES_SHOWN = 12  # names on the page for people; the list for programs has them all
TEMPLATES = template_environment(Path(__file__).parent / "templates")


def datasets(request: Request) -> Response:
    """Every dataset with its address, columns and filters, the formats and the releases."""
    accepted_values(request)
    origin = product_address(request)
    told = [
        {
            "dataset": one.name,
            "title_vi": say(Lang.VI, f"dataset_{one.name}"),
            "title_en": say(Lang.EN, f"dataset_{one.name}"),
            "address": f"{origin}api/v1/{one.name}",
            "columns": list(one.columns),
            "filters": list(one.filters),
        }
        for one in DATASETS.values()
    ]
    return _json(
        request,
        {
            "release": requested_release().name,
            "releases": publication.release_names(),
            "formats": list(FORMATS),
            "docs": f"{origin}api/v1/docs",
            "openapi": f"{origin}api/v1/openapi.json",
            "database": f"{origin}api/v1/release.duckdb",
            "datapackage": f"{origin}api/v1/datapackage.json",
            "datasets": told,
        },
    )


def openapi_response(request: Request) -> Response:
    """OpenAPI."""
    accepted_values(request)
    return _json(request, openapi(product_address(request)))


def data_package(request: Request) -> Response:
    """The data package of the current release: its datasets as CSV."""
    accepted_values(request)
    return _json(request, release_package(requested_release().name, product_address(request)))


def docs(request: Request) -> Response:
    """The page for people, in the language of the address."""
    lang = Lang(one_of("lang", accepted_values(request, "lang").get("lang") or Lang.VI, tuple(Lang)))
    page = TEMPLATES.get_template("docs.html").render(
        lang=lang,
        other=Lang.VI if lang is Lang.EN else Lang.EN,
        say=partial(say, lang),
        styles=[asset_address("look.css"), asset_address("docs.css")],
        mark=asset_address("mark.svg"),
        examples=examples(product_address(request)),
        datasets=dictionary(lang),
        words=(*WORDS, DAY),
        filters=DATASETS,
        formats=list(FORMATS),
        charts=CHARTS,
        forms=FORMS,
        word_files=WORD_FILES,
        takes=_takes(),
        release=requested_release().name,
        releases=publication.release_names()[-RELEASES_SHOWN:],
        origin=product_address(request),
        cited=filter_values(requested_release().path, "benchmarks", "row")[0],
    )
    return _response(request, page.encode(), "text/html; charset=utf-8")


def _takes() -> list[str]:
    """Every parameter that some chart or Word file takes, once."""
    every = [*(chart.takes for chart in CHARTS.values()), *(takes for _, takes in WORD_FILES.values())]
    return list(dict.fromkeys([*(one.name for takes in every for one in takes), *EVERYWHERE]))


def _json(request: Request, told: dict[str, Any]) -> Response:
    return _response(request, json.dumps(told, ensure_ascii=False, indent=1).encode(), "application/json")


def _response(request: Request, body: bytes, media_type: str) -> Response:
    """Small and made at once, so the tag comes from the bytes."""
    tag, headers = tag_of(body.decode()), cache_headers(requested_release()) | {"Vary": "Accept-Encoding"}
    if is_known(request, tag):
        return not_modified(tag, headers)
    return send(request, body, tag, media_type, headers, packs=True)
