"""How many places have met a goal, are short of it, or cannot be said; and by what all indicators are laid
out."""

from collections.abc import Iterable
from dataclasses import dataclass

from healthplan.model.distance import DistanceState
from healthplan.parameters.parameter import Parameter, ParameterKind
from healthplan.subjects.distances.records import IndicatorDistances

CELLS = Parameter(
    name="cells",
    kind=ParameterKind.ROW,
    label="pick_cells",
    options=lambda _view, _choices: ("2030", "now", "gap"),
    shown=lambda view, one: view.say(f"cells_{one}"),
)
ORDER = Parameter(
    name="order",
    kind=ParameterKind.ROW,
    label="pick_order",
    options=lambda _view, _choices: ("theme", "distance"),
    shown=lambda view, one: view.say(f"order_{one}"),
)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of places; `unknown` are those of which no number says it."""

    met: int
    short: int
    unknown: int

    @property
    def total(self) -> int:
        """All that were counted."""
        return self.met + self.short + self.unknown


def state_tally(distances: Iterable[IndicatorDistances | None]) -> Tally:
    """Places by what can be said of the distance that a short answer tells."""
    states = [one.told.state if one and one.told else DistanceState.NO_GOAL for one in distances]
    met, short = states.count(DistanceState.MET), states.count(DistanceState.SHORT)
    return Tally(met, short, len(states) - met - short)
