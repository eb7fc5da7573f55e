"""Where a value stands on a scale."""

from typing import Any

OPEN = ("more_than", "less_than", "universal")  # kinds that are drawn with an open mark
EVERYONE = 100.0


def value_height(row: dict[str, Any]) -> float | None:
    """Where the value stands on the scale, None when it has no place there. A range stands at its middle."""
    match row["kind"]:
        case "exact" | "at_least" | "more_than":
            return row["low"]
        case "at_most" | "less_than":
            return row["high"]
        case "range":
            return (row["low"] + row["high"]) / 2
        case "universal":
            return EVERYONE
        case "grade":
            return float(row["rank"])
    return None
