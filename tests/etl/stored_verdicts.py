"""The stored verdicts of a small data folder to which a test adds made-up goals and reported values."""

from pathlib import Path
from typing import Any

from tests.etl.drafts import judged_facts

Row = dict[str, Any]
LAI_CHAU, INSURANCE = "lai-chau-2026", "health_insurance_coverage"
RAMP = (("2027", "95,4"), ("2028", "95,6"), ("2029", "95,8"))  # what the small plan leaves out before 100


def add_goals(data: Path, goals: tuple[tuple[str, str], ...]) -> None:
    """More years of Lai Châu's insurance table."""
    _add(
        data / "plans" / LAI_CHAU / "goals.csv",
        [
            f'{INSURANCE},12,{year},,milestone,annex,"{printed}",,,,,"Phụ lục I, dòng 1, cột {year}",18,,,'
            for year, printed in goals
        ],
    )


def add_reports(data: Path, reports: tuple[tuple[str, ...], ...], *, of: str = INSURANCE) -> None:
    """Values of Lai Châu: period, printed, and the status where it is not `reported`."""
    _add(
        data / "plans" / LAI_CHAU / "observations.csv",
        [
            f'{of},12,{period},"{printed}",,{status[0] if status else "reported"},Báo cáo {at},18,,'
            for at, (period, printed, *status) in enumerate(reports)
        ],
    )


def _add(path: Path, lines: list[str]) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)


def verdicts(sign: str, *, place: str = "12", indicator: str = INSURANCE) -> list[Row]:
    """Builds the folder and reads the verdicts of one sign; `inputs` are told as they are printed."""
    with judged_facts() as db:
        found = db.execute(
            "from verdicts where sign = $sign and place = $place and indicator = $indicator",
            {"sign": sign, "place": place, "indicator": indicator},
        ).fetchall()
        printed = dict(db.execute("select row, printed from statements").fetchall())
        rows = [dict(zip(db.table("verdicts").columns, row, strict=True)) for row in found]
    return [row | {"inputs": [printed[name] for name in row["inputs"]]} for row in rows]
