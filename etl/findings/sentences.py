"""The one sentence of a finding, with both figures in it."""

from datetime import date
from typing import Any

from etl.sentence_values import due_words, value_words
from healthplan.model.locator import english
from healthplan.release.query import Row
from healthplan.text import Lang, say
from healthplan.text.numbers import day, number_text


def finding_sentence(key: str, lang: Lang, sides: dict[str, Row], facts: dict[str, Any]) -> str:
    """The sentence `key` with {a}, {time_a}, {where_a} and the same of b and c for the rows it rests on, and
    with its own facts. Raises KeyError for a fact that the sentence asks for and nobody gives."""
    told: dict[str, str] = {}
    for side, row in sides.items():
        if row:
            told |= _side(side, row, lang)
    spoken = say(lang, key, **told, **_facts(facts, lang))
    return spoken[0].upper() + spoken[1:]


def _side(side: str, row: Row, lang: Lang) -> dict[str, str]:
    where = row["locator"] or ""
    return {
        side: value_words(row, lang),
        f"time_{side}": due_words(row, lang),
        f"where_{side}": where if lang is Lang.VI else english(where),
    }


def _facts(facts: dict[str, Any], lang: Lang) -> dict[str, str]:
    """Facts as text; of a fact in two languages only the reader's, under its name without the language."""
    found = {}
    for name, fact in facts.items():
        stem, _, language = name.rpartition("_")
        if language not in list(Lang):
            found[name] = _text(fact, lang)
        elif language == lang:
            found[stem] = _text(fact, lang)
    return found


def _text(fact: Any, lang: Lang) -> str:
    match fact:
        case float():
            return number_text(fact, lang)
        case date():
            return day(fact, lang)
        case list():
            return ", ".join(fact)
    return str(fact)
