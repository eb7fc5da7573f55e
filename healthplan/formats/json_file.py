"""JSON: a head, then the rows as records; dates and times in ISO 8601, nothing is null."""

import json
from datetime import date
from typing import Any

import pyarrow as pa

from healthplan.formats.head import Head


def json_file(table: pa.Table, head: Head, next_page: str = "") -> bytes:
    """The head's facts, how many rows are here, where the next page is, and the rows."""
    told: dict[str, Any] = head.facts | {
        "filters": dict(head.asked),
        "total": head.total,
        "offset": head.offset,
        "count": table.num_rows,
        "next": next_page or None,
        "rows": table.to_pylist(),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=_iso).encode()


def _iso(value: date) -> str:
    return value.isoformat()
