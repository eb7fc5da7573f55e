"""The entry of a change in data/CHANGES.md: dated, one line for what is added, corrected and withdrawn."""

import re
from datetime import date

from healthplan.desk.acts import Files
from healthplan.desk.changes import Change, Kind
from healthplan.release.change_notes import section_date

CHANGES = "CHANGES.md"
PARTS = ("Added", "Corrected", "Withdrawn")
WORDS = {
    Kind.PLAN: "plan of {place}",
    Kind.REPORT: "report of {place} for {period}",
    Kind.CORRECTION: "correction, {place}",
    Kind.UNDO: "{place}, taken back to what it was before change {undoes}",
}


def with_entry(lying: Files, files: Files, change: Change) -> bytes:
    """CHANGES.md as it lies in data/, with the entry of a change to `files` in its newest section."""
    text = (lying.get(CHANGES) or b"# Changes\n").decode("utf-8", "surrogateescape")
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(end)
    told = {part: [path for path in sorted(files) if _part(lying.get(path), files[path]) == part] for part in PARTS}
    newest = max(map(section_date, lines), default="")
    day = max(date.today().isoformat(), newest)
    if day != newest:
        at = next((at for at, line in enumerate(lines) if line.startswith("## ")), len(lines))
        lines[at:at] = [f"## {day}", ""]
    at = next(at for at, line in enumerate(lines) if section_date(line) == day)
    for part in reversed(PARTS):
        if told[part]:
            _add(lines, at, part, f"- {', '.join(f'`{path}`' for path in told[part])}: {_words(change)}")
    return end.join(lines).encode("utf-8", "surrogateescape")


def _part(before: bytes | None, after: bytes | None) -> str:
    if before is None:
        return "Added"
    return "Withdrawn" if after is None or after.count(b"\n") < before.count(b"\n") else "Corrected"


def _add(lines: list[str], section: int, part: str, told: str) -> None:
    """Puts a line first in its part of the section that begins there."""
    ends = (at for at in range(section + 1, len(lines)) if lines[at].startswith("## "))
    end = next(ends, len(lines))
    for at in range(section + 1, end):
        if re.fullmatch(rf"### +{part} *", lines[at], re.IGNORECASE):
            lines.insert(at + 1, told)
            return
    lines[section + 1 : section + 1] = ["", f"### {part}", told]


def _words(change: Change) -> str:
    what = WORDS[change.kind].format(place=change.place, period=change.period, undoes=change.undoes)
    who = ["approved by its author (office of one)"] if change.alone else []  # no names: data/ holds no personal data
    more = [f"source: {change.source}"] if change.source else []
    more += [f"reason: {change.reason}"] if change.kind is Kind.UNDO else []
    return " ".join("; ".join([what, *who, *more, f"change {change.id}."]).replace("`", "'").split())
