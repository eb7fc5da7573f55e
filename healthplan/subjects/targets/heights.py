"""The numbers of a span: of its goal, and with the prefix `base_` of its baseline."""

from healthplan.model.height import value_height
from healthplan.release.query import Row


def column(row: Row, prefix: str) -> Row:
    """The value columns with a prefix as plain value columns."""
    return {name: row[prefix + name] for name in ("kind", "low", "high", "low_open", "high_open", "rank", "printed")}


def height(row: Row, prefix: str = "") -> float | None:
    """Where the value in the prefixed columns stands, None when it has no number, or counts something else
    than the strip shows."""
    if not row[f"{prefix}kind"] or (not prefix and row.get("apart")):
        return None
    return value_height(column(row, prefix))


def numbers(row: Row, prefix: str = "") -> list[float]:
    """Every number of the value in the prefixed columns: both ends of a range."""
    value = height(row, prefix)
    if value is None:
        return []
    return [row[f"{prefix}low"], row[f"{prefix}high"]] if row[f"{prefix}kind"] == "range" else [value]
