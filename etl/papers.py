"""The texts of the papers, data/papers/<document>.txt, line by line as the line numbers of the facts count
them."""

import unicodedata
from pathlib import Path

from healthplan.model.complaint import Complaint

PATTERN = "papers/*.txt"


def read_papers(root: Path) -> tuple[dict[str, list[str]], list[Complaint]]:
    """The lines of every paper that is held, by document, and what is wrong with their files."""
    papers, complaints = {}, []
    for path in sorted(root.glob(PATTERN)):
        name = path.relative_to(root).as_posix()
        raw = path.read_bytes() if path.is_file() else b""
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            complaints.append(Complaint(name, raw[: error.start].count(b"\n") + 1, "", "", "file_not_utf8"))
            continue
        papers[path.stem] = lines = text.removesuffix("\n").split("\n")
        complaints += [
            Complaint(name, number, "", "", "paper_letters")
            for number, line in enumerate(lines, start=1)
            if "\r" in line or not unicodedata.is_normalized("NFC", line)
        ][:1]
    return papers, complaints
