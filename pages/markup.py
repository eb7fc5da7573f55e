"""Turns templates and rows into HTML. Jinja escapes everything, so no text of the data becomes markup."""

from datetime import date
from pathlib import Path
from typing import Any

from healthplan.parameters.address import link
from healthplan.release.view import View
from healthplan.subjects.documents.evidence import paper_blank
from healthplan.subjects.targets.spans import is_excerpt, legend_signs, silence_words
from healthplan.subjects.trajectories.statements import when_words
from healthplan.text.amounts import amount_figure
from healthplan.text.figures import kind_word, value_text, with_unit
from healthplan.text.numbers import day, number_text
from healthplan.text.templates import template_environment

TEMPLATES = template_environment(*sorted(Path(__file__).parent.glob("*/templates")))


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
        when=lambda row: when_words(view, row),
        shown=lambda row, prefix="": value_text(row, lang, prefix),
        valued=lambda row, unit, prefix="": with_unit(value_text(row, lang, prefix), unit, row[f"{prefix}kind"]),
        link=lambda screen, **state: link(screen, lang, **(view.pin | state)),
        where=view.where,
        amount=lambda amount: amount_figure(amount, lang),
        silent=lambda plan: silence_words(view, plan),
        paper_blank=paper_blank,
        is_excerpt=is_excerpt,
        signs=lambda plans: legend_signs(view, plans),
        day=lambda when: day(when, lang) if isinstance(when, date) else "",
        figure=lambda value, decimals=2: number_text(value, lang, decimals),
        **facts,
    )
