"""The whole run: read, check, build, publish. Either everything is right, or nothing is published and all faults are told."""

import hashlib
import re
from pathlib import Path

import duckdb

from etl import build
from etl.read import Facts, read_facts
from etl.tables import TABLES
from etl.values import check_wordings, read_values
from healthplan import published
from healthplan.model.complaint import Complaint, InputRefused

CODE = (Path(__file__).parent, Path(__file__).parents[1] / "healthplan" / "model", Path(__file__).parents[1] / "healthplan" / "text")


def run(*, publish: bool = True) -> Path | None:
    """Builds the release for what data/ holds now and publishes it. Returns its path, None for a check only.

    Raises InputRefused with every complaint, and OSError when the disk is full; the last release stays as it was.
    """
    root = published.data_folder()
    with published.publishing() as draft:
        try:
            name, day, digest = release_name(root)
            if publish and (published.folder() / name).is_file():
                published.point_to(published.folder() / name)
                published.forget_refusal()
                return published.folder() / name
            build_draft(draft, read_facts(root), name, day, digest)
        except InputRefused as refused:
            published.remember_refusal(refused.complaints)
            raise
        return published.publish(draft, name) if publish else None


def build_draft(draft: Path, facts: Facts, name: str, day: str, digest: str) -> None:
    """A complete database at `draft`, reopened once to see that it reads. Raises InputRefused."""
    with duckdb.connect(draft) as db:
        values, complaints = read_values(facts)
        complaints += facts.complaints + check_wordings(facts) + build.check_agencies(facts)
        build.load_raw(db, facts, values)
        if not facts.refused_files:  # rows of a refused file would seem to be missing everywhere else
            complaints += build.check_between_files(db)
        if complaints:
            raise InputRefused(_in_order(complaints))
        build.finish(db, name, day, digest)
    with duckdb.connect(draft, read_only=True) as db:
        told = db.execute("select rows from release").fetchall()
        if told != [(sum(build.count(db, table) for table in build.CONTENT),)]:
            raise InputRefused([Complaint("release", 0, "", "", "draft_incomplete")])


def release_name(root: Path) -> tuple[str, str, str]:
    """The name, the date of the data and the hash. Same facts and same rules give the same name."""
    digest = hashlib.sha256()
    files = sorted(path for table in TABLES for path in root.glob(table.pattern))
    rules = [path for folder in CODE for path in sorted(folder.rglob("*")) if path.suffix in {".py", ".sql"}]
    for path in files + rules:
        digest.update(path.relative_to(path.parents[2]).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    changes = root / "CHANGES.md"
    dates = re.findall(r"^## (\d{4}-\d{2}-\d{2})", changes.read_text(encoding="utf-8"), re.M) if changes.is_file() else []
    if not dates:
        raise InputRefused([Complaint("CHANGES.md", 0, "", "", "changes_without_date")])
    day = max(dates)
    return f"release-{day}-{digest.hexdigest()[:12]}.duckdb", day, digest.hexdigest()


def _in_order(complaints: list[Complaint]) -> list[Complaint]:
    return sorted(complaints, key=lambda complaint: (complaint.file, complaint.line, complaint.column))
