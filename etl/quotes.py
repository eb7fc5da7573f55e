"""Whether what the facts quote stands in the papers, letter by letter, at the line they name."""

import re
from functools import lru_cache

from etl.read import Facts, Record
from healthplan.model.complaint import Complaint
from healthplan.model.grammar import BOUNDS, WORDS, Word
from healthplan.model.provenance import Provenance
from healthplan.text.paper_words import INSIDE_AFTER, INSIDE_BEFORE, comma_decimals, spaced_text, unmarked_text

QUOTED = {  # table: the columns whose words are a paper's own
    "goals": ("printed",),
    "observations": ("printed",),
    "benchmarks": ("printed",),
    "national_tasks": ("whom_printed", "time_printed"),
    "duties": ("due_printed",),
    "citations": ("number",),
}
# A quotation must not start or end inside a word or a number, nor leave out the word or sign that bounds it.
BOUNDING = sorted((word for meaning in (*BOUNDS, Word.ABOUT) for word in WORDS[meaning]), key=len, reverse=True)
BOUND = re.compile(
    "(?:"
    + "|".join(
        rf"(?<!\w){re.escape(word)}(?: từ)?" if word[0].isalpha() else re.escape(word) for word in [*BOUNDING, "gần"]
    )
    + ") ?$",
    re.I,
)
BOUND_LONGEST = 80  # signs before a quotation that are looked at for a bound and a blank: more than any has
SHOWN = 120
LINES_LONGEST = 40  # that a quotation runs over


def check_quotes(facts: Facts) -> list[Complaint]:
    """A complaint for every quotation that does not begin in its line of a paper whose text is held, and for
    every official benchmark that has no such line.

    A paper's lines may break anywhere, so a quotation may run on into the lines that follow; blanks and line
    breaks count alike, as do a decimal point and comma; small and capital letters do not. A line outside the paper is
    another check's matter.
    """
    complaints = [
        record.complain("reading", "official_without_line")
        for record in facts.records["benchmarks"]
        if record.cells["reading"] == Provenance.OFFICIAL
        and not (record.cells["law"] in facts.papers and record.cells["line"] and record.cells["locator"])
    ]
    for table, columns in QUOTED.items():
        for record in facts.records[table]:
            document = record.cells.get("law") or record.cells.get("document") or record.document
            lines, line = facts.papers.get(document, []), record.cells["line"]
            if line.isdecimal() and 0 < int(line) <= len(lines):
                for column in filter(record.cells.get, columns):
                    complaints += _check(record, column, document, lines[int(line) - 1 :])
    return complaints


def _check(record: Record, column: str, document: str, lines: list[str]) -> list[Complaint]:
    fault = quotation_fault(record.cells[column], lines)
    if fault is None:
        return []
    return [record.complain(column, fault[0], document=document, line=record.cells["line"], **fault[1])]


def quotation_fault(words: str, lines: list[str]) -> tuple[str, dict[str, str]] | None:
    """What is wrong with a quotation that is to begin in the first of the lines: the name of the sentence, and
    what fills it; None when it stands there letter by letter."""
    first, text = unmarked_text(lines[0]), " ".join(filter(None, map(_compared, lines[:LINES_LONGEST])))
    found = [
        (before, after)
        for before, after in occurrences(comma_decimals(spaced_text(words)), first, text)
        if not INSIDE_BEFORE.search(before[-2:]) and not INSIDE_AFTER.match(after)
    ]
    if not found:
        return "words_not_in_line", {"words": first[:SHOWN] + ("…" if len(first) > SHOWN else "")}
    bounds = [BOUND.search(before[-BOUND_LONGEST:]) for before, _ in found]
    left_out = [bound[0].strip() for bound in bounds if bound]
    return ("words_without_bound", {"bound": left_out[0]}) if len(left_out) == len(found) else None


@lru_cache(maxsize=20_000)  # the lines after one that is quoted are those of its neighbours, too
def _compared(line: str) -> str:
    return comma_decimals(unmarked_text(line))


def occurrences(words: str, first: str, text: str) -> list[tuple[str, str]]:
    """What stands before and after the words, wherever they begin in the first line of a text."""
    starts, at = [], text.find(words)
    while 0 <= at < len(first):
        starts.append(at)
        at = text.find(words, at + 1)
    return [(text[:at], text[at + len(words) :]) for at in starts]
