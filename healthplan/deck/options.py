"""What a deck may ask of the release, and the deck that an address asks for."""

from datetime import date

from healthplan.deck.deck import DeckOptions
from healthplan.deck.queries import map_years
from healthplan.release.view import View

HEALTH_DAY = (4, 7)  # Ngày Sức khỏe toàn dân


def deck_options(view: View) -> DeckOptions:
    """Places, indicators and years of this release; the next Health Day after its date."""
    planned = view.planned
    dated = view.release["data_date"]
    year = dated.year + ((dated.month, dated.day) > HEALTH_DAY)
    return DeckOptions(
        places=tuple(planned),
        provinces=tuple(place for place, row in planned.items() if row["kind"] == "province"),
        indicators=tuple(view.indicators),
        headlines=tuple(name for name, row in view.indicators.items() if row["headline"]),
        day=date(year, *HEALTH_DAY).isoformat(),
        map_years={row["indicator"]: tuple(str(one) for one in row["years"]) for row in view.ask(map_years)},
        old_codes=view.old_codes,
    )
