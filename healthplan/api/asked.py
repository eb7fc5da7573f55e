"""What an address asks for: each parameter is known, each value allowed, or the answer says what is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request

from healthplan import published
from healthplan.charts.look import THEMES
from healthplan.text import Lang, say
from healthplan.ui.view import View

MOST = 40  # letters of a value that an answer repeats


class Refused(ValueError):
    """The address asks for what is not here; `args[0]` says so in a sentence, `status` in a number."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


@dataclass(frozen=True, slots=True)
class Asked:
    """The parameters of one address and the language that its answer speaks."""

    values: Mapping[str, str]
    lang: Lang

    def names(self, *allowed: str) -> None:
        """Refuses parameters that the address does not take."""
        known = ("lang", "download", *allowed)
        for name in self.values:
            if name not in known:
                raise Refused(say(self.lang, "asked_unknown_name", name=plain(name), allowed=listed(known)))

    def one(self, name: str, allowed: Sequence[str], default: str = "") -> str:
        """One value out of those allowed; without a default the address must name one."""
        value = self.values.get(name, default)
        if not value:
            raise Refused(say(self.lang, "asked_missing", name=name, allowed=listed(allowed)))
        if value not in allowed:
            self._refuse(name, value, allowed)
        return value

    def many(self, name: str, allowed: Sequence[str], default: Sequence[str]) -> list[str]:
        """Several values with commas between, in the order of those allowed."""
        values = [value for value in self.values.get(name, "").split(",") if value]
        for value in values:
            if value not in allowed:
                self._refuse(name, value, allowed)
        return [value for value in allowed if value in values] or list(default)

    def _refuse(self, name: str, value: str, allowed: Sequence[str]) -> None:
        facts = {"name": name, "value": plain(value), "allowed": listed(allowed)}
        raise Refused(say(self.lang, "asked_unknown_value", **facts))


def asked_of(request: Request) -> Asked:
    """The parameters of a request. A language that we do not speak is refused in Vietnamese."""
    values = dict(request.query_params)
    asked = Asked(values, Lang(values["lang"]) if values.get("lang") in list(Lang) else Lang.VI)
    asked.one("lang", list(Lang), Lang.VI)
    asked.one("download", ["0", "1"], "0")
    return asked


def view_for(lang: Lang) -> View:
    """The current release as a reader of one language sees it on paper; refused when there is none yet."""
    path = published.current()
    if path is None:
        raise Refused(say(lang, "asked_too_early"), 503)
    return View(lang, THEMES["light"], path)


def listed(values: Sequence[str]) -> str:
    """Values as a sentence names them."""
    return ", ".join(values)


def plain(value: str) -> str:
    """A value cut short and without what could be taken for a link or markup."""
    return "".join(letter for letter in value[:MOST] if letter.isalnum() or letter in " -_.,")
