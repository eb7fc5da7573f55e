"""What a reader finds on one slide, whatever the form of the deck."""

import re
from dataclasses import dataclass

# A sentence of a finding quotes papers, too: it goes on with a year in brackets, and ends with a full stop.
NOTE = re.compile(r"^(?P<about>.+), (?P<when>[^,]+): (?P<shown>.*) “(?P<printed>.*)” (?P<where>[^(].*[^.])$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as told, in its words as shown and as printed; with the name of its row where the form gives
    it."""

    row: str
    about: str
    when: str
    shown: str
    printed: str


@dataclass(frozen=True, slots=True)
class SlideContent:
    """One slide. `text` is everything that is seen; `rows` the lines of its table, `figures` what stands in
    large type with its name, label and notes, `points` the sentences, `tiles` by name; `cited` the figures of
    the notes, `charted` those of the chart, `drawn` the chart's numbers by year. `behind` is the text of the
    sheets that a paper has behind its slides. What a form does not have its reader leaves empty."""

    title: str
    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    figures: tuple[tuple[str, ...], ...] = ()
    points: tuple[str, ...] = ()
    tiles: tuple[tuple[str, str], ...] = ()
    cited: tuple[Figure, ...] = ()
    charted: tuple[Figure, ...] = ()
    drawn: frozenset[tuple[int, float]] = frozenset()
    behind: str = ""


def note(line: str, row: str = "") -> Figure:
    """A figure of the presenter's notes."""
    found = NOTE.match(line)
    assert found, line
    return Figure(row, *(found[name] for name in ("about", "when", "shown", "printed")))
