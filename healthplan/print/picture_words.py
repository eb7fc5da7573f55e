"""What the words of several pictures are made of: sources and release, headings, a place from baseline to
goal."""

from collections.abc import Iterable, Sequence
from html import escape

from healthplan.charts.captions import Block, Caption
from healthplan.charts.drawing import WordDrawing
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.targets.spans import far_year, silence_words
from healthplan.text.figures import value_text
from healthplan.theme import LIGHT, place_colour

NOTHING = WordDrawing(())


def foot_lines(view: View, sources: Iterable[str]) -> tuple[str, ...]:
    """Sources, the day of the data, the release."""
    told = ", ".join(dict.fromkeys(sources)) or "–"
    return (
        view.say("source_of", sources=told, day=view.day(view.release["data_date"])),
        view.say("picture_release", release=view.edition),
    )


def key_entries(view: View, marks: Iterable[str]) -> tuple[Caption, ...]:
    """The words of the key, each behind its mark."""
    return tuple(Caption(escape(view.say(f"chart_key_{mark}")), mark) for mark in marks)


def sign_entries(view: View, signs: Sequence[str]) -> tuple[Caption, ...]:
    """Signs of ambition, each behind its shape."""
    return tuple(Caption(escape(view.say(f"sign_{sign}")), f"sign-{sign}") for sign in signs)


def word_drawing(
    html: str, size: float = 13.5, mark: str = "", weight: str = "regular", colour: str = LIGHT.ink
) -> WordDrawing:
    """Some words as a drawing, behind a mark."""
    return WordDrawing((Block((Caption(html, mark),), size, round(size * 1.4), 0, colour, weight),))


def drawing_heading(html: str, mark: str = "") -> Block:
    """What stands over one drawing of several."""
    return Block((Caption(html, mark),), 16, 22, 10, LIGHT.ink, "bold")


def theme_heading(text: str) -> WordDrawing:
    """What stands over rows that belong together."""
    return WordDrawing((Block((Caption(escape(text)),), 13, 18, 10, LIGHT.accent, "bold"),))


def small_words(text: str) -> str:
    """Smaller words in grey."""
    return f'<span style="color:{LIGHT.muted};font-size:12px">{escape(text)}</span>'


def indicator_label(view: View, indicator: Row) -> str:
    """The short name of an indicator with its unit."""
    name, unit = escape(view.name(indicator, "short")), view.name(indicator, "unit")
    return f"{name} {small_words(unit)}" if unit else name


def commune_note(view: View, places: Iterable[str]) -> tuple[Caption, ...]:
    """That a commune stands beside provinces for reference only; nothing where there is none."""
    communes = [place for place in places if view.places[place]["kind"] == "commune"]
    return (Caption(escape(view.say("compare_commune_note"))),) if communes else ()


def place_dot(view: View, place: str) -> Caption:
    """A place by name behind its colour."""
    return Caption(escape(view.place_name(place)), place_colour(view.theme, place))


def span_words(view: View, span: Row) -> str:
    """Baseline → goal as the screens write it, the year of the goal where it is not 2030."""
    arrow = f'<span style="color:{LIGHT.muted}">→</span>&nbsp;'  # stays with the goal
    year = f"{small_words(str(span['base_year']))} " if span["base_series"] == "actual" else ""
    base = f"{escape(value_text(span, view.lang, 'base_'))} {year}{arrow}" if span["base_row"] else ""
    if not span["row"]:
        return f'{base}<span style="color:{LIGHT.muted}">{escape(silence_words(view, span))}</span>'
    year = far_year(view, span)
    return f"{base}<b>{escape(value_text(span, view.lang))}</b>" + (f" {small_words(year)}" if year else "")
