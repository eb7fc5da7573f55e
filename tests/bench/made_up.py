"""A data folder with a made-up plan for each of many places; its figures never leave the benchmark."""

import csv
import shutil
from collections.abc import Sequence
from pathlib import Path

PATTERN = "dien-bien-2026"  # the plan that lends the made-up ones its tasks, duties, remarks and citations
FIRST, YEARS = 2026, 20
WORDS = ("word", "grade")  # scales whose goals are no figures
POWERS = (0.6, 1, 1, 2, 4)  # of a path: front-loaded, even, back-loaded

Cells = dict[str, str]


def provinces(data: Path) -> list[str]:
    """The codes of all provinces, in their order."""
    return [row["place"] for row in _rows(data / "places.csv") if row["kind"] == "province"]


def made_up(
    data: Path, target: Path, *, places: list[str], years: int = YEARS, stated_in: Sequence[str] = ("annex",)
) -> Path:
    """The facts of `data` at `target`, with a plan of ours for each of `places` instead of the real ones: a
    baseline and a goal a year (twenty, or as many as asked for) for every indicator with a better side, in each of
    the parts of a paper that are named."""
    shutil.copytree(data, target, ignore=shutil.ignore_patterns("published", "plans", "*-2026.txt"))
    documents = _rows(data / "documents.csv")
    pattern = next(row for row in documents if row["document"] == PATTERN)
    laws = [row for row in documents if row["kind"] != "plan"]
    plans = [pattern | {"document": f"made-up-{place}", "place": place} for place in places]
    _write(target / "documents.csv", laws + plans)
    named = {row["document"] for row in laws}
    _write(target / "synonyms.csv", [row for row in _rows(data / "synonyms.csv") if row["document"] in named])
    every = _rows(data / "indicators.csv")
    indicators = [row for row in every if row["direction"] != "none" and row["scale"] not in WORDS]
    _write(target / "indicators.csv", [_wide(row) for row in every])
    for number, plan in enumerate(plans):
        folder = target / "plans" / plan["document"]
        shutil.copytree(data / "plans" / PATTERN, folder)
        for name, rows in _path_rows(indicators, plan["place"], number, years, stated_in).items():
            empty = dict.fromkeys(_rows(folder / name)[0], "")
            _write(folder / name, [empty | row for row in rows])
    return target


def _wide(indicator: Cells) -> Cells:
    """The indicator with room for every made-up figure, where the real one has narrow limits; one of words
    stays as it is."""
    if indicator["scale"] in WORDS:
        return indicator
    return indicator | {"unit_words": indicator["unit_words"] or "%", "lowest": "0", "highest": "100000"}


def _path_rows(
    indicators: list[Cells], place: str, number: int, years: int, stated_in: Sequence[str]
) -> dict[str, list[Cells]]:
    """Every row of goals.csv and observations.csv of one plan, number `number` of all."""
    goals, bases = [], []
    for at, indicator in enumerate(indicators):
        base, *levels = _figures(at, number, years, down=indicator["direction"] == "down")
        known = {"indicator": indicator["indicator"], "place": place, "line": "1"}
        bases.append(
            known
            | {
                "period": str(FIRST - 1),
                "printed": base,
                "status": "baseline",
                "locator": f"Phụ lục I, dòng {at + 1}, cột {FIRST - 1}",
            }
        )
        goals += [
            known
            | {
                "year": str(year),
                "role": "milestone" if year < FIRST + years - 1 else "target",
                "stated_in": part,
                "printed": printed,
                "locator": f"Phụ lục I, dòng {at + 1}, cột {year}",
            }
            for part in stated_in
            for year, printed in enumerate(levels, FIRST)
        ]
    return {"goals.csv": goals, "observations.csv": bases}


def _figures(indicator: int, plan: int, years: int, *, down: bool) -> list[str]:
    """The baseline and one figure a year, as a Vietnamese paper prints them."""
    base, change = 20 + (7 * indicator + 11 * plan) % 50, 1 + (13 * indicator + 5 * plan) % 30
    power = POWERS[(indicator + plan) % len(POWERS)]
    path = [change * (year / years) ** power for year in range(years + 1)]
    return [f"{60 + base - done if down else base + done:.1f}".replace(".", ",") for done in path]


def _rows(path: Path) -> list[Cells]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, rows: list[Cells]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
