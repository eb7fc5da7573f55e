"""Made-up reports, for tests only."""

import csv
from collections.abc import Mapping
from pathlib import Path

from etl.tables import TABLES

UNREPORTED = ("value_versions", "reports")  # datasets without a row: no report is shipped
(REPORTED,) = (table for table in TABLES if table.name == "reported_values")


def add_report(data: Path, period: str, place: str, said_on: str, values: Mapping[str, str], of: str = "") -> Path:
    """Adds the values of one place, as printed by their indicator, to its report for a period; `of` is the period that
    they tell of where it is another."""
    path = data / "reports" / period / place / "values.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, REPORTED.names, lineterminator="\n", restval="")
        if fresh:
            writer.writeheader()
        for indicator, printed in values.items():
            said = {"said_by_vi": "Sở Y tế", "said_by_en": "Department of Health", "said_on": said_on}
            known = {"printed": printed} if printed else {"unknown_reason": "not_reported"}
            writer.writerow(
                {"indicator": indicator, "place": place, "of_period": of or period, "status": "reported"} | said | known
            )
    return path
