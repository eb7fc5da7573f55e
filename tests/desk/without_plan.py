"""The facts as they are without one plan: as if its paper had never been seen."""

import shutil
from pathlib import Path


def without_plan(folder: Path, document: str) -> None:
    """A copy of data/ in a new folder, without a plan's files, its paper, its row and the synonyms taken from it."""
    shutil.copytree("data", folder, ignore=shutil.ignore_patterns("published", ".git", document, f"{document}.txt"))
    for name, begins in (("documents.csv", True), ("synonyms.csv", False)):
        path = folder / name
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        gone = [line.startswith(f"{document},") if begins else line.rstrip().endswith(f",{document}") for line in lines]
        path.write_text("".join(line for line, is_gone in zip(lines, gone, strict=True) if not is_gone), "utf-8")
