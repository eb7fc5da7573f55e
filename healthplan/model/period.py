"""The period of a report: "2026", "2026-Q3", "2026-10"; when it ends, and which stand beside it."""

import re
from datetime import date, timedelta

from healthplan.model.deadline import Cadence

YEAR = 12  # months
YEARS = range(2000, 2101)
PERIOD = re.compile(r"^([0-9]{4})(-Q[1-4]|-(0[1-9]|1[0-2]))?$")


def is_period(text: str) -> bool:
    """Whether the text is a year, quarter or month such as 2025, 2026-Q3 or 2026-10."""
    found = PERIOD.fullmatch(text)
    return found is not None and int(found[1]) in YEARS


def month_number(period: str) -> int:
    """Its last month, 1 to 12."""
    _, _, part = period.partition("-")
    return int(part[1:]) * 3 if part.startswith("Q") else int(part or YEAR)


def last_month(period: str) -> str:
    """The month in which it ends: "2026-09" for "2026-Q3"."""
    return f"{period[:4]}-{month_number(period):02d}"


def end_of(period: str) -> float:
    """Its end in years: 2026 is the end of 2026, 2025.75 that of the third quarter of 2026."""
    return int(period[:4]) - 1 + month_number(period) / YEAR


def cadence_of(period: str) -> Cadence:
    """How often such a period comes."""
    return Cadence.YEARLY if len(period) == 4 else Cadence.QUARTERLY if "Q" in period else Cadence.MONTHLY


def first_day(period: str) -> date:
    """Its first day."""
    months = {Cadence.YEARLY: YEAR, Cadence.QUARTERLY: 3}.get(cadence_of(period), 1)
    end = date.fromisoformat(f"{last_month(period)}-01")
    return end.replace(month=end.month - months + 1)


def last_day_of(period: str) -> date:
    """Its last day."""
    end = date.fromisoformat(f"{last_month(period)}-28")
    return (end + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def period_before(period: str) -> str:
    """The one before it, of the same length."""
    before = first_day(period) - timedelta(days=1)
    match cadence_of(period):
        case Cadence.YEARLY:
            return str(before.year)
        case Cadence.QUARTERLY:
            return f"{before.year}-Q{before.month // 3}"
    return f"{before:%Y-%m}"


def year_before(period: str) -> str:
    """The same one of the year before."""
    return f"{int(period[:4]) - 1}{period[4:]}"
