"""The answer to a reader's words: cards in groups, best first, each with the address of the view that shows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from healthplan.model.search import search_terms
from healthplan.parameters.address import link
from healthplan.parameters.parameter import LONGEST, Parameter, ParameterKind, harmless_text, quoted_words
from healthplan.release.query import Row
from healthplan.release.reference_data import documents
from healthplan.release.view import View
from healthplan.subjects.search.queries import (
    can_search,
    found_agencies,
    found_entries,
    found_findings,
    found_statements,
    found_tasks,
)
from healthplan.subjects.targets.spans import distinct_goals, goal_year, national_goals
from healthplan.text.figures import value_with_unit
from healthplan.text.quotation import quotation

WORDS = Parameter(name="q", kind=ParameterKind.WORDS, label="search_label", shown=quoted_words)


@dataclass(frozen=True, slots=True)
class SearchCard:
    """`address` is the view that shows it, `value` the figure as screens write it, `facts` short phrases beside
    it; `source` names paper and place, `evidence` is its address; each may be ""."""

    address: str
    title: str
    value: str = ""
    facts: tuple[str, ...] = ()
    source: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class SearchGroup:
    """The best cards of a kind, and how many there are of it in all."""

    kind: str
    total: int
    cards: list[SearchCard]


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """What was found for `words`; `sentence` says how much, or why there is nothing and what can be found."""

    words: str
    sentence: str
    groups: list[SearchGroup]


def search_answer(view: View, words: str) -> SearchAnswer:
    """The answer to words that `WORDS` has read."""
    terms = search_terms(words)
    if not view.ask(can_search):
        return SearchAnswer(words, view.say("search_too_old"), [])
    if not terms:
        return SearchAnswer(words, view.say("search_no_word" if words else "search_what"), [])
    found = {row["kind"]: row for row in view.ask(found_entries, terms=terms)}
    if not found:
        nothing = view.say("search_nothing", words=harmless_text(words))
        return SearchAnswer(words, f"{nothing} {view.say('search_what')}", [])
    kinds = sorted((kind for kind in CARDS if kind in found), key=lambda kind: found[kind]["best"])
    groups = [
        SearchGroup(kind, found[kind]["total"], CARDS[kind](view, tuple(found[kind]["entries"]))) for kind in kinds
    ]
    total = sum(group.total for group in groups)
    return SearchAnswer(words, view.say("search_found", count=view.number(total), words=words), groups)


def _link(view: View, screen: str, **state: str) -> str:
    return link(screen, view.lang, **(view.pin | state))


def _places(view: View, names: Sequence[str]) -> list[SearchCard]:
    papers = {row["document"]: row for row in view.ask(documents)}
    cards = []
    for name in names:
        plan = view.planned.get(name)
        held = view.name(papers[plan["document"]], "short") if plan else view.say("search_no_plan")
        facts = (view.name(view.places[name], "type"), held)
        cards.append(SearchCard(_link(view, "place", place=name), view.name(view.places[name]), facts=facts))
    return cards


def _indicators(view: View, names: Sequence[str]) -> list[SearchCard]:
    """Each with what the nation asks up to 2030."""
    cards = []
    for name in names:
        row = view.indicators[name]
        asks = distinct_goals(national_goals(view, name))
        value = "; ".join(f"{value_with_unit(one, view.lang, view.name(row, 'unit'))} ({one['when']})" for one in asks)
        short = view.name(row, "short") if view.name(row, "short") != view.name(row) else ""
        facts = tuple(filter(None, (short, view.say("card_asks") if value else "")))
        cards.append(SearchCard(_link(view, "trajectories", indicator=name), view.name(row), value, facts))
    return cards


def _values(view: View, names: Sequence[str]) -> list[SearchCard]:
    """Each leads to its chart where its place has a plan, else to its evidence."""
    cards = []
    for row in view.ask(found_statements, names=tuple(names)):
        evidence, place = _link(view, "sources", row=row["row"]), row["place"]
        chart = _link(view, "trajectories", indicator=row["indicator"], places=place)
        where = view.nation_or_place(place)
        value = value_with_unit(row, view.lang, view.name(row, "unit"))
        facts = (goal_year(view, row), view.say(f"data_series_{row['series']}"), quotation(row, view.lang))
        title = f"{view.name(row, 'short')} · {where}"
        address = chart if place in view.planned else evidence
        cards.append(SearchCard(address, title, value, tuple(filter(None, facts)), _source(view, row), evidence))
    return cards


def _findings(view: View, names: Sequence[str]) -> list[SearchCard]:
    cards = []
    for row in view.ask(found_findings, names=tuple(names)):
        where = view.nation_or_place(row["place"])
        indicator = view.indicators.get(row["indicator"] or "")
        facts = (where, view.name(indicator, "short") if indicator else "", view.name(row, "rule"))
        address = _link(view, "review", finding=row["finding"])
        cards.append(SearchCard(address, view.name(row, "sentence"), "", tuple(filter(None, facts))))
    return cards


def _tasks(view: View, names: Sequence[str]) -> list[SearchCard]:
    cards = []
    for row in view.ask(found_tasks, names=tuple(names)):
        title = view.name(row, "title")
        words = title if len(title) <= LONGEST else title[:LONGEST].rpartition(" ")[0]
        address = _link(view, "tasks", place=row["place"], words=words) + f"#{row['row']}"
        facts = (view.place_name(row["place"]), row["number"], row["lead_printed"])
        cards.append(SearchCard(address, title, "", tuple(filter(None, facts)), _source(view, row)))
    return cards


def _agencies(view: View, names: Sequence[str]) -> list[SearchCard]:
    return [
        SearchCard(
            _link(view, "tasks", agency=row["agency"]),
            view.name(row),
            facts=(view.say("search_agency", leads=view.number(row["leads"]), helps=view.number(row["helps"])),),
        )
        for row in view.ask(found_agencies, names=tuple(names))
    ]


def _documents(view: View, names: Sequence[str]) -> list[SearchCard]:
    papers = {row["document"]: row for row in view.ask(documents)}
    return [
        SearchCard(
            _link(view, "sources", document=name),
            view.name(papers[name], "short"),
            facts=tuple(filter(None, (view.name(papers[name], "issuer"), view.name(papers[name], "title")))),
        )
        for name in names
    ]


def _source(view: View, row: Row) -> str:
    return f"{view.name(row, 'paper')}, {view.where(row['locator'])}"


CARDS: dict[str, Callable[[View, Sequence[str]], list[SearchCard]]] = {  # in the order of groups that fit alike
    "place": _places,
    "indicator": _indicators,
    "value": _values,
    "finding": _findings,
    "task": _tasks,
    "agency": _agencies,
    "document": _documents,
}
