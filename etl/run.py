"""The whole run: read, check, build, publish. Either everything is right, or nothing is published and all
faults are told."""

import errno
import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from etl import build
from etl.agencies import check_agencies
from etl.commune_files import PATTERN, check_rows
from etl.damage import DAMAGES
from etl.moving import settle
from etl.quotes import check_quotes
from etl.read import Facts, Skipped, read_facts
from etl.rolled_up import store_rolled_up
from etl.rollup import EngineMissing
from etl.snapshot import Snapshot, take_snapshot
from etl.tables import TABLES
from etl.values import check_limits, check_steps, check_wordings, read_values
from etl.withdrawals import check_withdrawn, insert_counts, last_counts
from healthplan.model.complaint import Complaint, InputRefused
from healthplan.release import publication
from healthplan.release.change_notes import section_date

PROJECT = Path(__file__).parents[1]
CODE = (PROJECT / "etl", PROJECT / "healthplan" / "model", PROJECT / "healthplan" / "text")
# The oldest format that our data fit: readers' programs since DuckDB 1.0 open it, and ours write it for them.
STORAGE = {"storage_compatibility_version": "v1.0.0"}
# FSST was two thirds of the work of writing a release; what the others pack is 3 % larger.
PACKING = "set disabled_compression_methods = 'fsst'"
NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
NO_RIGHT = (errno.EROFS, errno.EACCES, errno.EPERM)


class NotPublished(Exception):
    """The computer, not the data, stopped the run; nothing was published. `sentence` says so in plain words,
    filled by `facts`."""

    def __init__(self, sentence: str, **facts: str) -> None:
        super().__init__(sentence, facts)
        self.sentence, self.facts = sentence, facts


def run(*, publish: bool = True, skipped: list[Skipped] | None = None) -> Path | None:
    """Builds the release for what data/ holds now and publishes it. Returns its path, None for a check only.
    `skipped` is filled with the files whose blank rows and columns were passed over.

    Raises InputRefused with every complaint, and NotPublished; in both cases the last release stays as it
    was.
    """
    with stops_named(), publication.draft_slot() as draft:
        settle()
        try:
            taken = take_snapshot(publication.data_folder())
            name = build_snapshot(draft, taken, again=publish, skipped=skipped)
        except InputRefused as refused:
            if publish:
                publication.remember_refusal(refused.complaints)
            raise
        return point_to_built(draft, name) if publish else None


def build_snapshot(draft: Path, taken: Snapshot, *, again: bool = False, skipped: list[Skipped] | None = None) -> str:
    """A complete database at `draft` of what a snapshot holds; none where `again` and the release is here already.
    Returns the name of the release. Raises InputRefused with every complaint."""
    facts = read_facts(taken)
    name, day, digest = release_name(taken)
    if skipped is not None:
        skipped += facts.skipped
    if not again or taken.complaints or publication.release_file(Path(name).stem) is None:
        with TemporaryDirectory(prefix="communes-") as folder:  # DuckDB and Spark read files
            facts.root = Path(folder)
            for path in facts.commune_rows:
                (facts.root / path).parent.mkdir(parents=True, exist_ok=True)
                (facts.root / path).write_bytes(taken.files[path])
            build_draft(draft, facts, name, day, digest)
    return name


def point_to_built(draft: Path, name: str) -> Path:
    """Publishes the draft; without one, the release of that name that is here already. Raises OSError."""
    again = None if draft.exists() else publication.publish_again(draft, name)
    return again or publication.publish(draft, name)


def build_draft(draft: Path, facts: Facts, name: str, day: str, digest: str) -> None:
    """A complete database at `draft`, reopened once to see that it reads. Raises InputRefused."""
    with duckdb.connect(draft, config={**STORAGE}) as db:
        db.execute(PACKING)
        db.begin()  # one wait for the disk, at the end
        load_checked(db, facts, day)
        build.fill_judged(db)
        build.finish(db, name, day, digest)
        insert_counts(db, facts)
        db.commit()
        db.execute("checkpoint")
    check_draft(draft)


def load_checked(db: duckdb.DuckDBPyConnection, facts: Facts, day: str) -> None:
    """The raw tables of facts without a fault, with the lines of their papers. Raises InputRefused with every
    complaint."""
    if complaints := _complaints(db, facts, day):
        raise InputRefused(complaints)
    store_rolled_up(db, [facts.root / path for path in facts.commune_rows])
    build.store_papers(db, facts.papers)


def _complaints(db: duckdb.DuckDBPyConnection, facts: Facts, day: str) -> list[Complaint]:
    """Everything that is wrong with some facts, which are loaded as raw text."""
    values, complaints = read_values(facts)
    complaints += facts.complaints + check_wordings(facts) + check_limits(facts) + check_agencies(facts)
    complaints += check_quotes(facts) + check_steps(facts)
    if not day and "CHANGES.md" not in facts.refused_files:
        complaints.append(Complaint("CHANGES.md", 0, "", "", "changes_without_date"))
    if not facts.refused_files:  # rows of a refused file would seem to be missing everywhere else
        build.load_raw(db, facts, values)
        complaints += build.check_between_files(db)
        complaints += check_rows(db, facts.root, facts.commune_rows)
    complaints += check_withdrawn(facts, last_counts(), facts.changes)
    return _in_order(_causes(complaints))


def complaints_of_snapshot(taken: Snapshot) -> list[Complaint]:
    """What `make check` would say of a snapshot, without building a release of it. The values of communes, which
    nobody types here, are left out. Raises OSError and duckdb.Error."""
    facts = read_facts(taken)
    facts.commune_rows = {}
    with duckdb.connect(config={}) as db:
        return _complaints(db, facts, _newest_change(taken.changes))


def check_draft(draft: Path) -> None:
    """Reopens a draft and counts its rows. Raises InputRefused when some are missing."""
    with duckdb.connect(draft, read_only=True) as db:
        told = db.execute("select rows from release").fetchall()
        if told != [(build.content_rows(db),)]:
            raise InputRefused([Complaint("release", 0, "", "", "draft_incomplete")])


def release_name(taken: Snapshot) -> tuple[str, str, str]:
    """The name, the date of the data ("" for none) and the hash. Same facts and same rules give the same
    name."""
    digest = hashlib.sha256()
    facts = {path: taken.files[path] for table in TABLES for path in taken.matching(table.pattern)}
    facts |= taken.papers | {path: taken.files[path] for path in taken.matching(PATTERN)}
    for path, raw in [*sorted(facts.items()), *_rules()]:
        digest.update(path.encode() + b"\0" + raw + b"\0")
    day = _newest_change(taken.changes)
    return f"release-{day}-{digest.hexdigest()[:12]}.duckdb", day, digest.hexdigest()


@cache
def _rules() -> list[tuple[str, bytes]]:
    """The files that say how facts become a release, as this process found them."""
    return [
        (path.relative_to(PROJECT).as_posix(), path.read_bytes())
        for folder in CODE
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".py", ".sql", ".toml"}
    ]


def _newest_change(changes: str) -> str:
    return max(map(section_date, re.split("\r\n|\r|\n", changes)), default="")


@contextmanager
def stops_named() -> Iterator[None]:
    """Says NotPublished for every way in which the computer shows that it cannot go on. DuckDB passes on
    nothing but the system's words."""
    try:
        yield
    except publication.Unusable as error:
        raise NotPublished("build_entry_unusable", name=error.entry) from error
    except publication.Busy as error:
        raise NotPublished("build_busy") from error
    except EngineMissing as error:
        raise NotPublished("build_engine_missing", name=error.name) from error
    except (OSError, duckdb.Error) as error:
        for codes, told in ((NO_ROOM, "build_disk_full"), (NO_RIGHT, "build_folder_closed")):
            if any(os.strerror(code) in str(error) for code in codes):
                raise NotPublished(told) from error
        if isinstance(error, (OSError, duckdb.IOException, duckdb.OutOfMemoryException)):
            reason = getattr(error, "strerror", None) or str(error)
            raise NotPublished("build_computer_fault", reason=reason) from error
        raise


def _causes(complaints: list[Complaint]) -> list[Complaint]:
    """Where the text of a cell is damaged, only that: whatever else is said of the cell follows from it."""
    damaged = {_cell(complaint) for complaint in complaints if complaint.fault in DAMAGES}
    return [one for one in complaints if one.fault in DAMAGES or _cell(one) not in damaged]


def _cell(complaint: Complaint) -> tuple[str, int, str]:
    return complaint.file, complaint.line, complaint.column


def _in_order(complaints: list[Complaint]) -> list[Complaint]:
    return sorted(complaints, key=_cell)
