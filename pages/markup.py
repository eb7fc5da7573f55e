"""Turns templates and rows into HTML. Jinja escapes everything, so no text of the data becomes markup."""

from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from healthplan.parameters.address import link
from healthplan.release.view import View
from healthplan.subjects.documents.evidence import paper_blank
from healthplan.subjects.targets.spans import is_excerpt, signs, silent
from healthplan.text.figures import kind_word, shown, with_unit
from healthplan.text.numbers import day, figure

TEMPLATES = Environment(
    loader=FileSystemLoader(sorted(Path(__file__).parent.glob("*/templates"))),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)


def markup(template: str, view: View, **facts: Any) -> str:
    """One template as HTML. Templates get `say`, `name`, `shown`, `link`, `where`, `day` beside their own
    facts."""
    lang = view.lang
    return TEMPLATES.get_template(template).render(
        view=view,
        lang=lang,
        say=view.say,
        name=view.name,
        place_name=view.place_name,
        kind_word=lambda row: kind_word(row, lang),
        shown=lambda row, prefix="": shown(row, lang, prefix),
        valued=lambda row, unit, prefix="": with_unit(shown(row, lang, prefix), unit, row[f"{prefix}kind"]),
        link=lambda screen, **state: link(screen, lang, **(view.pin | state)),
        where=view.where,
        silent=lambda plan: silent(view, plan),
        paper_blank=paper_blank,
        is_excerpt=is_excerpt,
        signs=lambda plans: signs(view, plans),
        day=lambda when: day(when, lang) if isinstance(when, date) else "",
        figure=lambda value, decimals=2: figure(value, lang, decimals),
        **facts,
    )
