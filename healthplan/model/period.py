"""When a period ends: "2026", "2026-Q3", "2026-10"."""

YEAR = 12  # months


def last_month(period: str) -> int:
    """Its last month, 1 to 12."""
    _, _, part = period.partition("-")
    return int(part[1:]) * 3 if part.startswith("Q") else int(part or YEAR)


def end_of(period: str) -> float:
    """Its end in years: 2026 is the end of 2026, 2025.75 that of the third quarter of 2026."""
    return int(period[:4]) - 1 + last_month(period) / YEAR
