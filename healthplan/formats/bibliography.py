"""Citations as programs for references read them: BibTeX and CSL-JSON."""

import json
import re
from datetime import date
from typing import Any

from healthplan.formats.citation import Source, cited_paper, figure_as_printed, place_in_paper, provenance
from healthplan.text import Lang, say

CSL_TYPES = {"plan": "report", "law": "legislation", "page": "webpage"}  # of CSL
TEX_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def as_bibtex(source: Source, lang: Lang) -> str:
    """One @misc entry in UTF-8; what is special to TeX is escaped, except in the address."""
    facts, when = _item(source, lang), _when(source.facts)
    fields = {
        "author": "{" + _tex_escape(facts["author"][0]["literal"]) + "}",
        "title": "{" + _tex_escape(facts["title"]) + "}",
        "year": str(when[0]) if when else "",
        "month": str(when[1]) if len(when) > 1 else "",
        "number": _tex_escape(facts.get("number", "")),
        "howpublished": _tex_escape(facts.get("container-title", "")),
        "note": _tex_escape(facts["note"]),
        "version": _tex_escape(source.release),
        "url": re.sub(r"[{}\\\s]", "", source.link),
        "langid": "vietnamese" if lang is Lang.VI else "english",
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{citation_key(source)},\n{lines}\n}}\n"


def as_csl(source: Source, lang: Lang) -> bytes:
    """A CSL-JSON list of one item, as Zotero and pandoc read it."""
    return json.dumps([_item(source, lang)], ensure_ascii=False, indent=2).encode()


def _item(source: Source, lang: Lang) -> dict[str, Any]:
    facts, when = source.facts, _when(source.facts)
    ours = source.ours
    told = (place_in_paper(source, lang), figure_as_printed(source, lang), provenance(source, lang))
    issuer = say(lang, "product") if ours else facts[f"issuer_{lang}"]
    screen = facts.get("heading")
    kind = "webpage" if screen else "dataset" if ours else CSL_TYPES[facts["paper_kind"]]
    item: dict[str, Any] = {
        "id": citation_key(source),
        "type": kind,
        "title": screen or (cited_paper(source, lang) if ours else facts[f"title_{lang}"]),
        "author": [{"literal": issuer}],
        "URL": source.link,
        "version": source.release,
        "language": lang.value,
        "note": " ".join(part for part in told if part),
    }
    if when:
        item["issued"] = {"date-parts": [when]}
    elif facts.get("date_printed"):
        item["issued"] = {"literal": facts["date_printed"]}
    if screen:
        item["container-title"] = say(lang, "cite_container", screen=facts["screen"])
    return item | ({"number": facts["number"]} if facts.get("number") else {})


def _when(facts: dict[str, Any]) -> list[int]:
    """Year, month and day as far as they are known."""
    known: date | None = facts.get("issued_on") or facts.get("issued_month")
    if not known:
        return []
    return [known.year, known.month, known.day] if facts.get("issued_on") else [known.year, known.month]


def citation_key(source: Source) -> str:
    """The word that a manuscript calls it by."""
    return "roadmap72-" + re.sub(r"[^a-z0-9]+", "-", source.name.lower()).strip("-")


def _tex_escape(text: str) -> str:
    return text.translate(TEX_ESCAPES)
