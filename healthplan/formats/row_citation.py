"""The citation of a row as a screen offers it: in both languages, and where programs find it."""

from typing import Any
from urllib.parse import urljoin

from healthplan.formats.citation import Source, as_text
from healthplan.parameters.address import link, query
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.documents.citation import citation_facts
from healthplan.text import Lang

CITE = "api/v1/cite"
# Where a reader sees a row: the screen and the parameter that opens it.
SEEN = {
    "goal": ("sources", "row"),
    "observation": ("sources", "row"),
    "benchmark": ("sources", "row"),
    "finding": ("review", "finding"),
    "document": ("sources", "document"),
}
DATASETS = {"task": "tasks", "duty": "duties", "verdict": "verdicts"}  # rows without a screen of their own


def row_source(facts: Row, lang: Lang, release: str, origin: str) -> Source:
    """A row of subjects/documents/citation.py, with the address of its release at `origin`; that of its dataset
    where no screen shows one row."""
    row, what = facts["row"], facts["what"]
    if what in DATASETS:
        path = f"api/v1/{DATASETS[what]}" + query({"row": row, "release": release})
    else:
        screen, name = SEEN.get(what, ("sources", "document"))
        path = link(screen, lang, **{name: row if what in SEEN else facts["document"]}, release=release)
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
