"""A value as a reader sees it: "98,4", "4-5", "> 95", "toàn dân", "ô trống". The printed text is always one
click away."""

from typing import Any

from healthplan.text import Lang, say
from healthplan.text.numbers import number_text, unbroken

SIGNS = {"at_least": "≥ ", "more_than": "> ", "at_most": "≤ ", "less_than": "< "}


def value_text(row: dict[str, Any], lang: Lang, prefix: str = "") -> str:
    """The value in the columns `<prefix>kind`, `<prefix>low` ... of a row, without its unit.

    A figure that the paper itself calls approximate says so. A grade is shown by the name of its step on
    the indicator's own scale; a goal in words as "in words". Raises KeyError when a column is not there.
    """
    kind, low, high = (row[f"{prefix}{name}"] for name in ("kind", "low", "high"))
    match kind:
        case None:
            return say(lang, "reason_not_stated")
        case "grade":
            return str(row[f"{prefix}step_{lang}"])
        case "exact":
            told = number_text(low, lang)
        case "range":
            told = f"{number_text(low, lang)}-{number_text(high, lang)}"
        case "at_least" | "more_than":
            told = SIGNS[kind] + number_text(low, lang)
        case "at_most" | "less_than":
            told = SIGNS[kind] + number_text(high, lang)
        case _:
            told_of = {name: row[prefix + name] for name in ("printed", "unknown_reason")}
            return _in_words(lang, kind, told_of)
    return say(lang, "about_figure", figure=told) if row[f"{prefix}about"] else told


def kind_word(row: dict[str, Any], lang: Lang) -> str:
    """How the value of a row is read, in words: "range", "this or more", "approximate number"."""
    kind = say(lang, f"kind_{row['kind']}")
    if row["about"]:
        return say(lang, "kind_about") if row["kind"] == "exact" else say(lang, "kind_about_other", kind=kind)
    return kind


def _in_words(lang: Lang, kind: str, row: dict[str, Any]) -> str:
    """A value that is no number: a word for everybody or all, a goal in words, why there is none."""
    match kind:
        case "universal":
            return say(lang, "everyone" if "dân" in row["printed"].lower() else "all_of_them")
        case "marker":
            return say(lang, "marked_x" if row["printed"] == "x" else "in_words")
    return say(lang, f"reason_{row['unknown_reason']}")


def value_with_unit(row: dict[str, Any], lang: Lang, unit: str, prefix: str = "") -> str:
    """The value of a row as `value_text` has it, with its unit where it is a number."""
    return with_unit(value_text(row, lang, prefix), unit, row[f"{prefix}kind"])


def with_unit(value: str, unit: str, kind: str | None) -> str:
    """The shown value with its unit, where the value is a number."""
    numeric = kind in ("exact", "range", *SIGNS)
    return unbroken(f"{value}{'' if unit == '%' else ' '}{unit}") if numeric and unit else value
