"""CHANGES.md: what of it cannot be read."""

import re
from collections.abc import Iterator

from healthplan.model.complaint import Complaint
from healthplan.release.change_notes import NAME, section_date

# A heading that is meant as a date: "## 28/11/2026", "# 2026-11-28", "##2026-11-28", "## Ngày 28 tháng 11".
DATED = re.compile(r"^(?:##(?!#)\D{0,12}|#+\s*)(?:\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4}|\d{1,2} tháng \d)", re.I)


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
