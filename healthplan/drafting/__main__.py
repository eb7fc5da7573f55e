"""`python -m healthplan.drafting [PAPER --place CODE --into FOLDER] [--lang vi|en]`: drafts a paper into the files
of data/plans; without a paper, says how well the held papers are read, each as if it had never been seen."""

import argparse
import sys
from datetime import date
from pathlib import Path

from healthplan.drafting.drafter import draft_paper
from healthplan.drafting.measuring import Score, held_plans, measured
from healthplan.drafting.paper_reader import read_paper
from healthplan.drafting.plan_files import plan_files
from healthplan.drafting.refusal import PaperRefused
from healthplan.drafting.vocabulary import read_vocabulary
from healthplan.release.publication import data_folder
from healthplan.text import Lang, say


def main() -> int:
    """Returns 0 when all is well, 1 when the paper could not be read."""
    options = argparse.ArgumentParser(prog="python -m healthplan.drafting", description=__doc__)
    options.add_argument("paper", nargs="?", type=Path)
    options.add_argument("--place", default="")
    options.add_argument("--into", type=Path, default=Path("draft"))
    options.add_argument("--lang", choices=[lang.value for lang in Lang], default=Lang.VI.value)
    chosen = options.parse_args()
    lang = Lang(chosen.lang)
    if chosen.paper is None:
        sys.stdout.write(_table(data_folder(), lang))
        return 0
    try:
        return _draft(chosen.paper, chosen.place, chosen.into, lang)
    except PaperRefused as refused:
        sys.stderr.write(say(lang, refused.fault, **refused.facts) + "\n")
        return 1


def _draft(path: Path, place: str, folder: Path, lang: Lang) -> int:
    def progress(done: int, pages: int) -> None:
        sys.stderr.write(f"\r{say(lang, 'draft_progress', done=str(done), pages=str(pages))}")

    paper = read_paper(path.read_bytes(), progress)
    draft = draft_paper(list(paper.lines), read_vocabulary(data_folder()), place)
    for name, text in plan_files(draft, paper, path.stem).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    draft.notes += [(note, {}) for note in paper.notes]
    if paper.unread_pages:
        draft.notes.append(("paper_pages_unread", {"pages": ", ".join(map(str, paper.unread_pages))}))
    for note, facts in draft.notes:
        sys.stdout.write(f"\n{say(lang, note, **facts)}")
    told = say(lang, "draft_made", rows=str(len(draft.rows)), unplaced=str(len(draft.unplaced)), folder=str(folder))
    sys.stdout.write(f"\n{told}\n")
    return 0


def _table(data: Path, lang: Lang) -> str:
    """The scores of every held paper, and of all of them, as a table with its date."""
    scores = {document: measured(data, document) for document in held_plans(data)}
    kinds = list(next(iter(scores.values())))
    total = {kind: sum((one[kind] for one in scores.values()), Score(0, 0, 0)) for kind in kinds}
    lines = [say(lang, "read_papers_title", day=date.today().isoformat()), ""]
    head = ["", *(say(lang, f"read_papers_{kind}") for kind in kinds)]
    lines += [_row(head), "|".join(["", *["---"] * len(head), ""])]
    for name, one in [*scores.items(), (say(lang, "read_papers_all"), total)]:
        lines.append(_row([name, *(_told(one[kind]) for kind in kinds)]))
    return "\n".join([*lines, "", say(lang, "read_papers_note"), ""])


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _told(score: Score) -> str:
    if not score.there and not score.drafted:
        return "–"
    return f"{score.right}/{score.there} · {score.share:.0%} · {score.invented:.0%}"


if __name__ == "__main__":
    sys.exit(main())
