"""Every screen: its name, what its address takes, what its heading says. Navigation, first page, citations,
API and tests read this one table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urljoin

from healthplan.formats.citation import Source, citation_block
from healthplan.parameters.address import link, path_of, query
from healthplan.parameters.parameter import Choices, Parameter, address_state, describe, parse
from healthplan.parameters.shared import PLACES
from healthplan.release.view import View
from healthplan.subjects.deadlines import agenda
from healthplan.subjects.distances.national import answers, national_finding, state_of
from healthplan.subjects.distances.records import DistanceRecord
from healthplan.subjects.places.profile import PLACE
from healthplan.text import Lang
from healthplan.web.settings import frames
from pages.blocks import Block, ReaderContext
from pages.calendar import content as calendar
from pages.changes import content as changes
from pages.compare import content as compare
from pages.data import content as data
from pages.home import content as home
from pages.month import content as month
from pages.overview import content as overview
from pages.place import content as place
from pages.present import content as present
from pages.review import content as review
from pages.sources import content as sources
from pages.tasks import content as tasks
from pages.trajectories import content as trajectories
from pages.update import content as update

Words = Sequence[tuple[str, str]]  # label and words of each choice
Reading = tuple[str, dict[str, str], Words]  # heading, state of the address, words


@dataclass(frozen=True, slots=True)
class Screen:
    """`content` are its blocks; `takes` are the parameters of its address, all of them or by the address;
    `heading` tells what it shows.
    `draws`: it has a chart of Plotly, which the browser fetches at once. `reads` reads an address that has a
    grammar of its own, and raises QuestionRefused when strict; `starts` is the address of such a screen for
    the place that the reader came for. One that is not `listed` is reached from another screen, not from the
    menu. `unopened` are the blocks of a place to work before a session has opened it: what can be read there."""

    name: str
    content: Callable[[View, Choices, ReaderContext], list[Block]]
    takes: Sequence[Parameter] | Callable[[View, Mapping[str, str]], Sequence[Parameter]]
    heading: Callable[[View, Choices], str]
    draws: bool = False
    reads: Callable[[View, Mapping[str, str], bool], Reading] | None = None
    starts: Callable[[View], dict[str, str]] | None = None
    listed: bool = True
    unopened: Callable[[View, Mapping[str, str], ReaderContext], list[Block]] | None = None

    @property
    def path(self) -> str:
        """The path below the product's address: "/" or "/trajectories"."""
        return "/" + path_of(self.name).strip(".")

    def parameters(self, view: View, address: Mapping[str, str]) -> Sequence[Parameter]:
        """The parameters of an address of this screen."""
        return self.takes(view, address) if callable(self.takes) else self.takes

    def start(self, view: View) -> dict[str, str]:
        """The address of this screen for the place that the reader came for; nothing where it knows none."""
        if self.starts:
            return self.starts(view)
        about = next((one for one in self.parameters(view, {}) if one.name == "place"), None)
        return {"place": view.mine} if about and view.mine in about.options(view, {}) else {}

    def read(self, view: View, address: Mapping[str, str], strict: bool) -> Reading:
        """Heading, state and words of an address. Raises QuestionRefused when strict."""
        if self.reads:
            return self.reads(view, address, strict)
        parameters = self.parameters(view, address)
        choices = parse(view, parameters, address, strict=strict).choices
        words = describe(view, parameters, choices)
        return self.heading(view, choices), address_state(parameters, choices), words


SCREENS = {
    screen.name: screen
    for screen in (
        Screen("home", home.content, home.PARAMETERS, home.heading),
        Screen("overview", overview.content, overview.PARAMETERS, overview.heading),
        Screen("trajectories", trajectories.content, trajectories.PARAMETERS, trajectories.heading, draws=True),
        Screen("compare", compare.content, (PLACES,), compare.heading, draws=True),
        Screen("place", place.content, (PLACE,), place.heading),
        Screen("review", review.content, review.PARAMETERS, review.heading),
        Screen("tasks", tasks.content, tasks.PARAMETERS, tasks.heading),
        Screen("calendar", calendar.content, agenda.PARAMETERS, calendar.heading),
        Screen("month", month.content, month.PARAMETERS, month.heading),
        Screen("data", data.content, data.parameters, data.heading),
        Screen("changes", changes.content, changes.PARAMETERS, changes.heading, listed=False),
        Screen(
            "present",
            present.content,
            (),
            present.heading,
            reads=present.deck_reading,
            starts=present.start,
            unopened=present.unopened,
        ),
        Screen("sources", sources.content, sources.PARAMETERS, sources.heading),
        Screen("update", update.content, update.PARAMETERS, update.heading, unopened=update.unopened),
    )
}


@dataclass(frozen=True, slots=True)
class SharedView:
    """What is told of a view to those who get its address: its heading, the distances that answer for it, and
    the state that it could take of the address."""

    title: str
    answers: Sequence[DistanceRecord]
    state: dict[str, str]


def shared_view(view: View, screen: str, address: Mapping[str, str], day: date) -> SharedView:
    """The view of an address, whatever it asks for; without a screen only the product."""
    if not screen:
        return SharedView(view.say("product_line"), (), {})
    heading, state, _ = SCREENS[screen].read(view, address, False)
    told = answers(view, state, day)
    if told and heading == view.place_name(told[0].row["place"]):  # a name is no finding
        heading = national_finding(view, told[0].row["place"], [state_of(one) for one in told])
    return SharedView(heading, told, state)


def view_source(
    view: View, screen: str, address: Mapping[str, str], origin: str, *, strict: bool
) -> tuple[Source, dict[str, str]]:
    """The citation of what a screen shows, with the address of its release at `origin`, and the state of that
    address. Raises QuestionRefused when `strict` and the address asks for what is not here."""
    heading, named, described = SCREENS[screen].read(view, address, strict)
    told = [view.say("cite_choice", label=label, words=words) for label, words in described if words not in heading]
    facts = {
        "screen": view.say(f"menu_{screen}"),
        "heading": heading,
        "chosen": "; ".join(told),
        "issued_on": view.release["data_date"],
    }
    bare = {name: value for name, value in named.items() if name != "lang"}
    shown_at = link(screen, view.lang, **bare, release=view.path.stem)
    source = Source(f"{screen} {query(bare)}", facts, view.path.stem, urljoin(origin, shown_at))
    return source, named


def cite_facts(view: View, screen: str, address: Mapping[str, str], origin: str) -> dict[str, Any]:
    """The facts of citation.html for a view."""
    told = {lang: view_source(replace(view, lang=lang), screen, address, origin, strict=False) for lang in Lang}
    sources = {lang: source for lang, (source, _) in told.items()}
    state = told[view.lang][1]
    held = {name: value for name, value in state.items() if name != "lang"} | {"embed": "true"}
    embed = urljoin(origin, link(screen, view.lang, **held)) if frames() else ""
    return citation_block(view, "view", sources, {"view": screen} | state) | {"embed": embed}
