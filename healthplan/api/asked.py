"""What an address asks for: each parameter is known, each value allowed, or QuestionRefused says what is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.datastructures import URL, QueryParams
from starlette.requests import Request

from healthplan.api.releases import find
from healthplan.charts.look import THEMES
from healthplan.queries.refusal import QuestionRefused
from healthplan.text import Lang
from healthplan.ui.view import View
from healthplan.web.files import origin_of

EVERYWHERE = ("lang", "download", "release")  # every address takes these
MOST = 40  # letters of a value that an answer repeats
READABLE = re.compile(r"https?://[A-Za-z0-9.:\[\]-]{1,100}/[A-Za-z0-9._~/-]{0,100}")


@dataclass(frozen=True, slots=True)
class Asked:
    """The parameters of one address and the language that its answer speaks."""

    values: Mapping[str, str]
    lang: Lang

    @property
    def view(self) -> View:
        """The release that is asked for, in the language that is asked for."""
        return view_for(self.lang, self.values.get("release", ""))

    def names(self, *allowed: str) -> None:
        """Refuses parameters that the address does not take."""
        known = (*EVERYWHERE, *allowed)
        for name in self.values:
            if name not in known:
                raise QuestionRefused("asked_unknown_name", {"name": plain(name)}, known)

    def one(self, name: str, allowed: Sequence[str], default: str = "") -> str:
        """One value out of those allowed; without a default the address must name one."""
        value = self.values.get(name, default)
        if not value:
            raise QuestionRefused("asked_missing", {"name": name}, tuple(allowed))
        if value not in allowed:
            _refuse(name, value, allowed)
        return value

    def any(self, name: str, allowed: Sequence[str]) -> str:
        """One value out of those allowed, or none."""
        return self.one(name, allowed) if self.values.get(name) else ""

    def many(self, name: str, allowed: Sequence[str], default: Sequence[str]) -> list[str]:
        """Several values with commas between, in the order of those allowed."""
        values = [value for value in self.values.get(name, "").split(",") if value]
        for value in values:
            if value not in allowed:
                _refuse(name, value, allowed)
        if name in self.values and not values:
            _refuse(name, "", allowed)
        return [value for value in allowed if value in values] or list(default)


def _refuse(name: str, value: str, allowed: Sequence[str]) -> None:
    raise QuestionRefused("asked_value", {"name": name, "value": plain(value)}, tuple(allowed))


def single(parameters: QueryParams) -> dict[str, str]:
    """Parameters that take one value each. Raises QuestionRefused for one that has two."""
    for name in parameters:
        if len(set(parameters.getlist(name))) > 1:
            raise QuestionRefused("asked_twice", {"name": plain(name)})
    return dict(parameters)


def only(request: Request, *allowed: str) -> dict[str, str]:
    """The parameters of an address that takes a few, or none. Raises QuestionRefused for any other."""
    values = single(request.query_params)
    for name in values:
        if name not in allowed:
            fault = "asked_unknown_name" if allowed else "asked_no_parameter"
            raise QuestionRefused(fault, {"name": plain(name)}, allowed)
    return values


def asked_of(request: Request) -> Asked:
    """The parameters of a request. A language that we do not speak is refused in Vietnamese."""
    values = single(request.query_params)
    asked = Asked(values, Lang(values["lang"]) if values.get("lang") in list(Lang) else Lang.VI)
    asked.one("lang", list(Lang), Lang.VI)
    asked.one("download", ["0", "1"], "0")
    return asked


def view_for(lang: Lang, release: str = "") -> View:
    """The current release, or the one of a name, as a reader of one language sees it on paper. Raises
    QuestionRefused when there is none."""
    found = find(release)
    return View(lang, THEMES["light"], found.path, pinned=found.pinned)


def reached_at(request: Request) -> str:
    """Where readers find this product, with a slash at its end. Raises QuestionRefused."""
    address = origin_of(request)
    if not READABLE.fullmatch(address):
        raise QuestionRefused("brief_address_odd", {})
    return address


def reached_as(request: Request) -> URL:
    """The address of a request as its reader knows it. Raises QuestionRefused."""
    return URL(reached_at(request) + request.url.path.lstrip("/")).replace(query=request.url.query)


def plain(value: str) -> str:
    """A value cut short and without what could be taken for a link or markup."""
    return "".join(letter for letter in value[:MOST] if letter.isalnum() or letter in " -_.,")
