"""Where a value stands on a scale."""

from typing import Any

OPEN = ("more_than", "less_than", "universal")  # kinds that are drawn with an open mark
EVERYONE = 100.0


def value_height(row: dict[str, Any]) -> float | None:
    """Where the value stands on the scale, None when it has no place there. A range stands at its middle."""
    height: float | None = None
    match row["kind"]:
        case "exact" | "at_least" | "more_than":
            height = row["low"]
        case "at_most" | "less_than":
            height = row["high"]
        case "range":
            height = (row["low"] + row["high"]) / 2
        case "universal":
            height = EVERYONE
        case "grade":
            height = float(row["rank"])
    return height
