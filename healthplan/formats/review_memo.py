"""The memo of the plan review in Word: each finding with both quotations and room for the answer of the office.

An annex in the form of Vietnamese state offices. What the office adds is left to it: letterhead, number, date,
signature.
"""

from itertools import groupby
from typing import Any
from urllib.parse import urljoin

from docx.enum.text import WD_ALIGN_PARAGRAPH

from healthplan.formats.state_document import (
    SMALL,
    TAGS,
    Cell,
    FramedTable,
    Margins,
    Piece,
    describe_document,
    document_bytes,
    state_document,
    write,
)
from healthplan.parameters.address import link
from healthplan.parameters.parameter import describe
from healthplan.release.query import Row
from healthplan.release.view import View
from healthplan.subjects.findings import review
from healthplan.subjects.findings.queries import rules
from healthplan.subjects.findings.sides import finding_sides
from healthplan.text import Lang

MOST = 300  # findings; more would be a volume that nobody answers
MARGINS: Margins = (20, 20, 20, 25)  # millimetres
WIDTHS = (12, 36, 54, 50, 50, 50)  # millimetres of the columns
HEADS = ("number", "about", "finding", "first", "second", "answer")


def review_memo(view: View, picked: review.FindingFilter, base: str) -> bytes:
    """The findings of a choice, the gravest MOST of them, as a document. `base` is the product's address."""
    chosen = review.filtered_findings(view, picked)
    families = [one["family"] for one in review.family_counts(view, chosen)]
    first = sorted(chosen, key=lambda row: row["nth"])[:MOST]
    rows = sorted(first, key=lambda row: (families.index(row["family"]), row["nth"]))
    document = state_document(view.lang, MARGINS, landscape=True)
    describe_document(document, view, view.say("memo_title"), view.say("memo_subject"), view.say("menu_review"))
    section = document.sections[0]
    for foot in (section.footer, section.first_page_footer):
        write(foot.paragraphs[0], [Piece(view.say("memo_foot", release=view.edition), size=SMALL)])
    _write_heading(document, view, picked, chosen, base)
    if rows:
        _write_table(document, view, rows)
    else:
        write(document.add_paragraph(), [Piece(view.say("review_nothing"))])
    return document_bytes(document)


def _write_heading(document: Any, view: View, picked: review.FindingFilter, chosen: list[Row], base: str) -> None:
    """Annex, title, what it is attached to; then how many findings, of which choice, and how they are read."""
    centred = (
        ("Normal", [Piece(view.say("memo_annex"), bold=True)]),
        ("Heading 1", [Piece(view.say("memo_title"), bold=True)]),
        ("Normal", [Piece(view.say("memo_attached"), italic=True)]),
    )
    for style, pieces in centred:
        paragraph = document.add_paragraph(style=style)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        write(paragraph, pieces)
    choice = "; ".join(f"{label}: {words}" for label, words in describe(view, review.FILTERS, _choices(picked)))
    state = review.filter_state(picked)["state"] | {"release": view.path.stem}
    told = [
        f"{review.review_title(view, chosen)}.",
        view.say("memo_choice", choice=choice) if choice else view.say("memo_every"),
        *([view.say("memo_most", most=str(MOST), count=view.number(len(chosen)))] if len(chosen) > MOST else []),
        view.say("memo_how", day=view.day(view.release["data_date"]), release=view.edition),
        view.say("memo_address", address=urljoin(base, link("review", view.lang, **state))),
    ]
    for sentence in told:
        write(document.add_paragraph(), [Piece(sentence)])


def _choices(picked: review.FindingFilter) -> dict[str, str]:
    return {one.name: getattr(picked, one.name) for one in review.FILTERS}


def _write_table(document: Any, view: View, rows: list[Row]) -> None:
    """The families one after the other; the head comes again on every page."""
    names = tuple(name for row in rows for name in (row["row_a"], row["row_b"]) if name)
    sides, known = finding_sides(view, names), {rule["rule"]: rule for rule in view.ask(rules)}
    table = FramedTable(document, WIDTHS, view.say("memo_title"))
    head = [[[Piece(view.say(f"memo_{name}"), bold=True)]] for name in HEADS]
    table.add_row(head, repeated=True)
    number = 0
    for family, members in groupby(review.finding_items(view, rows), key=lambda row: row["family"]):
        own = list(members)
        title = view.say("memo_family", family=view.say(f"family_{family}"), count=str(len(own)))
        table.add_row([[[Piece(title, bold=True)]]], kept=True)
        for row in own:
            number += 1
            table.add_row([[[Piece(str(number))]], *_cells(view, row, known[row["rule"]], sides)])


def _cells(view: View, row: dict[str, Any], rule: Row, sides: dict[str, dict[str, Any]]) -> list[Cell]:
    """What a finding is about, what it says, its two quotations, and the empty cell of the answer."""
    about: Cell = [[Piece(row["place_name"], bold=True)]]
    if row["indicator_name"]:
        about.append([Piece(row["indicator_name"])])
    severity = view.say(f"severity_{row['severity']}")
    said: Cell = [[Piece(row["sentence"])], [Piece(f"{view.name(rule)} · {severity}", italic=True, size=SMALL)]]
    quoted = [_quotation(view, sides[name]) for name in (row["row_a"], row["row_b"]) if name]
    silent = [view.say("memo_no_quotation"), view.say("memo_no_second")][len(quoted) :]
    missing: list[Cell] = [[[Piece(words, italic=True, size=SMALL)]] for words in silent[: 2 - len(quoted)]]
    return [about, said, *quoted, *missing, [[]]]


def _quotation(view: View, side: dict[str, Any]) -> Cell:
    """One side as on the screen: what it is and when it is due, the words as printed, their place in the paper."""
    role = " · ".join(filter(None, (side["role_word"], side["when"])))
    where = [view.name(side, "short")]
    words = Piece(side["quotation"], lang=TAGS[Lang.VI])
    if side["press"]:
        words, where = Piece(side["value"]), [*where, side["quotation"]]
    else:
        where.append(view.where(side["locator"]))
        words = words if words.text else Piece(view.say(f"reason_{side['unknown_reason']}"))
    if side["line"]:
        where.append(view.say("finding_line", line=str(side["line"])))
    return [[Piece(role, size=SMALL)], [words], [Piece("; ".join(where), italic=True, size=SMALL)]]
