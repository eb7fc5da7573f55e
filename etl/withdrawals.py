"""What the last release had and the files no longer have: a table or a file emptied by accident is refused
unless CHANGES.md says that it was withdrawn."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress

import duckdb

from etl.draft_rows import insert_rows
from etl.read import Facts
from etl.snapshot import is_like
from etl.tables import TABLES
from healthplan.model.complaint import Complaint
from healthplan.release import publication
from healthplan.release.change_notes import section_date

FEWER = 5  # rows; a file that loses fewer may halve
FOLDERS = ("plans/", "reports/")
PART = re.compile(r"^### +(.*\S)")


def file_counts(facts: Facts) -> Counter[str]:
    """Rows by file, below data/: plans/lai-chau-2026/goals.csv; of the text of a paper, its lines."""
    rows = Counter(record.file for records in facts.records.values() for record in records)
    texts = {f"papers/{name}.txt": len(lines) for name, lines in facts.papers.items()}
    return rows + Counter(texts) + Counter(facts.commune_rows)


def insert_counts(db: duckdb.DuckDBPyConnection, facts: Facts) -> None:
    """The table release_files: one row a file that had rows."""
    insert_rows(
        db, "release_files", [{"file": file, "rows": rows} for file, rows in sorted(file_counts(facts).items())]
    )


def last_counts() -> dict[str, int]:
    """Rows by file of the newest release that is whole; none when it is older than such counts."""
    last = publication.served_release()
    if last is not None:
        with suppress(duckdb.CatalogException), publication.open_release(last.path) as db:
            return dict(db.execute("select file, rows from release_files order by file").fetchall())
    return {}


def check_withdrawn(facts: Facts, last: Mapping[str, int], changes: str) -> list[Complaint]:
    """Complaints about files, folders and tables that lost too many rows. Files that were refused unread are
    left out: one fault, told once."""
    now, told = file_counts(facts), withdrawal_note(changes)
    refused = {file for file in last if _unread(file, facts, now)}
    lost = [file for file in last if file not in refused and _far_fewer(last[file], now[file])]
    missed = [file for file in lost if not _is_named(file, told)]
    alive = {_folder(file) for file in {*now, *refused}}
    gone = {folder for folder, files in Counter(map(_folder, missed)).items() if files > 1} - alive
    complaints = [
        _complaint(folder, [file for file in missed if _folder(file) == folder], last, now) for folder in sorted(gone)
    ] + [_complaint(file, [file], last, now) for file in missed if _folder(file) not in gone]
    return complaints or list(_tables(now, last, refused | set(lost), told))


def withdrawal_note(changes: str) -> str:
    """What the newest section of CHANGES.md says under "### Withdrawn"."""
    day, part, found = "", "", {"": ""}
    for line in unicodedata.normalize("NFC", changes).splitlines():
        if line.startswith("## "):
            day, part = section_date(line), ""
            found.setdefault(day, "")
        elif heading := PART.match(line):
            part = heading[1].casefold()
        elif part == "withdrawn":
            found[day] += line + "\n"
    return max(((day, told) for day, told in found.items() if day), default=("", ""))[1]


def _tables(now: Counter[str], last: Mapping[str, int], left_out: set[str], told: str) -> Iterator[Complaint]:
    """Tables of many small files, none of which alone lost too much."""
    for table in TABLES:
        files = [file for file in {*now, *last} if file not in left_out and is_like(file, table.pattern)]
        before, after = (sum(rows.get(file, 0) for file in files) for rows in (last, now))
        if _far_fewer(before, after) and not _is_named(table.pattern, told):
            yield _complaint(table.pattern, files, last, now)


def _far_fewer(before: int, after: int) -> bool:
    return before > 0 and (after == 0 or (after * 2 < before and before - after >= FEWER))


def _folder(file: str) -> str:
    """The folder of a plan or a report; "" for a file that is one and the same for all."""
    return file.rpartition("/")[0] if file.startswith(FOLDERS) else ""


def _unread(file: str, facts: Facts, now: Mapping[str, int]) -> bool:
    """Whether another complaint says why no row of a file was read: it is refused, or lies there under
    another name."""
    patterns = [table.pattern for table in TABLES if is_like(file, table.pattern)]
    if any(refused in (file, *patterns) for refused in facts.refused_files):
        return True
    return not now[file] and any(file == missed or file.startswith(f"{missed}/") for missed in facts.missed)


def _is_named(path: str, told: str) -> bool:
    """Whether a path, or the folder it lies in, stands in a text as a whole word."""
    path = unicodedata.normalize("NFC", path)
    names = {path, _folder(path)} - {""}
    return any(re.search(rf"(?<![\w./*-]){re.escape(name)}/?(?![\w/*-])(?!\.\w)", told) for name in names)


def _complaint(place: str, files: list[str], last: Mapping[str, int], now: Counter[str]) -> Complaint:
    before, after = (sum(rows.get(file, 0) for file in files) for rows in (last, now))
    facts = {"name": place, "before": str(before), "after": str(after)}
    return Complaint(place, 0, "", "", "rows_withdrawn", facts)
