"""How long a month takes at the desk: of one province (100 communes, 45 indicators) until its difference is seen, and
of the nation (3 321 communes, a file each) until it is published. Bare: DuckDB reading the same files and summing."""

import csv
import os
import random
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import duckdb

from etl.run import run
from healthplan.desk.acts import approve_change, begin_change, put_files, submit_change
from healthplan.desk.changes import Change, Kind
from healthplan.desk.contents import read_change
from healthplan.desk.people import local_person
from healthplan.desk.publish import check_change, publish_change
from healthplan.release import publication
from healthplan.release.difference import difference
from tests.bench.figures import Line

ROUNDS, INDICATORS, COMMUNES, SEED, PERIOD = 3, 45, 100, 72, "2026-10"
LARGE = "40"  # a province of more than a hundred communes
BARE = "select indicator, sum(numerator), sum(denominator) from read_csv($files) group by all"


def lines(data: Path) -> list[Line]:
    """`data` is a copy of the facts; what is measured lies in folders of its own."""
    province, nation, bare = [], [], []
    for _ in range(ROUNDS):
        with TemporaryDirectory() as folder:
            root = Path(folder)
            communes = _office(data, root)
            some = [place for place, parent in communes if parent == LARGE][:COMMUNES]
            files = _files(root / "some", some)
            province.append(_milliseconds(lambda files=files: _compare(LARGE, files)))
            files = _files(root / "all", [place for place, _ in communes])
            nation.append(_milliseconds(lambda files=files: _publish(files)))
            bare.append(_milliseconds(lambda files=files: _sum(files)))
    return [
        Line("A province's month, checked and compared", "ms", province, [], 3000, absolute=True),
        Line("The nation's month, brought until published", "ms", nation, [], 60_000, absolute=True),
        Line("The nation's month; bare: DuckDB reads and sums", "ms", nation, bare, 3),
    ]


def _office(data: Path, root: Path) -> list[tuple[str, str]]:
    """A desk and facts of its own, with 45 indicators that communes report. Returns communes with their provinces."""
    facts = Path(shutil.copytree(data, root / "data", ignore=shutil.ignore_patterns("published", "reports")))
    os.environ |= {"ROADMAP72_DATA": str(facts), "ROADMAP72_DESK": str(root / "desk"), "ROADMAP72_DESK_SOLO": "yes"}
    with (facts / "indicators.csv").open(encoding="utf-8", newline="") as file:
        known = list(csv.DictReader(file))
    like = next(row for row in known if row["indicator"] == "ehealth_record")
    made = [like | {"indicator": name, "aliases_vi": "", "headline": "no"} for name in _names()]
    made = [row | {f"{part}": f"{row[part]} {row['indicator']}" for part in ("name_vi", "name_en")} for row in made]
    with (facts / "indicators.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(like), lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted([*known, *made], key=lambda row: row["indicator"]))
    run()
    with (facts / "communes.csv").open(encoding="utf-8", newline="") as file:
        return [(row["place"], row["parent"]) for row in csv.DictReader(file)]


def _names() -> list[str]:
    return [f"made_up_{number:02}" for number in range(INDICATORS)]


def _files(folder: Path, communes: list[str]) -> list[Path]:
    """One CSV file a commune."""
    lots, files = random.Random(SEED), []
    folder.mkdir()
    for place in communes:
        files.append(folder / f"{place}.csv")
        with files[-1].open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("indicator", "place", "of_period", "numerator", "denominator", "said_on"))
            for name in _names():
                whole = lots.randrange(1000, 30_000)
                writer.writerow((name, place, PERIOD, lots.randrange(whole // 2, whole), whole, "2026-11-05"))
    return files


def _milliseconds(deed: Callable[[], object]) -> float:
    start = perf_counter()
    deed()
    return (perf_counter() - start) * 1000


def _brought(place: str, files: list[Path]) -> Change:
    person = local_person("bench")
    received = {path.name: path.read_bytes() for path in files}
    change = begin_change(person, Kind.REPORT, place=place, period=PERIOD, received=received)
    brought = read_change(change, publication.current_path(), date(2026, 11, 28))
    if brought.complaints or not brought.files():
        raise RuntimeError(f"what was made up is refused: {brought.complaints[:3]}")
    put_files(person, change.id, brought.files)
    checked = check_change(person, change.id)
    if checked.complaints:
        raise RuntimeError(f"the build refuses it: {checked.complaints[:3]}")
    difference(checked.before, checked.draft)
    return change


def _compare(place: str, files: list[Path]) -> None:
    _brought(place, files)


def _publish(files: list[Path]) -> None:
    person, change = local_person("bench"), _brought("VN", files)
    submit_change(person, change.id)
    approve_change(person, change.id)
    publish_change(person, change.id)


def _sum(files: list[Path]) -> None:
    with duckdb.connect() as db:
        db.execute(BARE, {"files": [str(path) for path in files]}).fetchall()
