"""What the charts from baseline to goal show of each indicator: the cards, the dumbbells, the rug, the
spine."""

from collections.abc import Sequence
from dataclasses import dataclass

from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.targets.heights import height
from healthplan.subjects.targets.queries import spans
from healthplan.subjects.targets.spans import national_goals, source_statements, spans_in_order, spans_of, verdict_words
from healthplan.text.figures import value_text


@dataclass(frozen=True, slots=True)
class IndicatorSpans:
    """One indicator: the `spans` that are told, the `others` of which a goal is only a grey dot, and what the
    nation asks."""

    indicator: Row
    spans: list[Row]
    others: list[Row]
    asks: list[Row]

    @property
    def names(self) -> list[str]:
        """The rows that the chart rests on, the nation's first."""
        own = [span[name] for span in self.spans for name in ("base_row", "row") if span[name]]
        return [*(ask["row"] for ask in self.asks), *own, *(other["row"] for other in self.others)]


def indicator_spans(view: View, indicators: Sequence[Row], places: Sequence[str]) -> list[IndicatorSpans]:
    """The indicators with the spans of some places."""
    return [
        IndicatorSpans(
            row, spans_in_order(view, spans_of(view, row, list(places))), [], national_goals(view, row["indicator"])
        )
        for row in indicators
    ]


def headline_spans(view: View, places: Sequence[str]) -> list[IndicatorSpans]:
    """The headline indicators."""
    return indicator_spans(view, [row for row in view.indicators.values() if row["headline"]], places)


def spine_spans(view: View, place: str) -> list[IndicatorSpans]:
    """What the spine of a place shows: its own spans, and the goals of places of its kind."""
    found = []
    for one in indicator_spans(view, list(view.indicators.values()), [place]):
        own = next(iter(one.spans), None)  # none of what only the nation speaks of
        if own and (own["row"] or own["base_row"] or one.asks):
            found.append(IndicatorSpans(one.indicator, one.spans, _peers(view, own), one.asks))
    return found


def _peers(view: View, own: Row) -> list[Row]:
    alike = (span for span in view.ask(spans) if span["indicator"] == own["indicator"])
    return [
        span
        for span in alike
        if span["place_kind"] == own["place_kind"] and span["place"] != own["place"] and height(span) is not None
    ]


def span_sources(view: View, shown_here: Sequence[IndicatorSpans]) -> list[str]:
    """The papers behind the chart by their short names."""
    rows = source_statements(view, [name for one in shown_here for name in one.names])
    return [view.name(row, "short") for row in rows]


def spans_in_words(view: View, shown_here: Sequence[IndicatorSpans]) -> str:
    """The chart in words: what each place states of each indicator, and how it stands to the nation."""
    return " ".join(
        f"{view.name(one.indicator, 'short')}: {'; '.join(_span_words(view, span) for span in one.spans)}."
        for one in shown_here
    )


def _span_words(view: View, span: Row) -> str:
    base = f"{value_text(span, view.lang, 'base_')} → " if span["base_row"] else ""
    word = verdict_words(view, span)
    goal = f"{value_text(span, view.lang)}, {word}" if span["row"] else word
    return f"{view.place_name(span['place'])} {base}{goal}"
