"""Ready citations of a row or of a view: paper, place in it, figure as printed, our release and the
address."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from healthplan.model.locator import english
from healthplan.parameters.address import link, query
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.documents.queries import citation_facts
from healthplan.text import Lang, say
from healthplan.text.numbers import day
from healthplan.text.quotation import is_press

VALUE_KINDS = ("goal", "observation", "benchmark")


@dataclass(frozen=True, slots=True)
class Source:
    """What is cited. `facts` is a row of subjects/documents/citation.py, `dataset` and `filters` of rows, or
    `screen`, `heading` and `chosen` of what a screen shows, in the language of the citation."""

    name: str
    facts: dict[str, Any]
    release: str
    link: str

    @property
    def ours(self) -> bool:
        """Whether it is our own work: a view, a verdict, a finding."""
        return not self.facts.get("document") or self.facts["what"] == "finding"


def cited_paper(source: Source, lang: Lang) -> str:
    """The paper, the page, or our own result."""
    facts = source.facts
    if "heading" in facts:
        return say(lang, "cite_screen", screen=facts["screen"], heading=facts["heading"], date=issue_date(facts, lang))
    if "dataset" in facts:
        asked = facts["filters"] or say(lang, "take_no_filter")
        return say(lang, "cite_view", dataset=say(lang, f"dataset_{facts['dataset']}"), filters=asked)
    if source.ours:
        names = (facts[f"indicator_{lang}"], facts[f"place_{lang}"])
        about = ", ".join(name for name in names if name)
        return say(lang, "cite_ours", about=about, said=facts[f"sentence_{lang}"])
    told = {"issuer": facts[f"issuer_{lang}"], "title": facts[f"title_{lang}"], "date": issue_date(facts, lang)}
    if facts["paper_kind"] == "page":
        return say(lang, "cite_page", **told)
    return say(lang, "cite_paper", number=paper_number(facts, lang), **told)


def paper_number(facts: dict[str, Any], lang: Lang) -> str:
    """The paper's number; a word where it is blank or was not seen."""
    known = facts["number"]
    return say(lang, "cite_number", number=known) if known else say(lang, "cite_no_number")


def issue_date(facts: dict[str, Any], lang: Lang) -> str:
    """The paper's date, or what of it is printed."""
    if facts["issued_on"]:
        return day(facts["issued_on"], lang)
    printed = facts["date_printed"]
    return say(lang, "cite_date_gaps", printed=printed) if printed else say(lang, "cite_no_date")


def place_in_paper(source: Source, lang: Lang) -> str:
    """Where in the paper it stands; "" for a page, a law read on a page, and what is ours."""
    facts = source.facts
    if not facts.get("line"):
        return ""
    locator = facts["locator"] if lang is Lang.VI else english(facts["locator"])
    return say(lang, "cite_place", locator=locator, line=str(facts["line"]))


def figure_as_printed(source: Source, lang: Lang) -> str:
    """The figure as printed, or why there is none; for a task or a duty, what it says in our words;
    for a screen, what the reader chose."""
    facts = source.facts
    if facts.get("chosen"):
        return say(lang, "cite_chosen", chosen=facts["chosen"])
    if facts.get("what") in VALUE_KINDS:
        year = facts["year"] or facts["from_year"]
        told = {
            "indicator": facts[f"indicator_{lang}"],
            "place": facts[f"place_{lang}"],
            "year": str(year) if year else say(lang, "cite_no_year"),
        }
        if is_press(facts):
            return say(lang, "cite_press", printed=facts["printed"], address=facts["address"] or "", **told)
        if facts["printed"] and facts["paper_kind"] == "page":  # read on a web page in other words than these
            return say(lang, "cite_read", printed=facts["printed"], address=facts["address"] or "", **told)
        if facts["printed"] and facts.get("address") and not facts["line"]:  # a plan in the words of others
            return say(lang, "cite_quoted", printed=facts["printed"], address=facts["address"], **told)
        if facts["printed"]:
            return say(lang, "cite_figure", printed=facts["printed"], **told)
        return say(lang, "cite_no_figure", reason=say(lang, f"reason_{facts['unknown_reason']}"), **told)
    if not source.ours and facts[f"said_{lang}"]:
        return say(lang, "cite_said", said=facts[f"said_{lang}"])
    return ""


def as_text(source: Source, lang: Lang) -> str:
    """One paragraph."""
    parts = (say_part(source, lang) for say_part in (cited_paper, place_in_paper, figure_as_printed, provenance))
    return " ".join(part for part in parts if part)


def provenance(source: Source, lang: Lang) -> str:
    """Which release it was taken from, and where."""
    key = "cite_release" if "heading" in source.facts else "cite_from"
    return say(lang, key, release=source.release.removeprefix("release-"), link=source.link)


CITE = "api/v1/cite"
# Where a reader sees a row: the screen and the parameter that opens it.
SEEN = {
    "goal": ("sources", "row"),
    "observation": ("sources", "row"),
    "benchmark": ("sources", "row"),
    "finding": ("review", "finding"),
    "document": ("sources", "document"),
}
DATASETS = {
    "task": "tasks",
    "duty": "duties",
    "verdict": "verdicts",
    "distance": "distances",
}  # rows without a screen of their own


def row_source(facts: Row, lang: Lang, release: str, origin: str) -> Source:
    """A row of subjects/documents/citation.py, with the address of its release at `origin`; that of its dataset
    where no screen shows one row."""
    row, what = facts["row"], facts["what"]
    if what in DATASETS:
        path = f"api/v1/{DATASETS[what]}" + query({"row": row, "release": release})
    else:
        screen, name = SEEN.get(what, ("sources", "document"))
        state = {name: row} if what in SEEN else {name: facts["document"], "line": facts["line"]}
        path = link(screen, lang, **state, release=release)
    return Source(row, facts, release, urljoin(origin, path))


def row_citation(view: View, row: str, base: str) -> dict[str, Any]:
    """The facts of citation.html for a row that the release holds; `base` is the address of this product."""
    (facts,) = view.ask(citation_facts, row=row)
    sources = {lang: row_source(facts, lang, view.path.stem, base) for lang in Lang}
    return citation_block(view, "finding" if facts["what"] == "finding" else "row", sources, {"row": row})


def citation_block(view: View, what: str, sources: dict[Lang, Source], asked: dict[str, str]) -> dict[str, Any]:
    """The facts of citation.html: `what` is cited, its text in each language, where programs find it."""
    told = asked | {"release": view.path.stem, "lang": view.lang.value}
    forms = {form: CITE + query(told | {"format": form}) for form in ("bibtex", "csl")}
    return {"what": what, "texts": {lang.value: as_text(one, lang) for lang, one in sources.items()}} | forms
