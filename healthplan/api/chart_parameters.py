"""The parameters that charts take: how each is read, what it may be, what it is when it is not named."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date

from healthplan.api.asked import Asked
from healthplan.queries.refusal import QuestionRefused
from healthplan.text import say
from healthplan.ui import calendar, reported, tasks, tile_map
from healthplan.ui.evidence_of_finding import opened
from healthplan.ui.pickers import USUAL, provinces
from healthplan.ui.trajectories import UNTIL
from healthplan.ui.view import View

SIZES = ("page", "slide")
WORDS_MOST = 80  # letters, as on the screen
Facts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Parameter:
    """`read` gives its value from the release, the address and the parameters read before it; "" is no
    choice. Raises QuestionRefused for what is not allowed. `free`: a reader may choose anything, so that no
    list bounds how many pictures there are."""

    name: str
    read: Callable[[View, Asked, Facts], str]
    free: bool = False


def _places(view: View, asked: Asked, _: Facts) -> str:
    return ",".join(asked.many("places", list(view.planned), provinces(view)))


def _traced(view: View, asked: Asked, _: Facts) -> str:
    """Trajectories also draw what was reported of places without a plan."""
    return ",".join(asked.many("places", [*view.planned, *reported.places(view)], provinces(view)))


def _place(view: View, asked: Asked, _: Facts) -> str:
    return asked.one("place", list(view.planned), next(iter(view.planned)))


def _indicator(view: View, asked: Asked, _: Facts) -> str:
    return asked.one("indicator", list(view.indicators), USUAL)


def _mapped(view: View, asked: Asked, _: Facts) -> str:
    return asked.one("indicator", tile_map.mapped(view), USUAL)


def _map_year(view: View, asked: Asked, read: Facts) -> str:
    years = tile_map.map_years(view, read["indicator"])
    return asked.one("year", years, tile_map.usual_year(years))


def _finding(view: View, asked: Asked, _: Facts) -> str:
    name = asked.values.get("finding", "")
    if not name or opened(view, name) is None:
        asked.one("finding", [say(asked.lang, "asked_finding")])
    return name


def _words(_view: View, asked: Asked, _: Facts) -> str:
    words = asked.values.get("words", "")
    if len(words) > WORDS_MOST:
        raise QuestionRefused("asked_long", {"name": "words", "most": str(WORDS_MOST)})
    return " ".join(words.split())


def _day(_view: View, asked: Asked, _: Facts) -> str:
    """The reader's own day, else today on the server's clock."""
    day = asked.values.get("date", "") or date.today().isoformat()
    if calendar.day_of(day) is None:
        asked.one("date", [say(asked.lang, "asked_date")])
    return day


def _chosen(name: str) -> Parameter:
    """A filter of the tasks: one of its options, or none."""

    def read(view: View, asked: Asked, _: Facts) -> str:
        options = {known: allowed for known, allowed, _ in tasks.choices(view)}
        return asked.any(name, options[name])

    return Parameter(name, read)


PLACES, PLACE = Parameter("places", _places), Parameter("place", _place)
TRACED = Parameter("places", _traced)
INDICATOR, MAPPED = Parameter("indicator", _indicator), Parameter("indicator", _mapped)
MAP_YEAR, FINDING = Parameter("year", _map_year), Parameter("finding", _finding)
UNTIL_YEAR = Parameter("until", lambda _view, asked, _: asked.one("until", list(UNTIL), "2030"))
SIZE = Parameter("size", lambda _view, asked, _: asked.one("size", SIZES, "page"))
CALENDAR = (
    Parameter("date", _day, free=True),
    Parameter("place", lambda view, asked, _: asked.any("place", calendar.places(view))),
    Parameter("agency", lambda view, asked, _: asked.any("agency", list(calendar.named_bodies(view)))),
)
TASKS = tuple(
    Parameter("words", _words, free=True) if field.name == "words" else _chosen(field.name)
    for field in fields(tasks.Picked)
)


def read_all(view: View, asked: Asked, takes: tuple[Parameter, ...]) -> Facts:
    """Every parameter of an address. Raises QuestionRefused for a name that it does not take."""
    asked.names(*(one.name for one in takes))
    facts: Facts = {}
    for one in takes:
        facts[one.name] = one.read(view, asked, facts)
    return facts


def nothing_drawn() -> QuestionRefused:
    """The refusal for a choice of which there is nothing to draw."""
    return QuestionRefused("asked_nothing_drawn", {})
