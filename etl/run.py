"""The whole run: read, check, build, publish. Either everything is right, or nothing is published and all
faults are told."""

import errno
import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from etl import build
from etl.agencies import check_agencies
from etl.gate import BYTES_MAX
from etl.papers import PATTERN
from etl.quotes import check_quotes
from etl.read import Facts, is_date, read_facts
from etl.tables import TABLES
from etl.values import check_wordings, read_values
from healthplan import published
from healthplan.model.complaint import Complaint, InputRefused

PROJECT = Path(__file__).parents[1]
CODE = (PROJECT / "etl", PROJECT / "healthplan" / "model", PROJECT / "healthplan" / "text")
NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
NO_RIGHT = (errno.EROFS, errno.EACCES, errno.EPERM)


class NotPublished(Exception):
    """The computer, not the data, stopped the run; nothing was published. `sentence` says so in plain
    words."""

    sentence = ""


class DiskFull(NotPublished):
    """There is no room for the release."""

    sentence = "build_disk_full"


class FolderClosed(NotPublished):
    """The data folder may not be read or written."""

    sentence = "build_folder_closed"


def run(*, publish: bool = True) -> Path | None:
    """Builds the release for what data/ holds now and publishes it. Returns its path, None for a check only.

    Raises InputRefused with every complaint, and NotPublished; in both cases the last release stays as it
    was.
    """
    root = published.data_folder()
    with _plain_words(), published.publishing() as draft:
        try:
            name, day, digest = release_name(root)
            if publish and (published.folder() / name).is_file():
                published.point_to(published.folder() / name)
                published.forget_refusal()
                return published.folder() / name
            build_draft(draft, read_facts(root), name, day, digest)
        except InputRefused as refused:
            if publish:
                published.remember_refusal(refused.complaints)
            raise
        return published.publish(draft, name) if publish else None


def build_draft(draft: Path, facts: Facts, name: str, day: str, digest: str) -> None:
    """A complete database at `draft`, reopened once to see that it reads. Raises InputRefused."""
    with duckdb.connect(draft) as db:
        values, complaints = read_values(facts)
        complaints += facts.complaints + check_wordings(facts) + check_agencies(facts)
        complaints += check_quotes(facts)
        if not day:
            complaints.append(Complaint("CHANGES.md", 0, "", "", "changes_without_date"))
        build.load_raw(db, facts, values)
        if not facts.refused_files:  # rows of a refused file would seem to be missing everywhere else
            complaints += build.check_between_files(db)
        if complaints:
            raise InputRefused(_in_order(complaints))
        build.finish(db, name, day, digest)
    check_draft(draft)


def check_draft(draft: Path) -> None:
    """Reopens a draft and counts its rows. Raises InputRefused when some are missing."""
    with duckdb.connect(draft, read_only=True) as db:
        told = db.execute("select rows from release").fetchall()
        if told != [(sum(build.count(db, table) for table in build.CONTENT),)]:
            raise InputRefused([Complaint("release", 0, "", "", "draft_incomplete")])


def release_name(root: Path) -> tuple[str, str, str]:
    """The name, the date of the data ("" for none) and the hash. Same facts and same rules give the same
    name."""
    digest = hashlib.sha256()
    patterns = [table.pattern for table in TABLES] + [PATTERN]
    files = sorted(path for pattern in patterns for path in root.glob(pattern))
    rules = [
        path
        for folder in CODE
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".py", ".sql", ".toml"}
    ]
    for path, base in [(path, root) for path in files] + [(path, PROJECT) for path in rules]:
        digest.update(path.relative_to(base).as_posix().encode() + b"\0" + _bytes(path) + b"\0")
    day = _newest_change(root)
    return f"release-{day}-{digest.hexdigest()[:12]}.duckdb", day, digest.hexdigest()


def _bytes(path: Path) -> bytes:
    """Nothing for what the gate will refuse unread: a folder, a file that is too big."""
    return path.read_bytes() if path.is_file() and path.stat().st_size <= BYTES_MAX else b""


def _newest_change(root: Path) -> str:
    changes = root / "CHANGES.md"
    told = changes.read_text(encoding="utf-8", errors="replace") if changes.is_file() else ""
    headings = re.findall(r"^## (\S{10})", told, re.M)
    return max((heading for heading in headings if is_date(heading)), default="")


@contextmanager
def _plain_words() -> Iterator[None]:
    """Says NotPublished for every way in which a full disk or a closed folder shows. DuckDB passes on nothing
    but the system's words."""
    try:
        yield
    except (OSError, duckdb.Error) as error:
        for codes, told in ((NO_ROOM, DiskFull), (NO_RIGHT, FolderClosed)):
            if any(os.strerror(code) in str(error) for code in codes):
                raise told from error
        raise


def _in_order(complaints: list[Complaint]) -> list[Complaint]:
    return sorted(complaints, key=lambda complaint: (complaint.file, complaint.line, complaint.column))
