"""When a period ends: "2026", "2026-Q3", "2026-10"."""

YEAR = 12  # months


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
