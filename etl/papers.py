"""The texts of the papers, data/papers/<document>.txt, line by line as the line numbers of the facts count
them."""

import unicodedata
from collections.abc import Mapping
from pathlib import PurePosixPath

from healthplan.model.complaint import Complaint


def read_papers(files: Mapping[str, bytes]) -> tuple[dict[str, list[str]], list[Complaint]]:
    """The lines of every paper that is held, by document, and what is wrong with their files. `files` are
    their bytes by their path below data/."""
    papers, complaints = {}, []
    for name, raw in files.items():
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            complaints.append(Complaint(name, raw[: error.start].count(b"\n") + 1, "", "", "file_not_utf8"))
            continue
        papers[PurePosixPath(name).stem] = lines = text.removesuffix("\n").split("\n") if text else []
        complaints += [
            Complaint(name, number, "", "", "paper_letters")
            for number, line in enumerate(lines, start=1)
            if "\r" in line or not unicodedata.is_normalized("NFC", line)
        ][:1]
    return papers, complaints
