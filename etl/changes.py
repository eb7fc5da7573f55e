"""CHANGES.md: the dates that its sections have, their notes, and what of them cannot be read."""

import re
from collections.abc import Iterator
from datetime import date

from healthplan.model.complaint import Complaint
from healthplan.release.query import Row

NAME = "CHANGES.md"
PART = re.compile(r"^### +(Added|Corrected|Withdrawn)\b", re.I)
SECTION = re.compile(r"^## +(\S{10})")
# A heading that is meant as a date: "## 28/11/2026", "# 2026-11-28", "##2026-11-28", "## Ngày 28 tháng 11".
DATED = re.compile(r"^(?:##(?!#)\D{0,12}|#+\s*)(?:\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4}|\d{1,2} tháng \d)", re.I)


def section_date(line: str) -> str:
    """The date of the section that a line begins, as written; "" for another line."""
    found = SECTION.match(line)
    return found[1] if found and _is_day(found[1]) else ""


def notes_of_changes(text: str) -> list[Row]:
    """The notes below the dated sections: `day`, `part` ("added", "corrected", "withdrawn"; "" outside of these),
    `position` from 1, and the note in plain words. A note that goes on in further lines or below itself is one."""
    notes: list[Row] = []
    day = part = ""
    for line in re.split("\r\n|\r|\n", text):
        if line.startswith("## "):
            day, part = section_date(line), ""
        elif found := PART.match(line):
            part = found[1].lower()
        elif day and (line.startswith(("- ", "* "))):
            notes.append(
                {"day": date.fromisoformat(day), "part": part, "position": len(notes) + 1, "note": _plain(line[2:])}
            )
        elif notes and line.startswith("  ") and line.strip():
            notes[-1]["note"] = f"{notes[-1]['note']} {_plain(line.strip().removeprefix('- '))}"
    return notes


def _plain(text: str) -> str:
    return text.replace("`", "").strip()


def check_changes(raw: bytes) -> Iterator[Complaint]:
    """A file in another encoding, or headings that are meant as a date and are none: their sections would
    count for nothing."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield Complaint(NAME, 0, "", "", "file_utf16")
        return
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield Complaint(NAME, raw[: error.start].count(b"\n") + 1, "", "", "file_not_utf8")
        return
    for number, line in enumerate(re.split("\r\n|\r|\n", text), start=1):
        if DATED.match(line) and not section_date(line):
            yield Complaint(NAME, number, "", line.strip(), "changes_heading")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return re.fullmatch("20[0-9]{2}-[0-9]{2}-[0-9]{2}", text) is not None
