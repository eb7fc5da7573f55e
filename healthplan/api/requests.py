"""Requests: their parameters, their release, and the address that they came to."""

import re
from collections.abc import Sequence

from starlette.datastructures import URL, QueryParams
from starlette.requests import Request

from healthplan.api.releases import requested_release
from healthplan.parameters.parameter import harmless_text
from healthplan.parameters.refusal import QuestionRefused
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES
from healthplan.web.settings import origin_of

EVERYWHERE = ("lang", "download", "release")  # every address takes these
READABLE = re.compile(r"https?://[A-Za-z0-9.:\[\]-]{1,100}/[A-Za-z0-9._~/-]{0,100}")


def single_values(parameters: QueryParams) -> dict[str, str]:
    """Parameters that take one value each. Raises QuestionRefused for one that has two."""
    for name in parameters:
        if len(set(parameters.getlist(name))) > 1:
            raise QuestionRefused("asked_twice", {"name": harmless_text(name)})
    return dict(parameters)


def accepted_values(request: Request, *allowed: str) -> dict[str, str]:
    """The parameters of an address that takes a few, or none. Raises QuestionRefused for any other."""
    values = single_values(request.query_params)
    for name in values:
        if name not in allowed:
            fault = "asked_unknown_name" if allowed else "asked_no_parameter"
            raise QuestionRefused(fault, {"name": harmless_text(name)}, allowed)
    return values


def values_of(request: Request) -> tuple[dict[str, str], Lang]:
    """The parameters of a request, and the language that its answer speaks. One that we do not speak is
    refused in Vietnamese."""
    values = single_values(request.query_params)
    one_of("download", values.get("download") or "0", ("0", "1"))
    return values, Lang(one_of("lang", values.get("lang") or Lang.VI, tuple(Lang)))


def one_of(name: str, value: str, allowed: Sequence[str]) -> str:
    """A value that is allowed. Raises QuestionRefused."""
    if value not in allowed:
        raise QuestionRefused("asked_value", {"name": name, "value": harmless_text(value)}, tuple(allowed))
    return value


def view_for(lang: Lang, release: str = "") -> View:
    """The current release, or the one of a name, as a reader of one language sees it on paper. Raises
    QuestionRefused when there is none."""
    found = requested_release(release)
    return View(lang, THEMES["light"], found.path, pinned=found.pinned)


def product_address(request: Request) -> str:
    """Where readers find this product, with a slash at its end. Raises QuestionRefused."""
    address = origin_of(request)
    if not READABLE.fullmatch(address):
        raise QuestionRefused("brief_address_odd", {})
    return address


def request_address(request: Request) -> URL:
    """The address of a request as its reader knows it. Raises QuestionRefused."""
    return URL(product_address(request) + request.url.path.lstrip("/")).replace(query=request.url.query)
